"""What a script with a library does with a file: it decodes, parses, and takes out text and date of each article.

Such a script knows the one layout, and no other: it looks for nothing else, minds no faults, and
leaves title, author, publisher and address where they are.
"""

from __future__ import annotations

import csv
import email
import json
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from email import policy
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

Pair = tuple[str, object]
"""The text of an article and its date."""
LEXIS = re.compile(r"^[ \t]{5,}\d+ of \d+ DOCUMENTS[ \t]*$", re.MULTILINE)
LEXIS_BODY = re.compile(r"^LENGTH: [\d,]+ words\n(.*?)\n(?=LOAD-DATE:)", re.MULTILINE | re.DOTALL)
PROQUEST = re.compile(r"^_{60}[ \t]*$", re.MULTILINE)
PROQUEST_BODY = re.compile(r"^Full text: (.*?)\n(?=CAPTION:|\n)", re.MULTILINE | re.DOTALL)
PROQUEST_DAY = re.compile(r"^Publication date: (.*)$", re.MULTILINE)
LONG_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}")
BRITISH_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
NEXIS_BODY = re.compile(r"\nBody\n(.*?)\nGraphic\n", re.DOTALL)
FACTIVA_BODY = re.compile(r"LP\|(.*?)\|\nTD\|(.*?)\|\n", re.DOTALL)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _read(pairs: Iterable[Pair]) -> int:
    """How many articles have both."""
    return sum(1 for text, day in pairs if text and day)


def _long(text: str) -> datetime:
    """The first day written "March 22, 2017"."""
    found = LONG_DAY.search(text)
    assert found is not None
    return datetime.strptime(found.group(), "%B %d, %Y")


def _british(text: str) -> datetime:
    """The first day written "22 March 2017"."""
    found = BRITISH_DAY.search(text)
    assert found is not None
    return datetime.strptime(found.group(), "%d %B %Y")


def split_lexis(path: Path) -> int:
    """Cut at the separators; the text between two labels, its lines joined."""
    pieces = LEXIS.split(path.read_text("utf-8-sig"))[1:]
    bodies = ((LEXIS_BODY.search(piece), piece) for piece in pieces)
    return _read(
        ("\n\n".join(block.replace("\n", " ") for block in found[1].strip().split("\n\n")), _long(piece))
        for found, piece in bodies
        if found
    )


def split_proquest(path: Path) -> int:
    """Cut at the separators; the text between two labels."""
    pieces = PROQUEST.split(path.read_text("utf-8"))
    found = ((PROQUEST_BODY.search(piece), PROQUEST_DAY.search(piece)) for piece in pieces)
    return _read((body[1], datetime.strptime(day[1].strip(), "%b %d, %Y")) for body, day in found if body and day)


def _tree(path: Path) -> Any:
    return lxml_html.document_fromstring(path.read_bytes(), parser=lxml_html.HTMLParser(huge_tree=True))


def _joined(elements: Iterable[Any]) -> str:
    return "\n\n".join("".join(element.itertext()) for element in elements)


def lexis_html(path: Path) -> int:
    """Cut at the comments; the paragraphs of the block that has several, the day of the third block."""
    pieces = path.read_text("utf-8").split("<DOC NUMBER=")[1:]
    return _read(map(_lexis_document, pieces))


def _lexis_document(piece: str) -> Pair:
    blocks = lxml_html.fragment_fromstring(piece, create_parent="div").findall(".//div")
    body = max(blocks, key=lambda block: len(block.findall("p")))
    return _joined(body.findall("p")), _long("".join(blocks[2].itertext()))


def factiva_html(path: Path) -> int:
    """The paragraphs of each article, and the day in the row of its code."""
    return _read(
        (
            _joined(article.findall(".//p[@class='articleParagraph enarticleParagraph']")),
            _british("".join(next(row for row in article.iter("tr") if "PD" in row[0].text_content())[1].itertext())),
        )
        for article in _tree(path).xpath(".//div[@class='article enArticle']")
    )


def europresse(path: Path) -> int:
    """The paragraphs of each article's section, and the day in its header."""
    return _read(
        (_joined(article.findall("section//p")), _long(article.find(".//span[@class='DocHeader']").text))
        for article in _tree(path).iter("article")
    )


def _elements(path: Path, tag: str) -> Iterator[Any]:
    """Yield the elements of a name, each freed once it is read."""
    for _, element in etree.iterparse(str(path), events=("end",), tag=tag):
        yield element
        element.clear()


def factiva_xml(path: Path) -> int:
    """Lead and tail of each article, and its date."""
    return _read(
        (
            _joined(
                paragraph for part in ("leadParagraph", "tailParagraphs") for paragraph in found.findall(f"{part}/*")
            ),
            date.fromisoformat(found.findtext("publicationDate/date", "")),
        )
        for found in _elements(path, "article")
    )


def _of_html(content: str) -> str:
    return _joined(lxml_html.fragment_fromstring(content, create_parent="div").iter("p"))


def rss(path: Path) -> int:
    """The paragraphs of each item's content, and the time in it."""
    content = "{http://purl.org/rss/1.0/modules/content/}encoded"
    return _read(
        (_of_html(item.findtext(content)), parsedate_to_datetime(item.findtext("pubDate")))
        for item in _elements(path, "item")
    )


def atom(path: Path) -> int:
    """The paragraphs of each entry's content, and the time in it."""
    space = "{http://www.w3.org/2005/Atom}"
    return _read(
        (_of_html(entry.findtext(f"{space}content")), datetime.fromisoformat(entry.findtext(f"{space}published")))
        for entry in _elements(path, f"{space}entry")
    )


def wordpress(path: Path) -> int:
    """The paragraphs of each published post, and its local time."""
    content, space = "{http://purl.org/rss/1.0/modules/content/}encoded", "{http://wordpress.org/export/1.2/}"
    return _read(
        (_of_html(item.findtext(content)), datetime.fromisoformat(item.findtext(f"{space}post_date")))
        for item in _elements(path, "item")
        if item.findtext(f"{space}post_type") == "post" and item.findtext(f"{space}status") == "publish"
    )


def newsml(path: Path) -> int:
    """The paragraphs of each item of text, and the time of its content."""
    space, page = "{http://iptc.org/std/nar/2006-10-01/}", "{http://www.w3.org/1999/xhtml}"
    return _read(
        (_joined(item.iter(f"{page}p")), datetime.fromisoformat(item.findtext(f".//{space}contentCreated")))
        for item in _elements(path, f"{space}newsItem")
        if item.find(f".//{page}p") is not None
    )


def tar_xml(path: Path) -> int:
    """The paragraphs of each member's whole text, and its day of publication."""
    with tarfile.open(path) as archive:
        held = (file.read() for member in archive if (file := archive.extractfile(member)))
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False)
        return _read(map(_of_nitf, (etree.fromstring(data, parser) for data in held)))


def _of_nitf(root: Any) -> Pair:
    day = root.find(".//pubdata").get("date.publication")
    return _joined(root.findall(".//block[@class='full_text']/p")), datetime.fromisoformat(day)


def docx(path: Path) -> int:
    """The paragraphs between ``Body`` and ``Graphic``, and the first day below the first lines."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(huge_tree=True))
    lines = ["".join(text.text or "" for text in line.iter(f"{WORD}t")) for line in root.iter(f"{WORD}p")]
    return _read(_nexis("\n".join(lines)))


def rtf(path: Path) -> int:
    """The text of the file, and of it the same."""
    return _read(_nexis(_of_rtf(path)))


def _of_rtf(path: Path) -> str:
    from striprtf import striprtf

    convert: Any = striprtf.rtf_to_text
    text: str = convert(path.read_text("ascii"))
    return text


def _nexis(text: str) -> Iterator[Pair]:
    for piece in text.split("\nEnd of Document")[:-1]:
        if found := NEXIS_BODY.search(piece):
            yield found[1], _long(piece.rpartition("\nBody\n")[0])


def factiva_rtf(path: Path) -> int:
    """The text of the file, and of each table the cells of lead and tail, and the first day."""
    pieces = _of_rtf(path).split("HD|")[1:]
    bodies = ((FACTIVA_BODY.search(piece), piece) for piece in pieces)
    return _read((f"{found[1]}\n\n{found[2]}", _british(piece)) for found, piece in bodies if found)


def json_list(text: str, day: str, *wraps: str) -> Callable[[Path], int]:
    """A reader of the fields ``text`` and ``day`` of the objects of a list that lies under some keys."""

    def read(path: Path) -> int:
        items = json.loads(path.read_bytes())
        for key in wraps:
            items = items[key]
        return _read((item[text], datetime.fromisoformat(item[day])) for item in items)

    return read


newsplease = json_list("maintext", "date_publish")
newspaper = json_list("text", "publish_date")
newsapi = json_list("content", "publishedAt", "articles")
eventregistry = json_list("body", "dateTimePub", "articles", "results")


def fundus(path: Path) -> int:
    """The sections' paragraphs of each article of each publisher, and its time."""
    items = (item for items in json.loads(path.read_bytes()).values() for item in items)
    return _read((_of_sections(item["body"]), datetime.fromisoformat(item["publishing_date"])) for item in items)


def _of_sections(body: Any) -> str:
    return "\n\n".join([*body["summary"], *(text for section in body["sections"] for text in section["paragraphs"])])


def json_lines(path: Path) -> int:
    """A value a line: its text, and its day."""
    with path.open("rb") as file:
        items = (json.loads(line) for line in file if line.strip())
        return _read((item["text"], date.fromisoformat(item["date"])) for item in items)


def csv_rows(path: Path) -> int:
    """The cells of each row with the text and the day."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return _read((row["Text"], date.fromisoformat(row["Date"])) for row in rows)


def parquet(path: Path) -> int:
    """The columns with texts and days, a batch at a time."""
    from pyarrow import parquet as files

    batches = files.ParquetFile(path).iter_batches(columns=["text", "date"])
    rows = (row for batch in batches for row in batch.to_pylist())
    return _read((row["text"], date.fromisoformat(row["date"])) for row in rows)


def _of_page(data: bytes) -> Pair:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(data, include_comments=False, with_metadata=True)
    return (found.text, found.date) if found else ("", None)


def warc_pages(path: Path) -> int:
    """Text and date, and what trafilatura gives beside them, of each page that was found."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with path.open("rb") as file:
        records = ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True)
        found = (record.reader.read() for record in records if record.http_headers.status_code == 200)
        return _read(map(_of_page, found))


def zip_pages(path: Path) -> int:
    """Text and date, and what trafilatura gives beside them, of each member."""
    with zipfile.ZipFile(path) as archive:
        return _read(_of_page(archive.read(name)) for name in archive.namelist())


def zip_texts(path: Path) -> int:
    """Each member decoded, and the day in its third line."""
    with zipfile.ZipFile(path) as archive:
        texts = (archive.read(name).decode() for name in archive.namelist())
        return _read((text, _long(text)) for text in texts)


def zip_mails(path: Path) -> int:
    """The text of each mail, and its date."""
    with zipfile.ZipFile(path) as archive:
        mails = (email.message_from_bytes(archive.read(name), policy=policy.default) for name in archive.namelist())
        found = ((mail, mail.get_body()) for mail in mails)
        return _read((body.get_content(), parsedate_to_datetime(mail["Date"])) for mail, body in found if body)
