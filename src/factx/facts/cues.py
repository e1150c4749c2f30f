"""The words that decide in facts, by class; an unknown class is an error naming the known ones.

``CUES`` are base forms: verbs of reporting, hedges, nouns of events and venues … ``FUNCTION_WORDS``
are word forms, and ``PREPOSITIONS`` say which prepositions open which sort of phrase.
"""

from __future__ import annotations

from factx.base import lexicon

CUES = lexicon.classes("facts/cues")
FUNCTION_WORDS = lexicon.classes("facts/function_words")
PREPOSITIONS = lexicon.classes("facts/prepositions")
CARRIERS = lexicon.classes("facts/carrier_nouns", column="lemma")
