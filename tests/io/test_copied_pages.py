"""Text that was copied from a page by hand: its day is found, and what stands around the story is no story."""

from __future__ import annotations

import pytest

from factx.reading.article import article
from factx.reading.furniture import furniture

STORY = "A barge sank off Makoko at dawn, and six men drowned.\nDivers brought up the rest, the harbour master said."
CAPTION = "The barge had 40 sacks aboard"


def aside(page: str) -> list[str]:
    return [line for start, end in furniture(page) for line in page[start:end].split("\n")]


NEIGHBOURS = {
    "below its label": f"Image caption,\n{CAPTION}",
    "below its label, with a full stop": "Image caption\nThe barge had 40 sacks aboard.",
    "below a picture's credit": f"Getty Images\n{CAPTION}",
    "below credit and agency": f"AFP via Getty Images\n{CAPTION}",
    "a clip above its length": "Watch as 12 men are pulled ashore\n02:11 - Source: CNN",
    "a list that is read to the blind": "Keep reading\nlist of 2 items\nlist 1 of 2\nNinety men drown\nend of list",
    "a list of stories with days": "More on this story\nNinety men drown\n8 March 2011\nTwelve held\n9 March 2011",
}
NO_NEIGHBOURS = {
    "an agency that wrote the story": f"Barge sinks off Makoko\nReuters\nSix men are dead after a night\n{STORY}",
    "a heading below a credit": f"{STORY}\nGetty Images\nWhat went wrong?\nThe barge was old, he said.",
    "a sentence below a credit": f"{STORY}\nGetty Images\nThe barge was old, he said.",
    "a time of day alone": f"{STORY}\nThe barge left Epe late\n02:11\nThe barge was old, he said.",
    "a caption that is spoken of": f"{STORY}\nThe image caption,\nthe mayor said, was wrong.",
}


@pytest.mark.parametrize("way", NEIGHBOURS)
def test_lines_are_aside_by_their_neighbours(way: str) -> None:
    assert aside(f"{STORY}\n{NEIGHBOURS[way]}\nThe barge was old, he said.") == NEIGHBOURS[way].split("\n")


@pytest.mark.parametrize("way", NO_NEIGHBOURS)
def test_lines_beside_others_are_read(way: str) -> None:
    assert set(aside(NO_NEIGHBOURS[way])) <= {"Getty Images"}


@pytest.mark.parametrize(
    "line",
    [
        "3 hours ago",
        "Published 3 hours ago",
        "4 min read",
        "Share full article",
        "This article is more than 5 years old",
        "Six men on a quay.Credit...Ann Li for The Lagoon Herald",
    ],
)
def test_what_pages_say_of_a_story_is_none(line: str) -> None:
    assert aside(f"Barge sinks\n{line}\n{STORY}") == [line]


@pytest.mark.parametrize(
    "line", ["Three hours ago six more were found.", "The log was a 4 minute read.", "Save the lagoon, 200 men sang."]
)
def test_sentences_with_such_words_are_read(line: str) -> None:
    assert aside(f"{STORY}\n{line}") == []


def test_lists_that_are_longer_than_the_story_are_none_of_it() -> None:
    heads = "\n".join(f"Storm number {number} kills {number} men off the coast of Lagos" for number in range(2, 9))
    assert aside(f"{STORY}\n\nMost read\n{heads}") == ["Most read", *heads.split("\n")]
    assert aside(f"Stories\n\nMost read\n{heads}") in ([], ["Most read"])


SHARED = "Share this with Facebook\n\nShare this with Email\n\nShare\n\nImage copyright AFP\nImage caption Six men"
TOPS = {
    "a day below what is shared": (f"Barge sinks\n{SHARED}\nBy Ann Li\n3 March 2011", "2011-03-03"),
    "a label above the day": ("Barge sinks\nPublished\n3 March 2011\nShare", "2011-03-03"),
    "a label with a colon": ("Barge sinks\nPosted on:\n    3 March 2011", "2011-03-03"),
    "the day on which it came out first": (
        "Barge sinks\nSource\nLagoon Aid\nPosted\n3 Mar 2011\nOriginally published\n2 Mar 2011",
        "2011-03-02",
    ),
    "first published": (
        "Barge sinks\nThu 3 Mar 2011 10.15 GMT\nFirst published on Wed 2 Mar 2011 09.00 GMT",
        "2011-03-02",
    ),
    "a day with its hour below deck and author": (
        "Barge sinks\nSix are dead\nThe mayor is angry\nAnn Li in Epe\nThu 3 Mar 2011 16.42 GMT",
        "2011-03-03",
    ),
    "an advertisement above": (
        "Advertisement\nSkip advertisement\nBarge sinks\n12\nBy Ann Li\n3 March 2011",
        "2011-03-03",
    ),
    "minutes to read": ("Barge sinks\nBy Ann Li\n4 min read\nPublished 9:14 AM EDT, Thu March 3, 2011", "2011-03-03"),
    "hours ago": ("Barge sinks\nPublished\n3 hours ago\nShare", None),
    "an update alone": ("Barge sinks\nUpdated\n3 March 2011", None),
    "a day with its hour in a chronology": (
        "Barge sinks\nIt left Epe.\nIt was old.\nIt sank.\n3 March 2011 10:15",
        None,
    ),
    "a word above a sentence with a day": ("Barge sinks\nPublished\n3 March 2011 was the day of the feast.", None),
}


@pytest.mark.parametrize("way", TOPS)
def test_the_day_is_found_at_the_top_of_a_copied_page(way: str) -> None:
    top, day = TOPS[way]
    item = article(f"{top}\n{STORY}")
    assert (item.title, item.published) == ("Barge sinks", day)
    assert item.dateline is None


def test_labels_above_values_state_fields() -> None:
    top = "Peru\n\nPeru: Floods spread\n\nFormat\n  Report\nSource\n  Andes Aid\nPosted\n  3 Mar 2011\nOrigin\n  Us"
    item = article(f"{top}\n\n{STORY}")
    assert (item.title, item.publisher, item.published) == ("Peru: Floods spread", "Andes Aid", "2011-03-03")


def test_a_label_alone_is_a_line_of_its_own() -> None:
    item = article(f"Barge sinks\n3 March 2011\nSource\nThe river begins here\n{STORY}")
    assert item.publisher is None


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("News|Floods\nBarge sinks", "Barge sinks"),
        ("Nigeria + 3 more\nNigeria: Barge sinks", "Nigeria: Barge sinks"),
        ("Goats|sheep\nBarge sinks", "Goats|sheep"),
        ("Nigeria mourns\nBarge sinks", "Nigeria mourns"),
    ],
)
def test_what_names_the_subject_is_no_title(top: str, title: str) -> None:
    assert article(f"{top}\n3 March 2011\n{STORY}").title == title


def test_who_stands_above_the_paper_is_the_author() -> None:
    item = article(f"Barge sinks\n3 March 2011\nShare\nAnn Li\nBBC News, Lagos\n{STORY}")
    assert (item.author, item.dateline) == ("Ann Li", None)
