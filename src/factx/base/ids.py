"""Ids: a letter for what they are of, and a hash of its content, which is the same in every run.

The letter keeps readers of tables from taking an id for a number. Of bare hexadecimal digits one id
in some 700 is one: ``69951951872807e5`` is a float, ``0172402514464904`` loses its zero.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Literal, get_args

IdKind = Literal["article", "claim", "entity", "event", "fact", "mention", "quantity"]
LETTERS: dict[str, str] = {kind: kind[0] for kind in get_args(IdKind)} | {"event": "v"}
"""The letter before the ids of each kind; a sentence's id is its article's with the sentence's number."""


def content_id(kind: IdKind, *parts: object) -> str:
    """Return a letter and sixteen hexadecimal digits that depend on the parts and their order only.

    >>> content_id("fact", "killed", 12, 20)
    'fedb971fc03610ca2'
    """
    joined = "\x1f".join(map(str, parts))
    return LETTERS[kind] + blake2b(joined.encode("utf-8", "replace"), digest_size=8).hexdigest()


def id_number(written: str) -> int:
    """Return the number of 64 bits that an id is behind its letter: it takes an eighth of the memory.

    >>> id_number("f000000000000001f")
    31
    """
    return int(written[1:], 16)


def numbered_id(kind: IdKind, number: int) -> str:
    """Return the id of a kind with that number.

    >>> numbered_id("fact", 31)
    'f000000000000001f'
    """
    return f"{LETTERS[kind]}{number:016x}"
