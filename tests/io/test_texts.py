"""The table of texts: what offsets refer to, wherever that is not the text of a text file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factx.base.records import ArticleRow, Fact, Text
from factx.reading.article import Article
from factx.reading.files import read_articles
from factx.run.extractor import Extractor
from factx.tables.csv_format import read_table
from factx.tables.write import writing_to

PLAIN = "Police in Kisumu arrested 33 traders."
BROKEN = "Police in Kisumu ar-\nrested ﬁfty traders; 12 mo­re fled to Busia."
CRLF = "Nine hurt\r\n\r\nA bus hit a wall in Migori and injured 21 pupils.\r\n"


def extracted(folder: Path, extractor: Extractor, all_texts: bool = False) -> Path:
    out = folder / "out"
    articles = list(read_articles([folder / "in"]))
    with writing_to(out, all_texts=all_texts) as writer:
        for result in extractor.pipe(articles):
            writer.add(result)
    return out


def texts(out: Path) -> dict[str | None, str | None]:
    paths = {row.article_id: row.path for row in read_table(out / "articles.csv", ArticleRow)}
    return {paths[row.article_id]: row.text for row in read_table(out / "texts.csv", Text)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(PLAIN)
    (tmp_path / "in" / "b.txt").write_bytes(BROKEN.encode())
    (tmp_path / "in" / "c.json").write_text(json.dumps({"text": PLAIN.replace("33", "44")}))
    (tmp_path / "in" / "d.txt").write_bytes(b"\xef\xbb\xbf" + CRLF.encode())
    (tmp_path / "in" / "e.txt").write_text("Neun Menschen wurden bei einem Unfall verletzt, sagte die Polizei.")
    return tmp_path


def test_texts_are_kept_that_are_not_those_of_text_files(folder: Path, extractor: Extractor) -> None:
    kept = texts(extracted(folder, extractor))
    assert sorted(map(str, kept)) == ["b.txt", "c.json"]
    assert kept["b.txt"] == "Police in Kisumu arrested fifty traders; 12 more fled to Busia."


def test_all_texts_are_kept_if_asked_for(folder: Path, extractor: Extractor) -> None:
    kept = texts(extracted(folder, extractor, all_texts=True))
    assert kept["a.txt"] == PLAIN
    assert kept["d.txt"] == CRLF
    assert sorted(map(str, kept)) == [
        "a.txt",
        "b.txt",
        "c.json",
        "d.txt",
    ]


def test_offsets_select_what_rows_quote_in_the_kept_text_or_in_the_file(folder: Path, extractor: Extractor) -> None:
    out = extracted(folder, extractor)
    kept = texts(out)
    paths = {row.article_id: row.path for row in read_table(out / "articles.csv", ArticleRow)}
    facts = list(read_table(out / "facts.csv", Fact))
    assert [fact.value_text for fact in facts] == ["33", "fifty", "12", "44", "Nine", "21"]
    for fact in facts:
        path = str(paths[fact.article_id])
        text = kept.get(path) or (folder / "in" / path).read_bytes().decode("utf-8-sig")
        assert text[fact.char_start : fact.char_end] == fact.value_text


def test_a_text_that_was_given_is_known_to_the_caller(extractor: Extractor) -> None:
    assert extractor.extract(PLAIN).is_source
    result = extractor.extract(BROKEN)
    assert not result.is_source
    assert "fifty traders" in str(result.text)
    assert list(result.to_frames()["texts"]["text"]) == [result.text]


@pytest.mark.parametrize("figure", ["²", "③", "₂", "½", "⑩", "❷", "¹²", "⒈", "㊿", "٣"])
@pytest.mark.parametrize(
    "text",
    [
        "{} men were killed.",
        "Sani Bako, {}, was killed.",
        "{} of 12 men fled on {} May at {}:{}0",
        "{}00 hours, May {}",
    ],
)
def test_no_figure_loses_an_article(figure: str, text: str, extractor: Extractor) -> None:
    item = next(iter(extractor.pipe([text.replace("{}", figure)])))
    assert item.failure is None
    assert item.article.status == "ok"


def test_the_reader_says_whether_a_text_is_its_file(folder: Path) -> None:
    found = {item.path: item.is_source for item in read_articles([folder / "in"]) if isinstance(item, Article)}
    assert found == {"a.txt": True, "b.txt": False, "c.json": False, "d.txt": True, "e.txt": True}
