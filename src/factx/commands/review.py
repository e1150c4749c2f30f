"""``factx review``: the facts most worth checking, and what was checked."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx.base import OutputError, counted
from factx.commands._options import number_of
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from factx.check import Checked, Worth

HELP = "list the facts most worth checking, and keep what was checked"
SHOWN = 20
"""Facts on the screen: what one reads in a quarter of an hour."""
LISTED = "review.csv"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.epilog = (
        f"All of them are written to TABLES/{LISTED}. Fill its column verdict (right, wrong or corrected) and, if you "
        "like, corrected (agent=police; location=Lima) and note, then add it with --add: TABLES/checked.csv keeps the "
        "verdicts, also when factx extract writes the tables anew, and facts that are checked are no longer listed. "
        "factx evaluate TABLES/checked.csv TABLES tells the precision."
    )
    parser.add_argument("tables", metavar="TABLES", help="a folder that factx extract wrote")
    parser.add_argument("--add", metavar="FILE", help="add the rows of FILE that have a verdict to checked.csv")
    parser.add_argument("-o", "--out", metavar="FILE", help=f"write the list there (default: TABLES/{LISTED})")
    parser.add_argument(
        "--limit", metavar="N", type=number_of("facts", least=0), default=SHOWN, help=f"show N facts (default: {SHOWN})"
    )


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 0."""
    from factx.check import CHECKED, read_checked, read_facts, worth_checking, write_checked, write_worth

    folder = Path(options.tables)
    facts, claims = read_facts(folder)
    by_id = {str(fact["fact_id"]): fact for fact in facts}
    file = folder / CHECKED
    done = read_checked(file) if file.is_file() else []
    if options.add:
        added = read_checked(options.add)
        done = list({item.fact_id: item for item in (*done, *added)}.values())
        write_checked(file, done, by_id)
        print(shown(f"{counted(len(added), 'verdict')} added to {file}"))
    listed = Path(options.out) if options.out else folder / LISTED
    check_added(listed, done)
    valid = {item.fact_id for item in done if item.fact_id in by_id and not item.changes(by_id[item.fact_id])}
    left = [item for item in worth_checking(facts, claims) if item.fact["fact_id"] not in valid]
    write_worth(listed, left)
    for line in report(left, done, by_id, options.limit):
        print(shown(line))
    print(shown(f"the whole list: {listed}; fill its column verdict (right, wrong, corrected), then --add {listed}"))
    return 0


def check_added(listed: Path, done: Sequence[Checked]) -> None:
    """Raise ``OutputError`` if a list that would be written anew has verdicts that are not kept yet."""
    from factx.check import read_checked

    kept = {(item.fact_id, item.verdict, item.note, tuple(item.corrected.items())) for item in done}
    judged = read_checked(listed) if listed.is_file() else []
    new = [
        item for item in judged if (item.fact_id, item.verdict, item.note, tuple(item.corrected.items())) not in kept
    ]
    if new:
        told = f"{listed}: {len(new)} of its verdicts are not kept yet, and the list would be written anew"
        raise OutputError(f"{told}; keep them with --add {listed}, or write another list with -o FILE")


def report(
    left: Sequence[Worth], done: Sequence[Checked], facts: Mapping[str, Mapping[str, Any]], limit: int
) -> Iterator[str]:
    """Yield the lines for a reader: verdicts that hold no longer, then the facts to check."""
    for item in done:
        fact = facts.get(item.fact_id)
        if fact is None:
            yield f"gone: {item.fact_id}, checked as {item.verdict}: {_said(item.said)}"
        elif changes := item.changes(fact):
            told = ", ".join(f"{name} {old or '(empty)'} → {new or '(empty)'}" for name, (old, new) in changes.items())
            yield f"changed: {item.fact_id}, checked as {item.verdict}: {told}"
    yield f"{counted(len(done), 'fact')} checked, {len(left)} worth a look, the most doubtful first"
    for worth in left[:limit]:
        yield f"{worth.fact['fact_id']} {worth.fact['path']}: {_said(worth.fact)}"
        yield f"     why: {'; '.join(worth.reasons)}"
        yield f"     | {' '.join(str(worth.fact['sentence']).split())}"
    if len(left) > limit:
        yield f"… and {len(left) - limit} more; to see them, use --limit {len(left)}"


def _said(fact: Mapping[str, Any]) -> str:
    return " ".join(str(fact[name]) for name in ("kind", "value_text", "agent", "location") if fact.get(name))
