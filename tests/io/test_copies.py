"""Copies of a wire story: what makes two articles one, and what does not."""

from __future__ import annotations

import tracemalloc

import pytest

from factx.reading import Article, article
from factx.reading.copies import Copies
from factx.reading.known_articles import Known, Sketch

STORY = (
    "Eleven miners were rescued from a flooded shaft near Oruro, the labour ministry said, after four days below. "
    "Two of them were flown to La Paz with broken bones. Pumps from three neighbouring mines had lowered the water by "
    "40 metres. The owner, who has been told to close six shafts before, did not answer calls. Relatives had camped at "
    "the gate since Sunday and cheered as the first cage came up shortly after dawn."
)
DAY = "2018-03-06"


def read(text: str, published: str | None = DAY, title: str = "Eleven miners rescued", path: str = "a.txt") -> Article:
    return article(text, path=path, metadata={"title": title, **({"published": published} if published else {})})


def second_of(first: Article, second: Article) -> Article:
    copies = Copies()
    copies.marked(first)
    return copies.marked(second)


@pytest.mark.parametrize(
    "other",
    [
        read(STORY, path="b.txt"),
        read(STORY, title="Cheers at the shaft", path="b.txt"),
        read(STORY, published="2018-03-07", path="b.txt"),
        read(STORY, published=None, path="b.txt"),
        read(STORY.replace(". ", ".\n\n"), path="b.txt"),
        read(STORY.replace(" ", "  ").replace("rescued", "\nrescued"), path="b.txt"),
        read(f"ORURO (Reuters) - {STORY}", path="b.txt"),
        read(f"{STORY} (Reporting by Ana Rios; Editing by Jo Lund)", path="b.txt"),
        read(f"Miners out alive\n\n{STORY}", title="Miners out alive", path="b.txt"),
    ],
    ids=["same", "headline", "next day", "no day", "paragraphs", "blanks", "dateline", "credits", "title in text"],
)
def test_a_copy_is_skipped_and_says_of_what(other: Article) -> None:
    first = read(STORY)
    copy = second_of(first, other)
    assert (copy.skipped, copy.copy_of) == ("a copy of a.txt", first.article_id)
    assert copy.article_id != first.article_id


@pytest.mark.parametrize(
    "other",
    [
        read(STORY.replace("Eleven", "Twelve"), path="b.txt"),
        read(STORY.replace("40 metres", "45 metres"), path="b.txt"),
        read(STORY, published="2018-04-06", path="b.txt"),
        read(
            STORY + " A court in Oruro later told the owner to pay the families for the days lost and for care.",
            path="b",
        ),
        read("Two men were held.", path="b.txt"),
    ],
    ids=["a higher toll", "another figure", "a month later", "with news added", "another story"],
)
def test_another_story_is_no_copy(other: Article) -> None:
    assert second_of(read(STORY), other).skipped is None


def test_one_story_in_many_papers_keeps_each_publisher() -> None:
    copies = Copies()
    papers = [f"{town} Post" for town in ("Arden", "Boyle", "Corran", "Dunmore")]
    items = [
        copies.marked(article(STORY, path=f"{place}.txt", metadata={"publisher": paper, "published": DAY}))
        for place, paper in enumerate(papers)
    ]
    assert [item.publisher for item in items] == papers
    assert [item.copy_of for item in items] == [None, *[items[0].article_id] * 3]
    assert len({item.article_id for item in items}) == len(items)


def test_short_texts_are_copies_only_word_for_word() -> None:
    assert second_of(read("Two men held."), read("Two men held.", path="b")).skipped
    assert second_of(read("Two men held."), read("Two men freed.", path="b")).skipped is None


def test_a_copy_is_found_among_thousands() -> None:
    copies = Copies()
    for number in range(1500):
        copies.marked(read(f"{number} sheep and {number + 7} goats crossed the pass.", path=f"{number}.txt"))
    found = copies.marked(read("902 sheep and 909 goats crossed the pass.", path="again.txt", title="Herds"))
    assert found.skipped == "a copy of 902.txt"


def test_what_is_kept_of_an_article_is_small() -> None:
    known, many = Known(56, 4), 4000
    tracemalloc.start()
    for number in range(many):
        known.add(Sketch([number % 60000 + at for at in range(56)], number, 730_000), number << 40, f"a.json#{number}")
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size / many < 220
    assert known.named(3) == (3 << 40, "a.json#3")
    assert known.near(known.sketch(17)) == [17]
