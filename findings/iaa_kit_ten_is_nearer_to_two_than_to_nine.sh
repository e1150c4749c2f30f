#!/bin/sh
# iaa-kit 0.1.2: in its weighted kappa a ten taken for a nine costs more than a ten taken for a two, and ordinal alpha is that of intervals.
#
# Guess: the distance of two numbers is that of their ranks (2, 9, 10), so the annotator who is off by one category agrees better, as Cohen
# defined it; alpha on the ordinal scale depends on the order of the values and not on how far apart they are.
# Seen: categories stand in the order of their written form, 10 before 2 before 9. One slip of six, ten for nine: 0.62 linear and 0.5
# quadratic; ten for two: 0.8 and 0.86, the very numbers of each other's. Words are alphabetical, "high" next to "low". "ordinal" squares
# the difference of the values, as "interval" does. Gwet's AC2 is the weighted kappa again. Below ten all is in order.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check --no-compile 'iaa-kit==0.1.2' 'numpy==2.3.5' 'krippendorff==0.8.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import krippendorff
import numpy
from iaa_kit import ac2, alpha_value, weighted_kappa


def by_rank(first, second, weights):
    """Weighted kappa by its definition, categories in the order of the numbers."""
    ranks = sorted({*first, *second})
    power = 1 if weights == "linear" else 2
    far = numpy.abs(numpy.subtract.outer(numpy.arange(len(ranks)), numpy.arange(len(ranks)))) ** power
    one, other = ([ranks.index(value) for value in values] for values in (first, second))
    return 1 - far[one, other].mean() / far[numpy.ix_(one, other)].mean()


TOLLS = [2, 9, 10, 2, 9, 10]
SLIPS = {"ten for nine": [2, 9, 10, 2, 9, 9], "ten for two": [2, 9, 10, 2, 9, 2]}
seen = {}
for name, read in SLIPS.items():
    for weights in ("linear", "quadratic"):
        ours, other = weighted_kappa(TOLLS, read, weights), by_rank(TOLLS, read, weights)
        print(name, weights, "| iaa-kit:", round(ours, 3), "| by rank:", round(other, 3))
        seen[name, weights] = round(ours, 3), round(other, 3)
    assert ac2(TOLLS, read) == weighted_kappa(TOLLS, read, "linear")
assert seen["ten for nine", "linear"] == (0.625, 0.8) and seen["ten for two", "linear"] == (0.8, 0.625)
assert seen["ten for nine", "quadratic"] == (0.5, 0.857) and seen["ten for two", "quadratic"] == (0.857, 0.5)

below = weighted_kappa([1, 2, 3, 3], [1, 2, 3, 2]), by_rank([1, 2, 3, 3], [1, 2, 3, 2], "linear")
assert abs(below[0] - below[1]) < 1e-9

for ratings in ([[1, 1], [2, 2], [3, 1]], [[1, 1], [2, 2], [10, 1]]):  # the same order of values
    ours = alpha_value(ratings, "ordinal")
    right = krippendorff.alpha(numpy.array(ratings).T, level_of_measurement="ordinal")
    print(ratings, "ordinal alpha | iaa-kit:", round(ours, 3), "| krippendorff:", round(right, 3))
    assert ours == alpha_value(ratings, "interval") and abs(right - 1 / 9) < 1e-9
    assert round(ours, 3) == (0.0 if ratings[2][0] == 3 else -0.074)
PYTHON
