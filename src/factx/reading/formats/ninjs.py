"""ninjs, the JSON of IPTC for news items: its three families of names to one.

1.x names fields in one word (``versioncreated``, ``headline``, ``body_NAME``), 2.x has lists of
``{role, contenttype, value}``, 3.x the same in camelCase. Pictures and withdrawn items are no
articles, and what lies in ``associations`` (pictures with their captions) is no text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factx.base import InputError
from factx.reading.formats.field_values import strings_in
from factx.reading.formats.markup import paragraphs_of, xml_of
from factx.reading.formats.prose import PAGE
from factx.reading.formats.records import plain, plain_keys

_MARKS = ("versioncreated", "contentcreated", "pubstatus")
_TYPES = ("text", "composite")
_USABLE = "usable"
_DATES = ("contentcreated", "firstcreated", "versioncreated")
_ROLES = ("main", "", "text", "plain", "xhtml", "html", "html5", "richtext", "richhtml5")
"""Roles or names of bodies and headlines, the likeliest first; unknown ones come after them."""
_PLAIN, _HTML = "text/plain", "html"
_NITF_BODY = "{*}body/{*}body.content"
_BODY, _HEADLINE, _DESCRIPTION = ("body", "bodies"), ("headline", "headlines"), ("description", "descriptions")
"""A field's name, also with a variant's behind it, and that of the list of its variants."""
_WEB = ("http://", "https://")


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """True for an object that has an identifier and a ninjs date or status.

    >>> is_ninjs({"uri": "urn:a:1", "versionCreated": "2017-03-22"}), is_ninjs({"uri": "7", "date": "2017-03-22"})
    (True, False)
    """
    keys = plain_keys(tuple(item))
    return "uri" in keys and not keys.isdisjoint(_MARKS)


def as_plain(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a ninjs item under factx's names; raises ``InputError`` if it is no article."""
    fields = {plain(key): value for key, value in item.items()}
    kind, status = str(fields.get("type") or _TYPES[0]), str(fields.get("pubstatus") or _USABLE)
    if kind.lower() not in _TYPES:
        raise InputError(f"no article: the item is of type '{kind}'")
    if status.lower() != _USABLE:
        raise InputError(f"no article: the item is marked as '{status}'")
    address = str(fields.get("uri"))
    found = {
        "text": _text_in(fields, *_BODY),
        "title": _text_in(fields, *_HEADLINE) or fields.get("title"),
        "published": next(filter(None, map(fields.get, _DATES)), None),
        "updated": fields.get("versioncreated"),
        "author": fields.get("byline") or fields.get("by") or _authors(fields),
        "publisher": fields.get("copyrightholder") or fields.get("infosource") or fields.get("infosources"),
        "url": address if address.startswith(_WEB) else None,
        "language": fields.get("language"),
        "dateline": fields.get("located"),
    }
    if found["text"] is None:
        found["description"] = _text_in(fields, *_DESCRIPTION)
    if not (found["text"] or found["description"]):
        raise InputError("no text: the item has no body")
    return {key: value for key, value in found.items() if value}


def _text_in(fields: Mapping[str, Any], name: str, plural: str) -> str | None:
    """The likeliest of a field's variants (``body_main``; a list of roles) that is filled, or None."""
    found: list[tuple[int, int, str]] = []
    for key, value in fields.items():
        if key == plural:
            found.extend(_of_roles(value))
        elif key.startswith(name) and isinstance(value, str):
            found.append((_rank(role := key[len(name) :]), 0, _marked_up(value, role)))
    texts = (value for _, _, value in sorted(found, key=lambda each: each[:2]))
    return next(filter(str.strip, texts), None)


def _of_roles(value: Any) -> Iterator[tuple[int, int, str]]:
    """Yield the values of a list of ``{role, contenttype, value}`` with their ranks by role and type."""
    for part in value if isinstance(value, list) else []:
        fields = {plain(key): inner for key, inner in part.items()} if isinstance(part, dict) else {}
        if isinstance(fields.get("value"), str):
            kind = str(fields.get("contenttype") or _PLAIN).lower()
            yield _rank(str(fields.get("role") or "")), int(kind != _PLAIN), _marked_up(fields["value"], kind)


def _marked_up(value: str, kind: str) -> str:
    """A value so that it can be told as HTML if it is, or the text of one that is NITF."""
    if _HTML in kind:
        return value if PAGE.match(value) else f"<div>{value}</div>"
    if not value.lstrip().startswith(("<?xml", "<nitf")):
        return value
    try:
        root = xml_of(value.strip().encode("utf-8"))
    except InputError:
        return ""
    return "\n\n".join(line for body in root.findall(_NITF_BODY) for line in paragraphs_of(body))


def _rank(role: str) -> int:
    role = role.lower().rpartition(":")[2]
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)


def _authors(fields: Mapping[str, Any]) -> list[str]:
    """The persons of the item that wrote it."""
    people = fields.get("person") or fields.get("people")
    named = [person for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    return [name for person in named if "author" in str(person.get("rel")).lower() for name in strings_in(person)]
