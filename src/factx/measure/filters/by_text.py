"""Numbers that are no quantities by the text alone: codes, ordinals, times, addresses, years."""

from __future__ import annotations

from itertools import pairwise

from factx.measure.candidate import Candidate
from factx.measure.filters.designated import DESIGNATORS, continues_names, is_address, is_designated
from factx.measure.filters.phones import is_bare, is_emergency_number, is_phone, phones_in_groups
from factx.measure.lemmas import counts_persons, singular
from factx.measure.lexer import HYPHENS, Lexeme, adjoins, lower_at
from factx.measure.number_words import role
from factx.measure.words import CONTEXTS, WORDS

_COLONS = frozenset({":", "/"})
_CODE_SIGNS = frozenset({"_", "@", "#", "№"})
YEARS = range(1400, 2101)
EARLIEST_YEAR, LATEST_YEAR = 1000, 3000
_DIGITS_OF_YEAR = 4  # years that news writes
_DIGITS_OF_ITEM = 3  # a list has no hundred items
_HOURS, _MINUTES = 25, 60
_DIGITS_OF_TIME = 4  # 0400 hours
_SHORTEST_LAST_WORD = 3  # letters: shorter ones before a full stop are abbreviations
_SHORTEST_PLURAL = 4  # letters: "as", "its" and "gas" are none
_ROUND = 100  # years that end in 00 are counts as often as years


def drop_codes(lexemes: list[Lexeme], found: list[Candidate]) -> None:
    """Mark as dropped what is no quantity by its own form or its direct neighbours."""
    signs = {item.money.name for item in found if item.money is not None and _is_clear_sum(lexemes, item)}
    for item in found:
        known = item.money is not None and item.money.name in signs
        tests = _TESTS_OF_KNOWN_MONEY if known else _TESTS
        item.dropped = item.dropped or any(test(lexemes, item) for test in tests)
    for item in phones_in_groups(lexemes, found):
        item.dropped = True
    names = False
    for left, right in pairwise(found):
        if is_phone(lexemes, left, right):
            left.dropped = right.dropped = True
        names = (names or is_designated(lexemes, left)) and continues_names(lexemes, left, right)
        right.dropped = right.dropped or names


def is_ordinal(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if the number is an ordinal: "22nd", "twenty-first"."""
    at = item.number.last
    after = lower_at(lexemes, at)
    if after in WORDS["ordinal_suffix"] and adjoins(lexemes, at):
        return True
    hyphen = after in HYPHENS and adjoins(lexemes, at)
    following = lower_at(lexemes, at + hyphen)
    if item.number.form == "words" and hyphen:
        return following in WORDS["ordinal"] or (role(lexemes, at + 1) == "part" and following != "half")
    return False


def is_code(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if digits are part of a code or name; each sort of code is a test of its own."""
    return _is_other_code(lexemes, item) or (item.number.form == "digits" and _is_wordlike_money(lexemes, item))


def _is_other_code(lexemes: list[Lexeme], item: Candidate) -> bool:
    return item.number.form == "digits" and any(test(lexemes, item) for test in _CODES)


def _has_leading_zero(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "007"."""
    text = lexemes[item.number.first].text
    return text.startswith("0") and len(text) > 1 and "." not in text


def _ends_word(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "G20", "F-16", "#5", "v.2"."""
    first = item.number.first
    if item.first != first or not adjoins(lexemes, first):
        return False
    before = lexemes[first - 1]
    if before.kind == "word" or before.text in _CODE_SIGNS:
        return True
    if before.text == "." and adjoins(lexemes, first - 1) and lexemes[first - 2].kind == "word":
        return not _opens_sentence(lexemes, item)
    return before.text in HYPHENS and adjoins(lexemes, first - 1) and _is_name_part(lexemes, first - 2)


def _opens_sentence(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if only the blank is missing behind a full stop: "men died.12 others"."""
    word, after = lexemes[item.number.first - 2], item.number.last
    plain = word.text.islower() and len(word.text) >= _SHORTEST_LAST_WORD and word.lower not in DESIGNATORS
    return plain and after < len(lexemes) and lexemes[after].kind == "word" and not adjoins(lexemes, after)


def _opens_word(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "5G", "3D"."""
    last = item.number.last
    return item.last == last and adjoins(lexemes, last) and lexemes[last].kind == "word"


def _is_decade(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "1990s", "90s", whose "s" is no second."""
    if item.unit != "second" or lower_at(lexemes, item.number.last) != "s":
        return False
    return len(lexemes[item.number.first].text) == _DIGITS_OF_YEAR or (item.value or 0) % 10 == 0


def _is_wordlike_money(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "TRY 5", "P5": codes and letters that stand for other words as well, before a small number."""
    if item.money is None:
        return False
    written = lexemes[item.money.first].text
    is_letter = item.money.name.endswith(" sign") and written.isalpha()
    return (is_letter or written in _WORDLIKE_CODES) and not _is_clear_sum(lexemes, item)


def _is_clear_sum(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if the figures are those of a sum: "P4.3 million", "K120,000"."""
    return item.number.scale != 1 or "," in lexemes[item.number.first].text


def _repeats_number(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for a number in brackets behind digits: "five hundred 500 (500)"."""
    first = item.number.first
    bracketed = lower_at(lexemes, first - 1) == "(" and lower_at(lexemes, item.number.last) == ")"
    return bracketed and first > 1 and lexemes[first - 2].kind == "digits"


def _numbers_item(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for "1." or "2)" at the beginning of a line."""
    first, last = item.number.first, item.number.last
    if not (_opens_line(lexemes, first) and lower_at(lexemes, last) in {".", ")"} and adjoins(lexemes, last)):
        return False
    follows = lexemes[last + 1] if last + 1 < len(lexemes) else None
    apart = follows is None or not adjoins(lexemes, last + 1) or follows.text[:1].isupper()
    return len(lexemes[first].text) < _DIGITS_OF_ITEM and apart


_CODES = (
    _has_leading_zero,
    _ends_word,
    _is_decade,
    _repeats_number,
    _numbers_item,
    _opens_word,
)


def _opens_line(lexemes: list[Lexeme], i: int) -> bool:
    return i == 0 or lexemes[i - 1].kind == "line"


_WORDLIKE_CODES = frozenset({"COP", "GEL", "LAK", "MAD", "PEN", "PS", "RON", "TRY"})


def _is_name_part(lexemes: list[Lexeme], i: int) -> bool:
    """True if lexeme ``i`` and a hyphen before digits make a name ("F-16", "Covid-19", "mid-30s")."""
    if lexemes[i].kind != "word":
        return False
    return lexemes[i].lower not in CONTEXTS["number_prefix"] and role(lexemes, i) in {"", "suffix"}


def is_clock_time(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for a part of a clock time or the like: "12:30", "7 p.m.", "0400 GMT", "3:1", "9/11"."""
    first, last = item.number.first, item.number.last
    for sign, beyond in ((first - 1, first - 2), (last, last + 1)):
        if (
            lower_at(lexemes, sign) in _COLONS
            and adjoins(lexemes, max(sign, beyond))
            and adjoins(lexemes, min(sign, beyond) + 1)
        ):
            if 0 <= beyond < len(lexemes) and lexemes[beyond].kind == "digits" and item.number.form != "fraction":
                return True
    after = lower_at(lexemes, last)
    if item.unit == "hour" and _is_military_time(lexemes[first].text):
        return True
    if after in WORDS["meridiem_letter"] and lower_at(lexemes, last + 1) == "." and lower_at(lexemes, last + 2) == "m":
        return True
    return after in WORDS["clock"] and (
        after != "o" or lower_at(lexemes, last + 1) in {"'", "’"}
    ) and is_bare(item)  # fmt: skip


def _is_military_time(digits: str) -> bool:
    """True if digits before "hours" are a time of day ("2300 hours")."""
    return (
        len(digits) == _DIGITS_OF_TIME
        and digits.isdecimal()
        and int(digits[:2]) < _HOURS
        and int(digits[2:]) < _MINUTES
    )


def is_year(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for a bare number of four digits that nothing marks as a count: a year, to be on the safe side."""
    if item.number.form != "digits" or not is_bare(item) or item.per is not None:
        return False
    digits = lexemes[item.number.first].text
    if item.number.last - item.number.first != 1 or not digits.isdecimal() or len(digits) != _DIGITS_OF_YEAR:
        return False
    before = lower_at(lexemes, item.first - 1)
    if int(digits) not in YEARS:
        return before in WORDS["dates_a_year"] and EARLIEST_YEAR <= int(digits) < LATEST_YEAR
    if _is_marked_count(lexemes, item, before) or _is_total(lexemes, item, before):
        return False
    counts = _counts_plural(lexemes, item, int(digits)) or _is_part(lexemes, item)
    return not counts or (before in WORDS["leads_to_year"] and not _is_of_deed(lexemes, item, before))


def _is_of_deed(lexemes: list[Lexeme], item: Candidate, before: str) -> bool:
    """True for persons to whom something is done: "the deaths of 1500 miners", not "the summer of 2014"."""
    return before == "of" and lower_at(lexemes, item.first - 2) in WORDS["deed"] and _counts_persons(lexemes, item)


def _counts_persons(lexemes: list[Lexeme], item: Candidate) -> bool:
    following = lower_at(lexemes, item.last)
    return counts_persons(singular(following)) or following == "people"


def _is_marked_count(lexemes: list[Lexeme], item: Candidate, before: str) -> bool:
    """True behind "more than", "about", "a total of", and of "logged 1987 fever cases"."""
    of_aggregate = before == "of" and lower_at(lexemes, item.first - 2) in WORDS["aggregate"]
    noun = _looks_plural(lower_at(lexemes, item.last)) or lower_at(lexemes, item.last + 1) in WORDS["tallied"]
    tallied = before in WORDS["tallies"] and noun
    return before in WORDS["counts"] or of_aggregate or tallied


def _is_total(lexemes: list[Lexeme], item: Candidate, before: str) -> bool:
    """True for where a tally stands: "the toll stands at 1945", not "at 1990 prices"."""
    stands = before == "at" and lower_at(lexemes, item.first - 2) in WORDS["stands"]
    behind = lower_at(lexemes, item.last)
    return stands and (not behind.isalpha() or behind in WORDS["goes_on"])


def _counts_plural(lexemes: list[Lexeme], item: Candidate, value: int) -> bool:
    """True for a round number before a plural, and for any before persons."""
    following = lower_at(lexemes, item.last)
    round_count = value % _ROUND == 0 and following.isalpha() and following.endswith("s")
    return round_count or _counts_persons(lexemes, item)


def _looks_plural(word: str) -> bool:
    return word.isalpha() and word.endswith("s") and len(word) >= _SHORTEST_PLURAL


def _is_part(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True for some of those counted: "1640 of the village's people", "1640 of them"."""
    return lower_at(lexemes, item.last) == "of" and lower_at(lexemes, item.last + 1) in WORDS["whole"]


def is_denominator(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if the number is part of the rate before it: "per 100,000 people"."""
    return lower_at(lexemes, item.first - 1) == "per" and item.number.form == "digits"


def is_exchange(lexemes: list[Lexeme], item: Candidate) -> bool:
    """True if the number is one side of "two-for-one"."""
    after = [lower_at(lexemes, item.number.last + k) for k in range(3)]
    before = [lower_at(lexemes, item.number.first - k) for k in range(1, 4)]
    return ["-", "for", "-"] in (after, before)


_TESTS = (
    is_denominator,
    is_exchange,
    is_ordinal,
    is_code,
    is_clock_time,
    is_designated,
    is_address,
    is_year,
    is_emergency_number,
)


_TESTS_OF_KNOWN_MONEY = tuple(_is_other_code if test is is_code else test for test in _TESTS)
"""Where a sign is known from other sums of the text, no number behind it is a code."""
