"""What sites and agencies hand out: feeds, WordPress, NITF, NewsML-G2, pages of the web in WARC, and mails."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta, timezone
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from pathlib import Path

from benchmarks.exports.stories import Story

WEST = timezone(timedelta(hours=-5))
"""A zone in which the evening is the next day in UTC."""
NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
)
SITE = "The Quay Mercury"
"""A feed, a site and a crawl of one page have one publisher."""


def evening(story: Story) -> datetime:
    """Half past eleven of the story's day, in a zone where that is the next day in UTC."""
    return datetime.combine(story.day, time(23, 30), WEST)


def _written(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


def _html(story: Story) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)


def rss(stories: Iterable[Story], path: Path) -> None:
    """Whole texts beside excerpts; the stamp is the next day in UTC."""
    _written(path, _rss(stories))


def _rss(stories: Iterable[Story]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {NAMESPACES.split(" xmlns:wp")[0]}><channel>'
    yield f"<title>{SITE}</title><link>https://a.example</link><lastBuildDate>Fri, 24 Mar 2023 09:00:00 "
    yield "GMT</lastBuildDate>"
    for story in stories:
        yield f"<item><title>{escape(story.title)}</title><link>{story.url}</link>"
        yield f"<pubDate>{format_datetime(evening(story))}</pubDate><dc:creator><![CDATA[{story.author}]]></dc:creator>"
        yield f"<description><![CDATA[{escape(story.paragraphs[0][:60])} [&#8230;]]]></description><content:encoded>"
        yield "<![CDATA["
        yield f'{_html(story)}<p>The post <a href="x">t</a> appeared first on {SITE}.</p>]]></content:encoded></item>\n'
    yield "</channel></rss>"


def atom(stories: Iterable[Story], path: Path) -> None:
    """Content as escaped HTML; a later ``updated``."""
    _written(path, _atom(stories))


def _atom(stories: Iterable[Story]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{SITE}</title>'
    yield "<updated>2023-03-24T09:00:00Z</updated>"
    for story in stories:
        yield f'<entry><title>{escape(story.title)}</title><link rel="alternate" href="{story.url}"/>'
        yield f"<published>{evening(story).isoformat()}</published><updated>2023-03-24T09:00:00Z</updated>"
        yield f"<author><name>{story.author}</name></author><summary>{escape(story.paragraphs[0][:60])}…</summary>"
        yield f'<content type="html">{escape(_html(story))}</content></entry>\n'
    yield "</feed>"


def wordpress(stories: Iterable[Story], path: Path) -> None:
    """Posts among drafts and pages, with comments, block comments and shortcodes; local days and UTC."""
    _written(path, _wordpress(stories))


def _wordpress(stories: Iterable[Story]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" {NAMESPACES}><channel><title>{SITE}</title>'
    yield "<link>https://a.example</link><wp:wxr_version>1.2</wp:wxr_version>"
    for story in stories:
        if story.number % 4 == 0:
            yield _post(story, "A draft that is none", "draft", "post")
            yield _post(story, "About us", "publish", "page")
        yield _post(story, story.title, "publish", "post")
    yield "</channel></rss>"


def _post(story: Story, title: str, status: str, kind: str) -> str:
    local = evening(story)
    utc = local.astimezone(UTC)
    blocks = "\n\n".join(
        f"<!-- wp:paragraph -->\n<p>{escape(text)}</p>\n<!-- /wp:paragraph -->" for text in story.paragraphs
    )
    picture = '[caption id="a"]<img src="a.jpg" /> Forty people wait[/caption]\n\n'
    comment = "<wp:comment><wp:comment_content><![CDATA[I heard of 500!]]></wp:comment_content></wp:comment>"
    return (
        f"<item><title>{escape(title)}</title><link>{story.url}</link><pubDate>{format_datetime(utc)}</pubDate>"
        f"<dc:creator><![CDATA[{story.author}]]></dc:creator><content:encoded><![CDATA[{picture}{blocks}]]>"
        "</content:encoded>"
        f"<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>{story.number}</wp:post_id>"
        f"<wp:post_date>{local:%Y-%m-%d %H:%M:%S}</wp:post_date><wp:post_date_gmt>"
        f"{utc:%Y-%m-%d %H:%M:%S}</wp:post_date_gmt>"
        f"<wp:post_modified>2023-01-01 00:00:00</wp:post_modified><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type>{comment}</item>\n"
    )


def nitf(stories: Iterable[Story], path: Path) -> None:
    """A document a member of an archive: the lead told twice, the day of a change at the top."""
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for story in stories:
            data = _nitf(story).encode()
            member = tarfile.TarInfo(f"{story.day:%Y/%m/%d}/{story.number:07}.xml")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def _nitf(story: Story) -> str:
    paragraphs = _html(story)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "http://www.nitf.org/nitf-3-3.dtd">'
        f'<nitf change.date="June 10, 2005"><head><title>{escape(story.title)}</title><docdata>'
        f'<doc-id id-string="{story.number}"/></docdata><pubdata date.publication="{story.day:%Y%m%d}T000000" '
        f'ex-ref="{story.url}" name="{story.publisher}"/></head><body><body.head><hedline><hl1>'
        f"{escape(story.title)}</hl1>"
        f'</hedline><byline class="print_byline">By {story.author}</byline><abstract><p>Floods (S)</p></abstract>'
        "</body.head>"
        f'<body.content><block class="lead_paragraph"><p>{escape(story.paragraphs[0])}</p></block>'
        f'<block class="full_text">{paragraphs}</block></body.content></body></nitf>'
    )


def newsml(stories: Iterable[Story], path: Path) -> None:
    """Items of text among pictures, in a message."""
    _written(path, _newsml(stories))


def _newsml(stories: Iterable[Story]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header>'
    yield "<sent>2023-03-24T09:00:00Z</sent></header><itemSet>"
    for story in stories:
        yield f'<newsItem guid="urn:a:{story.number}" version="2"><itemMeta><itemClass qcode="ninat:text"/>'
        yield f"<provider><name>{story.publisher}</name></provider><versionCreated>"
        yield "2023-03-24T09:00:00Z</versionCreated>"
        yield '<pubStatus qcode="stat:usable"/></itemMeta><contentMeta>'
        yield f"<contentCreated>{evening(story).isoformat()}</contentCreated><by>By {story.author}</by>"
        yield f"<headline>{escape(story.title)}</headline></contentMeta><contentSet><inlineXML>"
        yield f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_html(story)}</body></html></inlineXML>'
        yield "</contentSet></newsItem>\n"
        if story.number % 4 == 0:
            yield f'<newsItem guid="urn:p:{story.number}" version="1"><itemMeta><itemClass qcode="ninat:picture"/>'
            yield "</itemMeta></newsItem>"
    yield "</itemSet></newsMessage>"


def page(story: Story) -> str:
    """A page of the web: JSON-LD for what is known, links, another day's date and a caption around the text."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": evening(story).isoformat(),
        "dateModified": "2023-03-24T08:00:00Z",
        "author": [{"@type": "Person", "name": story.author}],
        "publisher": {"@type": "Organization", "name": story.publisher},
        "mainEntityOfPage": story.url,
    }
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(story.title)} | '
        f"{story.publisher}</title>"
        f'<link rel="canonical" href="{story.url}"><script type="application/ld+json">{json.dumps(data)}</script>'
        "</head>"
        '<body><nav><a href="/front">Front page</a> <a href="/sea">At sea</a></nav>'
        '<p class="day">Thursday, June 8, 2023</p>'
        "<article>"
        f'<h1>{escape(story.title)}</h1><p class="byline">By {story.author}</p>{_html(story)}'
        '<figure><img src="a.jpg"><figcaption>Forty people wait</figcaption></figure></article>'
        '<aside><h3>Read most</h3><ol><li><a href="/9">Landslip buries 70</a></li></ol></aside></body></html>'
    )


def whole_page(story: Story) -> str:
    """A page as papers send it: menus, scripts, styles, other stories, comments of readers, 100 kB in all."""
    lines = [line for paragraph in story.paragraphs for line in paragraph.split(". ")]
    links = "".join(
        f'<li class="menu-item menu-item-{at}"><a class="link" href="/part/{at}"><span>Part {at}</span></a></li>'
        for at in range(_LINKS)
    )
    cards = "".join(
        f'<div class="card card--small"><a href="/{at}"><img src="/{at}.jpg" alt=""/><h3>{lines[at % len(lines)]}</h3>'
        f'</a><time datetime="2023-0{1 + at % 9}-11T08:00:00Z">{at} hours ago</time></div>'
        for at in range(_CARDS)
    )
    remarks = "".join(
        f'<li class="comment"><b>Reader {at}</b><p>{lines[at % len(lines)]}, I hear.</p></li>' for at in range(_REMARKS)
    )
    script = f"<script>window.data = {json.dumps({f'key{at}': links[at : at + 200] for at in range(_KEYS)})}</script>"
    style = f"<style>{''.join(f'.c{at}{{margin:{at}px}}' for at in range(_RULES))}</style>"
    before = f'{style}{script}<header class="site-header"><nav><ul>{links}</ul></nav></header><div class="wrap"><main>'
    after = f'<div class="related">{cards}</div><section class="comments"><ol>{remarks}</ol></section></main></div>'
    within, wide = page(story).split("<article>"), f'{after}<footer class="site-footer"><ul>{links}</ul></footer>'
    inner, end = within[1].split("</article>")
    return f"{within[0]}{before}<article>{inner}</article>{wide}{end}"


_LINKS, _CARDS, _REMARKS, _KEYS, _RULES = 150, 60, 40, 150, 400


def whole_pages(stories: Iterable[Story], path: Path) -> None:
    """Pages with all that stands around a story, in a zip archive."""
    _zipped(path, ((f"{story.number:07}.html", whole_page(story).encode()) for story in stories))


def warc(stories: Iterable[Story], path: Path) -> None:
    """A gzip member a record: requests, responses, one that was not found; the date is that of the crawl."""
    with path.open("wb") as file:
        for story in stories:
            found = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n" + page(story).encode()
            records = [("request", b"GET / HTTP/1.1\r\n\r\n"), ("response", found)]
            if story.number % 4 == 0:
                records.append(("response", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone</p>"))
            for kind, data in records:
                file.write(gzip.compress(_record(kind, story, data), 1))


def _record(kind: str, story: Story, data: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{story.number:012}>\r\n"
        f"WARC-Date: 2023-04-02T11:26:44Z\r\nWARC-Target-URI: {story.url}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def pages(stories: Iterable[Story], path: Path) -> None:
    """Pages of the web in a zip archive."""
    _zipped(path, ((f"{story.number:07}.html", page(story).encode()) for story in stories))


def texts(stories: Iterable[Story], path: Path) -> None:
    """Texts as copied from pages, with their header lines, in a zip archive."""
    _zipped(path, ((f"{story.number:07}.txt", _plain(story).encode()) for story in stories))


def _plain(story: Story) -> str:
    lines = [story.title, f"{story.day:%B} {story.day.day}, {story.day.year}", f"By {story.author}", *story.paragraphs]
    return "\n\n".join(lines)


def mails(stories: Iterable[Story], path: Path) -> None:
    """Mails in a zip archive, in quoted-printable."""
    _zipped(path, ((f"{story.number:07}.eml", _mail(story)) for story in stories))


def _mail(story: Story) -> bytes:
    mail = EmailMessage()
    mail["From"] = f"{story.author} <a@{story.site}>"
    mail["Subject"] = story.title
    mail["Date"] = format_datetime(evening(story))
    mail.set_content("\n\n".join(story.paragraphs), cte="quoted-printable")
    return bytes(mail)


def _zipped(path: Path, members: Iterable[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members:
            archive.writestr(name, data)
