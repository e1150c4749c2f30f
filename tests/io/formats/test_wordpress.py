"""Exports of WordPress: published posts, by the site's own day, without shortcodes, captions and comments."""

from __future__ import annotations

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, RawArticle
from tests.io.formats.exports import article, articles, parts

AUTHORS = (
    "<wp:author><wp:author_login>aroe</wp:author_login><wp:author_display_name><![CDATA[Ana Roe]]>"
    "</wp:author_display_name>"
    "</wp:author>"
)
CHANNEL = f"<title>The Tin &amp; Ore</title><wp:wxr_version>1.2</wp:wxr_version>{AUTHORS}"


def item(content: str = "Two miners fled.", kind: str = "post", status: str = "publish", more: str = "") -> str:
    return (
        f"<item><title>Dam bursts</title>{more}<content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[Nine died]]></excerpt:encoded><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type></item>"
    )


def export(items: str, channel: str = CHANNEL, space: str = "http://wordpress.org/export/1.2/") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- This is a WordPress eXtended RSS file -->\n<rss version="2.0" '
        f'xmlns:excerpt="{space}excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="{space}"><channel>{channel}{items}</channel></rss>'
    )


def text(content: str) -> str:
    return article(export(item(content))).text


def test_only_published_posts_are_articles() -> None:
    others = [("page", "publish"), ("nav_menu_item", "publish"), ("attachment", "inherit"), ("post", "draft"),
              ("post", "future"), ("post", "private"), ("post", "trash")]  # fmt: skip
    items = [item("Ten died.", kind, status) for kind, status in others]
    found = articles(export("".join([*items[:3], item(), *items[3:], item("One left.")])))
    assert [(post.text, post.number) for post in found] == [("Two miners fled.", 1), ("One left.", 2)]


def test_an_export_without_posts_says_what_it_has() -> None:
    with pytest.raises(InputError, match="without published posts \\(it has: 2 publish page, 1 draft post\\)"):
        parts(export(item(kind="page") * 2 + item(status="draft")))


@pytest.mark.parametrize("version", ["http://wordpress.org/export/1.0/", "https://wordpress.org/export/1.1/"])
def test_all_versions_of_the_namespace(version: str) -> None:
    assert article(export(item(), space=version)).text == "Two miners fled."


def test_the_day_is_the_site_s_and_the_author_has_a_name() -> None:
    more = (
        "<link>https://tin.example/dam</link><pubDate>Thu, 09 May 2019 04:30:00 +0000</pubDate>"
        "<dc:creator>aroe</dc:creator>"
        "<wp:post_date>2019-05-08 23:30:00</wp:post_date><wp:post_date_gmt>2019-05-09 04:30:00</wp:post_date_gmt>"
        "<wp:post_modified>2021-01-01 00:00:00</wp:post_modified>"
    )
    assert article(export(item(more=more))).metadata == {
        "title": "Dam bursts",
        "published": "2019-05-08 23:30:00",
        "updated": "2021-01-01 00:00:00",
        "author": "Ana Roe",
        "publisher": "The Tin & Ore",
        "url": "https://tin.example/dam",
    }


@pytest.mark.parametrize(
    ("more", "published"),
    [
        ("<wp:post_date>0000-00-00 00:00:00</wp:post_date><pubDate>Thu, 09 May 2019</pubDate>", "Thu, 09 May 2019"),
        ("<wp:post_modified>2021-01-01 00:00:00</wp:post_modified>", None),
    ],
)
def test_a_post_without_its_day(more: str, published: str | None) -> None:
    assert article(export(item(more=more))).metadata.get("published") == published


def test_a_login_without_a_name_and_an_author_told_after_others() -> None:
    posts = item(more="<dc:creator>bolee</dc:creator>") + item(more="<dc:creator>aroe</dc:creator>")
    assert [post.metadata["author"] for post in articles(export(posts))] == ["bolee", "Ana Roe"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<!-- wp:paragraph {\"a\":1} -->\n<p>Two fled.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph "
         "-->\n<p>Ten\ndied.</p>\n"
         "<!-- /wp:paragraph -->", "Two fled.\n\nTen died."),
        ("Two fled.\n\nTen <b>died</b>.\r\n \r\nOne left.", "Two fled.\n\nTen died.\n\nOne left."),
        ("Two fled.\nTen died.", "Two fled.\nTen died."),
        ("Two fled.<!--more-->\n\nTen died.", "Two fled.\n\nTen died."),
        ("<!-- wp:image --><figure class=\"wp-block-image\"><img/><figcaption>Nine in a boat</figcaption></figure>"
         "<!-- /wp:image --><p>Two fled.</p>", "Two fled."),
        ("<figure class=\"wp-block-table\"><table><tr><td>Two fled.</td></tr></table><figcaption>"
         "x</figcaption></figure>",
         "Two fled."),
        ("<p>Two fled.</p><figure "
         "class=\"wp-block-pullquote\"><blockquote><p>Nine!</p></blockquote></figure>", "Two fled."),
        ("<p>Two fled.</p><div class=\"wp-block-embed__wrapper\">\nhttps://video.example/7\n</div>", "Two fled."),
        ("<p>Two fled.</p>\n\nhttps://video.example/7\n\n<p>Ten died.</p>", "Two fled.\n\nTen died."),
        ("Two &amp; three &#8211; fled.", "Two & three – fled."),
    ],
    ids=["blocks", "classic", "one line end", "more", "image", "table", "pull quote", "embed", "address", "entities"],
)  # fmt: skip
def test_content(content: str, expected: str) -> None:
    assert text(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('[caption id="a" width="300"]<img src="a"/> Nine in a boat[/caption]Two fled.', "Two fled."),
        ('Two fled.[gallery ids="1,2"]', "Two fled."),
        ("[gallery]Two fled.", "Two fled."),
        ("[vc_row][vc_column width='1/2']Two fled.[/vc_column][/vc_row]", "Two fled."),
        ("[youtube https://video.example/7]\n\nTwo fled.", "Two fled."),
        ("[embed]https://video.example/7[/embed]Two fled.", "Two fled."),
        ("[audio src=\"a.mp3\"][/audio]Two "
         "[sic] fled “[the king] left [Reuters]”.", "Two [sic] fled “[the king] left [Reuters]”."),
        ("Two fled, type [[gallery]].", "Two fled, type [gallery]."),
        ("[box]Two fled.[/box]", "Two fled."),
    ],
)  # fmt: skip
def test_shortcodes_are_no_text_and_brackets_are(content: str, expected: str) -> None:
    assert text(content) == expected


def test_comments_are_no_text() -> None:
    more = "<wp:comment><wp:comment_content>500 died!</wp:comment_content></wp:comment>"
    assert article(export(item(more=more))).text == "Two miners fled."


def test_a_post_without_text_is_a_bad_part_and_a_bare_mark_breaks_nothing() -> None:
    items = item('[gallery ids="3"]') + item(more="<category>a ]]> b & c</category>")
    bare, whole = parts(export(items))
    assert isinstance(bare, BadPart)
    assert bare.reason.startswith("no text")
    assert isinstance(whole, RawArticle)
    assert whole.number == 2


def test_an_export_that_breaks_off() -> None:
    whole, broken = parts(export(item() + item("Ten men were")).split("men were")[0])
    assert isinstance(whole, RawArticle)
    assert isinstance(broken, BadPart)
    assert "breaks off" in broken.reason
