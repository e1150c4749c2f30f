"""INCEpTION: UIMA CAS XMI, a layer of spans and one of relations between them, and their type system.

Offsets in a CAS are those of Java, in units of UTF-16; dkpro-cassis converts them as it writes and
reads. Tokens and sentences are left to INCEpTION, which adds what is missing when it imports.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from factx.base import needed
from factx.check.marks import ATTRIBUTES, MarkedArticle
from factx.check.tools.graph import Arrow, Graph, Labelled, facts_of, graph_of

TYPES = "TypeSystem.xml"
SPAN, RELATION = "webanno.custom.FactSpan", "webanno.custom.FactRole"
"""The names that INCEpTION gives to layers of one's own."""


def _cassis() -> Any:
    return needed("cassis", "annotate", "INCEpTION's format")


def _types() -> Any:
    types = _cassis().TypeSystem()
    span = types.create_type(name=SPAN, supertypeName="uima.tcas.Annotation")
    for name in ("label", *ATTRIBUTES):
        types.create_feature(span, name, "uima.cas.String")
    relation = types.create_type(name=RELATION, supertypeName="uima.tcas.Annotation")
    types.create_feature(relation, "role", "uima.cas.String")
    for name in ("Governor", "Dependent"):
        types.create_feature(relation, name, span)
    return types


def write(folder: Path, articles: Sequence[MarkedArticle]) -> None:
    """Write ``ID.xmi`` for each article, and ``TypeSystem.xml``."""
    types = _types()
    types.to_xml(folder / TYPES)
    for article in articles:
        cas = _cassis().Cas(typesystem=types)
        cas.sofa_string, cas.sofa_mime = article.text, "text/plain"
        _fill(cas, types, graph_of(article.facts))
        cas.to_xmi(folder / f"{article.id}.xmi")


def _fill(cas: Any, types: Any, graph: Graph) -> None:
    make_span, make_relation = types.get_type(SPAN), types.get_type(RELATION)
    made = {}
    for number, item in graph.spans.items():
        made[number] = make_span(begin=item.span[0], end=item.span[1], label=item.label, **item.chosen)
    cas.add_all(list(made.values()))
    for arrow in graph.arrows:
        source, target = made[arrow.source], made[arrow.target]
        ends = {"begin": target.begin, "end": target.end}  # a relation lies where its dependent does
        cas.add(make_relation(**ends, Governor=source, Dependent=target, role=arrow.role))


def read(folder: Path) -> Iterator[MarkedArticle]:
    """Yield the articles of XMI files beside their ``TypeSystem.xml``, or of zips of both, as exported."""
    for name, types, xmi in _files(folder):
        cas = _cassis().load_cas_from_xmi(io.BytesIO(xmi), typesystem=_cassis().load_typesystem(io.BytesIO(types)))
        yield MarkedArticle(name, cas.sofa_string, list(facts_of(_graph(cas))))


def _files(folder: Path) -> Iterator[tuple[str, bytes, bytes]]:
    """Name, type system and content of each XMI file."""
    for path in sorted(folder.glob("*.xmi")):
        yield path.stem, (folder / TYPES).read_bytes(), path.read_bytes()
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as packed:
            for inner in packed.namelist():
                if inner.endswith(".xmi"):
                    yield PurePath(inner).stem, packed.read(str(PurePath(inner).with_name(TYPES))), packed.read(inner)


def _graph(cas: Any) -> Graph:
    found = list(cas.select(SPAN))
    numbers = {id(item): number for number, item in enumerate(found, 1)}
    spans = {numbers[id(item)]: Labelled((item.begin, item.end), item.label or "", _chosen(item)) for item in found}
    arrows = [
        Arrow(numbers[id(item.Governor)], numbers[id(item.Dependent)], item.role or "")
        for item in cas.select(RELATION)
        if id(item.Governor) in numbers and id(item.Dependent) in numbers
    ]
    return Graph({number: item for number, item in spans.items() if item.label}, arrows)


def _chosen(item: Any) -> Mapping[str, str]:
    return {name: value for name in ATTRIBUTES if (value := getattr(item, name, None))}
