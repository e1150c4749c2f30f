"""``factx rules``: check rule files and the sentences that they carry."""

from __future__ import annotations

import argparse

from factx.commands._options import add_model

HELP = "check rule files: their keys, and the example sentences that they carry"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The actions of the command with their options."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser(
        "check",
        help="run every rule's example and not sentences",
        description="Run the example and not sentences of all rules: one line for each that fails, exit code 1 if any.",
    )
    check.add_argument("folder", metavar="DIR", nargs="?", help="a folder of your own rule files, added to factx's")
    add_model(check)


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 1 if an example fails, else 0.

    Raises ``RuleError`` for a wrong key or value in a rule file.
    """
    from pathlib import Path

    from factx.facts import read_rules
    from factx.run import Extractor, check_rules, count_sentences, without_example

    rules = read_rules(Path(options.folder) if options.folder else None)
    failures = check_rules(Extractor(options.model, rules=options.folder, reader=False), rules)
    for failed in failures:
        print(failed)
    for rule in without_example(rules):
        print(f"{rule.file}, rule {rule.name!r}: note: it has no example that shows it at work")
    examples, negatives = count_sentences(rules)
    kinds = len({rule.kind for rule in rules})
    print(f"{kinds} kinds, {len(rules)} rules, {examples} example and {negatives} not sentences, {len(failures)} fail")
    return 1 if failures else 0
