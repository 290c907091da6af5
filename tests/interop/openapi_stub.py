"""A property-based client against the OpenAPI document: schemathesis calls a stub that keeps to the document.

    skp generate openapi --out DIR
    python openapi_stub.py DIR/MODULE/RELEASE/MODULE-RELEASE.openapi.json ../../examples/messages [EXAMPLES [SECONDS]]

The stub listens on 127.0.0.1, on a port of the system's choice, only while this runs. It takes what the document's own
schema takes (by the Python package jsonschema), and its waiting messages are the samples of the release. Schemathesis
(PyPI, with its command `schemathesis` beside this Python) makes requests from the document, good ones and bad ones, and
checks statuses, headers and bodies of the answers. First every sample is sent as it is and collected again; with 0
EXAMPLES that is all.
"""

import http.client
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jsonschema

# Of so many messages schemathesis makes values.
MESSAGES = 1
LARGEST = 4 * 1024 * 1024
WAITS = "2026-01-01T12:00:00+01:00"
BERICHT = re.compile(r"^/v2/berichten/([^/]+)(/bevestiging)?$")


class Stub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    document = None
    envelope = None
    identifier = None
    waiting = {}
    references = {}
    lock = threading.Lock()

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
        if not Stub.envelope.is_valid(message):
            # All alternatives of a oneOf are tried; the one that names this message tells most.
            errors = list(Stub.envelope.iter_errors(message))
            return self.problem(422, params=[pointer(error) for error in errors[:10]])
        header = message["header"]
        key = (header["afzender"], header["referentienummer"])
        with Stub.lock:
            known = Stub.references.get(key)
            if known and known[1] != data:
                return self.problem(409)
            identifier = known[0] if known else f"00000000-0000-4000-8000-{len(Stub.references) + 1:012x}"
            Stub.references[key] = (identifier, data)
            Stub.waiting[identifier] = message
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

    def answer(self, status, data, media, headers=None):
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


def closure(schemas, name):
    """The names of the schemas that a schema leads to, itself included."""
    seen, todo = set(), [name]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(schemas[one]))
    return seen


def with_fewer_messages(document, most):
    """The document with the envelopes of its smallest messages only, and the names of these messages.

    To make values of forty messages with all their parts takes schemathesis longer than anybody waits. The resources,
    and what is said about them, stay as they are; the stub takes every message.
    """
    schemas = document["components"]["schemas"]
    size = lambda name: sum(len(json.dumps(schemas[one])) for one in closure(schemas, name))
    names = [one["$ref"].rsplit("/", 1)[1] for one in schemas["BerichtEnvelope"]["oneOf"]]
    names = sorted(names, key=lambda name: (size(name), name))[:most]
    envelope = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}
    schemas = {**schemas, "BerichtEnvelope": envelope}
    used = set()
    for name in re.findall(r'"#/components/schemas/([^"]+)"', json.dumps({**document, "components": {
        **document["components"], "schemas": {}
    }})):
        used |= closure(schemas, name)
    kept = {name: schema for name, schema in schemas.items() if name in used}
    return {**document, "components": {**document["components"], "schemas": kept}}, names


def exchange(port, samples):
    """Sends each sample, collects and confirms it. Gives how many, and what went wrong."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    wrong = []

    def call(method, path, body=None):
        headers = {"Content-Type": "application/json"} if body else {}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    for path in samples:
        data = path.read_bytes()
        status, headers, body = call("POST", "/v2/berichten", data)
        if status != 201:
            wrong.append(f"{path.name}: {status} {body[:300]!r}")
            continue
        again = call("POST", "/v2/berichten", data)
        status, _, body = call("GET", headers["Location"])
        if status != 200 or json.loads(body) != json.loads(data):
            wrong.append(f"{path.name}: came back as {status} or changed")
        if again[0] != 201 or again[1]["Location"] != headers["Location"]:
            wrong.append(f"{path.name}: the second time gave {again[0]}")
        if call("POST", headers["Location"] + "/bevestiging")[0] != 204:
            wrong.append(f"{path.name}: not confirmed")
    return wrong


def main(file, samples, examples, seconds):
    path = pathlib.Path(file)
    Stub.document = json.loads(path.read_text(encoding="utf-8"))
    Stub.envelope = validator(Stub.document, "BerichtEnvelope")
    Stub.identifier = validator(Stub.document, "BerichtId")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    module, release = path.parts[-3:-1]
    chosen = sorted(pathlib.Path(samples).glob(f"{module}/{release}/*.json"))
    chosen = [one for one in chosen if "header" in json.loads(one.read_text(encoding="utf-8"))]
    wrong = exchange(server.server_port, chosen)
    for text in wrong:
        print(text)
    print(f"{module} {release}: {len(chosen)} samples sent, {len(wrong)} not as expected", flush=True)
    if examples == "0":
        server.shutdown()
        return 1 if wrong or not chosen else 0
    fewer, names = with_fewer_messages(Stub.document, MESSAGES)
    print(f"schemathesis makes {', '.join(names)}", flush=True)
    # An answer may hold only what the document still has.
    for key, message in list(Stub.waiting.items()):
        if message["header"]["bericht"] + "Envelope" not in names:
            del Stub.waiting[key]
    command = [
        str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", "document.json",
        "--url", f"http://127.0.0.1:{server.server_port}/v2",
        "--max-examples", examples, "--max-time", seconds, "--seed", "1", "--workers", "1",
        "--phases", "fuzzing", "--suppress-health-check", "all", "--checks", "all",
        # There is no certificate on the loopback.
        "--exclude-checks", "ignored_auth", "--generation-database", "none", "--no-color",
    ]
    # It keeps notes in the folder it runs in.
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "document.json").write_text(json.dumps(fewer), encoding="utf-8")
        ran = subprocess.run(command, timeout=int(seconds) * 3 + 60, check=False, cwd=folder, stdout=subprocess.PIPE, text=True)
    server.shutdown()
    print(ran.stdout)
    # A run that ran out of time before it came to every operation is no pass.
    selected, tested = (re.search(word + r": ([0-9]+)", ran.stdout) for word in ("Selected", "Tested"))
    if not tested or not selected or tested[1] != selected[1]:
        print(f"schemathesis did not come to every operation in {seconds} s")
        return 1
    return 1 if wrong or not chosen or ran.returncode else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2], *(sys.argv[3:] + ["10", "60"][len(sys.argv) - 3:])))
