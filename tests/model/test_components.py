"""factx's components in spaCy pipelines: what they declare, need and set, and the values of their spans."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from factx.base import Anaphor, Fact, InputError, Mention, Official, Quantity, Timex, failures_of
from factx.run import Extractor, load
from factx.run.doc_values import register
from factx.run.needs import check_needs

TEXT = (
    "Police in Salta arrested 33 smugglers on Monday. Norway's foreign minister Ola Berg pledged 60 million kroner to "
    "Chad, and he left for his country."
)
STEPS = ("factx_who", "factx_dates", "factx_quantities", "factx_facts")
GROUPS = ("mentions", "officials", "references", "dates", "quantities", "facts")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("fast")


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return read(nlp, "2016-05-03")


def read(nlp: Language, published: Any) -> Doc:
    doc = nlp.make_doc(TEXT)
    doc._.published = published
    return nlp(doc)


def problems(nlp: Language) -> dict[str, list[str]]:
    """What each component requires that none before it assigns."""
    found: dict[str, list[str]] = (nlp.analyze_pipes() or {})["problems"]
    return found


def saved(nlp: Language, folder: Path) -> Language:
    nlp.to_disk(folder)
    return spacy.load(folder)


HANDED_ON: dict[str, Callable[[Language, Path], Language]] = {
    "pickled": lambda nlp, _: pickle.loads(pickle.dumps(nlp)),
    "saved": saved,
    "as bytes": lambda nlp, _: load("fast").from_bytes(nlp.to_bytes()),
}


@pytest.mark.parametrize("way", HANDED_ON)
def test_a_pipeline_is_the_same_where_it_was_handed_to(way: str, nlp: Language, doc: Doc, tmp_path: Path) -> None:
    other = read(HANDED_ON[way](nlp, tmp_path / "pipeline"), "2016-05-03")
    for group in GROUPS:
        assert [span._.factx for span in other.spans[f"factx_{group}"]] == [
            span._.factx for span in doc.spans[f"factx_{group}"]
        ]
    assert [chunk.text for chunk in other.noun_chunks] == [chunk.text for chunk in doc.noun_chunks]


def test_rules_and_choices_go_with_a_pickled_pipeline(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        'kind = "elected"\ntitle = "t"\ndescription = "d"\ncounts = ["person"]\n[[rule]]\nname = "election of"\n'
        'nouns = ["election"]\nframes = ["nmod:of"]\nexample = [{ text = "The election of six sailors alarmed Lima.", '
        'value_text = "six" }]\nnot = ["The election alarmed Lima."]\n',
        encoding="utf-8",
    )
    nlp = pickle.loads(pickle.dumps(load("fast", rules=tmp_path / "own.toml", reader=False)))
    assert [fact.kind for fact in nlp("The election of six nurses surprised Quito on Friday.")._.factx_facts] == [
        "elected"
    ]
    assert nlp.get_pipe_config("factx_facts")["reader"] is False


def test_every_span_has_the_record_of_its_row(doc: Doc) -> None:
    records = {group: [span._.factx for span in doc.spans[f"factx_{group}"]] for group in GROUPS}
    kinds = (Mention, Official, Anaphor, Timex, Quantity, Fact)
    for (group, found), kind in zip(records.items(), kinds, strict=True):
        assert found, group
        assert {type(record) for record in found} == {kind}
        assert getattr(doc._, f"factx_{group}") == found
    arrest, pledge = records["facts"]
    assert (arrest.value, arrest.time_start, arrest.published) == (33, "2016-05-02", "2016-05-03")
    assert (pledge.agent_country, pledge.recipient_country, pledge.currency) == ("NOR", "TCD", "NOK")
    assert pledge.amount_usd == pytest.approx(7.4e6, rel=0.05)
    assert doc._.factx.to_frames()["facts"]["value"].tolist() == [33, 6e7]
    assert doc[:3]._.factx is None


def test_records_are_those_of_an_extractor(extractor: Extractor) -> None:
    result = extractor.extract(TEXT, published="2016-05-03")
    doc = read(extractor.nlp, "2016-05-03")
    assert [span._.factx for span in doc.spans["factx_facts"]] == result.facts
    assert (doc._.factx_quantities, doc._.factx_mentions) == (result.quantities, result.mentions)


@pytest.mark.parametrize("given", ["2017-03-22", "March 22, 2017", date(2017, 3, 22)])
def test_the_date_is_set_before_the_steps(nlp: Language, given: Any) -> None:
    doc = read(nlp, given)
    assert doc._.published == "2017-03-22"
    assert doc._.factx_dates[0].value == "2017-03-20"


def test_without_a_date_none_is_guessed(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.published is None
    assert doc._.factx_facts[0].time_start is None
    with pytest.raises(InputError, match=r"'spring' is no full date"):
        doc._.published = "spring"


def test_values_follow_what_the_doc_holds(nlp: Language) -> None:
    doc = read(nlp, "2017-03-22")
    before = doc._.factx
    assert doc._.factx is before
    doc._.published = "2018-03-22"
    assert doc._.factx_facts[0].published == "2018-03-22"
    assert nlp.get_pipe("factx_dates")(doc)._.factx_dates[0].value == "2018-03-19"


def test_values_survive_storage(nlp: Language, doc: Doc) -> None:
    (again,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert (again._.published, again._.factx_facts) == ("2016-05-03", doc._.factx_facts)
    (piped,) = nlp.pipe([nlp.make_doc(TEXT)], n_process=2)
    assert [span._.factx.value for span in piped.spans["factx_facts"]] == [33, 6e7]


def test_the_date_of_another_package_is_read(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = Doc.get_extension("published")
    Doc.set_extension("published", default=None, force=True)
    try:
        register()
        doc = read(nlp, date(2017, 3, 22))
        assert doc._.published == date(2017, 3, 22)
        assert doc._.factx_dates[0].value == "2017-03-20"
    finally:
        Doc.set_extension("published", getter=ours[2], setter=ours[3], force=True)


def test_displacy_draws_the_groups(doc: Doc) -> None:
    html = displacy.render(doc, style="span", options={"spans_key": "factx_facts"}, page=True, jupyter=False)
    assert "ARREST" in html
    assert "PLEDGE" in html


def test_the_analysis_of_pipes_finds_no_problem_where_none_is(nlp: Language) -> None:
    assert not any(problems(nlp).values())
    theirs = spacy.blank("en")
    for name in ("tagger", "attribute_ruler", "lemmatizer", "parser", "ner", "factx_scheme", *STEPS):
        theirs.add_pipe(name)
    assert not any(problems(theirs).values())


@pytest.mark.parametrize(
    ("order", "missing"),
    [
        (("factx_facts",), {"doc._.factx_quantities", "doc._.factx_references", "token.dep", "doc.ents"}),
        (("factx_quantities", "factx_dates"), {"doc._.factx_dates", "token.tag", "doc.sents"}),
        (("factx_who",), {"token.lemma", "token.head"}),
        (("factx_scheme",), {"token.tag", "token.dep", "doc.ents"}),
    ],
)
def test_the_analysis_of_pipes_finds_what_is_missing(order: tuple[str, ...], missing: set[str]) -> None:
    nlp = spacy.blank("en")
    for name in order:
        nlp.add_pipe(name)
    assert missing <= set(problems(nlp)[order[0]])


def test_what_is_declared_exists(nlp: Language, doc: Doc) -> None:
    known: dict[str, Callable[[str], bool]] = {"doc": Doc.has_extension, "span": Span.has_extension}
    for name in nlp.pipe_names:
        meta = nlp.get_pipe_meta(name)
        own = [attribute.split("._.") for attribute in (*meta.assigns, *meta.requires) if "._." in attribute]
        assert [attribute for kind, attribute in own if not known[kind](attribute)] == []
        assert meta.assigns
    assert nlp.get_pipe_meta("factx_layout").retokenizes


def pipeline(*names: str) -> Language:
    """Components behind one another, on the words of a parse in UD."""
    nlp = load("fast")
    for name in STEPS:
        nlp.remove_pipe(name)
    for name in names:
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("factx_quantities",), "factx_quantities needs factx_dates before it: nlp.add_pipe('factx_dates', before="),
        (("factx_dates", "factx_quantities", "factx_facts"), "factx_facts needs factx_who before it"),
        (("factx_who", "factx_facts"), "factx_facts needs factx_dates, factx_quantities before it"),
    ],
)
def test_a_missing_step_is_an_error(names: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError) as told:
        pipeline(*names)(TEXT)
    assert str(told.value).startswith(message)


@pytest.mark.parametrize("name", ["factx_who", "factx_quantities", "factx_facts"])
def test_a_missing_parse_is_an_error(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name, name="mine")
    with pytest.raises(InputError, match=r"mine needs a tagger, .*a parser, an entity recognizer.*en_core_web_sm"):
        nlp(TEXT)


def test_labels_that_nobody_has_translated_are_an_error(nlp: Language) -> None:
    words = ["Troops", "stayed", "in", "Mali"]
    doc = Doc(
        nlp.vocab,
        words=words,
        tags=["NNS", "VBD", "IN", "NNP"],
        pos=["NOUN", "VERB", "ADP", "PROPN"],
        lemmas=words,
        deps=["nsubj", "ROOT", "prep", "pobj"],
        heads=[1, 1, 1, 2],
        ents=["O", "O", "O", "B-GPE"],
    )
    with pytest.raises(InputError, match=r"factx_who needs factx_scheme before it: nlp.add_pipe\('factx_scheme'"):
        check_needs(doc, "factx_who")


def test_dates_need_nothing_before_them() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factx_dates")
    doc = read(nlp, "2017-03-22")
    assert [(span.text, span._.factx.value) for span in doc.spans["factx_dates"]] == [("Monday", "2017-03-20")]


def test_a_step_that_fails_costs_what_it_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("factx.dates.find_dates", broken)
    doc = pipeline(*STEPS)(TEXT)
    assert failures_of(doc) == [("dates", "RuntimeError", "out of order")]
    assert (doc._.factx_dates, len(doc._.factx_facts)) == ([], 2)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "33", "…"])
def test_no_text_lacks_a_parse(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert (doc.text, failures_of(doc)) == (text, [])
    assert doc._.factx.failure is None
