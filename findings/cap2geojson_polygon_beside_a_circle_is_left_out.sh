#!/bin/sh
# cap2geojson 0.1.0.dev4: of an area of a warning with a polygon and a circle only the circle is left.
#
# Guess: an area of the Common Alerting Protocol covers all its polygons and circles together, so the map has both.
# Seen: a circle is looked for first, and where there is one the polygon is passed over; the description of both stays. Here a
# warning for a square degree, some 12,000 square kilometres of Oru, and for ten kilometres around a lake is one of the lake. The
# polygon of Kan, an area of its own without a circle, is kept. Nothing is raised or logged.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'cap2geojson==0.1.0.dev4' 'shapely==2.2.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from cap2geojson import to_geojson
from shapely.geometry import Point, shape

ALERT = """<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier><sender>met@met.example</sender>
<sent>2021-05-03T12:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info>
<category>Met</category><event>Flood</event><urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
{}</info></alert>"""
SQUARE = "<polygon>1,30 2,30 2,31 1,31 1,30</polygon>"
LAKE = "<circle>5,30 10</circle>"
in_oru, on_lake, in_kan = Point(30.5, 1.5), Point(30.0, 5.0), Point(40.5, 1.5)


def read(*areas):
    text = "".join(f"<area><areaDesc>{name}</areaDesc>{places}</area>" for name, places in areas)
    (feature,) = to_geojson(ALERT.format(text))["features"]
    return feature["properties"]["areaDesc"], shape(feature["geometry"])


for places, oru, lake in ((SQUARE, True, False), (LAKE, False, True), (SQUARE + LAKE, False, True), (LAKE + SQUARE, False, True)):
    name, area = read(("Oru and its lake", places))
    print(places, "->", name, area.covers(in_oru), area.covers(on_lake), round(area.area, 4))
    assert (area.covers(in_oru), area.covers(on_lake)) == (oru, lake), places

name, area = read(("Oru and its lake", SQUARE + LAKE), ("Kan", "<polygon>1,40 2,40 2,41 1,41 1,40</polygon>"))
print(name, [round(part.area, 4) for part in area.geoms])
assert (area.covers(in_oru), area.covers(on_lake), area.covers(in_kan)) == (False, True, True)
PYTHON
