"""Label Studio: tasks with predictions as JSON, and the labelling interface for them.

Its offsets count code points: the editor converts those of JavaScript, and a line feed is one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from factx.check.marks import CHOICES, KINDS, ROLES, Marked, MarkedArticle
from factx.check.tools.graph import Arrow, Graph, Labelled, facts_of, graph_of

FILE, CONFIGURATION = "tasks.json", "labelling_interface.xml"


def write(folder: Path, articles: Sequence[MarkedArticle]) -> None:
    """Write ``tasks.json`` and ``labelling_interface.xml``."""
    kinds = sorted({*KINDS, *(kind for article in articles for kind in article.kinds)})
    (folder / CONFIGURATION).write_text(_interface(kinds), encoding="utf-8", newline="\n")
    tasks = [_task(article) for article in articles]
    text = json.dumps(tasks, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")


def _interface(kinds: Sequence[str]) -> str:
    relations = "".join(f"<Relation value={quoteattr(role)}/>" for role in ROLES)
    labels = "".join(f"<Label value={quoteattr(label)}/>" for label in (*kinds, *ROLES))
    choices = "".join(
        f'<Choices name="{name}" toName="text" perRegion="true" choice="single">'
        + "".join(f'<Choice value="{value}"/>' for value in values)
        + "</Choices>"
        for name, values in CHOICES.items()
    )
    return (
        f'<View><Relations>{relations}</Relations><Labels name="label" toName="text">{labels}</Labels>'
        f'<Text name="text" value="$text"/>{choices}</View>\n'
    )


def _task(article: MarkedArticle) -> dict[str, Any]:
    result = list(_result(graph_of(article.facts), article.text))
    return {
        "data": {"text": article.text, "article": article.id},
        "predictions": [{"model_version": "factx", "result": result}],
    }


def _result(graph: Graph, text: str) -> Iterator[dict[str, Any]]:
    for number, item in graph.spans.items():
        place = {"start": item.span[0], "end": item.span[1], "text": text[slice(*item.span)]}
        yield _region(number, "label", "labels", {**place, "labels": [item.label]})
        for name, value in item.chosen.items():
            yield _region(number, name, "choices", {**place, "choices": [value]})
    for arrow in graph.arrows:
        ends = {"from_id": f"s{arrow.source}", "to_id": f"s{arrow.target}"}
        yield {**ends, "type": "relation", "direction": "right", "labels": [arrow.role]}


def _region(number: int, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"s{number}", "from_name": name, "to_name": "text", "type": kind, "value": value}


def read(folder: Path) -> Iterator[MarkedArticle]:
    """Yield the articles of an export as JSON: the last annotation of each, or else the prediction."""
    for task in json.loads((folder / FILE).read_text(encoding="utf-8")):
        done = [item for item in task.get("annotations", ()) if not item.get("was_cancelled")]
        answers = done or task.get("predictions", ())
        facts = list(_facts(answers[-1]["result"])) if answers else []
        yield MarkedArticle(str(task["data"].get("article") or ""), task["data"]["text"], facts)


def _facts(result: Sequence[dict[str, Any]]) -> Iterator[Marked]:
    regions = [item for item in result if item.get("type") == "labels" and item["value"].get("labels")]
    numbers = {item["id"]: number for number, item in enumerate(regions, 1)}
    chosen: dict[str, dict[str, str]] = {}
    for item in result:
        if item.get("type") == "choices" and item["value"]["choices"]:
            chosen.setdefault(item["id"], {})[item["from_name"]] = item["value"]["choices"][0]
    spans = {
        numbers[item["id"]]: Labelled(
            (int(item["value"]["start"]), int(item["value"]["end"])),
            item["value"]["labels"][0],
            chosen.get(item["id"], {}),
        )
        for item in regions
    }
    arrows = [
        Arrow(numbers[item["from_id"]], numbers[item["to_id"]], (item.get("labels") or [""])[0])
        for item in result
        if item.get("type") == "relation" and item["from_id"] in numbers and item["to_id"] in numbers
    ]
    return facts_of(Graph(spans, arrows))
