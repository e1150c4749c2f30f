#!/bin/sh
# num2words 0.5.14: to="currency" of 5000000 dollars is "fifty thousand dollars, zero cents"; of 5000000.0 it is five million.
#
# Guess: the number is the sum in the currency, as its own examples have it ("2.14" is two euros), whatever type it is of.
# Seen: an int is a count of cents, a float, a Decimal and a text are not; and a column of whole sums is of ints until one has cents
# or is missing. Not so in every language: in English, German and French it is a hundredth, in Thai the whole. So totals
# spelt out differ from those in figures by a hundred times, by row and by language; round ones show nothing odd but "zero cents".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'num2words==0.5.14' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from decimal import Decimal

from num2words import num2words

cents, whole = "fifty thousand dollars, zero cents", "five million dollars, zero cents"
wanted = [(5000000, cents), (5000000.0, whole), ("5000000", whole), (Decimal(5000000), whole)]
for value, text in wanted:
    seen = num2words(value, to="currency", currency="USD")
    print(repr(value), seen)
    assert seen == text, seen
assert num2words(1200, to="currency", currency="EUR") == "twelve euro, zero cents"
languages = {
    "de": ("fünfzigtausend Euro und null Cent", "fünf Millionen Euro und null Cent"),
    "fr": ("cinquante mille euros et zéro centimes", "cinq millions euros et zéro centimes"),
    "th": ("ห้าล้านยูโร", "ห้าล้านยูโร"),
}
for language, texts in languages.items():
    seen = tuple(num2words(value, lang=language, to="currency", currency="EUR") for value in (5000000, 5000000.0))
    print(language, seen)
    assert seen == texts, seen
PYTHON
