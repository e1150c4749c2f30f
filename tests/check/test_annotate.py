"""To the tools of annotators and back: offsets in each tool's units, and gold that says what the tables did."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factx.base import InputError, Quantity, Timex
from factx.check import TOOLS, read_gold
from factx.cli import main
from tests.check.conftest import ARTICLES, BLAST, FACTS, GIFT, HELD, RAID, Write

HOSTILE = (
    "🇳🇴🙂 Pol\u0065\u0301 said: \r\n"
    "“Nine mine\u0301rs 👩‍🚒 died in San\r\nta Fe\u0085 on Monday,\u2028 "
    "the Mi\u0301n\x0cistry 💥 of \r\nHealth said.”\r\n"
)
NINE = replace(
    HELD,
    fact_id="f9",
    kind="killed",
    value_text="Nine",
    char_start=HOSTILE.index("Nine"),
    char_end=HOSTILE.index("Nine") + 4,
    sentence=HOSTILE[HOSTILE.index("“") : HOSTILE.rindex("\r\n")],
    agent=None,
    object="mine\u0301rs 👩‍🚒",
    location="San\r\nta Fe",
    source="Mi\u0301n\x0cistry 💥 of \r\nHealth",
    time_text="Monday",
)


@pytest.fixture
def there(tables: Write, tmp_path: Path) -> Callable[[str], Path]:
    """Write the tables' facts for a tool, and return its folder."""

    def write(tool: str, **records: list[Any]) -> Path:
        if tool == "inception":
            pytest.importorskip("cassis")
        folder = tmp_path / tool
        shutil.rmtree(folder, ignore_errors=True)
        assert main(["annotate", str(tables(**records)), "--to", tool, "-o", str(folder)]) == 0
        return folder

    return write


def back(folder: Path, tool: str) -> dict[str, list[dict[str, Any]]]:
    out = folder.parent / "back"
    shutil.rmtree(out, ignore_errors=True)
    assert main(["annotate", str(folder), "--from", tool, "-o", str(out)]) == 0
    return {article.id: [dict(fact) for fact in article.facts] for article in read_gold(out)}


def hostile() -> dict[str, list[Any]]:
    from factx.base import Text

    return {"facts": [NINE], "texts": [Text("a1", HOSTILE), Text("a2", "Nothing.")]}


@pytest.mark.parametrize("tool", TOOLS)
def test_the_way_there_and_back_loses_nothing(
    tool: str, there: Callable[[str], Path], tables: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = there(tool)
    found = back(folder, tool)
    assert [fact["kind"] for fact in found["raid"]] == ["arrest", "killed", "injured"]
    assert found["raid"][0]["time"] == "2020-05-01"
    assert (found["aid"][0]["currency"], found["aid"][0]["agent_country"]) == ("EUR", "NOR")
    capsys.readouterr()
    assert main(["evaluate", str(folder.parent / "back"), str(tables()), "--json"]) == 0
    scores = json.loads(capsys.readouterr().out)
    assert scores["facts"]["f1"] == scores["row"]["r"] == 1.0


@pytest.mark.parametrize("tool", TOOLS)
def test_articles_of_one_file_are_told_apart(
    tool: str, there: Callable[..., Path], tables: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exports hold many articles: what is marked in them is held against the tables that it came from."""
    several = [replace(row, path=f"export.json#{number}") for number, row in enumerate(ARTICLES, 1)]
    folder = there(tool, articles=several)
    assert sorted(back(folder, tool)) == ["export-a1", "export-a2"]
    capsys.readouterr()
    assert main(["evaluate", str(folder.parent / "back"), str(tables(articles=several)), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["row"]["r"] == 1.0


@pytest.mark.parametrize("tool", TOOLS)
def test_emoji_combining_marks_and_line_ends_keep_their_places(tool: str, there: Callable[..., Path]) -> None:
    found = back(there(tool, **hostile()), tool)["raid"]
    assert len(found) == 1
    assert found[0]["quote"] == NINE.sentence
    assert found[0]["object"] == "mine\u0301rs 👩‍🚒"
    assert found[0]["location"] == "San ta Fe"
    assert found[0]["source"] == "Mi\u0301n istry 💥 of Health"
    out = next((Path(str(there(tool, **hostile()))).parent / "back" / "articles").glob("raid.json"))
    assert json.loads(out.read_text("utf-8"))["text"] == HOSTILE


def test_brat_has_the_words_of_each_fragment(there: Callable[..., Path]) -> None:
    folder = there("brat", **hostile())
    text = (folder / "raid.txt").read_bytes().decode("utf-8")
    lines = (folder / "raid.ann").read_text("utf-8").splitlines()
    spans = [line.split("\t") for line in lines if line.startswith("T")]
    assert any(";" in offsets for _, offsets, _ in spans)
    for _, offsets, words in spans:
        parts = [tuple(map(int, part.split())) for part in offsets.partition(" ")[2].split(";")]
        assert " ".join(text[slice(*part)] for part in parts) == words
        assert not any("\n" in text[slice(*part)] for part in parts)
    configuration = (folder / "annotation.conf").read_text("utf-8")
    assert all(f"[{name}]" in configuration for name in ("entities", "relations", "events", "attributes"))


def test_doccano_and_uima_count_units_of_utf16(there: Callable[..., Path]) -> None:
    page = json.loads((there("doccano", **hostile()) / "doccano.jsonl").read_text("utf-8").split("\n")[0])
    units = page["text"].encode("utf-16-le")
    words = {
        item["label"]: units[2 * item["start_offset"] : 2 * item["end_offset"]].decode("utf-16-le")
        for item in page["entities"]
    }
    assert (words["killed"], words["time"]) == ("Nine", "Monday")
    pytest.importorskip("cassis")
    xmi = (there("inception", **hostile()) / "raid.xmi").read_text("utf-8")
    place = re.search(r'FactSpan[^>]*?begin="(\d+)" end="(\d+)"[^>]*?label="time"', xmi)
    assert place is not None
    assert units[2 * int(place[1]) : 2 * int(place[2])].decode("utf-16-le") == "Monday"


def test_label_studio_takes_the_tasks(there: Callable[..., Path]) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface")
    folder = there("label-studio", **hostile())
    labels = interface.LabelInterface((folder / "labelling_interface.xml").read_text("utf-8"))
    labels.validate()
    for task in json.loads((folder / "tasks.json").read_text("utf-8")):
        assert labels.validate_task({"data": task["data"]})
        assert labels.validate_prediction(task["predictions"][0])
        for region in task["predictions"][0]["result"]:
            if region["type"] == "labels":
                value = region["value"]
                assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_what_an_annotator_changes_is_in_the_gold(there: Callable[..., Path]) -> None:
    second = RAID.index("11")
    number = Quantity(article_id="a1", char_start=second, char_end=second + 2, value=11.0, low=11.0, bound="exact")
    friday = RAID.index("Friday")
    day = Timex(article_id="a1", char_start=friday, char_end=friday + 6, start="2020-05-01", end="2020-05-01")
    folder = there("brat", facts=[HELD, BLAST, GIFT], quantities=[number], dates=[day])
    file = folder / "raid.ann"
    text = file.read_text("utf-8").replace("T1\tarrest", "T1\tdisplaced").replace("E1\tarrest", "E1\tdisplaced")
    more = [
        f"T90\tinjured {second} {second + 2}\t11",
        f"T91\ttime {friday} {friday + 6}\tFriday",
        "E90\tinjured:T90 time:T91",
        "A90\tmodality E90 possible",
    ]
    file.write_text(text + "\n".join(more) + "\n", "utf-8")
    held, blast, hurt = back(folder, "brat")["raid"]
    assert (held["kind"], held["low"], held["location"]) == ("displaced", 9.0, "Lima")
    assert blast["kind"] == "killed"
    assert hurt["time"] == "2020-05-01"
    assert (hurt["value"], hurt["high"], hurt["modality"], hurt["quote"]) == (11.0, None, "possible", "It hurt 11.")


def test_an_export_of_label_studio_counts_before_the_prediction(there: Callable[..., Path]) -> None:
    folder = there("label-studio")
    tasks = json.loads((folder / "tasks.json").read_text("utf-8"))
    kept = [item for item in tasks[0]["predictions"][0]["result"] if item.get("id") == "s1"]
    tasks[0]["annotations"] = [{"result": kept}, {"result": [], "was_cancelled": True}]
    (folder / "tasks.json").write_text(json.dumps(tasks), "utf-8")
    found = back(folder, "label-studio")
    assert [fact["kind"] for fact in found["raid"]] == ["arrest"]
    assert found["raid"][0]["agent"] is None


def test_what_cannot_be_written_or_read_is_said(tables: Write, tmp_path: Path, there: Callable[..., Path]) -> None:
    from factx.check import read_from, write_for

    with pytest.raises(InputError, match="no text of 2 articles"):
        write_for("brat", str(tables("without", texts=[])), tmp_path / "b")
    folder = there("jsonl")
    text = (folder / "articles.jsonl").read_text("utf-8")
    (folder / "articles.jsonl").write_text(text.replace("Guards in Lima", "Guards of Lima"), "utf-8")
    with pytest.raises(InputError, match="the text of 'raid' is not that of"):
        list(read_from("jsonl", folder))
    (folder / "articles.jsonl").write_text('{"id": "raid"}\n', "utf-8")
    with pytest.raises(InputError, match="not what jsonl writes"):
        list(read_from("jsonl", folder))
    (folder / "before.jsonl").unlink()
    with pytest.raises(InputError, match="keep it beside what the tool brings back"):
        list(read_from("jsonl", folder))
    assert len(FACTS) == 4


def test_a_library_of_brat_reads_the_annotations(there: Callable[..., Path]) -> None:
    brat = pytest.importorskip("bratly.io")
    found = brat.read_and_load_ann_file(str(there("brat", **hostile()) / "raid.ann"), renumerotize=False)
    marks = [item for item in found.annotations if type(item).__name__ == "EntityAnnotation"]
    words = {item.label: [HOSTILE[one.start : one.end] for one in item.fragments] for item in marks}
    assert words["killed"] == ["Nine"]
    assert words["location"] == ["San\r", "ta Fe"]
    assert [type(item).__name__ for item in found.annotations].count("EventAnnotation") == 1


def test_marks_are_not_written_over(tables: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["annotate", str(tables()), "--to", "brat", "-o", str(tmp_path / "marked")]
    assert main(command) == 0
    before = {path: path.read_bytes() for path in (tmp_path / "marked").iterdir()}
    assert main(command) == 2
    assert "which people may have marked; give another folder with -o, or delete it" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in (tmp_path / "marked").iterdir()}


def test_gold_is_not_written_over(
    there: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["annotate", str(there("brat")), "--from", "brat", "-o", str(tmp_path / "gold")]
    assert main(command) == 0
    edited = tmp_path / "gold" / "facts" / "raid.json"
    edited.write_text(edited.read_text("utf-8").replace('"Lima"', '"Callao"'), "utf-8")
    capsys.readouterr()
    assert main(command) == 2
    assert "which people may have edited; give another folder, or delete it" in capsys.readouterr().err
    assert "Callao" in edited.read_text("utf-8")
