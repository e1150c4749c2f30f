#!/bin/sh
# extruct 0.18.0: the date of an article that stands as text in <time itemprop="datePublished"> is an empty string.
#
# Guess: the value of <time> is its datetime attribute and, where it has none, its text, as the standard of microdata has it
# and as extruct does for <span>.
# Seen: "" for "2021-05-03" and for "1 May 2021". The key is there, so "has it a date?" says yes. The microformats of the
# same page are read from the text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'extruct==0.18.0' 'lxml_html_clean==0.4.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import extruct

page = """<html><body><article itemscope itemtype="https://schema.org/NewsArticle" class="h-entry">
<h1 itemprop="headline" class="p-name">Bridge falls in Oru</h1>
<time itemprop="datePublished" class="dt-published">2021-05-03</time>
<time itemprop="dateModified" datetime="2021-05-04">4 May 2021</time>
<time itemprop="dateCreated">1 May 2021</time>
<span itemprop="dateline">3 May 2021</span>
</article></body></html>"""
found = extruct.extract(page, syntaxes=["microdata", "microformat"])
properties = found["microdata"][0]["properties"]
published = found["microformat"][0]["properties"]["published"]
print(properties, published)
assert properties["datePublished"] == "" == properties["dateCreated"], properties
assert properties["dateModified"] == "2021-05-04", properties
assert properties["dateline"] == "3 May 2021", properties
assert published == ["2021-05-03"], published
PYTHON
