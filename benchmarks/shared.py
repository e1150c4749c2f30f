"""The shared sets beside the repository: where they lie, and their scorers, which are run and never copied."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Shared:
    """The folder with ``gold``, ``data`` and ``tools``."""

    folder: Path

    @property
    def gold(self) -> Path:
        """Annotated articles: ``articles/ID.json``, ``facts/ID.json``, ``dates/ID.json``."""
        return self.folder / "gold" / "dev"

    @property
    def calibrating(self) -> Path:
        """Annotated articles that rules were not written with: confidence is fitted to them."""
        return self.folder / "gold" / "read"

    @property
    def unread(self) -> Path:
        """Annotated articles that are scored and never read: what strangers will see."""
        return self.folder / "gold" / "blind"

    @property
    def data(self) -> Path:
        """``ner``, ``ud``, ``newsquant`` and ``temporal``."""
        return self.folder / "data"

    def tool(self, name: str) -> Path:
        """A scorer's script."""
        return self.folder / "tools" / name

    def scorer(self, name: str) -> ModuleType:
        """A scorer as a module."""
        spec = importlib.util.spec_from_file_location(Path(name).stem, self.tool(name))
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def run(self, name: str, *arguments: Path | str) -> dict[str, Any]:
        """What a scorer reports as JSON."""
        command = [sys.executable, str(self.tool(name)), *map(str, arguments), "--json"]
        found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        return found


def shared_at(folder: Path | None) -> Shared | None:
    """The shared sets in a folder, by default beside the repository; None where there are none."""
    folder = folder or SHARED
    return Shared(folder.resolve()) if (folder / "tools").is_dir() else None


def names(gold: Path) -> list[str]:
    """The ids of the annotated articles, sorted."""
    return sorted(path.stem for path in (gold / "facts").glob("*.json"))


def subset(gold: Path, chosen: Iterable[str], folder: Path) -> Path:
    """A folder with the chosen articles and their annotations, laid out like the whole."""
    for name in chosen:
        for part in ("articles", "facts", "dates"):
            if (gold / part / f"{name}.json").exists():
                (folder / part).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(gold / part / f"{name}.json", folder / part / f"{name}.json")
    return folder


def recased(articles: Path, change: Callable[[str], str], folder: Path) -> Path:
    """A folder with the articles' texts in other letters; ``change`` must keep the length, so that offsets hold."""
    folder.mkdir(parents=True)
    for path in sorted(articles.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        text = change(page["text"])
        assert len(text) == len(page["text"])
        (folder / path.name).write_text(json.dumps({**page, "text": text}), encoding="utf-8")
    return folder


def upper(text: str) -> str:
    """The text in capitals, of the same length.

    >>> upper("Maße")
    'MAßE'
    """
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)


def lower(text: str) -> str:
    """The text in small letters, of the same length."""
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
