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
    wanted = "en" if row["language"] == "en" else "other"
    assert language_of(row["text"]) == (None if row["told"] == "open" else wanted)


def test_the_cases_are_of_all_kinds() -> None:
    assert len(ROWS) >= 150
    assert len({row["language"] for row in ROWS}) >= 50


def test_few_cases_are_open() -> None:
    """A text that could not be told is read, and has a note."""
    assert sum(row["told"] == "open" for row in ROWS) <= 15


@pytest.mark.parametrize("text", ["", "…"])
def test_nothing_is_told_of_nothing(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The de facto leader met nine envoys in Rio de Janeiro.",
        "Gen. Rudolf von der Heide and Maria da Silva were freed.",
        "Police in Dar es Salaam freed nine.",
        "Siti binti Ahmad, Nurul binti Osman and Juan dela Cruz arrested",
        "Two fishers are unaccounted for.",
        "Ten sailers were injurred and won was kileld.",
        "Winegrowers in Kakheti dump grapes in protest.",
        "The UN's envoy can't say who's to blame.",
        "Lithuania gave Moldova 400,000 litas.",
        "Lithuania gave Moldova 400,000 litai.",
        "Iceland gave Chad 4 million krónur.",
        "The line carries 400kV.",
        "The dose was 5 sieverts.",
        "Gas costs $3 per mmBtu.",
        "Pressure fell to 950 hPa.",
        "The dam holds 500 gigalitres.",
    ],
)
def test_names_and_loans_of_other_languages_stand_in_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    "text", ["La Lituanie a donné 400 000 litas.", "Il dono di 3 milioni di lire.", "La dose était de 5 millisieverts."]
)
def test_names_of_money_and_units_make_no_english(text: str) -> None:
    assert language_of(text) == "other"


@pytest.mark.parametrize("text", ["Aisha Bello, 22; Musa Ibrahim, 34", "12 / 7 / 5", "", "…"])
def test_names_and_figures_alone_are_read_and_noted(text: str) -> None:
    item = article(text)
    assert (item.language, item.skipped, item.note) == (None, None, UNTOLD)


def test_a_quotation_in_another_alphabet_does_not_make_a_text_foreign() -> None:
    assert language_of("The banner said «Свобода» and the crowd sang for an hour, nine of them in tears.") == "en"


def test_addresses_are_words_of_no_language() -> None:
    text = "Nine were hurt: https://beispiel.example/unfall-auf-der-autobahn-bei-hamburg pressestelle@polizei.example"
    assert language_of(text) == "en"
