"""The end of a text that is the outlet's own, beside ends of stories, speeches and releases that are text."""

from __future__ import annotations

import pytest

from factx.reading import article

STORY = """Dam bursts in Oru

The dam above Oru burst on Tuesday, killing 34 people and injuring 60 others, the mayor said.

Norway pledged $5 million to rebuild the town.
"""

NO_STORY = [
    "The Wire is editorially independent and sets its own agenda. Please support us with your contribution of $5.",
    "Since you’re here, we have a small favour to ask. More than 1.5 million readers have supported us since 2016.",
    "Support the Andes Wire from as little as $1 – and it only takes a minute. Thank you.",
    "Now we need your support. If everyone who reads this gave $3, our fundraiser would be over within an hour.",
    "Andes Wire is a nonprofit newsroom. Please consider making a tax-deductible donation of $50 today.",
    "Get our best stories in your inbox every morning. Sign up now to join 120,000 others.",
    "Stay on top of the news with our free 5-minute morning briefing.",
    "For further information, please contact Ana Roe at roe@un.example or +41 22 739 8111.",
    "For more information, please contact:\n\nIn Geneva: Ana Roe, +41 22 739 8111\n\nIn Nairobi: Li, li@un.example",
    "Media contact\n\nAna Roe, head of press\n\nroe@un.example, 555-0134",
    "Ana Roe is a reporter in Lima who has covered 12 elections. Follow her on Twitter @anaroe.",
    "— With files from Tom Li and The Canadian Press",
    "With assistance by Tom Li, and Joe Ray",
    "A version of this article appears in print on June 5, 2021, Section A, Page 4.",
    "The Associated Press receives support from 5 foundations. AP is solely responsible for all content.",
    "If you or someone you know needs help, call the lifeline at 988.",
]


@pytest.mark.parametrize("tail", NO_STORY)
def test_the_last_lines_are_set_aside_if_they_are_the_outlet_s_own(tail: str) -> None:
    found = article(f"{STORY}\n{tail}\n")
    aside = [line for start, end in found.aside for line in found.text[start:end].split("\n")]
    assert aside == [line for line in tail.split("\n") if line]
    assert found.text.startswith(STORY)


STORIES = [
    "We need your support, and we need it now: the army has lost 40 tanks, and you have 300.",
    "Today I ask you to support the 40,000 refugees in our towns. Our work is not done.",
    "“Please consider donating $5 to our newsroom,” the editor of the Wire said.",
    "The paper asked its readers to become members, and 12,000 of them gave $5 each to its newsroom.",
    "Readers donated $2 million to the newsroom last year, its accounts show.",
    "To help the victims you can donate to the Red Cross now, which has sent 40 doctors.",
    "With assistance from the United Nations, 300 families returned to the valley.",
    "With help from 20 divers, the bodies of 12 men were found.",
    "Anyone with information was asked to call police on 01632 960 001.",
    "For more information on the deaths of 12 men, the court turned to the navy.",
    "Contact with the boat and its 12 sailors was lost at 5 p.m.",
    "Rescue goes on",
    "Readers can now subscribe to the newsletter of the paper for $3, and its newsroom will have 40 people.",
    "The scheme, which has 30,000 subscribers, will cost $3 a month from today.",
]


@pytest.mark.parametrize("end", STORIES)
def test_the_end_of_a_story_stays(end: str) -> None:
    found = article(f"{STORY}\n{end}\n")
    assert [found.text[start:] for start, _ in found.aside] == []


def test_an_appeal_amid_a_story_and_a_text_of_contacts_stay() -> None:
    appeal = "Your donation keeps our newsroom running. Donate now."
    assert article(f"{STORY}\n{appeal}\n\nThe army sent 300 soldiers.\n").aside == ()
    assert article("Fire in Oru\n\nFor more information, please contact: Ana Roe, +41 22 739 8111").aside == ()


@pytest.mark.parametrize("heading", ["References", "Notes:", "FOOTNOTES"])
@pytest.mark.parametrize("note", ["^ “Flood kills 12”. Andes Wire.", "[1] Flood kills 12, Andes Wire.", "1 The mayor."])
def test_notes_below_their_heading_are_set_aside(heading: str, note: str) -> None:
    found = article(f"{STORY}\n{heading}\n{note}\n{note}\n")
    assert found.text[found.aside[0][0] :].split("\n")[:3] == [heading, note, note]
    assert found.set_aside == len(f"{heading} {note} {note}".split())


@pytest.mark.parametrize("end", [
    "References\n\nThe mayor said that 12 men had been killed.",
    "What we know\n\n1. The dam was built in 1950.\n\n2. It killed 12 men.",
    "Notes\n\n1. The dam was built.\n\nIt killed 12 men.",
])  # fmt: skip
def test_points_of_a_story_are_no_notes(end: str) -> None:
    assert article(f"{STORY}\n{end}\n").aside == ()
