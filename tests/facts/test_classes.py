"""Classes of words that the rules' code asks for: each is in its lexicon, also where no sentence asks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import factx.facts
from factx.facts.cues import CARRIERS, CUES, EVENT_WORDS, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.giving import GIVING

MODULES = sorted(Path(factx.facts.__file__).parent.rglob("*.py"))
LEXICONS = {
    "CARRIERS": CARRIERS,
    "CUES": CUES,
    "EVENT_WORDS": EVENT_WORDS,
    "FUNCTION_WORDS": FUNCTION_WORDS,
    "GIVING": GIVING,
    "PREPOSITIONS": PREPOSITIONS,
}


def asked_for(module: Path) -> Iterator[tuple[str, str]]:
    """The lexicon and class of each ``CUES["report"]`` in a module."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id in LEXICONS:
            if isinstance(node.slice, ast.Constant):
                yield node.value.id, str(node.slice.value)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_has_every_class_that_is_asked_for(module: Path) -> None:
    assert [(name, cls) for name, cls in asked_for(module) if cls not in LEXICONS[name]] == []


def test_sees_what_modules_ask_for() -> None:
    assert sum(1 for module in MODULES for _ in asked_for(module)) > len(CUES)


@pytest.mark.parametrize("name", ["CUES", "FUNCTION_WORDS", "GIVING"])
def test_asks_for_every_class_that_it_has(name: str) -> None:
    text = "".join(module.read_text("utf-8") for module in MODULES)
    assert [cls for cls in LEXICONS[name] if f'"{cls}"' not in text] == []
