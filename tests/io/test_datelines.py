"""Datelines in the forms of agencies, offices and papers: place, date, agency, and where the story begins."""

from __future__ import annotations

import pytest

from factx.reading import find_dateline

STORY = "The council met."
FORMS = [
    ("BAMAKO (4 May 2018) - ", "BAMAKO", "4 May 2018", None),
    ("BAMAKO (4th May 2018) – ", "BAMAKO", "4th May 2018", None),
    ("BAMAKO, (4 May 2018) - ", "BAMAKO", "4 May 2018", None),
    ("BAMAKO (Fri, 4 May 2018) – ", "BAMAKO", "4 May 2018", None),
    ("BAMAKO (Friday, 4 May 2018) – ", "BAMAKO", "4 May 2018", None),
    ("BAMAKO [4 May 2018] - ", "BAMAKO", "4 May 2018", None),
    ("BAMAKO (2018-05-04) - ", "BAMAKO", "2018-05-04", None),
    ("BAMAKO, Mali (May 4, 2018) ", "BAMAKO, Mali", "May 4, 2018", None),
    ("BAMAKO (AP; May 4, 2018) - ", "BAMAKO", "May 4, 2018", "AP"),
    ("BAMAKO (AFP, 4 May 2018) - ", "BAMAKO", "4 May 2018", "AFP"),
    ("(BAMAKO, 4 May 2018) - ", "BAMAKO", "4 May 2018", None),
    ("BAMAKO, 4 May 2018: ", "BAMAKO", "4 May 2018", None),
    ("Bamako, 4 May 2018 - ", "Bamako", "4 May 2018", None),
    ("Bamako/Dakar, 4 May 2018 (IOM) - ", "Bamako/Dakar", "4 May 2018", "IOM"),
    ("BAMAKO (Reuters) May 4 - ", "BAMAKO", "May 4", "Reuters"),
    ("BAMAKO (May 4, 1998) _ ", "BAMAKO", "May 4, 1998", None),
    ("BAMAKO, May 4, 1998 (AP) _ ", "BAMAKO", "May 4, 1998", "AP"),
    ("BAMAKO (AP) _ ", "BAMAKO", None, "AP"),
    ("BAMAKO, May 4.—", "BAMAKO", "May 4", None),
    ("Bamako, May 4. — ", "Bamako", "May 4", None),
    ("Bamako, Mali, May 4.--", "Bamako, Mali", "May 4", None),
    ("BAMAKO, May 4. ", "BAMAKO", "May 4", None),
    ("BAMAKO, 4 MAY 89 (PANA) -- ", "BAMAKO", "4 MAY 89", "PANA"),
    ("BAMAKO (MALI), 4 MAY 89 (RADIO MALI) -- [TEXT] ", "BAMAKO", "4 MAY 89", "RADIO MALI"),
    ("BAMAKO, 4 MAY 89 -- [EXCERPT] ", "BAMAKO", "4 MAY 89", None),
]
NONE = [
    "Bamako, May 4. The council met.",
    "On Friday, May 4.—The council met.",
    "On Friday, May 4, 2018 - The council met.",
    "Friday, May 4, 2018 - The council met.",
    "The minister (Labour) said so.",
    "The Treaty (May 4, 2018) The council met.",
    "Posted, 4 May 2018 - The council met.",
    "The council met in Bamako, 4 May 2018 - a Friday.",
]


@pytest.mark.parametrize(("lead", "place", "date", "agency"), FORMS)
def test_a_dateline_is_taken_apart(lead: str, place: str, date: str | None, agency: str | None) -> None:
    found = find_dateline(lead + STORY)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)
    assert (lead + STORY)[found.end :] == STORY


@pytest.mark.parametrize("line", NONE)
def test_what_opens_a_sentence_is_none(line: str) -> None:
    assert find_dateline(line) is None
