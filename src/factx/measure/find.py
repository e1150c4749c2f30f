"""Doc → quantities: the candidates of the text, filtered and completed by the parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from factx.base import ArticleContext, QuantityMention, TimeMention
from factx.measure.amounts import make_amount
from factx.measure.bare_money import money_of_lakhs, weigh_pounds
from factx.measure.candidate import Candidate
from factx.measure.candidates import find_candidates
from factx.measure.elided_money import continued_money, converts_bare_sum, money_of_whole
from factx.measure.elided_nouns import Counted, continued_noun, implied_noun
from factx.measure.elided_units import continue_unit
from factx.measure.filters.ages import YEAR_OF_AGE, continues_ages, is_age
from factx.measure.filters.by_parse import is_quantity
from factx.measure.lexer import Lexeme, adjoins, lower_at
from factx.measure.nouns import Noun, counted_noun, noun_by_parse, unit_of_noun
from factx.measure.places import Places
from factx.measure.told import ToldSum
from factx.measure.unit_senses import meant
from factx.measure.units import TIME_UNITS, unit_at
from factx.measure.whose_money import Evidence, evidence_of
from factx.measure.words import WORDS
from factx.model import text_of


def find_amounts(doc: Doc, context: ArticleContext, times: Iterable[TimeMention] = ()) -> list[QuantityMention]:
    """Return the quantities of a doc in text order; numbers in dates and clock times (``times``) are none.

    "$" and "pounds" are resolved by what is known of the article (see ``factx.measure.whose_money``);
    what lies in ``context.skip`` is left out.
    """
    text = text_of(doc)
    lexemes, candidates = find_candidates(text)
    if not candidates:
        return []
    told = [_told(text, lexemes, item) for item in candidates]
    places, evidence, taken = Places(doc), evidence_of(doc, context, told), _Taken(context, times)
    reading = _Reading(places, lexemes, evidence)
    found: list[QuantityMention] = []
    for previous, item, following in zip([None, *candidates], candidates, [*candidates[1:], None], strict=False):
        if item.dropped or taken.holds(item, lexemes[item.first].start, lexemes[item.last - 1].end):
            continue
        item.unit = meant(lexemes, item, evidence.home)
        weigh_pounds(places, lexemes, item, evidence)
        _doubt_money(lexemes, item, evidence)
        noun = reading.noun_of(previous, item, following)
        if is_quantity(places, lexemes, item, noun):
            converted = found[-1].currency if item.converts and found else None
            found.append(make_amount(text, places, lexemes, item, noun, evidence, converted))
            reading.remember(previous, item, noun)
    return found


@dataclass(slots=True)
class _Reading:
    """What has been counted and paid so far, for what later numbers leave unsaid."""

    places: Places
    lexemes: list[Lexeme]
    evidence: Evidence
    counted: list[Counted] = field(default_factory=list)
    sums: list[Candidate] = field(default_factory=list)
    measured: list[Candidate] = field(default_factory=list)

    def noun_of(self, previous: Candidate | None, item: Candidate, following: Candidate | None) -> Noun | None:
        """The noun that a number counts, or None; sets the unit or money that is told otherwise."""
        item.money = item.money or money_of_whole(self.lexemes, item, following)
        noun = _noun(self.places, self.lexemes, item, following)
        if noun is not None:
            unit = unit_of_noun(noun)
            item.unit = item.unit if unit is None else unit
            return noun if unit is None else None
        if is_age(self.places, self.lexemes, item) or continues_ages(self.lexemes, previous, item):
            item.unit = YEAR_OF_AGE
        if item.unit is None:
            noun = continued_noun(self.lexemes, self.counted, item)
        if noun is None and item.kind == "count":
            self._go_on(item)
        return noun

    def _go_on(self, item: Candidate) -> None:
        """Give a bare number the unit, money or name of what is counted that was said before, if any."""
        continue_unit(self.lexemes, self.measured, self.counted, item)
        if item.kind != "count":
            return
        far = None if item.number.form == "fraction" else noun_by_parse(self.places, self.lexemes[item.last - 1].end)
        implied = far or implied_noun(self.places, self.lexemes, self.counted, item)
        item.implied = None if implied is None else implied.unit
        item.money = continued_money(self.places, self.lexemes, self.sums, item)
        if item.money is None:
            item.money = money_of_lakhs(self.places, self.lexemes, item, self.evidence)

    def remember(self, previous: Candidate | None, item: Candidate, noun: Noun | None) -> None:
        """Keep a quantity's noun and sum for the numbers behind it."""
        if noun is not None:
            self.counted.append(Counted(item.value, noun))
        if item.kind != "count" and not item.converts and item.unit not in TIME_UNITS:
            self.measured.append(item)
        if item.money is not None and not item.converts and not converts_bare_sum(self.lexemes, previous, item):
            self.sums.append(item)


class _Taken:
    """The parts of a text in which numbers are no quantities: headers, dates and clock times."""

    def __init__(self, context: ArticleContext, times: Iterable[TimeMention]) -> None:
        self.skip = context.skip
        self.dates = sorted(
            (item.start_char, item.end_char, item.text) for item in times if item.type in {"DATE", "TIME"}
        )
        self.starts = [start for start, _, _ in self.dates]

    def holds(self, item: Candidate, start: int, end: int) -> bool:
        """True if the candidate's characters lie there; "the last three weeks" is a quantity even so."""
        if any(first < end and start < last for first, last in self.skip):
            return True
        at = bisect_right(self.starts, end - 1) - 1
        if at < 0 or self.dates[at][1] <= start or item.money is not None:
            return False
        return not (item.unit in TIME_UNITS and _is_span_of_time(self.dates[at][2]))


def _is_span_of_time(text: str) -> bool:
    """True if a date is a number of days or years: "the last three weeks", "over the next 10 years"."""
    words = text.lower().split()
    opening = next((word for word in words[:-1] if word not in WORDS["opens_span_of_time"]), "")
    return opening in WORDS["span_of_time"]


def _told(text: str, lexemes: list[Lexeme], item: Candidate) -> ToldSum | None:
    """The sum that a candidate is, if its text says whose money it is."""
    if item.money is None or item.money.minor:
        return None
    start, end = lexemes[item.first].start, lexemes[item.last - 1].end
    return ToldSum.of(start, item.money.name, text[start:end])


def _doubt_money(lexemes: list[Lexeme], item: Candidate, evidence: Evidence) -> None:
    """Take "ALL", "TOP", "85 marks" and "6 punts" for words where no nation here has such money."""
    money = item.money
    if money is None:
        return
    is_word = money.name in WORDS["money_of_its_nations"] and item.number.scale == 1
    if (money.doubtful and not evidence.has_tender(money.name)) or (is_word and not evidence.has_money(money.name)):
        item.money, item.first = None, item.number.first
        item.unit, item.last = unit_at(lexemes, item.number.last) or (None, item.number.last)
        item.after = item.last


def _noun(places: Places, lexemes: list[Lexeme], item: Candidate, following: Candidate | None) -> Noun | None:
    """Return what a count counts, behind the size of each, too ("two $500 notes"); or None."""
    if item.kind != "count" or item.per is not None:
        return None
    if item.number.form == "zero" and lower_at(lexemes, item.first) == "nobody":
        return None
    of_group = item.number.form == "fraction"
    noun = counted_noun(places, lexemes[item.after - 1].end, item.value, of_group=of_group)
    if noun is None and following is not None and _is_size(lexemes, item, following):
        noun = counted_noun(places, lexemes[_size_end(lexemes, following) - 1].end, item.value)
    return noun


def _is_size(lexemes: list[Lexeme], item: Candidate, following: Candidate) -> bool:
    """True if an amount right behind a count says how large each thing is ("six 30-seat buses")."""
    if following.first != item.last or following.per is not None:
        return False
    return (
        following.kind in {"measure", "money"}
        or _size_end(lexemes, following) > following.after
        or (lexemes[following.first].text == ".")
    )


def _size_end(lexemes: list[Lexeme], size: Candidate) -> int:
    """Return the lexeme behind an amount and what a hyphen ties to it ("30-seat")."""
    at = size.after
    tied = size.kind == "count" and lower_at(lexemes, at) == "-" and adjoins(lexemes, at) and adjoins(lexemes, at + 1)
    return at + 2 if tied else at
