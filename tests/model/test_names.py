"""One name, one label: mentions of a name vote on its label."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from factx.model.encoder.label_voting import Entity, Voter, entities_of
from tests.cases import cases

CLASSES = ["O", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-PERSON", "I-PERSON", "B-DATE", "I-DATE"]


CASES = cases(Path(__file__).parent / "names_cases.toml", keys={"said", "entities", "relabelled"})


def logs_of(words: int, said: list[dict[str, Any]]) -> NDArray[np.float64]:
    """Log probabilities of the classes, a row per word; what ``said`` leaves of 1 goes to O."""
    shares = np.full((words, len(CLASSES)), 1e-6)
    shares[:, 0] = 1.0
    for row in said:
        given = {name: share for name, share in row.items() if name != "word"}
        for name, share in given.items():
            shares[row["word"], CLASSES.index(name)] = share
        shares[row["word"], 0] = max(1 - sum(given.values()), 1e-6)
    logs: NDArray[np.float64] = np.log(shares)
    return logs


@pytest.mark.parametrize("case", CASES)
def test_votes(case: dict[str, Any]) -> None:
    words = case["text"].split(" ")
    entities = [Entity(**entity) for entity in case["entities"]]
    found = Voter(CLASSES).relabel(words, entities, logs_of(len(words), case["said"]))
    assert found == [Entity(**entity) for entity in case["relabelled"]]


def test_line_break_in_a_name_belongs_to_it() -> None:
    found = entities_of(["B-ORG", "O", "I-ORG"], ["Lomi", "\n", "Bank"])
    assert found == [Entity(0, 3, "ORG")]


def test_two_names_side_by_side_stay_two() -> None:
    found = entities_of(["B-LOC", "B-LOC", "I-LOC"], ["Chad", "South", "Sudan"])
    assert found == [Entity(0, 1, "LOC"), Entity(1, 3, "LOC")]
