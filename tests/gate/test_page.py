"""The page of the benchmarks: what a part hands over is shown, what breaks or is not installed is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks import cases, page, peers, phrases, plots
from benchmarks.__main__ import main
from benchmarks.report import Chart, Section, Table, markdown
from benchmarks.setting import Setting

CHART = Chart("kinds", "Facts by kind", "", "F1", ["arrest", "killed"], {"accurate": [0.9, 0.8]})
SECTION = Section("Facts", ["Found.", Table(["", "F1"], [["arrest", "0.9"]]), CHART])


def test_a_chart_is_shown_only_where_it_was_drawn() -> None:
    assert "plots/kinds.svg" not in markdown(SECTION)
    assert "![Facts by kind](plots/kinds.svg)" in markdown(SECTION, frozenset({"kinds"}))


def test_the_phrases_are_amounts_of_the_case_tables_that_state_one_number() -> None:
    found = {phrase.text: phrase for phrase in phrases.phrases(None)}
    assert found["14,500"] == phrases.Phrase("own tables", "14,500", 14500.0, None)
    assert found["€1.2bn"] == phrases.Phrase("own tables", "€1.2bn", 1.2e9, "EUR")
    assert "$5 million" not in found or found["$5 million"].currency == "USD", "an article's country was told"


def _broken(setting: Setting) -> Section:
    raise RuntimeError("a path of this machine")


def test_a_part_that_breaks_is_told_of_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    parts = {
        "broken": SimpleNamespace(TITLE="Broken", measure=_broken),
        "facts": SimpleNamespace(TITLE="Facts", measure=lambda setting: SECTION),
    }
    monkeypatch.setattr(page, "PARTS", parts)
    monkeypatch.setattr(page, "fresh", lambda function, *arguments: function(*arguments))
    sections = page.measured(list(parts), Setting(None), lambda line: None)
    assert page.failed(sections) == ["Broken"]
    monkeypatch.setattr(plots, "draw", lambda wanted, folder: frozenset[str]())
    written = page.write(sections, tmp_path, 60.0, quick=True).read_text(encoding="utf-8")
    for piece in ("## Broken\n\nNot measured: RuntimeError\n", "## Facts", "mean nothing", "No plots", "1.0 minutes"):
        assert piece in written
    assert "a path of this machine" not in written


def test_charts_are_drawn_small_and_the_same_each_time(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    line = Chart("growth", "Growth", "words", "ms", [1.0, 2.0], {"": [3.0, 4.0]})
    assert plots.draw([CHART, line], tmp_path) == {"kinds", "growth"}
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    plots.draw([CHART, line], tmp_path)
    assert first == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert all(len(content) < 40_000 for content in first.values())


def test_verdicts_of_the_tests_are_counted_by_table(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    name = 'classname="tests.dates.test_cases" name="test_values'
    report.write_text(
        f'<testsuites><testsuite><testcase {name}[today]"/><testcase {name}[noon]"><failure/></testcase>'
        f'<testcase {name}[dusk]"><skipped type="pytest.xfail" message="no clock"/></testcase></testsuite></testsuites>'
    )
    tally = cases.counted(report)["dates"]
    assert (tally.right, tally.wrong, tally.known) == (1, 1, ["dusk (no clock)"])
    assert tally.row("dates") == ["dates", "2", "1", "0.500", "1"]


@pytest.mark.parametrize("node", [node for nodes in cases.TABLES.values() for node in nodes])
def test_the_tables_are_tests_that_exist(node: str, root: Path) -> None:
    path, _, function = node.partition("::")
    assert f"def {function}(" in (root / "tests" / path).read_text(encoding="utf-8")


def test_the_help_names_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in (*page.PARTS, "gate", "confidence", "--quick", "--shared"))


def test_a_folder_without_shared_sets_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(tmp_path), "--only", "facts"]) == 2
    assert "holds no shared sets" in capsys.readouterr().err


def made(maker: Callable[[], object]) -> object:
    """What a maker makes; the test is skipped where its library is not installed."""
    try:
        return maker()
    except ImportError:
        pytest.skip("needs the extra 'bench'")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", peers.DATE_FINDERS)
def test_a_finder_of_dates_selects_its_words(name: str) -> None:
    find = made(peers.DATE_FINDERS[name])
    text = "The ship left Lagos on 3 May 2020 and came back."
    found = find(text, "2020-06-01")  # type: ignore[operator]
    assert [(item.value, text[item.start : item.end] == item.text) for item in found] == [("2020-05-03", True)]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", peers.QUANTITY_FINDERS)
def test_a_finder_of_quantities_gives_values(name: str) -> None:
    find = made(peers.QUANTITY_FINDERS[name])
    assert [item["value"] for item in find("They sent 3,200 men.")] == [3200]  # type: ignore[operator]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", peers.PHRASE_READERS)
def test_a_reader_of_phrases_gives_the_number(name: str) -> None:
    read = made(peers.PHRASE_READERS[name])
    assert read("$2.5 million")[0] == 2_500_000  # type: ignore[operator]
