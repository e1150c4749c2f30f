"""Settings that library and command line share; they load nothing, so ``factx --help`` is quick."""

from __future__ import annotations

DEFAULT_MODEL = "accurate"
OWN_MODELS = ("fast", "accurate")
MIN_CONFIDENCE = 0.5
"""Facts below it are more often wrong than right where we checked, and left out unless they are asked for."""
