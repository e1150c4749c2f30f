"""Files of this machine and of others: ``news``, ``s3://bucket/news``, ``https://…/may.zip``."""

from __future__ import annotations

import posixpath
import shutil
import uuid
from pathlib import Path
from typing import Any

from factx.base import FactxError, InputError, needed

_EXTRAS = "to install them, type in factx's clone: pip install '.[remote]'"


def is_address(path: str) -> bool:
    """True for an address, false for a path of this machine.

    >>> is_address("s3://bucket/news"), is_address("C:/news")
    (True, False)
    """
    return "://" in path


class Folder:
    """A folder of files, here or elsewhere, which ``address`` names.

    Raises ``InputError`` if the package for a kind of address is not installed, and for an address of
    an unknown kind.
    """

    def __init__(self, address: str) -> None:
        fsspec: Any = needed_for_engines("fsspec")
        try:
            self._system, path = fsspec.url_to_fs(address if is_address(address) else str(Path(address).resolve()))
        except ImportError as error:
            raise InputError(f"{address}: {error}; {_EXTRAS}") from error
        except ValueError as error:
            raise InputError(f"{address}: {error}") from error
        self._path = path.rstrip("/")
        self._is_here = not is_address(address)

    def here(self) -> Path | None:
        """The folder's path on this machine; None if it lies elsewhere."""
        return Path(self._path) if self._is_here else None

    def files(self) -> dict[str, dict[str, Any]]:
        """What is known of each file in the folder or deeper, by its path relative to the folder."""
        self._system.invalidate_cache(self._path)  # workers write there, too
        found: dict[str, dict[str, Any]] = self._system.find(self._path, detail=True)
        return {posixpath.relpath(name, self._path): told for name, told in found.items()}

    def is_folder(self) -> bool:
        """True if there are files below the address."""
        return bool(self._system.isdir(self._path))

    def state(self) -> dict[str, Any] | None:
        """What is known of the file at the address; None if there is none."""
        try:
            told: dict[str, Any] = self._system.info(self._path)
        except FileNotFoundError:
            return None
        return told

    def url(self, name: str = "") -> str:
        """The address of a file in the folder."""
        return str(self._system.unstrip_protocol(self._at(name)))

    def get(self, name: str, to: Path) -> None:
        """Copy a file to this machine."""
        self._system.get_file(self._at(name), str(to))

    def put(self, source: Path, name: str) -> None:
        """Copy a file of this machine into the folder, whole or not at all."""
        place = self._at(name)
        self._system.makedirs(posixpath.dirname(place), exist_ok=True)
        if not self._is_here:
            self._system.put_file(str(source), place)
            return
        partial = _partial(place)
        shutil.copyfile(source, partial)
        partial.replace(place)

    def read(self, name: str) -> bytes | None:
        """The bytes of a small file; None if it does not exist."""
        try:
            found: bytes = self._system.cat_file(self._at(name))
        except FileNotFoundError:
            return None
        return found

    def write(self, name: str, content: bytes) -> None:
        """Write a small file, whole or not at all."""
        place = self._at(name)
        self._system.makedirs(posixpath.dirname(place), exist_ok=True)
        if not self._is_here:
            self._system.pipe_file(place, content)
            return
        partial = _partial(place)
        partial.write_bytes(content)
        partial.replace(place)

    def remove(self, name: str) -> None:
        """Remove a file or a folder, if it is there."""
        if self._system.exists(self._at(name)):
            self._system.rm(self._at(name), recursive=True)

    def _at(self, name: str) -> str:
        return f"{self._path}/{name}" if name else self._path


def _partial(place: str) -> Path:
    """Where a file is written that is not whole yet: two workers may write the same one."""
    return Path(f"{place}.{uuid.uuid4().hex}.partial")


def needed_for_engines(module: str) -> Any:
    """Return a module of the extra ``dask``; ``FactxError`` says what to type if it is not installed."""
    return needed(module, "dask", "the engine dask", FactxError)
