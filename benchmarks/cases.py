"""The repository's own cases: the example sentences of the rules, and the case tables of the tests, by phenomenon.

The tests know how each table is judged; so they are run, and their verdicts are counted here. A known failure is a
case that is written down as failing; it is listed apart and counts neither as right nor as wrong.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fresh import fresh
from benchmarks.report import Section, Table, share
from benchmarks.setting import Setting
from benchmarks.shared import ROOT

TITLE = "Our own cases"
TABLES = {
    "facts of a sentence": ["facts/test_facts.py::test_tells_these_facts_and_no_others"],
    "quantities": ["measure/test_cases.py::test_amounts"],
    "dates": ["dates/test_cases.py::test_values", "dates/test_cases.py::test_intervals"],
    "mentions of entities": ["who/test_mentions.py::test_each_mention_is_its_entity"],
    "officials": ["who/test_officials.py::test_officials_of_a_text"],
    "references": ["who/test_references.py::test_references_of_a_text"],
    "claims": [
        "claims/test_claims.py::test_facts_fall_into_claims",
        "claims/test_claims.py::test_what_is_told_of_a_claim",
    ],
    "header lines": ["io/test_header.py::test_header_says"],
    "sentence layout": ["model/test_layout.py::test_layout"],
}


@dataclass
class Tally:
    """How many cases are right, wrong, and known to fail, with the reasons."""

    right: int = 0
    wrong: int = 0
    known: list[str] = field(default_factory=list)

    def row(self, name: str) -> list[str]:
        """The tally as a row of the page's table."""
        cases = self.right + self.wrong
        return [name, str(cases), str(self.right), share(self.right / max(cases, 1)), str(len(self.known))]


def tables_right() -> dict[str, Tally]:
    """A tally for each kind of case tables."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "cases.xml"
        nodes = [f"tests/{node}" for group in TABLES.values() for node in group]
        options = ["-q", "-p", "no:cacheprovider", f"--junit-xml={report}"]
        command = [sys.executable, "-m", "pytest", *options, *nodes]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if not report.exists() or done.returncode not in {0, 1}:
            raise RuntimeError(f"the tests could not be run (pip install '.[dev]'): {done.stdout[-300:]}")
        return counted(report)


def counted(report: Path) -> dict[str, Tally]:
    """The verdicts of a test report, by kind of case tables."""
    group_of = {_key(node): group for group, nodes in TABLES.items() for node in nodes}
    found = {group: Tally() for group in TABLES}
    for case in ElementTree.parse(report).iter("testcase"):
        function, _, name = case.attrib["name"].partition("[")
        tally = found[group_of[case.attrib["classname"], function]]
        skipped = case.find("skipped")
        if skipped is not None:
            tally.known.append(f"{name.removesuffix(']')} ({skipped.attrib.get('message', '')})")
        elif case.find("failure") is not None or case.find("error") is not None:
            tally.wrong += 1
        else:
            tally.right += 1
    return found


def _key(node: str) -> tuple[str, str]:
    path, _, function = node.partition("::")
    return f"tests.{path.removesuffix('.py').replace('/', '.')}", function


def rules_right(model: str) -> Tally:
    """The examples and ``not`` sentences of all rules, read with a model."""
    from factx.facts.rule_file import read_rules
    from factx.run.check_rules import check_rules, sentences_of, slot_sentences
    from factx.run.extractor import Extractor

    rules = read_rules()
    failed = check_rules(Extractor(model), rules)
    sentences = [*sentences_of(rules), *slot_sentences()]
    return Tally(len(sentences) - len(failed), len(failed))


def measure(setting: Setting) -> Section:
    """The page's section."""
    models = setting.models[:1] if setting.quick else setting.models
    rules = {f"sentences of the rules, {model}": fresh(rules_right, model) for model in models}
    tallies = {**rules, **tables_right()}
    listed = [f"* {line}" for tally in tallies.values() for line in dict.fromkeys(tally.known)]
    right = sum(one.right for one in tallies.values())
    return Section(
        TITLE,
        [
            "Sentences of our own by phenomenon, positive and negative ones. They are our tests, so they only show "
            "that nothing has slipped back; known failures are counted apart. Case tables are read with the model "
            "that their tests name; the smaller model is not expected to get every sentence of the rules.",
            Table(["", "cases", "right", "share", "known failures"], [one.row(name) for name, one in tallies.items()]),
            "Known failures:",
            "\n".join(listed) or "none",
        ],
        f"{right} of {right + sum(one.wrong for one in tallies.values())} right, {len(listed)} known failures",
    )
