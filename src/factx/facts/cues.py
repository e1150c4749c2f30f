"""The words that decide in facts, by class; an unknown class is an error naming the known ones.

``CUES`` are base forms: verbs of reporting, hedges, nouns of events and venues … ``FUNCTION_WORDS``
are word forms, and ``PREPOSITIONS`` say which prepositions open which sort of phrase.
``EVENT_WORDS`` are the classes that rules name behind @.
"""

from __future__ import annotations

from factx.base import lexicon

CUES = lexicon.classes("facts/cues")
FUNCTION_WORDS = lexicon.classes("facts/function_words")
PREPOSITIONS = lexicon.classes("facts/prepositions")
CARRIERS = lexicon.classes("facts/carrier_nouns", column="lemma")
EVENT_WORDS = lexicon.classes("facts/event_words")
HARM = CUES["dying"] | CUES["hurting"] | EVENT_WORDS["killing"] | EVENT_WORDS["harming"]
"""What befalls persons and animals, in base forms."""
INDEFINITE = frozenset({"a", "an"})
DEEDS = HARM | EVENT_WORDS["arresting"]
"""What is done to them: harm, and who is held."""


def members(word: str) -> frozenset[str]:
    """Return the words of a class of event words ("@killing"), or the word itself.

    >>> "slay" in members("@killing"), members("slay")
    (True, frozenset({'slay'}))
    """
    return EVENT_WORDS[word[1:]] if word.startswith("@") else frozenset({word})
