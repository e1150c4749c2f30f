"""Towns that are called like a nation: "LEBANON, Ohio (AP) - A man was shot in Lebanon"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from factx.base import lexicon

GROUPS = lexicon.table("who/nation_context_words", "group", "words")
"""The groups of words that the patterns of nation_contexts.csv refer to, by name."""
_IN_STATE = re.compile(rf",\s(?:(?:{GROUPS['press_state']})\.|(?:{GROUPS['state']})(?=[,.;:)]|\s[(\[–—-]|\s?$))")
"""Behind a name, the state in which a town of that name lies."""


def towns_called_like_nations(
    text: str, spans: Iterable[tuple[int, int]], nations: Mapping[str, str | None]
) -> frozenset[str]:
    """Return the names, in small letters, that a text gives to a town and by which it means no nation.

    ``spans`` are those of all names of nations, ``nations`` the nation by each name. A nation that the
    text names otherwise as well ("Lebanese") is meant.

    >>> text = "LEBANON, Ohio (AP) - A man was shot in Lebanon."
    >>> sorted(towns_called_like_nations(text, [(0, 7), (39, 46)], {"LEBANON": "LBN", "Lebanon": "LBN"}))
    ['lebanon']
    """
    forms: defaultdict[str | None, set[str]] = defaultdict(set)
    towns = set()
    for start, end in spans:
        name = text[start:end]
        forms[nations.get(name)].add(name.lower())
        if _IN_STATE.match(text, end) is not None:
            towns.add(name)
    return frozenset(name.lower() for name in towns if forms[nations.get(name)] == {name.lower()})
