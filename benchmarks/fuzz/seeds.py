"""What is mutated: the repository's own articles, and the sentences by which its rules are explained."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.exports import KINDS, Story
from benchmarks.exports.stories import story
from benchmarks.fuzz.mutations import Damage, damage, mutated
from benchmarks.shared import ROOT
from factx.reading import Article, read_articles

DAYS = (None, "2017-03-22", "2017-03-22", "2016-02-29", "1999-12-31", "0001-01-01", "9999-12-31")
"""Days of publication, those at the ends of the calendar among them."""
PLAIN = "text"
"""The kind of an article that is given as a text, not as a file."""
_SOME_SENTENCES = (2, 5, 12)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How an input is made again: by its number and kind, from a text, with damages to the file's bytes."""

    number: int
    kind: str
    text: str
    published: str | None = None
    damages: tuple[Damage, ...] = ()

    @property
    def name(self) -> str:
        """The name of the file."""
        return "article.txt" if self.kind == PLAIN else KINDS[self.kind].file

    def data(self) -> bytes:
        """The bytes of the file; of three articles the second has the text. May raise ``ValueError``."""
        if self.kind == PLAIN:
            return self.text.encode("utf-8", "surrogatepass")
        data = _packed(self.kind, _story(self.text))
        for one in self.damages:
            data = one.done(data)
        return data


def _story(text: str) -> Story:
    title, _, rest = text.partition("\n\n")
    return replace(story(2), title=title[:200], paragraphs=tuple(rest.split("\n\n")) or (title,))


def _packed(kind: str, told: Story) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, KINDS[kind].file)
        KINDS[kind].write(iter([story(1), told, story(3)]), path)
        return path.read_bytes()


@cache
def articles() -> tuple[str, ...]:
    """The texts that are mutated."""
    own = [item.text for item in read_articles([ROOT / "data" / "raw"]) if isinstance(item, Article)]
    return (*own, *(f"{told.title}\n\n{told.text}" for told in map(story, range(1, 5))))


@cache
def pool() -> tuple[str, ...]:
    """The sentences by which the rules are explained: every phenomenon is among them."""
    files = sorted((ROOT / "src" / "factx").rglob("*.toml"))
    found = (text for file in files for text in _examples(tomllib.loads(file.read_text(encoding="utf-8"))))
    return tuple(dict.fromkeys(found))


def _examples(value: object, is_example: bool = False) -> Iterator[str]:
    """The texts under ``example`` and ``not``, however deep they lie."""
    if isinstance(value, str) and is_example and " " in value:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _examples(item, is_example)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _examples(item, name in ("example", "examples", "not") or (is_example and name == "text"))


def text_recipe(seed: int, number: int) -> Recipe:
    """The input of a number: an article or some sentences, mutated."""
    chance = random.Random(f"text {seed} {number}")
    if chance.random() < 0.5:
        text = chance.choice(articles())
    else:
        text = " ".join(chance.choices(pool(), k=chance.choice(_SOME_SENTENCES)))
    return Recipe(number, PLAIN, mutated(text, chance, pool()), chance.choice(DAYS))


def file_recipe(seed: int, number: int) -> Recipe:
    """The file of a number: of every kind in turn, with a mutated article or damaged bytes, mostly both."""
    chance = random.Random(f"file {seed} {number}")
    kind = sorted(KINDS)[number % len(KINDS)]
    text = chance.choice(articles())
    if chance.random() < 0.6:
        text = mutated(text, chance, pool())
    whole = Recipe(number, kind, text, chance.choice(DAYS))
    try:
        data = whole.data()
    except ValueError:
        return replace(whole, text=articles()[0])
    return replace(whole, damages=tuple(damage(chance, data) for _ in range(chance.choice((0, 1, 1, 2, 4)))))
