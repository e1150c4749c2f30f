"""Dates in figures (``3/4/2017``) read by what the file as a whole shows, or the user says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from factx.base import InputError
from factx.reading.date_spellings import is_in_figures
from factx.reading.publication_date import day_first_in, instant_of

_ADVICE = "say which with --day-first or --no-day-first"


class DayOrder:
    """Knows whether the dates of a file have the day first.

    ``day_first`` is what the user says; ``dates`` yields all dates of the file, and is only asked when
    the first date in figures comes.
    """

    def __init__(self, day_first: bool | None = None, dates: Callable[[], Iterable[str]] = list) -> None:
        self._said, self._dates = day_first, dates

    @cached_property
    def _shown(self) -> tuple[bool | None, str | None]:
        """The order that the dates show, and how they contradict each other if they do."""
        if self._said is not None:
            return self._said, None
        try:
            return day_first_in(self._dates()), None
        except InputError as error:
            return None, str(error)

    def settled(self, date: str) -> tuple[str | None, str | None]:
        """The date, as ISO 8601 if it is one in figures, or None and why it is not read.

        >>> DayOrder(dates=lambda: ["25/03/2017"]).settled("03/04/2017")
        ('2017-04-03', None)
        """
        if not is_in_figures(date):
            return date, None
        order, contradiction = self._shown
        if contradiction:
            return None, f"the date '{date}' is not read: in this file {contradiction}; {_ADVICE}"
        return instant_of(date, order) or date, None
