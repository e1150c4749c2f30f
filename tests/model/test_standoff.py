"""Annotations of paragraphs that are not here: offsets only, and their texts found again in the corpora."""

from __future__ import annotations

import gzip
import importlib
import json
import re
from pathlib import Path
from types import ModuleType

import pytest
import spacy
from spacy.tokens import DocBin

TRAINING = Path(__file__).parents[2] / "models" / "training"
TEXTS = {
    "ww": "Mali got $5 million from Oman on Friday, and two men died in Gao.",
    "raw": "In Oum , two men and ( at least ) two women died ; the U . N . gave $ 3 m .",
    "gva": "Three boys were shot in Elm Street.",
    "muc": "LIMA -- FOUR PEASANTS WERE KIDNAPPED, AND FIVE DIED.",
}
"""A paragraph of each corpus."""


@pytest.fixture
def standoff(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(TRAINING)
    return importlib.import_module("standoff")


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder of small corpora, a paragraph of interest in each."""
    folder = tmp_path / "corpora"
    for name in ("ner", "raw", "casualties_dev/articles", "muc_dev/articles"):
        (folder / name).mkdir(parents=True)
    nlp = spacy.blank("en")
    DocBin(docs=[nlp(f"Other news.\n\n{TEXTS['ww']}")]).to_disk(folder / "ner/train.spacy")
    with gzip.open(folder / "raw/news.txt.gz", "wt", encoding="utf-8") as file:
        file.write(f"Other news .\n{TEXTS['raw']}\n")
    for corpus, name in (("casualties_dev", "gva"), ("muc_dev", "muc")):
        page = {"text": f"A headline\n \n{TEXTS[name]}"}
        (folder / corpus / "articles" / "1.json").write_text(json.dumps(page), "utf-8")
    return folder


def test_every_annotation_is_of_a_kind_and_within_its_paragraph(standoff: ModuleType) -> None:
    lines = [json.loads(line) for line in (TRAINING / "paragraphs.jsonl").read_text("utf-8").splitlines()]
    assert len({line["id"] for line in lines}) == len(lines) > 1000
    for line in lines:
        assert re.fullmatch(r"(ww|raw|gva|muc)-[0-9a-f]{10}", line["id"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", line["date"])
        for fact in line["facts"]:
            spans = [fact["value"], *(fact[name] for name in standoff.FILLERS if name in fact)]
            assert all(0 <= start < end < 1000 for start, end in spans), line["id"]
            assert fact["kind"] in standoff.own_news.KINDS[1:]
            assert (fact["kind"] in {"pledge", "troops"}) == ("status" in fact), line["id"]


def test_no_annotation_has_words_of_its_paragraph() -> None:
    for line in (TRAINING / "paragraphs.jsonl").read_text("utf-8").splitlines():
        for fact in json.loads(line)["facts"]:
            words = {name: value for name, value in fact.items() if isinstance(value, str)}
            assert words.keys() <= {"kind", "status", "modality"}


def test_annotated_sheets_come_back_with_their_texts(
    standoff: ModuleType,
    corpora: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = {name.split("-")[0]: (name, text) for name, text in standoff.paragraphs(corpora) if "died" in text.lower()}
    sheet = tmp_path / "sheet.txt"
    raw, ww = names["raw"], names["ww"]
    sheet.write_text(
        f"## {raw[0]} 0000-00-00\n{raw[1]}\n\n| killed | <<two>> women | object=women | location=Oum\n"
        f"\n## {ww[0]} 2020-01-02\n{ww[1]}\n\n"
        "| pledge | $5 million | status=delivered | agent=Oman | recipient=Mali | time=Friday\n",
        "utf-8",
    )
    monkeypatch.setattr("sys.argv", ["standoff.py", str(sheet)])
    standoff.main()
    kept = tmp_path / "paragraphs.jsonl"
    kept.write_text(capsys.readouterr().out, "utf-8")
    assert not any(word in kept.read_text("utf-8") for word in ("Oum", "women", "Oman"))
    first, second = standoff.pieces(kept, corpora)
    assert (first.text, first.published) == (raw[1], standoff.UNDATED)
    assert [first.facts[0][name] for name in ("value_text", "object", "location")] == ["two", "women", "Oum"]
    assert first.text.startswith("two women", first.facts[0]["char_start"])
    told = {name: value for name, value in second.facts[0].items() if value and name not in ("quote", "start")}
    assert told == {
        "kind": "pledge", "value_text": "$5 million", "char_start": ww[1].index("$5"), "status": "delivered",
        "modality": "asserted", "agent": "Oman", "recipient": "Mali", "time_text": "Friday",
    }  # fmt: skip


def test_a_paragraph_that_the_corpora_lack_is_left_out(standoff: ModuleType, corpora: Path, tmp_path: Path) -> None:
    kept = tmp_path / "paragraphs.jsonl"
    kept.write_text('{"id":"raw-0000000000","date":"0000-00-00","facts":[]}\n', "utf-8")
    assert list(standoff.pieces(kept, corpora)) == []


def test_tokenised_news_is_joined_as_it_is_written(standoff: ModuleType) -> None:
    assert standoff.joined(TEXTS["raw"]) == "In Oum, two men and (at least) two women died; the U. N. gave $3 m."
    assert standoff.joined("a 12 - nation pact , they did n't say") == "a 12-nation pact, they didn't say"
