"""doccano: JSONL with entities and relations, for a project of sequence labelling that uses relations.

Its offsets are those of JavaScript, in units of UTF-16, as long as the project does not count
grapheme clusters as one character (doccano issue 2290).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factx.check.marks import KINDS, ROLES, Marked, MarkedArticle, from_utf16, to_utf16
from factx.check.tools.graph import Arrow, Graph, Labelled, facts_of, graph_of

FILE, LABELS, RELATIONS = "doccano.jsonl", "span_labels.json", "relation_labels.json"


def write(folder: Path, articles: Sequence[MarkedArticle]) -> None:
    """Write ``doccano.jsonl`` and the labels of spans and relations to be imported before it."""
    kinds = sorted({*KINDS, *(kind for article in articles for kind in article.kinds)})
    _labels(folder / LABELS, [*kinds, *ROLES])
    _labels(folder / RELATIONS, ROLES)
    entity, relation = 1, 1
    with open(folder / FILE, "w", encoding="utf-8", newline="\n") as file:
        for article in articles:
            graph = graph_of(article.facts)
            file.write(json.dumps(_page(article, graph, entity, relation), ensure_ascii=False) + "\n")
            entity, relation = entity + len(graph.spans), relation + len(graph.arrows)


def _labels(path: Path, names: Sequence[str]) -> None:
    path.write_text(json.dumps([{"text": name} for name in names], indent=1) + "\n", encoding="utf-8", newline="\n")


def _page(article: MarkedArticle, graph: Graph, entity: int, relation: int) -> dict[str, Any]:
    """An article; ids are unique in the file, from ``entity`` and ``relation`` on."""
    places = to_utf16(article.text)
    return {
        "text": article.text,
        "article": article.id,
        "entities": [
            {
                "id": entity + number - 1,
                "label": item.label,
                "start_offset": places[item.span[0]],
                "end_offset": places[item.span[1]],
            }
            for number, item in graph.spans.items()
        ],
        "relations": [
            {
                "id": relation + number,
                "from_id": entity + arrow.source - 1,
                "to_id": entity + arrow.target - 1,
                "type": arrow.role,
            }
            for number, arrow in enumerate(graph.arrows)
        ],
    }


def read(folder: Path) -> Iterator[MarkedArticle]:
    """Yield the articles of an export as JSONL; spans that begin or end within a character are left out."""
    with open(folder / FILE, encoding="utf-8", newline="\n") as file:
        for line in filter(str.strip, file):
            page = json.loads(line)
            yield MarkedArticle(str(page.get("article") or ""), page["text"], list(_facts(page)))


def _facts(page: dict[str, Any]) -> Iterator[Marked]:
    places = from_utf16(page["text"])
    spans = {
        item["id"]: Labelled((places[item["start_offset"]], places[item["end_offset"]]), item["label"])
        for item in page["entities"]
        if item["start_offset"] in places and item["end_offset"] in places
    }
    arrows = [Arrow(item["from_id"], item["to_id"], item["type"]) for item in page.get("relations", ())]
    return facts_of(Graph(spans, arrows))
