"""Accidents of ``factx extract`` by chance: articles come, go and change, runs are killed and go on.

A state machine of hypothesis does the steps, each run in a forked child of its own, which can truly be
killed: after so many articles, or before the n-th time that it opens, moves or removes a file. However
it went, the next run's tables must be those of a run that nothing disturbed.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
import traceback
from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from benchmarks.fuzz.child import Accident, Ended, in_a_child
from factx.run import Extractor, pipeline
from factx.tables import WORK_FOLDER

NAMES = ("a.txt", "b.txt", "deep/c.txt", "d.txt", "é.txt", "f.txt")
BAD_NAMES = ("bad.json", "empty.zip", "deep/odd.docx")
TEXTS = (
    "Guards in Oran caught {0} smugglers on Friday.",
    "Sweden pledged ${0} million to Chad. At least {0} people were killed in Lima, police said on Monday.",
    "Title\n2016.05.0{0}\nOslo\nThe army sent {0},000 soldiers to Mali; {0} of them were hurt.\n",
    "Das ist ein Artikel, der nicht auf Englisch geschrieben ist, und er hat {0} Absätze und keine Tatsachen.",
    "=cmd|{0}, said the minister; {0}²  dead, ③ hurt, and the past three nights were cold.",
)
RULES = """\
kind = "{0}"
title = "Goats sold"
description = "A count of goats sold."
counts = ["person", "wrongdoer", "thing"]

[[rule]]
name = "{0}"
verbs = ["catch"]
frames = ["obj"]
example = [{{ text = "Guards caught 12 goats.", value_text = "12" }}]
"""
LEFT = frozenset({"lock", "results.sqlite"})
"""What a finished run may leave in its work folder."""
_MOST_DEEDS = 150
_MOST_ARTICLES = 8


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a run that bear on its tables."""

    format: str = "csv"
    min_confidence: float = 0.0
    model: str = "fast"
    rules: str = ""
    texts: bool = False
    rules_only: bool = False

    def arguments(self, rules: Path) -> list[str]:
        """The command line's form of them; ``rules`` is where the folder of rules is."""
        said = ["--format", self.format, "--min-confidence", str(self.min_confidence), "--model", self.model]
        said += ["--rules", str(rules)] if self.rules else []
        said += ["--texts"] if self.texts else []
        return said + (["--rules-only"] if self.rules_only else [])


@lru_cache(maxsize=8)
def _loaded(model: str, rules: str, reader: bool) -> Any:
    if not rules:
        return _load(model, rules=None, reader=reader)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "own.toml").write_text(rules, encoding="utf-8")
        return _load(model, rules=folder, reader=reader)


_load = pipeline.load


def shared_load(model: str | Path, *, rules: str | Path | None = None, reader: bool = True) -> Any:
    """Load a pipeline, once for all runs that use the same one."""
    text = Path(rules, "own.toml").read_text(encoding="utf-8") if rules else ""
    return _loaded(str(model), text, reader)


@lru_cache(maxsize=1)
def _everything() -> None:
    """Load the lexicons that steps read when they first need them."""
    Extractor("fast").load()


def _warm(model: str, rules: str | None, reader: bool) -> None:
    """Load all that a child will need, before it is forked."""
    _everything()
    shared_load(model, rules=rules, reader=reader)


def tables(out: Path) -> dict[str, bytes]:
    """The files of a folder of tables."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} if out.is_dir() else {}


class Runs(RuleBasedStateMachine):
    """A folder of articles, a folder of tables, and what a user and a machine do to them."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="factx-fuzz-"))
        self.articles, self.out = self.root / "in", self.root / "out"
        self.rule_folder = self.root / "rules"
        for folder in (self.articles, self.rule_folder, self.root / "tmp"):
            folder.mkdir()
        self.options = Options()
        self.held: dict[str, bytes] = {}
        self.whole: dict[Any, tuple[dict[str, bytes], int]] = {}
        self.before: list[dict[str, bytes]] = [{}]
        pipeline.load = shared_load  # type: ignore[assignment]

    def teardown(self) -> None:
        """A last run, and away with it all."""
        try:
            if self.held:
                self.run(workers=1, fresh=False)
        finally:
            pipeline.load = _load
            shutil.rmtree(self.root)

    @initialize(number=st.integers(1, 9))
    def begin(self, number: int) -> None:
        """Never without an article."""
        self.write("a.txt", 0, number)
        self.write("b.txt", 1, number)

    @rule(name=st.sampled_from(NAMES), kind=st.integers(0, len(TEXTS) - 1), number=st.integers(1, 9))
    def write(self, name: str, kind: int, number: int) -> None:
        """An article comes, or changes."""
        self._put(name, TEXTS[kind].format(number).encode())

    @rule(name=st.sampled_from(BAD_NAMES), data=st.sampled_from([b"", b"{", b"PK\x03\x04"]))
    def write_bad(self, name: str, data: bytes) -> None:
        """A file comes that cannot be read."""
        self._put(name, data)

    def _put(self, name: str, data: bytes) -> None:
        path = self.articles / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        self.held[name] = data

    @precondition(lambda self: len(self.held) > 1)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """A file goes."""
        name = data.draw(st.sampled_from(sorted(self.held)))
        (self.articles / name).unlink()
        del self.held[name]

    @rule(data=st.data(), name=st.sampled_from(NAMES))
    def rename(self, data: st.DataObject, name: str) -> None:
        """A file gets another name, perhaps that of another."""
        old = data.draw(st.sampled_from(sorted(self.held)))
        (self.articles / name).parent.mkdir(exist_ok=True)
        os.replace(self.articles / old, self.articles / name)
        self.held[name] = self.held.pop(old)

    @rule(
        format=st.sampled_from(["csv", "csv", "parquet", "csv,parquet"]),
        least=st.sampled_from([0.0, 0.6]),
        texts=st.booleans(),
        rules_only=st.booleans(),
        kind=st.sampled_from(["", "", "caught", "bought"]),
    )
    def choose(self, format: str, least: float, texts: bool, rules_only: bool, kind: str) -> None:
        """Other options from now on."""
        self.options = Options(format, least, self.options.model, kind, texts, rules_only and not kind)
        if kind:
            path = self.rule_folder / "own.toml"
            path.write_text(RULES.format(kind), encoding="utf-8")
            os.utime(path, (0, 0))  # an editor's copy may keep the time, and the size is that of the other kind

    @rule(workers=st.sampled_from([1, 1, 2]), fresh=st.booleans())
    def run(self, workers: int, fresh: bool) -> None:
        """A run that nothing disturbs."""
        wanted, code = self._undisturbed()
        ended = self._run(self.out, workers, fresh=fresh)
        assert (ended.code, "Traceback" in ended.said) == (code, False), ended
        made = tables(self.out)
        assert made.keys() == wanted.keys()
        assert not [name for name in made if made[name] != wanted[name]]
        self.before = [made]
        assert {path.name for path in (self.out / WORK_FOLDER).iterdir()} <= LEFT
        assert {path.name for path in self.root.iterdir()} <= {"in", "out", "rules", "tmp", "whole"}
        assert not list((self.root / "tmp").iterdir())

    @rule(
        workers=st.sampled_from([1, 1, 1, 2]),
        number=st.sampled_from([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT, None]),
        articles=st.none() | st.integers(0, _MOST_ARTICLES),
        deeds=st.integers(1, _MOST_DEEDS),
        fresh=st.sampled_from([False, False, True]),
    )
    def disturbed_run(self, workers: int, number: int | None, articles: int | None, deeds: int, fresh: bool) -> None:
        """A run that is killed in the middle, or that meets a full disk."""
        wanted, code = self._undisturbed()
        ended = self._run(self.out, workers, Accident(articles, deeds, number), fresh=fresh)
        assert ended.code in {code, 2, *([-number, 128 + number] if number else [])}, ended
        assert "Traceback" not in ended.said, ended
        self.before.append(wanted)
        for name, data in tables(self.out).items():
            assert any(data == known.get(name) for known in self.before), name

    def _undisturbed(self) -> tuple[dict[str, bytes], int]:
        """The tables of a run into an empty folder, and its exit code."""
        state = (tuple(sorted(self.held.items())), astuple(self.options))
        if state not in self.whole:
            whole = self.root / "whole"
            ended = self._run(whole, 1)
            assert (ended.code in (0, 1), "Traceback" in ended.said) == (True, False), ended
            self.whole[state] = tables(whole), ended.code
            if "csv" in self.options.format:
                told = self.whole[state][0]["errors.csv"].decode()
                assert [name for name in self.held if name in BAD_NAMES and name not in told] == []
            shutil.rmtree(whole)
        return self.whole[state]

    def _run(self, out: Path, workers: int, accident: Accident | None = None, fresh: bool = False) -> Ended:
        arguments = ["extract", str(self.articles), "-o", str(out), "--workers", str(workers), "--quiet"]
        arguments += [*self.options.arguments(self.rule_folder), *(["--fresh"] if fresh else [])]
        _warm(self.options.model, str(self.rule_folder) if self.options.rules else None, not self.options.rules_only)
        return in_a_child(arguments, out, accident)


class RunsOfBothModels(Runs):
    """The same, with the slower model now and then."""

    @rule(model=st.sampled_from(["fast", "fast", "accurate"]))
    def choose_model(self, model: str) -> None:
        """Another model from now on."""
        self.options = replace(self.options, model=model)


def hunt(seconds: float, first: int) -> int:
    """Try runs for so many seconds; return 1 at the first law that is broken, whose steps are printed."""
    until, examples, number = time.monotonic() + seconds, 0, first
    while time.monotonic() < until:
        try:
            _try(RunsOfBothModels, number, 20)
        except AssertionError:
            traceback.print_exc()
            print(f"{examples} sequences of runs held, the seed {number} did not")
            return 1
        examples, number = examples + 20, number + 1
    print(f"{examples} sequences of runs in {seconds / 60:.1f} minutes, seeds {first} to {number - 1}: no law broken")
    return 0


def _try(machine: type[Runs], number: int, examples: int) -> None:
    options = settings(
        max_examples=examples,
        stateful_step_count=15,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(machine), settings=options)
