"""Numbers that are no quantities, told from the text alone: codes, ordinals, times, phone numbers, addresses, years."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from factx.base import lexicon
from factx.measure.candidate import Candidate
from factx.measure.contexts import words_of
from factx.measure.lemmas import counts_persons, singular
from factx.measure.lexer import Lexeme, glued, lower_at
from factx.measure.number_words import role
from factx.measure.numbers import HYPHENS

_ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_COLONS = frozenset({":", "/"})
YEARS = range(1400, 2101)


@lru_cache(maxsize=1)
def _designators() -> dict[str, str]:
    return {row["word"]: row["place"] for row in lexicon.read("measure/designators")}


def drop_codes(lexemes: list[Lexeme], found: list[Candidate]) -> None:
    """Mark as dropped what is no quantity by its own form or its direct neighbours."""
    for item in found:
        item.dropped = item.dropped or any(test(lexemes, item) for test in _TESTS)
    for left, right in pairwise(found):
        if _is_phone(lexemes, left, right):
            left.dropped = right.dropped = True


def _is_bare(item: Candidate) -> bool:
    return item.money is None and item.unit is None and item.number.scale == 1


def is_ordinal(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether the number is an ordinal: "22nd", "twenty-first"."""
    at = item.number.last
    after = lower_at(lexemes, at)
    if after in _ORDINAL_SUFFIXES and glued(lexemes, at):
        return True
    hyphen = after in HYPHENS and glued(lexemes, at)
    following = lower_at(lexemes, at + hyphen)
    if item.number.form == "words" and hyphen:
        return following in {"first", "second"} or (role(lexemes, at + 1) == "part" and following != "half")
    return False


def is_code(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether digits are part of a code or name: "F-16", "G20", "5G", "COVID-19", "007", "1990s", "1." of a list."""
    if item.number.form != "digits":
        return False
    first, last = item.number.first, item.number.last
    digits = lexemes[first]
    if digits.text.startswith("0") and len(digits.text) > 1 and "." not in digits.text:
        return True
    if item.first == first and glued(lexemes, first):
        before = lexemes[first - 1]
        if before.kind == "word" or before.text in {"_", "@", "#", "№"}:
            return True
        if before.text == "." and glued(lexemes, first - 1) and lexemes[first - 2].kind == "word":
            return True
        if before.text in HYPHENS and glued(lexemes, first - 1):
            return _is_name_part(lexemes, first - 2)
    if (
        item.unit == "second"
        and lower_at(lexemes, last) == "s"
        and (len(digits.text) == 4 or (item.value or 0) % 10 == 0)
    ):
        return True
    if item.money is not None and (item.money.name.endswith("_sign") or item.money.name in _WORDLIKE_CODES):
        return item.number.scale == 1 and "," not in digits.text
    if lower_at(lexemes, first - 1) == "(" and lower_at(lexemes, last) == ")" and first > 1:
        return lexemes[first - 2].kind == "digits"
    if _opens_line(lexemes, first) and lower_at(lexemes, last) in {".", ")"} and glued(lexemes, last):
        follows = lexemes[last + 1] if last + 1 < len(lexemes) else None
        return len(digits.text) < 3 and (follows is None or not glued(lexemes, last + 1) or follows.text[:1].isupper())
    return item.last == last and glued(lexemes, last) and lexemes[last].kind == "word"


def _opens_line(lexemes: list[Lexeme], i: int) -> bool:
    return i == 0 or lexemes[i - 1].kind == "line"


_WORDLIKE_CODES = frozenset({"COP", "GEL", "LAK", "MAD", "PEN", "RON", "TRY"})


def _is_name_part(lexemes: list[Lexeme], i: int) -> bool:
    """Whether lexeme ``i`` and a hyphen before digits make a name ("F-16", "Covid-19", "mid-30s")."""
    if lexemes[i].kind != "word":
        return False
    return lexemes[i].lower not in words_of("number_prefix") and role(lexemes, i) in {"", "suffix"}


def is_clock_time(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether the number belongs to a clock time or the like: "12:30", "7 p.m.", "0400 GMT", "3:1", "9/11"."""
    first, last = item.number.first, item.number.last
    for sign, beyond in ((first - 1, first - 2), (last, last + 1)):
        if (
            lower_at(lexemes, sign) in _COLONS
            and glued(lexemes, max(sign, beyond))
            and glued(lexemes, min(sign, beyond) + 1)
        ):
            if 0 <= beyond < len(lexemes) and lexemes[beyond].kind == "digits" and item.number.form != "fraction":
                return True
    after = lower_at(lexemes, last)
    if item.unit == "hour" and _is_military_time(lexemes[first].text):
        return True
    if after in {"a", "p"} and lower_at(lexemes, last + 1) == "." and lower_at(lexemes, last + 2) == "m":
        return True
    return after in {"am", "pm", "gmt", "utc", "o", "a.m", "p.m", "bst", "est", "hrs"} and (
        after != "o" or lower_at(lexemes, last + 1) in {"'", "’"}
    ) and _is_bare(item)  # fmt: skip


def _is_military_time(digits: str) -> bool:
    """Whether digits before "hours" are a time of day ("2300 hours")."""
    return len(digits) == 4 and digits.isdigit() and int(digits[:2]) < 25 and int(digits[2:]) < 60


def is_designated(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether a word before the number makes it a name: "Article 370", "No. 5", "Flight 17", "Phase 3", "Type-2"."""
    if item.number.form not in {"digits", "words"} or not _is_bare(item):
        return False
    at = item.number.first - 1
    if lower_at(lexemes, at) in {".", "-"}:
        at -= 1
    word = lower_at(lexemes, at)
    if word == "of" and lower_at(lexemes, at - 1) == "group":
        return lexemes[at - 1].text[:1].isupper()
    place = _designators().get(word)
    if place is None or at < 0:
        return False
    if place == "dot":
        return lower_at(lexemes, at + 1) == "." and glued(lexemes, at + 1)
    if place == "capital":
        return lexemes[at].text[:1].isupper() or _numbers_one(lexemes, item)
    return item.number.form == "digits" or lexemes[at].text[:1].isupper()


def _numbers_one(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether a number after "season", "round" and the like names one of them: no plural follows ("season 2 of")."""
    after = lower_at(lexemes, item.number.last)
    whole = lexemes[item.number.first].text.isdigit() or item.number.form == "words"
    return whole and not (after.isalpha() and after.endswith("s") and len(after) > 3) and (item.value or 0) < 100


def is_address(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether the number opens an address: "221 Baker Street", "10 Downing St."."""
    if item.number.form != "digits" or not _is_bare(item):
        return False
    at = item.number.last
    for ahead in range(at, min(at + 4, len(lexemes))):
        if lexemes[ahead].kind != "word" or not lexemes[ahead].text[:1].isupper():
            return False
        if ahead > at and _designators().get(lexemes[ahead].lower) == "street":
            return True
    return False


def is_year(lexemes: list[Lexeme], item: Candidate) -> bool:
    """A bare whole number between 1400 and 2100 that nothing marks as a count: year-like to be on the safe side."""
    if item.number.form != "digits" or not _is_bare(item) or item.per is not None:
        return False
    digits = lexemes[item.number.first]
    if item.number.last - item.number.first != 1 or not digits.text.isdigit() or len(digits.text) != 4:
        return False
    before = lower_at(lexemes, item.first - 1)
    if int(digits.text) not in YEARS:
        return before in {"in", "since", "by", "until", "after", "before"} and 1000 <= int(digits.text) < 3000
    if before in {"than", "least", "some", "nearly", "about", "almost", "approximately", "roughly", "another"}:
        return False
    if before == "of" and lower_at(lexemes, item.first - 2) in {"average", "total", "number", "sum"}:
        return False
    following = lower_at(lexemes, item.last)
    round_count = int(digits.text) % 100 == 0 and following.isalpha() and following.endswith("s")
    if round_count or counts_persons(singular(following)) or following == "people":
        return before in {"in", "since", "by", "until", "from", "of", "before", "after", "the"}
    return True


def is_denominator(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether the number is part of the rate before it: "per 100,000 people"."""
    return lower_at(lexemes, item.first - 1) == "per" and item.number.form == "digits"


def is_exchange(lexemes: list[Lexeme], item: Candidate) -> bool:
    """Whether the number is one side of "two-for-one"."""
    after = [lower_at(lexemes, item.number.last + k) for k in range(3)]
    before = [lower_at(lexemes, item.number.first - k) for k in range(1, 4)]
    return ["-", "for", "-"] in (after, before)


_TESTS = (is_denominator, is_exchange, is_ordinal, is_code, is_clock_time, is_designated, is_address, is_year)


def _is_phone(lexemes: list[Lexeme], left: Candidate, right: Candidate) -> bool:
    """Whether two numbers make a telephone number: "555-0199", "1-800-555"."""
    if left.number.form != "digits" or right.number.form != "digits" or right.number.first != left.number.last + 1:
        return False
    if lower_at(lexemes, left.number.last) not in HYPHENS or not glued(lexemes, right.number.first):
        return False
    if not glued(lexemes, left.number.last) or not (_is_bare(left) and _is_bare(right)):
        return False
    a, b = lexemes[left.number.first].text, lexemes[right.number.first].text
    if not (a.isdigit() and b.isdigit()):
        return False
    triple = lower_at(lexemes, left.number.first - 1) == "-" or lower_at(lexemes, right.number.last) == "-"
    chained = triple and (
        (
            left.number.first > 1
            and lexemes[left.number.first - 2].kind == "digits"
            and glued(lexemes, left.number.first)
        )
        or (
            right.number.last + 1 < len(lexemes)
            and lexemes[right.number.last + 1].kind == "digits"
            and glued(lexemes, right.number.last + 1)
        )
    )
    return chained or (b.startswith("0") and len(b) > 1) or (len(a) <= 3 and len(b) == 4)
