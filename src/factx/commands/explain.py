"""``factx explain``: why a sentence, or a fact of an article, yields what it yields."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import InputError, nearest
from factx.commands._options import add_model, add_published, add_rules, published_day, rules_given

if TYPE_CHECKING:
    from factx.base import Fact
    from factx.reading import Article

HELP = "show why a sentence yields its facts: its words and their roles, rules that apply and rules that nearly do"
_ENDING = re.compile(r"\.[a-z][a-z0-9]{1,5}$")
"""How the name of a file ends, and no sentence: "a.txt"."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "text",
        metavar="TEXT",
        help="a sentence or more, the file of an article, FILE#3, or with --fact a folder of tables",
    )
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

    rules = rules_given(options.rules)
    extractor = Extractor(options.model, rules=rules, published=published_day(options.published))
    finder = FactFinder.load(rules, reader_of(extractor.nlp))
    ink = Ink(sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    shown = 0
    of_tables = bool(options.fact) and Path(options.text).is_dir()
    items = (
        [_sentence_of(Path(options.text), options.fact)] if of_tables else _articles(options.text, extractor.published)
    )
    for item in items:
        facts = extractor.read(item).facts
        starts = None if of_tables else _starts_of(facts, options.fact)
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

    file, number = _numbered(text)
    if not _is_there(file, Path.is_file):
        if _is_there(file, Path.is_dir):
            raise InputError(f"{text}: a folder; give a file of articles, or with --fact a folder of tables")
        if _looks_like_path(text):
            raise InputError(f"{text}: no such file; {_advice(file)}")
        return [article(text, published=published)]
    found = [item for item in read_articles([file], published) if number is None or _number(item.path) == number]
    failed = [item for item in found if not isinstance(item, Article)]
    if failed:
        raise InputError(f"{failed[0].path}: {failed[0].message}")
    if not found:
        raise InputError(f"{text}: the file has no article {number}")
    return [item for item in found if isinstance(item, Article)]


def _sentence_of(tables: Path, fact_id: str) -> Article:
    """The sentence of a fact in a folder of tables, as an article of its day."""
    from factx.reading import article
    from factx.tables import read_tables

    facts = read_tables(tables, ["facts"])["facts"]
    found = facts[facts["fact_id"].str.startswith(fact_id)]
    if found.empty:
        raise InputError(f"{tables}: no fact whose id starts with {fact_id!r}; ids are in facts.csv")
    row = found.iloc[0]
    day = row["published"]
    return article(row["sentence"], published=None if day != day else str(day)[:10])


def _numbered(text: str) -> tuple[str, int | None]:
    """A path and the number of an article in it: ``export.jsonl#3``.

    >>> _numbered("export.jsonl#3"), _numbered("a.txt")
    (('export.jsonl', 3), ('a.txt', None))
    """
    file, mark, number = text.rpartition("#")
    return (file, int(number)) if mark and number.isascii() and number.isdigit() else (text, None)


def _number(path: str | None) -> int | None:
    return _numbered(path or "")[1]


def _looks_like_path(text: str) -> bool:
    """True for a word with a slash or a file's ending; several words need more, as a sentence has blanks.

    They are a path if they end as files do, or begin with a folder that there is.

    >>> _looks_like_path("news/a.txt"), _looks_like_path("my news.csv"), _looks_like_path("Two and/or 3 fled.")
    (True, True, False)
    """
    from factx.reading import is_file_name

    path = _numbered(text)[0].strip()
    has_slash = "/" in path or "\\" in path
    if " " not in path:
        return has_slash or _ENDING.search(path) is not None
    return is_file_name(path) or (has_slash and _is_there(os.path.dirname(path), Path.is_dir))


def _advice(file: str) -> str:
    """What may be meant by a path that leads nowhere: a file beside it, or a sentence."""
    folder, name = os.path.split(file)
    with suppress(OSError):
        if near := nearest(name, os.listdir(folder or ".")):
            return f"did you mean '{os.path.join(folder, near)}'?"
    return "to explain a sentence, put it in quotation marks, with a full stop at its end"


def _is_there(text: str, is_so: Callable[[Path], bool]) -> bool:
    """True if a path is a file, or a folder; False for what no path may be."""
    try:
        return bool(text) and is_so(Path(text))
    except (OSError, ValueError):  # longer than a path may be, or with the character zero
        return False
