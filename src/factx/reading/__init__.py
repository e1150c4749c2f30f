"""1 read: files and folders to articles with title, publication date, dateline and publisher."""

from factx.reading.article import Article, article, article_known, unread_date
from factx.reading.columns_given import check_columns_in, columns_checked
from factx.reading.copies import Copies, Place, sketch_of
from factx.reading.dateline import Dateline, find_dateline
from factx.reading.files import read_articles, read_rows, read_source, read_sources
from factx.reading.formats import InputFile, ReadOptions, UnreadFiles, named_columns
from factx.reading.known_articles import Sketch
from factx.reading.publication_date import day_of
from factx.reading.sources import Source, find_sources, has_own_tables, is_file_name
from factx.reading.wrapping import soft_breaks, unwrapped

__all__ = [
    "Article",
    "Copies",
    "Dateline",
    "InputFile",
    "Place",
    "ReadOptions",
    "Sketch",
    "Source",
    "UnreadFiles",
    "article",
    "article_known",
    "check_columns_in",
    "columns_checked",
    "day_of",
    "find_dateline",
    "find_sources",
    "has_own_tables",
    "is_file_name",
    "named_columns",
    "read_articles",
    "read_rows",
    "read_source",
    "read_sources",
    "sketch_of",
    "soft_breaks",
    "unread_date",
    "unwrapped",
]
