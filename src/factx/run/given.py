"""What callers of the library give: settings, dates and articles, checked where they are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import Failure, InputError
from factx.reading import Article, article, day_of
from factx.run.journal import Known

if TYPE_CHECKING:
    from factx.exchange import Rates

Date = str | date | None


def day_given(published: Date) -> str | None:
    """The publication date of an article as ISO 8601; of a ``datetime`` or ``Timestamp`` its day.

    Raises ``InputError`` for a text that is no full date.

    >>> day_given(date(2017, 3, 22)), day_given("March 22, 2017"), day_given(None)
    ('2017-03-22', '2017-03-22', None)
    """
    if published is None or published != published:  # NaN and NaT differ from themselves
        return None
    day = day_of(published if isinstance(published, str) else published.isoformat()) if published else None
    if published and day is None:
        raise InputError(f"'{published}' is no full date; write it as 2017-03-22")
    return day


def article_given(text: str, default: str | None, published: Date = None, title: str | None = None) -> Article:
    """The article of a text; ``default`` is the date if neither ``published`` nor the text has one.

    Raises ``InputError`` for what is no text, as an empty cell of a data frame.
    """
    if not isinstance(text, str):
        raise InputError(f"{_no_text(text)}; give a text, or a whole data frame to factx.extract_frame")
    given = {"published": day_given(published) or "", "title": title or ""}
    return article(text, metadata={key: value for key, value in given.items() if value}, published=default)


def items_given(items: Iterable[object]) -> Iterator[Article | Failure | str | Known]:
    """The items of a stream; what is no article becomes a failure that says so.

    >>> [type(item).__name__ for item in items_given(["Two fled.", None, {"text": "Two fled."}])]
    ['str', 'Failure', 'Failure']
    """
    for item in items:
        if isinstance(item, Article | Failure | str | Known):
            yield item
        else:
            said = f"{_no_text(item)}; give its text, or an Article of factx.read_articles"
            yield Failure(None, "read", "InputError", said)


def _no_text(item: object) -> str:
    return f"{type(item).__name__} is no article"


def check_confidence(least: float) -> None:
    """Raise ``InputError`` unless the least confidence is a probability.

    >>> check_confidence(97)
    Traceback (most recent call last):
        ...
    factx.base.errors.InputError: min_confidence=97 is no probability, which is from 0 to 1: 0.97 for 97 %
    """
    if not (isinstance(least, int | float) and 0 <= least <= 1):
        raise InputError(f"min_confidence={least!r} is no probability, which is from 0 to 1: 0.97 for 97 %")


def rates_given(own: str | Path | None, yearly: bool) -> Rates:
    """The exchange rates with the user's own; raises ``RateError`` naming file and line."""
    from factx.exchange import Rates

    return Rates.default(Path(own) if own else None, yearly)


def check_rules(own: str | Path | None) -> None:
    """Raise ``RuleError`` naming file and rule if a rule file, or one of a folder, cannot be read."""
    from factx.facts import read_rules

    if own is not None:
        read_rules(Path(own))
