"""Settings that the library and the command line share; nothing is loaded for them, so ``factx --help`` is quick."""

from __future__ import annotations

DEFAULT_MODEL = "accurate"
OWN_MODELS = ("fast", "accurate")
