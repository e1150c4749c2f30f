#!/bin/sh
# csvkit 2.2.0 (agate 1.14.2): sorting a table of pledges writes 0:05:00 for 5m.
#
# Guess: csvsort puts rows in order and writes their cells as they were; a column of "5m", "20m" and "90m" is text, for there is
# no colon, no word and no head that speaks of time. At worst the order is that of text.
# Seen: each is a length of time in minutes, sorted and written as such: 0:05:00, 0:20:00, 1:30:00. csvjson does the same, and
# csvstat adds them up. "5bn" among them keeps the column as it was, so it depends on the other rows. With --no-inference
# nothing is changed. A table of millions is gone, with no message and status 0.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'csvkit==2.2.0' 'agate==1.14.2' 2>/dev/null
cd "$folder"
printf 'country,pledged\nNorway,90m\nKenya,20m\nChad,5m\n' > pledges.csv
printf 'country,pledged\nNorway,90m\nKenya,20m\nChad,5bn\n' > mixed.csv
env/bin/csvsort -c country pledges.csv > sorted.csv 2> messages
env/bin/csvsort -c country mixed.csv > mixed_sorted.csv
env/bin/csvsort --no-inference -c country pledges.csv > plain.csv
cat sorted.csv
test ! -s messages
test "$(cat sorted.csv)" = "$(printf 'country,pledged\nChad,0:05:00\nKenya,0:20:00\nNorway,1:30:00')"
test "$(cat mixed_sorted.csv)" = "$(printf 'country,pledged\nChad,5bn\nKenya,20m\nNorway,90m')"
test "$(cat plain.csv)" = "$(printf 'country,pledged\nChad,5m\nKenya,20m\nNorway,90m')"
