#!/bin/sh
# date-spacy 0.0.1: "5-7 people were killed" happened on the 7th of May.
#
# Guess: a date has a month's name or three parts; two numbers with a hyphen are a range.
# Seen: any two numbers of one or two digits with "-" or "/" are a DATE, month first, in the current year: tolls, weeks, votes and
# shares ("3/4 of the houses") get days. The range of days in "3-5 May 2021" is the 5th of March of this year, its own month and
# year left out. With a long dash ("5–7") nothing is found, so the fault depends on the keyboard of the newsroom.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'date-spacy==0.0.1' 'spacy==3.8.18' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import date_spacy
import spacy

nlp = spacy.blank("en")
nlp.add_pipe("find_dates")
assert date_spacy.__name__ in nlp.get_pipe("find_dates").__module__
for text, quote, seen in (
    ("It happened on 3 May 2021.", "3 May 2021", (5, 3)),
    ("Some 5-7 people were killed.", "5-7", (5, 7)),
    ("They were trapped for 2-3 weeks.", "2-3", (2, 3)),
    ("About 3/4 of the houses burnt.", "3/4", (3, 4)),
    ("The judges ruled 5-4 against it.", "5-4", (5, 4)),
    ("It lasted from 3-5 May 2021.", "3-5", (3, 5)),
):
    found = [(entity.text, entity.label_, (entity._.date.month, entity._.date.day)) for entity in nlp(text).ents]
    print(text, "->", found)
    assert found == [(quote, "DATE", seen)], (text, found)
assert not nlp("Some 5\u20137 people were killed.").ents
PYTHON
