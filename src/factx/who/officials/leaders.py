"""Leaders of states by name: news tells of "President Kagame" without saying of which state."""

from __future__ import annotations

from functools import lru_cache

from factx.base import lexicon
from factx.who.gazetteer import plain


def nation_of_leader(name: str) -> str | None:
    """ISO alpha-3 of the state that a person of this full name has led or spoken for, or None.

    >>> nation_of_leader("Angela Merkel"), nation_of_leader("Andrés Manuel López Obrador"), nation_of_leader("Merkel")
    ('DEU', 'MEX', None)
    """
    return _leaders().get(plain(name))


@lru_cache(maxsize=1)
def _leaders() -> dict[str, str]:
    """The state by the leader's plain name."""
    return {plain(row["name"]): row["iso3"] for row in lexicon.read("who/leaders")}
