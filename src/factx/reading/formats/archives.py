"""Archives of files: each member is read as a file of its own, ``archive.zip/may/a.html``.

Members of unknown kinds are left out and counted, hidden ones and folders left out. Nothing is
written to the disk, so that a member's path cannot lead elsewhere.
"""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from factx.base import InputError
from factx.reading.encoding import written_name
from factx.reading.formats.compressed import refuse_deep
from factx.reading.formats.limits import ZIP_FAULTS, unpacked
from factx.reading.formats.opened import MOST_BYTES, InputFile
from factx.reading.formats.parts import BadPart, Part, ReadOptions
from factx.reading.formats.unread import UnreadKind

MOST_MEMBERS = 1_000_000
"""Files in an archive: a year of a large agency has fewer."""
_NOTHING = "no articles: there are no files in the archive"
_NO_NAMES = ("", ".", "..")


def read_zip(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the parts of the members of a zip archive, in the order of their names."""
    return _parts(_zip_members(file), options)


def read_tar(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the parts of the members of a tar archive, in its own order: it is read as a stream."""
    return _parts(_tar_members(file), options)


def names_in_zip(file: InputFile, options: ReadOptions) -> Iterator[Sequence[str]]:
    """Yield the columns and keys of the members of a zip archive."""
    return _names(_zip_members(file), options)


def names_in_tar(file: InputFile, options: ReadOptions) -> Iterator[Sequence[str]]:
    """Yield the columns and keys of the members of a tar archive."""
    return _names(_tar_members(file), options)


def _parts(members: Iterator[InputFile | BadPart], options: ReadOptions) -> Iterator[Part]:
    for member in members:
        if isinstance(member, BadPart):
            yield member
        else:
            yield from read_member(member, options)


def _names(members: Iterator[InputFile | BadPart], options: ReadOptions) -> Iterator[Sequence[str]]:
    """Yield the names in members; those that cannot be read have none."""
    from factx.reading.formats.registry import read_names

    for member in members:
        if isinstance(member, InputFile):
            with suppress(InputError, OSError, *ZIP_FAULTS):
                yield from read_names(member, options)


def _zip_members(file: InputFile) -> Iterator[InputFile | BadPart]:
    """Yield the members of a zip archive, or why one cannot be opened."""
    refuse_deep(file)
    try:
        with file.seekable() as packed, zipfile.ZipFile(packed) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
            if not infos:
                raise InputError(_NOTHING)
            for info in sorted(infos, key=lambda info: info.filename)[:MOST_MEMBERS]:
                yield _zip_member(file, archive, info)
    except ZIP_FAULTS as error:
        raise InputError(f"a broken zip archive: {error}") from None


def _zip_member(file: InputFile, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> InputFile | BadPart:
    name = _name_in_tables(info.filename)
    if info.flag_bits & 1:
        return BadPart("it is encrypted; unpack the archive with its password first", member=name)
    return InputFile(name, partial(unpacked, archive, info), file.depth + 1)


def _tar_members(file: InputFile) -> Iterator[InputFile | BadPart]:
    """Yield the members of a tar archive, or why one cannot be read."""
    refuse_deep(file)
    try:
        with file.stream() as packed, tarfile.open(fileobj=packed, mode="r|") as archive:
            is_void = True
            for info in archive:
                held = archive.extractfile(info) if info.isfile() and not _is_hidden(info.name) else None
                if held is not None:
                    is_void = False
                    yield _tar_member(file, info, held.read(MOST_BYTES + 1))
            if is_void:
                raise InputError(_NOTHING)
    except tarfile.TarError as error:
        raise InputError(f"a broken tar archive: {error}") from None


def _tar_member(file: InputFile, info: tarfile.TarInfo, data: bytes) -> InputFile | BadPart:
    """A member, in memory; one of holes unpacks to far more than the archive has of it."""
    name = _name_in_tables(info.name)
    if len(data) > MOST_BYTES:
        return BadPart(f"the file is larger than {MOST_BYTES // 1_000_000} MB; split it", member=name)
    return InputFile.of_bytes(name, data, file.depth + 1)


def read_member(member: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the parts of a member, or why it cannot be read or is left out."""
    from factx.reading.formats.registry import read_parts

    try:
        for part in read_parts(member, options):
            yield replace(part, member="/".join(filter(None, (member.path, part.member))))
    except UnreadKind as error:
        yield BadPart(error.advice or "", member=member.path, left_out=error.kind)
    except (InputError, OSError, *ZIP_FAULTS) as error:
        yield BadPart(str(error), member=member.path)


def _is_hidden(name: str) -> bool:
    """True for hidden files and what macOS adds to archives."""
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/") if part not in _NO_NAMES)


def _name_in_tables(name: str) -> str:
    """A member's name without the steps that lead nowhere or out of the archive ("./a.txt", "../a.txt")."""
    return written_name("/".join(part for part in name.split("/") if part not in _NO_NAMES))
