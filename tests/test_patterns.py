"""Every regular expression of the package does about linear work, on runs that no article has and an attacker may send.

A pattern is tried as it is used: at one place where the code calls ``match``, at all of them where it searches.
"""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections import defaultdict
from pathlib import Path

import pytest

import factx

PACKAGE = Path(factx.__file__).parent
METHODS = frozenset(["search", "finditer", "findall", "sub", "subn", "split", "match", "fullmatch"])
RUNS = [*"aA1é \n\t.,;:-–'\"’()[]<>/\\&=_{}*|@%$#", "a ", "Aa ", "A. ", "1,", "1 ", "a-", "a.b", "a, ", "--a", "\r\n"]
ENDS = ("", "~\x01 ")
"""What may follow a run and make the pattern fail at its end."""
SHORT, LONG = 500, 4_000
SLOW = 0.02
"""Seconds of this thread: linear work on 4,000 characters takes less than a tenth of it."""
MOST_GROWTH = 20
"""How many times the work for eight times the text may take; quadratic work takes 64."""
BOUNDED = {
    "base.writing._WORD_BEFORE": "is given 20 characters",
    "tables.fact_parties._PHRASE": "is given the last few words before a name",
    "reading.formats.records._NAMED_COLUMN": "is given an option of the command line",
}
"""Patterns that would be slow on long texts, and why they never get one."""


def used_patterns() -> dict[str, frozenset[str]]:
    """The compiled constants of all modules, and the methods that are called on them."""
    uses = defaultdict[str, set[str]](set)
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in METHODS:
                uses[f"{module}.{node.value.id}"].add(node.attr)
    return {name: frozenset(methods) for name, methods in uses.items() if pattern(name) is not None}


def pattern(name: str) -> re.Pattern[str] | re.Pattern[bytes] | None:
    module, _, constant = name.rpartition(".")
    found = getattr(importlib.import_module(f"factx.{module}".removesuffix(".__init__")), constant, None)
    return found if isinstance(found, re.Pattern) else None


USED = used_patterns()


def seconds(compiled: re.Pattern[str] | re.Pattern[bytes], text: str, searches: bool) -> float:
    """Time of this thread for going through a text, the best of three."""
    given = text if isinstance(compiled.pattern, str) else text.encode("latin-1", "replace")
    times = []
    for _ in range(3):
        started = time.thread_time()
        if searches:
            for _ in compiled.finditer(given):  # type: ignore[arg-type]
                pass
        else:
            compiled.match(given)  # type: ignore[arg-type]
            compiled.fullmatch(given)  # type: ignore[arg-type]
        times.append(time.thread_time() - started)
        if times[-1] > 1 or times[-1] < SLOW:
            break
    return min(times)


def test_the_patterns_are_found() -> None:
    assert len(USED) > 300
    assert USED.keys() >= BOUNDED.keys()


@pytest.mark.parametrize("name", sorted(USED.keys() - BOUNDED.keys()))
def test_work_on_long_runs_is_about_linear(name: str) -> None:
    compiled = pattern(name)
    assert compiled is not None
    searches = bool(USED[name] - {"match", "fullmatch"})
    for run in RUNS:
        for end in ENDS:
            long = seconds(compiled, (run * LONG)[:LONG] + end, searches)
            if long > SLOW:
                short = seconds(compiled, (run * SHORT)[:SHORT] + end, searches)
                assert long <= MOST_GROWTH * short, f"{long:.3f} s for {LONG} characters of {run!r} and {end!r}"
