"""Europresse and Eureka: both layouts, three dates of which one is that of the issue."""

from __future__ import annotations

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, RawArticle
from factx.reading.formats.sniff import kind_of
from tests.io.formats.exports import article, articles, parts

TEXT = "<p>Two men <mark>fled</mark>.</p><p>One man\ndied &amp; two were held.</p>"
FOOTER = """<aside><div><b>Note(s) :</b><p>(9 May 1956.)</p></div></aside><footer><small>© 2011 Owner.</small>
<p>Document number: news·20110107·AW·1a01</p><span id="PubliC_lblEndDate">2018-07-04</span></footer>"""


def new(
    header: str = "World, Wednesday, January 5, 2011 11 words, p. 3",
    text: str = f"<div class='docOcurrContainer'>{TEXT}</div>",
    *,
    publication: str = "Andes Wire",
    author: str = "<div>Ana Diaz</div>",
    title: str = "Dam wall cracks",
) -> str:
    """A document of the newer layout."""
    return f"""<article><header><div class="rdp__DocPublicationName">
<span class="DocPublicationName">{publication}  </span><div><span class="DocHeader">{header}</span></div>
<div><p>DAMS</p></div><div class="titreArticle">
<p class="sm-margin-bottomNews">FLOODS</p><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{title}</p>
<p class="sm-margin-bottomNews">A deck of it</p></div>{author}</header>
<section><div class="DocText clearfix">{text}</div>
</section>{FOOTER}</article>"""


def page(*documents: str) -> str:
    return f"<!DOCTYPE html> <html> <head> <meta charset='utf-8'> </head> <body> {''.join(documents)} </body> </html>"


def test_a_document_of_the_newer_layout() -> None:
    found = article(page(new()), "a.htm")
    assert found.text == "Two men fled.\n\nOne man died & two were held."
    assert found.metadata == {
        "title": "Dam wall cracks",
        "author": "Ana Diaz",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
    }
    assert (found.number, found.note) == (1, None)


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Communication, mercredi 5 janvier 2011, p. 16", "2011-01-05"),
        ("mercredi 5 janvier 2011 - 12:30:00 UTC +0100 1 234 mots", "2011-01-05"),
        ("Miércoles, 5 de enero de 2011", "2011-01-05"),
        ("World, January 2011, p. 3", None),
    ],
)
def test_the_date_stands_among_other_things(header: str, day: str | None) -> None:
    assert article(page(new(header))).metadata.get("published") == day


def test_a_kicker_may_stand_within_the_title() -> None:
    found = article(page(new(title='<p class="sm-margin-bottomNews">AT SEA</p>Dam wall cracks')))
    assert found.metadata["title"] == "Dam wall cracks"


def test_the_date_may_stand_beside_the_section() -> None:
    written = '<span class="DocTitreSousSection">World</span><span>5 janvier 2011</span><span class="DocHeader">p. 3'
    assert article(page(new().replace('<span class="DocHeader">', written))).metadata["published"] == "2011-01-05"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Andes Wire, no. 19625", "Andes Wire"),
        ("Andes Wire, nº 7", "Andes Wire"),
        ("No. 1 News (Lima)", "No. 1 News (Lima)"),
    ],
)
def test_the_number_of_the_issue_is_none_of_the_publications_name(written: str, name: str) -> None:
    assert article(page(new(publication=written))).metadata["publisher"] == name


@pytest.mark.parametrize(
    ("written", "author"),
    [
        ("", None),
        ("<div class='docAuthors'>Ana Diaz; Jan Roth</div>", "Ana Diaz; Jan Roth"),
        ("<p>A deck</p>", None),
        ("<div class='apd-wrapper'>Listen</div>", None),
        (f"<div>{'The dam of Aba broke. ' * 6}</div>", None),
    ],
)
def test_the_author_stands_below_the_title_or_has_a_class(written: str, author: str | None) -> None:
    assert article(page(new(author=written))).metadata.get("author") == author


def test_links_notes_and_captions_are_no_text() -> None:
    text = "<p>Two men fled (lien : https://wire.example/a) Aba.</p>"
    others = "<figure><p>The dam</p></figure><aside><p>See p. 4</p></aside>"
    assert article(page(new(text=text + others))).text == "Two men fled Aba."


def test_a_text_may_lack_paragraphs() -> None:
    assert (
        article(page(new(text="Two men fled.<br><br>One died.<aside>A note</aside>"))).text
        == "Two men fled.\n\nOne died."
    )


def test_the_word_count_is_checked() -> None:
    longer, right = articles(page(new("Wednesday, January 5, 2011 495 words, p. 3"), new("January 5, 2011 11 words")))
    assert longer.note == "the export says 495 words, the text has 10"
    assert right.note is None


def test_a_document_without_text_is_a_bad_part() -> None:
    bad, good = parts(page(new(text=""), new()))
    assert bad == BadPart("no text in the document 'Dam wall cracks'", 1)
    assert isinstance(good, RawArticle)


def old(
    text: str = "Two men <b>fled</b>.<p></p>One man\ndied.<p></p>", *, author: str = "ANA DIAZ<p></p>", end: str = ""
) -> str:
    """A document of the older layout: nothing holds it, its text lies loose."""
    return f"""<table id="tbHeaderImages"><tr><td><img src="a.gif"></td></tr></table><table><tr><td>
<span class="DocPublicationName">Andes Wire, no. 12</span><br><span class="DocHeader">World, </span>
<span class="DocHeader">mercredi, </span><span class="DocHeader">5 janvier 2011</span>
<span class="DocHeader">, p. 16</span><p>
<span class="TitreArticleVisu">Dam <span style="color:red">wall</span> cracks</span><br>{author}{text}{end}
<p>© 2011 Owner. Tous droits réservés.</p></td></tr><tr><td align="center">news·20110106·AW·1a01<br>
Ce certificat est émis à <b>Example</b><br>Date d'émission : 2018-07-04</td></tr></table>"""


def test_documents_of_the_older_layout() -> None:
    found = articles(page(old(), old(author="")))
    assert [part.text for part in found] == ["Two men fled.\n\nOne man died."] * 2
    assert found[0].metadata == {
        "title": "Dam wall cracks",
        "author": "ANA DIAZ",
        "published": "2011-01-05",
        "publisher": "Andes Wire",
    }
    assert "author" not in found[1].metadata
    assert [part.number for part in found] == [1, 2]


def test_the_author_of_the_older_layout_may_stand_in_the_lines_of_the_text() -> None:
    assert article(page(old(author="ANA DIAZ<br>"))).text == "Two men fled.\n\nOne man died."


@pytest.mark.parametrize(
    "end", ["<p>Catégorie : Monde</p><p>Taille : 9 mots</p>", "<p>Note(s) :</p><p>(9 May 1956.)</p>"]
)
def test_labelled_fields_end_the_text_of_the_older_layout(end: str) -> None:
    assert article(page(old(end=end))).text == "Two men fled.\n\nOne man died."


def test_a_paragraph_about_a_copyright_is_text() -> None:
    text = "Copyright 2010 was the judges' word.<p></p>" + "".join(f"Man {number} fled.<p></p>" for number in range(6))
    assert article(page(old(text))).text.startswith("Copyright 2010 was")


def test_a_page_that_declares_another_encoding_is_read_as_what_it_is() -> None:
    declared = page(old("São fell.<p></p>")).replace("<meta charset='utf-8'>", '<meta charset="ISO-8859-1">')
    assert article(declared.encode()).text == "São fell."
    assert article(declared.replace("·", ".").encode("cp1252")).text == "São fell."


def test_an_empty_page_is_no_article() -> None:
    with pytest.raises(InputError, match="no article"):
        parts(page('<span class="DocPublicationName">Andes Wire</span>'))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (page(new()), "europresse"),
        (page(old()), "europresse"),
        (page("<article><h1 class='titreArticle'>Dam wall cracks</h1><p>Two fled.</p></article>"), "page"),
    ],
)
def test_content_tells_the_kind(data: str, kind: str) -> None:
    assert kind_of(data.encode(), "export.txt") == kind
