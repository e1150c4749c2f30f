"""NITF as the New York Times corpus and agencies write it: the day of publication, the full text, once."""

from __future__ import annotations

import pytest

from factx.base.errors import InputError
from tests.io.formats.exports import article, parts

DOCTYPE = '<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">'
STORY = '<block class="full_text"><p>Two miners fled.</p><p>Ten died.</p></block>'
PUBDATA = '<pubdata date.publication="19870508T000000" ex-ref="https://tin.example/dam" name="The Tin Gazette"/>'


def nitf(content: str = STORY, head: str = PUBDATA, body_head: str = "<hedline><hl1>Dam bursts</hl1></hedline>") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{DOCTYPE}<nitf change.date="June 10, 2005" '
        f'change.time="19:30"><head>{head}'
        f"</head><body><body.head>{body_head}</body.head><body.content>{content}</body.content></body></nitf>"
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f'<block class="lead_paragraph"><p>Two miners fled.</p></block>{STORY}', "Two miners fled.\n\nTen died."),
        ('<block class="full_text"><p>LEAD: Two miners fled.</p><p>Two miners fled.</p><p>Ten died.</p></block>',
         "Two miners fled.\n\nTen died."),
        ('<block class="full_text"><p>LEAD: Two '
         'miners fled.</p><p>Ten died.</p></block>', "Two miners fled.\n\nTen died."),
        ("<p>Two fled.</p><media><media-caption><p>Nine in a boat</p></media-caption></media><p>Ten died.</p>",
         "Two fled.\n\nTen died."),
        ("<p>Two\n   fled.</p><hl2>Rain</hl2><ul><li>Ten died.</li></ul><table><tr><td><p>9</p></td></tr></table>",
         "Two fled.\n\nTen died."),
        ("<p>Two fled.</p><p>HOME WORK</p>", "Two fled."),
        ("<p>TWO FLED.</p><p>TEN DIED</p>", "TWO FLED.\n\nTEN DIED"),
        ("<p>Two fled.</p><p>He said: “NEVER!”</p>", "Two fled.\n\nHe said: “NEVER!”"),
        ('<p>Two fled.</p><block class="correction_text"><p>Nine fled.</p></block>', "Two fled."),
        ("Two fled.", "Two fled."),
        ("<p>Caf&eacute; &mdash; R&amp;D</p>", "Café — R&D"),
    ],
    ids=[
        "lead block", "lead told again", "lead alone", "caption", "lists and tables", "rubric", "all in capitals",
        "cry", "correction", "no paragraphs", "entities of the outer DTD",
    ],
)  # fmt: skip
def test_the_text(content: str, text: str) -> None:
    assert article(nitf(content)).text == text


def metas(*parts: str) -> str:
    names = ("year", "month", "day_of_month")
    return "".join(f'<meta name="publication_{n}" content="{p}"/>' for n, p in zip(names, parts, strict=True))


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (metas("1987", "6", "1") + PUBDATA, "19870508T000000"),
        (metas("1987", "6", "1"), "1987-06-01"),
        ('<docdata><date.release norm="19870510"/><date.issue norm="19870509"/></docdata>', "19870509"),
        ('<docdata><date.release norm="19870510T010000Z"/></docdata>', "19870510T010000Z"),
        ("", None),
    ],
    ids=["page data", "metas", "issue", "release", "schema's date only"],
)
def test_the_day(head: str, published: str | None) -> None:
    assert article(nitf(head=head)).metadata.get("published") == published


def test_the_head_of_a_paper() -> None:
    body_head = (
        "<hedline><hl1>Dam bursts</hl1><hl2>Dam Bursts Online</hl2></hedline>"
        '<byline class="normalized_byline">Roe, Ana</byline><byline class="print_byline">By ANA ROE</byline>'
        "<dateline>LA PAZ, May 7</dateline><abstract><p>Nine fled (S)</p></abstract>"
    )
    found = article(nitf(body_head=body_head))
    assert found.metadata == {
        "title": "Dam bursts",
        "published": "19870508T000000",
        "author": "ANA ROE",
        "publisher": "The Tin Gazette",
        "url": "https://tin.example/dam",
        "dateline": "LA PAZ",
    }
    assert (found.text, found.number) == ("Two miners fled.\n\nTen died.", None)


def test_the_head_of_an_agency() -> None:
    head = '<title>Dam</title><docdata><doc.copyright holder="Andes Wire" year="2019"/></docdata>'
    body_head = (
        "<hedline/><byline>By <person>Ana Roe</person><byttl>Staff writer</byttl></byline><dateline><location>"
        "<city>LIMA</city>, <country>Peru</country></location><story.date norm='20190508'>May 8</story.date></dateline>"
    )
    assert article(nitf(head=head, body_head=body_head)).metadata == {
        "title": "Dam",
        "published": "20190508",
        "author": "Ana Roe",
        "publisher": "Andes Wire",
        "dateline": "LIMA, Peru",
    }


@pytest.mark.parametrize(
    ("length", "unit", "has_note"), [("400", "word", True), ("31", "word", False), ("400", "line", False)]
)
def test_a_length_that_is_off_is_told(length: str, unit: str, has_note: bool) -> None:
    head = f'<pubdata item-length="{length}" unit-of-measure="{unit}"/>'
    assert bool(article(nitf(f"<p>{'Ten died. ' * 15}</p>", head)).note) == has_note


@pytest.mark.parametrize(
    ("data", "message"),
    [(nitf(""), "no text"), (nitf()[:-60], "breaks off")],
)
def test_a_document_without_text_or_end(data: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parts(data)
