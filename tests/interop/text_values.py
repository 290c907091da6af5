"""Values for the text types of the standard that schemathesis cannot draw by itself; it loads this file as its hooks.

A date of the standard keeps to two patterns at once, an attachment to two more. Schemathesis draws from one pattern and
throws away what breaks the other: of dates it keeps 1 in 36, of attachments in base64 1 in 44, and of a message with ten
of them nothing. A `format` in its copy of the document tells it where to draw a value instead. What a schema asks stays
in the schema: a value that breaks it is not sent as a good one.
"""

import base64
import datetime

import schemathesis
from hypothesis import strategies as st

ASCII = st.characters(min_codepoint=0x21, max_codepoint=0x7E)
# Characters of all planes, without the controls, the halves of pairs, and the two that XML does not have.
CHARACTERS = st.characters(min_codepoint=0x20, exclude_characters="\ufffe\uffff", exclude_categories=["Cc", "Cs"])
ZONES = st.sampled_from(["Z", "+00:00", "+01:00", "-05:30", "+13:59", "+14:00"])
DOMAINS = st.from_regex(r"[a-z][a-z0-9-]{0,12}(\.[a-z]{2,8}){1,3}", fullmatch=True)

VALUES = {
    "Base64": st.binary(max_size=60).map(lambda data: base64.b64encode(b"%PDF-1.7\n" + data).decode()),
    "Datum": st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)).map(str),
    "DatumTijd": st.builds(lambda moment, zone: moment.isoformat(timespec="seconds") + zone, st.datetimes(), ZONES),
    "Emailadres": st.builds("{}@{}".format, st.text(ASCII.filter(lambda one: one != "@"), min_size=1, max_size=64), DOMAINS),
    "Tekst": st.builds("{}{}".format, st.text(CHARACTERS, max_size=199), ASCII),
    "UUID": st.uuids().map(str),
}


def with_formats(schemas):
    """The schemas of a document, in which each text type of the table names its own format."""
    return {
        name: {**schema, "format": f"skp-{name}"} if name in VALUES and schema.get("type") == "string" else schema
        for name, schema in schemas.items()
    }


for name, values in VALUES.items():
    schemathesis.openapi.format(f"skp-{name}", values)
