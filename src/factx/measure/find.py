"""The amounts of a doc: the text's candidates, sifted and completed with what the parse says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from factx import lexicon
from factx.findings import Amount, Context, TimeExpression
from factx.measure.candidate import Candidate
from factx.measure.candidates import find_candidates
from factx.measure.comparisons import Counted, continued_noun
from factx.measure.currency import has_own_money, resolve
from factx.measure.lexemes import Lexeme, glued, lower_at
from factx.measure.nouns import Noun, Places, counted_noun, is_harm, is_person
from factx.measure.ages import YEAR_OF_AGE, is_age
from factx.measure.bounds import bound_after, change_of
from factx.measure.measured import what_is_measured
from factx.syntax import ancestors, child
from factx.measure.units import TIME_UNITS, rate_at, to_si

_KEPT_DATES = re.compile(r"(?:the\s+|over\s+|in\s+|for\s+)*(?:last|past|next|coming|previous|first|final|following)\s", re.IGNORECASE)


def find_amounts(doc: Doc, context: Context, times: Iterable[TimeExpression] = ()) -> list[Amount]:
    """The quantities of a doc in text order; numbers inside dates and clock times (``times``) are none.

    ``context.country`` settles "$" and "pounds" (see ``factx.measure.currency``); what lies in ``context.skip`` is left out.
    """
    text = doc.text
    lexemes, candidates = find_candidates(text)
    if not candidates:
        return []
    places, nations = Places(doc), _nations(doc)
    dated = sorted((item.start, item.end, item.text) for item in times if item.type in {"DATE", "TIME"})
    found: list[Amount] = []
    counted: list[Counted] = []
    for item in candidates:
        start, end = lexemes[item.first].start, lexemes[item.last - 1].end
        if item.dropped or _is_skipped(start, end, context) or _is_dated(item, start, end, dated):
            continue
        _weigh_pounds(item, context.country, nations)
        noun = _noun(places, lexemes, item)
        if noun is None and is_age(places, lexemes, item):
            item.unit = YEAR_OF_AGE
        if noun is None:
            noun = continued_noun(lexemes, counted, item)
        if not _is_quantity(places, lexemes, item, noun):
            continue
        amount = _amount(places, lexemes, item, noun, context.country, nations)
        found.append(amount)
        if noun is not None:
            counted.append(Counted(item.value, noun))
    return found


def _nations(doc: Doc) -> list[str]:
    """ISO alpha-3 codes of the nations named in the doc, where the step that finds them has run."""
    if "factx_mentions" not in doc.spans:
        return []
    mentions = doc.spans["factx_mentions"].attrs.get("findings", [])
    return sorted({str(item["iso3"]) for item in mentions if item.get("type") == "nation" and item.get("iso3")})


def _weigh_pounds(item: Candidate, country: str | None, nations: list[str]) -> None:
    """Make plain "pounds" ("200 pounds") a weight where neither scale nor country makes them money."""
    money = item.money
    if money is None or money.name != "pound" or money.first < item.number.last or item.number.scale != 1:
        return
    if not has_own_money("pound", country, nations):
        item.money, item.unit = None, "pound"


def _is_skipped(start: int, end: int, context: Context) -> bool:
    return any(first < end and start < last for first, last in context.skip)


def _is_dated(item: Candidate, start: int, end: int, dated: Sequence[tuple[int, int, str]]) -> bool:
    for first, last, text in dated:
        if first >= end:
            return False
        if start < last:
            return not (item.unit in TIME_UNITS and _KEPT_DATES.match(text)) and item.money is None
    return False


def _noun(places: Places, lexemes: list[Lexeme], item: Candidate) -> Noun | None:
    if item.kind != "count" or item.number.form == "zero" and lower_at(lexemes, item.first) == "nobody":
        return None
    if item.per is not None:
        return None
    return counted_noun(places, lexemes[item.after - 1].end, item.value, of_group=item.number.form == "fraction")


def _is_quantity(places: Places, lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> bool:
    """Whether a candidate counts or measures something in its sentence."""
    token = places.at(lexemes[item.first].start)
    if item.number.form == "vague" and item.number.scale == 1 and item.kind == "measure":
        return False
    if token is None or item.kind != "count":
        return not _is_some_day(lexemes, item)
    if lexemes[item.number.first].end < lexemes[item.last - 1].end and _is_screen(lexemes, item, noun):
        return False
    if noun is None and _is_compound_part(lexemes, item, places):
        return False
    form, word = item.number.form, lexemes[item.number.first].lower
    if form == "both":
        return noun is not None and is_person(noun.token)
    if form == "zero":
        no_one = item.number.last - item.number.first == 2
        return _is_zero(token, "no one" if no_one else word, noun)
    if form == "vague" and item.number.scale == 1 and word in {"a", "another", "several"}:
        return is_person(noun.token) if noun is not None else _is_of_them(token)
    if word == "scores" and not _counts_scores(lexemes, item, token):
        return False
    if item.value == 1 and word == "one":
        return _is_counting_one(token, noun)
    if item.dashed:
        return noun is not None and noun.token.lemma_.lower() not in _score_nouns()
    if form == "digits" and item.number.scale == 1:
        return not _is_name_number(token, lexemes, item, noun)
    return not (form == "words" and _is_name_word(token))


def _is_name_word(token: Token) -> bool:
    """Whether a capitalised number word within a sentence is part of a name ("Four Seasons", "the Big Three")."""
    if not token.text[:1].isupper() or token.is_sent_start or token.i == 0 or not token.nbor(-1).is_alpha:
        return False
    neighbours = [token.nbor(-1)] + ([token.nbor()] if token.i + 1 < len(token.doc) else [])
    return any(item.pos_ == "PROPN" and item.text[:1].isupper() for item in neighbours)


def _is_compound_part(lexemes: list[Lexeme], item: Candidate, places: Places) -> bool:
    """Whether the number only helps to form an adjective: "two-way", "one-sided", "three-tier"."""
    at = item.number.last
    if item.number.form != "words" or lower_at(lexemes, at) != "-" or not glued(lexemes, at) or not glued(lexemes, at + 1):
        return False
    return lexemes[at + 1].kind == "word" and lexemes[at + 1].lower not in {"plus", "odd", "strong", "something"}


def _is_some_day(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether "one day" is some day, not a time span ("within one day", "just one day")."""
    if item.unit != "day" or lexemes[item.number.first].lower != "one" or lower_at(lexemes, item.number.last) == "-":
        return False
    return item.bound == "exact" and lower_at(lexemes, item.first - 1) not in _SPANNING


_SPANNING = frozenset({"in", "within", "for", "just", "only", "after", "than", "least", "lasted", "last", "every"})


def _is_screen(lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> bool:
    """Whether "4K" and the like is a picture's resolution: one figure, and no plural noun."""
    pieces = [piece.text for piece in lexemes[item.first : item.last]]
    return len(pieces) == 2 and pieces[1] == "K" and len(pieces[0]) == 1 and (noun is None or noun.token.tag_ != "NNS")


@lru_cache(maxsize=1)
def _score_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon.read("score_nouns"))


def _is_zero(token: Token, word: str, noun: Noun | None) -> bool:
    """Zero counts only persons and harm: "no injuries", "nobody was killed", "none died"; "zero" counts any noun."""
    if word == "zero":
        return noun is not None
    if word == "no":
        return noun is not None and (is_person(noun.token) or is_harm(noun.token, "noun"))
    governor = token.head if word != "no one" or token.nbor().dep_ == "fixed" else token.nbor().head
    return is_harm(governor, "verb") or is_harm(governor, "adjective")


def _is_of_them(token: Token) -> bool:
    """"several of them", "a few of us"."""
    return [item.lower_ for item in token.doc[token.i : token.i + 4]][-2:] in (["of", "them"], ["of", "us"]) or any(
        token.doc[i].lower_ == "of" and token.doc[i + 1].lower_ == "them"
        for i in range(token.i + 1, min(token.i + 3, len(token.doc) - 1))
    )


def _counts_scores(lexemes: list[Lexeme], item: Candidate, token: Token) -> bool:
    if lower_at(lexemes, item.last) not in {"of", "more", "were", "are", "have"}:
        return False
    return token.i == 0 or token.nbor(-1).pos_ not in {"NOUN", "ADJ", "DET", "PRON"}


def _is_counting_one(token: Token, noun: Noun | None) -> bool:
    """Whether "one" counts: before a noun, or as a person killed or arrested; not the pronoun nor "one of the best"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None:
        return False
    if following.lower_ == "of":
        return (noun is not None or is_harm(token.head, "verb")) and not _is_superlative(following)
    if following.lower_ in {"another", "day", "thing", "by", "time"}:
        return False
    if "-" in token.text and noun is None:
        return False
    if noun is not None:
        return token.i > 0 and token.nbor(-1).lower_ not in {"the", "this", "that", "any", "every", "each", "no", "which"} or token.i == 0 or token.dep_ == "nummod"
    governor = token.head
    if is_harm(governor, "verb") or is_harm(following, "adjective") or is_harm(following, "verb"):
        return token.i == 0 or token.nbor(-1).lower_ not in {"the", "this", "that", "no", "any"}
    return False


def _is_superlative(of: Token) -> bool:
    """Whether "of the best", "of the most popular" follows."""
    for token in of.doc[of.i + 1 : min(of.i + 5, len(of.doc))]:
        if token.tag_ in {"JJS", "RBS"} or token.lower_ in {"only", "most", "first"}:
            return True
    return False


def _is_name_number(token: Token, lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> bool:
    """Whether a number belongs to the name before it ("Falcon 9", "Big 12") or is a person's age ("Ana Ruiz, 44,")."""
    if token.i == 0 or item.bound != "exact" or lexemes[item.number.first].text.count(","):
        return False
    before = token.nbor(-1)
    if before.lower_ in {"now", "then"} and noun is None and token.i > 1 and token.nbor(-2).text == ",":
        return lower_at(lexemes, item.last) in {",", ".", ")"}
    if before.text in {",", "("} and before.i > 0 and noun is None:
        following = lower_at(lexemes, item.last)
        return before.nbor(-1).ent_type_ == "PERSON" and following in {",", ")", ".", ";", "and", ""}
    if before.is_space or before.lower_ == before.text or (before.is_sent_start and before.pos_ != "PROPN"):
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.text[:1].isupper() and following.pos_ == "PROPN" and following.ent_type_ not in {"NORP", "ORG"}:
        return True
    if before.ent_type_ in {"DATE", "LOC"} and noun is not None:
        return False
    if before.pos_ in {"PROPN", "ADJ"} and (noun is None or noun.token.tag_ in {"NN", "NNP"}):
        return True
    return token.ent_iob_ == "I" and token.ent_type_ in {"PRODUCT", "ORG", "MISC", "FAC"}


def _amount(
    places: Places, lexemes: list[Lexeme], item: Candidate, noun: Noun | None, country: str | None, nations: list[str]
) -> Amount:
    start, end = lexemes[item.first].start, lexemes[item.last - 1].end
    text = places.doc.text
    _bind_after_noun(lexemes, item, noun)
    low, high = _interval(item)
    currency = None if item.money is None or item.money.minor else resolve(item.money.name, country, nations)
    unit = _unit(item, noun, currency, lexemes)
    value = item.value
    si = to_si(value, unit) if unit is not None and item.kind in {"measure", "percent"} else None
    equivalent = item.equivalent
    return Amount(
        start=start,
        end=end,
        text=text[start:end],
        kind=item.kind,
        value=value,
        low=low,
        high=high,
        bound="range" if item.is_range else "vague" if item.number.low is not None else item.bound,
        unit=unit,
        currency=currency,
        si_value=None if si is None else si[0],
        si_unit=None if si is None else si[1],
        of=what_is_measured(places, item, start, end, noun),
        change=_change(places, lexemes, item),
        noun_start=None if noun is None else noun.start,
        noun_end=None if noun is None else noun.end,
        equivalent_value=None if equivalent is None else equivalent.value,
        equivalent_currency=_equivalent_currency(equivalent, country, nations),
        converts=item.converts,
    )


def _change(places: Places, lexemes: list[Lexeme], item: Candidate) -> str | None:
    """The change that the text tells, without "up" of "gave up", and with the verb of "cut emissions by 30 percent"."""
    before = places.at(lexemes[item.bound_first - 1].start) if item.bound_first > 0 else None
    if before is None:
        return item.change
    if item.change is not None:
        particle = before.dep_ == "compound:prt" and change_of(before.head.lower_) is None
        return None if particle else item.change
    if before.lower_ == "by":
        verb = next((item for item in list(ancestors(before))[1:5] if _is_verb(item)), None)
        return None if verb is None else change_of(verb.lower_)
    return None


def _is_verb(token: Token) -> bool:
    """Whether the token is a verb, or has a verb's subject or object though it was tagged as a noun."""
    return token.pos_ == "VERB" or child(token, "obj", "nsubj") is not None


def _equivalent_currency(equivalent: Candidate | None, country: str | None, nations: list[str]) -> str | None:
    if equivalent is None or equivalent.money is None:
        return None
    return resolve(equivalent.money.name, country, nations)


def _bind_after_noun(lexemes: list[Lexeme], item: Candidate, noun: Noun | None) -> None:
    """"30 people or more", "200 soldiers a day": bound and rate that stand after the counted noun."""
    if noun is None or item.bound != "exact":
        return
    after = next((i for i in range(item.last, min(item.last + 10, len(lexemes))) if lexemes[i].start >= noun.end), None)
    if after is None:
        return
    bound = bound_after(lexemes, after)
    if bound is not None:
        item.bound = bound[0]


def _interval(item: Candidate) -> tuple[float | None, float | None]:
    """The interval that value and bound stand for; open ends are None."""
    if item.is_range:
        return item.low, item.high
    if item.value is None:
        return item.low, None
    low = None if item.bound in {"at_most", "less_than"} else item.value
    high = None if item.bound in {"at_least", "more_than"} else item.value
    return low, high


def _unit(item: Candidate, noun: Noun | None, currency: str | None, lexemes: list[Lexeme]) -> str | None:
    if item.money is not None:
        base: str | None = currency or item.money.name
    else:
        base = item.unit or (noun.unit if noun is not None else None)
    per = item.per
    if per is None and noun is not None:
        after = next((i for i in range(item.last, min(item.last + 10, len(lexemes))) if lexemes[i].start >= noun.end), None)
        rate = rate_at(lexemes, after) if after is not None else None
        per = rate[0] if rate is not None else None
    if per is None:
        return base
    return f"{base} / {per}" if base is not None else f"1 / {per}"
