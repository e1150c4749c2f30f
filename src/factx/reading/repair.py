"""A text as its writer meant it: what copying, scanning and decoding did to its letters is undone.

1. Markup of a page goes (``markup``).
2. Control characters, which tables and terminals cannot bear, become blanks.
3. Text that was decoded wrongly ("cafÃ©") is decoded again (ftfy).
4. Ligatures, full-width letters and squared units become plain ones ("ﬁve", "１２", "㎏"), letters and
   their accents one character (NFC). Raised and circled figures stay: they are notes.
5. Soft hyphens, zero-width blanks and marks of direction go.
6. Words broken at the end of a line are joined.

Most texts need none of it and stay as they are, letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from factx.base import lexicon
from factx.reading.encoding import without_lone_surrogates
from factx.reading.english import is_english
from factx.reading.markup import without_markup

_COMPATIBLE = re.compile("[\u3000\u3371-\u33df\ufb00-\ufb06\uff01-\uff5e\uffe0-\uffe6\U0001d400-\U0001d7ff℃℉]")
"""Characters that stand for others: ligatures, full-width forms, squared units, letters of mathematics."""
_SQUARED = range(0x3371, 0x33E0)
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_HIDDEN = re.compile(
    rf"(?<=[^\W\d_])[{_INVISIBLE}]+(?=\d)|(?<=\d)[{_INVISIBLE}]+(?=[^\W\d_])|\u00ad[ \t]*\r?\n[ \t]*|[{_INVISIBLE}]+"
)
"""What no reader sees; between a letter and a figure it parts two words."""
_BROKEN = re.compile(
    r"(?<![\w-])(?P<first>[^\W\d_]{1,25}(?:-[^\W\d_]{1,25}){0,2})[-\u2010]"
    r"[ \t]*\r?\n[ \t]*(?P<second>[^\W\d_]{2,25})(?P<more>-?)"
)
"""A word that the end of a line breaks; a dash has a blank before it."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters that are neither blanks nor ends of lines or pages."""
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = lexicon.classes("reading/hyphenated")


def repaired(text: str) -> str:
    """The text as it is read; offsets are those of its characters.

    >>> repaired("Twenty-ﬁve men, １２ women and a sol­dier were kil-\\nled")
    'Twenty-five men, 12 women and a soldier were killed'
    """
    text = without_markup(without_lone_surrogates(text))
    if not text.isascii():
        text = _with_plain_letters(_decoded_again(text))
    text = _CONTROLS.sub(" ", text)
    return _BROKEN.sub(_joined, text) if "-" in text or "\u2010" in text else text


def _decoded_again(text: str) -> str:
    """The text with lines decoded anew that show the traces of a wrong encoding."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(text):
        return text
    return "\n".join(fix_encoding(line) if is_bad(line) else line for line in text.split("\n"))


def _with_plain_letters(text: str) -> str:
    text = _COMPATIBLE.sub(_plain, text)
    text = _HIDDEN.sub(_seen, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _plain(found: re.Match[str]) -> str:
    """The characters that one stands for; a squared unit keeps its raised figure ("㎡")."""
    character = found.group()
    if ord(character) in _SQUARED:
        return "".join(chr(int(code, 16)) for code in unicodedata.decomposition(character).split()[1:])
    return unicodedata.normalize("NFKC", character)


def _seen(hidden: re.Match[str]) -> str:
    """What a reader sees of invisible characters: nothing, but a blank between a word and a figure."""
    before = hidden.string[hidden.start() - 1 : hidden.start()]
    after = hidden.string[hidden.end() : hidden.end() + 1]
    parts = (before.isalpha() and after.isdecimal()) or (before.isdecimal() and after.isalpha())
    return " " if parts and "\u200b" in hidden.group() else ""


def _joined(broken: re.Match[str]) -> str:
    """A broken word in one, with its hyphen if that is the word's own."""
    first, second, more = broken["first"], broken["second"], broken["more"]
    hyphenated = f"{first}-{second}{more}"
    word = first + second
    if second.lower() in _PARTS["ending"] and is_english(word.lower()):
        return word + more
    if "-" in first or first.lower() in _PARTS["first"] or (second[0].isupper() and not first.isupper()):
        return hyphenated
    if is_english(word.lower()):
        return word + more
    compound = bool(more) or (is_english(first.lower()) and is_english(second.lower()))
    return hyphenated if compound and word not in _words_of(broken.string) else word + more


@lru_cache(maxsize=1)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))
