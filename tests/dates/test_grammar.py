"""The grammar shows what each rule reads, and says what is wrong with a rule."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import product
from random import Random
from typing import Any, get_args

import pytest

from factx.base.errors import RuleError
from factx.dates import find, word_classes
from factx.dates.grammar import DateRule, compile_grammar, grammar
from factx.dates.guards.guard import guards
from factx.dates.readers.reader import readers

SEEN_FROM = "2021-06-16"
UNLISTED = {"plain", "run", "url", "mixed", "number", "word", "mark"}
EXAMPLES = [
    pytest.param(text, value, id=f"{rule.name}: {text}")
    for rule in grammar().rules
    for text, value in rule.examples.items()
]


@pytest.mark.parametrize(("example", "value"), EXAMPLES)
def test_examples_have_the_value_they_show(example: str, value: str) -> None:
    """An example is an expression, or a sentence with the expression in square brackets."""
    before, _, rest = example.rpartition("[")
    expression, _, after = rest.partition("]")
    found = [(item.text, item.value or "") for item in find(before + expression + after, SEEN_FROM)]
    assert (expression, value) in found


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in grammar().rules if not rule.examples] == []


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in grammar().rules]
    assert len(set(names)) == len(names)


def test_every_reader_and_guard_is_known() -> None:
    assert {rule.reader for rule in grammar().rules} == set(readers())
    assert {rule.guard for rule in grammar().rules if rule.guard} == set(guards())


@pytest.mark.parametrize("rule", grammar().rules, ids=lambda rule: rule.name)
def test_no_rule_reads_glue_alone(rule: DateRule) -> None:
    """The parser passes over stretches of text that have nothing but glue."""
    glue = [symbol for name in data()["glue"] if (symbol := grammar().symbols[name]) in rule.pattern.pattern]
    words = ["".join(word) for size in (1, 2, 3) for word in product(glue, repeat=size)]
    drawn = Random(rule.name).choices(glue or [""], k=20_000)
    assert rule.pattern.search("".join(words + drawn)) is None


def data() -> dict[str, Any]:
    return tomllib.loads((files("factx.dates") / "grammar.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"patern": "x"}, "grammar.toml, rule 1: unknown key 'patern'"),
        ({"pattern": "{mouth}"}, "rule 'month day, year': unknown class 'mouth'"),
    ],
    ids=["unknown key", "unknown class"],
)
def test_errors_name_the_rule(change: dict[str, str], message: str) -> None:
    wrong = data()
    wrong["rule"][0].update(change)
    with pytest.raises(RuleError, match=message):
        compile_grammar(wrong, "grammar.toml")


def test_shapes_are_those_that_the_grammar_lists() -> None:
    """A shape that the lexer tells apart is a class of the grammar, or is given another class by its value."""
    assert set(get_args(word_classes.Shape)) - set(data()["shapes"]) == UNLISTED


def test_groups_hold_known_classes() -> None:
    """A class that is misspelt in a group would never be met."""
    groups = {name: group for name, group in vars(word_classes).items() if isinstance(group, frozenset)}
    known = {*grammar().symbols, "edge", "other"}
    assert {name: group - known for name, group in groups.items() if group - known} == {}
