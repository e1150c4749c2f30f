#!/bin/sh
# polars 2.1.0 (pandas 3.1.1): a scale that pandas orders minor < moderate < severe < catastrophic is in the order of the
# alphabet: the worst of all is "severe", the least "catastrophic".
#
# Guess: an ordered categorical becomes an Enum, whose order is that of its levels, or is refused.
# Seen: from_pandas makes a Categorical of it, which compares words: "harm >= 'severe'" lacks the catastrophic places, and sort, min,
# max and top_k follow the alphabet, without a warning; so do they behind Parquet. The codes of the levels are kept, 0 for
# minor, so a cast to an Enum of the levels has the right order.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pandas==3.1.1' 'polars==2.1.0' 'pyarrow==26.0.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - "$folder/places.parquet" <<'PYTHON'
import sys

import pandas
import polars

LEVELS = ["minor", "moderate", "severe", "catastrophic"]
harm = pandas.Categorical(["severe", "minor", "catastrophic", "moderate"], categories=LEVELS, ordered=True)
places = pandas.DataFrame({"place": ["Oru", "Ema", "Uda", "Iwe"], "harm": harm})
places.to_parquet(sys.argv[1])
taken = polars.from_pandas(places)
read = polars.read_parquet(sys.argv[1])
print(taken.schema, taken.sort("harm"), sep="\n")
grave = places[places.harm >= "severe"].place.tolist(), taken.filter(polars.col("harm") >= "severe")["place"].to_list()
print("severe and worse:", grave)
worst = places.harm.max(), taken["harm"].max(), read["harm"].max(), pandas.read_parquet(sys.argv[1]).harm.max()
print("worst:", worst, "least:", places.harm.min(), taken["harm"].min())
assert grave == (["Oru", "Uda"], ["Oru"]), grave
assert worst == ("catastrophic", "severe", "severe", "catastrophic"), worst
assert places.harm.min() == "minor" and taken["harm"].min() == "catastrophic"
assert taken["harm"].cast(polars.Enum(LEVELS)).max() == "catastrophic"
PYTHON
