#!/bin/sh
# csvkit 2.2.0 (agate 1.14.2, parsedatetime 2.6): "1-2" dead is 2001-01-02, and "May" is 1 May of the year 1.
#
# Guess: csvsort leaves what it cannot take for a number or an ISO date as text, so ranges of counts and names of months come
# out as they went in.
# Seen: where every range of the column could be a month and a day, all become days of 2001: "1-2" is 2001-01-02, "5-10" is
# 2001-05-10. Months without a year are days of the year 1 (0001-05-01), and so are days of the week. One range such as "15-20"
# keeps the whole column. Status 0 and no message; the range cannot be told from a real date any more.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'csvkit==2.2.0' 'agate==1.14.2' 'parsedatetime==2.6' 2>/dev/null
cd "$folder"
printf 'place,killed,month\nKabul,1-2,May\nHerat,5-10,June\n' > deaths.csv
printf 'place,killed,month\nKabul,1-2,May\nHerat,15-20,Ramadan\n' > mixed.csv
env/bin/csvsort -c place deaths.csv > sorted.csv 2> messages
env/bin/csvsort -c place mixed.csv > mixed_sorted.csv
cat sorted.csv
test ! -s messages
test "$(cat sorted.csv)" = "$(printf 'place,killed,month\nHerat,2001-05-10,0001-06-01\nKabul,2001-01-02,0001-05-01')"
test "$(cat mixed_sorted.csv)" = "$(printf 'place,killed,month\nHerat,15-20,Ramadan\nKabul,1-2,May')"
