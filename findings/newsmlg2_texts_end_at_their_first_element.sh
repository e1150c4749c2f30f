#!/bin/sh
# newsmlg2 1.1: a headline or description ends at the first element in it: "Killed: 12<br/>Injured: 30" is "Killed: 12".
#
# Guess: str() of a headline, description or byline is its text, as the README shows; the standard lets <br>, <inline>,
# <span> and <a> stand in it, and their text is text.
# Seen: what stands before the first element is all: "At least" of "At least <inline>12</inline> people died in Oru". The
# element has its own "12", but the words behind it are nowhere, and to_xml() writes the item without them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'newsmlg2==1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import NewsMLG2
from lxml import etree

item = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:oru:1" standard="NewsML-G2"
 standardversion="2.35" conformance="power" version="1" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:IPTC"/>
<versionCreated>2021-05-03T10:00:00Z</versionCreated></itemMeta>
<contentMeta><dateline>ORU, May 3</dateline><headline>At least <inline>12</inline> people died in Oru</headline>
<description>Killed: 12<br/>Injured: 30</description></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"/></contentSet></newsItem>"""
read = NewsMLG2.NewsMLG2Document(item.encode()).get_item()
seen = {name: str(getattr(read.contentmeta, name)).strip() for name in ("dateline", "headline", "description")}
inline = str(read.contentmeta.headline[0].inline[0])
written = etree.tostring(read.to_xml(), encoding="unicode")
print(seen, inline, "Injured" in written, "people died" in written)
assert seen == {"dateline": "ORU, May 3", "headline": "At least", "description": "Killed: 12"}, seen
assert inline == "12", inline
assert "Killed: 12" in written and "Injured" not in written and "people died" not in written, written
PYTHON
