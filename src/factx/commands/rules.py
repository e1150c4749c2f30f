"""``factx rules``: list the kinds of facts; check rule files and the sentences that they carry."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from factx.commands._options import add_model, add_rules, rules_given
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from factx.facts import Rule

HELP = "list the kinds of facts; check rule files: their keys, and the example sentences that they carry"
BUILT_IN = "built in"
"""Where a kind is from that factx ships; other kinds are from a file of the user's."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What one file says of a kind of facts; ``order`` is from the lowest of its rules to the highest."""

    kind: str
    title: str
    rules: int
    order: tuple[int, int]
    source: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of the command with their options."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    kinds = actions.add_parser(
        "list",
        help="print the kinds of facts that there are rules for",
        description="Print the kinds of facts: title, number of rules, order (the lowest wins), where they are from.",
    )
    add_rules(kinds)
    kinds.add_argument("--json", action="store_true", help="print JSON")
    check = actions.add_parser(
        "check",
        help="run the example and not sentences of rules",
        description="Run the example and not sentences of all rules, or of one file: one line for each that fails, "
        "exit code 1 if any.",
    )
    check.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        help="your own rule file, whose sentences alone are run, or a folder of some; both are added to factx's rules",
    )
    add_model(check)


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 1 if an example fails, else 0.

    Raises ``RuleError`` for a wrong key or value in a rule file.
    """
    return _list(options) if options.action == "list" else _check(options)


def _list(options: argparse.Namespace) -> int:
    from pathlib import Path

    from factx.facts import own_rules, read_rules

    own = rules_given(options.rules)
    kinds = [*kinds_in(read_rules(), BUILT_IN), *(kinds_in(own_rules(Path(own))) if own else ())]
    kinds.sort(key=lambda item: (item.order, item.kind))
    if options.json:
        import json

        print(json.dumps([asdict(kind) for kind in kinds], indent=2, ensure_ascii=False))
    else:
        for line in aligned(kinds):
            print(shown(line))
    return 0


def kinds_in(rules: Sequence[Rule], source: str | None = None) -> list[Kind]:
    """The kinds that rules are of, one per file; ``source`` replaces the file's name."""
    found = []
    by_file = sorted(rules, key=lambda rule: (rule.file, rule.kind))
    for (file, kind), group in groupby(by_file, key=lambda rule: (rule.file, rule.kind)):
        members = list(group)
        orders = [rule.order for rule in members]
        found.append(Kind(kind, members[0].title, len(members), (min(orders), max(orders)), source or file))
    return found


def aligned(kinds: Sequence[Kind]) -> Iterator[str]:
    """Yield the lines of a table for a reader, a header before it.

    >>> for line in aligned([Kind("strike", "Strikers", 2, (7, 70), "strike.toml")]): print(line)
    kind    title     rules  order  from
    strike  Strikers      2   7-70  strike.toml
    """
    rows = [("kind", "title", "rules", "order", "from")]
    for item in kinds:
        ends = dict.fromkeys(map(str, item.order))
        rows.append((item.kind, item.title, str(item.rules), "-".join(ends), item.source))
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for kind, title, rules, order, source in rows:
        yield f"{kind:<{wide[0]}}  {title:<{wide[1]}}  {rules:>{wide[2]}}  {order:>{wide[3]}}  {source}"


def _check(options: argparse.Namespace) -> int:
    from pathlib import Path

    from factx.facts import own_rules, read_rules
    from factx.run import Extractor, check_rules, count_sentences, without_example

    path = Path(options.path) if options.path else None
    is_alone = path is not None and not path.is_dir()
    rules = own_rules(path) if path is not None and is_alone else read_rules(path)
    extractor = Extractor(options.model, rules=options.path, reader=False)
    failures = check_rules(extractor, rules, slots=not is_alone)
    for failed in failures:
        print(failed)
    for rule in without_example(rules):
        print(f"{rule.file}, rule {rule.name!r}: note: it has no example that shows it at work")
    examples, negatives = count_sentences(rules, slots=not is_alone)
    kinds = len({rule.kind for rule in rules})
    counted = f"{_several(kinds, 'kind')}, {_several(len(rules), 'rule')}"
    print(f"{counted}, {examples} example and {negatives} not sentences, {len(failures)} fail")
    return 1 if failures else 0


def _several(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
