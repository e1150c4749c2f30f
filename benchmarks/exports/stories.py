"""Invented articles: some 200 words each, no two alike, and everything known that a file may say of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_DAY = date(2014, 2, 3)
DAYS = 3_000
PARAGRAPHS = 6
PAPERS = ("The Quay Mercury", "Upland Observer", "Saltmarsh Daily", "Copper Valley News", "The Evening Lantern")
SITES = {
    "The Quay Mercury": "quaymercury.example",
    "Upland Observer": "uplandobserver.example",
    "Saltmarsh Daily": "saltmarsh.example",
    "Copper Valley News": "coppervalley.example",
    "The Evening Lantern": "eveninglantern.example",
}
FIRST_NAMES = ("Mina", "Tomas", "Edith", "Yusuf", "Carla", "Henrik", "Ngozi", "Pavel", "Irene", "Samuel")
LAST_NAMES = ("Okafor", "Lindqvist", "Barros", "Hale", "Novak", "Prior", "Sandoval", "Whitlock", "Amari", "Keane")
PLACES = ("Norhaven", "Port Ellery", "Castle Rook", "San Telmo", "Milburn", "Dry Fork", "Halvorsund", "Kisanji")
WHO = ("police", "rescue workers", "the mayor", "engineers", "farmers", "the harbour board", "aid groups", "officials")
DID = ("closed", "inspected", "evacuated", "reopened", "searched", "rebuilt", "surrounded", "flooded", "sealed off")
WHAT = ("the bridge", "two villages", "a grain store", "the rail yard", "the market hall", "a school", "the old mine")
WHEN = ("on Monday", "on Tuesday night", "last week", "early on Friday", "over the weekend", "on Thursday")
WHY = (
    "after a storm that had raised the river for the third time this year",
    "because the owner had not paid for the repairs that the council ordered",
    "while residents waited in the cold for news of those who were inside",
    "as part of a plan that was agreed with the unions in the spring",
    "although the court had said that it would hear the case first",
    "before the road to the coast was to be opened to lorries again",
)
SAID = ("said", "told reporters", "said in a statement", "said by telephone", "told the council")
COUNTED = ("people were hurt", "families were moved", "houses were damaged", "soldiers were sent", "jobs were lost")


@dataclass(frozen=True, slots=True)
class Story:
    """An article: its number from 1, and what is to be read of it."""

    number: int
    title: str
    day: date
    publisher: str
    author: str
    paragraphs: tuple[str, ...]

    @property
    def published(self) -> str:
        """The day, ISO 8601."""
        return self.day.isoformat()

    @property
    def text(self) -> str:
        """The paragraphs as factx parts them."""
        return "\n\n".join(self.paragraphs)

    @property
    def words(self) -> int:
        """What an archive prints as the length."""
        return len(self.text.split())

    @property
    def site(self) -> str:
        """The host of the publisher."""
        return SITES[self.publisher]

    @property
    def url(self) -> str:
        """The address, without a date in it."""
        return f"https://{self.site}/news/{self.number}"


def stories(count: int) -> Iterator[Story]:
    """Yield so many articles; they are the same at each call.

    >>> first = next(stories(1))
    >>> first.published, first.publisher, first.url
    ('2014-02-04', 'Upland Observer', 'https://uplandobserver.example/news/1')
    """
    return map(story, range(1, count + 1))


def story(number: int) -> Story:
    """The article of a number."""
    chance = random.Random(number)
    place = chance.choice(PLACES)
    head = f"{chance.randint(12, 980)} {chance.choice(COUNTED).split()[0]} moved as {chance.choice(WHO)} act in {place}"
    return Story(
        number,
        f"{head}, case {number}",
        FIRST_DAY + timedelta(days=number % DAYS),
        PAPERS[number % len(PAPERS)],
        f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}",
        tuple(_paragraph(chance, place) for _ in range(PARAGRAPHS)),
    )


def _paragraph(chance: random.Random, place: str) -> str:
    who = f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"
    return (
        f"In {place}, {chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)} {chance.choice(WHEN)} "
        f"{chance.choice(WHY)}. About {chance.randint(12, 9_800):,} {chance.choice(COUNTED)} & the work cost "
        f"{chance.randint(2, 90)} million euros, {who} {chance.choice(SAID)}."
    )
