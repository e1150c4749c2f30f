"""EPUB: issues of papers and magazines, books, and what programs make of pages."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, RawArticle
from factx.reading.formats.sniff import kind_of
from tests.io.formats.exports import articles, parts
from tests.io.formats.reading import read_one

ROOTFILE = '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>'
NAMES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
FERRY = ["Divers found 34 bodies on Tuesday after a ferry sank on the lake.", "Twelve people are missing."]
MARCH = ["Police in Oru arrested 40 marchers on Monday, the ministry said.", "Two officers were injured."]
FLOOD = ["At least nine people died in floods in the north, officials said.", "The army sent 300 soldiers."]
ISSUE = "<dc:title>Sahel Weekly, Issue 23</dc:title><dc:publisher>SW Media</dc:publisher><dc:date>2021-06-04</dc:date>"


def p(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def page(body: str, kind: str = "") -> str:
    typed = f' epub:type="{kind}"' if kind else ""
    return f'<?xml version="1.0"?><!DOCTYPE html><html {NAMES}><head><title/></head><body{typed}>{body}</body></html>'


def contents(*lines: str) -> str:
    return page(f'<nav epub:type="toc"><ol>{"".join(f"<li>{line}</li>" for line in lines)}</ol></nav>')


def epub(told: str, chapters: dict[str, str], nav: str = "", guide: str = "", **more: str) -> bytes:
    """An EPUB; chapters without content are missing, ``more`` are files beside it."""
    listed = {**({"nav.xhtml": nav} if nav else {}), **chapters}
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"'
        f' properties="{"nav" if name == "nav.xhtml" else ""}"/>'
        for at, name in enumerate(listed)
    )
    if "ncx" in more:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    refs = "".join(f'<itemref idref="i{at}"/>' for at in range(len(listed)))
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{told}</metadata>'
        f"<manifest>{items}</manifest><spine>{refs}</spine>{guide}</package>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", f"<container><rootfiles>{ROOTFILE}</rootfiles></container>")
        archive.writestr("OEBPS/content.opf", package)
        for name, content in [*listed.items(), *([("toc.ncx", more["ncx"])] if "ncx" in more else [])]:
            if content:
                archive.writestr(f"OEBPS/{name}", content)
        if "locked" in more:
            archive.writestr("META-INF/encryption.xml", more["locked"])
    return held.getvalue()


def found_in(data: bytes) -> list[tuple[str | None, str]]:
    return [(part.metadata.get("title"), part.text) for part in articles(data, "a.epub")]


def text(*lines: list[str]) -> str:
    return "\n\n".join(line for several in lines for line in several)


ISSUE_CHAPTERS = {
    "cover.xhtml": page("<img src='c.jpg'/><p>All the news of this week from the Sahel and beyond.</p>", "cover"),
    "a.xhtml": page(f"<p>WORLD</p><h1>Ferry sinks</h1><p class='byline'>By Ana Roe</p>{p(FERRY)}"),
    "b.xhtml": page(f"<section><h2>Forty held</h2><p>By Tom Li</p><p>2 June 2021</p>{p(MARCH)}</section>"),
    "c.xhtml": page(f"<h1>Imprint</h1>{p(['Sahel Weekly has been printed in Oru for more than 20 years.'])}"),
}


def test_chapters_of_an_issue_are_articles_of_its_paper_and_day() -> None:
    nav = contents(*(f'<a href="{name}">{name}</a>' for name in ISSUE_CHAPTERS))
    found = articles(epub(ISSUE, ISSUE_CHAPTERS, nav), "a.epub")
    day, paper = "2021-06-04", "Sahel Weekly"
    assert [(part.number, dict(part.metadata)) for part in found] == [
        (1, {"title": "Ferry sinks", "author": "Ana Roe", "published": day, "publisher": paper}),
        (2, {"title": "Forty held", "author": "Tom Li", "published": "2 June 2021", "publisher": paper}),
    ]
    assert [part.text for part in found] == [text(FERRY), text(["By Tom Li", "2 June 2021"], MARCH)]


def test_it_is_told_by_its_content_and_read_as_articles(tmp_path: Path) -> None:
    data = epub(ISSUE, {"a.xhtml": page(f"<h1>Ferry sinks</h1>{p(FERRY)}")})
    assert (kind_of(data, "a.zip"), kind_of(data, "a.epub")) == ("epub", "epub")
    item = read_one(tmp_path, "a.epub", data)
    assert (item.path or "").endswith("a.epub#1")
    assert (item.title, item.published, item.publisher) == ("Ferry sinks", "2021-06-04", "Sahel Weekly")


def test_lists_of_contents_are_left_out_and_stories_with_links_kept() -> None:
    links = [f'<a href="{name}">{name}</a> {FLOOD[0]}' for name in ("a.xhtml", "b.xhtml", "c.xhtml")]
    stories = {name: page(f"<h1>{name}</h1>{p(FERRY)}") for name in ("a.xhtml", "b.xhtml")}
    long = page(f"<h1>Rivers</h1>{p([*FLOOD * 20, *links])}")
    data = epub(ISSUE, {"list.xhtml": page(f"<h1>This week</h1>{p(links)}"), **stories, "c.xhtml": long})
    assert [title for title, _ in found_in(data)] == ["a.xhtml", "b.xhtml", "Rivers"]


def test_the_guide_and_calibre_s_own_lines() -> None:
    told = (
        "<dc:title>The Argus [Fri, 04 Jun 2021]</dc:title><dc:creator>calibre</dc:creator>"
        '<dc:date>2021-06-05T01:00:00+00:00</dc:date><meta name="calibre:publication_type" content="periodical:x:y"/>'
    )
    source = '<p>This article was downloaded by <b>calibre</b> from <a href="https://argus.example/1">x</a></p>'
    bar = '<div class="calibre_navbar">| <a href="b.xhtml">Next</a> | <a href="list.xhtml">Section Menu</a> |</div>'
    point = '<navPoint><navLabel><text>{}</text></navLabel><content src="{}"/>{}</navPoint>'
    ncx = (
        f"<ncx><navMap>{point.format('World', 'list.xhtml', point.format('Ferry sinks', 'a.xhtml', ''))}</navMap></ncx>"
    )
    chapters = {
        "first.xhtml": page(f"<h1>About us</h1>{p(FLOOD)}"),
        "list.xhtml": page(f"<h2>World</h2><p><a href='a.xhtml'>Ferry sinks</a> {FERRY[0]}</p>"),
        "a.xhtml": page(f"{bar}<p><b>Ferry sinks</b></p>{p(FERRY)}<div>{source}{bar}</div>"),
    }
    guide = '<guide><reference type="title-page" href="first.xhtml"/></guide>'
    (found,) = articles(epub(told, chapters, guide=guide, ncx=ncx), "a.epub")
    assert (found.text, dict(found.metadata)) == (
        text(FERRY),
        {"title": "Ferry sinks", "url": "https://argus.example/1", "publisher": "The Argus", "published": "2021-06-04"},
    )


def test_a_chapter_is_taken_apart_where_the_contents_lead_into_it_but_not_an_essay() -> None:
    news = f'<h1>News</h1><h2 id="a">Ferry sinks</h2>{p(FERRY)}<div id="b"><h2>Forty held</h2>{p(MARCH)}</div>'
    essay = f'<h1>Rivers</h1>{p(FLOOD)}<h2 id="s">The source</h2>{p(FERRY)}<h2 id="m">The mouth</h2>{p(MARCH)}'
    nav = contents(
        '<a href="n.xhtml">News</a><ol><li><a href="n.xhtml#a">F</a></li><li><a href="n.xhtml#b">M</a></li></ol>',
        '<a href="e.xhtml">Rivers</a><ol><li><a href="e.xhtml#s">S</a></li><li><a href="e.xhtml#m">M</a></li></ol>',
    )
    assert found_in(epub(ISSUE, {"n.xhtml": page(news), "e.xhtml": page(essay)}, nav)) == [
        ("Ferry sinks", text(FERRY)),
        ("Forty held", text(MARCH)),
        ("Rivers", text(FLOOD, ["The source"], FERRY, ["The mouth"], MARCH)),
    ]


def test_the_headline_is_the_one_that_the_contents_name_below_the_section() -> None:
    chapters = {"a.xhtml": page(f"<h1>World</h1><h2>Ferry sinks on the lake</h2><h3>Many dead</h3>{p(FERRY)}")}
    nav = contents('<a href="a.xhtml">12 Ferry sinks on the lake (World)</a>')
    assert found_in(epub(ISSUE, chapters, nav)) == [("Ferry sinks on the lake", text(["Many dead"], FERRY))]
    assert found_in(epub(ISSUE, chapters)) == [("World", text(["Ferry sinks on the lake", "Many dead"], FERRY))]


def test_a_chapter_cut_in_two_is_one_and_a_new_headline_is_another() -> None:
    chapters = {
        "a.xhtml": page(f"<h1>Ferry sinks</h1>{p(FERRY)}"),
        "a2.xhtml": page(p(MARCH)),
        "b.xhtml": page(p(["Floods in the north", *FLOOD])),
    }
    nav = contents('<a href="a.xhtml">Ferry sinks</a>')
    assert [part for _, part in found_in(epub(ISSUE, chapters, nav))] == [
        text(FERRY, MARCH),
        text(["Floods in the north"], FLOOD),
    ]


def test_pages_kept_by_a_program_have_their_headline_and_not_its_name_and_day() -> None:
    told = "<dc:title>wallabag articles</dc:title><dc:publisher>wallabag</dc:publisher><dc:date>2022-01-01</dc:date>"
    heads = [page(f"<h1>{title}</h1><p>argus.example</p>") for title in ("Ferry sinks", "Forty held")]
    chapters = {"1.xhtml": heads[0], "2.xhtml": page(p(FERRY)), "3.xhtml": heads[1], "4.xhtml": page(p(MARCH))}
    found = articles(epub(told, chapters), "a.epub")
    assert [(dict(part.metadata), part.text) for part in found] == [
        ({"title": "Ferry sinks"}, text(FERRY)),
        ({"title": "Forty held"}, text(MARCH)),
    ]


@pytest.mark.parametrize(
    ("told", "publisher", "published"),
    [
        ("<dc:title>The Oru Herald</dc:title><dc:date>2021-06-04</dc:date>", "The Oru Herald", "2021-06-04"),
        ("<dc:title>The Oru Herald – 4 June 2021</dc:title>", "The Oru Herald", "2021-06-04"),
        ("<dc:title>Sahel June 2021</dc:title><dc:date>2021-06-01</dc:date>", "Sahel", "2021-06-01"),
        ("<dc:title>Rivers</dc:title><dc:publisher>Pocket Books</dc:publisher>", "Pocket Books", None),
        ("<dc:title>Rivers</dc:title><dc:date>0101-01-01T00:00:00+00:00</dc:date>", None, None),
        ('<dc:title>Rivers</dc:title><dc:date opf:event="modification">2021-06-04</dc:date>', None, None),
    ],
)
def test_paper_and_day(told: str, publisher: str | None, published: str | None) -> None:
    (found,) = articles(epub(told, {"a.xhtml": page(f"<h1>Ferry sinks</h1>{p(FERRY)}")}), "a.epub")
    assert (found.metadata.get("publisher"), found.metadata.get("published")) == (publisher, published)


def test_what_cannot_be_read_says_so() -> None:
    with pytest.raises(InputError, match="no text of an article in this EPUB"):
        parts(epub(ISSUE, {"a.xhtml": page('<img src="a.jpg"/>')}), "a.epub")
    reference = "<e><CipherReference URI='OEBPS/a.xhtml'/></e>"
    with pytest.raises(InputError, match="protected"):
        parts(epub(ISSUE, {"a.xhtml": page(p(FERRY))}, locked=reference), "a.epub")
    fonts = "<e><CipherReference URI='OEBPS/font.otf'/></e>"
    whole, missing = parts(epub(ISSUE, {"a.xhtml": page(p(FERRY)), "b.xhtml": ""}, locked=fonts), "a.epub")
    assert isinstance(whole, RawArticle)
    assert isinstance(missing, BadPart)
    assert missing.reason == "a part of the EPUB is missing: OEBPS/b.xhtml"
