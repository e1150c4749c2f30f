"""Kinds of facts, by what they tell of those counted."""

from __future__ import annotations

ARREST, DISPLACED, INJURED, KILLED = "arrest", "displaced", "injured", "killed"
MEMBERS, MISSING, PLEDGE, TROOPS = "members", "missing", "pledge", "troops"
HARMED = frozenset({KILLED, INJURED})
DONE_TO = HARMED | {ARREST}
"""Kinds of what is done to the counted persons."""
BEFALLEN = DONE_TO | {MISSING}
"""Kinds of what befalls them; its cause is more often an event than somebody."""
OF_PEOPLE = BEFALLEN | {DISPLACED}
