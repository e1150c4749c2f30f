"""Base forms: what a word may be a form of, whatever one lemmatizer guesses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.facts.words import base_forms

FORMS = [
    ("regular past", "arrested", "arrested", "arrest"),
    ("past of a verb in -e", "evacuated", "evacuated", "evacuate"),
    ("participle of a verb in -e", "pledging", "pledging", "pledge"),
    ("doubled consonant", "stabbed", "stabb", "stab"),
    ("y becomes i", "buried", "buri", "bury"),
    ("irregular past", "fled", "fled", "flee"),
    ("irregular past, wrong lemma", "shot", "shot", "shoot"),
    ("irregular participle", "taken", "taken", "take"),
    ("a lemma that is right", "killed", "kill", "kill"),
    ("a word as it is", "toll", "toll", "toll"),
]


@pytest.mark.parametrize(("word", "lemma", "base"), [row[1:] for row in FORMS], ids=[row[0] for row in FORMS])
def test_has_the_base_form(word: str, lemma: str, base: str) -> None:
    assert base in base_forms(lemma, word)


def test_the_irregular_base_comes_first() -> None:
    assert base_forms("fled", "fled")[0] == "flee"


def test_short_words_keep_their_ending() -> None:
    assert base_forms("red", "red") == ("red",)
    assert base_forms("king", "king") == ("king",)


@given(st.text(max_size=30), st.text(max_size=30))
def test_lemma_or_word_is_always_among_them_once(lemma: str, word: str) -> None:
    forms = base_forms(lemma, word)
    assert word in forms
    assert len(forms) == len(set(forms))
