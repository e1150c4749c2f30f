"""What stands amid a story and is none of it: links to other stories, captions, boxes to sign up.

They have no class that tells it, and yet numbers of other events. A paragraph that is nothing but a
link and no sentence is the headline of another story, and so is one after "Read also"; words in
italics below a picture are its caption; what is written around a field to type in is no story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from lxml import etree

from factx.base import lexicon
from factx.reading.formats.markup import holds_lines
from factx.reading.sentence_ends import ends_sentence

_WORDS = lexicon.classes("reading/page_words")
_NOT_LETTERS = re.compile(r"[\W_]+")
_LABELS = frozenset(
    _NOT_LETTERS.sub(" ", word).strip() for kind in ("whole", "opening", "label") for word in _WORDS[kind]
)
_HEADINGS, _LISTS = ("h2", "h3", "h4", "h5"), frozenset(("ul", "ol", "dl"))
_LEAVES = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "section")
_FEWEST_OF_HEADLINE = 20
"""Letters of a headline; a link of fewer is the word of a dateline, or a mark."""
_LONGEST_BOX = 300
"""Letters around a field to type in, and of a caption."""
_LABEL_ENDS, _MOST_LABEL_WORDS = (":", "|", "»", ">"), 2
"""What parts a label from the link behind it, and the words that it may have ("Full story:")."""
_UNLINKED: Any = etree.XPath(".//text()[not(ancestor::a[@href])]")
_ELSEWHERE: Any = etree.XPath(".//a[@href and not(starts-with(@href, '#'))]")
_TYPED_IN: Any = etree.XPath(".//input[not(@type) or @type='email' or @type='text' or @type='tel']")
_UPRIGHT: Any = etree.XPath(".//text()[normalize-space() and not(ancestor::em or ancestor::i or ancestor::small)]")
_BOXES = ("div", "section", "td", "p", "li")


def offers(root: Any) -> list[Any]:
    """The elements of a page that offer something beside its story."""
    return [*_listed(root), *_linked(root), *_captions(root), *_boxes(root)]


def _listed(root: Any) -> Iterator[Any]:
    """Yield the headings of sources and of other stories, and the lists right below them."""
    for heading in root.iter(*_HEADINGS):
        if heading.text_content().strip(" \t\n:[]").lower() not in _WORDS["listed"]:
            continue
        around = heading.getparent()
        below = around if around.text_content().strip() == heading.text_content().strip() else heading
        lists = list(takewhile(lambda element: element.tag in _LISTS, below.itersiblings()))
        if lists:
            yield from (below, *lists)


def _linked(root: Any) -> Iterator[Any]:
    """Yield the paragraphs that are the headline of another story, with or without a label."""
    for element in root.iter(*_LEAVES):
        if _ELSEWHERE(element) and not holds_lines(element) and _is_headline(element):
            yield element
    for element in root.iter("a"):
        if element.get("href") and holds_lines(element) and not _tells(element.text_content()):
            yield element


def _is_headline(element: Any) -> bool:
    written, said = "".join(_UNLINKED(element)).strip(), element.text_content()
    label = _NOT_LETTERS.sub(" ", written).strip().lower()
    if label in _LABELS:
        return True
    is_label = not label or (written.endswith(_LABEL_ENDS) and label.count(" ") < _MOST_LABEL_WORDS)
    return is_label and not _tells(said) and len(said.strip()) - len(written) >= _FEWEST_OF_HEADLINE


def _tells(said: str) -> bool:
    return ends_sentence(said)


def _captions(root: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables of one picture and words below it."""
    for picture in root.iter("img"):
        for element in picture.iterancestors("p", "div", "table"):
            said = element.text_content().strip()
            if said:
                if len(said) <= _LONGEST_BOX and _is_caption(element):
                    yield element
                break


def _is_caption(element: Any) -> bool:
    if element.tag == "table":
        cells = [cell for cell in element.iter("td", "th") if cell.text_content().strip()]
        return len(cells) == 1 and len(list(element.iter("img"))) == 1
    return not _UPRIGHT(element)


def _boxes(root: Any) -> Iterator[Any]:
    """Yield the blocks around fields to type in that hold no story."""
    for field in _TYPED_IN(root):
        box = next((outer for outer in field.iterancestors(*_BOXES) if outer.text_content().strip()), None)
        if box is not None and len(box.text_content().strip()) <= _LONGEST_BOX:
            yield box
