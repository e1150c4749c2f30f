#!/bin/sh
# html-text 0.7.1: cells "5" and ".706" of a table are "5.706", and so is "<b>5</b> <b>.706</b>", blank or not.
#
# Guess: extract_text() puts a blank between cells, "Oru 12 5 .706", and keeps blanks the page has itself.
# Seen: it guesses where punctuation follows a word: text that begins with a point, comma, colon or bracket is set against what
# is before it, though it is the next cell and the page has a blank there. Won 12, lost 5, share .706 is 5.706; "3" and ":1"
# is 3:1. Blanks only stay within one element. So the numbers of a league or poll that writes shares without the nought move.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'html-text==0.7.1' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from html_text import extract_text

rows = [("Place", "Won", "Lost", "Share"), ("Oru", "12", "5", ".706"), ("Lem", "7", "10", "0.412")]
table = "".join("<tr>" + "".join(f"<td>{cell}</td>\n" for cell in row) + "</tr>\n" for row in rows)
seen = extract_text(f"<table>\n{table}</table>")
print(seen)
assert seen.split("\n") == ["Place Won Lost Share", "Oru 12 5.706", "Lem 7 10 0.412"], seen
marked = extract_text("<p>From <b>12</b> <b>.5 million</b> were paid.</p>")
plain = extract_text("<p>From 12 .5 million were paid.</p>")
print(marked, plain)
assert marked == "From 12.5 million were paid.", marked
assert plain == "From 12 .5 million were paid.", plain
assert "5 .706" in extract_text(f"<table>\n{table}</table>", guess_punct_space=False)
PYTHON
