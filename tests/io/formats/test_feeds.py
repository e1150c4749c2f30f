"""RSS and Atom: an article an item, by the fields of publication, with excerpts told."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from factx.base.errors import InputError
from factx.base.records import Failure
from factx.reading.article import Article
from factx.reading.files import read_articles
from factx.reading.formats import BadPart, InputFile, RawArticle, ReadOptions, read_parts
from factx.reading.formats.sniff import kind_of

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
)
STORY = "<content:encoded><![CDATA[<p>Two miners fled.</p>]]></content:encoded>"


def rss(items: str, channel: str = "<title>The Tin Gazette</title>") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{channel}{items}</channel></rss>'.encode()


def atom(entries: str, feed: str = "<title>The Tin Gazette</title>") -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">{feed}{entries}</feed>'.encode()


def parts(data: bytes) -> list[RawArticle | BadPart]:
    return list(read_parts(InputFile.of_bytes("feed.xml", data), ReadOptions()))


def articles(data: bytes) -> list[RawArticle]:
    return [part for part in parts(data) if isinstance(part, RawArticle)]


def one(data: bytes) -> RawArticle:
    (article,) = articles(data)
    return article


def metadata(data: bytes, name: str) -> str | None:
    return one(data).metadata.get(name)


def read(path: Path, data: bytes) -> list[Article | Failure]:
    path.write_bytes(data)
    return list(read_articles([path]))


def test_items_are_articles_with_their_own_numbers(tmp_path: Path) -> None:
    items = read(
        tmp_path / "a.xml", rss(f"<item><title>One</title>{STORY}</item><item>{STORY.replace('Two', 'Ten')}</item>")
    )
    assert [(item.path, getattr(item, "text", None)) for item in items] == [
        ("a.xml#1", "Two miners fled."),
        ("a.xml#2", "Ten miners fled."),
    ]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<description>Two …</description>{STORY}", "Two miners fled."),
        ("<content:encoded> </content:encoded><description>Two fled.</description>", "Two fled."),
        ("<description>&lt;p&gt;Two &amp;amp; "
         "one&lt;/p&gt;&lt;p&gt;fled.&lt;/p&gt;</description>", "Two & one\n\nfled."),
        ("<description>&amp;lt;p&amp;gt;Two fled.&amp;lt;/p&amp;gt;</description>", "Two fled."),
        ("<description><![CDATA[Two\nfled.\n\nTen died.]]></description>", "Two fled.\n\nTen died."),
        ("<description>One<![CDATA[<br><br>]]>Two</description>", "One\n\nTwo"),
        ("<description><p>Two fled.</p><p>Ten died.</p></description>", "Two fled.\n\nTen died."),
        ("<description>3 &lt; 4 &amp; 5</description>", "3 < 4 & 5"),
        ("<description>R&D costs &euro;3&nbsp;m</description>", "R&D costs €3 m"),
        ("<description>a\x0bb ]]> c</description>", "ab ]]> c"),
        ("<media:title>x</media:title><media:description>Two fled.</media:description>", "Two fled."),
    ],
    ids=[
        "content first", "blank content", "escaped", "escaped twice", "plain", "line breaks", "elements",
        "signs", "entities", "not allowed", "media",
    ],
)  # fmt: skip
def test_the_text_of_an_item(inner: str, text: str) -> None:
    assert one(rss(f"<item>{inner}</item>")).text == text


def test_what_a_feed_adds_is_no_text() -> None:
    content = (
        "<p>Two miners fled.</p><figure><img src='a'/><figcaption>Forty people queue</figcaption></figure>"
        '<div class="wp-caption"><p class="wp-caption-text">Nine in a boat</p></div><script>var killed = 7</script>'
        '<ul class="related"><li><a href="x">Ten die</a></li></ul><p>https://tin.example/x</p><p>Read '
        "more: Six held</p>"
        '<p>One &ldquo;man&rdquo; died.</p><div class="feedflare"><a href="y">z</a></div>'
        '<p>The post <a href="x">Ten die</a> appeared first on <a href="y">The Tin Gazette</a>.</p>'
    )
    data = rss(f"<item><content:encoded><![CDATA[{content}]]></content:encoded></item>")
    assert one(data).text == "Two miners fled.\n\nOne “man” died."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two fled. The post Dam bursts appeared first on Tin.", "Two fled."),
        ("This article was originally published in Tin.", None),
        ("The post was held by two "
         "men, who appeared first on Monday.", "The post was held by two men, who appeared first on Monday."),
        ("The article, first published in Tin, said ten died.", "The article, first published in Tin, said ten died."),
    ],
)  # fmt: skip
def test_where_it_appeared_first(text: str, expected: str | None) -> None:
    found = articles(rss(f"<item><description>{text}</description></item>"))
    assert [article.text for article in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("inner", "note"),
    [
        (STORY, None),
        ("<content:encoded>Two men fled the […]</content:encoded>", "the text is cut"),
        ("<description>Two men fled...</description>", "the text is cut"),
        ("<description>Two men fled.</description>", "the text is an excerpt"),
    ],
)
def test_an_excerpt_is_told(inner: str, note: str | None) -> None:
    found = one(rss(f"<item>{inner}</item>")).note
    assert (found or "").startswith(note or "")
    assert bool(found) == bool(note)


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ("<pubDate>Wed, 08 May 2019 23:30:00 -0500</pubDate>", "2019-05-08"),
        ("<pubDate>Thu, 9 May 2019 00:10:00 +1400</pubDate>", "2019-05-09"),
        ("<pubDate>Wed, 08 May 19 23:30:00 EST</pubDate>", "2019-05-08"),
        ("<pubDate>2019-05-08T23:30:00Z</pubDate>", "2019-05-08"),
        ("<dc:date>2019-05-08T23:30-05:00</dc:date>", "2019-05-08"),
        ("<dcterms:issued>2019-05-08</dcterms:issued>", "2019-05-08"),
        ("<atom:updated>2019-05-09T00:00:00Z</atom:updated>", None),
        ("", None),
    ],
)
def test_the_day_is_that_of_publication_in_its_own_zone(tmp_path: Path, dates: str, day: str | None) -> None:
    built = "<title>T</title><lastBuildDate>Fri, 10 May 2019</lastBuildDate><pubDate>Fri, 10 May 2019</pubDate>"
    (item,) = read(tmp_path / "a.xml", rss(f"<item>{STORY}{dates}</item>", built))
    assert isinstance(item, Article)
    assert item.published == day


@pytest.mark.parametrize(
    ("inner", "author"),
    [
        ("<dc:creator><![CDATA[Ana Roe]]></dc:creator>", "Ana Roe"),
        ("<dc:creator>By Ana Roe</dc:creator><dc:creator>Li Wu</dc:creator>", "Ana Roe, Li Wu"),
        ("<author>desk@tin.example (Ana Roe)</author>", "Ana Roe"),
        ("<author>desk@tin.example</author>", None),
        ("<dc:creator/><itunes:author>Ana Roe</itunes:author>", "Ana Roe"),
        ("<media:credit>Ana Roe</media:credit>", None),
    ],
)
def test_authors(inner: str, author: str | None) -> None:
    channel = "<title>T</title><managingEditor>boss@tin.example (Bo Lee)</managingEditor>"
    assert metadata(rss(f"<item>{STORY}{inner}</item>", channel), "author") == author


@pytest.mark.parametrize(
    ("inner", "url"),
    [
        ("<link>https://tin.example/a</link><guid>https://tin.example/?p=1</guid>", "https://tin.example/a"),
        ("<guid>https://tin.example/b</guid>", "https://tin.example/b"),
        ('<guid isPermaLink="false">https://tin.example/?p=1</guid>', None),
        ("<guid>tag:1</guid>", None),
        (
            '<atom:link rel="self" href="https://tin.example/s"/><link>https://tin.example/a</link>',
            "https://tin.example/a",
        ),
        ("<link>https://tin.example/a?x=1&y=2</link>", "https://tin.example/a?x=1&y=2"),
        ("<link>/may/a</link>", "https://tin.example/may/a"),
    ],
)
def test_addresses(inner: str, url: str | None) -> None:
    data = rss(f"<item>{STORY}{inner}</item>", "<title>T</title><link>https://tin.example/</link>")
    assert metadata(data, "url") == url


def test_title_and_publisher() -> None:
    item = f"<item><media:title>no</media:title><title>Dam &amp;amp;amp; &lt;b&gt;lake&lt;/b&gt;</title>{STORY}</item>"
    article = one(rss(item, "<title>The Tin&amp;apos;s Gazette</title><image><title>no</title></image>"))
    assert (article.metadata["title"], article.metadata["publisher"]) == ("Dam & lake", "The Tin's Gazette")


def test_an_item_from_another_feed_has_that_as_its_publisher() -> None:
    item = f'<item><title>Dam bursts - Ore Daily</title><source url="x">Ore Daily</source>{STORY}</item>'
    article = one(rss(item, "<title>All news</title>"))
    assert (article.metadata["title"], article.metadata["publisher"]) == ("Dam bursts", "Ore Daily")


@pytest.mark.parametrize("space", ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"])
def test_rss_0_9_and_1_0_have_their_items_beside_the_channel(space: str) -> None:
    data = (
        f'<rdf:RDF xmlns="{space}" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {SPACES}>'
        "<channel rdf:about='c'><title>The Tin Gazette</title><items><rdf:Seq><rdf:li resource='x'/></rdf:Seq></items>"
        "</channel><item rdf:about='https://tin.example/a'><title>Dam</title><description>Two fled.</description>"
        "<dc:date>2019-05-08T23:30:00-05:00</dc:date></item></rdf:RDF>"
    ).encode()
    article = one(data)
    assert article.metadata == {
        "title": "Dam",
        "published": "2019-05-08T23:30:00-05:00",
        "publisher": "The Tin Gazette",
        "url": "https://tin.example/a",
    }


def test_an_entry_of_atom() -> None:
    entry = (
        '<entry><title type="html">Dam &amp;amp; lake</title><id>tag:1</id><published>'
        "2019-05-08T23:30:00-05:00</published>"
        '<updated>2019-05-10T00:00:00Z</updated><link rel="replies" href="https://tin.example/r"/>'
        '<link href="https://tin.example/a"/><author><name>Ana Roe</name><email>a@tin.example</email></author>'
        '<summary>Two …</summary><content type="html">&lt;p&gt;Two fled.&lt;/p&gt;</content></entry>'
    )
    article = one(atom(entry))
    assert (article.text, article.number, article.note) == ("Two fled.", 1, None)
    assert article.metadata == {
        "title": "Dam & lake",
        "published": "2019-05-08T23:30:00-05:00",
        "updated": "2019-05-10T00:00:00Z",
        "author": "Ana Roe",
        "publisher": "The Tin Gazette",
        "url": "https://tin.example/a",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("entry", "feed", "name", "value"),
    [
        ("", "<author><name>Desk</name></author>", "author", "Desk"),
        ("<author><name>Li Wu</name></author>", "<author><name>Desk</name></author>", "author", "Li Wu"),
        ("<updated>2019-05-08T00:00:00Z</updated>", "", "published", None),
        ("<source><title>Ore Daily</title></source>", "", "publisher", "Ore Daily"),
        ('<link rel="alternate" type="text/html" href="a/b"/>', '<link href="https://tin.example/x/"/>', "url", "https://tin.example/x/a/b"),
    ],
    ids=["feed's author", "own author", "update only", "source", "relative"],
)  # fmt: skip
def test_what_entries_take_from_their_feed(entry: str, feed: str, name: str, value: str | None) -> None:
    data = atom(f"<entry>{entry}<content>Two fled.</content></entry>", f"<title>T</title>{feed}")
    assert metadata(data, name) == value


@pytest.mark.parametrize(
    "content",
    [
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two fled.</p><p>Ten died.</p>'
        "</div></content>",
        '<content type="html"><![CDATA[<p>Two fled.</p><p>Ten died.</p>]]></content>',
        '<content mode="escaped" type="text/html">&lt;p&gt;Two fled.&lt;/p&gt;&lt;p&gt;Ten died.&lt;/p&gt;</content>',
        '<content src="https://tin.example/a"/><summary type="html">&lt;p>Two fled.&lt;p>Ten died.</summary>',
    ],
    ids=["xhtml", "html", "0.3", "elsewhere"],
)
def test_content_of_atom(content: str) -> None:
    assert one(atom(f"<entry>{content}</entry>")).text == "Two fled.\n\nTen died."


@pytest.mark.parametrize(
    ("declared", "data"),
    [
        ("utf-8", "Café"),
        ("iso-8859-1", "Café"),
        ("windows-1251", "Дамба"),
        ("UTF-16", "Café"),
        ("nonsense-7", "Café"),
    ],
)
def test_encodings(declared: str, data: str) -> None:
    text = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item><title>{data}</title>'
    text += "<description>Two fled.</description></item></channel></rss>"
    encoding = "utf-8" if declared == "nonsense-7" else declared
    assert metadata(text.encode(encoding), "title") == data


def test_two_encodings_in_one_feed() -> None:
    items = (f"<item><title>{{}}</title>{STORY}</item>").encode()
    data = rss("ITEMS").replace(b"ITEMS", items.replace(b"{}", b"Caf\xe9") + items.replace(b"{}", "Café".encode()))
    assert [article.metadata["title"] for article in articles(data)] == ["Café", "Café"]


def test_a_feed_that_breaks_off_keeps_what_is_whole() -> None:
    data = rss(f"<item>{STORY}</item><item><title>Dam</title><description>Ten men were")
    whole, broken = parts(data[: data.index(b"were")])
    assert isinstance(whole, RawArticle)
    assert isinstance(broken, BadPart)
    assert "breaks off" in broken.reason
    assert broken.number == 2


def test_comments_behind_a_feed_and_tags_that_nothing_closes_break_nothing() -> None:
    data = rss(f"<item>{STORY}</item><item><description>Ten<br> died.</description></item>") + b"\n<!-- 0.5 s -->\n"
    assert isinstance(parts(data)[0], RawArticle)
    assert not any("breaks off" in part.reason for part in parts(data) if isinstance(part, BadPart))


@pytest.mark.parametrize(
    ("data", "message"),
    [(rss(""), "a feed without items"), (b"<rss><channel>", "breaks off"), (b"<?xml version='1.0'?><rss", "")],
    ids=["no items", "cut", "no element"],
)
def test_a_feed_with_nothing_is_one_clear_failure(tmp_path: Path, data: bytes, message: str) -> None:
    (item,) = read(tmp_path / "a.xml", data)
    assert isinstance(item, Failure)
    assert message in (item.message or "")


def test_an_item_without_text_is_a_bad_part() -> None:
    only_title, whole = parts(rss(f"<item><title>Dam</title></item><item>{STORY}</item>"))
    assert isinstance(only_title, BadPart)
    assert only_title.reason.startswith("no text")
    assert whole.number == 2


def test_entities_of_the_document_are_never_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden")
    doctype = f'<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "{tmp_path / "secret"}">]>'
    data = f"{doctype}<rss><channel><item><description>Two &a; &f; fled.</description></item></channel></rss>"
    assert "hidden" not in one(data.encode()).text


def test_memory_does_not_grow_with_the_feed(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        (tmp_path / "a.xml").write_bytes(rss(f"<item>{STORY}<description>{'Ten ' * 500}</description></item>" * count))
        tracemalloc.start()
        found = sum(1 for _ in read_parts(InputFile.on_disk("a.xml", tmp_path / "a.xml"), ReadOptions()))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert found == count
        return most

    assert peak(1_000) < 1.5 * peak(200)


def test_xml_of_another_kind_is_no_feed() -> None:
    with pytest.raises(InputError, match="no kind of file"):
        parts(b"<opml><body><outline text='Tin'/></body></opml>")


def test_an_entry_that_holds_an_article_of_nitf_has_its_body_alone() -> None:
    head = "<body.head><hl1>Dam bursts</hl1><byline>Ana Roe</byline></body.head>"
    body = "<body.content><p>Two fled.</p></body.content>"
    nitf = f"<articleDoc><body xmlns='http://iptc.org/std/NITF/2006-10-18/'>{head}{body}</body></articleDoc>"
    entry = f"<entry><title>Dam bursts</title><content type='application/xml'>{nitf}</content></entry>"
    assert one(atom(entry)).text == "Two fled."


@pytest.mark.parametrize(("data", "name", "kind"), [
    ('<rdf:RDF xmlns:rdf="x"><bib:Article/></rdf:RDF>', "zotero.rdf", None),
    ('<rdf:RDF xmlns="http://purl.org/rss/1.0/"><item/></rdf:RDF>', "a.rdf", "rss"),
    ("[.ShellClassInfo]\nIconResource=a.dll", "desktop.ini", None),
    ("[.ShellClassInfo]\nIconResource=a.dll", "a.txt", "text"),
    ("[not JSON", "stdin", "json"),
    ("{", "broken.docx", "json"),
])  # fmt: skip
def test_what_only_looks_like_a_feed_or_json_is_of_no_kind(data: str, name: str, kind: str | None) -> None:
    assert kind_of(data.encode(), name) == kind
