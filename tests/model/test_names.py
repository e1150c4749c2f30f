"""One name, one label: mentions of a name vote on its label."""

import numpy as np
import pytest

from factx.model.encoder.label_voting import Entity, Voter, entities_of

CLASSES = ["O", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-PERSON", "I-PERSON", "B-DATE", "I-DATE"]


def read(text: str, said: dict[int, dict[str, float]], entities: list[tuple[int, int, str]]) -> list[str]:
    """``said`` gives probabilities by word; what is left of 1 goes to O. Entities come back as WORDS/LABEL@START."""
    words = text.split(" ")
    shares = np.full((len(words), len(CLASSES)), 1e-6)
    for place, row in enumerate(shares):
        for name, share in said.get(place, {}).items():
            row[CLASSES.index(name)] = share
        row[0] = max(1 - sum(said.get(place, {}).values()), 1e-6)
    settled = Voter(CLASSES).relabel(words, [Entity(*entity) for entity in entities], np.log(shares))
    return [f"{' '.join(words[start:end])}/{label}@{start}" for start, end, label in settled]


CASES = {
    "the surer mention decides for a name": (
        "Obuya met Obuya",
        {0: {"B-PERSON": 0.95, "B-LOC": 0.04}, 2: {"B-PERSON": 0.4, "B-LOC": 0.55}},
        [(0, 1, "PERSON"), (2, 3, "LOC")],
        ["Obuya/PERSON@0", "Obuya/PERSON@2"],
    ),
    "a surname goes with the full name": (
        "Grace Obuya said Obuya",
        {0: {"B-PERSON": 0.98}, 1: {"I-PERSON": 0.98}, 3: {"B-PERSON": 0.3, "B-ORG": 0.6}},
        [(0, 2, "PERSON"), (3, 4, "ORG")],
        ["Grace Obuya/PERSON@0", "Obuya/PERSON@3"],
    ),
    "an organisation's last word is no surname": (
        "Bank of Lomi in Lomi",
        {0: {"B-ORG": 0.98}, 1: {"I-ORG": 0.98}, 2: {"I-ORG": 0.98}, 4: {"B-LOC": 0.7, "B-ORG": 0.2}},
        [(0, 3, "ORG"), (4, 5, "LOC")],
        ["Bank of Lomi/ORG@0", "Lomi/LOC@4"],
    ),
    "a mention passed over that might be one": (
        "Lomi fears Lomi",
        {0: {"B-LOC": 0.9}, 2: {"B-LOC": 0.3}},
        [(0, 1, "LOC")],
        ["Lomi/LOC@0", "Lomi/LOC@2"],
    ),
    "a mention passed over that is surely none": (
        "Lomi fears Lomi",
        {0: {"B-LOC": 0.9}, 2: {"B-LOC": 0.01}},
        [(0, 1, "LOC")],
        ["Lomi/LOC@0"],
    ),
    "a word in small letters is no name": (
        "march fears march",
        {0: {"B-ORG": 0.9}, 2: {"B-ORG": 0.3}},
        [(0, 1, "ORG")],
        ["march/ORG@0"],
    ),
    "inside a longer name nothing is added": (
        "Lomi fears Bank of Lomi",
        {0: {"B-LOC": 0.9}, 2: {"B-ORG": 0.9}, 3: {"I-ORG": 0.9}, 4: {"I-ORG": 0.6, "B-LOC": 0.3}},
        [(0, 1, "LOC"), (2, 5, "ORG")],
        ["Lomi/LOC@0", "Bank of Lomi/ORG@2"],
    ),
    "dates do not vote": (
        "May met May",
        {0: {"B-PERSON": 0.9}, 2: {"B-DATE": 0.9, "B-PERSON": 0.05}},
        [(0, 1, "PERSON"), (2, 3, "DATE")],
        ["May/PERSON@0", "May/DATE@2"],
    ),
    "another spelling is another name": (
        "Obuya met OBUYA",
        {0: {"B-PERSON": 0.95}, 2: {"B-LOC": 0.9}},
        [(0, 1, "PERSON"), (2, 3, "LOC")],
        ["Obuya/PERSON@0", "OBUYA/LOC@2"],
    ),
}


@pytest.mark.parametrize(("text", "said", "entities", "expected"), CASES.values(), ids=CASES)
def test_votes(
    text: str, said: dict[int, dict[str, float]], entities: list[tuple[int, int, str]], expected: list[str]
) -> None:
    assert read(text, said, entities) == expected


def test_line_break_in_a_name_belongs_to_it() -> None:
    found = entities_of(["B-ORG", "O", "I-ORG"], ["Lomi", "\n", "Bank"])
    assert found == [Entity(0, 3, "ORG")]


def test_two_names_side_by_side_stay_two() -> None:
    found = entities_of(["B-LOC", "B-LOC", "I-LOC"], ["Chad", "South", "Sudan"])
    assert found == [Entity(0, 1, "LOC"), Entity(1, 3, "LOC")]
