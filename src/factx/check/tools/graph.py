"""Labelled spans and named arrows between them: what most tools have in place of facts with roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from factx.check.marks import ROLES, Marked, Span


class Arrow(NamedTuple):
    """From an amount to the filler of a role, by the numbers of their spans."""

    source: int
    target: int
    role: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span, a kind or a role as its label, and what was chosen of it."""

    span: Span
    label: str
    chosen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """The spans of an article by number and the arrows between them."""

    spans: Mapping[int, Labelled]
    arrows: Sequence[Arrow]


def graph_of(facts: Iterable[Marked]) -> Graph:
    """The graph of an article's facts; a filler that several facts share is one span."""
    numbers: dict[tuple[Span, str], int] = {}
    spans: dict[int, Labelled] = {}
    arrows: list[Arrow] = []
    for fact in facts:
        amount = len(spans) + 1
        spans[amount] = Labelled(fact.span, fact.kind, fact.chosen)
        for role, span in fact.roles.items():
            number = numbers.setdefault((span, role), len(spans) + 1)
            spans.setdefault(number, Labelled(span, role))
            arrows.append(Arrow(amount, number, role))
    return Graph(spans, arrows)


def facts_of(graph: Graph) -> Iterator[Marked]:
    """Yield the facts of a graph in text order: spans whose label is no role, with what they point at.

    Of several arrows of one role the first counts. An arrow drawn the wrong way round counts as well.
    """
    roles: dict[int, dict[str, Span]] = {}
    for arrow in graph.arrows:
        source, target = arrow.source, arrow.target
        if source not in graph.spans or target not in graph.spans:
            continue
        if graph.spans[source].label in ROLES:
            source, target = target, source
        role = arrow.role if arrow.role in ROLES else graph.spans[target].label
        roles.setdefault(source, {}).setdefault(role, graph.spans[target].span)
    amounts = [(item.span, number, item) for number, item in graph.spans.items() if item.label not in ROLES]
    for _, number, item in sorted(amounts, key=lambda one: one[:2]):
        yield Marked(item.label, item.span, roles.get(number, {}), item.chosen)
