"""Explain: why a sentence makes a fact or none, from the code that decides."""

from factx.explain.report import Ink, explanation

__all__ = ["Ink", "explanation"]
