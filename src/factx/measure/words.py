"""The words that decide what a number is, by class; a class that a lexicon lacks is an error."""

from __future__ import annotations

from factx.base import lexicon

WORDS = lexicon.classes("measure/noun_words")
CONTEXTS = lexicon.classes("measure/amount_contexts", by="context")
OTHER_SENSES = lexicon.classes("measure/other_senses", by="word", column="neighbour")
