"""The words that decide what a number counts, by class; a class that the lexicon lacks is an error."""

from __future__ import annotations

from factx.base import lexicon

WORDS = lexicon.classes("measure/noun_words")
