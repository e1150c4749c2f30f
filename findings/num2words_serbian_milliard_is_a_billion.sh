#!/bin/sh
# num2words 0.5.14: 2500000000 in Serbian is "dva biliona petsto miliona", which there is two trillion five hundred million.
#
# Guess: each language has its own words for large numbers: thousand millions are "milijarda" in Serbian as in Slovene, "Milliarde"
# in German, "miliard" in Polish; "bilion" is a million millions in all of these.
# Seen: Serbian has the English steps with Serbian endings, milion, bilion, trilion: whoever reads it takes a thousand times as
# much. Beside it Romanian says "bilion" for one, two or three million millions alike, without a number, as soon as it is
# there; up to milliards it counts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'num2words==0.5.14' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from num2words import num2words

milliard, trillion = 10**9, 10**12
print("sr", num2words(2500000000, lang="sr"))
assert num2words(2500000000, lang="sr") == "dva biliona petsto miliona"
wanted = {
    "sr": ("jedan bilion", "jedan trilion"),
    "sl": ("milijarda", "bilijon"),
    "pl": ("miliard", "bilion"),
    "cs": ("miliarda", "bilion"),
    "de": ("eine Milliarde", "eine Billion"),
}
seen = {language: (num2words(milliard, lang=language), num2words(trillion, lang=language)) for language in wanted}
print(seen)
assert seen == wanted, seen
romanian = [num2words(count * trillion, lang="ro") for count in (1, 2, 3)]
print("ro", romanian, num2words(3 * milliard, lang="ro"))
assert romanian == ["bilion"] * 3 and num2words(3 * milliard, lang="ro") == "trei miliarde"
PYTHON
