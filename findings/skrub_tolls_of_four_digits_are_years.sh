#!/bin/sh
# skrub 0.11.0 (pandas 3.1.1): a column of texts "1200", "3400" and "1850", people who fled, is the years 1200, 3400 and 1850.
#
# Guess: the Cleaner, which says that it parses dates and nulls, leaves numbers that stand as texts, or makes them numbers; a date
# has more than four digits to it.
# Seen: texts that are all of four digits become 1 January of that year, and the TableVectorizer makes of them a year and the seconds
# since 1970, so that 1200 people are -24 billion. One value of three or five digits more and the column stays as it is:
# whether counts are dates hangs on the rows. Texts with commas stay; "NA", Namibia's code, is one of its words for missing.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'skrub==0.11.0' 'pandas==3.1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pandas
from skrub import Cleaner, TableVectorizer


def clean(*texts):
    column = Cleaner().fit_transform(pandas.DataFrame({"value": texts}))["value"]
    values = [None if pandas.isna(value) else str(value)[:10] for value in column]
    print(texts, "->", column.dtype, values)
    return values


assert clean("1200", "3400", "1850") == ["1200-01-01", "3400-01-01", "1850-01-01"]
assert clean("1200", "3400", "850") == ["1200", "3400", "850"]
assert clean("1200", "3400", "12000") == ["1200", "3400", "12000"]
assert clean("1,200", "3,400") == ["1,200", "3,400"]
assert clean("NA", "ML", "NE") == [None, "ML", "NE"]
fled = pandas.DataFrame({"place": ["Oru", "Ema", "Uda"], "fled": ["1200", "3400", "1850"]})
made = TableVectorizer().fit_transform(fled)
print(made.filter(like="fled").to_dict("list"))
assert made["fled_year"].tolist() == [1200, 3400, 1850]
assert made["fled_total_seconds"][0] < -24e9
PYTHON
