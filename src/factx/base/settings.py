"""Settings that library and command line share; they load nothing, so ``factx --help`` is quick."""

from __future__ import annotations

DEFAULT_MODEL = "accurate"
OWN_MODELS = ("fast", "accurate")
