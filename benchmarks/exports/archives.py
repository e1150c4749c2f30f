"""What the archives of papers hand out: LexisNexis, Nexis Uni, Factiva, ProQuest, Europresse."""

from __future__ import annotations

import textwrap
import zipfile
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from benchmarks.exports.stories import Story

WIDTH = 78
RULE = "_" * 60
LOADED = "2023-11-18"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def _written(path: Path, pieces: Iterable[str], encoding: str = "utf-8") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        file.writelines(pieces)


def lexisnexis_txt(stories: Iterable[Story], path: Path) -> None:
    """Centred and wrapped lines, a cover page, a load date that may follow the text without a blank line."""
    _written(path, (piece.replace("\n", "\r\n") for piece in _lexisnexis(stories)), "utf-8-sig")


def _lexisnexis(stories: Iterable[Story]) -> Iterator[str]:
    yield "\n\nDownload Request: Selected Items: 1-500\nTime Of Request: Friday, March 24, 2023  16:51:31\n\n"
    yield "Terms: (bridge or storm)\n\n\nSource: The Quay Mercury;Upland Observer\nProject ID: None\n\n\n"
    for story in stories:
        middle = [f"{story.number} of 10000 DOCUMENTS", "", "", story.publisher, "", _lexis_day(story)]
        yield "\n".join(line.center(WIDTH).rstrip() for line in middle) + "\n"
        yield "Late Edition - Final".center(WIDTH).rstrip() + "\n\n" if story.number % 3 == 0 else "\n"
        yield f"{_wrapped(story.title)}\n\nBYLINE: BY {story.author.upper()}\n\nSECTION: NEWS; Pg. 3\n\n"
        yield f"LENGTH: {story.words} words\n\n"
        yield "\n\n".join(map(_wrapped, story.paragraphs)) + ("\n" if story.number % 5 == 0 else "\n\n")
        yield f"LOAD-DATE: {story.day:%B %d, %Y}\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: Forty people wait for a bus\n\n"
        yield "SUBJECT: ARMED FORCES (92%); FLOODS & FLOODING (78%)\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
        yield f"Copyright {story.day.year} Lantern Press Ltd".center(WIDTH).rstrip() + "\n"
        yield "All Rights Reserved".center(WIDTH).rstrip() + "\n\n\n"


def _lexis_day(story: Story) -> str:
    return f"{story.day:%B} {story.day.day}, {story.day:%Y %A}"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def lexisnexis_html(stories: Iterable[Story], path: Path) -> None:
    """Comments part the documents; classes say how a block looks, not what it is."""
    _written(path, _lexisnexis_html(stories))


def _lexisnexis_html(stories: Iterable[Story]) -> Iterator[str]:
    yield "<!-- Hide XML section from browser\n<DOCFULL> -->\n<HTML><HEAD><STYLE>.c1 { width: 90% }</STYLE></HEAD>"
    yield "<BODY>"
    for story in stories:
        day = f"{story.day:%B} {story.day.day}, {story.day:%Y %A}"
        month, rest = day.split(" ", 1)
        yield f"\n<!-- Hide XML section from browser\n<DOC NUMBER={story.number}>\n<DOCFULL> -->"
        yield f'<DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{story.number} of 10000 DOCUMENTS</SPAN></P></DIV>\n<BR>'
        yield f'<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">{story.publisher}</SPAN></P></DIV>\n'
        yield f'<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">{month}</SPAN><SPAN CLASS="c2"> {rest}</SPAN></P>'
        yield "</DIV>\n"
        yield f'<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">{escape(story.title)}</SPAN></P></DIV>\n'
        for label, value in (("BYLINE", story.author), ("SECTION", "NEWS"), ("LENGTH", f"{story.words} words")):
            yield f'<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{label}: </SPAN><SPAN CLASS="c2">{value}</SPAN>'
            yield "</P></DIV>\n"
        body = "".join(f'<P CLASS="c9"><SPAN CLASS="c2">{escape(text)}</SPAN></P>\n' for text in story.paragraphs)
        yield f'<DIV CLASS="c5">{body}</DIV>\n'
        for label, value in (("LOAD-DATE", day), ("LANGUAGE", "ENGLISH"), ("GRAPHIC", "Forty people wait")):
            yield f'<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{label}: </SPAN><SPAN CLASS="c2">{value}</SPAN>'
            yield "</P></DIV>\n"
        yield f'<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">Copyright {story.day.year} Lantern Press Ltd</SPAN>'
        yield "</P></DIV>\n"
        yield '<DIV CLASS="c10"/>\n<!-- Hide XML section from browser\n</DOCFULL> -->'
    yield "\n</BODY></HTML>\n"


def nexis_docx(stories: Iterable[Story], path: Path) -> None:
    """Bookmarks part the documents; a cover page with a date and the headlines comes first."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        with archive.open("word/document.xml", "w", force_zip64=True) as document:
            for piece in _nexis(stories):
                document.write(piece.encode())


def _nexis(stories: Iterable[Story]) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{WORD}"><w:body>'
    yield from map(_word, ("Date and Time: Friday, March 24, 2023 09:31:00 CET", "Documents (500)", "1. A headline"))
    yield "<w:tbl><w:tr><w:tc>" + _word("Timeline: 01 Jan 2015 to 24 Mar 2017") + "</w:tc></w:tr></w:tbl>"
    for story in stories:
        yield "<w:p>" + _bookmark(f"Bookmark_{story.number}", 2 * story.number) + "</w:p>"
        yield from map(_word, (story.title, story.publisher, _lexis_day(story)))
        if story.number % 3 == 0:
            yield _word("Late Edition - Final")
        yield _word(f"Copyright {story.day.year} Lantern Press Ltd All Rights Reserved")
        yield from map(
            _word, ("Section:\xa0NEWS; Pg. 3", f"Length:\xa0{story.words} words", f"Byline:\xa0{story.author}")
        )
        yield _word("Body", _bookmark(f"Body_{story.number - 1}", 2 * story.number + 1)) + "<w:p/>"
        yield from map(_word, story.paragraphs)
        yield from map(_word, ("Graphic", "Forty people wait for a bus", "Classification", "Language: ENGLISH"))
        yield from map(_word, ("Subject: ARMED FORCES (92%)", f"Load-Date: {_lexis_day(story)}", "End of Document"))
    yield "<w:sectPr/></w:body></w:document>"


def _word(text: str, more: str = "") -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>{more}</w:p>'


def _bookmark(name: str, number: int) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def nexis_rtf(stories: Iterable[Story], path: Path) -> None:
    """As the DOCX, without bookmarks; the headline is a link."""
    _written(path, _nexis_rtf(stories), "ascii")


def _nexis_rtf(stories: Iterable[Story]) -> Iterator[str]:
    yield "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n"
    yield "Date and Time: Friday, March 24, 2023 09:31:00 CET\\par\nDocuments (500)\\par\n1. A headline\\par\n"
    for story in stories:
        link = (
            f'{{\\field{{\\*\\fldinst HYPERLINK "https://advance.example/{story.number}"}}{{\\fldrslt {story.title}}}}}'
        )
        yield f"\\pard {link}\\par\n{story.publisher}\\par\n{_lexis_day(story)}\\par\n"
        yield f"Copyright {story.day.year} Lantern Press Ltd All Rights Reserved\\par\n"
        yield f"Section:\\~NEWS; Pg. 3\\par\nLength:\\~{story.words} words\\par\nByline:\\~{story.author}\\par\n"
        yield "Body\\par\n"
        yield "".join(f"{text}\\par\n" for text in story.paragraphs)
        yield f"Graphic\\par\nForty people wait\\par\nLoad-Date: {_lexis_day(story)}\\par\nEnd of Document\\par\n"
        yield "\\page\n"
    yield "}"


def factiva_html(stories: Iterable[Story], path: Path) -> None:
    """With field codes; the page ends in a summary of the search."""
    _written(path, _factiva_html(stories))


def _factiva_html(stories: Iterable[Story]) -> Iterator[str]:
    yield "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Factiva</title></head><body>"
    for story in stories:
        yield f'<div class="article enArticle"><p><table><tbody>{"".join(_factiva_rows(story))}</tbody></table></p>'
        yield "</div>\n"
    yield "<table><tr><td>Search Summary</td></tr><tr><td>Timestamp</td><td>24 March 2023 10:05 AM</td></tr></table>"
    yield "</body></html>"


def _factiva_rows(story: Story) -> Iterator[str]:
    lead, *rest = (f'<p class="articleParagraph enarticleParagraph">{escape(text)}</p>' for text in story.paragraphs)
    fields = {
        "HD": f'<span class="enHeadline">{escape(story.title)}</span>',
        "BY": f"By {story.author}",
        "WC": f"{story.words} words",
        "PD": _factiva_day(story),
        "SN": story.publisher,
        "LA": "English",
        "CY": f"(c) {story.day.year} Lantern Press Ltd",
        "LP": lead,
        "TD": "".join(rest),
        "NS": "gvio : Military Action",
        "AN": f"Document QUAY000020230324e{story.number:09}",
    }
    for code, value in fields.items():
        yield f"<tr><td><b>{code}\xa0</b></td><td>{value}</td></tr>\n"


def _factiva_day(story: Story) -> str:
    return f"{story.day.day} {story.day:%B %Y}"


def factiva_xml(stories: Iterable[Story], path: Path) -> None:
    """Headline in pieces, lead and tail, a date beside dates of loading."""
    _written(path, _factiva_xml(stories))


def _factiva_xml(stories: Iterable[Story]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?><PPSResponse><ResultSet><Result>'
    for story in stories:
        lead, *rest = (f"<paragraph>{escape(text)}</paragraph>" for text in story.paragraphs)
        first, last = story.title.split(" ", 1)
        yield f"<article><accessionNo>QUAY{story.number}</accessionNo><byline>By {story.author}</byline>"
        yield f"<headline><paragraph><hlt>{first}</hlt> {escape(last)}</paragraph></headline><leadParagraph>"
        yield f"{lead}</leadParagraph>"
        yield f"<tailParagraphs>{''.join(rest)}</tailParagraphs><publicationDate><date>{story.published}</date>"
        yield "</publicationDate>"
        yield f"<modificationDate><dateTime>{LOADED}T08:00:00Z</dateTime></modificationDate><baseLanguage>"
        yield "EN</baseLanguage>"
        yield f"<sourceName>{story.publisher}</sourceName><wordCount>{story.words}</wordCount></article>\n"
    yield "</Result></ResultSet></PPSResponse>"


def factiva_rtf(stories: Iterable[Story], path: Path) -> None:
    """A table a document."""
    _written(path, _factiva_rtf(stories), "ascii")


def _factiva_rtf(stories: Iterable[Story]) -> Iterator[str]:
    yield "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n"
    for story in stories:
        lead, *rest = story.paragraphs
        fields = {
            "HD": story.title,
            "BY": f"By {story.author}",
            "WC": f"{story.words} words",
            "PD": _factiva_day(story),
        }
        fields |= {"SN": story.publisher, "LA": "English", "LP": f"{lead}\\par ", "TD": "\\par ".join(rest)}
        fields |= {"NS": "gvio : Military Action", "AN": f"Document QUAY000020230324e{story.number:09}"}
        for code, value in fields.items():
            yield f"\\trowd\\cellx1000\\cellx9000 \\intbl\\pard\\intbl{{\\b {code}}}\\cell\\pard\\intbl "
            yield f"{value}\\cell\\row\n"
        yield "\\pard\\par\\page\n"
    yield "\\pard Search Summary\\par Timestamp 24 March 2023\\par}"


def proquest_txt(stories: Iterable[Story], path: Path) -> None:
    """Labels that may lose their blanks, captions and credits in the text, a footer as the last part."""
    _written(path, (piece.replace("\n", "\r\n") for piece in _proquest(stories)))


def _proquest(stories: Iterable[Story]) -> Iterator[str]:
    for story in stories:
        first, last = story.author.split()
        place = "Placeof publication" if story.number % 7 == 0 else "Place of publication"
        url = f"https://libproxy.example/login?url=https://www.proquest.example/docview/{story.number}/se-2?accountid=1"
        yield f"{RULE}\n\nDocument {story.number} of 10000\n\n{story.title}\n\nAuthor: {last}, {first}\n\n"
        yield f"Publication info: {story.publisher} ; Norhaven [Norhaven]. {story.day:%d %b %Y}: A.3.\n\n{url}\n\n"
        yield "Abstract: None available.\n\nLinks: https://resolver.example/openurl?a=1&amp;date=2023-01-01\n\n"
        yield "Full text: " + "\n".join(text.replace("&", "&amp;") for text in story.paragraphs)
        yield "\nCAPTION: Forty people wait for a bus.\nCREDIT: Photo desk\n\nSubject: Floods; Bridges\n\n"
        yield f"Title: {story.title}\n\nPublication title: {story.publisher}; Norhaven\n\nPublication year: "
        yield f"{story.day.year}\n\n"
        yield f"Publication date: {story.day:%b} {story.day.day}, {story.day.year}\n\nSection: News\n\nPublisher: "
        yield "Lantern Press Ltd\n\n"
        yield f"{place}: Norhaven\n\nLanguage of publication: English\n\nProQuest document ID: {story.number}\n\n"
        yield f"Document URL: {url}\n\nLast updated: {LOADED}\n\nDatabase: Example Newsstream\n\n"
    yield f"{RULE}\n\nContact us at: http://www.proquest.example/help\n\nDatabase copyright 2023 Example. All rights "
    yield "reserved.\n"


def europresse(stories: Iterable[Story], path: Path) -> None:
    """An ``article`` element each, with notes and a footer that has the day of issue of the certificate."""
    _written(path, _europresse(stories))


def _europresse(stories: Iterable[Story]) -> Iterator[str]:
    yield '<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body>'
    for story in stories:
        body = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
        day = f"{story.day:%A, %B} {story.day.day}, {story.day.year}"
        yield f'<article><header><div><span class="DocPublicationName">{story.publisher}   </span></div>'
        yield f'<div><span class="DocHeader">News, {day} {story.words} words, p. 3</span></div><div '
        yield 'class="titreArticle">'
        yield f'<p class="titreArticleVisu">{escape(story.title)}</p></div><div>{story.author}</div></header>'
        yield f'<section><div class="DocText"><div class="docOcurrContainer">{body}</div></div></section>'
        yield "<aside><div><b>Note(s): </b><p>(14 March 1956.)</p></div></aside><footer><small>© 2023 Owner.</small>"
        yield "<p>Document number: news·20230324·QM·1</p><span>Issue Date: <b>2023-07-04</b></span></footer>"
        yield "</article>\n"
    yield "</body></html>"
