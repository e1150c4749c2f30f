"""NewsML-G2: usable items of text in their highest version, whatever markup they hold."""

from __future__ import annotations

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart
from tests.io.formats.exports import article, articles, parts

SPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
PLAIN = '<inlineData contenttype="text/plain">Two miners fled.\n\nTen\ndied.</inlineData>'
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><!-- listing --><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x'
    "</title></head><body><h1>Dam bursts</h1><p>Two miners fled.</p><figure><figcaption>Nine in a "
    "boat</figcaption></figure>"
    "<p>Ten died.</p></body></html></inlineXML>"
)
NITF = (
    '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head>'
    "<hedline><hl1>Dam bursts</hl1></hedline></body.head><body.content><p>Two miners fled.</p><media>"
    "<media-caption><p>Nine"
    "</p></media-caption></media><p>Ten died.</p></body.content></body></nitf></inlineXML>"
)
REMOTE = '<remoteContent href="dam.xml"/>'
META = "<contentMeta><headline>Dam bursts</headline></contentMeta>"


def item(content: str = PLAIN, about: str = "", meta: str = META, guid: str = "a", version: int = 1) -> str:
    return (
        f'<newsItem {SPACE} guid="{guid}" version="{version}"><itemMeta>{about}</itemMeta>{meta}'
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def message(*items: str) -> str:
    held = "".join(f"<itemSet>{item}</itemSet>" for item in items)
    return f'<?xml version="1.0"?><newsMessage {SPACE}><header><sent>2020-01-01</sent></header>{held}</newsMessage>'


@pytest.mark.parametrize("content", [PLAIN, XHTML, NITF, REMOTE + NITF], ids=["plain", "XHTML", "NITF", "and remote"])
def test_the_text_in_any_markup(content: str) -> None:
    found = article(item(content))
    assert (found.text, found.number, found.metadata) == (
        "Two miners fled.\n\nTen died.",
        None,
        {"title": "Dam bursts"},
    )


def test_what_an_item_says_of_itself() -> None:
    about = (
        '<itemClass qcode="ninat:text"/><provider qcode="nprov:AW"><name>Andes Wire</name></provider>'
        "<versionCreated>2019-05-10T00:00:00Z</versionCreated><firstCreated>2019-05-09T00:00:00Z</firstCreated>"
        '<embargoed>2019-05-09T12:00:00Z</embargoed><pubStatus qcode="stat:usable"/>'
    )
    meta = (
        "<contentMeta><contentCreated>2019-05-08T23:30:00-05:00</contentCreated><creator><name>Li Wu</name></creator>"
        '<by>By Ana Roe</by><dateline>LIMA, May 8</dateline><language tag="en-GB"/><headline '
        'role="hlr:short">Dam</headline>'
        '<headline role="hlr:main">Dam bursts</headline></contentMeta>'
    )
    found = article(item(PLAIN, about, meta))
    assert found.note == "under embargo until 2019-05-09T12:00:00Z"
    assert found.metadata == {
        "title": "Dam bursts",
        "published": "2019-05-08T23:30:00-05:00",
        "author": "Ana Roe",
        "publisher": "Andes Wire",
        "language": "en-GB",
        "dateline": "LIMA",
    }


@pytest.mark.parametrize(
    ("about", "meta", "name", "value"),
    [
        ("<firstCreated>2019-05-09</firstCreated>"
         "<versionCreated>2019-05-10</versionCreated>", META, "published", "2019-05-09"),
        ("<versionCreated>2019-05-10</versionCreated>", META, "published", "2019-05-10"),
        ('<provider literal="Andes Wire"/>', META, "publisher", "Andes Wire"),
        ('<provider qcode="nprov:AW"/>', META, "publisher", "AW"),
        ("", "<contentMeta><creator><name>Li Wu</name>"
             "</creator><creator qcode='x:1'/></contentMeta>", "author", "Li Wu"),
        ("<title>Slug</title>", "<contentMeta/>", "title", "Slug"),
    ],
)  # fmt: skip
def test_what_stands_in_where_a_field_is_absent(about: str, meta: str, name: str, value: str) -> None:
    assert article(item(PLAIN, about, meta)).metadata[name] == value


def test_the_highest_version_of_each_item_counts() -> None:
    second = PLAIN.replace("Two", "Six")
    found = articles(message(item(), item(guid="b"), item(second, version=10), item(version=9)))
    assert [(part.text[:3], part.number) for part in found] == [("Two", 1), ("Six", 2)]


@pytest.mark.parametrize(
    "about",
    [
        '<itemClass qcode="ninat:picture"/>',
        '<itemClass uri="http://cv.iptc.org/newscodes/ninature/video"/>',
        '<pubStatus qcode="stat:canceled"/>',
        '<pubStatus qcode="stat:withheld"/>',
    ],
)
def test_items_that_are_no_articles(about: str) -> None:
    package = f'<packageItem {SPACE} guid="p"><groupSet/></packageItem>'
    found = articles(message(item(about=about, guid="b"), package, item()))
    assert [part.number for part in found] == [1]
    with pytest.raises(InputError, match="no article of text"):
        parts(item(about=about))


def test_an_item_that_is_called_back_takes_its_earlier_versions_with_it() -> None:
    with pytest.raises(InputError, match="1 canceled"):
        parts(message(item(), item(about='<pubStatus qcode="stat:canceled"/>', version=2)))


def test_text_in_another_file_is_a_bad_part() -> None:
    bare, whole = parts(message(item(REMOTE, guid="b"), item()))
    assert isinstance(bare, BadPart)
    assert "in another file" in bare.reason
    assert whole.number == 2
