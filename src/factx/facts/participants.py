"""Participants of a fact: who acts, on what, for whom, what for, according to whom."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from factx.facts.cues import FUNCTION_WORDS
from factx.facts.phrases import Filler, characters, text_of


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a slot: its text, and the characters it was read from (start, end)."""

    text: str | None
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Participants:
    """Who and what a fact is about; None where the sentence does not say.

    ``aided_place`` is the text of a recipient that is a place, else of the home of those who get it:
    what is given there happens there.
    """

    agent: Argument | None = None
    object: str | None = None
    recipient: Argument | None = None
    purpose: str | None = None
    source: Argument | None = None
    aided_place: str | None = None


def argument(doc: Doc, filler: Filler | None) -> Argument | None:
    """Return a filler as an argument: a pronoun has the words of its antecedent."""
    if filler is None:
        return None
    antecedent = filler.antecedent
    text = antecedent.antecedent if antecedent and _is_pronominal(filler) else text_of(doc, filler.span)
    return Argument(text, characters(doc, filler.span))


def argument_at(doc: Doc, span: tuple[int, int] | None) -> Argument | None:
    """Return the tokens of a span as an argument, or None for no span."""
    return None if span is None else Argument(text_of(doc, span), characters(doc, span))


def _is_pronominal(filler: Filler) -> bool:
    """True if the phrase is a pronoun, or a pronoun ties it to a nation ("his country")."""
    anaphor = filler.antecedent
    if anaphor is None or filler.head.pos_ == "PRON":
        return anaphor is not None
    return anaphor.iso3 is not None and anaphor.text.split()[0].lower() in FUNCTION_WORDS["owner"]
