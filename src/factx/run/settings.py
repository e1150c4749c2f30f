"""What results depend on beside the article: kept results hold only where all of it is the same."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx import __version__
from factx.run.provenance import UNREAD, content_of, hash_of

if TYPE_CHECKING:
    from factx.run.extractor import Extractor

_NAME = re.compile(r"[\w.-]+")


def settings_of(extractor: Extractor) -> dict[str, Any]:
    """The versions, the model, the rules, the rates and the options that an extractor reads with."""
    return {
        "factx": __version__,
        "code": _state_of(Path(__file__).parents[1]),
        "packages": _packages(),
        "model": {**{key: extractor.nlp.meta.get(key) for key in ("name", "version")}, "files": _model(extractor)},
        "options": extractor.settings,
        "rules": content_of(Path(extractor.rules), ".toml") if extractor.rules else None,
        "rates": hash_of(Path(extractor.rates_file)) if extractor.rates_file else None,
    }


def _packages() -> dict[str, str]:
    """The versions of the packages that factx needs."""
    try:
        needed = [line for line in requires("factx") or () if "extra ==" not in line]
        return {name[0]: version(name[0]) for name in map(_NAME.match, needed) if name}
    except PackageNotFoundError:
        return {}


def _model(extractor: Extractor) -> str | None:
    folder = extractor.nlp.path
    return _state_of(Path(folder)) if folder else None


def _state_of(folder: Path) -> str:
    """A hash of the names, sizes and times of a folder's files: quicker than one of what they hold."""
    files = sorted(path for path in folder.rglob("*") if path.suffix not in UNREAD and path.is_file())
    states = ((path.relative_to(folder).as_posix(), path.stat()) for path in files)
    return hashlib.sha256(repr([(name, one.st_size, one.st_mtime_ns) for name, one in states]).encode()).hexdigest()
