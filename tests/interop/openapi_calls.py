"""Clients of the OpenAPI document call a stub that keeps to it: one that sends the samples, and schemathesis.

    skp generate openapi --out DIR
    python openapi_calls.py DIR/MODULE/RELEASE/MODULE-RELEASE.openapi.json ../../examples/messages [EXAMPLES [SECONDS]]

First every sample is sent, sent again, collected and confirmed; with 0 EXAMPLES that is all. Then schemathesis (PyPI, with
its command `schemathesis` beside this Python) runs three times, each no longer than SECONDS:

  examples  it sends the samples, and collects and confirms them;
  fuzzing   it makes EXAMPLES requests for each operation, good ones and bad ones, with messages of every kind;
  coverage  it goes along the limits of every part of the document, with the smallest message only.

It checks statuses, headers and bodies of the answers. A run that ends late or does not come to every operation fails, and
so does a release of which an operation was not asked both well and wrongly.
"""

import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from openapi_stub import Stub
from text_values import with_formats

MEDIA = "application/json"
# What the stub answers to a request that breaks the document.
REFUSALS = (400, 413, 415, 422)


def exchange(port, samples):
    """Sends each sample, collects and confirms it. Gives what went wrong."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    wrong = []

    def call(method, path, body=None):
        headers = {"Content-Type": MEDIA} if body else {}
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


def closure(schemas, name):
    """The names of the schemas that a schema leads to, itself included."""
    seen, todo = set(), [name]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(schemas[one]))
    return seen


def smallest(document, kinds):
    """Of some messages the one with the shortest schemas."""
    schemas = document["components"]["schemas"]
    size = lambda kind: sum(len(json.dumps(schemas[one])) for one in closure(schemas, f"{kind}Envelope"))
    return min(kinds, key=lambda kind: (size(kind), kind))


def prepared(document, samples=None, only=None):
    """The document as schemathesis gets it: with formats, with keys of messages that wait, and narrowed when that is asked.

    `samples` become examples of the message that is sent. `only` leaves one message in the envelope; the resources, and
    what is said about them, stay as they are.
    """
    document = json.loads(json.dumps(document))
    schemas = document["components"]["schemas"]
    if only:
        schemas["BerichtEnvelope"] = {"oneOf": [{"$ref": f"#/components/schemas/{only}Envelope"}]}
        document["components"]["schemas"] = {}
        roots = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document)))
        used = set().union(*(closure(schemas, name) for name in roots))
        schemas = {name: schema for name, schema in schemas.items() if name in used}
    document["components"]["schemas"] = with_formats(schemas)
    if samples:
        body = document["paths"]["/berichten"]["post"]["requestBody"]["content"][MEDIA]
        body["examples"] = {path.stem: {"value": json.loads(path.read_text(encoding="utf-8"))} for path in samples}
    for path in document["paths"].values():
        for parameter in path.get("parameters", []):
            parameter["examples"] = {key: {"value": key} for key in Stub.waiting}
    return document


def schemathesis(document, port, phase, examples, seconds):
    """Runs one phase. Gives what went wrong."""
    command = [
        str(pathlib.Path(sys.executable).parent / "schemathesis"), "run", "document.json",
        "--url", f"http://127.0.0.1:{port}/v2", "--phases", phase, "--checks", "all",
        # There is no certificate on the loopback.
        "--exclude-checks", "ignored_auth",
        "--max-examples", examples, "--seed", "1", "--workers", "1", "--suppress-health-check", "all",
        "--generation-database", "none", "--no-color",
    ]
    here = str(pathlib.Path(__file__).resolve().parent)
    hooks = {**os.environ, "SCHEMATHESIS_HOOKS": "text_values", "PYTHONPATH": here, "PYTHONDONTWRITEBYTECODE": "1"}
    # The same reference with other bytes is refused, and each run begins with the references of the samples.
    Stub.references.clear()
    Stub.answers.clear()
    Stub.made.clear()
    # It keeps notes in the folder it runs in.
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "document.json").write_text(json.dumps(document), encoding="utf-8")
        try:
            ran = subprocess.run(
                command, timeout=int(seconds), check=False, cwd=folder, env=hooks, stdout=subprocess.PIPE, text=True
            )
        except subprocess.TimeoutExpired:
            return [f"{phase}: not done in {seconds} s"]
    wrong = []
    if ran.returncode:
        wrong.append(f"{phase}: schemathesis ended with {ran.returncode}")
    # Listing has no example of its own, so that the phase of the examples passes it over.
    tested = re.search(r"Tested: ([0-9]+)", ran.stdout)
    operations = len(named(document))
    if phase != "examples" and (not tested or int(tested[1]) != operations):
        wrong.append(f"{phase}: did not come to each of the {operations} operations")
    if wrong:
        print(ran.stdout)
    passed = re.search(r"[0-9]+ generated, .*", ran.stdout)
    print(f"{phase}: {passed[0] if passed else 'no test cases'}; messages taken of {len(Stub.made)} kinds", flush=True)
    return wrong


def named(document):
    """The names of the operations."""
    return [method["operationId"] for path in document["paths"].values() for method in path.values() if "operationId" in method]


def one_sided(document, answers):
    """The operations that were not asked both well and wrongly."""
    wrong = []
    for operation in named(document):
        taken = sum(count for (name, status), count in answers.items() if name == operation and status < 300)
        refused = sum(count for (name, status), count in answers.items() if name == operation and status in REFUSALS)
        print(f"  {operation}: {taken} done, {refused} refused", flush=True)
        if not taken or not refused:
            wrong.append(f"{operation}: {taken} requests done and {refused} refused, and there must be both")
    return wrong


def main(file, samples, examples, seconds):
    path = pathlib.Path(file)
    document = json.loads(path.read_text(encoding="utf-8"))
    server = Stub.start(document)
    port = server.server_port
    module, release = path.parts[-3:-1]
    chosen = sorted(pathlib.Path(samples).glob(f"{module}/{release}/*.json"))
    chosen = [one for one in chosen if "header" in json.loads(one.read_text(encoding="utf-8"))]
    wrong = exchange(port, chosen)
    print(f"{module} {release}: {len(chosen)} samples sent, {len(wrong)} not as expected", flush=True)
    if examples != "0" and chosen and not wrong:
        wrong += property_based(document, port, chosen, examples, seconds)
    server.shutdown()
    for text in wrong:
        print(text)
    return 1 if wrong or not chosen else 0


def property_based(document, port, samples, examples, seconds):
    """The three runs of schemathesis. Gives what went wrong."""
    kinds = {message["header"]["bericht"] for message in Stub.waiting.values()}
    wrong = schemathesis(prepared(document, samples), port, "examples", examples, seconds)
    answers = Stub.answers.copy()
    if missed := kinds - Stub.made.keys():
        wrong.append(f"examples: {', '.join(sorted(missed))} not sent")
    wrong += schemathesis(prepared(document), port, "fuzzing", examples, seconds)
    answers += Stub.answers
    if not Stub.answers["verstuurBericht", 201]:
        wrong.append("fuzzing: no good message was made")
    only = smallest(document, kinds)
    # An answer may hold only what the narrowed document still has.
    for key, message in list(Stub.waiting.items()):
        if message["header"]["bericht"] != only:
            del Stub.waiting[key]
    print(f"coverage of {only}", flush=True)
    wrong += schemathesis(prepared(document, only=only), port, "coverage", examples, seconds)
    answers += Stub.answers
    if not answers["verstuurBericht", 422]:
        wrong.append("no message was refused for its content")
    return wrong + one_sided(document, answers)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2], *(sys.argv[3:] + ["100", "300"][len(sys.argv) - 3:])))
