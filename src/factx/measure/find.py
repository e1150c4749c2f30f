"""Doc → quantities: the candidates of the text, filtered and completed by the parse."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc

from factx.base import ArticleContext, QuantityMention, TimeMention
from factx.measure.amounts import Origin, make_amount
from factx.measure.candidate import Candidate
from factx.measure.candidates import find_candidates
from factx.measure.elided_nouns import Counted, continued_noun
from factx.measure.filters.ages import YEAR_OF_AGE, continues_ages, is_age
from factx.measure.filters.by_parse import is_quantity
from factx.measure.lexer import Lexeme, adjoins, lower_at
from factx.measure.money import has_own_money
from factx.measure.nouns import Noun, Places, counted_noun, unit_of_noun
from factx.measure.units import TIME_UNITS
from factx.measure.words import WORDS
from factx.model import text_of


def find_amounts(doc: Doc, context: ArticleContext, times: Iterable[TimeMention] = ()) -> list[QuantityMention]:
    """Return the quantities of a doc in text order; numbers in dates and clock times (``times``) are none.

    ``context.country`` resolves "$" and "pounds" (see ``factx.measure.money``); what lies in
    ``context.skip`` is left out.
    """
    text = text_of(doc)
    lexemes, candidates = find_candidates(text)
    if not candidates:
        return []
    places, origin, taken = Places(doc), Origin(context.country, _nations(doc)), _Taken(context, times)
    found: list[QuantityMention] = []
    counted: list[Counted] = []
    for at, item in enumerate(candidates):
        if item.dropped or taken.holds(item, lexemes[item.first].start, lexemes[item.last - 1].end):
            continue
        _weigh_pounds(lexemes, item, origin)
        noun = _noun(places, lexemes, item, candidates[at + 1] if at + 1 < len(candidates) else None)
        previous = candidates[at - 1] if at > 0 else None
        if noun is None and (is_age(places, lexemes, item) or continues_ages(lexemes, previous, item)):
            item.unit = YEAR_OF_AGE
        if noun is not None and (unit := unit_of_noun(noun)) is not None:
            item.unit, noun = unit, None
        elif noun is None and item.unit is None:
            noun = continued_noun(lexemes, counted, item)
        if not is_quantity(places, lexemes, item, noun):
            continue
        found.append(make_amount(text, places, lexemes, item, noun, origin))
        if noun is not None:
            counted.append(Counted(item.value, noun))
    return found


def _nations(doc: Doc) -> tuple[str, ...]:
    """Return ISO alpha-3 codes of the nations named in the doc, if the step for them has run."""
    if "factx_mentions" not in doc.spans:
        return ()
    mentions = doc.spans["factx_mentions"].attrs.get("findings", [])
    return tuple(sorted({str(item["iso3"]) for item in mentions if item.get("type") == "nation" and item.get("iso3")}))


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


def _weigh_pounds(lexemes: list[Lexeme], item: Candidate, origin: Origin) -> None:
    """Read plain "pounds" ("200 pounds") as a weight unless scale or country makes them money."""
    money = item.money
    if money is None or money.name != "pound" or item.number.scale != 1:
        return
    if any(piece.text.endswith("£") for piece in lexemes[money.first : money.last]):
        return
    if not has_own_money("pound", origin.country, origin.nations):
        item.money, item.unit = None, "pound"


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
