"""Tell whether a text is English, the only language that factx reads.

1. Text in another alphabet is not.
2. English prose is told by its function words alone: a count of words, which costs nothing.
3. What has few of them (headlines, digests, tables, lists of names, other languages) is told by how
   many of its words are in a dictionary of English. Names are in no dictionary, so capitalised
   words count only in text of capitals. Words of two or three letters count only where there are no
   longer ones: every language has some that are English.

A text of names and figures alone is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factx.base import lexicon
from factx.reading.english import WORDS, is_english

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b", re.IGNORECASE)
"""What English writes onto a word; "d'euros" and "l'île" are words of other languages."""
_ADDRESS = re.compile(r"(?<!\S)[^\s@/]*+[@/]\S*|\b\w+(?:\.\w{2,})+")
"""Addresses of pages and mail, and names of accounts: no words of any language."""
_MAY_BE_ADDRESS = re.compile(r"[@/]|\w\.\w\w")
_ALPHABET = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_VOWEL = re.compile(r"[^b-df-hj-np-tv-xz]", re.IGNORECASE)
"""What has none is an abbreviation ("bpd", "kg"), a word of no language."""
_SYMBOL = re.compile(r"[a-z][A-Z]")
"""A capital within a word: a sign of a unit ("kWh", "hPa") or a made-up name."""
_FOREIGN = lexicon.classes("reading/foreign_words")
_SAMPLE_CHARS = 5000
"""The beginning is enough, and a long text costs no more than a short one."""
_FEWEST_WORDS = 30
"""From here on prose has function words; a headline may have none."""
_ENGLISH_SHARE = 0.1
"""Of 3,000 articles of English news 99 in 100 have more; other languages have one word in a hundred."""
_LATIN_SHARE = 0.5
"""Letters of an English text: quotations in other alphabets are shorter than what is said of them."""
_LONG_WORD = 4
"""Letters of a word that is English by no accident."""
_PART_OF_WORD = 4
"""Letters of either part of two words in one ("gunbattle", "winegrowers")."""
_FEWEST_LONG = 2
"""Long words in small letters that can be judged by; with fewer, shorter words count as well."""
_KNOWN_SHARE = 0.62
"""English text has 85 of 100 words in the dictionary, headlines of other languages at most 57."""
_KNOWN_SHARE_OF_SHORT = 0.76
"""With short words among them, three of four may be English by accident."""
_KNOWN_SHARE_OF_PROSE = 0.5
"""A function word of English speaks for a text with names in small letters and misspelt words."""
_NAMED_SHARE = 0.35
"""Of text in capitals, where names count as words: a list of towns and tolls has this much English."""


def language_of(text: str) -> str | None:
    """``en``, ``other`` if the text is not English, or None if there is nothing to tell it by.

    >>> language_of("Four people died."), language_of("Es starben vier Menschen"), language_of("Aisha Bello, 22")
    ('en', 'other', None)
    """
    sample = text[:_SAMPLE_CHARS]
    if _MAY_BE_ADDRESS.search(sample):
        sample = _ADDRESS.sub(" ", sample)
    words = _WORD.findall(_CLITIC.sub("", sample))
    letters = "".join(words)
    if not letters.isascii() and len(_ALPHABET.findall(letters)) < _LATIN_SHARE * len(letters):
        return "other"
    functional = sum(map(WORDS["function"].__contains__, map(str.lower, words)))
    if len(words) >= _FEWEST_WORDS and functional >= _ENGLISH_SHARE * len(words):
        return "en"
    if sum(map(str.isupper, letters)) > len(letters) / 2:
        return _language_of_capitals(words)
    return _language_of_words(words)


def _language_of_words(words: list[str]) -> str | None:
    """The language by the words in small letters."""
    small = [word for word in _outside_names(words) if word[0].islower() and _is_of_language(word)]
    long = [word for word in small if len(word) >= _LONG_WORD]
    foreign = _foreign(words, frozenset(small))
    judged, enough = (long, _KNOWN_SHARE) if len(long) > _FEWEST_LONG else (small, _KNOWN_SHARE_OF_SHORT)
    if any(word in WORDS["function"] for word in small):
        enough = _KNOWN_SHARE_OF_PROSE
    share = _known_share(judged) * len(judged) / max(len(judged) + foreign, 1)
    if long and share >= enough and _known_share(long) > 0:
        return "en"
    strange = len(judged) >= _FEWEST_LONG or foreign or _stands_free(words, frozenset(long))
    return "other" if strange and share < enough else None


def _is_of_language(word: str) -> bool:
    """True if a word can tell its language: no letter, abbreviation or sign of a unit."""
    return len(word) > 1 and bool(_VOWEL.search(word)) and not _SYMBOL.search(word) and word not in WORDS["measure"]


def _foreign(words: list[str], small: frozenset[str]) -> int:
    """How many of the small words are function words of other languages and no parts of names."""
    own = sum(len(word) < _LONG_WORD and word in _FOREIGN["own"] for word in words if word in small)
    followed = (after for word, after in pairwise(words) if word in _FOREIGN["particle"])
    return own + sum(after in small and after not in _FOREIGN["loan"] for after in followed)


def _stands_free(words: list[str], long: frozenset[str]) -> bool:
    """True if one of the words does not stand between capitalised ones."""
    around = zip(("", *words), words, (*words[1:], ""), strict=False)
    return any(word in long and not (before[:1].isupper() and after[:1].isupper()) for before, word, after in around)


def _outside_names(words: list[str]) -> Iterator[str]:
    """Yield the words but the small ones of names ("Dar es Salaam", "Juan dela Cruz")."""
    short: list[str] = []
    named = False
    for word in words:
        if word[0].islower() and (len(word) < _LONG_WORD or word in _FOREIGN["particle"]):
            short.append(word)
            continue
        if not (named and word[0].isupper()):
            yield from short
        else:
            yield from (other for other in short if other in _FOREIGN["own"])
        yield word
        short, named = [], word[0].isupper()
    yield from short


def _language_of_capitals(words: list[str]) -> str | None:
    """The language of text in capitals, in which names cannot be told from words."""
    judged = [word.lower() for word in words if len(word) >= _LONG_WORD]
    share = _known_share(judged)
    if share >= _KNOWN_SHARE:
        return "en"
    return "other" if len(judged) > _FEWEST_LONG and share < _NAMED_SHARE else None


def _known_share(words: list[str]) -> float:
    """The share of words, in small letters, that are English or two English words in one."""
    return sum(map(_is_known, words)) / len(words) if words else 0.0


def _is_known(word: str) -> bool:
    cuts = range(_PART_OF_WORD, len(word) - _PART_OF_WORD + 1)
    return is_english(word) or any(is_english(word[:cut]) and is_english(word[cut:]) for cut in cuts)


def not_english(language: str | None) -> str | None:
    """Why factx does not read an article in this language (ISO 639-1, or ``other``), or None.

    >>> not_english("en"), not_english(None), not_english("de")
    (None, None, "the language is 'de'; factx reads English")
    """
    if language in ("en", None):
        return None
    return f"the language is {'not English' if language == 'other' else repr(language)}; factx reads English"
