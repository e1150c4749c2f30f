"""Tables against gold: what is found, missed and wrong, and that the figures are those of the reference scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factx.base import InputError
from factx.check import compared, read_gold, read_predicted, scores
from factx.cli import main
from tests.check.conftest import BLAST, GIFT, HELD, HURT, Write, marked


def told(capsys: pytest.CaptureFixture[str], *arguments: Path | str) -> dict[str, Any]:
    assert main(["evaluate", *map(str, arguments), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_what_is_right_wrong_and_missed_is_counted(
    capsys: pytest.CaptureFixture[str], tables: Write, gold: Write
) -> None:
    more = marked(HELD, quote="It hurt 11.", value_text="11", kind="missing", low=11.0, high=11.0)
    folder = gold(raid=[marked(HELD), marked(BLAST, source="police"), more], aid=[marked(GIFT)])
    found = told(capsys, folder, tables())
    assert [found["facts"][name] for name in ("right", "wrong", "missed")] == [3, 1, 1]
    assert found["facts"]["p"] == found["facts"]["r"] == 0.75
    assert [found["slots"]["source"][name] for name in ("right", "wrong", "missed")] == [0, 1, 1]
    assert found["row"]["r"] == 0.5
    low, high = found["facts"]["f1_interval"]
    assert low <= 0.75 <= high


def test_two_annotators_who_agree_have_an_agreement_of_1(
    capsys: pytest.CaptureFixture[str], tables: Write, gold: Write
) -> None:
    one = gold("one", raid=[marked(HELD), marked(BLAST)], aid=[marked(GIFT)])
    assert told(capsys, one, one)["facts"]["f1"] == 1.0
    two = gold("two", raid=[marked(HELD), marked(BLAST, low=5.0, high=5.0)], aid=[marked(GIFT)])
    assert told(capsys, one, two)["facts"]["f1"] == pytest.approx(2 / 3)
    assert told(capsys, two, one)["facts"]["f1"] == pytest.approx(2 / 3)


def test_a_kind_of_ones_own_counts_if_the_gold_has_it(tables: Write, gold: Write) -> None:
    folder = gold(raid=[{**marked(HURT), "kind": "strikers"}])
    assert scores(compared(read_gold(folder), read_predicted(tables()))).facts.gold == 1


def test_articles_that_were_not_read_are_told_of(
    capsys: pytest.CaptureFixture[str], tables: Write, gold: Write
) -> None:
    from tests.check.conftest import ARTICLES

    folder = gold(raid=[marked(HELD)], aid=[marked(GIFT)])
    assert main(["evaluate", str(folder), str(tables(articles=ARTICLES[:1], facts=[HELD]))]) == 0
    shown = capsys.readouterr()
    assert "1 of 2 articles of the gold are not in" in shown.err
    assert "aid" in shown.err
    assert "facts               1.000 (0.000-1.000)   0.500" in shown.out


def test_the_errors_are_a_page(tmp_path: Path, tables: Write, gold: Write) -> None:
    page = tmp_path / "errors.html"
    folder = gold(raid=[marked(HELD, agent="<b>police</b>"), marked(BLAST, kind="missing")], aid=[])
    assert main(["evaluate", str(folder), str(tables()), "--html", str(page)]) == 0
    text = page.read_text("utf-8")
    assert "Missed (1)" in text
    assert "False alarms (3)" in text
    assert "Wrong slots (1)" in text
    assert "<mark>four</mark> miners" in text
    assert "<b>police" not in text
    assert "&lt;b&gt;police" in text


def test_what_cannot_be_compared_is_said(tmp_path: Path, tables: Write, gold: Write) -> None:
    with pytest.raises(InputError, match="no facts marked by people"):
        read_gold(tmp_path)
    folder = gold(raid=[marked(HELD, quote="Nobody wrote this.")])
    with pytest.raises(InputError, match=r"has no sentence 'Nobody wrote this\.'"):
        read_gold(folder)
    with pytest.raises(InputError, match="none of the gold's articles is in the tables"):
        compared(read_gold(gold(raid=[marked(HELD)])), {})


def test_the_figures_are_those_of_the_reference_scorer(
    capsys: pytest.CaptureFixture[str], root: Path, tmp_path: Path
) -> None:
    shared = root.parent / "shared"
    scorer, articles = shared / "tools" / "score_facts.py", shared / "gold" / "read"
    if not scorer.is_file():
        pytest.skip("no shared sets beside the repository")
    few = tmp_path / "few"
    for part in ("articles", "facts"):
        (few / part).mkdir(parents=True)
        for path in sorted((articles / part).glob("*.json"))[::40]:
            (few / part / path.name).write_bytes(path.read_bytes())
    assert main(["extract", str(few / "articles"), "-o", str(tmp_path / "out"), "--model", "fast", "--quiet"]) == 0
    command = [sys.executable, str(scorer), str(few), str(tmp_path / "out"), "--json"]
    wanted = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    found = told(capsys, few, tmp_path / "out")
    for group in (("facts",), ("officials",)):
        assert _figures(found[group[0]]) == pytest.approx(_figures(wanted[group[0]]))
    for group_name in ("kind", "slots"):
        for name, line in wanted[group_name].items():
            assert _figures(found[group_name][name]) == pytest.approx(_figures(line)), name
    assert found["row"]["r"] == pytest.approx(wanted["row"])
    assert found["title_and_country"]["p"] == pytest.approx(wanted["officials"]["title_and_country"])


def _figures(line: dict[str, Any]) -> list[float]:
    return [line[name] for name in ("p", "r", "f1", "gold")]
