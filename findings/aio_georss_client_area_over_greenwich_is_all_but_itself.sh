#!/bin/sh
# aio-georss-client 2026.6.0: an alert area over Greenwich (Ghana to Benin) is 329 km from a place inside it, and Bangkok is inside.
#
# Guess: a place in the polygon has the distance 0 and Bangkok about 10000 km, as with an area east or west of Greenwich or over the 180th meridian.
# Seen: 360 is added to each longitude below zero, so that areas over the 180th meridian work; the side at 3 W is then at 357 E, and the area
# is the way around the earth from 3 E on: all of its latitudes but the area itself is inside. A radius filter (500 km around Bangkok) keeps
# such an alert for readers anywhere, and one of 300 km around a place in the flood drops it. So it is with any area that holds some of the
# meridian: in Britain, France, Spain, Algeria, Mali, Burkina Faso, Ghana.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'aio-georss-client==2026.6.0' 'haversine==2.9.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from aio_georss_client.feed_entry import FeedEntry
from aio_georss_client.xml_parser import XmlParser

FEED = """<rss version="2.0" xmlns:georss="http://www.georss.org/georss"><channel><title>Alerts</title><item><title>Flood</title><guid>1</guid>
<georss:polygon>5 {w} 5 {e} 15 {e} 15 {w} 5 {w}</georss:polygon></item></channel></rss>"""


class Alert(FeedEntry):
    attribution = None


def distance(west, east, place):
    feed = XmlParser().parse(FEED.format(w=west, e=east))
    return round(Alert(place, feed.entries[0]).distance_to_home)


areas = {  # west, east, a place inside, its distance, distance of (13.75, 100.5) in Thailand, of (6, -77) in Colombia
    "Nigeria": (4, 14, (10, 9), 0, False, False),
    "Guinea": (-15, -5, (10, -10), 0, False, False),
    "180th meridian": (175, -175, (10, 179), 0, False, False),
    "Ghana to Benin": (-3, 3, (10, 0), 329, True, True),
}
for name, (west, east, place, far, thai, colombian) in areas.items():
    seen = distance(west, east, place), distance(west, east, (13.75, 100.5)), distance(west, east, (6, -77))
    print(name, "km from a place inside, from Bangkok, from Colombia:", seen)
    assert seen[0] == far, seen
    assert (seen[1] < 500) is thai and (seen[2] < 500) is colombian, seen
PYTHON
