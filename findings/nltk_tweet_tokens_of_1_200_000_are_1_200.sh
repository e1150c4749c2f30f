#!/bin/sh
# nltk 3.10.4: TweetTokenizer reads "2,500,000" as "2,500", ",", "000", and "$25000000" as "$", "2500000", "0".
#
# Guess: a number with separators of thousands is one token, as "2,500" is and as it is with NLTK's other tokenizers; digits
# without separators are one token anyway.
# Seen: a number has one separator at most, so that every sum from a million up is a thousandth of itself; days too ("3/5/2020"
# is "3/5", "/", "2020"). Eight digits or more that do not begin with 0 or 1 are taken for a telephone number of seven and what is
# left over: 25000000 is 2500000, while 15000000 is whole; two numbers of three and four digits side by side are one token. The
# number is a good one in every case. match_phone_numbers=False leaves digits whole, and sums with commas in pieces.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nltk==3.10.4' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from nltk.tokenize import NLTKWordTokenizer, TweetTokenizer

tweets, words = TweetTokenizer(), NLTKWordTokenizer()
without = TweetTokenizer(match_phone_numbers=False)
for text, seen in (
    ("2,500 fled", ["2,500", "fled"]),
    ("2,500,000 fled", ["2,500", ",", "000", "fled"]),
    ("aid of $1,200,000", ["aid", "of", "$", "1,200", ",", "000"]),
    ("aid of $25000000", ["aid", "of", "$", "2500000", "0"]),
    ("aid of $15000000", ["aid", "of", "$", "15000000"]),
    ("in all 300 2000-litre tanks", ["in", "all", "300 2000", "-", "litre", "tanks"]),
    ("on 3/5/2020", ["on", "3/5", "/", "2020"]),
):
    print(text, "->", tweets.tokenize(text))
    assert tweets.tokenize(text) == seen, tweets.tokenize(text)
assert words.tokenize("2,500,000 fled") == ["2,500,000", "fled"]
assert without.tokenize("$25000000 and $1,200,000") == ["$", "25000000", "and", "$", "1,200", ",", "000"]
PYTHON
