"""``factx explain``: why a sentence, or a fact of an article, yields what it yields."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import DEFAULT_MODEL, InputError

if TYPE_CHECKING:
    from factx.reading import Article

HELP = "show why a sentence yields its facts: tokens, spans, rules that fire and rules that nearly do"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("text", metavar="TEXT", help="a sentence or more, or the file of an article")
    parser.add_argument(
        "--fact", metavar="ID", help="only the sentence of this fact of the article (fact_id or its start)"
    )
    parser.add_argument(
        "--published", metavar="DATE", help="publication date, where the article gives none: 2017-03-22"
    )
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, help="accurate, fast, a folder or an installed spaCy pipeline"
    )
    parser.add_argument("--rules", metavar="DIR", help="a folder of your own rule files, added to factx's")


def run(options: argparse.Namespace) -> int:
    """Carry out the command; returns 1 where no article or fact of that id is found, else 0."""
    from factx.explain import Ink, explanation
    from factx.facts import FactFinder
    from factx.run import Extractor

    finder = FactFinder.load(options.rules)
    extractor = Extractor(options.model, rules=options.rules, published=_day(options.published))
    ink = Ink(sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    shown = 0
    for item in _articles(options.text, extractor.published):
        facts = extractor.read(item).facts
        wanted = [fact for fact in facts if options.fact and str(fact.fact_id).startswith(options.fact)]
        if options.fact and not wanted:
            continue
        doc = extractor.doc(item)
        for sentence in doc.sents:
            told = any(sentence.start_char <= (fact.char_start or 0) < sentence.end_char for fact in wanted)
            if sentence.text.isspace() or (options.fact and not told):
                continue
            shown += 1
            for line in explanation(doc, sentence, facts, finder, ink):
                print(line)
            print()
    if not shown:
        raise InputError(f"{options.text}: no fact whose id starts with {options.fact!r}; ids are in facts.csv")
    return 0


def _articles(text: str, published: str | None) -> list[Article]:
    """The articles of a file, or the text itself as one."""
    from factx.reading import Article, article, read_articles

    if not _is_file(text):
        return [article(text, published=published)]
    found = list(read_articles([text], published))
    failed = [item for item in found if not isinstance(item, Article)]
    if failed:
        raise InputError(f"{failed[0].path}: {failed[0].message}")
    return [item for item in found if isinstance(item, Article)]


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except OSError:  # longer than any path may be
        return False


def _day(text: str | None) -> str | None:
    from factx.reading import day_of

    if text and not day_of(text):
        raise InputError(f"--published '{text}' is no full date; write it as 2017-03-22")
    return day_of(text) if text else None
