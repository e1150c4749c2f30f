#!/bin/sh
# lxml 6.1.3 (libxml2 2.14.6): iterparse(recover=True) ends the element in which a file breaks off, as if it were whole.
#
# Guess: the last element of a feed that was cut in the middle yields no "end" event, or the iterator raises, so that
# every item that comes out is complete.
# Seen: recovery closes what is open: the torn item gets its "end" event with the text that was there, the iterator ends
# without an exception, and only the error log knows (ERR_TAG_NOT_FINISHED). Without recover the same items come, then
# XMLSyntaxError; but a feed with one bare ampersand then stops there, too.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'lxml==6.1.3' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import io

from lxml import etree

FEED = b"<rss><item><title>Ferry sinks</title></item><item><title>Four miners res"


def items(recover: bool) -> tuple[list[str], str, list[str]]:
    events = etree.iterparse(io.BytesIO(FEED), events=("end",), tag="item", recover=recover)
    found, ended = [], "quietly"
    try:
        for _, item in events:
            found.append(item.findtext("title"))
    except etree.XMLSyntaxError as error:
        ended = type(error).__name__
    return found, ended, [entry.type_name for entry in events.error_log]


forgiving, strict = items(True), items(False)
print("recover=True ", forgiving)
print("recover=False", strict)
assert forgiving[0] == ["Ferry sinks", "Four miners res"], forgiving
assert forgiving[1] == "quietly"
assert "ERR_TAG_NOT_FINISHED" in forgiving[2]
assert strict[:2] == (["Ferry sinks"], "XMLSyntaxError"), strict
PYTHON
