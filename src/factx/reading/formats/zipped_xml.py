"""XML inside a zip, as word processors write it: read element by element, within limits."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from lxml import etree

from factx.base import InputError
from factx.reading.formats.limits import ZIP_FAULTS, unpacked
from factx.reading.formats.opened import InputFile

_ENCRYPTED = b"\xd0\xcf\x11\xe0"
"""The first bytes of old Office files; those of today are wrapped so if they have a password."""
_WITH_PASSWORD = "the document is encrypted; save it without a password"


@contextmanager
def opened_zip(file: InputFile, content: str) -> Iterator[zipfile.ZipFile]:
    """The archive that a document is; raises ``InputError`` if it is broken or lacks ``content``."""
    if file.head.startswith(_ENCRYPTED):
        raise InputError(_WITH_PASSWORD)
    try:
        with file.seekable() as packed, zipfile.ZipFile(packed) as archive:
            if content not in archive.namelist():
                raise InputError(f"no document: the archive has no {content}")
            if archive.getinfo(content).flag_bits & 1:
                raise InputError(_WITH_PASSWORD)
            yield archive
    except ZIP_FAULTS as error:
        raise InputError(f"a broken document: {error}") from None


def elements(archive: zipfile.ZipFile, name: str, *tags: str) -> Iterator[Any]:
    """Yield the elements of a member that have one of the tags, each at its end.

    Raises ``InputError`` where the XML is not well formed; entities are not followed.
    """
    with unpacked(archive, archive.getinfo(name)) as stream:
        read = etree.iterparse(
            stream, events=("end",), tag=[f"{{*}}{tag}" for tag in tags], resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            for _, element in read:
                yield element
        except etree.XMLSyntaxError as error:
            raise InputError(f"not valid XML in {name}: {error}") from None


def local_name(element: Any) -> str:
    """The name of an element without its namespace."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    return name.rpartition("}")[2]


def attribute(element: Any, name: str) -> str:
    """The value of an attribute in whatever namespace, or ""."""
    return next((value for key, value in element.attrib.items() if _local(key) == name), "")


def forget(element: Any) -> None:
    """Free an element's content and what stands before it."""
    element.clear(keep_tail=True)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
