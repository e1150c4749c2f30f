"""Case tables: TOML files of ``[[case]]``, each a phenomenon with a text, and only what is worth stating of the answer.

[[case]]
phenomenon = "office in apposition after the name"
origin     = "own"        # own (the default) | dev | bug | peer: what the case was made from
text       = "Paul Carver, U.S. secretary of state, left for Oslo."
officials  = [{ name = "Paul Carver", title = "secretary of state", country = "USA" }]
fails      = "why"        # only for a known failure: the case must fail, or lose this line
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

ORIGINS = ("own", "dev", "bug", "peer")
SHOWN = 70
"""Characters of the text that name a case without phenomenon of its own: enough to find it by."""
COMMON = frozenset({"phenomenon", "origin", "text", "fails"})


def read_cases(path: Path, keys: Collection[str]) -> list[dict[str, Any]]:
    """The cases of a file; an unknown key, or a phenomenon that stands twice, is an error.

    In a file that is about one phenomenon, a case may do without a name of its own.
    """
    table = tomllib.loads(path.read_text("utf-8"))
    assert set(table) == {"case"}, f"{path.name}: only [[case]] tables"
    for case in table["case"]:
        unknown = set(case) - COMMON - set(keys)
        assert not unknown, (
            f"{path.name}: unknown keys {sorted(unknown)} in {case}; there are {sorted(COMMON | set(keys))}"
        )
        case.setdefault("phenomenon", case.get("text", "")[:SHOWN])
        assert case["phenomenon"], f"{path.name}: a case without phenomenon and text: {case}"
        assert case.get("origin", "own") in ORIGINS, (
            f"{path.name}: origin of {case['phenomenon']!r} is one of {ORIGINS}"
        )
    names = [case["phenomenon"] for case in table["case"]]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"{path.name}: named twice: {sorted(twice)}"
    return list(table["case"])


def cases(*paths: Path, keys: Collection[str]) -> list[Any]:
    """The cases of files as pytest parameters; ``fails`` marks one as a known failure that must go on failing."""
    return [parameter(path.stem, case) for path in paths for case in read_cases(path, keys)]


def parameter(file: str, case: Mapping[str, Any]) -> Any:
    """One case as a pytest parameter, named by its file and phenomenon."""
    marks = [pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else []
    return pytest.param(case, id=f"{file}: {case['phenomenon']}", marks=marks)


def differences(wanted: Mapping[str, Any], found: object) -> Iterator[str]:
    """What is stated of a record and not so: only the fields that the case states are compared; "" is None."""
    for name, value in wanted.items():
        have = getattr(found, name)
        if (have if have is not None else "") != value:
            yield f"{name}: {have!r}, not {value!r}"


def assert_records(wanted: Collection[Mapping[str, Any]], found: Collection[object]) -> None:
    """As many records as stated, in their order, and each with what is stated of it."""
    assert len(found) == len(wanted), list(found)
    wrong = [list(differences(one, other)) for one, other in zip(wanted, found, strict=True)]
    assert not any(wrong), wrong
