#!/bin/sh
# inscriptis 2.7.6: a list of terms (<dl>) is one word: "Oru 12" and "30 hurt" are "Oru 1230 hurt".
#
# Guess: get_text lays a page out as a browser does, block by block: each <dt> and <dd> has its line, as items of <ul> and
# cells of a table do.
# Seen: <dl>, <dt> and <dd> are set in line, without a space, unless the source has white space between them: a fact box on
# one line, as minified pages have it, gives "Killed12Injured30". <summary> in <details> runs on in the same way.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'inscriptis==2.7.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from inscriptis import get_text

pairs = (("Oru 12", "30 hurt"), ("Mez 5", "6 hurt"))
seen = {
    "dl": get_text("<dl>" + "".join(f"<dt>{term}</dt><dd>{fact}</dd>" for term, fact in pairs) + "</dl>"),
    "box": get_text("<dl><dt>Killed</dt><dd>12</dd><dt>Injured</dt><dd>30</dd></dl>"),
    "details": get_text("<details><summary>Killed: 12</summary>30 hurt</details>"),
    "ul": get_text("<ul>" + "".join(f"<li>{term}</li><li>{fact}</li>" for term, fact in pairs) + "</ul>"),
    "table": get_text("<table>" + "".join(f"<tr><td>{term}</td><td>{fact}</td></tr>" for term, fact in pairs) + "</table>"),
}
print(seen)
assert seen["dl"].strip() == "Oru 1230 hurtMez 56 hurt", seen
assert seen["box"].strip() == "Killed12Injured30", seen
assert seen["details"].strip() == "Killed: 1230 hurt", seen
assert seen["ul"].split("\n") == ["  * Oru 12", "  * 30 hurt", "  * Mez 5", "  * 6 hurt"], seen
assert seen["table"].split() == ["Oru", "12", "30", "hurt", "Mez", "5", "6", "hurt"], seen
PYTHON
