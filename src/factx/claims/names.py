"""Names and ages in the sentences about an occurrence: what two articles on one have in common."""

from __future__ import annotations

import re

from factx.claims.wording import CLASSES

SHORT = 4
"""Letters from which on a capitalised word counts as a name: shorter ones are initials and titles."""
TITLE_CASE = 0.6
"""The share of capitalised words from which on a sentence is a headline, where capitals say nothing."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SITE = re.compile(r"\s[-–—|«»:]\s")
"""Before the name of the site behind a headline, or a dash in a sentence."""
_AGE = re.compile(r"\b(\d{1,3})[- ](year|month)s?[- ]old", re.IGNORECASE)
_NO_NAMES = CLASSES["no_name"] | CLASSES["general_place"] | CLASSES["undistinctive"]


def names_in(sentence: str | None) -> frozenset[str]:
    """Return the capitalised words of a sentence in lower case, but for the first, titles and days.

    There are none if most words are capitalised.

    >>> sorted(names_in("On Monday, Sheriff Ida Quell of Marlow County said that three people died."))
    ['marlow', 'quell']
    >>> sorted(names_in("Three Dead As Lorry Hits Bus in Marlow"))
    []
    """
    words = _WORD.findall(_SITE.split(sentence or "", maxsplit=1)[0])[1:]
    capitalised = [word for word in words if word[0].isupper()]
    if len(capitalised) >= TITLE_CASE * len(words):
        return frozenset()
    lower = (re.split("['’]", word)[0].lower() for word in capitalised)
    return frozenset(word for word in lower if len(word) >= SHORT) - _NO_NAMES


def ages_in(sentence: str | None) -> frozenset[str]:
    """Return the ages in a sentence.

    >>> sorted(ages_in("A 22-year-old was shot beside his 6-month-old son."))
    ['22 year', '6 month']
    """
    return frozenset(f"{number} {unit.lower()}" for number, unit in _AGE.findall(sentence or ""))
