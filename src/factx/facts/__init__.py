"""5 find facts: counted or priced claims, by rules that are data; slots are read off the syntax.

``find`` is the way through: what a text counts (``counts``; ``elided``, where noun or verb stand
elsewhere), how that is related to other words (``frames``), the first of the ``rules`` that accepts
it (``refusals``, by ``features``, ``money`` and ``no_fact``), what fills its roles (``fill`` by
``slots``), and what the network makes of it all (``reader``).
"""

from factx.facts.counts.counted import Counted
from factx.facts.fill import Annotations
from factx.facts.find import FactFinder, counted_phrases
from factx.facts.frame import Frame
from factx.facts.frames.by_parse import frames
from factx.facts.frames.by_word_order import frames_after, frames_before
from factx.facts.matches import Match
from factx.facts.reader.reader import Reading
from factx.facts.refusals import Phrase, refusals
from factx.facts.rule_file import Rule, own_rules, read_rules
from factx.facts.slots.slot_rules import agent_rules
from factx.facts.words import bases

__all__ = [
    "Annotations",
    "Counted",
    "FactFinder",
    "Frame",
    "Match",
    "Phrase",
    "Reading",
    "Rule",
    "agent_rules",
    "bases",
    "counted_phrases",
    "frames",
    "frames_after",
    "frames_before",
    "own_rules",
    "read_rules",
    "refusals",
]
