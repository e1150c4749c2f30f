"""Pages and XML as paragraphs: what is text, what parts it, and what is too much."""

from __future__ import annotations

import pytest

from factx.base.errors import InputError
from factx.reading.formats.markup import html_of, paragraphs_of, text_of, xml_of


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        ("<p>Two <b>men</b>\n fled.<p>One&nbsp; died.", ["Two men fled.", "One died."]),
        ("<div>Two fled<br>north.<br/><br/>One died.</div>", ["Two fled\nnorth.\n\nOne died."]),
        ("<ul><li>Two</li><li>fled</li></ul>", ["Two", "fled"]),
        ("<p>Two<!-- not --> fled<?no?>.</p>", ["Two fled."]),
        ("<p>Two<script>var a;</script> fled<style>p {}</style>.</p><svg><text>x</text></svg>", ["Two fled."]),
        ("<p>Two <odd<name>fled</p>", ["Two fled"]),
        ("<p>Two\f\vfled</p>", ["Two fled"]),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><html><p>São fell.</p></html>', ["São fell."]),
        ("<p>Two fled.</p>" + "<div>" * 1500 + "One died." + "</div>" * 1500, ["Two fled.", "One died."]),
    ],
)
def test_paragraphs(page: str, paragraphs: list[str]) -> None:
    assert paragraphs_of(html_of(page)) == paragraphs


def test_what_is_left_out_leaves_what_follows_it() -> None:
    page = html_of("<div>Two <i>men</i> fled.</div>")
    assert text_of(page) == "Two men fled."
    assert paragraphs_of(page, page.iter("i")) == ["Two fled."]


def test_what_libxml_would_drop_without_a_word_is_an_error() -> None:
    with pytest.raises(InputError, match="nested too deeply"):
        html_of("<p>Two fled.</p>" + "<div>" * 3000 + "One died.")


def test_xml_keeps_its_entities_closed() -> None:
    declared = (
        b'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]><a xmlns="urn:b"><p>Two &f;fled<br/>now</p></a>'
    )
    assert paragraphs_of(xml_of(declared)) == ["Two fled\nnow"]
