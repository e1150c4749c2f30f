"""Articles of any length: read in pieces, with offsets, numbers of sentences and ids of the whole."""

from __future__ import annotations

import gc
import sys
import weakref
from dataclasses import replace
from typing import Any

import pytest

from factx.base.errors import InputError
from factx.reading.article import Article, article
from factx.run import extractor as extractor_module
from factx.run import memory, pieces
from factx.run.extractor import Extractor
from factx.tables.result import Result

TOWNS = ("Lima", "Accra", "Oslo", "Hanoi", "Quito", "Dakar", "Riga", "Tunis")
LISTS = ("facts", "quantities", "dates", "mentions", "officials")


def paragraphs(count: int) -> list[str]:
    return [
        f"Police in {TOWNS[n % len(TOWNS)]} arrested {n + 12} men on Tuesday, a spokesman said. "
        f"Norway pledged ${n + 3} million for the victims."
        for n in range(count)
    ]


SAME = ("article_id", "sentence_id", "char_start", "char_end", "fact_id", "mention_id", "quantity_id", "text", "value")
"""Columns that do not depend on what else a piece tells of countries and days."""


def same(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in SAME if hasattr(record, name)}


def cut(monkeypatch: pytest.MonkeyPatch, longest: int) -> None:
    monkeypatch.setattr(extractor_module, "pieces_of", lambda item: pieces.pieces_of(item, longest))


@pytest.fixture
def whole() -> Article:
    return article("\n\n".join(paragraphs(24)), path="long.txt", published="2021-03-04")


def test_pieces_make_the_article_again(whole: Article) -> None:
    for longest in (60, 200, 500, 10_000):
        parts = list(pieces.pieces_of(whole, longest))
        assert "".join(part.article.text for part in parts) == whole.text
        assert all(whole.text[part.start :].startswith(part.article.text) for part in parts)
        assert max(len(part.article.text) for part in parts) <= longest or len(parts) == 1
    assert [part.article for part in pieces.pieces_of(whole)] == [whole]


@pytest.mark.parametrize("sign", ["\n\n", "\n", " ", ""])
def test_a_text_without_paragraphs_is_cut_as_well(sign: str) -> None:
    given = sign.join(["held"] * 300)
    item = replace(article("Two fled."), text=given, skip=((0, 4), (90, 190)))
    parts = list(pieces.pieces_of(item, 100))
    assert "".join(part.article.text for part in parts) == given
    found = [(start + part.start, end + part.start) for part in parts for start, end in part.article.skip]
    assert {at for start, end in found for at in range(start, end)} == {*range(4), *range(90, 190)}


def test_a_cut_article_has_the_tables_of_the_whole(
    extractor: Extractor, whole: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = extractor.read(whole)
    cut(monkeypatch, 600)
    in_pieces = extractor.read(whole)
    assert at_once.article == in_pieces.article
    for name in LISTS:
        assert [same(one) for one in getattr(at_once, name)] == [same(one) for one in getattr(in_pieces, name)]
    assert len(at_once.facts) == 48


def test_ids_of_a_cut_article_are_told_apart(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    cut(monkeypatch, 150)
    result = extractor.read(article("\n\n".join(["Police in Lima held 12 men.\n\nThey were told on Tuesday."] * 12)))
    assert len({fact.fact_id for fact in result.facts}) == len(result.facts) == 12
    numbers = [int((fact.sentence_id or "").rpartition(":")[2]) for fact in result.facts]
    assert numbers == list(range(1, 25, 2))


def test_articles_of_a_batch_get_their_own_pieces(
    extractor: Extractor, whole: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = article("Nine miners died in Quito.", path="b.txt", published="2021-03-04")
    items = [short, whole, replace(short, skipped="a copy of a.txt"), short]
    cut(monkeypatch, 500)
    alone = [extractor.read(item) for item in items]
    assert extractor.read_all(items) == alone
    assert [len(result.facts) for result in alone] == [1, 48, 0, 1]


def test_the_whole_doc_of_a_very_long_article_is_refused(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="the article has 1520000 characters; the most is"):
        extractor.doc(article("the men were held. " * 80_000))


def odd_words(numbers: range) -> list[Article]:
    """Articles whose words no other has."""
    return [
        article(
            f"Police in the town of Zarqo{n}ville arrested {n % 90 + 2} men on Tuesday. The quexo{n}ers of the valley "
            "said that they had been there for a week and that nobody had come to help them.",
            path=f"{n}.txt",
        )
        for n in numbers
    ]


def known(extractor: Extractor) -> int:
    return len(extractor.nlp.vocab.strings)


def test_rare_words_do_not_outlive_their_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    extractor = Extractor("fast").load()
    list(extractor.pipe(odd_words(range(8))))
    monkeypatch.setattr(memory, "MOST_STRINGS", known(extractor))
    before = known(extractor)
    list(extractor.pipe(odd_words(range(100, 132))))
    assert known(extractor) == before
    assert "quexo101ers" not in extractor.nlp.vocab.strings
    monkeypatch.setattr(memory, "MOST_STRINGS", sys.maxsize)
    list(extractor.pipe(odd_words(range(200, 208))))
    assert known(extractor) > before


def test_results_are_the_same_when_words_are_forgotten(
    raw_results: list[tuple[Article, Result]], extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "MOST_STRINGS", 0)
    assert list(extractor.pipe(item for item, _ in raw_results)) == [result for _, result in raw_results]


def test_no_doc_outlives_its_batch(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[object]] = []
    tokens_of = Extractor.tokens_of

    def noted(self: Extractor, item: Article) -> object:
        doc = tokens_of(self, item)
        made.append(weakref.ref(doc))
        return doc

    monkeypatch.setattr(Extractor, "tokens_of", noted)
    results = list(extractor.pipe(odd_words(range(4))))
    gc.collect()
    assert len(results) == len(made) == 4
    assert [ref() for ref in made] == [None] * 4
