"""``factx annotate``: facts to a tool in which people mark texts, and what they marked back as gold."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factx.base import InputError, counted
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from factx.check import GoldArticle, MarkedArticle

HELP = "write facts for a tool in which people mark texts, and read back what they marked (gold)"
NAMES = ("label-studio", "brat", "doccano", "inception", "jsonl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.epilog = (
        "There: factx annotate TABLES --to brat -o DIR; the tables need the texts (factx extract … --texts). Back: put "
        "what the tool exports into DIR under the name that the tool's file had there, keep before.jsonl, and type "
        "factx annotate DIR --from brat -o GOLD. GOLD is what factx evaluate takes."
    )
    parser.add_argument("folder", metavar="FOLDER", help="a folder of tables with --to, of a tool's files with --from")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--to", choices=NAMES, help="write the facts of the tables for this tool")
    way.add_argument(
        "--from", dest="back", choices=NAMES, help="read what people marked (gold) from the files of this tool"
    )
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help="the folder to write to")


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 0."""
    from factx.check import read_from, write_for, write_gold

    if options.to:
        marked = write_for(options.to, options.folder, options.out)
        print(shown(f"{_told(marked)}: {options.out}"))
        return 0
    articles = list(read_from(options.back, options.folder))
    if not articles:
        raise InputError(f"{options.folder}: no articles of {options.back} in it")
    write_gold(options.out, articles)
    facts = [fact for item in articles for fact in item.facts]
    print(shown(f"{_told(articles)}: {options.out}"))
    unknown = [fact for fact in facts if fact["low"] is None and fact["high"] is None]
    if unknown:
        told = f"{counted(len(unknown), 'amount')} without a number"
        print(shown(f"{told}: fill in value, low and high in {options.out}/facts"))
    return 0


def _told(articles: Sequence[GoldArticle] | Sequence[MarkedArticle]) -> str:
    return f"{counted(len(articles), 'article')}, {counted(sum(len(item.facts) for item in articles), 'fact')}"
