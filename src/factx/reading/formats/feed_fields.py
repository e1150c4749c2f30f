"""The children of an item or channel of a feed by name, whatever prefix its namespaces have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

_SPACES = {
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.": "dc",
    "purl.org/dc/terms": "dcterms",
    "search.yahoo.com/mrss": "media",
    "www.itunes.com": "itunes",
    "prismstandard.org": "prism",
    "feedburner": "feedburner",
    "emm.jrc": "emm",
    "www.iso.org/3166": "iso",
    "www.w3.org/1999/xhtml": "xhtml",
    "wordpress.org/export": "wp",
    "www.w3.org/1999/02/22-rdf": "rdf",
}
"""Parts of the addresses of namespaces, and their usual prefixes: versions and ends of the addresses differ."""
_CORE = ("purl.org/rss/1.0", "my.netscape.com", "backend.userland.com", "channel.netscape.com")
"""Namespaces of RSS itself: mostly it has none."""
_ATOM = ("www.w3.org/2005/atom", "purl.org/atom")
_XML = "{http://www.w3.org/XML/1998/namespace}"
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


class Fields:
    """The children of an element; those of Atom have no prefix within a feed of Atom."""

    def __init__(self, element: Any) -> None:
        self._element = element
        own = _space_of(element.tag)
        self._children: dict[str, list[Any]] = {}
        for child in element:
            if isinstance(child.tag, str):
                self._children.setdefault(_name(child.tag, own), []).append(child)

    def all(self, *names: str) -> list[Any]:
        """The children with these names, in the order of the names."""
        return [child for name in names for child in self._children.get(name, ())]

    def text(self, *names: str) -> str:
        """The text of the first child that has some, "" if none has."""
        return next(filter(None, map(words_of, self.all(*names))), "")

    def raw(self, *names: str) -> str:
        """The text of the first child that has some, line by line as it stands there."""
        texts = ("".join(child.itertext()) for child in self.all(*names))
        return next((text for text in texts if text.strip()), "")

    def inside(self, name: str, inner: str) -> str:
        """The text of a child of a child, "" if there is none."""
        return next(filter(None, (Fields(child).text(inner) for child in self.all(name))), "")

    def about(self) -> str:
        """The address by which RSS 1.0 identifies an element."""
        address: str = self._element.get(_RDF_ABOUT, "")
        return address.strip()

    def base(self) -> str:
        """The address to which those within the element are relative, "" if it is not said."""
        return self._inherited("base")

    def language(self) -> str:
        """The language that the element or one around it declares."""
        return self._inherited("lang")

    def _inherited(self, name: str) -> str:
        around = (element.get(_XML + name) for element in _upwards(self._element))
        return next(filter(None, around), "")


def words_of(element: Any) -> str:
    """The text of an element and of what is in it, blanks folded."""
    return " ".join("".join(element.itertext(with_tail=False)).split())


def _upwards(element: Any) -> Iterator[Any]:
    while element is not None:
        yield element
        element = element.getparent()


def _space_of(tag: str) -> str:
    return tag[1:].partition("}")[0].lower() if tag.startswith("{") else ""


@lru_cache(maxsize=4096)
def _name(tag: str, own: str) -> str:
    """The local name, behind a prefix if it is of another namespace than the element around it."""
    space = _space_of(tag)
    local = tag.rpartition("}")[2]
    known = next((prefix for part, prefix in _SPACES.items() if part in space), None)
    if known:
        return f"{known}:{local}"
    if any(part in space for part in _ATOM):
        return local if space == own else f"atom:{local}"
    is_core = not space or space == own or any(part in space for part in _CORE)
    return local if is_core else f"?:{local}"
