"""Organisations in a text: known bodies and armed groups, and acronyms that the text defines."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from factx.base import EntityMention, lexicon
from factx.who.phrase_finder import PhraseFinder
from factx.who.words import BODY_HEADS, BODY_NOUNS

_BRACKET = re.compile(r"""\s\((?:the\s|or\s)?["“']?(?P<acronym>[A-Z][A-Za-z.&-]{1,9})["”']?\)""")
_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w.'’&-]*$|(?:of|for|and|the|on|in|to|de|la|del|du|des|e|y|&)$")
_NAME_WORDS = 12
"""Words of a name before its acronym in brackets."""
_NAME_REACH = 160
"""Characters before a bracket in which that name is."""
_SMALL = re.compile(r"^(?:of|for|and|the|on|in|to|de|la|del|du|des|e|y|&)$")
_STATE = "yes"
"""What BODY_HEADS says of a state's bodies, of which every state has one."""
_AROUND = 12
"""Characters beside an acronym that tell whether all is in capitals there."""
_UNAMBIGUOUS = 4
"""Letters from which an acronym is a national body's wherever it is read."""
_LONGEST_ACRONYM = 7
"""Letters: a longer word in capitals is shouted."""


@dataclass(frozen=True, slots=True)
class Body:
    """A known organisation: canonical name, sort (international, ministry …) and nation, if any.

    ``beside``: nations of which the article must mention one before a short name of one word is taken
    for it.
    """

    name: str
    sort: str
    iso3: str | None
    beside: frozenset[str]


def find_organisations(text: str, nations: frozenset[str]) -> list[EntityMention]:
    """Mentions of known organisations and of the text's own acronyms, in order, none in another.

    ``nations``: ISO alpha-3 codes that the article mentions; a national body's acronym counts only
    beside its nation.

    >>> [(item.text, item.key) for item in find_organisations("The IS fled. Daesh lost.", frozenset())]
    [('IS', 'organisation:islamic state'), ('Daesh', 'organisation:islamic state')]
    """
    defined = definitions(text)
    found = [*_defined_mentions(text, defined), *_known_mentions(text, nations, frozenset(defined))]
    return without_nested(found)


def definitions(text: str) -> dict[str, str]:
    """Acronyms that the text introduces in brackets after the name, with the canonical name.

    >>> definitions("The National Disaster Relief Authority (NDRA) said the NDRA would help.")
    {'NDRA': 'National Disaster Relief Authority'}
    """
    found: dict[str, str] = {}
    for match in _BRACKET.finditer(text):
        name = _expansion(_name_before(text, match.start()), match["acronym"])
        if name is not None:
            body = body_named(name)
            found.setdefault(match["acronym"], body.name if body else name)
    return found


def body_named(name: str) -> Body | None:
    """The known organisation of this name or alias."""
    return _bodies().get(_plain(name))


@lru_cache(maxsize=10_000)
def key(name: str) -> str:
    """The identity of an organisation, the same in every article of a run.

    >>> key("the U.N.") == key("United Nations") == 'organisation:united nations'
    True
    """
    body = body_named(name)
    return f"organisation:{normalised(body.name if body else name)}"


def with_full_names(found: Sequence[EntityMention]) -> list[EntityMention]:
    """The mentions, a short name ("the Fund") tied to the one body of the article whose name ends so.

    That of a state's body stays, which others have as well: "the Army", "Senate". So does one of two.

    >>> full, short = (_named(0, len(name), name, name, "name") for name in ("Aga Khan Fund", "Fund"))
    >>> [item.name for item in with_full_names([full, short])]
    ['Aga Khan Fund', 'Aga Khan Fund']
    """
    full: dict[str, set[str]] = {}
    for name in {item.name for item in found}:
        for end in _ends(name):
            full.setdefault(end, set()).add(name)
    return [_tied(item, full.get(normalised(item.name), set())) for item in found]


def _tied(item: EntityMention, full: set[str]) -> EntityMention:
    last = item.name.split()[-1].lower()
    is_private = last in BODY_NOUNS | BODY_HEADS.keys() and BODY_HEADS.get(last) != _STATE
    if len(full) != 1 or not is_private or body_named(item.name):
        return item
    (name,) = full
    return replace(item, key=key(name), name=name, linked_by="short")


def _ends(name: str) -> list[str]:
    """The ends of a name, or of what stands before "of" in it, that may stand for it.

    >>> _ends("the Asian Development Bank"), _ends("Bank of Uganda")
    (['development bank', 'bank'], ['bank'])
    """
    words = normalised(name).split()
    own = list(itertools.takewhile(lambda word: not _SMALL.match(word), words))
    return [" ".join(own[at:]) for at in range(1 if own == words else 0, len(own))]


def is_international(key: str) -> bool:
    """True if an entity is a known body of several nations.

    >>> is_international("organisation:world bank"), is_international("nation:KEN")
    (True, False)
    """
    return key in _international()


@lru_cache(maxsize=1)
def _international() -> frozenset[str]:
    return frozenset(key(body.name) for body in _bodies().values() if body.sort == "international")


def normalised(name: str) -> str:
    """A name without article, possessive and letter case, as identities carry it."""
    plain = re.sub(r"^(?:the|an?)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    return re.sub(r"(?:'s|’s|'|’)$", "", plain).replace("’", "'").lower()


def without_nested(found: Iterable[EntityMention]) -> list[EntityMention]:
    """The mentions in order, the longer one where two overlap."""
    kept: list[EntityMention] = []
    for item in sorted(found, key=lambda named: (named.start_char, -named.end_char)):
        if kept and item.start_char < kept[-1].end_char:
            if item.end_char - item.start_char > kept[-1].end_char - kept[-1].start_char:
                kept[-1] = item
            continue
        kept.append(item)
    return kept


@lru_cache(maxsize=1)
def _bodies() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for row in lexicon.read("who/organisations"):
        body = Body(row["name"], row["sort"], row["iso3"] or None, frozenset(filter(None, row["beside"].split("|"))))
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(_plain(name), body)
    return found


@lru_cache(maxsize=1)
def _finder() -> PhraseFinder:
    return PhraseFinder(_bodies())


@lru_cache(maxsize=10_000)
def _plain(name: str) -> str:
    return re.sub(r"^(?:the|The)\s", "", re.sub(r"\s+", " ", name.replace("’", "'")))


def _known_mentions(text: str, nations: frozenset[str], defined: frozenset[str]) -> list[EntityMention]:
    found = []
    for start, end in _finder().spans(text):
        name = _plain(text[start:end])
        body = _bodies()[name]
        short = _is_acronym(name)
        if name in defined or (short and not _acronym_stands(start, end, text, body, nations)):
            continue
        if body.beside and " " not in name and not body.beside & nations:
            continue
        found.append(_named(start, end, text, body.name, "acronym" if short else "name"))
    return found


def _acronym_stands(start: int, end: int, text: str, body: Body, nations: frozenset[str]) -> bool:
    if _is_shouted(text[max(0, start - _AROUND) : start]) or _is_shouted(text[end : end + _AROUND]):
        return False
    return body.iso3 is None or body.iso3 in nations or not nations or end - start >= _UNAMBIGUOUS


def _is_shouted(text: str) -> bool:
    """True if a stretch of text is in capitals throughout, so that capitals make no acronym."""
    return sum(char.isupper() for char in text) > _AROUND // 2 and not any(char.islower() for char in text)


def _defined_mentions(text: str, defined: dict[str, str]) -> list[EntityMention]:
    if not defined:
        return []
    both = {**{name: name for name in defined.values()}, **defined}
    found = []
    for start, end in PhraseFinder(both).spans(text):
        form = re.sub(r"\s", " ", text[start:end])
        name = both.get(form) or both.get(form.replace("’", "'")) or both.get(form.replace("'", "’"))
        if name is not None:
            found.append(_named(start, end, text, name, "acronym" if form in defined else "name"))
    return found


def _named(start: int, end: int, text: str, name: str, linked_by: Literal["name", "acronym"]) -> EntityMention:
    return EntityMention(start, end, text[start:end], "organisation", key(name), name, None, linked_by)


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "").replace("-", "")
    return len(letters) <= _LONGEST_ACRONYM and letters.isupper() and " " not in name


def _name_before(text: str, end: int) -> str:
    """The capital and small words right before a bracket, at most twelve."""
    words = text[max(0, end - _NAME_REACH) : end].split()
    start = len(words)
    while start > 0 and len(words) - start < _NAME_WORDS and _NAME_WORD.match(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def _expansion(name: str, acronym: str) -> str | None:
    """Return the suffix of ``name`` whose initials match the acronym, function words optional; or None."""
    letters = [char for char in acronym.upper() if char.isalpha()]
    words = name.split()
    for start in range(len(words) - 1, -1, -1):
        part = words[start:]
        if _SMALL.match(part[0]):
            continue
        if _spells(part, letters):
            return " ".join(part)
    return None


def _spells(words: list[str], letters: list[str]) -> bool:
    full = [piece[0].upper() for word in words for piece in re.split(r"[-/]", word) if piece]
    bold = [piece[0].upper() for word in words if not _SMALL.match(word) for piece in re.split(r"[-/]", word) if piece]
    plain = [word[0].upper() for word in words if not _SMALL.match(word)]
    return len(letters) > 1 and letters in (full, bold, plain)
