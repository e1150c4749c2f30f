"""Recognised text of scanned papers: ALTO, PAGE XML and hOCR."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.io.formats.exports import article, articles
from tests.io.formats.reading import message_of, read_one

ALTO = "http://www.loc.gov/standards/alto/ns-v3#"
PAGE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"


def alto_line(*words: str) -> str:
    return f"<TextLine>{'<SP/>'.join(words)}</TextLine>"


def word(content: str, part: str = "", whole: str = "") -> str:
    parted = f' SUBS_TYPE="{part}" SUBS_CONTENT="{whole}"' if part else ""
    return f'<String CONTENT="{content}"{parted}/>'


def alto(*pages: list[str]) -> str:
    blocks = ("".join(f"<TextBlock>{block}</TextBlock>" for block in page) for page in pages)
    layout = "".join(f"<Page><PrintSpace><ComposedBlock>{page}</ComposedBlock></PrintSpace></Page>" for page in blocks)
    return f'<?xml version="1.0"?><alto xmlns="{ALTO}"><Layout>{layout}</Layout></alto>'


def test_words_of_alto_that_lines_part_are_whole_and_columns_go_on() -> None:
    head = alto_line(word("DAM"), word("BURSTS"))
    first = alto_line(*map(word, ("The", "dam", "killed")), word("thir", "HypPart1", "thirty"), "<HYP CONTENT='-'/>")
    second = alto_line(word("ty", "HypPart2", "thirty"), word("men"), word("and"))
    third = alto_line(*map(word, ("four", "boys.")))
    found = article(alto([head, first + second, third, alto_line(word("Rain."))]), "p.xml")
    assert (found.text, found.number) == ("DAM BURSTS\n\nThe dam killed thirty\nmen and\nfour boys.\n\nRain.", None)


def test_each_page_is_an_article_and_one_without_words_none(tmp_path: Path) -> None:
    lines = [alto_line(*map(word, f"{count} men were killed in Oru.".split())) for count in ("Two", "Ten")]
    found = articles(alto([lines[0]], [], [lines[1]]), "p.xml")
    assert [(part.number, part.text) for part in found] == [
        (1, "Two men were killed in Oru."),
        (2, "Ten men were killed in Oru."),
    ]
    assert "nothing was recognised" in message_of(tmp_path, "p.xml", alto([]))


def region(name: str, *lines: str) -> str:
    def told(text: str) -> str:
        return f"<TextEquiv><Unicode>{text}</Unicode></TextEquiv>"

    held = "".join(f"<TextLine><Word>{told('x')}</Word>{told(line)}</TextLine>" for line in lines)
    return f'<TextRegion id="{name}">{held}{told(" ".join(lines))}</TextRegion>'


@pytest.mark.parametrize("order", ["ba", ""])
def test_regions_of_page_xml_stand_in_reading_order(order: str) -> None:
    refs = "".join(f'<RegionRefIndexed index="{at}" regionRef="{name}"/>' for at, name in enumerate(order))
    listed = f"<ReadingOrder><OrderedGroup id='g'>{refs}</OrderedGroup></ReadingOrder>" if order else ""
    regions = region("a", "The dam kil-", "led ten men.") + region("b", "DAM BURSTS")
    found = article(f'<PcGts xmlns="{PAGE}"><Page>{listed}{regions}</Page></PcGts>', "p.xml")
    story, head = "The dam kil-\nled ten men.", "DAM BURSTS"
    assert found.text == "\n\n".join((head, story) if order else (story, head))


def test_hocr_is_told_by_its_classes_and_its_lines_go_on(tmp_path: Path) -> None:
    body = "".join(
        f"<p class='ocr_par'>{''.join(f'<span class=ocr_line>{line}</span>' for line in lines)}</p>"
        for lines in (["DAM BURSTS IN ORU"], ["The dam burst on Tuesday and kil-", "led ten men, the mayor said."])
    )
    item = read_one(tmp_path, "p.html", f"<html><body><div class='ocr_page' id='page_1'>{body}</div></body></html>")
    assert item.title == "DAM BURSTS IN ORU"
    assert item.text.split("\n\n")[1] == "The dam burst on Tuesday and killed ten men, the mayor said."


def test_dispatches_on_a_page_are_articles() -> None:
    told = (
        "THE ANDES COURIER, JUNE 5, 1878.",
        "DAM BURSTS.",
        "ORU, June 4.—Ten fled.",
        "BIG FIRE.",
        "Bor, June 3.—Two fled.",
    )
    found = articles(alto([alto_line(*map(word, line.split())) for line in told]), "p.xml")
    assert [(part.number, part.text, part.metadata["title"]) for part in found] == [
        (1, "ORU, June 4.—Ten fled.", "DAM BURSTS"),
        (2, "Bor, June 3.—Two fled.", "BIG FIRE"),
    ]
