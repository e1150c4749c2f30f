"""Checks that rules find what their ``example`` sentences state, and nothing in ``not`` ones.

Rules for slots (``facts/slots/agent.toml``) carry examples of their own, which are checked with
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factx.base import Fact
from factx.facts import Rule, agent_rules

if TYPE_CHECKING:
    from factx.run.extractor import Extractor
    from factx.tables import Result

PUBLISHED = "2020-05-20"
"""The day on which the examples of rules are taken to be published: a Wednesday."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """An ``example`` of a rule and the columns it states, or a ``not`` sentence (``columns`` is None)."""

    file: str
    rule: str
    kind: str
    text: str
    columns: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class FailedExample:
    """A sentence of a rule that does not yield what the rule says."""

    file: str
    rule: str
    sentence: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.file}, rule {self.rule!r}: {self.sentence!r}: expected {self.expected}; got {self.got}"


def sentences_of(rules: Iterable[Rule]) -> list[Sentence]:
    """The ``example`` and ``not`` sentences of the rules, in the rules' order.

    >>> from factx.facts.rule_file import parse_rules
    >>> rule = b'[[rule]]\\nname = "struck"\\nverbs = ["strike"]\\nframes = ["nsubj"]\\nnot = ["Ten clocks struck."]'
    >>> [item.text for item in sentences_of(parse_rules("strike.toml", b'kind = "strike"\\n' + rule))]
    ['Ten clocks struck.']
    """
    found: list[Sentence] = []
    for rule in rules:
        said = (rule.file, rule.name, rule.kind)
        found.extend(Sentence(*said, example.text, dict(example.expected)) for example in rule.examples)
        found.extend(Sentence(*said, text, None) for text in rule.negatives)
    return found


def slot_sentences() -> list[Sentence]:
    """Return the ``example`` sentences of the rules for slots.

    >>> slot_sentences()[0].file
    'slots/agent.toml'
    """
    return [
        Sentence("slots/agent.toml", rule.name, example["kind"], example["text"], _columns(example))
        for rule in agent_rules()
        for example in rule.examples
    ]


def _columns(example: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in example.items() if key != "text"}


def check_rules(extractor: Extractor, rules: Iterable[Rule], *, slots: bool = True) -> list[FailedExample]:
    """The examples that fail, in the rules' order; the extractor must have been given the same rules.

    ``slots`` says whether the examples of rules for slots are checked with them.
    """
    from factx.reading import article

    wanted = [*sentences_of(rules), *(slot_sentences() if slots else ())]
    results = extractor.pipe(article(item.text, published=PUBLISHED) for item in wanted)
    failures = (failure(item, result) for item, result in zip(wanted, results, strict=True))
    return [failed for failed in failures if failed]


def failure(item: Sentence, result: Result) -> FailedExample | None:
    """What is wrong with the facts found in a rule's sentence; None where they are as the rule says."""
    kind = item.kind
    of_kind = [fact for fact in result.facts if fact.kind == kind]
    if item.columns is None:
        if not of_kind:
            return None
        return _failed(item, f"no {kind}", "; ".join(shown(fact) for fact in of_kind))
    if any(not differences(fact, item.columns) for fact in of_kind):
        return None
    return _failed(item, f"{kind} {_listed(item.columns)}".rstrip(), _closest(item.columns, of_kind, result))


def _failed(item: Sentence, expected: str, got: str) -> FailedExample:
    return FailedExample(item.file, item.rule, item.text, expected, got)


def _closest(columns: Mapping[str, Any], of_kind: Sequence[Fact], result: Result) -> str:
    """What the closest fact has instead; without one of the kind, all facts or why there are none."""
    if result.failure is not None:
        return str(result.failure.message)
    if not of_kind:
        return "; ".join(shown(fact) for fact in result.facts) or result.article.message or "no fact"
    best = min((differences(fact, columns) for fact in of_kind), key=len)
    return _listed(best)


def differences(fact: Fact, columns: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that are not as stated, with what they hold; "" states an empty cell.

    >>> differences(Fact(kind="arrest", value=12.0, agent="police"), {"value": 12, "agent": "", "object": "men"})
    {'agent': 'police', 'object': None}
    """
    return {name: getattr(fact, name) for name, wanted in columns.items() if not _same(getattr(fact, name), wanted)}


def _same(got: Any, wanted: Any) -> bool:
    return got is None if wanted == "" else bool(got == wanted)


def shown(fact: Fact) -> str:
    """A fact in one line: rule, amount, object.

    >>> shown(Fact(rule="arrest/arrested", value_text="12", object="men"))
    'arrest/arrested 12 men'
    """
    return " ".join(str(part) for part in (fact.rule, fact.value_text, fact.object) if part)


def _listed(columns: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = {_cell(value)}" for name, value in columns.items())


def _cell(value: Any) -> str:
    return "empty" if value is None or value == "" else repr(value)


def count_sentences(rules: Iterable[Rule], *, slots: bool = True) -> tuple[int, int]:
    """Return how many ``example`` and ``not`` sentences the rules have, those for slots among them."""
    sentences = [*sentences_of(rules), *(slot_sentences() if slots else ())]
    negatives = sum(sentence.columns is None for sentence in sentences)
    return len(sentences) - negatives, negatives


def without_example(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The rules that no ``example`` shows at work."""
    return (rule for rule in rules if not rule.examples)
