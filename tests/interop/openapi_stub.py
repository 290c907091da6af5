"""A stub that keeps to the OpenAPI document: it takes what the document's own schema takes, by the Python package jsonschema.

It listens on 127.0.0.1, on a port of the system's choice, only while the program that starts it runs. It counts what it
answers, for each operation of the document.
"""

import collections
import http.client
import itertools
import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jsonschema

LARGEST = 4 * 1024 * 1024
WAITS = "2026-01-01T12:00:00+01:00"
BERICHT = re.compile(r"^/v2/berichten/([^/]+)(/bevestiging)?$")


class Stub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body of an answer leave together; apart, the second waits 40 ms for the client to confirm the first.
    wbufsize = -1
    document = None
    envelope = None
    identifier = None
    waiting = {}
    references = {}
    numbers = itertools.count(1)
    answers = collections.Counter()
    made = collections.Counter()
    lock = threading.RLock()

    @classmethod
    def start(cls, document):
        """Starts to serve a document, and gives the server."""
        cls.document = document
        cls.envelope = validator(document, "BerichtEnvelope")
        cls.identifier = validator(document, "BerichtId")
        server = ThreadingHTTPServer(("127.0.0.1", 0), cls)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/v2/berichten":
            return self.list(parse_qs(url.query, keep_blank_values=True))
        found = BERICHT.match(url.path)
        if found and not found[2]:
            return self.with_message(found[1], lambda message: self.json(200, message))
        return self.no_method(found)

    def do_POST(self):
        data = self.rfile.read(min(int(self.headers.get("Content-Length") or 0), LARGEST + 1))
        url = urlsplit(self.path)
        if url.path == "/v2/berichten":
            return self.send_message(data)
        found = BERICHT.match(url.path)
        if found and found[2]:
            return self.with_message(found[1], lambda message: self.answer(204, b"", None))
        return self.no_method(found)

    def other(self):
        self.close_connection = True
        found = BERICHT.match(urlsplit(self.path).path)
        return self.no_method(found)

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_QUERY = other

    def no_method(self, found):
        # HTTP's own answer to a method that a resource does not have.
        if found:
            allow = "POST" if found[2] else "GET"
        elif urlsplit(self.path).path == "/v2/berichten":
            allow = "GET, POST"
        else:
            return self.problem(404)
        return self.problem(405, headers={"Allow": allow})

    def list(self, query):
        parameters = Stub.document["paths"]["/berichten"]["get"]["parameters"]
        limit = 100
        for parameter in parameters:
            values = query.pop(parameter["name"], [])
            if not values:
                continue
            value = values[0]
            if parameter["schema"]["type"] == "integer":
                if not re.fullmatch(r"[0-9]{1,4}", value):
                    return self.problem(400)
                value = limit = int(value)
            if len(values) > 1 or not jsonschema.Draft202012Validator(parameter["schema"]).is_valid(value):
                return self.problem(400)
        if query:
            return self.problem(400)
        with Stub.lock:
            chosen = list(Stub.waiting.items())[:limit]
        self.json(200, {
            "berichten": [
                {
                    "berichtId": key,
                    "header": message["header"],
                    "beschikbaarSinds": WAITS,
                    "verlooptOp": WAITS,
                }
                for key, message in chosen
            ]
        })

    def send_message(self, data):
        if len(data) > LARGEST:
            self.close_connection = True
            return self.problem(413)
        if self.headers.get_content_type() != "application/json":
            return self.problem(415)
        try:
            message = json.loads(data, parse_constant=lambda name: 1 / 0)
        except (ValueError, ArithmeticError, RecursionError):
            return self.problem(400)
        errors = list(itertools.islice(Stub.envelope.iter_errors(message), 10))
        if errors:
            return self.problem(422, params=[pointer(error) for error in errors])
        header = message["header"]
        key = (header["afzender"], header["referentienummer"])
        with Stub.lock:
            known = Stub.references.get(key)
            if known and known[1] != data:
                return self.problem(409)
            identifier = known[0] if known else f"00000000-0000-4000-8000-{next(Stub.numbers):012x}"
            Stub.references[key] = (identifier, data)
            Stub.waiting[identifier] = message
            Stub.made[header["bericht"]] += 1
        self.answer(201, b"", None, {"Location": f"/v2/berichten/{identifier}"})

    def with_message(self, identifier, then):
        if not Stub.identifier.is_valid(identifier):
            return self.problem(400)
        message = Stub.waiting.get(identifier)
        return then(message) if message else self.problem(404)

    def problem(self, status, params=(), headers=None):
        body = {"type": "about:blank", "title": http.client.responses[status], "status": status}
        if params:
            body["invalidParams"] = list(params)
        self.answer(status, json.dumps(body).encode(), "application/problem+json", headers)

    def json(self, status, body):
        self.answer(status, json.dumps(body).encode(), "application/json")

    def operation(self):
        """The name that the document gives to what is asked, when it has one."""
        path = re.sub("^/v2/berichten/[^/]+", "/berichten/{berichtId}", urlsplit(self.path).path).removeprefix("/v2")
        return Stub.document["paths"].get(path, {}).get(self.command.lower(), {}).get("operationId")

    def answer(self, status, data, media, headers=None):
        with Stub.lock:
            Stub.answers[self.operation(), status] += 1
        self.send_response(status)
        self.send_header("API-Version", Stub.document["info"]["version"])
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if media:
            self.send_header("Content-Type", media)
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments):
        pass


def pointer(error):
    path = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in error.absolute_path)
    return {"pointer": path, "regel": str(error.validator), "reden": "Does not keep to the schema."}


def validator(document, name):
    """A schema of the document, with the references that lead into it."""
    return jsonschema.Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": document["components"]})
