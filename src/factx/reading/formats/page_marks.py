"""Inline elements of pages that change what a sentence says: words struck out, marks of notes.

1. What is struck out has been taken back: "killed <del>30</del> 12" is 12.
2. A note's mark stands at a word as an exponent does: "47<sup>1</sup> people" are 47, and
   "3 km<sup>2</sup>" is an area.
3. The words of elements that trafilatura cuts out, or a whole paragraph with them, are mere words.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

_STRUCK: Any = etree.XPath(
    ".//del | .//s | .//strike | .//*[contains(translate(@style, ' ', ''), 'text-decoration:line-through')]"
)
_MOST_STRUCK = 0.3
"""Share of a page's letters that is struck out; more comes of an element that was not closed."""
_RAISED: Any = etree.XPath(".//sup | .//a[starts-with(@href, '#')]")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}(?:,\s?\d{1,3}){0,9}|[*†‡§¶]{1,3}|[a-z])[\])]?")
_FIGURES = re.compile(r"\d{1,3}")
_BACK = re.compile(r"[\s↩↑⤴⏎^\ufe0e]+")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[cdhkmn]?m|ft|in|mi|yd|s|sec|miles?|met(?:er|re)s?|feet|[A-Za-z])$")
"""What an exponent belongs to: a unit of length or time, or a letter of a formula."""
_POWER = re.compile(r"(?:[×x*·]\s*|^)10$")
_RAISED_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WORDS = (
    "label", "output", "meter", "progress", "ruby", "rb", "rt", "rtc", "rp", "slot", "noindex", "blink", "marquee",
    "legend",
)  # fmt: skip


def settle_marks(root: Any) -> None:
    """Change the inline elements of a page so that its words alone say what it says."""
    most = _MOST_STRUCK * len(root.text_content())
    for element in _STRUCK(root):
        if element.getparent() is not None and len(element.text_content()) <= most:
            element.drop_tree()
    for element in _RAISED(root):
        if element.getparent() is not None:
            _settle_raised(element)
    for element in list(root.iter("math")):
        _write_in_line(element)
    for element in list(root.iter(*_WORDS)):
        element.drop_tag()
    for element in root.iter("span"):
        element.attrib.pop("aria-hidden", None)  # trafilatura would cut it out


def _settle_raised(element: Any) -> None:
    """Take out a mark of a note, write a power and a fraction as such; ordinals and units stay."""
    said, before = element.text_content().strip(), _text_before(element)
    if _BACK.fullmatch(said) and _links_here(element):
        element.drop_tree()
    elif not _MARK.fullmatch(said) or not (before.strip() or _links_here(element)):
        return
    elif element.tag == "sup" and _is_numerator(element):
        element.text = f" {element.text or ''}"
    elif _links_here(element):
        if element.tag == "sup" or not before[-1:].isspace():
            element.drop_tree()
    elif _FIGURES.fullmatch(said) and _POWER.search(before):
        element.text = said.translate(_RAISED_FIGURES)
    elif not said.strip().isalpha() and not _UNIT.search(before):
        element.drop_tree()


def _links_here(element: Any) -> bool:
    """True if an element is, or holds, a link to a place of its own page."""
    return any((link.get("href") or "").startswith("#") for link in element.iter("a"))


def _is_numerator(element: Any) -> bool:
    following = element.getnext()
    return (element.tail or "").strip() in ("/", "⁄") and following is not None and following.tag == "sub"


def _text_before(element: Any) -> str:
    """The words in front of an element in its line, as far as those are in the same element."""
    parent, previous = element.getparent(), element.getprevious()
    if previous is None:
        return parent.text or ""
    return (previous.tail or "") or previous.text_content()


def _write_in_line(formula: Any) -> None:
    for note in list(formula.iter("annotation", "annotation-xml")):
        note.drop_tree()
    for fraction in formula.iter("mfrac"):
        if len(fraction) > 1:
            fraction[0].tail = "/"
    for held in list(formula.iterdescendants()):
        held.drop_tag()
    formula.drop_tag()
