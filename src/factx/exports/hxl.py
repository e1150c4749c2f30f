"""Tables as CSV with a row of tags of the Humanitarian Exchange Language, HXL 1.1.

The tags of the columns are a lexicon; a column without one has an empty tag, which HXL allows.
"""

from __future__ import annotations

from factx.base import lexicon
from factx.exports.rows import Exported, Tables, csv_text, rows_of

_TAGS = lexicon.read("exports/hxl_tags")


def tags(table: str) -> dict[str, str]:
    """The tag of each tagged column of a table.

    >>> tags("events")["killed_low"]
    '#affected+killed+min'
    """
    return {row["column"]: row["tag"] for row in _TAGS if row["table"] == table}


def hxl(tables: Tables, table: str) -> Exported:
    """Return a table with its header, its tags, and its rows."""
    names, tagged = list(tables[table].columns), tags(table)
    rows = [[row.get(name) for name in names] for row in rows_of(tables[table])]
    text = csv_text([names, [tagged.get(name) for name in names], *rows])
    return Exported(text.encode("utf-8"), len(rows))
