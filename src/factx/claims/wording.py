"""What the words about an amount say of it: a part, more, a former number, a new total, its matter."""

from __future__ import annotations

import re
from functools import lru_cache

from factx.base import Fact, lexicon

CLASSES = lexicon.classes("claims/words")
IRREGULAR_PLURALS = lexicon.table("claims/irregular_plurals", "plural", "singular")
MATTERS = lexicon.table("claims/matters", "word", "matter")
ANY_MATTER = "any"
_REMEMBERED = 20_000
"""Words whose singular is kept: those of some hundred articles."""
SHORT = 3
"""Letters from which on a word can be for a matter: shorter ones are prepositions and pronouns."""


def _any_of(*names: str) -> str:
    return "|".join(sorted(set().union(*(CLASSES[name] for name in names))))


_INCREMENT = re.compile(rf"\b(?:{_any_of('increment')})\b", re.IGNORECASE)
_MORE_BEFORE = re.compile(rf"\b(?:{_any_of('more_before')})\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(rf"^\s+(?:{_any_of('more_behind')})\b(?!\s+than)", re.IGNORECASE)
_PART_BEFORE = re.compile(rf"\b(?:{_any_of('part')})\b[^,;.]*$", re.IGNORECASE)
_PART_AFTER = re.compile(
    r"^(?:(?:\s+\w+)?\s+of\s+(?:them|whom|which|these|those)"
    r"|(?:\s+(?:people|others|more|tonnes|tons))?\s+of\s+(?:that|the|its|his|her|their))\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    rf"\b(?:(?:{_any_of('before')})|(?:{_any_of('former')})\s+(?:\w+\s+){{0,2}}(?:{_any_of('count')})s?)\b[^,;.]*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:(?!to\b)[a-z]+\s+){0,2}$", re.IGNORECASE)
_MOVES = re.compile(rf"\b(?:{_any_of('moves', 'raises')})\b", re.IGNORECASE)
_NEW_TOTAL = re.compile(rf"\b(?:{_any_of('raises')})\b[^;.]*\bto\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
_LOWERED = re.compile(rf"\b(?:{_any_of('lowers')})\b[^;.]*\bto\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
_COUNT = rf"\b(?:{_any_of('count')})s?\b"
_MOVE = rf"\b(?:{_any_of('moves', 'raises')})\b"
_COUNT_MOVES = re.compile(rf"(?:{_COUNT}[^;.]*{_MOVE}|{_MOVE}[^;.]*{_COUNT})[^;.]*$", re.IGNORECASE)
_COUNTED_ON = re.compile(rf"^\s+(?:(?:{_any_of('counted_on', 'people_in_general')})\s+){{1,3}}$", re.IGNORECASE)
_UP_FROM = re.compile(r"^\W*(?:\w+\s+){0,3}up\s+from\b", re.IGNORECASE)
_STILL_MISSING = re.compile(
    r"^(?:\s+[\w-]+){0,3}?\s+(?:still|remain(?:s|ed)?|are|were|is|was)\s+(?:\w+\s+)?missing\s+(?:early\s+|late\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
_CARE = re.compile(rf"\b(?:{_any_of('care')})\b[^,;.]*$", re.IGNORECASE)
_AGAIN = re.compile(rf"(?:^|\b(?:the|that|this) )(?:same )?(?:{_any_of('place_again')})$")
_WORD = re.compile(r"[^\W\d_]+")


def around(fact: Fact) -> tuple[str, str]:
    """Return what stands before and after the amount in the sentence of a fact.

    >>> around(Fact(value_text="9", sentence="Some 9 died."))
    ('Some ', ' died.')
    """
    before, found, after = (fact.sentence or "").partition(fact.value_text or "\0")
    return (before, after) if found else ("", "")


def is_increment(fact: Fact) -> bool:
    """True if the amount adds to one told before.

    >>> is_increment(Fact(value_text="four", sentence="Before that, four more nurses died."))
    True
    """
    before, after = around(fact)
    if _INCREMENT.search(fact.value_text or ""):
        return True
    return bool(_MORE_BEFORE.search(before) or _MORE_AFTER.match(after))


def is_part(fact: Fact) -> bool:
    """True if the amount is part of another in the sentence or before it.

    >>> is_part(Fact(value_text="four", sentence="Nine died, including four nurses."))
    True
    >>> is_part(Fact(value_text="Two", sentence="Two of them were nurses."))
    True
    >>> is_part(Fact(value_text="Two", sentence="Two members of the opposition were held."))
    False
    """
    before, after = around(fact)
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after))


def is_former(fact: Fact) -> bool:
    """True if the sentence says that the number holds no longer.

    >>> [is_former(Fact(value_text=n, sentence="The toll rose from 26 to 38.")) for n in ("26", "38")]
    [True, False]
    """
    before, _ = around(fact)
    return bool(_FORMER.search(before) or (_FROM.search(before) and _MOVES.search(fact.sentence or "")))


def is_new_total(fact: Fact) -> bool:
    """True if the sentence says that a sum takes the place of a smaller one.

    >>> is_new_total(Fact(value_text="$8 million", sentence="Norway doubled its offer to $8 million."))
    True
    """
    before, after = around(fact)
    return bool(_NEW_TOTAL.search(before) or _UP_FROM.match(after))


def is_corrected(fact: Fact) -> bool:
    """True if the sentence says that a smaller number takes the place of one that was told.

    >>> is_corrected(Fact(value_text="55", sentence="Officials lowered the toll from Monday's quake to 55."))
    True
    """
    return fact.kind != "pledge" and _LOWERED.search(around(fact)[0]) is not None


def is_day_of_count(fact: Fact) -> bool:
    """True if the day told beside a toll that has moved is that of the count, not of the deaths.

    >>> text = "The toll of the quake rose to 41 on Tuesday."
    >>> is_day_of_count(Fact(value_text="41", time_text="Tuesday", sentence=text))
    True
    >>> text = "Officials raised the toll of the quake to 41 on Tuesday."
    >>> is_day_of_count(Fact(value_text="41", time_text="Tuesday", sentence=text))
    True
    >>> text = "The toll of Tuesday's quake rose to 41."
    >>> is_day_of_count(Fact(value_text="41", time_text="Tuesday", sentence=text))
    False
    >>> text = "Some 20 people were still missing on Thursday."
    >>> is_day_of_count(Fact(kind="missing", value_text="20", time_text="Thursday", sentence=text))
    True
    """
    before, after = around(fact)
    between, day, rest = after.partition(fact.time_text or "\0")
    if fact.kind == "pledge" or not day or rest.startswith(("'", "’")):
        return False
    if fact.kind == "missing" and _STILL_MISSING.match(between):
        return True
    return _COUNT_MOVES.search(before) is not None and _COUNTED_ON.match(between) is not None


def is_update(fact: Fact) -> bool:
    """True if a toll is said to have moved to the number: an earlier one was told of the same occurrence.

    >>> is_update(Fact(value_text="41", sentence="The toll of the quake rose to 41."))
    True
    """
    return fact.kind != "pledge" and _COUNT_MOVES.search(around(fact)[0]) is not None


def is_place_of_care(fact: Fact) -> bool:
    """True if the place of a fact is where the victims were brought.

    >>> is_place_of_care(Fact(location="Graz", sentence="Nine were taken to a hospital in Graz."))
    True
    """
    before, found, _ = (fact.sentence or "").partition(fact.location or "\0")
    return bool(found and _CARE.search(before))


def is_place_again(place: str | None) -> bool:
    """True if a place is one that was named before.

    >>> is_place_again("a mall in the city"), is_place_again("city"), is_place_again("Mexico City")
    (True, True, False)
    """
    return _AGAIN.search(place or "") is not None


def matter_of(fact: Fact) -> frozenset[str]:
    """Return what a pledge is for, in the words of its object and purpose; empty if they are general.

    >>> sorted(matter_of(Fact(object="emergency aid", purpose="school meals in Niger")))
    ['education', 'food']
    """
    text = " ".join(filter(None, (fact.object, fact.purpose)))
    words = [singular(word) for word in _WORD.findall(text) if len(word) >= SHORT and word.islower()]
    return frozenset(MATTERS.get(word, word) for word in words) - {ANY_MATTER}


@lru_cache(maxsize=_REMEMBERED)
def singular(word: str) -> str:
    """Return the singular of a noun in lower case; a noun in the singular stays.

    >>> [singular(word) for word in ("gunmen", "families", "nurses", "princess", "sheep")]
    ['gunman', 'family', 'nurse', 'princess', 'sheep']
    """
    for plural, ending in IRREGULAR_PLURALS.items():
        if word.endswith(plural):
            return word.removesuffix(plural) + ending
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("s") if not word.endswith("ss") else word
