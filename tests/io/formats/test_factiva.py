"""Factiva's exports: HTML and RTF with and without field codes, and XML."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, RawArticle
from factx.reading.formats.sniff import kind_of
from tests.io.formats.exports import article, articles, parts

NUMBER = "Document ANDW000020110105e7150001r"
PLAIN = {"HD": "Dam wall cracks", "PD": "5 January 2011", "SN": "Andes Wire", "LP": "<p>Two men fled.</p>"}


def coded(**cells: str) -> str:
    """A document with codes; a cell that is "" is left out."""
    rows = "".join(
        f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>'
        for code, cell in {**PLAIN, **cells, "AN": NUMBER}.items()
        if cell
    )
    return f'<div class="article enArticle"><table cellpadding="1">{rows}</table><br/></div><br/>'


def listed(*lines: str, text: str = "Two men fled.", headline: str = "Dam wall cracks", language: str = "en") -> str:
    """A document without codes, as nested as they are."""
    header = "".join(f"<div>{line}</div>" for line in lines)
    return (
        f'<div class="article"><div class="article {language}Article"><p>\n<div id="hd">'
        f'<span class="{language}Headline">{headline}\n</span></div>{header}'
        f'<p class="articleParagraph {language}articleParagraph">{text}</p><p>{NUMBER}</p></p></div></div><br/>'
    )


def page(*documents: str) -> str:
    summary = (
        '<table class="searchPreview"><tr><td>Text</td><td>dam</td></tr><tr><td>Timestamp</td><td>9 May 2019 19:11'
    )
    return (
        f"<html><head><title>Factiva</title></head><body>{''.join(documents)}{summary}</td></tr></table></body></html>"
    )


def test_codes_name_the_fields() -> None:
    (article,) = articles(
        page(
            coded(
                SE="World",
                BY="By Ana Diaz",
                CR="Andes Wire Service",
                WC="9 words",
                ET="23:32",
                LA="English",
                CY="(c) 2011",
                TD="<p>One <b>man</b> died on\nMonday.</p><p>The dam &amp; a bridge broke.</p>",
                NS="gcat : Political | gvio : War",
                RE="peru : Peru",
            )
        )
    )
    assert article.text == "Two men fled.\n\nOne man died on Monday.\n\nThe dam & a bridge broke."
    assert article.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
        "language": "English",
    }
    assert (article.number, article.note) == (1, None)


def test_documents_are_numbered_and_the_summary_of_the_search_is_none() -> None:
    found = articles(page(coded(), coded(HD="Bridge falls"), coded(PD="")))
    assert [(part.number, part.metadata.get("title")) for part in found] == [
        (1, "Dam wall cracks"),
        (2, "Bridge falls"),
        (3, "Dam wall cracks"),
    ]
    assert "published" not in found[2].metadata


@pytest.mark.parametrize(
    ("written", "day"),
    [("30 décembre 2011", "2011-12-30"), ("8 Mai 1998", "1998-05-08"), ("4 de junio de 2013", "2013-06-04")],
)
def test_dates_are_in_the_language_of_the_interface(written: str, day: str) -> None:
    (with_codes,) = articles(page(coded(PD=written)))
    (without,) = articles(page(listed("7 mots", written, "Andes Wire", "ANDW", language="fr")))
    assert (with_codes.metadata["published"], without.metadata["published"]) == (day, day)


def test_a_lead_without_a_rest_and_a_rest_without_a_lead_are_texts() -> None:
    lead, rest = articles(page(coded(), coded(LP="", TD="<p>One fled.</p><pre>Two\n fled.</pre>")))
    assert (lead.text, rest.text) == ("Two men fled.", "One fled.\n\nTwo fled.")


def test_captions_and_corrections_are_no_text() -> None:
    (article,) = articles(page(coded(ART="Photo: The dam", CX="An earlier version said 4 men.", CT="Call 555 100")))
    assert article.text == "Two men fled."


def test_a_table_inside_the_text_has_no_codes() -> None:
    table = "<table><tr><td>BY</td><td>12 percent</td></tr><tr><td>ZZ</td><td>7</td></tr></table>"
    (article,) = articles(page(coded(BY="By Ana Diaz", TD=f"<p>One fled.</p>{table}")))
    assert article.metadata["author"] == "Ana Diaz"
    assert article.text.startswith("Two men fled.\n\nOne fled.")


def test_a_document_without_text_is_a_bad_part() -> None:
    bad, good = parts(page(coded(LP=""), coded()))
    assert bad == BadPart("no text in the document 'Dam wall cracks'", 1)
    assert isinstance(good, RawArticle)
    assert good.number == 2


def test_a_word_count_that_is_far_off_is_noted() -> None:
    long, right = articles(
        page(coded(WC="1,050 words"), coded(LP="<p>" + "Two men fled. " * 20 + "</p>", WC="57 words"))
    )
    assert long.note == "the export says 1050 words, the text has 3"
    assert right.note is None


def test_without_codes_the_order_of_the_lines_counts() -> None:
    (article,) = articles(
        page(
            listed(
                "1.212 words", "5 January 2011", "23:32", "Andes Wire", "ANDW", "3", "English", "(c) 2011 Andes Wire"
            )
        )
    )
    assert article.text == "Two men fled."
    assert article.metadata == {"title": "Dam wall cracks", "published": "2011-01-05", "publisher": "Andes Wire"}


def test_without_codes_the_author_has_a_class_and_a_section_may_come_first() -> None:
    document = listed("7 words", "5 January 2011", "Andes Wire", "ANDW")
    document = document.replace("<div>7 words", '<div class="author">By Ana Diaz</div><div>7 words')
    document = document.replace('<div id="hd">', '<div>World</div><div id="hd">')
    (article,) = articles(page(document))
    assert article.metadata["author"] == "Ana Diaz"
    assert article.metadata["title"] == "Dam wall cracks"


def test_without_codes_a_document_may_have_no_date() -> None:
    (article,) = articles(page(listed("Andes Wire")))
    assert article.metadata == {"title": "Dam wall cracks"}


def test_many_documents_are_read_one_at_a_time() -> None:
    found = articles(page(*[coded(TD=f"<p>{number} fled.{' They ran.' * 2000}</p>") for number in range(120)]))
    assert [part.number for part in found] == list(range(1, 121))
    assert [part.text.split("\n\n")[1].split()[0] for part in found] == [str(number) for number in range(120)]


def test_a_page_of_headlines_is_no_article() -> None:
    with pytest.raises(InputError, match="no article in this page"):
        parts("<html><head><title>Factiva</title></head><body><a class='enHeadline'>Dam wall cracks</a></body></html>")


# XML

XML = """<?xml version="1.0" encoding="UTF-8"?>
<PPSResponse xmlns="urn:any"><ppsArticleResponse><articleSet>{}</articleSet></ppsArticleResponse></PPSResponse>"""


def element(body: str = "<leadParagraph><paragraph>Two men fled.</paragraph></leadParagraph>", **fields: str) -> str:
    known = {"headline": "<paragraph>Dam <hlt>wall</hlt> cracks</paragraph>", "sourceName": "Andes Wire", **fields}
    return f"<article>{''.join(f'<{name}>{value}</{name}>' for name, value in known.items())}{body}</article>"


def test_xml_elements_name_the_fields() -> None:
    rest = "<paragraph>The <hlt>dam</hlt>\n broke.</paragraph><paragraph>One died.</paragraph>"
    lead = "<leadParagraph><paragraph>Two men fled.</paragraph></leadParagraph>"
    article, other = articles(
        XML.format(
            element(
                f"{lead}<tailParagraphs>{rest}</tailParagraphs><art>Photo: the dam</art><ipc>(c) 2011</ipc>",
                byline="By Ana Diaz",
                publicationDate="<date>2011-01-05</date><dateTime>2011-01-06T04:00:00Z</dateTime>",
                modificationDate="<date>2012-02-02</date>",
                baseLanguage="EN",
                wordCount="9",
            )
            + element(publicationDate="<dateTime>2011-01-07T22:00:00Z</dateTime>")
        ),
        "a.xml",
    )
    assert article.text == "Two men fled.\n\nThe dam broke.\n\nOne died."
    assert article.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
        "language": "EN",
    }
    assert (other.number, other.metadata["published"]) == (2, "2011-01-07")


def test_xml_of_one_article_alone() -> None:
    (article,) = articles('<?xml version="1.0"?>' + element("<leadParagraph>One fled.</leadParagraph>"), "a.xml")
    assert article.text == "One fled."


def test_what_comes_before_an_error_in_xml_is_kept() -> None:
    good, bad = parts(XML.format(element())[:-40] + "<article><head", "a.xml")
    assert isinstance(good, RawArticle)
    assert isinstance(bad, BadPart)
    assert bad.reason.startswith("not valid XML from here")


@pytest.mark.parametrize(
    ("data", "message"),
    [("<PPSResponse><article><headline>Dam", "not valid XML"), ("<PPSResponse></PPSResponse>", "no article")],
)
def test_xml_without_an_article(data: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        parts(data, "a.xml")


def test_entities_of_xml_are_not_followed() -> None:
    body = "<leadParagraph><paragraph>&f;Two fled.</paragraph></leadParagraph>"
    declared = '<!DOCTYPE PPSResponse [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    (article,) = articles(f"{declared}<PPSResponse>{element(body)}</PPSResponse>", "a.xml")
    assert article.text == "Two fled."


def test_entities_of_xml_that_multiply_are_an_error() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<!DOCTYPE PPSResponse [<!ENTITY a0 "ha">{laughs}]>'
    body = "<leadParagraph><paragraph>&a11;</paragraph></leadParagraph>"
    with pytest.raises(InputError, match="not valid XML"):
        parts(f"{declared}<PPSResponse>{element(body)}</PPSResponse>", "a.xml")


# RTF


def table(**cells: str) -> str:
    plain = {**PLAIN, "LP": r"Two men fled.\par ", "AN": NUMBER, **cells}
    plain["AN"] = plain.pop("AN")
    rows = (rf"\trowd\cellx900 \intbl{{\b {code}}}\cell {cell}\cell\row" for code, cell in plain.items() if cell)
    return "\n".join(rows) + r"\pard\par\page "


def rtf(*documents: str) -> bytes:
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}"
    tail = r"{\footer Page 1 \'a9 2011 Factiva}\trowd \intbl Search Summary\cell\row\pard Text|dam\par Results|2\par}"
    return f"{head}{''.join(documents)}{tail}".encode("latin-1")


def test_rows_of_rtf_are_fields() -> None:
    more = r"One died \u8211? the mayor\'92s son.\par The dam | a bridge broke."
    first, second = articles(rtf(table(BY="By Ana Diaz", TD=more, NS="gcat : a | b : c"), table(HD="Rains | Floods")))
    assert first.text == "Two men fled.\n\nOne died – the mayor’s son.\n\nThe dam | a bridge broke."
    assert first.metadata["author"] == "Ana Diaz"
    assert first.metadata["published"] == "2011-01-05"
    assert (second.number, second.text, second.metadata["title"]) == (2, "Two men fled.", "Rains | Floods")


def test_a_table_of_rtf_may_lack_its_number() -> None:
    assert len(articles(rtf(table(AN=""), table(HD="Bridge falls", AN="")))) == 2


def test_a_table_of_rtf_without_text_is_a_bad_part() -> None:
    bad, good = parts(rtf(table(LP=""), table()))
    assert isinstance(bad, BadPart)
    assert isinstance(good, RawArticle)


def test_rtf_without_codes() -> None:
    lines = (
        *("Dam wall cracks", "By Ana Diaz", "57 words", "5 January 2011", "11:30 PM", "Andes Wire", "ANDW", "English"),
        *("Copyright 2011 Andes Wire. All Rights Reserved.", "Two men fled.", "One died.", NUMBER),
    )
    document = "".join(rf"\pard {line}\par " for line in lines)
    first, second = articles(rtf(document, document.replace("Dam wall", "Bridge wall")))
    assert first.text == "Two men fled.\n\nOne died."
    assert first.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
    }
    assert (second.number, second.metadata["title"]) == (2, "Bridge wall cracks")
    open_ended = document.replace("Copyright 2011 Andes Wire. All Rights Reserved.", "")
    assert article(rtf(open_ended)).text == "Two men fled.\n\nOne died."


def test_other_rtf_is_one_article() -> None:
    (article,) = articles(rb"{\rtf1\ansi Dam wall cracks\par Two men fled\u-10179?\u-8704?\-.}", "a.doc")
    assert (article.text, article.number) == ("Dam wall cracks\n\nTwo men fled😀.", None)


@pytest.mark.parametrize("data", [rb"{\rtf1\ansi }", rb"{\rtf1\ansi\uc two}", rb"{\rtf1 \u99999999999?}"])
def test_broken_rtf_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(InputError, match="RTF"):
        parts(data, "a.rtf")


# Sniffing

KINDS: Mapping[str, str] = {
    page(coded()): "factiva_html",
    page(listed("7 words", "5 January 2011")).replace("<title>Factiva</title>", ""): "factiva_html",
    '<html><div class="article isArticle"><p class="articleParagraph">Two fled.</p></div></html>': "page",
    '<html><div class="myArticle"><p class="articleParagraph lead">Two fled.</p></div></html>': "page",
    XML.format(element()): "factiva_xml",
    element(): "factiva_xml",
    "SE\nWorld\nHD\nDam wall cracks\nSN\nAndes Wire\nLP\nTwo fled.": "factiva_txt",
    "Dam wall cracks\n57 words\n5 January 2011\nAndes Wire": "factiva_txt",
    "HD video\nTwo fled.": "text",
    "Dam wall cracks\n57 words were said on\n5 January 2011\nTwo fled.": "text",
}


@pytest.mark.parametrize(("data", "kind"), KINDS.items())
def test_content_tells_the_kind(data: str, kind: str) -> None:
    assert kind_of(data.encode(), "export.txt") == kind


# Text


def copied(separator: str, **cells: str) -> str:
    plain = {**PLAIN, "LP": "Two men fled.", "TD": "One died.\nIN all two were held.", **cells, "AN": NUMBER}
    return "\n".join(f"{code}{separator}{cell}" for code, cell in plain.items()) + "\n\n"


@pytest.mark.parametrize("separator", ["\n", "\t", "   ", " \n"])
def test_text_with_codes_on_its_lines(separator: str) -> None:
    first, second = articles(copied(separator, BY="By Ana Diaz") + copied(separator, HD="Bridge falls"), "a.txt")
    assert first.text == "Two men fled.\n\nOne died.\n\nIN all two were held."
    assert first.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
    }
    assert (second.number, second.metadata["title"]) == (2, "Bridge falls")


def test_text_with_lines_in_their_order() -> None:
    lines = (
        "Dam wall cracks",
        "By Ana Diaz",
        "57 words",
        "5 January 2011",
        "Andes Wire",
        "ANDW",
        "English",
        "(c) 2011",
    )
    document = "\n\n".join((*lines, "Two men fled.", "One died.", NUMBER)) + "\n\n"
    first, second = articles(f"{document}{document}Search Summary\nText\ndam", "a.txt")
    assert first.text == second.text == "Two men fled.\n\nOne died."
    assert first.metadata["author"] == "Ana Diaz"
