"""Laws of who: any text is read, offsets select their text, long runs of anything take linear time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.base import lexicon
from factx.base.mentions import Anaphor, ArticleContext, EntityMention
from factx.who import country_of_place, find_who
from factx.who.nations import find_nations, names, readings
from factx.who.organisations import definitions, find_organisations
from tests.who.conftest import Parse

WORDS = st.sampled_from(
    [
        "Malaysia", "US", "U.S.", "the", "Kingdom", "of", "President", "Minister", "Judge", "and", ",", ".", "(", ")",
        "IS", "UN", "WHO", "Jordan", "Georgia", "Amina", "al-", "bin", "’s", "'s", "-", "–", "spokesman", "Ministry",
        "former", "acting", "his", "country", "they", "said", "was", "Police", "\n", "$", "12", "Gen.", "  ", "\u00a0",
    ]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_mix_of_words_is_read(parse: Parse, text: str) -> None:
    who = parse(text, ArticleContext())
    found: list[EntityMention | Anaphor] = [*who.mentions, *who.references]
    for finding in found:
        assert text[finding.start_char : finding.end_char] == finding.text
    assert all(0 <= holder.start_char < holder.end_char <= len(text) for holder in who.officials)
    assert len({holder.key for holder in who.officials}) == len(who.officials)
    assert [item.start_char for item in who.mentions] == sorted(item.start_char for item in who.mentions)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for named in (*find_nations(text), *find_organisations(text, frozenset())):
        assert text[named.start_char : named.end_char] == named.text
    assert isinstance(definitions(text), dict)
    assert country_of_place(text) is None or len(country_of_place(text) or "") == 3


@pytest.mark.parametrize("run", ["1", ",", "$", "-", " ", "a", "A", "A ", "(A", "Mr. ", "the ", "Of the ", "U.S. "])
def test_a_megabyte_of_one_thing_is_read(run: str) -> None:
    """A step that went quadratic would not come back; ``benchmarks/speed.py`` says how long each takes."""
    text = run * (1_000_000 // len(run))
    nations = find_nations(text[:200_000] if run == "U.S. " else text)
    assert bool(nations) == (run == "U.S. ")
    assert not definitions(text)
    assert not find_organisations(text, frozenset())


def test_every_reading_ends_in_a_default() -> None:
    for name, found in readings().items():
        if name.startswith("*"):
            continue
        last = found[-1]
        assert last.before is last.after is last.article is None, name
        assert not last.beside, name


def test_every_group_of_context_words_exists_and_is_used() -> None:
    cells = [row[part] for row in lexicon.read("who/nation_contexts") for part in ("before", "after", "article")]
    used = {group for cell in cells for group in re.findall(r"\{([a-z_]+)\}", cell)}
    assert used == {row["group"] for row in lexicon.read("who/nation_context_words")}


def test_every_sovereign_state_has_a_name_and_a_demonym() -> None:
    import pycountry

    codes = {entry.iso3 for entry in names().values()}
    demonyms = {entry.iso3 for entry in names().values() if entry.kind == "demonym"}
    assert {item.alpha_3 for item in pycountry.countries} <= codes | {"ATA", "UMI"}
    assert len(demonyms) >= 193


def test_the_step_is_the_same_for_the_same_doc(parse: Parse) -> None:
    from factx.model.parser import load_parser

    text = "Kenyan Foreign Minister Amina Odhiambo met the IS-held town's mayor, Ali Said. She left for Peru."
    nlp = load_parser()
    assert (
        find_who(nlp(text), ArticleContext()) == find_who(nlp(text), ArticleContext()) == parse(text, ArticleContext())
    )
