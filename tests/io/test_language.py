"""The language of a text: English in all its forms is read, and other languages are not, however short."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factx.reading.article import UNTOLD, article
from factx.reading.language import language_of

FILE = Path(__file__).parent / "language_cases.csv"
ROWS = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines(keepends=True)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}-{row['kind']}")
def test_english_is_read_and_other_languages_are_not(row: dict[str, str]) -> None:
    told = language_of(row["text"])
    if row["language"] == "en":
        assert told == ("en" if row["kind"] != "open" else None)
    else:
        assert told == ("other" if row["kind"] != "open" else None)


def test_the_cases_are_of_all_kinds() -> None:
    assert len(ROWS) >= 150
    assert len({row["language"] for row in ROWS}) >= 50


@pytest.mark.parametrize("text", ["Aisha Bello, 22; Musa Ibrahim, 34", "12 / 7 / 5", "", "…"])
def test_names_and_figures_alone_are_read_and_noted(text: str) -> None:
    item = article(text)
    assert (item.language, item.skipped, item.note) == (None, None, UNTOLD)


def test_a_quotation_in_another_alphabet_does_not_make_a_text_foreign() -> None:
    assert language_of("The banner said «Свобода» and the crowd sang for an hour, nine of them in tears.") == "en"


def test_addresses_are_words_of_no_language() -> None:
    text = "Nine were hurt: https://beispiel.example/unfall-auf-der-autobahn-bei-hamburg pressestelle@polizei.example"
    assert language_of(text) == "en"
