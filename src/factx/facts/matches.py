"""Match: a counted phrase with the rule that accepts it."""

from __future__ import annotations

from dataclasses import dataclass

from factx.facts.counts.counted import Counted
from factx.facts.frame import Frame
from factx.facts.rule_file import Rule


@dataclass(frozen=True, slots=True)
class Match:
    """A counted phrase that a rule accepts, and the frame it was accepted in.

    ``like`` is the match whose verb and noun it shares ("36 in Puno, 29 in Cusco"); ``until`` is the
    character where the next count that shares its own begins. ``giver`` are the tokens of who acts
    instead ("Norway gave $5m, Sweden $3m"); ``place`` are those of the place right
    before it ("and in Cusco nine"). ``inherits`` is the status of the gift beside it, for a sum
    that no verb of giving governs.
    """

    counted: Counted
    frame: Frame
    rule: Rule
    like: Match | None = None
    until: int | None = None
    giver: tuple[int, int] | None = None
    inherits: str | None = None
    place: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """The character where the count begins, or the place or giver right before it."""
        before = self.place or self.giver
        return self.counted.amount.start_char if before is None else self.counted.head.doc[before[0]].idx

    @property
    def first(self) -> Match:
        """The match that names the verb and the noun: this one, or the first of its list."""
        match = self
        while match.like is not None and match.counted.noun is None and match.rule.amount == "count":
            match = match.like
        return match

    @property
    def list_head(self) -> Match:
        """The first match of its list, whatever those between count; this one in none."""
        match = self
        while match.like is not None:
            match = match.like
        return match

    @property
    def own_words(self) -> range | None:
        """The characters in which its own place and time stand; None where it shares no verb."""
        if self.like is None and self.until is None:
            return None
        sentence = self.counted.sent
        start = sentence.start_char if self.like is None else self.start
        return range(start, self.until if self.until is not None else sentence.end_char)
