"""What may have been meant by a name that is not known: the end of errors that name one."""

from __future__ import annotations

from collections.abc import Iterable, Set
from difflib import get_close_matches

_MOST_LISTED = 60
"""Names that are listed where none is near: all columns of facts, the longest list that is read as a whole."""
_NEAR = 5
"""Names that are looked at: of codes with three letters, several are equally near."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like a mistyped one, or None if none is like it.

    One with the same letters, of which two were exchanged, goes before others.

    >>> nearest("frame", ["frames", "verbs"]), nearest("weather", ["frames", "verbs"])
    ('frames', None)
    >>> nearest("KNE", ["NER", "KEN"])
    'KEN'
    """
    spelled: dict[str, str] = {}
    for item in known:
        spelled.setdefault(item.casefold(), item)
    typed = name.casefold()
    near = get_close_matches(typed, list(spelled), n=_NEAR)
    exchanged = (item for item in near if sorted(item) == sorted(typed))
    return spelled[next(exchanged, near[0])] if near else None


def hint(name: str, known: Iterable[str], otherwise: str = "there are") -> str:
    """What may have been meant by a name; if nothing is like it, what there is, ``otherwise`` before it.

    Sets are listed by the alphabet, other names in their order.

    >>> hint("frame", ["frames", "verbs"]), hint("weather", {"verbs", "frames"}, "known keys are")
    ("did you mean 'frames'?", 'known keys are frames, verbs')
    """
    names = sorted(known) if isinstance(known, Set) else list(dict.fromkeys(known))
    near = nearest(name, names)
    if near is not None:
        return f"did you mean '{near}'?"
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return f"{otherwise} {', '.join(names[:_MOST_LISTED])}{more}"
