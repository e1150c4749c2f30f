"""Files of any export to raw articles: the kind of a file told by its content, a reader for each kind."""

from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import BadPart, RawArticle, ReadOptions
from factx.reading.formats.registry import read_parts

__all__ = ["BadPart", "InputFile", "RawArticle", "ReadOptions", "read_parts"]
