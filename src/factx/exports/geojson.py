"""Events or facts as points of GeoJSON (RFC 7946), for QGIS and maps of the web."""

from __future__ import annotations

import json
from typing import Any

from factx.exports.rows import Exported, Row, Tables, rows_of

_PLACE = ("latitude", "longitude")


def geojson(tables: Tables, table: str) -> Exported:
    """Return the rows that have coordinates; their cells that are not empty are the properties."""
    done = Exported()
    features = []
    for row in rows_of(tables[table]):
        if all(name in row for name in _PLACE):
            features.append(_feature(row, row[f"{table.removesuffix('s')}_id"]))
        else:
            done.left_out["without coordinates"] += 1
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, default=str)
    done.content, done.rows = text.encode("utf-8") + b"\n", len(features)
    return done


def _feature(row: Row, number: str) -> dict[str, Any]:
    properties = {name: value for name, value in row.items() if name not in _PLACE}
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    return {"type": "Feature", "id": number, "geometry": point, "properties": properties}
