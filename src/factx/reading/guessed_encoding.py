"""The encoding of text that is no UTF-8, told by its letters, and only where they leave no doubt.

English news is in Windows-1252, but for names in other encodings, which look odd in it: signs in
words, four accents in a row. Of such a text each of the others is tried; the one counts by which
all words are words. A statistical guess (charset-normalizer's) is little better than chance where
an English text has three foreign names, and takes Latin-2 for Windows-1250; it is asked only to
tell Chinese from Korean and Japanese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

_ODD = re.compile(
    "[À-ÖØ-öø-ÿ]{4}|[À-ÖØ-öø-ÿ][¡-©¬-±³-¸¼-¿×÷¹]|[¤¥¦®°¹¼-¾][À-ÖØ-öø-ÿ]|ø[íáéý]|(?<=[A-Za-z])[£¥¦©¬®¯±³µ¶¹¼¾](?=[a-z])"
    "|[¢-¦¨-ª¬-º¼-¾]{3}|[ŒœŽžŠšŸƒ][‹†‡ˆ‰¡-ª¬-º¼-¿]|[†‡ˆ‰][ŒœŽžŠšŸ]"
    "|(?<=[A-Za-z])[‚„†‡ˆ‰‹](?=[a-z])|(?<=[a-z])(?:[‚„](?=\\s)|[ŽŠÒÓÕ](?![A-Z]))"
)
"""What Windows-1252 makes of names in other encodings, and what no name of its own languages has."""
_FOREIGN = re.compile(r"(?<![^\W\d_])[A-Za-z]*+[^\x00-\x7f](?:[^\W\d_]|[^\x00-\x7f])*")
"""A word, or a run of them, with what is not ASCII in it."""
_PUNCTUATION = "\u00a0§°«»–—‘’‚“”„†•…€™№"
"""Signs that stand beside words in every encoding of Windows."""
_MARKS = re.compile(f"[{_PUNCTUATION}]+")
_CYRILLIC = re.compile("[А-ЯЁЂ-ЏҐ]?[а-яёђ-џґ]+")
"""A word in small letters, or with a capital first: other bytes read as Cyrillic mix them."""
_HAN = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffefA-Za-z]+")
_CENTRAL = (
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "ąćęłńóśźż",
    "áéíóöőúüű",
    "čćđšž",
    "ăâîşţ",
)
"""Letters of Czech, Slovak, Polish, Hungarian, Croatian with Slovene, and Romanian beyond ASCII."""
_ASIAN = ["gb18030", "big5", "cp949", "shift_jis", "euc_jp"]
_LONG_ENOUGH = 4
"""Letters of a Cyrillic word by which it is told: shorter ones come about by chance."""


def looks_odd(text: str) -> bool:
    """True for a text read as Windows-1252 that seems to be in another encoding.

    >>> looks_odd("Stanis³aw fled"), looks_odd("Jiøí fled"), looks_odd("±±¾© burns"), looks_odd("S‹o Paulo")
    (True, True, True, True)
    >>> looks_odd("São Tomé, ‘Œuvre’, «Žižek» – £½m for 5½ km² at 30°")
    False
    """
    return _ODD.search(text) is not None


def recognised(data: bytes) -> str | None:
    """The encoding of bytes that are odd as Windows-1252, or None if it is not sure.

    >>> recognised("Police in Łódź held Stanisław.".encode("latin2"))
    'iso8859-2'
    >>> recognised("Police held Ван.".encode("cp1251"))
    """
    fitting = {name: text for name, text in _readings(data) if _fits(name, text)}
    return next(iter(fitting)) if len(set(fitting.values())) == 1 else None


def _readings(data: bytes) -> Iterator[tuple[str, str]]:
    for name in _TESTS:
        try:
            yield name, data.decode(name)
        except UnicodeDecodeError:
            continue


def _fits(name: str, text: str) -> bool:
    words = [word for run in _FOREIGN.findall(text) for word in _MARKS.split(run) if word]
    return bool(words) and _TESTS[name](words)


def _is_cyrillic(words: Sequence[str]) -> bool:
    return all(map(_CYRILLIC.fullmatch, words)) and max(map(len, words)) >= _LONG_ENOUGH


def _is_central(words: Sequence[str]) -> bool:
    """True if one language of Central Europe has all the letters."""
    letters = {letter for letter in "".join(words).lower() if not letter.isascii()}
    return any(letters <= set(alphabet) for alphabet in _CENTRAL)


def _is_han(words: Sequence[str]) -> bool:
    """True for nothing but characters of Chinese, if they are no Korean or Japanese read as such."""
    from charset_normalizer import from_bytes

    if not all(map(_HAN.fullmatch, words)):
        return False
    found = from_bytes("".join(words).encode("gbk"), cp_isolation=_ASIAN)
    return [match.encoding for match in found] == [_ASIAN[0]]


_TESTS: dict[str, Callable[[Sequence[str]], bool]] = {
    "cp1251": _is_cyrillic,
    "gbk": _is_han,
    "cp1250": _is_central,
    "iso8859-2": _is_central,
}
NAMES = {
    "cp1251": "Windows-1251",
    "gbk": "GBK",
    "cp1250": "Windows-1250",
    "iso8859-2": "Latin-2",
}
"""What the encodings are called in notes."""
