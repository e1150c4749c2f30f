"""What callers of the library give: settings, dates and articles, checked where they are given."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import Failure, InputError
from factx.reading import Article, article, day_of, is_file_name
from factx.run.journal import Known

if TYPE_CHECKING:
    from factx.exchange import Rates

Date = str | date | None
LONGEST_PATH = 1_000
"""Characters: longer lines are texts, and not looked for on the disk."""

_DATES_OF_NUMPY = "M"
"""The kind of numpy's ``datetime64``, of which ``Series.values`` are."""
_ADDRESS = re.compile(r"\s*https?://\S+\s*", re.IGNORECASE)
_READ_FILES = "for the articles in files: Extractor().pipe(factx.read_articles(PATH)), or factx extract"


def day_given(published: Date) -> str | None:
    """The publication date of an article as ISO 8601; of a ``datetime`` or the like its day.

    Raises ``InputError`` for a text that is no full date.

    >>> day_given(date(2017, 3, 22)), day_given("March 22, 2017"), day_given(None)
    ('2017-03-22', '2017-03-22', None)
    >>> day_given(20170322)
    Traceback (most recent call last):
    factx.base.errors.InputError: '20170322' is no full date; write it as 2017-03-22
    """
    if published is None or published != published:  # NaN and NaT differ from themselves
        return None
    if not published:
        return None
    written = published.isoformat() if isinstance(published, date) else published
    if getattr(getattr(published, "dtype", None), "kind", None) == _DATES_OF_NUMPY:
        written = str(published)
    day = day_of(written) if isinstance(written, str) else None
    if day is None:
        raise InputError(f"'{published}' is no full date; write it as 2017-03-22")
    return day


def article_given(text: str, default: str | None, published: Date = None, title: str | None = None) -> Article:
    """The article of a text; ``default`` is the date if neither ``published`` nor the text has one.

    Raises ``InputError`` for what is no text, as an empty cell of a data frame, a file's name or an
    address.
    """
    if isinstance(text, os.PathLike) or (isinstance(text, str) and _is_path(text)):
        raise InputError(f"'{text}' is the name of a file or folder and no text; {_READ_FILES}")
    if not isinstance(text, str):
        many = "many texts to Extractor().pipe, a whole data frame to factx.extract_frame"
        raise InputError(f"{_no_text(text)}; give a text, {many}")
    if _ADDRESS.fullmatch(text):
        raise InputError(f"'{text}' is an address and no text; save the page, then {_READ_FILES}")
    given = {"published": day_given(published) or "", "title": title or ""}
    return article(text, metadata={key: value for key, value in given.items() if value}, published=default)


def items_given(items: Iterable[object]) -> Iterator[Article | Failure | str | Known]:
    """The items of a stream; what is no article becomes a failure that says so.

    Raises ``InputError`` for a single text or path, whose letters would be the items.

    >>> [type(item).__name__ for item in items_given(["Two fled.", None, {"text": "Two fled."}])]
    ['str', 'Failure', 'Failure']
    """
    if isinstance(items, str | bytes | os.PathLike | Article):
        raise InputError("pipe reads many: give a list of texts, or factx.read_articles(PATH); extract reads one text")
    return (_item_given(item) for item in items)


def _item_given(item: object) -> Article | Failure | str | Known:
    if isinstance(item, Article | Failure | str | Known):
        return item
    said = f"{_no_text(item)}; give its text, or an Article of factx.read_articles"
    return Failure(None, "read", "InputError", said)


def _is_path(text: str) -> bool:
    """True for one word that ends as files do, a line that is a file, and a folder with a slash.

    >>> _is_path("news.csv"), _is_path("news/may.txt"), _is_path("The clerk opened news.csv."), _is_path("Two fled.")
    (True, True, False, False)
    """
    line = text.strip()
    if not line or len(line) > LONGEST_PATH or not line.isprintable() or _ADDRESS.fullmatch(line):
        return False
    if " " not in line and is_file_name(line):
        return True
    try:
        return os.path.isfile(line) or (("/" in line or os.sep in line) and os.path.isdir(line))
    except ValueError:
        return False


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
