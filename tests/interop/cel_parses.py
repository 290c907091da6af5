"""Every exported rule in a CEL implementation of others: does it compile there?

    skp generate rules --out DIR
    python cel_parses.py DIR

Needs cel-python (PyPI). It only parses: what the functions of the standard do, a host has to bring.
"""

import json
import pathlib
import sys

import celpy


def main(folder):
    environment = celpy.Environment()
    failed = 0
    expressions = {}
    for path in sorted(pathlib.Path(folder).glob("*/*/rules.json")):
        for rule in json.loads(path.read_text(encoding="utf-8"))["rules"]:
            expressions.setdefault(rule["cel"], rule["id"])
    for expression, rule in expressions.items():
        try:
            environment.compile(expression)
        except celpy.CELParseError as error:
            failed += 1
            print(f"{rule}: {error}: {expression}")
    print(f"{len(expressions)} expressions, {failed} do not parse")
    return 1 if failed or not expressions else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
