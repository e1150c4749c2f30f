#!/bin/sh
# lxml 6.1.3 (libxml2 2.14.6): a page of HTML whose elements are nested 256 deep loses all that follows, without an error.
#
# Guess: the HTML parser recovers from anything, and depth is limited for XML only; at worst it raises or keeps the text flat.
# Seen: lxml.html returns a tree that ends where the depth is reached. The paragraphs behind are gone, no exception is
# raised, and only the parser's error log tells of it. HTMLParser(huge_tree=True) keeps the page whole.
# A story that stands behind such a piece of a page is lost, and nothing says so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'lxml==6.1.3' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from lxml import etree, html


def page(depth: int) -> str:
    return "<p>before</p>" + "<div>" * depth + "within" + "</div>" * depth + "<p>after</p>"


def text(source: str, **options: bool) -> tuple[str, int]:
    parser = html.HTMLParser(**options)
    root = html.document_fromstring(source, parser=parser)
    return " ".join(root.itertext()), len(parser.error_log)


print("libxml2", etree.LIBXML_VERSION)
for depth in (200, 300):
    print(depth, text(page(depth)), text(page(depth), huge_tree=True))
assert text(page(200))[0] == "before within after"
found, logged = text(page(300))
assert "after" not in found, found
assert logged >= 1
assert text(page(300), huge_tree=True)[0] == "before within after"
PYTHON
