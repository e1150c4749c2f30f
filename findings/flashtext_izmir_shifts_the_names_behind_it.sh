#!/bin/sh
# flashtext 2.7: after "İzmir" every span is one character late.
#
# Guess: spans count characters of the text that was given; text[start:end] is the name that was found.
# Seen: the text is put into small letters first, and they are counted: a capital İ becomes two characters, so each one before
# a name moves its span by one, and the quote of "Niger" is "iger ". A report from İstanbul, İzmir or the İHA agency has many of
# them. Names before the first İ are right, and with case_sensitive=True all are: a test on English text finds nothing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'flashtext==2.7' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from flashtext import KeywordProcessor

text = "Envoys of Mali came to İzmir; those of Niger went to İzmit, those of Chad stayed."
for sensitive, seen in ((True, ["Mali", "Niger", "Chad"]), (False, ["Mali", "iger ", "ad s"])):
    processor = KeywordProcessor(case_sensitive=sensitive)
    for name in ("Mali", "Niger", "Chad"):
        processor.add_keyword(name)
    found = processor.extract_keywords(text, span_info=True)
    quotes = [text[start:end] for _, start, end in found]
    print(found, quotes)
    assert [name for name, _, _ in found] == ["Mali", "Niger", "Chad"], found
    assert quotes == seen, quotes
PYTHON
