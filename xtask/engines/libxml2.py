"""XML Schema by libxml2. libxml2.py SCHEMAS; one JSON object per line in, one per line out, see README.md."""

import glob
import json
import os
import sys

from lxml import etree

SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"
PARSER = etree.XMLParser(resolve_entities="internal", no_network=True, load_dtd=False, huge_tree=False)


class Schemas:
    """The schemas by their namespace, compiled when first asked for."""

    def __init__(self, folder):
        self.files = {}
        self.compiled = {}
        for path in glob.glob(os.path.join(folder, "*", "*", "*.xsd")):
            self.files[etree.parse(path).getroot().get("targetNamespace")] = path

    def refuses(self, element):
        """Why an element is refused; nothing when it is not."""
        namespace = etree.QName(element).namespace
        if namespace not in self.files:
            return "no schema for its namespace"
        if namespace not in self.compiled:
            self.compiled[namespace] = etree.XMLSchema(etree.parse(self.files[namespace]))
        schema = self.compiled[namespace]
        try:
            if schema.validate(etree.ElementTree(element)):
                return ""
        except etree.XMLSchemaValidateError:
            return "cannot be judged"  # a reference to an entity that was not read
        last = schema.error_log.last_error
        return f"{last.type_name} {last.path}" if last is not None else "refused"


def only(elements):
    """The only element among them."""
    elements = [element for element in elements if isinstance(element.tag, str)]
    return elements[0] if len(elements) == 1 else None


def verdict(schemas, text):
    try:
        root = etree.fromstring(text.encode(), PARSER)
    except etree.XMLSyntaxError:
        return "not well-formed"
    if root.tag != SOAP + "Envelope":
        return schemas.refuses(root)
    parts = [only(root.findall(SOAP + name)) for name in ("Header", "Body")]
    parts = [only(part) if part is not None else None for part in parts]
    if None in parts:
        return "not one header and one message"
    header, body = parts
    if header.tag != "{urn:x-skp:bericht:2.0}Berichtheader":
        return "another header"
    return schemas.refuses(header) or schemas.refuses(body)


def main():
    schemas = Schemas(sys.argv[1])
    sys.stdin.reconfigure(encoding="utf-8", errors="strict")
    for line in sys.stdin:
        why = verdict(schemas, json.loads(line)["document"])
        print(json.dumps({"accepts": not why, "why": why}), flush=True)


main()
