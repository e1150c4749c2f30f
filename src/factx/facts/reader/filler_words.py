"""The reader's fillers as columns of a fact: their words, offsets, and the times that they touch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from spacy.tokens import Doc, Token

from factx.base import GATHERINGS, Anaphor, Spans, TimeMention
from factx.facts.cues import FUNCTION_WORDS
from factx.facts.phrases import characters, text_of, trim
from factx.facts.reader.reader import Guess
from factx.facts.slots.place_words import without_venue
from factx.facts.words import NOUNS, has_lemma

Role = Literal["agent", "recipient", "source"]
ROLES = frozenset(get_args(Role))
"""Slots with a span beside the text."""


@dataclass(frozen=True, slots=True)
class FillerWords:
    """What the fillers of a doc say, beside its times and its pronouns with their antecedents."""

    doc: Doc
    times: Spans[TimeMention]
    anaphors: Spans[Anaphor]

    def words(self, name: str, start: int, end: int) -> tuple[int, int] | None:
        """The words of a filler; a place has no venue before it and ends at a time, who acts ends at a sum.

        A gathering that acts is named whole: "Sudan conference", not "Sudan".
        """
        if name == "agent":
            end = _end_of_gathering(self.doc[end - 1])
        if name == "location":
            start, end = without_venue(self.doc, (start, end))
        words = self.doc[start + 1 : end]
        if name == "location":
            others = [token.i for token in words if self._is_time(token) or _is_listed_count(token) or _is_by(token)]
        else:
            others = [token.i for token in words if token.ent_type_ == "MONEY" and name in ROLES]
        return trim(self.doc, start, min(others, default=end))

    def _is_time(self, token: Token) -> bool:
        """True for a word of a time, a feast's among them ("Iraq on Ashura")."""
        return token.ent_type_ == "DATE" or bool(self.times.overlapping(token.idx, token.idx + 1))

    def columns(self, fillers: Mapping[str, Guess]) -> dict[str, Any]:
        """The columns of a fact that some fillers make."""
        columns: dict[str, Any] = {}
        for name, filler in fillers.items():
            span = None if filler.span is None else self.words(name, *filler.span)
            if name == "time":
                columns[name] = self.time_at(span)
            elif name in ROLES:
                said = self.named(span) if name != "source" else text_of(self.doc, span)
                columns[name], columns[f"{name}_text"] = characters(self.doc, span), said
            else:
                columns[name] = text_of(self.doc, span)
        return columns

    def time_at(self, span: tuple[int, int] | None) -> TimeMention | None:
        """The time expression that a span touches."""
        offsets = characters(self.doc, span)
        if offsets is None:
            return None
        start, end = offsets
        return next(iter(self.times.overlapping(start, end)), None)

    def named(self, span: tuple[int, int] | None) -> str | None:
        """The text of a span; a pronoun has the words of its antecedent."""
        offsets = characters(self.doc, span)
        if offsets is None or span is None:
            return None
        if all(token.pos_ == "PRON" for token in self.doc[slice(*span)]):
            start, end = offsets
            around = self.anaphors.overlapping(start, end)
            said = (one.antecedent for one in around if one.start_char <= start and end <= one.end_char)
            return next(said, None)
        return text_of(self.doc, span)


def _is_by(token: Token) -> bool:
    """True for the "by" before who acts, behind a place: "sent to Lae by Oslo"."""
    return token.lower_ == "by" and token.dep_ == "case" and token.head.pos_ in NOUNS


def _is_listed_count(token: Token) -> bool:
    """True for the next number of a list: "in Kano and two in Jos"."""
    return token.pos_ == "NUM" and not token.ent_type_ and token.nbor(-1).lower_ in FUNCTION_WORDS["list_mark"]


def _end_of_gathering(last: Token) -> int:
    """Where a phrase ends whose last word may stand before the noun of a meeting that it names."""
    noun = last.head
    named = last.dep_ == "compound" and last.i < noun.i and noun.pos_ == "NOUN"
    return (noun.i if named and has_lemma(noun, GATHERINGS) else last.i) + 1
