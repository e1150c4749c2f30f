#!/bin/sh
# iso4217parse 0.6.2: "Russian rubles" are those of Transnistria, and "Indian rupees" any but Indian ones.
#
# Guess: the answer holds the currency that is meant, alone where the nation is named, among others where it is not; the table has
# Russian ruble, Indian rupee and Saudi riyal by these names.
# Seen: one word of the text is looked up among the signs, and the names of many great currencies are not there: "rubles" has
# one answer, the unofficial PRB, "dirhams" are Moroccan, also those of the Emirates, "Saudi riyals" Qatari or Yemeni. C$ is the
# cordoba of Nicaragua alone. A single answer looks certain, and who takes the first of a list never sees the right one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'iso4217parse==0.6.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from iso4217parse import by_alpha3, parse

for text, meant, seen in (
    ("500 Russian rubles", "RUB", ["PRB"]),
    ("500 UAE dirhams", "AED", ["MAD"]),
    ("C$5 million for Toronto", "CAD", ["NIO"]),
    ("500 Malawi kwacha", "MWK", ["ZMW"]),
    ("500 Saudi riyals", "SAR", ["QAR", "YER"]),
    ("500 Indian rupees", "INR", ["LKR", "MUR", "NPR", "PKR", "SCR"]),
    ("500 Kenyan shillings", "KES", ["SOS", "UGX", "SLS"]),
):
    found = [currency.alpha3 for currency in parse(text)]
    print(f"{text} ({by_alpha3(meant).name}) -> {found}")
    assert meant not in found
    assert found == seen, (text, found)
PYTHON
