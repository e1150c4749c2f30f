"""``python -m benchmarks long``: what a word of one long article costs, beside those of short ones of the same text."""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.memory import DONORS, SYLLABLES, TOWNS, Cost, measured, report
from benchmarks.reliability import write_section
from benchmarks.report import Section, Table, count, markdown
from benchmarks.shared import ROOT

TITLE = "Long articles"
HELP = "measure one long article of news beside the same text in short ones"
BYTES = (250_000, 1_000_000)
OWN = ROOT / "models" / "training" / "own"
SHORT = 4_000
"""Characters from which a short article ends: a report of some length."""
_LEAST = 25
"""Characters of a paragraph; shorter lines are headings and marks."""
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d.,]*\d)")
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_PERSON = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+) [A-Z][a-z]{4,}(?=[ ,.])")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--bytes", metavar="N", type=int, nargs="+", default=BYTES, help="lengths of the one article")
    parser.add_argument("--model", default="fast", help="(default: fast)")
    parser.add_argument("--write", action="store_true", help="write the section of benchmarks/RELIABILITY.md")


def run(options: argparse.Namespace) -> int:
    """Measure and print, or write the page's section."""
    lengths = sorted(options.bytes)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        _, load = measured(place, "base", "base.txt", report(0), options.model)
        base, _ = measured(place, "short", "a.jsonl", short_articles(news(lengths[0])), options.model)
        long = {n: measured(place, f"long{n}", "a.txt", news(n), options.model)[0] for n in lengths}
    section = told(base, long, load, options)
    print(markdown(section))
    if options.write:
        write_section(section)
    return 0


def told(base: Cost, long: dict[int, Cost], load: float, options: argparse.Namespace) -> Section:
    """The page's section; ``base`` are short articles of the text of the shortest long one."""
    of_short = _per_word(base, load)
    section = Section(TITLE)
    section.blocks.append(
        f"`python -m benchmarks long --bytes {' '.join(map(str, sorted(options.bytes)))}` (`--model {options.model}`, "
        f"one worker; {load:.1f} s for loading are taken off): paragraphs of the repository's own sample articles, "
        "other numbers, towns, nations and surnames in each copy of one, as one article. `speed`: its words a second, "
        f"beside those of the {count(base.rows['articles'])} articles into which the shortest text is cut."
    )
    rows = [
        [count(n), count(cost.words), f"{of_short / _per_word(cost, load):.2f}", count(cost.main), count(cost.worker)]
        for n, cost in long.items()
    ]
    section.blocks.append(Table(["bytes", "words", "speed", "MB main process", "MB worker"], rows))
    return section


def _per_word(cost: Cost, load: float) -> float:
    return max(cost.seconds - load, 0.0) / max(cost.words, 1)


def news(length: int) -> str:
    """Paragraphs of so many characters in all, first as they are, then with others in their places."""
    parts: list[str] = []
    size = 0
    for paragraph in _paragraphs(random.Random(1)):
        parts.append(paragraph)
        size += len(paragraph) + 2
        if size >= length:
            break
    return "\n\n".join(parts)


def short_articles(text: str) -> str:
    """The same paragraphs as the lines of a ``.jsonl`` of short articles."""
    articles: list[str] = [""]
    for paragraph in text.split("\n\n"):
        if len(articles[-1]) >= SHORT:
            articles.append("")
        articles[-1] += paragraph + "\n\n"
    return "".join(json.dumps({"text": item}) + "\n" for item in articles)


def _paragraphs(chance: random.Random) -> Iterator[str]:
    files = sorted(OWN.glob("*.txt"))
    lines = [line for path in files for line in path.read_text("utf-8").splitlines()]
    once = [line for line in lines if len(line) >= _LEAST and not line.startswith(("##", "|"))]
    yield from once
    while True:
        yield from (_other(paragraph, chance) for paragraph in chance.sample(once, len(once)))


def _other(paragraph: str, chance: random.Random) -> str:
    """A paragraph with other numbers of as many figures, other places and persons."""

    def number(match: re.Match[str]) -> str:
        figures = len(match.group())
        return str(chance.randint(10 ** (figures - 1), 10**figures - 1))

    def name(match: re.Match[str]) -> str:
        known = next((names for names in (TOWNS, DONORS) if match.group() in names), [match.group()])
        return chance.choice(known)

    def person(match: re.Match[str]) -> str:
        return f"{match[1]} {''.join(chance.choices(SYLLABLES, k=3)).title()}"

    return _PERSON.sub(person, _NAME.sub(name, _NUMBER.sub(number, paragraph)))
