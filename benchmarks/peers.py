"""Adapters to other open libraries: the same text in, the scorers' format out, each choice said beside it.

All of them install together with factx: ``pip install '.[bench]'``. A maker raises ``ImportError`` where its
library is missing; whoever runs it says so in the table. Choices are made in the peer's favour where there are any.
quantulum3's classifier is a scikit-learn object that only the release it was made with can load: the extra pins it.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta
from inspect import signature
from typing import Any

from benchmarks.found import FindDates, FindQuantities, FoundDate, Quantity, ReadPhrase

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}


def factx_dates() -> FindDates:
    """factx's finder without a parse, as in a library call on plain text."""
    from factx.dates import find

    def finder(text: str, published: str | None) -> list[FoundDate]:
        return [
            FoundDate(
                item.start_char, item.end_char, item.text, item.type, item.value or "", item.start_date, item.end_date
            )
            for item in find(text, published)
        ]

    return finder


def dateparser_search(strategy: str) -> FindDates:
    """``dateparser.search`` in English, relative to the publication date; a strategy of its own each.

    It returns texts without offsets: each is placed at its first occurrence after the one before. Values are cut to
    the period that it reports (``March 2017`` is no day). "current_period" scores it higher than "past" on news.
    """
    from dateparser.search import search_dates

    if "add_period" not in signature(search_dates).parameters:
        raise ImportError("older than dateparser 1.5")

    def finder(text: str, published: str | None) -> list[FoundDate]:
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "current_period", "RETURN_TIME_AS_PERIOD": True}
        if published:
            settings["RELATIVE_BASE"] = datetime.fromisoformat(published[:10])
        found, at = [], 0
        given = search_dates(text, languages=["en"], settings=settings, strategy=strategy, add_period=True)
        for piece, moment, period in given or []:
            start = text.find(piece, at)
            if start >= 0:
                at = start + len(piece)
                kind = "TIME" if period == "time" else "DATE"
                value = _as_precise(moment, period)
                found.append(FoundDate(start, at, piece, kind, value, *_days(moment, period, value)))
        return found

    return finder


def _days(moment: datetime, period: str | None, value: str) -> tuple[str, str]:
    """First and last day of a value: the week's Monday and Sunday, else the value itself."""
    if period != "week":
        return value, value
    monday = moment.date() - timedelta(days=moment.weekday())
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def _as_precise(moment: datetime, period: str | None) -> str:
    """A moment as a TIMEX3 value that is no more precise than the period.

    >>> [_as_precise(datetime(2017, 3, 22, 9, 30), period) for period in ("year", "month", "week", "day", "time")]
    ['2017', '2017-03', '2017-W12', '2017-03-22', '2017-03-22T09:30']
    """
    forms = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}
    return moment.strftime(forms.get(period or "day", "%Y-%m-%d"))


def timexy() -> FindDates:
    """The spaCy component timexy on a blank pipeline, which is all it needs; it takes no publication date.

    Its values are moments (``1999-10-03T00:00:00``): the midnight that no text states is taken off. It logs an error
    for each match inside a token; that is not its answer.
    """
    import logging

    import spacy
    from timexy import Timexy  # noqa: F401  # registers the component

    logging.getLogger("timexy").setLevel(logging.CRITICAL)
    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
    form = re.compile('type="(?P<type>[A-Z]+)" value="(?P<value>[^"]*)"')

    def finder(text: str, published: str | None) -> list[FoundDate]:
        found = []
        for ent in nlp(text).ents:
            read = form.search(ent.kb_id_)
            assert read is not None
            value = read["value"].removesuffix("T00:00:00")
            day = value if read["type"] == "DATE" else None
            found.append(FoundDate(ent.start_char, ent.end_char, ent.text, read["type"], value, day, day))
        return found

    return finder


DATE_FINDERS: dict[str, Callable[[], FindDates]] = {
    "factx": factx_dates,
    "dateparser.search": lambda: dateparser_search("split"),
    "dateparser.search, ngram": lambda: dateparser_search("ngram"),
    "timexy": timexy,
}


def quantulum3(classifier: bool) -> FindQuantities:
    """quantulum3, with or without its unit classifier; its value with an uncertainty is a range's two ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where the classifier's packages are missing
        from quantulum3 import classifier as settings
        from quantulum3 import parser

    if classifier and not settings.USE_CLF:
        raise ImportError("the classifier's packages are missing")
    settings.USE_CLF = classifier

    def finder(text: str) -> list[Quantity]:
        return [{"value": _spread(item.value, item.uncertainty), "unit": item.unit.name} for item in parser.parse(text)]

    return finder


def _spread(value: float, uncertainty: float | None) -> float | list[float]:
    return [value - uncertainty, value + uncertainty] if uncertainty else value


def text2num() -> FindQuantities:
    """text2num, which turns number words into digits; then all numbers of its text are taken, without a unit.

    ``threshold=0`` because it otherwise leaves single small numbers in words; a number before a scale word that it
    wrote out ("2.5 1000000") is multiplied.
    """
    from text_to_num import alpha2digit

    def finder(text: str) -> list[Quantity]:
        return [{"value": value, "unit": "-"} for value in _numbers(alpha2digit(text, "en", threshold=0))]

    return finder


def _numbers(text: str) -> list[float]:
    """The numbers of a text in digits, a number times the scale that follows it.

    >>> _numbers("3,200 troops and 2.5 1000000 dollars")
    [3200.0, 2500000.0]
    """
    found: list[float] = []
    end = -1
    for match in NUMBER.finditer(text):
        value = float(match[0].replace(",", ""))
        if found and value in {1e3, 1e6, 1e9, 1e12} and match.start() == end + 1 and "," not in match[0]:
            found[-1] *= value
        else:
            found.append(value)
        end = match.end()
    return found


QUANTITY_FINDERS: dict[str, Callable[[], FindQuantities]] = {
    "quantulum3, with classifier": lambda: quantulum3(True),
    "quantulum3, without": lambda: quantulum3(False),
    "text2num": text2num,
}


def read_with_quantulum3() -> ReadPhrase:
    """The first quantity that quantulum3 (without classifier) finds in the phrase; a unit other than money is none."""
    find = quantulum3(False)

    def read(phrase: str) -> tuple[float | None, str | None]:
        found = find(phrase)
        value = found[0]["value"] if found else None
        return (value if isinstance(value, float) else None), (found[0]["unit"] if found else None)

    return read


def read_with_text2num() -> ReadPhrase:
    """The first number of text2num's digits; it knows no currencies."""
    find = text2num()

    def read(phrase: str) -> tuple[float | None, str | None]:
        found = find(phrase)
        return (found[0]["value"] if found else None), None

    return read


def read_with_price_parser() -> ReadPhrase:
    """price-parser's amount and currency; it reads prices of web shops and knows no "million": we multiply for it."""
    from price_parser import Price

    def read(phrase: str) -> tuple[float | None, str | None]:
        price = Price.fromstring(phrase)
        scale = next((SCALES[word] for word in re.findall("[a-z]+", phrase.lower()) if word in SCALES), 1.0)
        return (None if price.amount is None else float(price.amount) * scale), price.currency

    return read


PHRASE_READERS: dict[str, Callable[[], ReadPhrase]] = {
    "quantulum3": read_with_quantulum3,
    "text2num": read_with_text2num,
    "price-parser": read_with_price_parser,
}
