"""What rules and reader find alone and together, on articles that neither was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.facts import scored, scores
from benchmarks.report import Section, Table, share
from benchmarks.setting import QUICK_ARTICLES, Setting
from benchmarks.shared import names, subset
from factx.base import store_mentions
from factx.facts import FactFinder
from factx.model import reader_of
from factx.reading.article import Article
from factx.reading.files import read_articles
from factx.run.extractor import Extractor
from factx.tables.write import writing_to

TITLE = "Rules and reader"
SLOTS = ("agent", "recipient", "location", "source", "status", "time")


def finders(extractor: Extractor) -> Iterator[tuple[str, FactFinder]]:
    """The finders that are compared, by name."""
    both = FactFinder.load(network=reader_of(extractor.nlp))
    yield "rules", replace(both, reader=None)
    yield "reader", replace(FactFinder.of(()), reader=both.reader)
    yield "both", both


def write_tables(extractor: Extractor, finder: FactFinder, articles: Path, out: Path) -> Path:
    """The tables of a folder of articles whose facts are those of a finder."""
    with writing_to(out) as writer:
        for item in read_articles([articles]):
            if isinstance(item, Article) and not item.skipped:
                doc = extractor.doc(item)
                store_mentions(doc, "factx_facts", finder.find(doc))
                writer.add(extractor.result_of(item, doc))
    return out


def measure(setting: Setting) -> Section:
    """The page's section."""
    shared = setting.shared
    if shared is None or not shared.unread.is_dir():
        return Section(TITLE, ["Needs the shared articles that nobody has read (`--shared DIR`): not measured."])
    rows, brief = [], []
    with TemporaryDirectory() as folder:
        work = Path(folder)
        chosen = names(shared.unread)[: QUICK_ARTICLES if setting.quick else None]
        gold = subset(shared.unread, chosen, work / "gold")
        for model in setting.models:
            extractor = Extractor(model).load()
            if reader_of(extractor.nlp) is None:
                continue
            for name, finder in finders(extractor):
                report = scored(shared, gold, write_tables(extractor, finder, gold / "articles", work / model / name))
                found = scores(report)
                whole = found["all"]
                slots = [share(found[f"slot {slot}"].f1) if f"slot {slot}" in found else "" for slot in SLOTS]
                cells = [share(whole.precision), share(whole.recall), share(whole.f1), share(report["row"])]
                rows.append([model, name, *cells, *slots])
            brief.append(f"{model} F1 {rows[-3][4]} by rules, {rows[-2][4]} by the reader, {rows[-1][4]} by both")
    header = ["", "", "P", "R", "F1", "whole rows", *SLOTS]
    about = (
        "Articles that no rule was written and no weight trained on, and that are only ever scored. Slots: F1 over all "
        "gold facts. Alone, the reader sees no rule and proposes every fact."
    )
    return Section(TITLE, [about, Table(header, rows)], "; ".join(brief))
