"""1 read: files and folders to articles with title, publication date, dateline and publisher."""

from factx.reading.article import Article, article, unread_date
from factx.reading.dateline import Dateline, find_dateline
from factx.reading.files import read_articles, read_sources
from factx.reading.formats import ReadOptions, UnreadFiles, named_columns
from factx.reading.publication_date import day_of
from factx.reading.sources import find_sources, has_own_tables
from factx.reading.wrapping import soft_breaks, unwrapped

__all__ = [
    "Article",
    "Dateline",
    "ReadOptions",
    "UnreadFiles",
    "article",
    "day_of",
    "find_dateline",
    "find_sources",
    "has_own_tables",
    "named_columns",
    "read_articles",
    "read_sources",
    "soft_breaks",
    "unread_date",
    "unwrapped",
]
