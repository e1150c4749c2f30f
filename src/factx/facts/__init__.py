"""5 find facts: counted or priced claims, by rules that are data; slots are read off the syntax."""

from factx.facts.counted import Counted, find_counted
from factx.facts.find import FactFinder
from factx.facts.frames import Frame, frames
from factx.facts.matches import Match
from factx.facts.refusals import Phrase, refusals
from factx.facts.rule_file import Rule, read_rules
from factx.facts.slots.slot_rules import agent_rules
from factx.facts.word_order_frames import frames_after, frames_before
from factx.facts.words import bases

__all__ = [
    "Counted",
    "FactFinder",
    "Frame",
    "Match",
    "Phrase",
    "Rule",
    "agent_rules",
    "bases",
    "find_counted",
    "frames",
    "frames_after",
    "frames_before",
    "read_rules",
    "refusals",
]
