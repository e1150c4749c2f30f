"""Lines of a page that was copied by hand which are none of the story by what stands beside them.

1. Below "Image caption," alone on its line stands the caption.
2. Below the credit of a picture alone on its line stands its caption, if that ends no sentence.
3. Above "02:11 - Source: CNN", the length of a clip, stands the clip's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factx.base import lexicon
from factx.reading.sentence_ends import ends_sentence

AGENCY = "|".join(sorted(map(re.escape, lexicon.words("reading/agencies", "name")), key=len, reverse=True))
"""The names of agencies, for a pattern."""
_LABELS = lexicon.classes("reading/furniture", column="phrase")["caption"]
_LONGEST_LABEL, _LONGEST_CREDIT, _LONGEST_CAPTION = 20, 60, 300
"""Characters of a label alone on its line, of a picture's credit, and of a caption."""
_PICTURES = r"Getty Images|EPA(?:-EFE)?(?:/Shutterstock)?|Shutterstock|Alamy|PA Media|Maxar"
_CREDIT = re.compile(rf"(?:[\w .]{{2,30}}/)?(?:(?:{AGENCY})(?:/|,? via ))?(?:{_PICTURES})|(?:{AGENCY}) (?i:photo)")
"""A credit that only pictures have; an agency alone may have written the story."""
_WRITTEN_BY = re.compile(AGENCY)
_TOP = 4
"""Lines among which an agency alone has written the story, and a deck may stand below it."""
_LENGTH = re.compile(r"\d{1,2}:\d\d(?: ?[-–] ?Source: ?\S.{0,40})?")
_FEWEST_WORDS = 3
"""Words of a caption: places and headings between paragraphs have fewer."""


def beside_pictures(lines: Sequence[str]) -> Iterator[int]:
    """Yield the places of captions without a sign of their own, and of credits and titles of clips.

    >>> list(beside_pictures(["Barge sinks", "Image caption,", "The barge had 90 men aboard", "Six men died."]))
    [2]
    """
    for at, line in enumerate(lines):
        if line.lower().rstrip(" ,:") in _LABELS and len(line) <= _LONGEST_LABEL:
            yield from (below for below in (at + 1,) if below < len(lines) and _may_be_caption(lines[below]))
        elif _is_credit(line, at) and at + 1 < len(lines) and _is_title(lines[at + 1]):
            yield from (at, at + 1)
        elif at and " - " in line and _LENGTH.fullmatch(line) and _is_title(lines[at - 1]):
            yield from (at - 1, at)


def _is_credit(line: str, at: int) -> bool:
    if len(line) > _LONGEST_CREDIT:
        return False
    return _CREDIT.fullmatch(line) is not None or (at >= _TOP and _WRITTEN_BY.fullmatch(line) is not None)


def _may_be_caption(line: str) -> bool:
    return len(line) <= _LONGEST_CAPTION


def _is_title(line: str) -> bool:
    """True for words that end no sentence, as captions and titles of clips."""
    return len(line.split()) >= _FEWEST_WORDS and len(line) <= _LONGEST_CAPTION and not ends_sentence(line, also=":")
