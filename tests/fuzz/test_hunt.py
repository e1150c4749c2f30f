"""The fuzzer finds what is wrong and says it once, in the smallest form; some odd texts and damaged files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from benchmarks.exports import KINDS
from benchmarks.fuzz import hunt, trial, ways
from benchmarks.fuzz.mutations import oddities
from benchmarks.fuzz.seeds import PLAIN, Recipe, file_recipe, pool, text_recipe
from factx.reading import Article, article
from factx.run import components
from factx.run.extractor import Extractor
from factx.tables import Result

SEED = 4
ODD = list(zip(oddities("numbers")[:6], oddities("dates")[:6], strict=True))


@pytest.fixture
def own(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Extractor:
    """The one extractor of the tests, for both models."""
    monkeypatch.setattr(trial, "extractor", lambda model: extractor)
    monkeypatch.setattr(components, "note_failure", trial._note)
    return extractor


def test_inputs_of_a_number_are_the_same() -> None:
    for make in (text_recipe, file_recipe):
        assert [make(SEED, number) for number in range(1, 9)] == [make(SEED, number) for number in range(1, 9)]
    assert {file_recipe(SEED, number).kind for number in range(len(KINDS))} == KINDS.keys()
    assert len(pool()) > 200


@pytest.mark.parametrize("number", range(1, 10))
def test_odd_texts_break_no_law(own: Extractor, number: int) -> None:
    assert trial.trial(text_recipe(SEED, number)).faults == ()


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_damaged_files_break_no_law(own: Extractor, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_EXTRACTED", 0)
    assert trial.trial(file_recipe(SEED, number)).faults == ()


@pytest.mark.parametrize("way", [*ways.CHEAP, *ways.DEAR])
def test_other_ways_come_to_the_same(own: Extractor, way: ways.Way) -> None:
    text = " ".join(f"Rebels killed {form} men in Chad on {day}." for form, day in ODD)
    read = article(text, path="a.txt", published="2020-05-20")
    assert list(way(own, read, own.read(read))) == []


class Failing:
    """An extractor that cannot read one figure."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor

    def read(self, item: Article) -> Result:
        if "7" in item.text:
            raise ValueError("seven is too many")
        return self.extractor.read(item)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.extractor, name)


def test_a_fault_is_found_once_and_made_small(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    def tried(recipes: Iterator[Recipe]) -> Iterator[tuple[Recipe, trial.Trial]]:
        return ((recipe, trial.trial(recipe)) for recipe in recipes)

    monkeypatch.setattr(trial, "extractor", lambda model: Failing(extractor))
    monkeypatch.setattr(hunt, "_tried", tried)
    texts = ["Two men fled from the old prison.", "At dawn 17 men fled.\n\nThey came back.", "It was 7 below zero."]
    found = hunt.hunt(lambda number: Recipe(number + 1, PLAIN, texts[number]), 60, most=len(texts))
    assert found.met == {"extract: ValueError in outside": 2}
    ((recipe, fault),) = found.smallest.values()
    assert (recipe.number, recipe.text) == (2, "7")
    assert "seven is too many" in fault.told


def test_what_ends_its_process_is_a_finding() -> None:
    found = list(map(partial(hunt._given_up, text_recipe(SEED, 1)), ("it took longer than 1 seconds", "it died")))
    assert [tried.faults[0].sign for _, tried in found] == ["late", "died"]
