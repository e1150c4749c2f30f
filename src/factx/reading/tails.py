"""The end of a text that is no story: appeals to readers, whom to call, who else wrote, notes.

Only the last lines are looked at, from the end to the first that is the story's. An appeal speaks
to readers of the outlet in its own voice: nobody is quoted, nobody says it. Lines with telephone
numbers or addresses are such an end below a line that tells whom to contact, and so are lines with
the marks of notes below a heading that says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from factx.base import lexicon
from factx.reading.sentence_ends import ends_sentence

_WORDS = lexicon.classes("reading/tails", column="phrase")


def _one_of(*kinds: str) -> str:
    words = frozenset[str]().union(*(_WORDS[kind] for kind in kinds))
    return rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


_SURE, _APPEAL, _OUTLET, _CONTACT = (
    re.compile(rf"\b{_one_of(kind)}s?\b", re.IGNORECASE) for kind in ("sure", "appeal", "outlet", "contact")
)
_TO_READERS = re.compile(rf"\b{_one_of('reader')}\b", re.IGNORECASE)
_OWN_VOICE = re.compile(rf"\b{_one_of('own')}\b|(?:^|[.!?] ){_one_of('opens_own')}\b", re.IGNORECASE)
_ANY_VOICE = re.compile(rf"\b{_one_of('reader', 'own', 'voice')}\b", re.IGNORECASE)
_TOLD = re.compile(rf"[\"“”«»]|\b{_one_of('told')}\b", re.IGNORECASE)
"""What shows that somebody else speaks, or that somebody is spoken of: no outlet addresses its readers so."""
_PHONE = re.compile(r"(?:\+|\(|\b0|\b00)\d[\d ().–/-]{6,18}\d|\b\d{3}[-.]\d{3,4}(?:[-.]\d{4})?\b")
_ADDRESS = re.compile(r"(?<!\S)[^\s@]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+|\bwww\.\S+|\bhttps?://\S+")
_REACH = re.compile(r"\b(?:contact|please (?:call|e-?mail|visit|see|write))\b|:$", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]*"
_WITH = re.compile(
    rf"[-–—(\s]*[Ww]ith (?:additional )?(?:assistance|files|a file|inputs?|contributions?|reporting) (?:from|by) "
    rf"{_NAME}(?:(?:,? (?:and|in|of|the|at)|,)? {_NAME}){{0,16}}\.?\)?"
)
"""Who has helped: names alone, for with somebody's assistance people are saved, too."""
_MOST_LINES = 12
"""Lines at the end of a text that may be no story: a release has contacts in as many towns."""
_LONGEST, _LONGEST_NAME = 800, 80
"""Characters of an appeal, and of a line with a name or an office among contacts."""
_NOTE = re.compile(r"\^|\[\d{1,3}\] ?\S|\d{1,3}[.)]? [\"“A-Z]|[•*†‡] ?\S")
"""How a note begins, with its mark; \"^\" leads back to the word."""
_LEAST_LEFT = 2
"""Lines that a story has at least: its headline and a paragraph."""


def tail_of(lines: Sequence[str], aside: Collection[int]) -> list[int]:
    """The places of the last lines that are no story; those in ``aside`` are known to be none.

    >>> lines = ["Dam bursts", "Two men died.", "For more information, please contact:", "Ana Roe, +41 79 123 45 67"]
    >>> tail_of(lines, ()), tail_of(["Dam bursts", "Two men died.", "Call +41 79 123 45 67, police said."], ())
    ([2, 3], [])
    """
    found = _notes(lines)
    waiting: list[int] = []
    end = found[0] if found else len(lines)
    for at in range(end - 1, max(end - 1 - _MOST_LINES, _LEAST_LEFT - 1), -1):
        if at in aside:
            continue
        if _says_whom_to_contact(lines[at]):
            found += [*waiting, at]
            waiting = []
        elif is_appeal(lines[at]) or _WITH.fullmatch(lines[at]):
            found.append(at)
        elif _is_contact(lines[at]):
            waiting.append(at)
        else:
            break
    return sorted(found)


def _notes(lines: Sequence[str]) -> list[int]:
    """The places of a heading of notes and the lines below it, if all of these are notes."""
    start = next((at for at in reversed(range(len(lines))) if not _NOTE.match(lines[at])), -1)
    is_heading = _LEAST_LEFT <= start < len(lines) - 1 and lines[start].lower().rstrip(": ") in _WORDS["notes"]
    return [*range(start, len(lines))] if is_heading else []


def is_appeal(line: str) -> bool:
    """True for a paragraph in which an outlet asks its readers to give, to subscribe or to join.

    >>> is_appeal("Your donation keeps our newsroom running. Donate now.")
    True
    >>> is_appeal("We need your support, and we need it now: the army has lost 40 tanks.")
    False
    """
    plain = line.replace("’", "'")
    if len(plain) > _LONGEST or _TOLD.search(plain) or not _ANY_VOICE.search(plain):
        return False
    if _SURE.search(plain):
        return True
    return all(sign.search(plain) for sign in (_APPEAL, _OUTLET, _TO_READERS, _OWN_VOICE))


def _says_whom_to_contact(line: str) -> bool:
    return _CONTACT.match(line) is not None and any(sign.search(line) for sign in (_REACH, _PHONE, _ADDRESS))


def _is_contact(line: str) -> bool:
    """True for a line with a number, an address or a name, as below one that says whom to call."""
    if _PHONE.search(line) or _ADDRESS.search(line):
        return True
    return len(line) <= _LONGEST_NAME and not ends_sentence(line)
