"""A SOAP client library against the WSDL: send samples to a stub, fetch them back, compare.

    skp generate wsdl --out DIR
    python zeep_stub.py DIR ../../examples/messages [MODULE RELEASE]

The stub listens on 127.0.0.1, on a port of the system's choice, only while this runs. It looks whether a request is
well-formed and answers from the samples; it validates nothing. Needs zeep (PyPI), which reads the WSDL and its types,
makes the requests from plain values and parses the answers.
"""

import copy
import pathlib
import sys
import threading
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import zeep
import zeep.exceptions
import zeep.helpers
from lxml import etree

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
HEADER = "{urn:x-skp:bericht:2.0}Berichtheader"
LARGEST = 4 * 1024 * 1024
# Samples may be of any participant; this one stands in where a sample has no header of its own.
WAITS = "2026-01-01T12:00:00+01:00"


def parsed(data):
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


class Stub(BaseHTTPRequestHandler):
    """Keeps the last message; answers the four kinds of operations."""

    kept = None
    actions = []

    def do_POST(self):
        length = int(self.headers.get("Content-Length", "0"))
        if length > LARGEST:
            return self.send_error(413)
        action = self.headers.get("SOAPAction", "").strip('"')
        Stub.actions.append(action)
        try:
            request = parsed(self.rfile.read(length))
        except etree.XMLSyntaxError:
            return self.answer(500, fault("Client.OngeldigeEnvelop", action))
        name = action.rsplit(":", 1)[-1]
        own = action.rsplit(":", 1)[0]
        body = request.find(f"{{{SOAP}}}Body")
        header = request.find(f"{{{SOAP}}}Header/{HEADER}")
        if name.startswith("Verstuur"):
            Stub.kept = (header, body[0])
            answer = etree.Element(f"{{{own}}}VerstuurAntwoord")
            number = etree.SubElement(answer, f"{{{own}}}Referentienummer")
            number.text = header.findtext("{urn:x-skp:bericht:2.0}Referentienummer")
            return self.answer(200, envelope(None, answer))
        if name == "LijstBerichten":
            answer = etree.Element(f"{{{own}}}LijstBerichtenAntwoord")
            lijst = etree.SubElement(answer, f"{{{own}}}Berichten")
            bericht = etree.SubElement(lijst, f"{{{own}}}Bericht")
            bericht.append(copy.deepcopy(Stub.kept[0]))
            for field in ("BeschikbaarSinds", "VerlooptOp"):
                etree.SubElement(bericht, f"{{{own}}}{field}").text = WAITS
            return self.answer(200, envelope(None, answer))
        if name == "HaalBericht":
            asked = body[0].findtext(f"{{{own}}}Referentienummer")
            if asked != Stub.kept[0].findtext("{urn:x-skp:bericht:2.0}Referentienummer"):
                return self.answer(500, fault("Client.OnbekendBericht", own))
            answer = etree.Element(f"{{{own}}}HaalBerichtAntwoord")
            answer.append(copy.deepcopy(Stub.kept[1]))
            return self.answer(200, envelope(copy.deepcopy(Stub.kept[0]), answer))
        if name == "BevestigBericht":
            return self.answer(200, envelope(None, etree.Element(f"{{{own}}}BevestigBerichtAntwoord")))
        return self.answer(500, fault("Client.OngeldigeEnvelop", own))

    def answer(self, status, document):
        data = etree.tostring(document, xml_declaration=True, encoding="UTF-8")
        self.send_response(status)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments):
        pass


def envelope(header, content):
    root = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soap": SOAP})
    if header is not None:
        etree.SubElement(root, f"{{{SOAP}}}Header").append(header)
    etree.SubElement(root, f"{{{SOAP}}}Body").append(content)
    return root


def fault(code, own):
    node = etree.Element(f"{{{SOAP}}}Fault")
    etree.SubElement(node, "faultcode").text = f"soap:{code}"
    etree.SubElement(node, "faultstring").text = code
    detail = etree.SubElement(etree.SubElement(node, "detail"), f"{{{own}}}TechnischeFout")
    etree.SubElement(detail, f"{{{own}}}Code").text = code
    return envelope(None, node)


def value(node):
    """The text of a leaf; a moment as such, since a library may write 5.5 seconds as 5.500000."""
    text = "" if len(node) else (node.text or "").strip()
    try:
        return datetime.fromisoformat(text) if "T" in text else text
    except ValueError:
        return text


def same(left, right):
    """Whether two trees have the same names, values and order."""
    text = [value(node) for node in (left, right)]
    return (
        left.tag == right.tag
        and text[0] == text[1]
        and len(left) == len(right)
        and all(same(one, other) for one, other in zip(left, right))
    )


def exchange(client, service, own, module, release, path):
    """Sends one sample and collects it. Gives the differences."""
    root = parsed(path.read_bytes())
    header, message = root.find(f"{{{SOAP}}}Header/{HEADER}"), root
    if root.tag == f"{{{SOAP}}}Envelope":
        message = root.find(f"{{{SOAP}}}Body")[0]
    if header is None:
        header = made_up(etree.QName(message).localname, module, release)
    name = etree.QName(message).localname
    # From XML to the values that a program would have, and from these back to XML on the wire.
    content = values(client, message)
    head = client.get_element(HEADER)(**values(client, header))
    reply = getattr(service, f"Verstuur{name}")(**content, _soapheaders={"header": head})
    number = header.findtext("{urn:x-skp:bericht:2.0}Referentienummer")
    wrong = [] if reply == number else [f"answer {reply!r} in place of {number!r}"]
    for sent, received in zip((header, message), Stub.kept):
        if not same(sent, received):
            wrong.append(f"{etree.QName(sent).localname} arrived changed")
    listed = service.LijstBerichten(Bericht=name, Maximum=10)
    first = listed["Bericht"][0] if "Bericht" in listed else listed[0]
    if first["Berichtheader"]["Referentienummer"] != number:
        wrong.append("the list has another message")
    found = first["Berichtheader"]
    key = {key: found[key] for key in ("ConversatieReferentienummer", "Referentienummer", "Afzender")}
    fetched = service.HaalBericht(**key)
    fetched_header = fetched["header"]["header"] if "header" in fetched["header"] else fetched["header"]
    fetched_header = fetched_header["Berichtheader"] if "Berichtheader" in fetched_header else fetched_header
    if fetched_header["Referentienummer"] != number:
        wrong.append("fetched another header")
    body = fetched["body"]
    if zeep.helpers.serialize_object(body[name], dict) != zeep.helpers.serialize_object(
        client.get_element(message.tag).parse(message, client.wsdl.types), dict
    ):
        wrong.append("fetched another message")
    service.BevestigBericht(**key)
    return wrong


def values(client, node):
    """The values of an element, as keyword arguments."""
    value = client.get_element(node.tag).parse(node, client.wsdl.types)
    value = zeep.helpers.serialize_object(value, dict)
    return {key: inner for key, inner in value.items() if inner is not None}


def made_up(name, module, release):
    """A header for a sample without one."""
    root = etree.Element(HEADER)
    fields = {
        "Module": module,
        "Release": release,
        "Bericht": name,
        "Afzender": "00000000-0000-4000-8000-000000000001",
        "AfzenderType": "SHV2",
        "Ontvanger": "00000000-0000-4000-8000-000000000002",
        "ConversatieReferentienummer": "00000000-0000-4000-8000-000000000003",
        "Referentienummer": "PROEF-1",
        "VerzondenOp": WAITS,
    }
    for field, text in fields.items():
        etree.SubElement(root, f"{{urn:x-skp:bericht:2.0}}{field}").text = text
    return root


def main(folder, samples, only):
    server = HTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    sent = failed = releases = 0
    for wsdl in sorted(pathlib.Path(folder).glob("*/*/*.wsdl")):
        module, release = wsdl.parts[-3:-1]
        if only and [module, release] != only:
            continue
        own = f"urn:x-skp:{module}:{release}:dienst"
        client = zeep.Client(str(wsdl), settings=zeep.Settings(strict=True))
        service = client.create_service(f"{{{own}}}BerichtenSoap", address)
        releases += 1
        count = 0
        for path in sorted(pathlib.Path(samples).glob(f"{module}/{release}/*.xml")):
            try:
                wrong = exchange(client, service, own, module, release, path)
            except Exception as error:  # Any failure of the library is a finding here.
                wrong = [f"{type(error).__name__}: {error}"]
            count += 1
            for text in wrong:
                print(f"{path.name}: {text}")
            failed += bool(wrong)
        if count:
            unknown = {"ConversatieReferentienummer": "00000000-0000-4000-8000-000000000009"}
            unknown |= {"Referentienummer": "BESTAAT-NIET", "Afzender": "00000000-0000-4000-8000-000000000008"}
            try:
                service.HaalBericht(**unknown)
                failed += 1
                print(f"{module} {release}: an unknown message gave no fault")
            except zeep.exceptions.Fault as raised:
                if not raised.code.endswith("Client.OnbekendBericht"):
                    failed += 1
                    print(f"{module} {release}: fault {raised.code}")
        sent += count
        print(f"{module} {release}: {len(service._binding._operations)} operations, {count} samples sent")
    server.shutdown()
    print(f"{releases} WSDLs, {sent} samples, {len(Stub.actions)} calls; {failed} not as expected")
    return 1 if failed or not sent else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
