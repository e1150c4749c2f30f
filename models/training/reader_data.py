"""What the reader learns from: sentences with counted phrases, as the encoder sees them, and their facts."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import own_news
import standoff
from numpy.typing import NDArray
from own_news import Piece
from reader_classes import KINDS, MODALITIES, SLOTS, STATUSES

from factx.base.mentions import FactMention, QuantityMention, TimeMention, load_mentions
from factx.facts.counts.counted import Counted
from factx.facts.fill import Annotations
from factx.facts.find import FactFinder, counted_phrases
from factx.facts.reader.reader import READ, SentenceTree
from factx.facts.reader.told import told
from factx.reading.article import Article, article
from factx.run.check_rules import PUBLISHED
from factx.run.extractor import Extractor

Array = NDArray[Any]
Spans = list[tuple[int, int]]
OF_GIFTS = frozenset({"recipient", "purpose"})


@dataclass(slots=True)
class Label:
    """What a counted phrase is; ``slots`` has where a filler may stand, [] for none, None for not known."""

    kind: int = 0
    status: int = -1
    modality: int = -1
    slots: dict[str, Spans | None] = field(default_factory=dict)


@dataclass(slots=True)
class Example:
    """A sentence: vectors (words, width), and for each phrase its words, its steps to all words and its label.

    ``by_rule`` has the kind of fact that the rules make of each phrase, ``told`` and ``said`` the fillers,
    the status and the modality that they give it.
    """

    article: str
    vectors: Array
    places: Array
    steps: Array
    by_rule: list[int]
    told: Array
    said: Array
    labels: list[Label]


class Sentences:
    """Makes examples of texts with a pipeline: the encoder's layers that the reader takes, and the rules."""

    def __init__(self, model: str, inputs: Sequence[str]) -> None:
        self.extractor = Extractor(model)
        self.extractor.nlp.select_pipes(disable=["factx_facts"])
        encoder: Any = self.extractor.nlp.get_pipe("factx_encoder")
        encoder.network.reader = SimpleNamespace(inputs=tuple(inputs))
        encoder.network.__dict__.pop("_encoder", None)
        self.finder = FactFinder.load()

    def of_gold(self, folder: Path) -> Iterator[Example]:
        """The sentences of annotated articles; of an article annotated in part, those that are."""
        for path in sorted((folder / "articles").glob("*.json")):
            page = json.loads(path.read_text("utf-8"))
            gold = json.loads((folder / "facts" / path.name).read_text("utf-8"))
            item = article(page["text"], published=page.get("date"), metadata={"title": page.get("title") or ""})
            yield from self.examples(path.stem, item, gold["facts"], gold.get("sentences"))

    def of_own(self, files: Iterable[Path]) -> Iterator[Example]:
        """The sentences of news of our own."""
        for path in files:
            yield from self.of_pieces(own_news.pieces(path))

    def of_paragraphs(self, annotations: Path, corpora: Path) -> Iterator[Example]:
        """The sentences of annotated paragraphs of the corpora."""
        yield from self.of_pieces(standoff.pieces(annotations, corpora))

    def of_pieces(self, pieces: Iterable[Piece]) -> Iterator[Example]:
        for piece in pieces:
            day = None if piece.published == standoff.UNDATED else piece.published
            yield from self.examples(piece.name, article(piece.text, published=day), piece.facts)

    def of_raw(self, texts: Mapping[str, str], published: str | None = None) -> Iterator[Example]:
        """Sentences with what the rules find in them."""
        for name, text in texts.items():
            yield from self.examples(name, article(text, published=published))

    def of_cases(self, files: Iterable[Path]) -> Iterator[Example]:
        """The sentences of case tables and rule files, which the rules are held to read right."""
        texts = {f"{path.stem}-{place}": text for path in files for place, text in enumerate(texts_of(path))}
        return self.of_raw(texts, PUBLISHED)

    def examples(
        self, name: str, item: Article, gold: Sequence[dict[str, Any]] | None = None, spans: Any = None
    ) -> Iterator[Example]:
        """The sentences of an article that hold a counted phrase, with labels from the gold or from the rules."""
        if item.skipped:
            return
        doc = self.extractor.nlp(self.extractor.tokens_of(item))
        facts = {fact.start_char: fact for fact in self.finder.find(doc)}
        times = load_mentions(doc, "factx_dates", TimeMention)
        phrases = counted_phrases(Annotations.of(doc))
        chosen = (
            None if gold is None else paired([item for item in phrases if item.amount.kind in READ], gold, item.text)
        )
        for sentence in doc.sents:
            if spans is not None and [sentence.start_char, sentence.end_char] not in spans:
                continue
            tree = SentenceTree(doc, sentence)
            here = [one for one in phrases if tree.holds(one)]
            if not here:
                continue
            words = [(token.idx, token.idx + len(token)) for token in doc[tree.first : tree.last]]
            where = Places(words, item.text, is_dated=item.published is not None)
            found = [facts.get(one.amount.start_char) for one in here]
            rules = [fact if fact is not None and fact.kind in KINDS else None for fact in found]
            if chosen is None:
                labels = [where.label(_as_gold(fact), one, times) for fact, one in zip(rules, here, strict=True)]
            else:
                labels = [where.label(chosen.get(one.amount.start_char), one, times) for one in here]
            places = np.array([tree.places(one) for one in here])
            yield Example(
                name,
                doc.tensor[tree.first : tree.last].copy(),
                places[:, [0, 1, 3, 4]],
                np.array([tree.steps_from(top) for top in places[:, 2]]),
                [KINDS.index(fact.kind) if fact is not None else 0 for fact in rules],
                np.array([told(fact, SLOTS, tree.words) for fact in rules], np.int16),
                np.array([said(fact) for fact in rules], np.int16),
                labels,
            )


def said(fact: FactMention | None) -> tuple[int, int]:
    if fact is None:
        return -1, -1
    return STATUSES.index(fact.status) if fact.status in STATUSES else -1, MODALITIES.index(fact.modality)


def texts_of(path: Path) -> Iterator[str]:
    """The texts of cases, and the examples of rules, in a TOML file."""
    for group in tomllib.loads(path.read_text("utf-8")).values():
        for entry in group if isinstance(group, list) else ():
            if isinstance(entry, str):
                continue
            said = [entry, *entry.get("example", ()), *entry.get("not", ())]
            texts = (one if isinstance(one, str) else one.get("text") for one in said)
            yield from (text for text in texts if text and "fails" not in entry)


def paired(phrases: Sequence[Counted], gold: Sequence[dict[str, Any]], text: str) -> dict[int, dict[str, Any]]:
    """The gold fact of each phrase, by its first character: same words and value first, then the same words."""
    found: dict[int, dict[str, Any]] = {}
    left = list(gold)
    for close in (_same_place, _same_words_and_value, _same_value, _same_words):
        for fact in list(left):
            start = fact["start"] if text.startswith(fact["quote"], fact.get("start", -1)) else text.find(fact["quote"])
            inside = range(start, start + len(fact["quote"])) if start >= 0 else range(0)
            amounts = (one.amount for one in phrases if one.amount.start_char in inside)
            free = (amount for amount in amounts if amount.start_char not in found and close(amount, fact))
            amount = next(free, None)
            if amount is not None:
                found[amount.start_char] = fact
                left.remove(fact)
    return found


def _same_place(amount: QuantityMention, fact: dict[str, Any]) -> bool:
    return amount.start_char == fact.get("char_start")


def _same_words(amount: QuantityMention, fact: dict[str, Any]) -> bool:
    return fact["value_text"] in amount.text or amount.text in fact["value_text"]


def _same_value(amount: QuantityMention, fact: dict[str, Any]) -> bool:
    equal = (amount.low, amount.high, amount.currency) == (fact["low"], fact["high"], fact["currency"])
    return equal and _same_words(amount, fact)


def _same_words_and_value(amount: QuantityMention, fact: dict[str, Any]) -> bool:
    return fact["value_text"] == amount.text and _same_value(amount, fact)


def _as_gold(fact: FactMention | None) -> dict[str, Any] | None:
    """A rule's fact as the gold would have it."""
    if fact is None or fact.kind not in KINDS:
        return None
    texts = {"agent": fact.agent_text, "recipient": fact.recipient_text, "source": fact.source_text}
    others = {name: getattr(fact, name) for name in ("kind", "object", "purpose", "location", "status", "modality")}
    return {**texts, **others, "time_text": fact.time.text if fact.time else None}


@dataclass(frozen=True, slots=True)
class Places:
    """The words of a sentence by their characters, and where texts stand among them."""

    words: list[tuple[int, int]]
    text: str
    is_dated: bool

    def label(self, fact: dict[str, Any] | None, phrase: Counted, times: Sequence[TimeMention]) -> Label:
        if fact is None:
            return Label(slots=dict.fromkeys(SLOTS))
        slots = {name: self._slot(name, fact, phrase, times) for name in SLOTS}
        status = STATUSES.index(fact["status"]) if fact.get("status") in STATUSES else -1
        modality = MODALITIES.index(fact.get("modality") or "asserted")
        return Label(KINDS.index(fact["kind"]), status, modality, slots)

    def _slot(self, name: str, fact: dict[str, Any], phrase: Counted, times: Sequence[TimeMention]) -> Spans | None:
        if name in OF_GIFTS and fact["kind"] != "pledge":
            return None
        if name == "time" and not self.is_dated and not fact.get("time_text"):
            return None  # without a day to count from, no time in the gold need not mean none in the text
        if name == "time" and "time_text" not in fact:
            return self._times(fact.get("time"), times)
        said = fact.get("time_text" if name == "time" else name)
        if not said:
            return []
        spans = self._of(said)
        if name == "object":
            spans = sorted(spans, key=lambda span: abs(self.words[span[0]][0] - phrase.amount.start_char))[:1]
        return spans or None

    def _times(self, value: str | None, times: Sequence[TimeMention]) -> Spans | None:
        """The time expressions of the sentence that mean a value."""
        if not value:
            return []
        ends = (value.split("/")[0], value.split("/")[-1])
        meant = [time for time in times if (time.start_date or "", time.end_date or "") == ends]
        spans = (self._words(time.start_char, time.end_char) for time in meant)
        return [span for span in spans if span] or None

    def _of(self, said: str) -> Spans:
        first, last = self.words[0][0], self.words[-1][1]
        found = re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", self.text[first:last])
        spans = (self._words(first + match.start(), first + match.end()) for match in found)
        return [span for span in spans if span]

    def _words(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last word that some characters touch."""
        inside = [place for place, (here, there) in enumerate(self.words) if here < end and start < there]
        return (inside[0], inside[-1]) if inside else None
