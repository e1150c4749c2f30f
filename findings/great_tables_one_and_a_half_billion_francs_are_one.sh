#!/bin/sh
# great-tables 1.1.0: with compact=True, 1,499,999,999 francs CFA are "FCFA1B" beside dollars of "$1.50B"; so are yen, won and others.
#
# Guess: compact=True writes all sums with the same two decimals of their millions or billions, 1.50B of francs or dollars.
# Seen: the decimals of the shortened number are those of the currency's subunit: none for francs, yen, won, dong, guaranis and
# shillings of Uganda, three for dinars. Up to a third of a budget is left out, and 1.6 billion are "2B". decimals=2 mends it;
# the rupiah and the pound of Lebanon, whose subunits nobody uses, keep both.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'great-tables==1.1.0' 'polars==2.1.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from great_tables import vals

SUMS = [1_400_000, 1_499_999_999, 1_600_000_000]


def compact(code, **options):
    written = vals.fmt_currency(SUMS, currency=code, compact=True, **options)
    print(code, written, options or "")
    return written


assert compact("USD") == ["$1.40M", "$1.50B", "$1.60B"]
assert compact("XAF") == ["FCFA1M", "FCFA1B", "FCFA2B"]
assert compact("XOF") == ["F1M", "F1B", "F2B"]
assert compact("UGX") == ["USh1M", "USh1B", "USh2B"]
assert [text[-2:] for text in compact("JPY")] == ["1M", "1B", "2B"]
assert compact("KWD") == ["K.D.1.400M", "K.D.1.500B", "K.D.1.600B"]
assert compact("IDR") == ["Rp1.40M", "Rp1.50B", "Rp1.60B"]
assert compact("XAF", decimals=2) == ["FCFA1.40M", "FCFA1.50B", "FCFA1.60B"]
assert vals.fmt_number(SUMS, compact=True) == ["1.40M", "1.50B", "1.60B"]
PYTHON
