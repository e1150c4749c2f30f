"""What the gate decides: pure functions, without models and without the shared sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import floors as floors_module
from benchmarks import gate
from benchmarks.__main__ import main
from benchmarks.floors import (
    FLOORS,
    Floor,
    State,
    Verdict,
    judged,
    lowered,
    noise_of,
    raised,
    read_floors,
    with_line,
    write_floors,
)
from benchmarks.scores import Metric, score, score_of

HELD = {"a": Floor(0.9, 0.01)}


@pytest.mark.parametrize(
    ("now", "state", "failed"),
    [
        (0.95, State.RISEN, False),
        (0.9, State.HELD, False),
        (0.90001, State.HELD, False),
        (0.8999, State.NOISE, False),
        (0.89, State.NOISE, False),
        (0.8899, State.FALLEN, True),
        (0.0, State.FALLEN, True),
    ],
)
def test_a_value_is_held_against_floor_and_noise(now: float, state: State, failed: bool) -> None:
    (verdict,) = judged(HELD, {"a": Metric(now, 100)})
    assert (verdict.state, verdict.failed) == (state, failed)


def test_metrics_and_floors_must_be_the_same_set() -> None:
    gone, new = judged(HELD, {"b": Metric(1.0, 10)})
    assert (gone.metric, gone.state, gone.failed) == ("a", State.GONE, True)
    assert (new.metric, new.state, new.failed) == ("b", State.NEW, True)
    assert "a is measured no more" in gone.message()
    assert "--lower a" in gone.message()
    assert "b has no floor: now 1.0000" in new.message()
    assert "gate --raise" in new.message()


def test_a_message_names_metric_floor_value_and_command() -> None:
    message = Verdict("facts.all.f1", Floor(0.9, 0.01), 0.85).message()
    for piece in ("facts.all.f1", "0.9000", "0.0100", "0.8500", "python -m benchmarks gate", "--reason"):
        assert piece in message


def test_raising_never_lowers_and_keeps_the_noise() -> None:
    now = {"a": Metric(0.85, 100), "b": Metric(0.7, 100)}
    assert raised(HELD, now) == {"a": Floor(0.9, 0.01), "b": Floor(0.7, noise_of(now["b"]))}
    assert raised(HELD, {"a": Metric(0.97, 100)}) == {"a": Floor(0.97, 0.01)}


def test_what_was_raised_holds_at_once() -> None:
    now = {"a": Metric(2 / 3, 10), "b": Metric(0.1 + 0.2, 10), "c": Metric(1.0, 3)}
    assert {verdict.state for verdict in judged(raised({}, now), now)} == {State.HELD}


def test_lowering_takes_one_floor_to_the_value_now() -> None:
    floors = {**HELD, "b": Floor(0.5, 0.01)}
    now = {"a": Metric(0.85, 100), "b": Metric(0.1, 100)}
    assert lowered(floors, now, "a") == {"a": Floor(0.85, 0.01), "b": Floor(0.5, 0.01)}
    assert lowered(floors, {"b": Metric(0.1, 100)}, "a") == {"b": Floor(0.5, 0.01)}


@pytest.mark.parametrize(("name", "said"), [("c", "no floor 'c'"), ("a", "not below its floor")])
def test_nothing_else_is_lowered(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        lowered(HELD, {"a": Metric(0.9, 100)}, name)


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = {"b": Floor(1 / 3, 0.0), **HELD}
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors
    assert read_floors(tmp_path / "none.json") == {}


@pytest.mark.parametrize("entry", [{"floor": 0.9}, {"floor": 90.0, "noise": 0}, {"floor": 0.9, "noise": 0, "why": 1}])
def test_an_entry_of_another_form_is_an_error(entry: dict[str, float], tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps({"a": entry}))
    with pytest.raises(ValueError, match=r"floors\.json, a: "):
        read_floors(path)


def test_the_committed_floors_are_sorted_and_sound() -> None:
    floors = read_floors()
    assert list(floors) == sorted(floors)
    assert len(floors) > 50
    assert json.loads(FLOORS.read_text()) == {name: {"floor": f.floor, "noise": f.noise} for name, f in floors.items()}


def test_a_lowered_floor_is_told_in_the_changelog() -> None:
    told = with_line(
        "# Changes\n\n## 0.2\n\n* New.\n\n## 0.1\n\n* Old.\n", "a", HELD["a"], Floor(0.8, 0.01), "new gold"
    )
    assert told.startswith("# Changes\n\n## 0.2\n\n* Floor of `a` lowered from 0.9000 to 0.8000: new gold\n* New.\n")
    assert "dropped: no more" in with_line("# Changes\n\n## 0.2\n\n* New.\n", "a", HELD["a"], None, "no more")


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Metric]:
    """A gate with one floor over made-up figures, its files in a folder of their own."""
    found = {"a": Metric(0.85, 100)}
    (tmp_path / "shared" / "tools").mkdir(parents=True)
    write_floors(HELD, tmp_path / "floors.json")
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n\n## 0.2\n\n* New.\n")
    monkeypatch.setattr("benchmarks.accuracy.measured", lambda shared, report: found)
    monkeypatch.setattr(floors_module.read_floors, "__defaults__", (tmp_path / "floors.json",))
    monkeypatch.setattr(floors_module.write_floors, "__defaults__", (tmp_path / "floors.json",))
    monkeypatch.setattr(gate, "CHANGELOG", tmp_path / "CHANGELOG.md")
    monkeypatch.chdir(tmp_path)
    return found


def test_the_command_shows_raises_and_lowers(
    measured: dict[str, Metric], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["gate", "--shared", str(tmp_path / "shared")]
    assert main(command) == 1
    assert "a fell: floor 0.9000, noise 0.0100, now 0.8500" in capsys.readouterr().out
    assert main([*command, "--raise"]) == 1
    assert read_floors(tmp_path / "floors.json") == HELD
    assert main([*command, "--lower", "a", "--reason", "stricter gold"]) == 0
    assert read_floors(tmp_path / "floors.json") == {"a": Floor(0.85, 0.01)}
    assert "stricter gold" in (tmp_path / "CHANGELOG.md").read_text()
    measured["a"] = Metric(0.95, 100)
    assert main([*command, "--raise"]) == 0
    assert read_floors(tmp_path / "floors.json") == {"a": Floor(0.95, 0.01)}


def test_several_floors_are_lowered_together_or_not_at_all(
    measured: dict[str, Metric], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_floors({**HELD, "b": Floor(0.5, 0.01)}, tmp_path / "floors.json")
    measured["b"] = Metric(0.5, 100)
    command = ["gate", "--shared", str(tmp_path / "shared"), "--reason", "new model", "--lower", "a", "b"]
    assert main(command) == 2
    assert "not below its floor" in capsys.readouterr().err
    assert read_floors(tmp_path / "floors.json")["a"] == HELD["a"]
    assert "new model" not in (tmp_path / "CHANGELOG.md").read_text()
    measured["b"] = Metric(0.4, 100)
    assert main(command) == 0
    assert {name: floor.floor for name, floor in read_floors(tmp_path / "floors.json").items()} == {"a": 0.85, "b": 0.4}
    assert (tmp_path / "CHANGELOG.md").read_text().count("new model") == 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--lower", "a"], "go together"),
        (["--reason", "why"], "go together"),
        (["--lower", "a", "--reason", " "], "go together"),
        (["--lower", "b", "--reason", "why"], "no floor 'b'; there are: a"),
    ],
)
def test_the_command_refuses_to_lower_by_the_way(
    measured: dict[str, Metric], given: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gate", "--shared", str(tmp_path / "shared"), *given]) == 2
    assert said in capsys.readouterr().err


def test_without_shared_sets_the_command_says_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "--shared", str(tmp_path)]) == 2
    assert "--shared DIR" in capsys.readouterr().err


def test_scores_of_counts_and_of_reports_agree() -> None:
    counted = score(3, 1, 2)
    report = {"p": 3 / 4, "r": 3 / 5, "f1": 2 / 3, "gold": 5}
    percent = {"P": 75.0, "R": 60.0, "F1": 100 * 2 / 3, "hit": 3, "gold": 5, "pred": 4}
    for told in (report, percent):
        found = score_of(told)
        assert (found.precision, found.recall, found.gold) == (counted.precision, counted.recall, counted.gold)
        assert found.f1 == pytest.approx(counted.f1)
    assert score(0, 0, 0).f1 == 0.0
