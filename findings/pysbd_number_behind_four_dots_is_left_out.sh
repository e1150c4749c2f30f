#!/bin/sh
# pysbd 0.3.4: of "Nobody knows .... 1,200 fled on foot." the cleaned sentences keep ",200 fled on foot."
#
# Guess: Segmenter(clean=True) tidies spaces, tags and line breaks and cuts the same sentences as clean=False; every number of the
# text stands in one of them.
# Seen: four dots or more and the digits behind them are taken for a line of a table of contents and its page, wherever they
# stand, and make a break: a count behind dots is lost ("12 died" is "died"), one with a comma or a point keeps its tail (5.5
# million euros are ".5 million euros"), a day becomes "-03", and a list of tolls with dots between names and numbers keeps the
# names. doc_type="pdf", which wants clean=True, does the same. Three dots are left alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pysbd==0.3.4' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pysbd

cleaning = pysbd.Segmenter(language="en", clean=True)
of_pdf = pysbd.Segmenter(language="en", clean=True, doc_type="pdf")
plain = pysbd.Segmenter(language="en", clean=False)
for text, seen in (
    ("Nobody knows .... 1,200 fled on foot.", ["Nobody knows", ",200 fled on foot."]),
    ("They ran for the river.... 12 died, 30 were hurt.", ["They ran for the river", "died, 30 were hurt."]),
    ("The bridge cost .... 5.5 million euros.", ["The bridge cost", ".5 million euros."]),
    ("Killed ...... 12\nInjured ..... 30\nMissing ..... 4", ["Killed", "Injured", "Missing"]),
    ("They ran for the river... 12 died.", ["They ran for the river... 12 died."]),
):
    sentences = cleaning.segment(text)
    print(repr(text), "->", sentences)
    assert sentences == seen, sentences
    assert of_pdf.segment(text) == seen, of_pdf.segment(text)
    assert "".join(plain.segment(text)) == text
PYTHON
