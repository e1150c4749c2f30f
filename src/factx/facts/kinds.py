"""Kinds of facts, by what they tell of those counted."""

from __future__ import annotations

HARMED = frozenset({"killed", "injured"})
DONE_TO = HARMED | {"arrest"}
"""Kinds of what is done to the counted persons."""
BEFALLEN = DONE_TO | {"missing"}
"""Kinds of what befalls them; its cause is more often an event than somebody."""
