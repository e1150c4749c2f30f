#!/bin/sh
# CurrencyConverter 0.18.23: between the last rate of a currency and the next one, nine years on, it draws a straight line.
#
# Guess: fallback_on_missing_rate=True fills weekends and holidays of the ECB's file; where a currency was not quoted for
# years (the Icelandic krona from December 2008 to January 2018), convert raises, or uses the rate last quoted.
# Seen: the rate of January 2012 is a point on the line from 290 kronur a euro (3 December 2008) to 125 (1 February 2018):
# about 235, where Iceland's central bank had 159. The result carries no mark; without the option the call raises.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'CurrencyConverter==0.18.23' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from datetime import date

from currency_converter import CurrencyConverter, RateNotFoundError

day = date(2012, 1, 2)
filled = CurrencyConverter(fallback_on_missing_rate=True)
per_euro = {when: filled.convert(1, "EUR", "ISK", date=when) for when in (date(2008, 12, 3), day, date(2018, 2, 1))}
print({str(when): round(rate, 2) for when, rate in per_euro.items()})
try:
    CurrencyConverter().convert(1, "EUR", "ISK", date=day)
    raised = "nothing"
except RateNotFoundError as error:
    raised = str(error)
print("without the option:", raised)
assert "ISK has no rate for 2012-01-02" in raised, raised
assert round(per_euro[date(2008, 12, 3)]) == 290, per_euro
assert 200 < per_euro[day] < 260, per_euro
PYTHON
