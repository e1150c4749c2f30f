"""Tables of phrases that are looked up lexeme by lexeme, forwards from a place or backwards to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from factx.measure.lexer import WORD_HYPHENS, Lexeme, adjoins, lex

Value = TypeVar("Value")


@dataclass(slots=True)
class Phrases(Generic[Value]):
    """Phrases with a value each; a hyphen within one is as good as a blank ("square-mile")."""

    exact: dict[tuple[str, ...], Value] = field(default_factory=dict)
    folded: dict[tuple[str, ...], Value] = field(default_factory=dict)
    first: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)
    longest: int = 0

    @classmethod
    def of(cls, entries: Iterable[tuple[str, bool, Value]]) -> Phrases[Value]:
        """A table of (phrase, whether case matters, value); the first entry of a phrase counts."""
        table: Phrases[Value] = cls()
        for phrase, case_matters, value in entries:
            pieces = tuple(
                item.text if case_matters else item.lower for item in lex(phrase) if item.text not in WORD_HYPHENS
            )
            (table.exact if case_matters else table.folded).setdefault(pieces, value)
            table.first.add(pieces[0].lower())
            table.last.add(pieces[-1].lower())
            table.longest = max(table.longest, len(pieces))
        return table

    def at(self, lexemes: list[Lexeme], i: int) -> tuple[Value, int] | None:
        """Value of the longest phrase that starts at lexeme ``i``, and the lexeme after it."""
        if i >= len(lexemes) or lexemes[i].lower not in self.first:
            return None
        best: tuple[Value, int] | None = None
        texts: tuple[str, ...] = ()
        lowers: tuple[str, ...] = ()
        while i < len(lexemes) and len(texts) < self.longest:
            if lexemes[i].text in WORD_HYPHENS and texts and adjoins(lexemes, i) and adjoins(lexemes, i + 1):
                i += 1
                continue
            if texts and lexemes[i].kind == "digits" and not adjoins(lexemes, i):  # "6 ft 2" is no "6 ft2"
                break
            texts, lowers = (*texts, lexemes[i].text), (*lowers, lexemes[i].lower)
            i += 1
            value = self._get(texts, lowers)
            if value is not None:
                best = value, i
        return best

    def before(self, lexemes: list[Lexeme], i: int) -> tuple[Value, int] | None:
        """Value of the longest phrase that ends just before lexeme ``i``, and its first lexeme."""
        at = i - 1
        if not 0 <= at < len(lexemes) or lexemes[at].lower not in self.last:
            return None
        best: tuple[Value, int] | None = None
        texts: tuple[str, ...] = ()
        lowers: tuple[str, ...] = ()
        while at >= 0 and len(texts) < self.longest:
            if lexemes[at].text in WORD_HYPHENS and texts and adjoins(lexemes, at) and adjoins(lexemes, at + 1):
                at -= 1
                continue
            texts, lowers = (lexemes[at].text, *texts), (lexemes[at].lower, *lowers)
            value = self._get(texts, lowers)
            if value is not None:
                best = value, at
            at -= 1
        return best

    def _get(self, texts: tuple[str, ...], lowers: tuple[str, ...]) -> Value | None:
        value = self.exact.get(texts)
        return value if value is not None else self.folded.get(lowers)
