"""brat: ``ID.txt`` and ``ID.ann`` in standoff format, an event for each fact; a configuration.

Offsets count code points, as brat's server does. A span may not hold the end of a line: it becomes
a discontinuous one, with a fragment for each line; the text behind it has a space between
fragments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from factx.check.marks import CHOICES, KINDS, ROLES, Marked, MarkedArticle, Span

CONFIGURATION = "annotation.conf"
_NO_NAME = re.compile(r"[^\w-]")
"""What names of brat may not have."""


def write(folder: Path, articles: Sequence[MarkedArticle]) -> None:
    """Write text and annotations of each article, and ``annotation.conf``."""
    kinds = sorted({*KINDS, *(kind for article in articles for kind in article.kinds)})
    (folder / CONFIGURATION).write_text(_configuration(kinds), encoding="utf-8", newline="\n")
    for article in articles:
        (folder / f"{article.id}.txt").write_text(article.text, encoding="utf-8", newline="\n")
        lines = "".join(f"{line}\n" for line in _lines(article))
        (folder / f"{article.id}.ann").write_text(lines, encoding="utf-8", newline="\n")


def _configuration(kinds: Sequence[str]) -> str:
    arguments = ", ".join(f"{role}?:{role}" for role in ROLES)
    events = [f"{_NO_NAME.sub('_', kind)}\t{arguments}" for kind in kinds]
    attributes = [f"{name}\tArg:<EVENT>, Value:{'|'.join(values)}" for name, values in CHOICES.items()]
    parts = ["[entities]", *ROLES, "", "[relations]", "", "[events]", *events, "", "[attributes]", *attributes, ""]
    return "\n".join(parts)


def _lines(article: MarkedArticle) -> Iterator[str]:
    number, attribute = 0, 0
    known: dict[tuple[str, Span], int] = {}
    for event, fact in enumerate(article.facts, 1):
        kind = _NO_NAME.sub("_", fact.kind)
        arguments = []
        for label, span in ((kind, fact.span), *fact.roles.items()):
            key = (label, span)
            if key not in known or label == kind:
                number += 1
                known[key] = number
                yield f"T{number}\t{label} {_fragments(article.text, span)}"
            arguments.append(f"{label}:T{known[key]}")
        yield f"E{event}\t{' '.join(arguments)}"
        for name, value in fact.chosen.items():
            attribute += 1
            yield f"A{attribute}\t{name} E{event} {value}"


def _fragments(text: str, span: Span) -> str:
    """Offsets and text of a span, a fragment for each line of it.

    >>> _fragments("Ministry of \\n Health", (0, 20))
    '0 12;13 20\\tMinistry of   Health'
    """
    start, end = span
    parts = [(found.start() + start, found.end() + start) for found in re.finditer(r"[^\n]+", text[start:end])]
    offsets = ";".join(f"{first} {last}" for first, last in parts)
    return f"{offsets}\t{' '.join(text[first:last] for first, last in parts)}"


def read(folder: Path) -> Iterator[MarkedArticle]:
    """Yield the articles that have annotations; a discontinuous span counts from its start to its end."""
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        lines = path.read_bytes().decode("utf-8").split("\n")
        yield MarkedArticle(path.stem, text, list(_facts(lines)))


def _facts(lines: Sequence[str]) -> Iterator[Marked]:
    cells = [line.split("\t") for line in lines if "\t" in line]
    spans = {line[0]: _span(line[1]) for line in cells if line[0][0] == "T"}
    chosen = _chosen(line[1].split() for line in cells if line[0][0] in "AM")
    for line in cells:
        if line[0][0] != "E":
            continue
        trigger, *arguments = (part.partition(":")[::2] for part in line[1].split())
        roles = {role.rstrip("0123456789"): spans[target] for role, target in arguments if target in spans}
        yield Marked(trigger[0], spans[trigger[1]], roles, chosen.get(line[0], {}))


def _span(cell: str) -> Span:
    """The first and last character of ``killed 3 7;9 12``."""
    offsets = re.findall(r"\d+", cell.partition(" ")[2])
    return int(offsets[0]), int(offsets[-1])


def _chosen(attributes: Iterator[list[str]]) -> Mapping[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, event, *value in attributes:
        if value:
            found.setdefault(event, {})[name] = value[0]
    return found
