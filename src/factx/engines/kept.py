"""Extractors of this process: an engine sends settings many times, and the model is loaded once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from factx.run import Extractor

_kept: dict[str, Extractor] = {}
_lock = threading.RLock()


@contextmanager
def loaded(extractor: Extractor) -> Iterator[Extractor]:
    """Hold the process's extractor with the same settings, loaded; other threads wait for it.

    spaCy's vocabulary, which a pipeline adds to while it reads, is not made for several threads.
    """
    with _lock:
        name = repr((str(extractor.model), sorted(extractor.settings.items())))
        yield _kept.setdefault(name, extractor).load()


def count_loaded() -> int:
    """The number of models that this process has loaded for engines."""
    return len(_kept)
