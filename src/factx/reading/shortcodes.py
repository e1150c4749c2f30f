"""Shortcodes of WordPress (``[gallery ids="3"]``) in a text; "[sic]" and "[the king]" are text.

A bracket is a shortcode if its name is a known one, it has attributes or an underscore, or another
bracket closes it. One in double brackets is meant to be seen.
"""

from __future__ import annotations

import re

from factx.base import lexicon

_WORDS = lexicon.classes("reading/shortcodes")
_NAME = r"[a-z][a-z0-9_.-]{1,40}"
_TAG = re.compile(
    rf"(?<!\[)\[(?P<end>/)?(?P<name>{_NAME})(?P<rest>(?:\s[^\[\]]{{0,2000}})?)\s*/?\](?!\])", re.IGNORECASE
)
_SHOWN = re.compile(rf"\[(?P<code>\[/?{_NAME}[^\[\]]{{0,2000}}\])\]", re.IGNORECASE)
_NAMES, _UNREAD_NAMES = (
    "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for names in (_WORDS["unread"] | _WORDS["tag"], _WORDS["unread"])
)
_UNREAD = re.compile(
    rf"(?<!\[)\[(?P<name>{_UNREAD_NAMES})\b[^\]]{{0,2000}}\]"
    r"(?:(?!\[(?P=name)\b).){0,5000}?\[/(?P=name)\]",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""\s[\w-]+\s*=\s*(?:["'“”″]|&\w+;|\w)""")
_SITES_OWN = re.compile(rf"\[(?:/(?:{_NAMES})\]|(?:{_NAMES}){_ATTRIBUTE.pattern})", re.IGNORECASE)
"""A known shortcode with an attribute, or what closes one: words in brackets are neither."""
_CLOSING = re.compile(rf"\[/(?P<name>{_NAME})\]", re.IGNORECASE)


def without_shortcodes(content: str) -> str:
    """The content without shortcodes; what a column or a button encloses stays.

    >>> without_shortcodes('[caption id="a"]<img/> A lake[/caption]Two [sic] fled.[gallery ids="1,2"]')
    'Two [sic] fled.'
    """
    if "[" not in content:
        return content
    content = _UNREAD.sub("", content)
    closed = {match["name"].lower() for match in _CLOSING.finditer(content)}
    known = _WORDS["tag"] | _WORDS["unread"] | closed
    without = _TAG.sub(lambda tag: "" if _is_code(tag, known) else tag.group(), content)
    return _SHOWN.sub(lambda shown: shown["code"], without)


def without_copied_shortcodes(text: str) -> str:
    """A text without the shortcodes that were copied with it, if it has any that is nothing else.

    >>> without_copied_shortcodes('[caption width="9"]Lake[/caption] Two fled.')
    ' Two fled.'
    >>> without_copied_shortcodes("He [video] fled.")
    'He [video] fled.'
    """
    return without_shortcodes(text) if _SITES_OWN.search(text) else text


def _is_code(tag: re.Match[str], known: frozenset[str]) -> bool:
    name = tag["name"].lower()
    return bool(tag["end"] or name in known or "_" in name or _ATTRIBUTE.search(tag["rest"]))
