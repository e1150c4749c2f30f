"""NewsML 1.x and the news items of Reuters' corpora: text among pictures and captions, revisions, days."""

from __future__ import annotations

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart
from tests.io.formats.exports import article, articles, parts

TEXT = "<p>Two miners fled.</p><p>Ten died.</p>"
NITF = f"<nitf><body><body.head><dateline><location>LIMA</location></dateline></body.head><body.content>{TEXT}"
PICTURE = '<ContentItem Href="dam.jpg"><MediaType FormalName="Photo"/></ContentItem>'


def content(held: str, role: str = "Main") -> str:
    return (
        f'<NewsComponent><Role FormalName="{role}"/><ContentItem><MediaType FormalName="Text"/>'
        f"<DataContent>{held}</DataContent></ContentItem></NewsComponent>"
    )


def item(*components: str, number: str = "7", revision: int = 1, status: str = "Usable") -> str:
    return f"""<NewsItem><Identification><NewsIdentifier><ProviderId>andeswire.example</ProviderId>
<DateId>20110505</DateId><NewsItemId>{number}</NewsItemId>
<RevisionId PreviousRevision="0" Update="N">{revision}</RevisionId></NewsIdentifier>
</Identification><NewsManagement><FirstCreated>20110504T233000-0500</FirstCreated>
<ThisRevisionCreated>20110506T010000+0000</ThisRevisionCreated><Status FormalName="{status}"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Dam bursts</HeadLine><ByLine>By Ana Roe</ByLine><DateLine>LIMA, May 4</DateLine>
<CopyrightLine>(c) 2011</CopyrightLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Andes Wire"/>
</Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
{"".join(components)}</NewsComponent></NewsItem>"""


def file(*items: str) -> str:
    return (
        '<?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20021018:NewsMLv1.1:1" "NewsML_1.1.dtd">'
        "<NewsML><NewsEnvelope><DateAndTime>20200101T000000Z</DateAndTime></NewsEnvelope>"
        + "".join(items)
        + "</NewsML>"
    )


@pytest.mark.parametrize(
    "held",
    [
        f"{NITF}</body.content></body></nitf>",
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{TEXT}</body></html>',
        "Two miners fled.\n\nTen died.",
        TEXT,
    ],
    ids=["NITF", "XHTML", "plain", "paragraphs"],
)
def test_the_text_in_any_markup_and_what_the_item_says(held: str) -> None:
    found = article(
        file(item(content("<p>Nine in a boat on the lake on Monday.</p>", "Caption"), PICTURE, content(held)))
    )
    assert (found.text, found.number) == ("Two miners fled.\n\nTen died.", 1)
    assert found.metadata == {
        "title": "Dam bursts",
        "published": "20110504T233000-0500",
        "author": "Ana Roe",
        "publisher": "Andes Wire",
        "language": "en",
        "dateline": "LIMA",
    }


def test_the_highest_revision_counts() -> None:
    old, new = item(content("<p>One fled.</p>")), item(content("<p>Two fled.</p>"), revision=2)
    other = item(content("<p>Six fled.</p>"), number="8")
    assert [found.text for found in articles(file(old, other, new))] == ["Two fled.", "Six fled."]


def test_items_without_text_and_withdrawn_ones_are_no_articles() -> None:
    withdrawn = item(content(TEXT), number="9", status="Canceled")
    assert len(articles(file(withdrawn, item(content(TEXT)), item(PICTURE, number="10")))) == 1
    with pytest.raises(InputError, match="NewsML 1 with canceled, photo"):
        parts(file(withdrawn, item(PICTURE)))
    (bad,) = parts(file(item(content(" "))))
    assert isinstance(bad, BadPart)


def test_a_news_item_of_reuters_corpora() -> None:
    found = article(
        '<?xml version="1.0" encoding="iso-8859-1" ?><newsitem itemid="71" id="root" date="1996-10-09" xml:lang="en">'
        "<title>PERU: Dam bursts.</title><headline>Dam bursts.</headline><byline>Ana Roe</byline>"
        f"<dateline>LIMA 1996-10-09</dateline><text>{TEXT}</text><copyright>(c) 1996</copyright><metadata>"
        '<codes class="bip:countries:1.0"><code code="PERU"/></codes><dc element="dc.publisher" value="Andes Wire"/>'
        '<dc element="dc.date.created" value="1996-10-07"/></metadata></newsitem>',
        "71newsML.xml",
    )
    assert found.text == "Two miners fled.\n\nTen died."
    assert found.metadata == {
        "title": "Dam bursts.",
        "published": "1996-10-09",
        "author": "Ana Roe",
        "publisher": "Andes Wire",
        "language": "en",
        "dateline": "LIMA",
    }
