"""What a run measures with: the shared sets, which models, how thoroughly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.shared import ROOT, Shared
from factx.base.settings import DEFAULT_MODEL, OWN_MODELS

DEFAULT_FIRST = (DEFAULT_MODEL, *(model for model in OWN_MODELS if model != DEFAULT_MODEL))
QUICK_ARTICLES = 12
"""How many annotated articles ``--quick`` reads."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The options that every part is given; ``models`` begins with the default one."""

    shared: Shared | None
    quick: bool = False
    models: tuple[str, ...] = DEFAULT_FIRST

    @property
    def articles(self) -> Path:
        """The articles for the speed of whole runs: the annotated ones, else the repository's own."""
        return self.shared.gold / "articles" if self.shared else ROOT / "data" / "raw"
