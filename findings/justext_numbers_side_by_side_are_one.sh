#!/bin/sh
# jusText 3.0.2: the space between two elements is dropped, so that two numbers, or a number and a word, become one.
#
# Guess: paragraph.text reads as the page does: "<del>14</del> <ins>41</ins> people" is "14 41 people", and a number in bold
# with a link behind it stays two words.
# Seen: text nodes of nothing but white space are skipped: "1441 people", "14200 families" of "<b>14</b> <a>200
# families</a>", "3May2021". Where the space is inside one of the elements, or one of the words in none, it stays.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'jusText==3.0.2' 'lxml_html_clean==0.4.6' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import justext

page = """<html><body>
<p>At least <del>14</del> <ins>41</ins> people were killed in the valley, the police of the town said on Monday.</p>
<p>Of the trucks of group <b>14</b> <a href="/x">200 were lost</a> on the road in the week before, the army said.</p>
<p>They were seen on <b>3</b> <i>May</i> <b>2021</b> for the last time, a brother of the two men told the paper.</p>
<p>Of the trucks of group <b>14 </b><a href="/x">200 were lost</a> and <b>12</b> came back in the week before.</p>
</body></html>"""
seen = [paragraph.text for paragraph in justext.justext(page, justext.get_stoplist("English"))]
print(seen)
assert seen[0].startswith("At least 1441 people were killed"), seen
assert seen[1].startswith("Of the trucks of group 14200 were lost"), seen
assert seen[2].startswith("They were seen on 3May2021 for"), seen
assert seen[3].startswith("Of the trucks of group 14 200 were lost and 12 came"), seen
PYTHON
