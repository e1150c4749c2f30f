"""WARC: the pages that servers gave, and a clear word about each place that is no whole record."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import brotli
import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, RawArticle
from tests.io.formats.exports import articles, parts
from tests.io.formats.reading import read
from tests.io.formats.test_page_stories import DAYS, SEVERAL, STORIES

STORY = "<p>" + "Two miners fled when the dam above Ore burst. " * 8 + "</p>"
HTML = "Content-Type: text/html; charset=utf-8"


def page(title: str = "Dam") -> bytes:
    head = f'<title>{title}</title><meta property="article:published_time" content="2019-05-08T23:30:00-05:00">'
    return f"<html><head>{head}</head><body><article>{STORY}</article></body></html>".encode()


def answer(body: bytes | None = None, headers: str = HTML, status: str = "200 OK") -> bytes:
    return f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + (page() if body is None else body)


def record(
    content: bytes | None = None, kind: str = "response", url: str = "https://tin.example/dam", off: int = 0
) -> bytes:
    content = answer() if content is None else content
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(content) + off}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


INFO = record(b"software: x\r\n", "warcinfo")


def packed(*records: bytes) -> bytes:
    return b"".join(map(gzip.compress, records))


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))


def titles(data: bytes) -> list[str]:
    """Titles of articles, and the beginning of what is said of other parts."""
    return [
        part.metadata["title"] if isinstance(part, RawArticle) else part.reason[:27] for part in parts(data, "a.warc")
    ]


@pytest.mark.parametrize("pack", [False, True], ids=["plain", "packed"])
def test_only_pages_that_were_found_are_articles(tmp_path: Path, pack: bool) -> None:
    others = [
        INFO,
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(answer(status="404 Not Found")),
        record(answer(status="301 Moved", body=b"<p>moved</p>")),
        record(answer(b"\x89PNG", "Content-Type: image/png")),
        record(answer(b"{}", "Content-Type: application/json")),
        record(answer(b""), "revisit"),
        record(b"fetchTimeMs: 3", "metadata"),
    ]
    records = [*others[:4], record(), *others[4:], record(answer(page("Mine")), url="https://tin.example/mine")]
    data = packed(*records) if pack else b"".join(records)
    items = read(tmp_path, "crawl.warc.gz", data)
    assert [(item.path, getattr(item, "title", None), getattr(item, "url", None)) for item in items] == [
        ("crawl.warc.gz#1", "Dam", "https://tin.example/dam"),
        ("crawl.warc.gz#2", "Mine", "https://tin.example/mine"),
    ]
    assert {getattr(item, "published", None) for item in items} == {"2019-05-08"}


def test_each_story_of_a_page_is_an_article(tmp_path: Path) -> None:
    several = SEVERAL["articles"].encode()
    records = [INFO, record(), record(answer(several), url="https://tin.example/may"), record(answer(page("Mine")))]
    items = read(tmp_path, "crawl.warc", b"".join(records))
    assert [item.path for item in items] == [f"crawl.warc#{number}" for number in range(1, 6)]
    assert [getattr(item, "title", None) for item in items] == ["Dam", *(title for title, _, _ in STORIES), "Mine"]
    assert [getattr(item, "published", None) for item in items[1:4]] == DAYS


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (HTML, page("Café")),
        ("Content-Type: text/html; charset=ISO-8859-1", page("Café").decode().encode("latin-1")),
        ("content-type: TEXT/HTML; charset=windows-1251", page("Cafй").decode().encode("cp1251")),
        ("Content-Type: application/xhtml+xml", page("Café")),
        (f"{HTML}\r\nContent-Encoding: gzip", gzip.compress(page("Café"))),
        (f"{HTML}\r\nContent-Encoding: deflate", zlib.compress(page("Café"))[2:-4]),
        (f"{HTML}\r\nContent-Encoding: br", brotli.compress(page("Café"))),
        (f"{HTML}\r\nContent-Encoding: gzip", page("Café")),
        (f"{HTML}\r\nX-Crawler-Content-Encoding: gzip", page("Café")),
        (f"{HTML}\r\nTransfer-Encoding: chunked", chunked(page("Café"), b"<p>")),
        (f"{HTML}\r\nTransfer-Encoding: chunked", page("Café")),
    ],
    ids=[
        "UTF-8", "Latin-1", "header before page", "XHTML", "gzip", "raw deflate", "brotli", "said to be gzip",
        "was gzip", "chunked", "said to be chunked",
    ],
)  # fmt: skip
def test_bodies_as_servers_send_them(headers: str, body: bytes) -> None:
    assert titles(record(answer(body, headers))) in (["Café"], ["Cafй"])


SECOND, THIRD = record(answer(page("Mine"))), record(answer(page("Port")))


@pytest.mark.parametrize(
    "wrong",
    [
        record(off=-20),
        record(off=20),
        record(off=len(SECOND) // 2),
        record().replace(b"Content-Length", b"Content-Size"),
        b"what is this\r\n\r\n",
    ],
    ids=["too short", "too long", "into the next", "no length", "no record"],
)
@pytest.mark.parametrize("pack", [False, True], ids=["plain", "packed"])
def test_a_record_of_a_wrong_length_is_one_bad_part(wrong: bytes, pack: bool) -> None:
    records = [INFO, SECOND, wrong, THIRD, record()]
    found = parts(packed(*records) if pack else b"".join(records))
    assert [part.metadata["title"] for part in found if isinstance(part, RawArticle)] == ["Mine", "Port", "Dam"]
    assert len([part for part in found if isinstance(part, BadPart)]) == 1
    assert [part.number for part in found] == [1, 2, 3, 4]


def test_a_torn_member_does_not_spoil_those_after_it() -> None:
    torn = gzip.compress(record())
    torn = torn[: len(torn) // 2] + b"\0" * 9 + torn[len(torn) // 2 + 9 :]
    found = titles(gzip.compress(SECOND) + torn + gzip.compress(THIRD))
    assert (found[0], found[-1], len(found)) == ("Mine", "Port", 3)


@pytest.mark.parametrize("pack", [False, True], ids=["plain", "packed"])
def test_a_file_that_breaks_off_keeps_what_is_whole(pack: bool) -> None:
    data = packed(SECOND, record()) if pack else SECOND + record()
    assert titles(data[:-90]) == ["Mine", "the record breaks off befor"]


def test_a_file_packed_as_a_whole() -> None:
    assert titles(gzip.compress(INFO + SECOND + THIRD)) == ["Mine", "Port"]


def test_a_page_that_is_no_article_is_a_bad_part() -> None:
    refused = answer(b"<title>Just a moment...</title><p>Checking your browser before you go on.</p>")
    bad, good = parts(record(refused) + record())
    assert isinstance(bad, BadPart)
    assert isinstance(good, RawArticle)
    assert good.number == 2


def test_records_too_large_for_pages_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.reading.formats.warc_records.MOST_CONTENT", 5_000)
    film = record(answer(page("Film") + b" " * 9_000))
    assert titles(film + SECOND) == ["Mine"]
    assert titles(film.replace(b"Length: ", b"Length: 9") + SECOND) == ["the record is not as long a", "Mine"]
    assert titles(film[:-900]) == ["the record is not as long a"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (INFO + record(b"Home World Two fled.", "conversion"), "take the .warc file"),
        (INFO, "no pages"),
    ],
    ids=["extracted text", "no pages"],
)
def test_a_file_without_pages_is_one_clear_failure(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parts(data, "a.wet")


def test_articles_come_one_at_a_time() -> None:
    assert len(articles(packed(*[SECOND] * 20))) == 20
