"""What made these tables: all that a result depends on beside the articles, by version and content.

Two runs with the same articles and the same origin give the same bytes; where tables differ, the
origins say by what. Nothing in it depends on the day, the machine or the folder that a run was in.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx import __version__

if TYPE_CHECKING:
    from factx.run.extractor import Extractor

_PACKAGE = Path(__file__).parents[1]
LIBRARIES = (
    "babel", "charset-normalizer", "CurrencyConverter", "dateparser", "ftfy", "holidays", "lxml", "numpy",
    "onnxruntime", "pint", "pycountry", "simplemma", "spacy", "thinc", "tokenizers",
    "brotli", "lxml_html_clean", "pdfminer.six", "pyarrow", "python-calamine", "striprtf", "trafilatura", "zstandard",
)  # fmt: skip
"""Packages that results depend on: of the core, and those of extras that turn files into text."""
_WITH_PATHS = ("rules", "rates")
"""Options that name files: what those hold is told instead."""
UNREAD = (".pyc", ".nbi", ".nbc", ".md")
"""Suffixes of what no result depends on: compiled code, and the card of a model."""
_WORDS = (".csv", ".gz", ".txt")
"""Suffixes of lexicons and the gazetteer; rules and grammars are ``.toml``."""


def origin_of(extractor: Extractor, **options: Any) -> dict[str, Any]:
    """Versions and content hashes (SHA-256) of factx, its words and rules, model, rates and libraries.

    ``options`` are settings of the run that are not the extractor's; paths are left out.
    """
    model, own_rules = extractor.nlp.path, extractor.rules
    meta, chosen = extractor.nlp.meta, {**extractor.settings, **options}
    return {
        "factx": {"version": __version__, "sha256": content_of(_PACKAGE, ".py")},
        "model": {key: meta.get(key) for key in ("name", "version")}
        | {"sha256": content_of(Path(model)) if model else None},
        "rules": {
            "sha256": content_of(_PACKAGE, ".toml"),
            "own_sha256": content_of(Path(own_rules), ".toml") if own_rules else None,
        },
        "lexicons": {"sha256": content_of(_PACKAGE, *_WORDS)},
        "rates": _rates_of(extractor),
        "libraries": _libraries(),
        "options": {key: value for key, value in chosen.items() if not key.startswith(_WITH_PATHS)},
    }


def _rates_of(extractor: Extractor) -> dict[str, str | None]:
    """Last day and hash of the European Central Bank's file, and the hash of the user's own rates."""
    rates = extractor.rates
    own = hash_of(Path(extractor.rates_file)) if extractor.rates_file else None
    return {"ecb_last_day": rates.newest(), "ecb_sha256": hash_of(rates.ecb_file), "own_sha256": own}


def _libraries() -> dict[str, str]:
    """The versions of the packages that results depend on, as far as they are installed."""
    found = {}
    for name in sorted(LIBRARIES, key=str.lower):
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found


def content_of(folder: Path, *suffixes: str) -> str:
    """Return the SHA-256 of the names and contents of a folder's files, of all or those with the suffixes.

    A file counts as a folder with nothing else in it.
    """
    if folder.is_file():
        return hashlib.sha256(repr([(folder.name, hash_of(folder))]).encode()).hexdigest()
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in UNREAD)
    names = ((path, path.relative_to(folder).as_posix()) for path in files)
    chosen = [(name, path) for path, name in names if not suffixes or _is_of(name, suffixes)]
    return hashlib.sha256(repr([(name, hash_of(path)) for name, path in chosen]).encode()).hexdigest()


def _is_of(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.endswith(suffixes) and not name.startswith("models/")


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
