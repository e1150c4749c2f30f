#!/bin/sh
# gdeltnews 1.1.0: an article that says a sentence twice loses all between, "15 died in Kan" with it; the GDELT file has it.
#
# Guess: GDELT's Web NGrams give each word of an article with the seven before and after it and its place in tenths, so that the
# text can be put together whole; where that is in doubt, the place decides or something tells.
# Seen: pieces are joined by their overlap alone, so behind the first of two equal stretches of fifteen words it may go on behind
# the second, and what was between is dropped, as a lede or a caption repeated below has it in any paper. An article whose last
# words are its first ones (a dateline, a place) loses the first, and " / " in its first fifth all in front: "The Oru / Kan
# district" is "Kan district". keep_unmerged=True, made to keep what found no place, changes none of it. The row is a good one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'gdeltnews==1.1.0' 2>/dev/null
cd "$folder"
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import csv
import json

from gdeltnews.wordmatch import reconstruct_webngrams_file

FED = "In the towns of the north the army fed the people who had fled the floods of Monday. "
REST = "Police said that the river broke its banks at dawn and that boats were sent from Bel to the hills, far from any road. "
LONG = REST + "The mayor asked for tents, water and flour, and doctors said that five children were still missing in the valley."
told = {
    "twice": ("12 died in Oru. " + FED + "15 died in Kan. " + FED + "40 died in Zed.", "12 died in Oru. " + FED + "40 died in Zed."),
    "frame": ("Oru, 15 May: " + LONG + " Oru, 15 May:", LONG + " Oru, 15 May:"),
    "slash": ("The Oru / Kan district counts 12 dead. " + LONG, "Kan district counts 12 dead. " + LONG),
    "plain": ("12 died in Oru. " + LONG, "12 died in Oru. " + LONG),
}
with open("in.json", "w") as file:
    for name, (text, _) in told.items():
        words = text.split()
        for place, word in enumerate(words):
            entry = {
                "date": "2021-05-03T12:00:00Z", "url": f"https://news.example/{name}", "lang": "en", "type": 1,
                "pos": place * 10 // len(words) * 10, "ngram": word,
                "pre": " ".join(words[max(0, place - 7) : place]), "post": " ".join(words[place + 1 : place + 8]),
            }
            print(json.dumps(entry), file=file)
for keep in (False, True):
    reconstruct_webngrams_file("in.json", "out.csv", processes=1, keep_unmerged=keep)
    with open("out.csv", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))
    seen = {row["URL"].rpartition("/")[2]: row["Text"] for row in rows}
    for name, (text, lost) in told.items():
        print(name, keep, text, "->", seen[name], sep="\n   ")
        assert seen[name].split() == lost.split(), (name, keep)
PYTHON
