#!/bin/sh
# tokenizers 0.23.3: with normalizers.Replace("thousand", "000") the offsets of "000" are those of the "d", not of the word.
#
# Guess: offsets lead back to the text before normalisation, so a replaced word has the span of what stood there; "ﬁ" in NFKC
# does.
# Seen: each replaced stretch, by text or by Regex, longer, shorter or of the same length, is the last character of the old
# one. A span for a table, text[start:end], is "d" for "thousand" and "v" for "Kiev"; an amount of several tokens ("US$" by
# "$ ") begins too late. Only a replacement by nothing, or one inside a longer token, keeps the spans around it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'tokenizers==0.23.3' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers


def spans(normalizer, text):
    tokenizer = Tokenizer(models.WordLevel({"?": 0}, unk_token="?"))
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return [text[start:end] for start, end in tokenizer.encode(text).offsets]


for normalizer, text, seen in (
    (normalizers.NFKC(), "ﬁve oﬃces", ["ﬁve", "oﬃces"]),
    (normalizers.Replace("thousand", "000"), "12 thousand fled", ["12", "d", "fled"]),
    (normalizers.Replace("Kiev", "Kyiv"), "in Kiev 12", ["in", "v", "12"]),
    (normalizers.Replace("million", "1000000"), "two million fled", ["two", "n", "fled"]),
    (normalizers.Replace(Regex(r"\d+ thousand"), "NUMBER"), "about 12 thousand fled", ["about", "d", "fled"]),
    (normalizers.Replace("US$", "$ "), "paid US$5 to", ["paid", "$", "5", "to"]),
    (normalizers.Replace(",", ""), "1,200 fled", ["1,200", "fled"]),
):
    found = spans(normalizer, text)
    print(text, "->", found)
    assert found == seen, (text, found)
PYTHON
