"""8 run: the whole pipeline over a text or a folder, in one process or several."""

from factx.run.check_rules import check_rules, count_sentences, without_example
from factx.run.extractor import Extractor, extract, given_up
from factx.run.journal import journal
from factx.run.pipeline import load
from factx.run.provenance import origin_of
from factx.run.settings import settings_of

__all__ = [
    "Extractor",
    "check_rules",
    "count_sentences",
    "extract",
    "given_up",
    "journal",
    "load",
    "origin_of",
    "settings_of",
    "without_example",
]
