#!/bin/sh
# courlan 1.4.0: addresses of articles that differ in a query without "=" become one address.
#
# Guess: clean_url and extract_links leave out what is known to be tracking (utm_source, fbclid) and keep the rest:
# "news.php?17" and "news.php?18" are two articles, as "news.php?id=17" and "news.php?id=18" are.
# Seen: both are "news.php": a query without a value is thrown away whatever it is, so of a page's twelve links to articles
# one is left, and a table keyed by the address has one row for all; strict=False is what was asked for.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'courlan==1.4.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from courlan import clean_url, extract_links

bare = [f"https://news.example/news.php?{number}" for number in range(17, 29)]
named = [address.replace("?", "?id=") for address in bare]
seen = {}
for name, addresses in (("bare", bare), ("named", named)):
    page = "".join(f'<p><a href="{address}">Bridge falls</a></p>' for address in addresses)
    links = extract_links(page, url="https://news.example/", external_bool=False, strict=False)
    seen[name] = (len(links), sorted({clean_url(address) for address in addresses})[:2])
tracked = clean_url("https://news.example/news.php?id=17&utm_source=mail&fbclid=3")
print(seen, tracked)
assert seen["bare"] == (1, ["https://news.example/news.php"]), seen
assert seen["named"] == (12, named[:2]), seen
assert tracked == named[0], tracked
PYTHON
