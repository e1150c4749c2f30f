"""What the library that a reader stands on does with a file by itself: it parses it, and no article is made."""

from __future__ import annotations

import csv
import email
import json
import re
import tarfile
import zipfile
from email import policy
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

LEXIS = re.compile(r"^[ \t]{5,}\d+ of \d+ DOCUMENTS[ \t]*$", re.MULTILINE)
PROQUEST = re.compile(r"^_{60}[ \t]*$", re.MULTILINE)


def split_lexis(path: Path) -> int:
    """The file decoded and cut at its separators."""
    return len(LEXIS.split(path.read_text("utf-8-sig")))


def split_proquest(path: Path) -> int:
    """The file decoded and cut at its separators."""
    return len(PROQUEST.split(path.read_text("utf-8")))


def html(path: Path) -> int:
    """One tree of the whole page."""
    return len(lxml_html.document_fromstring(path.read_bytes(), parser=lxml_html.HTMLParser(huge_tree=True)))


def xml(path: Path) -> int:
    """Element by element, each freed once it is read."""
    count = 0
    for _, element in etree.iterparse(str(path), events=("end",)):
        count += 1
        if len(element) > 2:
            element.clear()
    return count


def docx(path: Path) -> int:
    """One tree of the document."""
    with zipfile.ZipFile(path) as archive:
        return len(etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(huge_tree=True)))


def rtf(path: Path) -> int:
    """The text of the file."""
    from striprtf import striprtf

    convert: Any = striprtf.rtf_to_text
    return len(convert(path.read_text("ascii")))


def json_whole(path: Path) -> int:
    """The file as one value."""
    return len(json.loads(path.read_bytes()))


def json_lines(path: Path) -> int:
    """A value a line."""
    with path.open("rb") as file:
        return sum(1 for line in file if json.loads(line))


def csv_rows(path: Path) -> int:
    """The rows as lists of cells."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.reader(file, delimiter=";"))


def parquet(path: Path) -> int:
    """The rows as objects, a batch at a time."""
    from pyarrow import parquet as files

    return sum(len(batch.to_pylist()) for batch in files.ParquetFile(path).iter_batches())


def tar_xml(path: Path) -> int:
    """A tree of each member."""
    count = 0
    with tarfile.open(path) as archive:
        for member in archive:
            held = archive.extractfile(member)
            assert held is not None
            count += len(etree.fromstring(held.read(), etree.XMLParser(resolve_entities=False, load_dtd=False)))
    return count


def warc_pages(path: Path) -> int:
    """The text of each page that was found."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    from trafilatura import extract

    with path.open("rb") as file:
        records = ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True)
        return sum(1 for record in records if record.http_headers.status_code == 200 and extract(record.reader.read()))


def zip_pages(path: Path) -> int:
    """The text of each member."""
    from trafilatura import extract

    with zipfile.ZipFile(path) as archive:
        return sum(1 for name in archive.namelist() if extract(archive.read(name)))


def zip_texts(path: Path) -> int:
    """Each member decoded."""
    with zipfile.ZipFile(path) as archive:
        return sum(len(archive.read(name).decode()) for name in archive.namelist())


def zip_mails(path: Path) -> int:
    """The text of each mail."""
    count = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            body = email.message_from_bytes(archive.read(name), policy=policy.default).get_body()
            assert body is not None
            count += len(body.get_content())
    return count
