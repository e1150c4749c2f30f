"""Why a sentence makes a fact or none: reasons from the rules, shown as text."""

from factx.explain.report import Ink, explanation

__all__ = ["Ink", "explanation"]
