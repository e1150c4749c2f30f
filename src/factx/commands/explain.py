"""``factx explain``: why a sentence, or a fact of an article, yields what it yields."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import InputError
from factx.commands._options import add_model, add_published, add_rules, published_day, rule_folder

if TYPE_CHECKING:
    from factx.base import Fact
    from factx.reading import Article

HELP = "show why a sentence yields its facts: tokens, spans, rules that fire and rules that nearly do"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("text", metavar="TEXT", help="a sentence or more, or the file of an article")
    parser.add_argument(
        "--fact", metavar="ID", help="only the sentence of this fact of the article (fact_id or its start)"
    )
    add_published(parser)
    add_model(parser)
    add_rules(parser)


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 0. Raises ``InputError`` if there is no fact of the id asked for."""
    from factx.explain import Ink, explanation
    from factx.facts import FactFinder
    from factx.model import reader_of
    from factx.run import Extractor

    rules = rule_folder(options.rules)
    extractor = Extractor(options.model, rules=rules, published=published_day(options.published))
    finder = FactFinder.load(rules, reader_of(extractor.nlp))
    ink = Ink(sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    shown = 0
    for item in _articles(options.text, extractor.published):
        facts = extractor.read(item).facts
        starts = _starts_of(facts, options.fact)
        if starts == []:
            continue
        doc = extractor.doc(item)
        for sentence in doc.sents:
            asked_for = starts is None or any(sentence.start_char <= start < sentence.end_char for start in starts)
            if sentence.text.isspace() or not asked_for:
                continue
            shown += 1
            for line in explanation(doc, sentence, facts, finder, ink):
                print(line)
            print()
    if not shown:
        raise InputError(f"{options.text}: no fact whose id starts with {options.fact!r}; ids are in facts.csv")
    return 0


def _starts_of(facts: Sequence[Fact], fact_id: str | None) -> list[int] | None:
    """Where the facts whose id begins with ``fact_id`` start, in characters; None if all are asked for."""
    if not fact_id:
        return None
    return [fact.char_start or 0 for fact in facts if str(fact.fact_id).startswith(fact_id)]


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
