"""The library's front door: texts in, records out, one article at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx.base import (
    DEFAULT_MODEL,
    MIN_CONFIDENCE,
    ArticleContext,
    Failure,
    InputError,
    failures_of,
    set_context,
    without_collection,
)
from factx.model import CachedTokenizer, check_model, with_known_text
from factx.reading import Article, article, unwrapped
from factx.run.batches import batches, length_of
from factx.run.doc_mentions import mentions_of
from factx.run.given import (
    Date,
    article_given,
    check_confidence,
    check_rules,
    day_given,
    items_given,
    rates_given,
)
from factx.run.journal import Known
from factx.run.memory import bounded_vocabulary
from factx.run.pieces import pieces_of
from factx.run.workers import Work, map_batches, may_share
from factx.tables import Result, failed, make_result, skipped, whole_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


LONG = 1_000_000
"""Characters of an article from which it is given more time than others."""
_FIRST = (
    "Japan sent 12 officers to Lahore, 300 miles away, on Tuesday. They are to help the police of the city with what "
    "they know of floods, and will be back in a week, as the ministry of foreign affairs said."
)
"""A place and a unit, and words enough to be known for English without a dictionary, which is slow to load."""


class Extractor:
    """Reads articles with a pipeline that is loaded once, on first use.

    ``model`` is ``fast``, ``accurate``, a folder or a spaCy pipeline's name; ``rules`` a rule file or
    a folder of some, ``rates`` a file of exchange rates, both added to factx's own; without
    ``yearly_rates`` no money is converted at the average of a year. ``published`` is the date (ISO
    8601) of articles that give none; facts with a confidence below ``min_confidence`` (0 to 1) are
    left out. Without ``reader``, the network by which some models read facts, rules alone find them.
    """

    def __init__(
        self,
        model: str | Path = DEFAULT_MODEL,
        *,
        rules: str | Path | None = None,
        rates: str | Path | None = None,
        yearly_rates: bool = True,
        published: Date = None,
        min_confidence: float = MIN_CONFIDENCE,
        reader: bool = True,
    ) -> None:
        check_confidence(min_confidence)
        check_model(model)
        check_rules(rules)
        self.model, self.rules, self.published, self.min_confidence = model, rules, day_given(published), min_confidence
        self.rates_file, self.yearly_rates, self.reader = rates, yearly_rates, reader
        self.rates = rates_given(rates, yearly_rates)
        self._nlp: Language | None = None
        self._tokenizer: CachedTokenizer | None = None
        self._loaded = False

    def __reduce__(self) -> tuple[Any, ...]:
        """Worker processes get the settings and load for themselves."""
        return _rebuilt, (self.model, self.settings)

    def __repr__(self) -> str:
        """The model, and the settings that are given: ``<Extractor accurate, min_confidence=0.9>``."""
        usual = signature(Extractor).parameters
        given = [f"{name}={value}" for name, value in self.settings.items() if value != usual[name].default]
        return f"<Extractor {', '.join([str(self.model), *given])}>"

    @property
    def settings(self) -> dict[str, Any]:
        """What the extractor was made with, but for its model."""
        return {
            "rules": self.rules,
            "rates": self.rates_file,
            "yearly_rates": self.yearly_rates,
            "published": self.published,
            "min_confidence": self.min_confidence,
            "reader": self.reader,
        }

    @property
    def nlp(self) -> Language:
        """The spaCy pipeline with factx's steps."""
        if self._nlp is None:
            from factx.run.pipeline import load

            self._nlp = load(self.model, rules=self.rules, reader=self.reader)
        return self._nlp

    def load(self) -> Extractor:
        """Load everything, so that the first article does not wait; return the extractor itself.

        What steps load when they first meet a place or a unit is loaded, too: processes forked later
        share it.
        """
        if not self._loaded:
            first = article(_FIRST)
            with without_collection():
                self.result_of(first, self.doc(first))
            self._loaded = True
        return self

    def extract(self, text: str, *, published: Date = None, title: str | None = None) -> Result:
        """The records of one text; ``published`` is a date, or one in any usual form. Errors are raised.

        >>> result = Extractor().extract("Police arrested 33 people.")  # doctest: +SKIP
        >>> result.facts[0].value  # doctest: +SKIP
        33.0
        """
        return self.read(article_given(text, self.published, published, title))

    def read(self, item: Article) -> Result:
        """The records of one article; an article marked as skipped has none. Errors are raised."""
        return self.read_all([item])[0]

    def doc(self, item: Article) -> Doc:
        """The article as a spaCy ``Doc`` with the mentions of every step: what ``factx explain`` shows."""
        return self.nlp(self.tokens_of(item))

    def read_all(self, items: Sequence[Article]) -> list[Result]:
        """The records of a batch of articles, which is quicker than one by one. Errors are raised."""
        together = [item for item in items if not item.skipped and not _is_cut(item)]
        with bounded_vocabulary(self.nlp):
            docs = self.nlp.pipe(map(self.tokens_of, together), batch_size=len(items))
            whole = iter([self.result_of(item, doc) for item, doc in zip(together, docs, strict=True)])
        read = (self._read_cut(item) if _is_cut(item) else next(whole) for item in items if not item.skipped)
        return [skipped(item) if item.skipped else next(read) for item in items]

    def _read_cut(self, item: Article) -> Result:
        """The records of an article that is read in pieces; only the records of one outlive it."""
        results: list[Result] = []
        sentences = 0
        for piece in pieces_of(item):
            with bounded_vocabulary(self.nlp):
                results.append(self.result_of(piece.article, self.doc(piece.article), piece.start, sentences))
            sentences += results[-1].article.sentences or 0
        return whole_of(item, results)

    def pipe(
        self, items: Iterable[Article | Failure | str], workers: int = 1, timeout: float | None = None
    ) -> Iterator[Result]:
        """Yield the results of many articles in their order; ``workers`` processes share the work.

        The results do not depend on ``workers``. What is no article, and one that fails, becomes a
        ``Result`` with a ``failure``; with ``timeout`` (seconds) or several workers, so does one that takes
        longer, and one whose process dies. A process that may start none (a worker of
        ``multiprocessing`` or Dask) reads all itself, and a ``RuntimeWarning`` says so.
        """
        return self.pipe_with_known(items_given(items), workers, timeout)  # type: ignore[return-value]

    def pipe_with_known(
        self, items: Iterable[Article | Failure | str | Known], workers: int = 1, timeout: float | None = None
    ) -> Iterator[Result | Known]:
        """The same, where an article whose result is known is passed on as it is."""
        if (workers > 1 or timeout is not None) and may_share(workers):
            return map_batches(Work(self.attempt_all, given_up, self.load, timeout, allowance), batches(items), workers)
        return (result for batch in batches(items) for result in self.attempt_all(batch))

    def attempt_all(self, items: Sequence[Article | Failure | str | Known]) -> list[Result | Known]:
        """The results of a batch with errors as failures: if one article raises, each is tried alone."""
        try:
            articles = [article_given(item, self.published) if isinstance(item, str) else item for item in items]
            results = iter(self.read_all([item for item in articles if isinstance(item, Article)]))
            return [next(results) if isinstance(item, Article) else _as_it_is(item) for item in articles]
        except Exception:
            return [self.attempt(item) for item in items]

    def attempt(self, item: Article | Failure | str | Known) -> Result | Known:
        """The result of one item, with any error as its ``failure``."""
        if isinstance(item, Failure | Known):
            return _as_it_is(item)
        try:
            return self.read(article_given(item, self.published) if isinstance(item, str) else item)
        except Exception as error:
            return given_up(item, str(error), type(error).__name__)

    def tokens_of(self, item: Article) -> Doc:
        """The article as a ``Doc`` of mere tokens with its context, ready for the pipeline.

        Raises ``InputError`` if it is longer than the pipeline takes.
        """
        nlp = self.nlp
        if len(item.text) > nlp.max_length:
            raise InputError(f"the article has {len(item.text)} characters; the most is {nlp.max_length}: split it")
        context = ArticleContext(
            title=item.title,
            published=item.published,
            publisher=item.publisher,
            dateline=item.dateline,
            url=item.url,
            skip=item.skip,
        )
        if self._tokenizer is None:
            self._tokenizer = CachedTokenizer(nlp)
        text = unwrapped(item.text)
        return set_context(with_known_text(self._tokenizer.make_doc(text), text), context)

    def result_of(self, item: Article, doc: Doc, start: int = 0, earlier_sentences: int = 0) -> Result:
        """The records of an article from its ``Doc`` after all steps.

        If it is a piece of one, ``start`` characters and so many sentences of the whole are before it.
        """
        mentions = replace(mentions_of(doc), start=start, earlier_sentences=earlier_sentences)
        result = make_result(item, mentions, self.rates, self.min_confidence)
        return replace(result, shortfalls=[Failure(item.path, *failed) for failed in failures_of(doc)])


def allowance(item: Article | Failure | str | Known) -> float:
    """By how many times the time limit an item may take longer: 1 up to a million characters.

    >>> allowance("Two fled."), allowance("Two fled. " * 300_000)
    (1.0, 3.0)
    """
    return max(1.0, length_of(item) / LONG)


def given_up(item: Article | Failure | str | Known, reason: str, error: str = "WorkerError") -> Result | Known:
    """What stands for an item that could not be read."""
    if isinstance(item, Failure | Known):
        return _as_it_is(item)
    path = None if isinstance(item, str) else item.path
    return failed(Failure(path, "extract", error, reason), item)


def _is_cut(item: Article) -> bool:
    """True if an article has more than one piece."""
    return next(pieces_of(item)).article is not item


def _as_it_is(item: Failure | Known) -> Result | Known:
    return failed(item) if isinstance(item, Failure) else item


def _rebuilt(model: str | Path, settings: dict[str, Any]) -> Extractor:
    return Extractor(model, **settings)


@lru_cache(maxsize=2)
def _extractor(model: str) -> Extractor:
    return Extractor(model)


def extract(text: str, *, published: Date = None, title: str | None = None, model: str = DEFAULT_MODEL) -> Result:
    """The records of one text; the model is loaded on the first call and kept.

    >>> result = extract("Police in Accra arrested 33 people.")  # doctest: +SKIP
    >>> result.facts[0].kind, result.facts[0].value  # doctest: +SKIP
    ('arrest', 33.0)
    """
    return _extractor(model).extract(text, published=published, title=title)
