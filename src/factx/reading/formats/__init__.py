"""Files of any export to raw articles: the kind of a file told by its content, a reader for each kind."""

from factx.reading.formats.articles import parts_of
from factx.reading.formats.fields import check_table
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, RawArticle, ReadOptions
from factx.reading.formats.records import column_told, named_columns, plain, plain_keys
from factx.reading.formats.registry import read_names, read_parts
from factx.reading.formats.unread import UnreadFiles, UnreadKind

__all__ = [
    "BadPart",
    "InputFile",
    "RawArticle",
    "ReadOptions",
    "UnreadFiles",
    "UnreadKind",
    "check_table",
    "column_told",
    "named_columns",
    "parts_of",
    "plain",
    "plain_keys",
    "read_names",
    "read_parts",
]
