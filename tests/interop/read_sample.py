"""Dataclasses that xsdata made of a schema read every XML sample of a release, write it, and read that again.

    python read_sample.py PACKAGE SAMPLES   (PACKAGE: the package xsdata made, importable from here)
"""

import importlib
import pathlib
import sys

from lxml import etree
from xsdata.formats.dataclass.parsers import XmlParser
from xsdata.formats.dataclass.serializers import XmlSerializer

SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"


def main(package, samples):
    sys.path.insert(0, ".")
    made = importlib.import_module(package)
    # Unknown elements are errors; so is a value that does not fit.
    parser = XmlParser()
    parser.config.fail_on_converter_warnings = True
    # xsdata writes StatusberichtSE as StatusberichtSe.
    classes = {name.lower(): kind for name, kind in vars(made).items() if isinstance(kind, type)}
    count = 0
    for path in sorted(pathlib.Path(samples).glob("*.xml")):
        root = etree.fromstring(path.read_bytes())
        message = root.find(f"{SOAP}Body")[0] if root.tag == f"{SOAP}Envelope" else root
        kind = classes[etree.QName(message).localname.lower()]
        value = parser.from_bytes(etree.tostring(message), kind)
        again = parser.from_string(XmlSerializer().render(value), kind)
        assert again == value, path.name
        leaves = [node for node in message.iter() if isinstance(node.tag, str) and len(node) == 0]
        written = etree.fromstring(XmlSerializer().render(value).encode())
        assert len(leaves) == sum(1 for node in written.iter() if len(node) == 0), f"{path.name}: values were lost"
        count += 1
    print(f"xsdata: {count} samples read, written and read again")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
