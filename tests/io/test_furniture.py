"""What is no story is set aside, and no paragraph of a story is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.reading.article import article
from factx.reading.furniture import furniture
from factx.run.extractor import Extractor

STORY = "A barge sank off Makoko at dawn.\nDivers brought up six sacks of salt, the harbour master said."
ASIDE = [
    "Photo: Bisi Aluko",
    "PHOTO BY BISI ALUKO",
    "Image caption The barge carried 40 sacks",
    "FILE PHOTO: A barge with 30 men leaves Makoko, March 3, 2011",
    "FILE - A barge leaves Makoko with 30 men aboard.",
    "In this Monday, March 3, 2011 photo, 30 men load a barge in Makoko.",
    "Thirty men load a barge in Makoko [Bisi Aluko/Al Jazeera]",
    "Thirty men load a barge in Makoko on Monday. (AP Photo/Bisi Aluko)",
    "Thirty men load a barge in Makoko. REUTERS/Bisi Aluko",
    "Divers in Makoko. Photo: Bisi Aluko/AFP",
    "A barge in Makoko — Getty Images",
    "A barge in Makoko (file photo)",
    "Caption: Thirty men load a barge.",
    "Correction: An earlier version said 16 sacks were lost.",
    "CORRECTION (April 4): the barge carried 60 sacks, not 16.",
    "Editor’s note: This story has been changed to say that 60 sacks were lost.",
    "This article was amended on 4 April; 60 sacks were lost, not 16.",
    "(This story has been corrected to fix the number of sacks to 60)",
    "SALT (94%); SHIPPING (81%); HARBOURS & PORTS (77%)",
    "Subject: Salt (94%); Shipping (81%)",
    "Geographic: LAGOS, NIGERIA (90%)",
    "Tags: salt, Makoko, barges",
    "Filed under: Shipping",
    "Load-Date: March 4, 2011",
    "© 2011 Lagoon Herald. All rights reserved.",
    "Copyright 2011 Lagoon Herald",
    "Published by HT Digital Content Services with permission from Lagoon Herald. All rights reserved.",
    "This article was originally published by Lagoon Herald on 3 March 2011.",
    "This work is licensed under a Creative Commons licence.",
    "These pages may not be published, broadcast or sold.",
    "Our Standards: The Thomson Reuters Trust Principles.",
    "Read more: Barge with 90 men missing",
    "READ ALSO: Barge with 90 men missing",
    "See also: 90 men missing",
    "Most read: Ninety men drown in Badagry",
    "▶ Watch: Ninety men pulled from the lagoon",
    "Share this article",
    "Share this:",
    "Sign up for our newsletter and get 5 stories a day",
    "Subscribe to our newsletter",
    "Follow us on Facebook, where 90,000 readers do",
    "Click here to read 12 other stories",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Leave a comment",
    "We use cookies to improve your visit. By going on you accept 12 partners.",
    "This site uses cookies.",
    "By continuing to use this site you accept cookies.",
    "Reporting by Bisi Aluko; Editing by Tunde Oke",
    "(Additional reporting by Tunde Oke in Epe)",
    "Tunde Oke contributed to this report.",
    "With inputs from agencies",
    "Contact the writer at bisi@lagoon.example",
    "To contact the reporter on this story: bisi@lagoon.example",
    "bisi@lagoon.example",
    "https://lagoon.example/2011/barge-sinks-90-men",
    "@bisialuko",
    "By Bisi Aluko | Reuters | 12/06/2019",
    "Reuters • 6 Dec 2019 • 10:15",
    "By Bisi Aluko | 3 March 2011 | 09:20 GMT",
    "3 Mar 2011 : Column 512",
    "Column 513WH",
]
READ = [
    "The photo shows thirty men on the barge, police said.",
    "Photographers were kept away from the quay by 20 soldiers.",
    "Police released a photo of 12 suspects.",
    "In this town 40 men work on barges.",
    "In this month alone 12 barges sank, and a photo of one went round the world.",
    "The correction of the count added 16 men.",
    "Correction officers found 3 men in the hold.",
    "An earlier report by the navy said 16 men were lost.",
    "Labour (42%), Tories (38%) and Greens (9%) gained in the poll.",
    "The salt tax (12%) and the port levy (3%) rose.",
    "Subject to approval, 40 men will be paid.",
    "The Post reported that 16 men were lost.",
    "Published by the ministry on Monday, the list has 16 names.",
    "Copyright law was broken by 12 printers, the court said.",
    "Copyrights of 12 books were bought.",
    "Read more than 40 pages of the log and you find 16 names, he said.",
    "Readers sent 12 letters.",
    "Most readers knew 3 of the men.",
    "Share prices of 12 shippers fell.",
    "Shares of the 12 shippers fell by 9 percent.",
    "Sign language was used by 12 of the men.",
    "Subscribers of the fund lost 5 million naira.",
    "Follow-up searches found 3 more men.",
    "By continuing to fish in the lagoon 40 men broke the ban.",
    "Advertisement boards fell on 3 men.",
    "We use nets of 40 metres, a fisherman said.",
    "Comments by the mayor angered 200 traders.",
    "Watch towers were manned by 12 soldiers.",
    "Related charges were brought against 4 men.",
    "Contact with the barge and its 16 men was lost at dawn.",
    "Reporting by the press was barred for 3 days, said the union.",
    "Editors of 12 papers protested.",
    "The police built 12 huts without permission, the court said.",
    "“Share this burden with us,” the mayor told 200 traders.",
    "Recommended by 12 doctors, the drug was banned.",
    "Trending down for 3 months, salt prices rose.",
    "By Monday | or Tuesday, 40 men will be back on the barges.",
    "Makoko | 12 barges sank | 40 men are missing",
    "People: 16 of them were lost.",
    "Update: the toll rose to 17.",
    "Column 5 has 300 men",
    "Lagoon police said (Reuters photo desk was told) that 12 men fled.",
]
LISTS = {
    "a list of other stories": ("Most read\n90 men drown in Badagry\n1. Nurses end strike after 12 days", True),
    "with blank lines": ("Related stories\n\n90 men drown in Badagry\n\nNurses end strike", True),
    "sentences below are the story": ("Related\nThe mayor said 12 barges were old.", False),
}


@pytest.mark.parametrize("line", ASIDE)
def test_is_set_aside(line: str) -> None:
    for page in (f"{STORY}\n{line}", f"{STORY}\n\n{line}\n\nThe mayor thanked the divers."):
        assert [page[start:end] for start, end in furniture(page)] == [line]


@pytest.mark.parametrize("line", READ)
def test_is_read(line: str) -> None:
    for page in (f"{STORY}\n{line}", f"{line}\n\n{STORY}"):
        assert furniture(page) == ()


@pytest.mark.parametrize("case", LISTS)
def test_lists_of_other_stories(case: str) -> None:
    lines, aside = LISTS[case]
    page = (
        f"{STORY}\n\n{lines}\n\nThe mayor thanked the divers, who had been down for nine hours, and gave each a goat."
    )
    found = [page[start:end] for start, end in furniture(page)]
    assert found == ([line for line in lines.split("\n") if line] if aside else [lines.split("\n")[0]])


def test_parts_of_a_line_are_set_aside() -> None:
    page = (
        "Six sacks were found. (Photo: Bisi Aluko)\n"
        "The rest is lost. Read the full story: Ninety men missing\n"
        "The post Barge sinks with 90 appeared first on Lagoon Herald.\n"
        "Divers went down ag… [+1204 chars]"
    )
    assert [page[start:end] for start, end in furniture(page)] == [
        "(Photo: Bisi Aluko)",
        "Read the full story: Ninety men missing",
        "The post Barge sinks with 90 appeared first on Lagoon Herald.",
        "[+1204 chars]",
    ]


def test_a_headline_printed_twice_is_read_once() -> None:
    page = f"Barge Sinks Off Makoko\nBarge Sinks Off Makoko\n{STORY}"
    assert furniture(page) == ((23, 45),)


def test_a_wrapped_notice_is_one() -> None:
    notice = "Correction: An earlier version of this story said that sixteen sacks of\nsalt had been lost off Makoko."
    page = f"{STORY}\n\n{notice}\n\nThe mayor thanked the divers."
    assert [page[start:end] for start, end in furniture(page)] == [notice]


@pytest.mark.parametrize("page", ["Share this", "Photo: 16 men drowned in Makoko", "Most read\n90 men drown\n12 hurt"])
def test_a_text_of_nothing_else_is_read(page: str) -> None:
    assert furniture(page) in ((), ((0, 0),)) or len(furniture(page)) < len(page.split("\n"))


@given(st.text(max_size=300) | st.text(alphabet="Read more:\n |©()%PhotoAFP/[]", max_size=300))
def test_ranges_lie_in_the_text_in_order(text: str) -> None:
    spans = furniture(text)
    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "piece", ["Read more: ", "(AP Photo/", "A (9%); ", "[", "Most read\n", "© ", "By A | ", "photo by "]
)
def test_a_megabyte_of_one_piece_is_searched(piece: str) -> None:
    assert isinstance(furniture(piece * (500_000 // len(piece))), tuple)


def test_nothing_is_found_in_what_is_set_aside(extractor: Extractor) -> None:
    page = "\n".join(
        [
            "Six men were killed off Makoko on Monday.",
            "Read more: Quake killed 90 people in Peru on 3 May 2010",
            "FILE PHOTO: Police arrest 12 men in Epe. REUTERS/Bisi Aluko",
            "We use cookies of 40 partners in Norway.",
        ]
    )
    item = article(page, published="2011-03-03")
    result = extractor.read(item)
    assert [(fact.kind, fact.value_text) for fact in result.facts] == [("killed", "Six")]
    assert [quantity.text for quantity in result.quantities] == ["Six"]
    assert [time.text for time in result.dates] == ["Monday"]
    assert not {"Peru", "Epe", "Norway", "Bisi Aluko"} & {mention.text for mention in result.mentions}
    assert result.article.set_aside == item.set_aside == 30
