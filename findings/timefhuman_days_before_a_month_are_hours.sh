#!/bin/sh
# timefhuman 0.1.5: "5-7 May 2017" is the first of May, from five to seven in the morning.
#
# Guess: the fifth to the seventh of May, as "May 5-7, 2017" and "6 May 2017 - 8 May 2017" are ranges of days and "7 May 2017"
# is the seventh; it reads the day before the month as well as behind it.
# Seen: two numbers before a month are hours of the first day of that month, whether joined by a hyphen or by "to". "5 and 7
# May 2017" is the first of May alone; both days are lost. The order in which most of the world writes gets no error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'timefhuman==0.1.5' 'lark==1.2.2' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from datetime import datetime

from timefhuman import tfhConfig, timefhuman

texts = ("5-7 May 2017", "5 to 7 May 2017", "5 and 7 May 2017", "May 5-7, 2017", "7 May 2017")
seen = {text: timefhuman(text, tfhConfig(now=datetime(2018, 3, 14, 12))) for text in texts}
for text, value in seen.items():
    print(text, "|", value)
hours = [(datetime(2017, 5, 1, 5), datetime(2017, 5, 1, 7))]
assert seen["5-7 May 2017"] == seen["5 to 7 May 2017"] == hours, seen
assert seen["5 and 7 May 2017"] == [datetime(2017, 5, 1)], seen
assert seen["May 5-7, 2017"] == [(datetime(2017, 5, 5), datetime(2017, 5, 7))], seen
assert seen["7 May 2017"] == [datetime(2017, 5, 7)], seen
PYTHON
