"""The language that the metadata of an article states, by whatever name, code or tag it does.

Exports write ``en``, ``eng``, ``en_GB``, ``English``, ``ENGLISH`` and, where the interface was in
another language, ``Englisch`` or ``anglais``. The first two letters of a name are no code:
Estonian is ``et``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_INTERFACES = ("en", "de", "fr", "es", "it", "pt", "nl")
"""Languages that archives show their pages in, the commonest first."""
_OF_NONE = frozenset(("und", "mul", "mis", "zxx", "root"))
"""Codes that say that the language is unknown, one of several or none."""
_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:[-_][a-z0-9]{2,8})*")
_FIRST_NAME = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_LONGEST = 80
"""Characters: a name, its region and a few more languages; longer values are no names."""


@cache
def language_code(stated: str) -> str | None:
    """The ISO 639 code, two letters if there are any, for a language as metadata state it, or None.

    Of several languages the first counts.

    >>> [language_code(name) for name in ("en_GB", "eng", "ENGLISH", "Estonian", "Deutsch", "ger", "unknown")]
    ['en', 'en', 'en', 'et', 'de', 'de', None]
    """
    text = stated.strip().lower()[:_LONGEST]
    name = _FIRST_NAME.search(text)
    tag = _TAG.fullmatch(text) or _TAG.fullmatch(text.split(",")[0].split(";")[0].strip())
    code = _of_code(tag["language"]) if tag else None
    return code or (_of_name(name.group()) if name else None)


def _of_code(code: str) -> str | None:
    """A code of two or three letters as the shorter one, or None if it is none."""
    import pycountry

    if code in _OF_NONE:
        return None
    keys = ("alpha_2",) if len(code) == len("en") else ("alpha_3", "bibliographic")
    found = next(filter(None, (pycountry.languages.get(**{key: code}) for key in keys)), None)
    return getattr(found, "alpha_2", code) if found else None


def _of_name(name: str) -> str | None:
    """The code of a language by its name, if need be by the name's first or last word ("British English")."""
    words = (name, *name.split()[:: max(name.count(" "), 1)])
    found = (_names(where).get(word) for where in (*_INTERFACES, None) for word in words)
    return next(filter(None, found), None)


@cache
def _names(where: str | None) -> dict[str, str]:
    """Codes by the names that languages have in one language, or each in its own for None; lower case."""
    from babel import Locale

    codes = [code for code in map(str, Locale(where or "en").languages) if code.isalpha() and code not in _OF_NONE]
    if where is None:
        named = [(name, code) for code in codes if len(code) == len("en") for name in _own_name(code)]
    else:
        named = [(str(Locale(where).languages[code]), code) for code in codes]
    return {name.lower(): code for name, code in reversed(named)}


def _own_name(code: str) -> Iterator[str]:
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale(code).get_language_name(code)
    except (UnknownLocaleError, ValueError):
        return
    if name:
        yield name
