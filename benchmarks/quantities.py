"""How well quantities are found: NewsQuant beside peers, its hard cases, and the amounts of the gold facts.

All predictions are judged by the shared ``score_quantities.py`` in its fair mode: value, value and unit, value and
change, and value and unit of money alone. Peers run here and now in processes of their own, on the same sentences;
those that cannot be installed are there with the predictions stored beside the sentences.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from benchmarks.found import Quantity
from benchmarks.fresh import fresh
from benchmarks.peers import QUANTITY_FINDERS
from benchmarks.report import NOT_INSTALLED, Chart, Section, Table, count, share
from benchmarks.scores import Metric, Score, score_of
from benchmarks.setting import Setting
from benchmarks.shared import Shared

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.base.mentions import QuantityMention

TITLE = "Quantities"
KINDS = ("value", "value+unit", "value+change", "currency")
CHANGES = {"about": "~", "more_than": ">", "at_least": ">", "at_most": "<", "less_than": "<"}
SINGULAR = {"a", "an", "another"}
Predictions = Mapping[str, list[Quantity]]


@dataclass(frozen=True)
class NewsQuant:
    """The sentences with their gold, the hard ones among them, and the scorer with its table of units."""

    gold: list[dict[str, Any]]
    hard: list[dict[str, Any]]
    scorer: ModuleType
    units: Any

    @property
    def texts(self) -> list[str]:
        """The sentences, each once."""
        return list(dict.fromkeys(item["text"] for item in self.gold))


def news_quant(shared: Shared, quick: bool = False) -> NewsQuant:
    """The development half of NewsQuant; a tenth of it where it must be quick."""
    folder, scorer = shared.data / "newsquant", shared.scorer("score_quantities.py")
    gold = json.loads((folder / "newsquant_dev.json").read_text(encoding="utf-8"))[:: 10 if quick else 1]
    hard = json.loads((folder / "hard_cases_dev.json").read_text(encoding="utf-8"))
    return NewsQuant(gold, hard, scorer, scorer.Units(str(shared.tool("unit_aliases.json"))))


def stored(shared: Shared, scorer: ModuleType) -> dict[str, Predictions]:
    """The recorded predictions of peers, by name."""
    paths = sorted((shared.data / "newsquant" / "peer_predictions_dev").glob("*.jsonl"))
    return {f"{path.stem.replace('_', ' ')} (recorded)": scorer.load_predictions(str(path))[0] for path in paths}


def as_quantity(amount: QuantityMention) -> Quantity:
    """An amount of ours in the scorer's format; a vague plural is the decade it names ("hundreds" → 100 to 1000)."""
    value: Any = amount.value
    if amount.bound == "range":
        value = [amount.low, amount.high]
    elif value is None:
        value = [(amount.low or 0) / 2, (amount.low or 0) * 5]
    bound = CHANGES.get(amount.bound, "=")
    change = bound if bound in {"<", ">"} else amount.change or bound
    return {"value": value, "unit": amount.unit, "change": change, "surface": amount.text}


def predicted(nlp: Language, texts: Iterable[str]) -> dict[str, list[Quantity]]:
    """What factx finds in sentences: the statistical pipeline, dates, amounts."""
    from factx.base.mentions import ArticleContext
    from factx.dates import find_dates
    from factx.measure import find_amounts

    context = ArticleContext()
    docs = nlp.pipe(texts)
    return {
        doc.text: [as_quantity(item) for item in find_amounts(doc, context, find_dates(doc, context))] for doc in docs
    }


def scores(data: NewsQuant, predictions: Predictions) -> dict[str, Score]:
    """The scores of predictions by kind; those of change only where the predictions state changes."""
    items = [(item["text"], item["quantities"], _valued(data, predictions, item["text"])) for item in data.gold]
    report = data.scorer.score_fair(items, data.units, False, True)
    money = [
        (text, [one for one in gold if _is_money(data, one["normalized_unit"])],
         [one for one in found if _is_money(data, one.get("unit"))])
        for text, gold, found in items
    ]  # fmt: skip
    report["currency"] = data.scorer.score_fair(money, data.units, False, True)["value+unit"]
    states_change = any("change" in one for _, _, found in items for one in found)
    return {kind: score_of(report[kind]) for kind in KINDS if kind != "value+change" or states_change}


def _valued(data: NewsQuant, predictions: Predictions, text: str) -> list[Quantity]:
    return [{**one, "_value": data.scorer.parse_value(one.get("value"))} for one in predictions.get(text, [])]


def _is_money(data: NewsQuant, unit: Any) -> bool:
    return bool(data.units.kind_of(data.units.canon(unit)) == "currency")


def hard_cases_right(data: NewsQuant, predictions: Predictions) -> list[bool]:
    """For each hard case, whether every quantity that all peers miss is found with value and unit."""
    return [_is_right(data, case, _valued(data, predictions, case["text"])) for case in data.hard]


def _is_right(data: NewsQuant, case: dict[str, Any], found: list[Quantity]) -> bool:
    scorer, missed = data.scorer, case["gold_missed_by_all"]
    edges = [
        [j for j, one in enumerate(found)
         if scorer.values_match(scorer.decode_gold(gold, False), one["_value"], any_order=True)
         and data.units.fair_match(gold, one.get("unit"))]
        for gold in missed
    ]  # fmt: skip
    return bool(sum(owner >= 0 for owner in scorer.max_matching(edges, len(found))) == len(missed))


def amounts_right(gold: Path, tables: Path) -> tuple[int, int, list[str]]:
    """Gold facts (without a/an/another) whose words, interval and currency ``quantities.csv`` has; all; the others."""
    from factx.base.records import ArticleRow, Quantity
    from factx.tables.csv_format import read_table

    articles = {row.article_id: Path(row.path or "").stem for row in read_table(tables / "articles.csv", ArticleRow)}
    rows: dict[str, list[Any]] = {}
    for row in read_table(tables / "quantities.csv", Quantity):
        rows.setdefault(articles[row.article_id], []).append(row)
    right, total, wrong = 0, 0, []
    for path in sorted((gold / "facts").glob("*.json")):
        text = json.loads((gold / "articles" / path.name).read_text(encoding="utf-8"))["text"]
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            if fact["value_text"].lower() not in SINGULAR:
                total += 1
                hit = any(_is_amount(row, fact, text) for row in rows.get(path.stem, []))
                right += hit
                wrong += [] if hit else [f"{path.stem}: {fact['value_text']}: {fact['quote']}"]
    return right, total, wrong


def _is_amount(row: Any, fact: dict[str, Any], text: str) -> bool:
    """Whether a quantity is the fact's: same words in the fact's sentence, same interval and currency."""
    at = text.find(fact["quote"])
    inside = row.text == fact["value_text"] and at <= row.char_start < at + len(fact["quote"])
    return bool(inside and (row.low, row.high, row.currency) == (fact["low"], fact["high"], fact["currency"]))


def metrics(data: NewsQuant, nlp: Language, model: str) -> dict[str, Metric]:
    """The figures that the gate holds, for a statistical pipeline."""
    found = predicted(nlp, [*data.texts, *(case["text"] for case in data.hard)])
    kept = {f"quantities.{model}.{kind}.f1": Metric(one.f1, one.gold) for kind, one in scores(data, found).items()}
    right = hard_cases_right(data, found)
    return {**kept, f"quantities.{model}.hard": Metric(sum(right) / len(right), len(right))}


@dataclass(frozen=True)
class Measured:
    """What one finder reaches on NewsQuant, and how many sentences it reads a second."""

    scores: dict[str, Score]
    hard: int | None
    sentences_per_s: float | None


def run_factx(model: str, shared: Shared, quick: bool) -> Measured:
    """factx with one of its models, parsing included."""
    from factx.model.parser import load_parser

    data, nlp = news_quant(shared, quick), load_parser(model)
    predicted(nlp, data.texts[:2])
    began = time.perf_counter()
    found = predicted(nlp, data.texts)
    seconds = time.perf_counter() - began
    found |= predicted(nlp, [case["text"] for case in data.hard])
    return Measured(scores(data, found), sum(hard_cases_right(data, found)), len(data.texts) / seconds)


def run_peer(name: str, shared: Shared, quick: bool) -> Measured | str:
    """A peer, or why it could not be run."""
    try:
        find = QUANTITY_FINDERS[name]()
    except ImportError:
        return NOT_INSTALLED
    data = news_quant(shared, quick)
    find(data.texts[0])
    began = time.perf_counter()
    found = {text: find(text) for text in data.texts}
    return Measured(scores(data, found), None, len(data.texts) / (time.perf_counter() - began))


def measure(setting: Setting) -> Section:
    """The page's section."""
    shared = setting.shared
    if shared is None:
        return Section(TITLE, ["Needs the shared sets (`--shared DIR`): not measured."])
    data = news_quant(shared, setting.quick)
    ours = {f"factx, {model}": fresh(run_factx, model, shared, setting.quick) for model in setting.models}
    found: dict[str, Measured | str] = {**ours}
    found |= {name: fresh(run_peer, name, shared, setting.quick) for name in QUANTITY_FINDERS}
    found |= {name: Measured(scores(data, one), None, None) for name, one in stored(shared, data.scorer).items()}
    done = {name: one for name, one in found.items() if isinstance(one, Measured)}
    hard = ", ".join(f"{name.removeprefix('factx, ')} {one.hard}" for name, one in ours.items())
    return Section(
        TITLE,
        [
            f"NewsQuant, {len(data.gold)} sentences with {done[next(iter(done))].scores['value'].gold} quantities; F1, "
            "fair mode of the shared scorer. A dash: the library does not state it. `text2num` gives numbers only, so "
            "only its values can be right. `price-parser` reads one price that is already cut out: see Phrases.",
            Table(
                ["F1", *KINDS, "sentences/s"],
                [[name, *_cells(one)] for name, one in found.items()],
            ),
            f"Quantities that none of four recorded systems gets, right here (of {len(data.hard)} sentences): {hard}.",
            Chart(
                "quantities",
                "Quantities in news sentences: F1",
                "",
                "F1",
                [kind for kind in KINDS if kind != "value+change"],
                {name: [one.scores[kind].f1 for kind in KINDS if kind != "value+change"] for name, one in done.items()},
            ),
        ],
        "F1 of value and unit: "
        + "; ".join(f"{name} {share(one.scores['value+unit'].f1)}" for name, one in done.items()),
    )  # fmt: skip


def _cells(one: Measured | str) -> list[str]:
    if isinstance(one, str):
        return [one, *[""] * len(KINDS)]
    cells = [share(one.scores[kind].f1) if kind in one.scores else "–" for kind in KINDS]
    return [*cells, "" if one.sentences_per_s is None else count(one.sentences_per_s)]
