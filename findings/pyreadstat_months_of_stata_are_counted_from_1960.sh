#!/bin/sh
# pyreadstat 1.3.7 (pandas 3.1.1): the month May 2015 of a Stata file is the number 664, where the same file's day 4 May 2015 is a date.
#
# Guess: what Stata shows as dates is read as dates, as pandas does, or none of it is.
# Seen: columns of days are dates; columns of months, weeks and half-years are numbers counted from 1960, without a word (664, 2877
# and 110), and a year is 2015.0. A panel of conflicts by month, joined on that column, meets nobody, and sorted
# beside years it comes first. The formats are told apart (%tm, %tw, %th), in the metadata; pandas reads all as dates.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pyreadstat==1.3.7' 'pandas==3.1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - "$folder/panel.dta" <<'PYTHON'
import sys

import pandas
import pyreadstat

day = pandas.to_datetime(["2015-05-04"])
panel = pandas.DataFrame({"day": day, "month": day, "week": day, "half": day, "year": day, "killed": [12]})
units = {"day": "td", "month": "tm", "week": "tw", "half": "th", "year": "ty"}
panel.to_stata(sys.argv[1], convert_dates=units, write_index=False)
read, told = pyreadstat.read_dta(sys.argv[1])
print(read.to_dict("records"), told.original_variable_types)
assert str(read.day[0]) == "2015-05-04"
assert read[["month", "week", "half", "year"]].iloc[0].tolist() == [664, 2877, 110, 2015]
assert told.original_variable_types["month"] == "%tm"
same = pandas.read_stata(sys.argv[1])
print(same.to_dict("records"))
assert str(same.month[0])[:10] == "2015-05-01"
PYTHON
