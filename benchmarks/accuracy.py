"""All figures that the gate holds, in one go: each model is loaded once and each set read once per model."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import dates, facts, models, quantities, temporal
from benchmarks.peers import factx_dates
from benchmarks.scores import Metric
from benchmarks.setting import DEFAULT_FIRST
from benchmarks.shared import Shared, upper
from factx.run.extractor import Extractor
from factx.run.pipeline import STEPS


def measured(shared: Shared, report: Callable[[str], None] = lambda line: None) -> dict[str, Metric]:
    """The metrics by name, all from 0 to 1; ``report`` is told what was done and how long it took."""
    found: dict[str, Metric] = {}
    began = time.monotonic()

    def add(what: str, metrics: dict[str, Metric]) -> None:
        nonlocal began
        found.update(metrics)
        report(f"{what}: {len(metrics)} figures, {time.monotonic() - began:.1f} s")
        began = time.monotonic()

    add("dates", date_metrics(shared))
    newsquant, articles, trees = quantities.news_quant(shared), models.news(shared), models.trees(shared)
    for model in DEFAULT_FIRST:
        extractor, is_default = Extractor(model).load(), model == DEFAULT_FIRST[0]
        add(f"facts, {model}", fact_metrics(shared, extractor, model, is_default))
        with extractor.nlp.select_pipes(disable=STEPS):
            add(f"quantities, {model}", quantities.metrics(newsquant, extractor.nlp, model))
            add(f"entities, {model}", models.entity_metrics(models.entities(extractor.nlp, articles), model))
            if is_default:  # fast was trained on letters as written only
                capitals = models.entities(extractor.nlp, articles, upper)
                add(f"entities in capitals, {model}", models.entity_metrics(capitals, model, "_in_capitals"))
            for corpus, docs in trees.items():
                words = sum(map(len, docs))
                scores = models.syntax(extractor.nlp, docs)
                add(f"syntax of {corpus}, {model}", models.syntax_metrics(scores, model, corpus, words))
    return found


def date_metrics(shared: Shared) -> dict[str, Metric]:
    """The finder alone, told the publication date: annotated articles and short cases."""
    finder = factx_dates()
    with TemporaryDirectory() as folder:
        found = {page.name: finder(page.text, page.published) for page in dates.pages(shared.gold)}
        articles = dates.metrics(dates.scored(shared, shared.gold, found, Path(folder) / "out"), "finder")
    cases = temporal.read_cases(shared.data / "temporal" / "recognizers_en.json")
    return articles | temporal.metrics(cases, finder)


def fact_metrics(shared: Shared, extractor: Extractor, model: str, is_default: bool) -> dict[str, Metric]:
    """The tables of the annotated articles: facts, officials, nations; of the default model dates and amounts too."""
    with TemporaryDirectory() as folder:
        tables = facts.write_tables(extractor, shared.gold / "articles", Path(folder) / "tables")
        found = facts.metrics(facts.scored(shared, shared.gold, tables), model, brief=not is_default)
        if is_default:
            found |= dates.metrics(dates.scored_tables(shared, shared.gold, tables), "tables")
            right, total, _ = quantities.amounts_right(shared.gold, tables)
            found["quantities.tables.gold_facts"] = Metric(right / total, total)
    return found
