#!/bin/sh
# World Bank PA.NUS.FCRF, as pydeflate 1.2.0 carries it: the whole past of a renamed currency is in the unit of today.
#
# Guess: "official exchange rate (LCU per US$, period average)" of 2003 is in the local currency of 2003: a dollar cost
# about 8,700 cedis in Ghana and 1.5 million lira in Turkey.
# Seen: 0.867 and 1.50, in the cedi of 2007 and the lira of 2005; Zambia's 4,733 kwacha are 4.73. But euro nations are not
# put into euros: France ends in 1998 with 5.90 francs, and Sierra Leone, whose leone lost its zeros in 2022, has 2,348.
# What unit a row is in depends on whether the money was renamed before or after the table was made, and it says nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check --no-deps 'pydeflate==1.2.0' 2>/dev/null
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pandas==2.2.3' 'pyarrow==18.1.0' 2>/dev/null
"$folder/env/bin/python" - "$folder" <<'PYTHON'
import sys
from pathlib import Path

import pandas as pd

(path,) = Path(sys.argv[1]).rglob("PA.NUS.FCRF_1950_2025.feather")
table = pd.read_feather(path).dropna()
rates = {(row.country, int(row.year)): row[3] for row in table.itertuples()}
asked = [("Ghana", 2003), ("Turkiye", 2003), ("Zambia", 2003), ("France", 1998), ("Sierra Leone", 2003)]
found = {key: round(rates[key], 3) for key in asked}
print(found, "France 1999:", rates.get(("France", 1999)))
assert 0.8 < found["Ghana", 2003] < 0.9, found
assert 1.4 < found["Turkiye", 2003] < 1.6, found
assert 4 < found["Zambia", 2003] < 5, found
assert 5 < found["France", 1998] < 6, found
assert ("France", 1999) not in rates
assert 2300 < found["Sierra Leone", 2003] < 2400, found
PYTHON
