#!/bin/sh
# duckdb 2.0.1 (pandas 3.1.1, pyarrow 26.0.1): 90 days of a pandas table are three months, so that the day they end is another one.
#
# Guess: a duration in a pandas column is a count of days, and begin + duration is the same day in pandas and in SQL over it.
# Seen: it is made into an interval of months of 30 days and years of twelve of them: 400 days are "1 year 1 month 10 days". A siege
# of 400 days from 1 January 2021 ends on 11 February 2022 instead of the 5th, one of 30 days from 31 January on 28 February
# instead of 2 March. The same table through Arrow keeps the days. Read back, each duration is right again: only the days
# that it is added to are not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'duckdb==2.0.1' 'pandas==3.1.1' 'pyarrow==26.0.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from datetime import timedelta

import duckdb
import pandas
import pyarrow

sieges = pandas.DataFrame({
    "begin": pandas.to_datetime(["2021-01-01", "2021-02-01", "2021-01-31"]),
    "lasted": pandas.to_timedelta(["400 days", "90 days", "30 days"]),
})
right = [str(day.date()) for day in sieges.begin + sieges.lasted]
by_arrow = pyarrow.Table.from_pandas(sieges)
ends = {}
for name in ("sieges", "by_arrow"):
    rows = duckdb.sql(f"select (begin + lasted)::date::varchar, lasted::varchar, lasted from {name}").fetchall()
    print(name, *rows, sep="\n  ")
    ends[name] = [row[0] for row in rows]
    assert [row[2] for row in rows] == [timedelta(days=400), timedelta(days=90), timedelta(days=30)]
print("pandas", right)
assert right == ["2022-02-05", "2021-05-02", "2021-03-02"], right
assert ends["by_arrow"] == right, ends
assert ends["sieges"] == ["2022-02-11", "2021-05-01", "2021-02-28"], ends
PYTHON
