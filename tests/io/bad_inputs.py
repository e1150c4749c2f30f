"""Bad inputs: what users' folders hold beside articles, each with the status it has and what is said of it.

All are harmless stand-ins: what would be a bomb is a few kilobytes, with the limits lowered by the test.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import warnings
import zipfile
import zlib
from dataclasses import dataclass

import zstandard

STORY = "Police in Kisumu arrested 14 traders on Monday, and two of them were charged with theft."
SPANISH = "La policía detuvo el lunes a catorce comerciantes en la ciudad, y dos de ellos fueron acusados de robo."
CZECH = "Policie v pondělí zadržela čtrnáct obchodníků ve městě a dva z nich byli obviněni z krádeže zboží."
RUSSIAN = "Полиция задержала в понедельник четырнадцать торговцев, двоих из них обвинили в краже."
CHINESE = "警方周一在基苏木逮捕了十四名商人，其中两人被控盗窃。"
NAMED_IN_CZECH = "Police in Plzeň arrested Jiří Řehoř and Tomáš Žďárský on Monday, said the mayor of Třebíč."
KOREAN = "서울 경찰은 월요일에 상인 열네 명을 체포했으며 그 중 두 명은 절도 혐의로 기소되었다고 밝혔다."
JAPANESE = "警察は月曜日に商人十四人を逮捕し、そのうち二人が窃盗の罪で起訴されたと発表した。"
NAMED_IN_POLISH = "Police in Łódź held Paweł Żółkiewski and Stanisław Wąs on Monday, said the mayor of Gdańsk."
NAMED_IN_EUROPE = (
    f"{STORY} Íñigo Núñez, Søren Bjørnø, Zoë Crèvecœur, Åsa Øst and José’s niños fled to «L’Île» – 3° and 5½ km²."
)
LONG_NAME = "n" * 240


@dataclass(frozen=True, slots=True)
class Bad:
    """A file, and what comes of it: ok, skipped or failed for each part of it in turn, or ignored.

    ``says`` stands in the message or note of one of them, ``text`` in the text of one; ``fails`` says
    why that is not so today.
    """

    phenomenon: str
    name: str
    data: bytes
    status: str
    says: str = ""
    text: str = ""
    fails: str = ""


CAFE = "He fled “to a café”.\n".encode("cp1252")


def line(text: str) -> str:
    """A line of JSON with the letters as they are."""
    return json.dumps({"text": text}, ensure_ascii=False)


def zipped(*members: tuple[str, bytes]) -> bytes:
    """A zip archive, with two members of a name if they are given."""
    held = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


def encrypted(data: bytes) -> bytes:
    """A zip archive whose members say that they are encrypted."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        changed[at + offset] |= 1
    return bytes(changed)


def tarred(*members: tuple[str, bytes, bytes]) -> bytes:
    """A tar archive of members with their kinds; links lead to what stands in place of data."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, kind, data in members:
            info = tarfile.TarInfo(name)
            info.type = kind
            if kind == tarfile.REGTYPE:
                info.size = len(data)
            else:
                info.linkname = data.decode()
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def of_json(value: object) -> bytes:
    """JSON as bytes."""
    return json.dumps(value).encode()


def in_cell(character: str) -> bytes:
    """A table of one article whose text has a character in its middle."""
    return f'id,text\n7,"{STORY}{character}Nine fled to Busia."\n'.encode()


def nested(depth: int) -> bytes:
    """A zip archive within zip archives."""
    data = STORY.encode()
    for level in range(depth):
        data = zipped((f"{level}.zip" if level else "a.txt", data))
    return data


FILE, LINK, HARD_LINK, DEVICE = tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE
TEXT = STORY.encode()
WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    b"%b</w:t></w:r></w:p></w:body></w:document>"
)
ENTITIES = b'<!DOCTYPE r [<!ENTITY a "xx"><!ENTITY b "&a;&a;&a;">]>'
OFFICE = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>%b</text:p>'
    b"</office:text></office:body></office:document-content>"
)
PDF = b"%%PDF-1.7\n1 0 obj\n<</Filter /FlateDecode>>\nstream\n%b\nendstream\nendobj\n"
LONG = b" ".join(b"%d fled." % (n**5) for n in range(900))
"""A text that does not shrink to nothing when it is compressed."""
ZIP, ROWS = zipped(("a.txt", TEXT)), of_json({"text": STORY}) + b"\n"
OTHERS = ROWS.replace(b"14", b"9")
HEAD = "<html><head><title>{}</title></head><body><h1>{}</h1><p>{}</p></body></html>"
RSS = '<rss version="2.0"><channel><item><title>Raid</title><description>{}</description></item></channel></rss>'
NO_WORKBOOK = "not a valid workbook"
EMPTY = "the file is empty"
BINARY = "a binary file, not text"

BAD = [
    # nothing to read
    Bad("no byte", "empty.txt", b"", "failed", EMPTY),
    Bad("no byte in a table", "empty.csv", b"", "failed", EMPTY),
    Bad("no byte in JSON", "empty.json", b"", "failed", EMPTY),
    Bad("no byte in an archive", "empty.zip", b"", "failed", EMPTY),
    Bad("blanks and line ends", "blank.txt", b" \n\t\r\n " * 50, "failed", EMPTY),
    Bad("a byte order mark alone", "mark.txt", b"\xef\xbb\xbf", "failed", EMPTY),
    Bad("marks and blanks of UTF-16", "mark16.txt", "\ufeff \n".encode("utf-16-le"), "failed", EMPTY),
    Bad("blanks that no reader sees", "zero.txt", "\u200b\u00a0\u3000\n".encode(), "failed", EMPTY),
    Bad("punctuation alone", "dots.txt", b"... --- ***", "ok", "the language could not be told"),
    # no text
    Bad("a picture named as text", "photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "failed", BINARY),
    Bad("a program named as JSON", "program.json", b"\x7fELF\2\1\1" + b"\0" * 60, "failed", "not valid JSON"),
    Bad("control characters without zeros", "noise.txt", bytes(range(1, 32)) * 20, "failed", BINARY),
    Bad("a picture", "lake.png", b"\x89PNG\r\n\x1a\n\0\0", "ignored", ".png"),
    Bad("a sheet", "sheet.xlsx", zipped(("[Content_Types].xml", b"<x/>"), ("xl/a.xml", b"")), "failed", NO_WORKBOOK),
    Bad("a text that is named a sheet", "text.xlsx", b"Two were held.", "failed", "a broken workbook"),
    Bad("a file without suffix", "README", b"\0\1\2", "ignored", "README"),
    Bad("one zero in a text", "zero-byte.txt", TEXT + b"\0" + TEXT, "failed", BINARY),
    Bad("a zero in a cell", "zero-cell.csv", b"id,text\n7,Two\0 fled.\n", "ok", "", "Two  fled"),
    Bad("an escaped zero in JSON", "zero.json", of_json({"text": "Two\0 men fled to the hills."}),
        "ok", "", "men fled"),
    # encodings
    Bad("UTF-8 cut in a character", "cut-utf8.txt", f"São Tomé. {STORY} He is José".encode()[:-1],
        "ok", "ends within a character", "Jos\ufffd"),
    Bad("UTF-8 that begins in a character", "begun-utf8.txt", f"Ángel is from São Tomé. {STORY}".encode()[1:],
        "ok", "begins within a character", "\ufffdngel is from São Tomé"),
    Bad("French of Windows that ends with a letter", "last.txt", f"{STORY} Café".encode("cp1252"), "ok", "", "Café"),
    Bad("one wrong byte in UTF-8", "one-byte.txt", "In São Tomé ".encode() + b"\x93" + TEXT, "ok", "no UTF-8: they are",
        "São Tomé “"),
    Bad("UTF-16 cut in a character", "cut-utf16.txt", STORY.encode("utf-16")[:-1], "ok", "ends within a character",
        STORY[:-1]),
    Bad("UTF-16 without a mark", "unmarked.txt", STORY.encode("utf-16-le"), "failed", BINARY),
    Bad("a mark of UTF-16 before other bytes", "mismarked.txt", b"\xff\xfe" + b"\x00\xdc" * 90, "failed", "not UTF-16"),
    Bad("UTF-32", "utf32.txt", STORY.encode("utf-32"), "failed", BINARY),
    Bad("bytes of no encoding", "odd.txt", b"caf\x81 two men were held", "failed", "neither UTF-8 nor Windows-1252"),
    Bad("Windows-1252", "cp1252.txt", "In São Tomé – two men were held.".encode("cp1252"), "ok", "", "São Tomé –"),
    Bad("Spanish, Danish and French names of Windows", "names.txt", NAMED_IN_EUROPE.encode("cp1252"), "ok",
        "None None", "Søren Bjørnø, Zoë Crèvecœur"),
    Bad("Latin-2 names in English", "latin2.txt", NAMED_IN_CZECH.encode("latin2"), "ok", "Latin-2", NAMED_IN_CZECH),
    Bad("Czech names of Windows", "cp1250.txt", NAMED_IN_CZECH.encode("cp1250"), "ok", "Windows-1250", NAMED_IN_CZECH),
    Bad("Polish names of Latin-2", "polish.txt", NAMED_IN_POLISH.encode("latin2"), "ok", "Latin-2", NAMED_IN_POLISH),
    Bad("Polish names of Windows", "polish-w.txt", NAMED_IN_POLISH.encode("cp1250"), "ok", "Windows-1250",
        NAMED_IN_POLISH),
    Bad("a name that is one of two", "bak.txt", f"{STORY} Piotr B¹k ran.".encode("cp1252"), "ok", "look like another"),
    Bad("Latin-2", "czech.txt", CZECH.encode("latin2"), "skipped", "not English", CZECH),
    Bad("Cyrillic of Windows", "cp1251.txt", RUSSIAN.encode("cp1251"), "skipped", "not English", RUSSIAN),
    Bad("Cyrillic of Windows in English", "cp1251-name.txt", f"{STORY} «Новый порт», Мэрия".encode("cp1251"),
        "ok", "Windows-1251", "«Новый порт», Мэрия"),
    Bad("Cyrillic of Unix", "koi8.txt", f"{STORY} {RUSSIAN}".encode("koi8-r"), "ok", "look like another"),
    Bad("Arabic of Windows in English", "cp1256.txt", f"{STORY} الشرطة في".encode("cp1256"), "ok", "look like another"),
    Bad("GBK", "gbk.txt", CHINESE.encode("gbk"), "skipped", "not English", CHINESE[:9]),
    Bad("GBK within English", "gbk-name.txt", f"{STORY} 王小明 fled.".encode("gbk"), "ok", "another encoding"),
    Bad("a table in Latin-2", "latin2.csv", f"title;text\nHeld;{NAMED_IN_CZECH}\nHere;{STORY}\n".encode("latin2"),
        "ok ok", "Latin-2", NAMED_IN_CZECH),
    Bad("lines of JSON in Polish of Windows", "polish.jsonl", line(NAMED_IN_POLISH).encode("cp1250"), "ok",
        "Windows-1250", NAMED_IN_POLISH),
    Bad("a list of JSON in Cyrillic of Windows", "cp1251.json",
        f"[{line(f'{STORY} «Новый порт», Мэрия')}]".encode("cp1251"), "ok", "Windows-1251", "«Новый порт», Мэрия"),
    Bad("lines of JSON in GBK", "gbk.jsonl", line(CHINESE).encode("gbk"), "skipped", "not English", CHINESE[:9]),
    Bad("a table in Cyrillic of Unix", "koi8.csv", f"text\n{STORY} {RUSSIAN}\n".encode("koi8-r"), "ok",
        "look like another"),
    Bad("a table of Windows-1252", "names.csv", f'text\n"{NAMED_IN_EUROPE}"\n'.encode("cp1252"), "ok", "None None",
        "Søren Bjørnø, Zoë Crèvecœur"),
    Bad("a table cut in a character", "cut.csv", f"text\nIn São Tomé {STORY}\nHe is José".encode()[:-1], "ok ok",
        "ends within a character", "He is Jos\ufffd"),
    Bad("a table of UTF-16 cut in a character", "cut16.csv", f"text\n{STORY}".encode("utf-16")[:-1], "ok",
        "ends within a character", STORY[:-1]),
    Bad("a table with one row of Windows-1252", "row.csv", f"text\nIn São Tomé, {STORY}\n".encode() + CAFE, "ok ok",
        "no UTF-8: they are", "He fled “to a café”."),
    Bad("Korean", "euc-kr.txt", KOREAN.encode("euc-kr"), "skipped", "not English"),
    Bad("Japanese", "euc-jp.txt", JAPANESE.encode("euc-jp"), "skipped", "not English"),
    Bad("decoded twice", "twice.txt", "In São Tomé two men were held.".encode().decode("latin-1").encode(), "ok", "",
        "São Tomé"),
    Bad("old line ends", "cr.txt", TEXT + b"\r\r" + b"Nine fled.", "ok", "", "Nine fled."),
    Bad("an escape for half a character", "half.json", b'{"text": "Two \\ud83d men were held."}', "ok", "", "\ufffd"),
    # JSON
    Bad("JSON that ends", "cut.json", b'{"text": "Two held', "failed", "not valid JSON"),
    Bad("JSON of Python", "python.json", b"{'text': 'Two held'}", "failed", "not valid JSON"),
    Bad("JSON with a comma too many", "comma.json", b'{"text": "Two held",}', "failed", "not valid JSON"),
    Bad("JSON in two pieces", "two.json", b'{"text": "Two men fled."} xx', "ok failed", "not valid JSON"),
    Bad("a number", "number.json", b"17", "failed", "a number where an article belongs"),
    Bad("a string", "string.json", b'"Two men were held."', "ok", "", "Two men were held."),
    Bad("null", "null.json", b"null", "failed", "where an article belongs"),
    Bad("true", "true.json", b"true", "failed", "where an article belongs"),
    Bad("NaN", "nan.json", b"NaN", "failed", "where an article belongs"),
    Bad("an empty list", "list.json", b"[]", "failed", "the list is empty"),
    Bad("an empty object", "object.json", b"{}", "failed", "no text"),
    Bad("lists in lists of numbers", "lists.json", b"[[1], [2, [3]]]", "failed failed failed", "where an article"),
    Bad("a text that is null", "text-null.json", of_json({"text": None}), "failed", "the field 'text' is empty"),
    Bad("a text that is NaN", "text-nan.json", b'{"text": NaN}', "failed", "the field 'text' is a number"),
    Bad("a number of many digits", "long.json", b'{"text": "Two men were held.", "id": ' + b"9" * 5000 + b"}", "ok", "",
        "Two men were held."),
    Bad("a date of many digits", "long.jsonl", b'{"text": "Nine fled."}\n{"date": ' + b"9" * 5000 +
        b', "text": "Ten men were held."}\n', "ok ok", "", "Ten men were held."),
    Bad("a text that is a number", "text-number.json", of_json({"text": 17}), "failed", "the field 'text' is"),
    Bad("a text that is an object", "text-object.json", of_json({"text": {"a": 1}}), "failed", "the field 'text' is"),
    Bad("a text of blanks", "text-blank.json", of_json({"text": " \n "}), "failed", "the text is empty"),
    Bad("a title that is a list of objects", "title.json", of_json({"text": STORY, "title": [{"a": [1]}]}), "ok"),
    Bad("a date that is an object", "date.json", of_json({"text": STORY, "date": {"a": [None]}}), "ok"),
    Bad("a date beyond all calendars", "year.json", of_json({"text": STORY, "date": 10**40}), "ok", "not understood"),
    Bad("a date that is NaN", "date-nan.json", b'{"text": "Two men were held.", "date": NaN}', "ok"),
    Bad("an infinite date", "date-inf.json", b'{"text": "Two men were held.", "date": -Infinity}', "ok"),
    Bad("5,000 digits in a date", "digits-date.json", of_json({"text": STORY, "date": "9" * 5000}),
        "ok", "not underst"),
    Bad("5,000 digits in a text", "digits.txt", f"Police arrested {'9' * 5000} men in Lima.".encode(), "ok"),
    Bad("deep lists", "deep.json", b"[" * 100_000, "failed", "nested too deeply"),
    Bad("deep objects", "deep-object.json", b'{"a":' * 100_000, "failed", "nested too deeply"),
    Bad("a deep text", "deep-text.json", b'{"text": ' + b"[" * 9_000 + b"]" * 9_000 + b"}",
        "failed", "nested too deeply"),
    Bad("keys that repeat", "keys.json", b'{"text": "One man fled.", "text": "Two men fled."}', "ok", "", "Two men"),
    Bad("a bad line among good ones", "lines.jsonl", ROWS + b'{"text": \n' + b"17\n" + of_json({"text": "Nine fled."}),
        "ok failed failed ok", "not valid JSON"),
    Bad("lines of nothing", "nothing.jsonl", b"\n\n\n", "failed", EMPTY),
    Bad("what a service says", "answer.json", of_json({"status": "error", "message": "Rate limit reached"}), "failed",
        "a message of the service: Rate limit"),
    # packed
    Bad("gzip that breaks off", "cut.txt.gz", gzip.compress(LONG)[:900],
        "failed", "a broken gzip file"),
    Bad("gzip of other bytes", "changed.txt.gz", gzip.compress(TEXT)[:-8] + b"\0" * 8, "failed", "a broken gzip file"),
    Bad("gzip in name only", "name.txt.gz", TEXT, "ignored", ".gz"),
    Bad("gzip of nothing", "nothing.txt.gz", gzip.compress(b""), "failed", EMPTY),
    Bad("zstandard that breaks off", "cut.txt.zst", zstandard.compress(LONG)[:900], "failed",
        "a broken zstandard file"),
    Bad("zstandard of noise", "noise.txt.zst", b"\x28\xb5\x2f\xfd" + b"\1" * 20, "failed", "a broken zstandard file"),
    Bad("zstandard of two frames", "two.jsonl.zst", zstandard.compress(ROWS) + zstandard.compress(OTHERS),
        "ok ok", "", "9 traders"),
    Bad("gzip of two members", "two.jsonl.gz", gzip.compress(ROWS) + gzip.compress(OTHERS),
        "ok ok", "", "9 traders"),
    Bad("zip that breaks off", "cut.zip", ZIP[:-30], "failed", "a broken zip archive"),
    Bad("zip with a changed byte", "changed.zip", ZIP[:40] + b"\xff" + ZIP[41:], "failed"),
    Bad("zip of nothing", "nothing.zip", zipped(), "failed", "no articles"),
    Bad("zip with a password", "password.zip", encrypted(ZIP), "failed", "it is encrypted"),
    Bad("zip with paths upwards", "up.zip", zipped(("../../etc/a.txt", TEXT), ("/b.txt", b"Nine fled.")), "ok ok"),
    Bad("zip with two members of a name", "same.zip", zipped(("a.txt", TEXT), ("a.txt", b"Nine fled.")), "ok ok"),
    Bad("zips in zips", "nested.zip", nested(8), "failed", "archives within archives"),
    Bad("zip that unpacks to too much", "large.zip", zipped(("a.txt", b" " * 90_000 + TEXT)), "failed",
        "it unpacks to more than"),
    Bad("gzip that unpacks to too much", "large.txt.gz", gzip.compress(b" " * 90_000 + TEXT), "failed",
        "it unpacks to more than"),
    Bad("zstandard that unpacks to too much", "large.txt.zst", zstandard.compress(b" " * 90_000 + TEXT), "failed",
        "it unpacks to more than"),
    Bad("gzip in a zip that unpacks to too much", "large-in.zip",
        zipped(("a.txt.gz", gzip.compress(b" " * 90_000 + TEXT))), "failed", "it unpacks to more than"),
    Bad("a tar in gzip that unpacks to too much", "large.tar.gz",
        gzip.compress(tarred(("a.txt", FILE, b" " * 90_000 + TEXT))), "failed", "it unpacks to more than"),
    Bad("a document of Word that unpacks to too much", "large.docx",
        zipped(("[Content_Types].xml", b"<x/>"), ("word/document.xml", WORD % (b" " * 90_000 + TEXT))), "failed",
        "it unpacks to more than"),
    Bad("a document of LibreOffice that unpacks to too much", "large.odt",
        zipped(("mimetype", b"application/vnd.oasis.opendocument.text"),
               ("content.xml", OFFICE % (b" " * 90_000 + TEXT))), "failed", "it unpacks to more than"),
    Bad("a PDF that unpacks to too much", "large.pdf", PDF % zlib.compress(b" " * 90_000), "failed",
        "whose pages unpack to more than"),
    Bad("entities that grow in a document", "entities.docx",
        zipped(("[Content_Types].xml", b"<x/>"),
               ("word/document.xml", ENTITIES + WORD % b"Two fled. &b;")),
        "ok", "", "Two fled."),
    Bad("bzip2", "packed.txt.bz2", bz2.compress(TEXT), "ignored", ".bz2"),
    Bad("xz", "packed.txt.xz", lzma.compress(TEXT), "ignored", ".xz"),
    Bad("a zip that gives two members one name's path", "paths.zip",
        zipped(("/etc/../../a.txt", TEXT), ("C:\\b.txt", b"Nine fled.")), "ok ok"),
    Bad("tar that breaks off", "cut.tar", tarred(("a.txt", FILE, TEXT * 90))[:3000], "failed", "a broken tar archive"),
    Bad("tar with links and a device", "links.tar",
        tarred(("a.txt", LINK, b"/etc/hosts"), ("b.txt", HARD_LINK, b"../x"), ("c", DEVICE, b""),
               ("d.txt", FILE, TEXT)),
        "ok"),
    Bad("tar of links alone", "only-links.tar", tarred(("a.txt", LINK, b"a.txt")), "failed", "no articles"),
    Bad("tar with paths upwards", "up.tar", tarred(("../../a.txt", FILE, TEXT)), "ok"),
    Bad("tar of the folder that one stands in", "dot.tar", tarred(("./a.txt", FILE, TEXT), ("./.b", FILE, b"")), "ok"),
    Bad("a document with a password", "secret.docx",
        encrypted(zipped(("word/document.xml", b"<a/>"))), "failed", "the document is encrypted"),
    Bad("a document that is no archive", "letter.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "failed", "encrypted"),
    Bad("a document without its text", "void.docx", zipped(("word/x.xml", b"<a/>")), "failed", "no document"),
    Bad("tar with a name of no encoding", "names.tar", tarred((os.fsdecode(b"caf\xe9.txt"), FILE, TEXT)), "ok"),
    # markup
    Bad("entities that grow", "entities.xml",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "xx"><!ENTITY b "&a;&a;&a;">]>'
        + RSS.format(STORY + " &b;&b;").encode(), "ok"),
    Bad("an entity of another file", "outside.xml",
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        + RSS.format(STORY + " &e;").encode(), "ok"),
    Bad("a feed that breaks off", "cut.rss", RSS.format(STORY).encode()[:-40], "failed", "breaks off"),
    Bad("a feed without items", "void.rss", b'<rss version="2.0"><channel></channel></rss>',
        "failed", "a feed without items"),
    Bad("XML of an unknown kind", "other.xml", b'<?xml version="1.0"?><orders><o>7</o></orders>', "ignored", ".xml"),
    Bad("a page that is missing", "404.html", HEAD.format("404 Not Found", "Not Found", "nginx").encode(), "failed",
        "an error page"),
    Bad("a check for robots", "robot.html",
        HEAD.format("Just a moment...", "Checking your browser", "Enable JavaScript and cookies.").encode(), "failed",
        "not an article"),
    Bad("a page of nothing", "void.html", b"<html><body></body></html>", "failed", "no "),
    Bad("elements within elements", "deep.html", b"<div>" * 300 + b"<p>" + TEXT * 5 + b"</p>", "ok", "", "Kisumu"),
    Bad("elements within elements without end", "deeper.html", b"<div>" * 5000 + b"<p>" + TEXT * 5 + b"</p>", "failed",
        "nested too deeply"),
    Bad("a story above elements without end", "below.html",
        b"<p>" + TEXT * 5 + b"</p>" + b"<b>" * 5000 + b"<p>Nine fled.", "failed", "nested too deeply"),
    Bad("XML nested without end", "deep.xml", b'<rss version="2.0"><channel>' + b"<item>" * 5000, "failed"),
    Bad("a PDF that breaks off", "cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "failed", ""),
    Bad("an RTF that breaks off", "cut.rtf", b"{\\rtf1\\ansi {\\b Two", "ok", "", "Two"),
    # tables
    Bad("no column of text", "columns.csv", b"id,title\n1,Two held\n", "failed", "no text"),
    Bad("a header alone", "header.csv", b"id,text\n", "failed", "no articles"),
    Bad("a quote that does not close", "quote.csv", b'id,text\n1,"Two held\n', "failed", "not a valid CSV table"),
    Bad("more cells than columns", "cells.csv", b"id,text\n1,Two men, both young, fled.\n",
        "failed", "cells, the header"),
    Bad("fewer cells than columns", "few.csv", f"text,date,title\n{STORY}\n".encode().replace(b",", b";"), "ok"),
    Bad("an empty cell", "void.csv", b'id,text\n1,""\n2,Two men fled.\n', "failed ok", "text"),
    Bad("a cell with LINE SEPARATOR", "u2028.csv", in_cell("\u2028"), "ok", "", "Nine fled"),
    Bad("a cell with PARAGRAPH SEPARATOR", "u2029.csv", in_cell("\u2029"), "ok", "", "Nine fled"),
    Bad("a cell with NEXT LINE", "nel.csv", in_cell("\x85"), "ok", "", "Nine fled"),
    Bad("a cell with FORM FEED", "ff.csv", in_cell("\f"), "ok", "", "Nine fled"),
    Bad("a cell with VERTICAL TAB", "vt.csv", in_cell("\v"), "ok", "", "Nine fled"),
    Bad("a bare cell with LINE SEPARATOR", "bare.csv", in_cell("\u2028").replace(b'"', b"").replace(b"y, a", b"y a"),
        "ok", "", "Nine fled"),
    Bad("a line of JSON with LINE SEPARATOR", "u2028.jsonl",
        json.dumps({"text": f"{STORY}\u2028Nine fled."}, ensure_ascii=False).encode(), "ok", "", "Nine fled"),
    Bad("columns of one name", "same.csv", f'text,text\n"{STORY}","Nine fled."\n'.encode(), "ok", "", "Kisumu"),
    # languages and sizes
    Bad("Spanish", "spanish.txt", SPANISH.encode(), "skipped", "not English"),
    Bad("Russian", "russian.txt", RUSSIAN.encode(), "skipped", "not English"),
    Bad("Chinese", "chinese.txt", CHINESE.encode(), "skipped", "not English"),
    Bad("a language that the file names", "french.json", of_json({"text": "Deux morts.", "language": "fr"}), "skipped",
        "'fr'"),
    Bad("a language of no name", "language.json", of_json({"text": STORY, "language": "xx-\x1b[31m"}), "ok"),
    # names
    Bad("a name of 240 letters", LONG_NAME + ".txt", TEXT, "ok"),
    Bad("a name with a line end", "two\nlines.txt", TEXT, "ok"),
    Bad("a name that colours terminals", "\x1b[31mred.txt", b"", "failed", EMPTY),
    Bad("a name of no encoding", os.fsdecode(b"caf\xe9.txt"), TEXT, "ok"),
    Bad("a name that turns the line round", "\u202etxt.exe.txt", TEXT, "ok"),
    Bad("a suffix that colours terminals", "a.\x1b[31m", b"\0", "ignored", r".\x1b[31m"),
    Bad("a text that colours terminals", "colour.txt", f"\x1b]0;x\x07\x1b[2J{STORY}".encode(), "ok"),
]  # fmt: skip
"""Every bad input, by what is wrong with it."""
