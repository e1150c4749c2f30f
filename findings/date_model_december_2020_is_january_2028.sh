#!/bin/sh
# date-model 1.1.4: parse_date_range of "28 Dec 2020 - 3 Jan 2021" is January 2028, of "12 May 2021 - 2 June 2021" May 2012; "3 to 5 May 2021" is all May.
#
# Guess: first and last day of the range ("2021-05-03 - 2021-05-07" gives them); if it doesn't know the form, None, as for "3 May - 5 June".
# Seen: the text is searched for one month, the one that comes first in the calendar and not in the text (January before December), and for
# the first number of two digits, or of four that begin with 20, which is the year: of "28 Dec 2020" the day, 2028. The range is
# all of that month. One day, too, is a month: "20 March 2021" is March 2020. "May 2021" and ranges of ISO dates are right.
# parse_date() of the same texts has a right day, the first or the last of the range.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'date-model==1.1.4' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from date_model import parse_date, parse_date_range

texts = {  # text: the range that is read, the single date that is read
    "2021-05-03 - 2021-05-07": (("2021-05-03", "2021-05-07"), None),
    "May 2021": (("2021-05-01", "2021-05-31"), None),
    "3 May - 5 June": (None, None),
    "28 Dec 2020 - 3 Jan 2021": (("2028-01-01", "2028-01-31"), "2020-12-28"),
    "28 December 2020 to 3 January 2021": (("2028-01-01", "2028-01-31"), "2020-12-28"),
    "12 May 2021 - 2 June 2021": (("2012-05-01", "2012-05-31"), "2021-05-12"),
    "1 April 2021 - 5 May 2021": (("2021-04-01", "2021-04-30"), "2021-04-01"),
    "3 to 5 May 2021": (("2021-05-01", "2021-05-31"), "2021-05-05"),
    "28 Dec 2020": (("2028-12-01", "2028-12-31"), "2020-12-28"),
    "20 March 2021": (("2020-03-01", "2020-03-31"), "2021-03-20"),
}
for text, (span, day) in texts.items():
    seen, single = parse_date_range(text), parse_date(text)
    print(repr(text), "->", seen, "; as a single date:", single)
    assert seen == span, (text, seen)
    assert day is None or single == day, (text, single)
PYTHON
