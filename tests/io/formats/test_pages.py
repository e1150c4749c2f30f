"""Pages of the web: what JSON-LD and meta elements say, the story and nothing around it, pages that are none."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from factx.base.errors import InputError
from factx.reading.formats import RawArticle
from tests.io.formats.exports import article, parts
from tests.io.formats.reading import read_one

URL = "https://tin.example/2019/05/08/dam-bursts"
STORY = (
    "<p>Two miners died and seven were hurt when a dam burst above the town of Ore on Tuesday, the province said.</p>"
    "<p>Rescuers searched the valley with dogs and boats through the night, and the mayor asked all who live below the "
    "works to leave their houses before the rain that is forecast for the weekend.</p><p>“We heard it "
    "before we saw it,” "
    "said Bo Lee, who keeps a shop beside the river and has lived there for 30 years.</p><p>The company "
    "that owns the dam "
    "said it would pay $2 million to the families and that it had stopped work at three other mines in "
    "the district.</p>"
)
SHORT = "<p>Two miners died when a dam burst above Ore on Tuesday.</p><p>Seven were hurt, the province said.</p>"
TEXT = STORY.replace("</p><p>", "\n\n").removeprefix("<p>").removesuffix("</p>")
SHORT_TEXT = SHORT.replace("</p><p>", "\n\n").removeprefix("<p>").removesuffix("</p>")
ARTICLE: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "Dam bursts above Ore",
    "datePublished": "2019-05-08T23:30:00-05:00",
    "dateModified": "2019-05-10T08:00:00Z",
    "author": {"@type": "Person", "name": "Ana Roe"},
    "publisher": {"@type": "Organization", "name": "The Tin Gazette"},
    "mainEntityOfPage": URL,
}
META = {
    "title": "Dam bursts above Ore",
    "published": "2019-05-08T23:30:00-05:00",
    "updated": "2019-05-10T08:00:00Z",
    "author": "Ana Roe",
    "publisher": "The Tin Gazette",
    "url": URL,
}


def script(node: Any) -> str:
    text = node if isinstance(node, str) else json.dumps(node)
    return f'<script type="application/ld+json">{text}</script>'


def page(head: str = script(ARTICLE), story: str = f"<article><h1>Dam bursts above Ore</h1>{STORY}</article>") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{story}</body></html>"


def metadata(head: str, story: str = f"<article>{STORY}</article>") -> dict[str, str]:
    return dict(article(page(head, story)).metadata)


def test_a_page_is_an_article(tmp_path: Path) -> None:
    item = read_one(tmp_path, "saved.txt", page())
    assert (item.path, item.text) == ("saved.txt", TEXT)
    assert (item.title, item.published, item.updated) == ("Dam bursts above Ore", "2019-05-08", "2019-05-10T08:00")
    assert (item.author, item.publisher, item.url) == ("Ana Roe", "The Tin Gazette", URL)


@pytest.mark.parametrize(
    "head",
    [
        script(ARTICLE),
        script({"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}),
        script([{"@type": "BreadcrumbList"}, ARTICLE]),
        script({"@type": "WebPage", "mainEntity": ARTICLE}),
        script(ARTICLE | {"@type": ["Article", "ReportageNewsArticle"]}),
        script(ARTICLE | {"@type": "https://schema.org/NewsArticle"}),
        script(ARTICLE | {"mainEntityOfPage": {"@type": "WebPage", "@id": URL}}),
        script("<!--\n// <![CDATA[\n" + json.dumps(ARTICLE) + "\n// ]]>\n-->"),
        script("/* of the desk */ " + json.dumps(ARTICLE)[:-1] + ", // last\n}"),
        script(json.dumps(ARTICLE).replace("above", "\tabove").replace("\\t", "\t")),
        script(json.dumps(ARTICLE) + ";\n" + json.dumps({"@type": "WebSite"})),
        script("{ not json") + script(ARTICLE),
    ],
    ids=[
        "alone", "graph", "list", "main entity", "list of types", "address as type", "page as object", "CDATA",
        "comments", "control characters", "two objects", "a broken one beside it",
    ],
)  # fmt: skip
def test_where_json_ld_has_the_article(head: str) -> None:
    assert metadata(head) == META


@pytest.mark.parametrize(
    ("header", "author"),
    [
        ("<span class='story__byline'><a class='story__byline__link'>Ana Roe</a></span>", "Ana Roe"),
        ("<div class='post-single__authors'><a>Ana Roe</a></div>", "Ana Roe"),
        (
            "<div class='author-name'>By <a rel='author'>Ana Roe</a> and <a rel='author'>Li Wu</a></div>",
            "Ana Roe, Li Wu",
        ),
        ("<div class='comment-author'>Ana Roe</div>", None),
        ("<div class='author-bio'>Ana Roe</div>", None),
        ("<div class='author'>Staff</div>", None),
        ("<div class='author-title'>Chief Correspondent</div>", None),
    ],
)
def test_authors_are_told_by_the_names_of_elements(header: str, author: str | None) -> None:
    assert metadata("", f"<article><h1>Dam bursts above Ore</h1>{header}{STORY}</article>").get("author") == author


def test_a_list_that_tells_the_story_in_points_is_no_text() -> None:
    points = "<ul class='summary__list'><li>Two miners died</li><li>Company to pay $2 million</li></ul>"
    kept = "<ul class='list'><li>In Ore 12 people are missing.</li><li>In Kela nine are.</li></ul>"
    text = article(page("", f"<article><h1>Dam bursts above Ore</h1>{points}{STORY}{kept}</article>")).text
    assert text == f"{TEXT}\n\nIn Ore 12 people are missing.\n\nIn Kela nine are."


def test_a_title_ends_with_the_headline_of_the_page() -> None:
    head = '<meta property="og:title" content="Dam bursts above Ore - 08/05/2019 - World - Folha">'
    story = f"<article><h1>Dam bursts above Ore</h1>{STORY}</article>"
    assert metadata(head, story)["title"] == "Dam bursts above Ore"
    assert metadata(head.replace(" - 08", ": 08"), story)["title"] == "Dam bursts above Ore: 08/05/2019 - World - Folha"


def test_of_two_times_the_one_labelled_as_of_publication_counts() -> None:
    times = "<dl><dt>Posted</dt><dd><time datetime='2019-05-09'>9 May</time></dd><dt>Originally published</dt><dd>"
    times += "<time datetime='2019-05-08'>8 May</time></dd></dl>"
    story = f"<article><h1>Dam bursts above Ore</h1>{times}{STORY}</article>"
    assert metadata("", story)["published"] == "2019-05-08"


def test_json_that_is_none_still_gives_title_and_date() -> None:
    broken = json.dumps(ARTICLE)[:-1] + ', "description": "A "dam" burst"}'
    assert metadata(script(broken))["published"] == "2019-05-08T23:30:00-05:00"


def test_of_several_articles_that_of_the_page_counts() -> None:
    other = ARTICLE | {
        "headline": "Mine closes",
        "datePublished": "2018-01-01",
        "mainEntityOfPage": "https://tin.example/x/y",
    }
    teaser = {"@type": "NewsArticle", "headline": "Strike"}
    canonical = f'<link rel="canonical" href="{URL}">'
    assert metadata(canonical + script([teaser, other, ARTICLE]))["title"] == "Dam bursts above Ore"
    assert metadata(script([teaser, ARTICLE]))["title"] == "Dam bursts above Ore"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("By Ana Roe", "Ana Roe"),
        (["Ana Roe", {"name": "Li Wu"}], "Ana Roe, Li Wu"),
        ([{"name": ["Ana Roe", "Li Wu"]}], "Ana Roe, Li Wu"),
        ({"name": "Ana O&#39;Roe"}, "Ana O'Roe"),
        ({"@id": "#ana"}, "Ana Roe"),
        ({"url": "https://tin.example/ana"}, None),
        (None, None),
    ],
)
def test_authors_in_json_ld(author: Any, expected: str | None) -> None:
    person = {"@type": "Person", "@id": "#ana", "name": "Ana Roe"}
    assert metadata(script({"@graph": [person, ARTICLE | {"author": author}]})).get("author") == expected


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-05-08 23:30:00 -05:00", "2019-05-08"),
        ("2019-05-08T23:30-0500", "2019-05-08"),
        ("2019-05-08T23:30:00.000+14:00", "2019-05-08"),
        ("2019-05-08T23:30:00", "2019-05-08"),
        ("May 8, 2019", "2019-05-08"),
        ("Wed, 08 May 2019 23:30:00 EST", "2019-05-08"),
        ("yesterday", "2019-05-09"),
    ],
)
def test_spellings_of_the_date(tmp_path: Path, written: str, day: str) -> None:
    head = (
        script(ARTICLE | {"datePublished": written}) + '<meta property="article:published_time" content="2019-05-09">'
    )
    assert read_one(tmp_path, "a.html", page(head)).published == day


@pytest.mark.parametrize(
    ("head", "story", "day"),
    [
        ('<meta property="article:published_time" content="2019-05-08T01:00Z">', "", "2019-05-08"),
        ('<meta name="parsely-pub-date" content="2019-05-08T01:00Z">', "", "2019-05-08"),
        ('<meta itemprop="datePublished" content="2019-05-08">', "", "2019-05-08"),
        ('<meta name="DC.date.issued" content="2019-05-08">', "", "2019-05-08"),
        ('<meta name="citation_publication_date" content="2019/05/08">', "", "2019-05-08"),
        ('<meta property="article:modified_time" content="2019-05-08T01:00Z">', "", None),
        ("", '<time datetime="2019-05-08T10:00">8 May</time>', "2019-05-08"),
        ("", '<time class="updated" datetime="2019-05-09">x</time><time datetime="2019-05-08">y</time>', "2019-05-08"),
        ("", '<aside><time datetime="2018-01-01">x</time></aside>', None),
        ("", '<ul><li><a><time datetime="2018-01-01">x</time></a></li><li>b</li></ul>', None),
        ("", '<p class="byline">By Ana Roe | May 8, 2019</p>', "2019-05-08"),
        ("", '<span class="post-date">Published 8 May 2019 at 10:00</span>', "2019-05-08"),
        (
            "",
            '<div><p class="time">May 1, 2018</p><p class="time">May 2, 2018</p><p class="time">May 3, 2018</p></div>',
            None,
        ),
        (
            "",
            '<div><p class="time">May 1, 2018</p></div><div><h1>Dam</h1><p class="date">May 8, 2019</p></div>',
            "2019-05-08",
        ),
        ("", '<p class="today">Friday, May 10, 2019</p>', None),
        (f'<link rel="canonical" href="{URL}">', "", "2019-05-08"),
        ("", "", None),
    ],
)
def test_the_date_of_a_page_without_json_ld(tmp_path: Path, head: str, story: str, day: str | None) -> None:
    item = read_one(tmp_path, "a.html", page(head, f"{story}<article>{STORY}</article>"))
    assert item.published == day


def test_meta_elements_where_json_ld_is_absent() -> None:
    head = (
        "<title>Dam bursts above Ore - The Tin Gazette</title><meta property='og:site_name' content='The Tin Gazette'>"
        "<meta name='author' content='Ana Roe'><meta property='article:author' content='https://face.example/ana'>"
        f"<meta property='og:url' content='{URL}'><meta property='og:title' content='Dam bursts above Ore "
        f"| The Tin Gazette'>"
        "<meta property='og:locale' content='en_GB'><meta name='date' content='2019-05-08'>"
    )
    assert metadata(head) == {
        "title": "Dam bursts above Ore",
        "published": "2019-05-08",
        "author": "Ana Roe",
        "publisher": "The Tin Gazette",
        "url": URL,
        "language": "en_GB",
    }


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (script(ARTICLE | {"headline": "Dam bursts …"}) + "<meta property='og:title' content='Dam bursts above Ore'>",
         "Dam bursts above Ore"),
        (script(ARTICLE | {"headline": "Dam &amp;quot;bursts&amp;quot;"}), 'Dam "bursts"'),
        ("<title>Dam - what we know</title>", "Dam - what we know"),
    ],
    ids=["cut", "escaped", "no publisher"],
)  # fmt: skip
def test_titles(head: str, title: str) -> None:
    assert metadata(head)["title"] == title


AROUND = {
    "today": '<p class="today">Friday, May 10, 2019</p>{}',
    "menu": '<nav><a href="/front">Front page</a> <a href="/sea">At sea</a></nav><header><p>All the tin</p></header>{}',
    "most read": '{}<aside><h3>Most read</h3><ol><li><a href="a">Landslip buries 70</a></li></ol></aside>',
    "related": '{}<div class="related-stories"><h3>Related</h3><p>Forty died in a fire at the port in 2012.</p></div>',
    "cookies": '<div id="cookie-banner"><p>We use cookies to count 3 million readers.</p></div>{}',
    "footer": "{}<footer><p>© 2019 Tin Press. 500 journalists work for us.</p></footer>",
    "comments": '{}<div class="comments"><p>I heard that 300 people died there, Ana!</p></div>',
    "newsletter": '{}<form class="newsletter"><p>Join 20,000 readers of our letter.</p></form>',
    "long comments": '{}<div class="comments">'
    + "<p>I heard that 300 people died there, and more in Coal.</p>" * 40
    + "</div>",
    "long related": '{}<section class="related">'
    + "<p>Forty died in a fire at the port of Tin in 2012.</p>" * 40
    + "</section>",
    "other articles": '{}<section><article class="card"><p>Forty died in a fire at the port in 2012, the '
    "mayor said.</p>"
    '</article><article class="card"><p>Nine fled a flood in Coal on Monday, the mayor said.</p></article></section>',
    "hidden": '{}<div style="display: none"><p>Nine thousand fled the town of Coal on Monday.</p></div>',
}
WITHIN = {
    "caption": "<figure><img src='a'><figcaption>Forty people queue</figcaption></figure>",
    "byline": '<p class="byline">By Ana Roe</p>',
    "unnamed byline": "<p>By Ana Roe</p>",
    "date": "<p>Published: May 8, 2019</p>",
    "share": '<div class="share-tools"><p>Share 70</p></div>',
    "links": '<ul><li><a href="a">Strike ends</a></li><li><a href="b">Nine held</a></li></ul>',
    "read more": '<p>Read more: <a href="a">Landslip buries 70</a></p>',
    "script": "<script>var killed = 90;</script><style>p { size: 9 }</style>",
    "advert": "<p>Advertisement</p>",
}


@pytest.mark.parametrize("story", [STORY, SHORT], ids=["long", "short"])
@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_what_stands_around_a_story_is_no_text(around: str, story: str) -> None:
    body = around.format(f"<article><h1>Dam bursts above Ore</h1>{story}</article>")
    assert article(page(story=body)).text == (TEXT if story == STORY else SHORT_TEXT)


@pytest.mark.parametrize("story", [STORY, SHORT], ids=["long", "short"])
@pytest.mark.parametrize("within", WITHIN.values(), ids=WITHIN)
def test_what_stands_within_a_story_is_no_text(within: str, story: str) -> None:
    first, _, rest = story.partition("</p>")
    top = "<h1>Dam bursts above Ore</h1>"
    for body in (f"<article>{top}{within}{story}</article>", f"<div>{top}{first}</p>{within}{rest}</div>"):
        if body.startswith("<div>") and ("By Ana" in within or "Published" in within):
            continue
        assert article(page(story=body)).text == (TEXT if story == STORY else SHORT_TEXT)


def test_a_story_in_several_parts_is_whole() -> None:
    first, second, third, fourth = (f"<div class='story-body'>{part}</p></div>" for part in STORY.split("</p>")[:4])
    body = f"<article>{first}<div class='ad'>x</div>{second}<section><p>Buy tin.</p></section>{third}{fourth}</article>"
    assert article(page(story=body)).text == TEXT


def test_an_introduction_above_the_story_stays_and_copies_for_small_screens_do_not() -> None:
    deck = "Rescuers search for survivors as the company stops work at three mines."
    body = f"<article><h1>Dam bursts above Ore</h1><p>{deck}</p><div class='storybody'>{STORY}{STORY}</div></article>"
    assert article(page(story=body)).text == f"{deck}\n\n{TEXT}"


def test_the_teaser_in_json_ld_is_not_the_text() -> None:
    assert article(page(script(ARTICLE | {"articleBody": "Two miners died …"}))).text == TEXT


@pytest.mark.parametrize("story", [
    "<h1>Dam bursts above Ore</h1><div>Subscribe to continue reading.</div>",
    "<h1>Dam bursts above Ore</h1><div id='root'></div>",
])  # fmt: skip
def test_the_whole_text_in_json_ld_stands_for_one_that_the_page_does_not_show(story: str) -> None:
    body = "\n".join(
        f"{number} miners died &amp; ten were freed, the mayor of Ore said on Monday." for number in range(2, 9)
    )
    found = article(page(script(ARTICLE | {"articleBody": body, "wordCount": ""}), story))
    assert (found.text, found.note) == (body.replace("&amp;", "&").replace("\n", "\n\n"), None)


def test_a_teaser_in_json_ld_stands_for_nothing() -> None:
    teaser = script(ARTICLE | {"articleBody": "Two miners died …"})
    with pytest.raises(InputError, match="subscribers only"):
        parts(page(teaser, "<p>Subscribe to continue reading.</p>"))


def test_a_class_that_says_too_much_takes_no_story_away() -> None:
    body = f"<div class='post comments-open social'><article class='related'>{STORY}</article></div>"
    assert article(page(story=body)).text == TEXT


@pytest.mark.parametrize("names", ["popular-theme social", "content-with-sidebar"])
@pytest.mark.parametrize("parting", ["<br><br>", "</div><div>"])
def test_nor_does_it_where_the_story_has_no_paragraphs(names: str, parting: str) -> None:
    lines = parting.join(TEXT.split("\n\n"))
    assert article(page(story=f"<div class='{names}'><div><h1>Dam</h1><div>{lines}</div></div></div>")).text == TEXT


def test_the_rest_of_a_story_that_unfolds_at_a_click_is_read() -> None:
    first, *rest = STORY.split("</p>", 1)
    folded = f"{first}</p><div style='display: none'>{rest[0]}</div><a href='#'>Read more</a>"
    assert article(page(story=f"<article><h1>Dam bursts above Ore</h1>{folded}</article>")).text == TEXT


@pytest.mark.parametrize(
    "hidden",
    [
        f"<div class='encrypted-content' style='display:none'>{STORY.replace('e', 'q')}</div>",
        f"<div hidden style='display:none'>{STORY.replace('e', 'q')}</div>",
        "<div style='display:none'><p>Nine miners died when a dam burst above Ulm last year, police said.</p></div>",
    ],
)
def test_what_else_is_hidden_in_a_story_is_not(hidden: str) -> None:
    assert article(page(story=f"<article><h1>Dam bursts above Ore</h1>{STORY}{hidden}</article>")).text == TEXT


def test_a_word_count_that_is_off_is_told() -> None:
    assert article(page(script(ARTICLE | {"wordCount": 112}))).note is None
    assert "900 words" in (article(page(script(ARTICLE | {"wordCount": 900}))).note or "")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ('<meta charset="iso-8859-1"><title>Café</title>'.encode("latin-1"), "Latin-1"),
        ('<meta charset="iso-8859-1"><title>Café</title>'.encode(), "UTF-8 declared as Latin-1"),
        ('<meta charset="utf-8"><title>Café</title>'.encode("cp1252"), "Windows-1252 declared as UTF-8"),
        ('<meta http-equiv="Content-Type" '
         'content="text/html; charset=windows-1250"><title>Café</title>'.encode("cp1250"), ""),
        ('<meta charset="utf-16"><title>Café</title>'.encode(), "UTF-8 declared as UTF-16"),
        ("<title>Café</title>".encode("utf-8-sig"), "mark"),
        ("<title>Café</title>".encode("utf-16"), "UTF-16 mark"),
    ],
)  # fmt: skip
def test_encodings(data: bytes, name: str) -> None:
    wide = "utf-16-le" if name == "UTF-16 mark" else "ascii"
    found = article(data + f"<p>{'Two miners fled. ' * 30}</p>".encode(wide))
    assert found.metadata["title"] == "Café"


@pytest.mark.parametrize(
    ("title", "body", "message"),
    [
        ("404 Not Found", "<h1>Not Found</h1><p>nginx</p>", "an error page"),
        ("Page not found | The Tin Gazette", "<p>Try our search, or read what 40 people wrote.</p>", "an error page"),
        ("The Tin Gazette", "<p>Sorry, the page you are looking for has moved.</p>", "an error page"),
        ("Just a moment...", "<p>Checking your browser "
                             "before accessing tin.example.</p>", "whether the reader is a person"),
        ("tin.example", "<p>Please verify you are a human to go on.</p>", "whether the reader is a person"),
        ("Access Denied", "<p>You don't have permission to access this server.</p>", "whether the reader is a person"),
        ("The Tin Gazette", "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>",
         "without JavaScript"),
        ("Dam bursts", "<p>Two miners died when a dam "
                       "burst.</p><p>Subscribe to continue reading.</p>", "subscribers only"),
        ("The Tin Gazette", "<div></div>", "no text"),
    ],
)  # fmt: skip
def test_a_page_that_is_no_article_says_why(title: str, body: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parts(page(f"<title>{title}</title>", body))


def test_an_article_that_speaks_of_such_pages_is_one() -> None:
    story = f"<article>{STORY}<p>The site said “page not found” and asked her to enable JavaScript.</p></article>"
    head = "<title>Access denied: how sites keep robots out</title>"
    assert isinstance(parts(page(head, story))[0], RawArticle)
    short = f"<article>{SHORT}<p>The site asked her to enable JavaScript.</p></article>"
    assert isinstance(parts(page(script(ARTICLE), short))[0], RawArticle)


def test_what_stands_before_a_paywall_is_told_as_cut() -> None:
    found = article(page(story=f"<article>{STORY}<p>To continue reading, log in or subscribe.</p></article>"))
    assert (found.text, found.note) == (TEXT, "the text is cut: the rest is for subscribers")


def test_a_page_saved_with_its_pictures() -> None:
    mail = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tin.example/dam\r\nSubject: "
        "Dam\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://tin.example/dam\r\n\r\n"
        "<title>Caf=C3=A9</title><p>"
        + "Two miners fled the =\r\ntown. "
        * 30
        + "</p>\r\n--x\r\nContent-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n"
    )
    found = article(mail, "dam.mhtml")
    assert (found.metadata["title"], found.metadata["url"]) == ("Café", "https://tin.example/dam")
    assert found.text.startswith("Two miners fled the town.")


@pytest.mark.parametrize("data", [page().encode(), b"WARC/1.0\r\n"], ids=["page", "archive of pages"])
def test_without_the_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    if data.startswith(b"WARC"):
        content = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page().encode()
        data += b"WARC-Type: response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(content), content)
    with pytest.raises(InputError, match=r"needs 'trafilatura': pip install '\.\[formats\]'"):
        parts(data)


def test_a_text_that_begins_with_a_bracket_is_no_page() -> None:
    assert article("<noise> Two miners fled.", "a.txt").text == "<noise> Two miners fled."
