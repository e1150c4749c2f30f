#!/bin/sh
# agate 1.14.2: of strikes ranked by their dead, most first, those whose dead nobody counted are the first.
#
# Guess: the docs of Rank say that null values are always ranked last, so that with reverse=True the deadliest strike has rank 1
# and those without a count come behind the others.
# Seen: with reverse=True the sorted values are turned round with the nulls at their end: strikes without a count are all first,
# and every other is put back by their number: of three counts and two gaps the greatest is third. Ascending ranks are right.
# order_by(reverse=True) has the gaps at the top as well, so that limit(2) of it, the "two deadliest", has no count at all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'agate==1.14.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import agate

rows = [("Gao", 5), ("Mopti", None), ("Kidal", 120), ("Menaka", None), ("Segou", 31)]
strikes = agate.Table(rows, ["place", "killed"], [agate.Text(), agate.Number()])
ranked = strikes.compute([
    ("most", agate.Rank("killed", reverse=True)),
    ("fewest", agate.Rank("killed")),
])
ranked.print_table()
most = {row["place"]: int(row["most"]) for row in ranked.rows}
fewest = {row["place"]: int(row["fewest"]) for row in ranked.rows}
deadliest = [row["place"] for row in strikes.order_by("killed", reverse=True).limit(2).rows]
print(deadliest)
assert "Null values will always be ranked last" in agate.Rank.__doc__
assert most == {"Mopti": 1, "Menaka": 1, "Kidal": 3, "Segou": 4, "Gao": 5}, most
assert fewest == {"Gao": 1, "Segou": 2, "Kidal": 3, "Mopti": 4, "Menaka": 4}, fewest
assert sorted(deadliest) == ["Menaka", "Mopti"], deadliest
PYTHON
