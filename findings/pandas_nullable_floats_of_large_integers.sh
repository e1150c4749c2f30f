#!/bin/sh
# pandas 3.1.1: read_csv with dtype "Float64" refuses a column of one number that has more than 64 bits and empty cells.
#
# Guess: a column declared as Float64 is parsed as floating-point numbers, so 10000000000000000000000 is 1e22, as with
# "float64", and the empty cells beside it are <NA>.
# Seen: "ValueError: Length of values (1) does not match length of index (3)": text is tried as whole numbers first, and
# when these do not fit the empty cells are left out. With any fraction in the column ("1.5") it is read right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pandas==3.1.1' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import io

import pandas as pd

TABLE = "name,high\nthe first,\nthe second,10000000000000000000000\nthe third,\n"


def read(table: str, dtype: str) -> object:
    try:
        return pd.read_csv(io.StringIO(table), dtype={"high": dtype})["high"].tolist()
    except ValueError as error:
        return str(error)


plain, nullable = read(TABLE, "float64"), read(TABLE, "Float64")
mixed = read(TABLE.replace("the first,", "the first,1.5"), "Float64")
print(plain, nullable, mixed, sep="\n")
assert plain[1] == 1e22
assert nullable == "Length of values (1) does not match length of index (3)", nullable
assert mixed[:2] == [1.5, 1e22], mixed
PYTHON
