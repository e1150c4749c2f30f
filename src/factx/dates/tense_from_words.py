"""Clues from the words around an expression: sentence, quotation, tense, hours of every day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factx.base import lexicon
from factx.dates.anchor import Tense

WORDS = lexicon.classes("dates/tense_words")


def _any_of(words: Iterable[str]) -> str:
    """A pattern of alternatives, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\]”\"’%])[.!?][\"”’')]*\s+(?=[A-Z“\"‘`]|(?<![ap]\.m\.\s)[(\[])|\n")
_QUOTE = re.compile(r"[“”\"\n]|``|''")
_AS_PRINTED = {"``": "“", "''": '"'}
"""Quotation marks of the wire, and what they stand for."""
_HABIT = re.compile(rf"\b(?:{_any_of(WORDS['habit'])})\b", re.IGNORECASE)
_FUTURE = re.compile(
    rf"""\b(?:
      (?:{_any_of(WORDS["future_modal"])}|Will(?=\ (?:the|he|she|it|they|we)\b)|would(?!\ have))
        (?:\ (?:{_any_of(WORDS["between_modal_and_verb"])}|[a-z]+ly))* (?:\ [a-z]+)?     # will also be held
    | (?:{_any_of(WORDS["be"])})\ (?:{_any_of(WORDS["planned"])}) (?!\ (?:{_any_of(WORDS["after_set"])})\b)
        (?:\ to)? (?:\ be)? (?:\ [a-z]+)?                                             # is due to meet
    | to\ be\ [a-z]+ | {_any_of(WORDS["planned_alone"])} | due\ (?:{_any_of(WORDS["after_due"])})
    | (?:{_any_of(WORDS["plan"])})s?\ to (?:\ [a-z]+)?                                     # hopes to return
    )\b | [’']ll\b""",
    re.VERBOSE,
)
_PAST = re.compile(
    rf"""\b(?:{_any_of(WORDS["past_form"])}
    | (?<!\b[Aa]\ )(?<!\b[Aa]n\ )(?<!\b[Tt]he\ ) (?!followed\ by\b|[a-z]*eed\b|hundred\b) [a-z]{{2,20}}ed)\b""",
    re.VERBOSE,
)
"""A past tense, but not in "an estimated 40 wait" and "on May 3, followed by June 4"."""
_BETWEEN = r"(?:\s(?!(?:and|but|who|which|that|after|before|when)\b)(?:(?:[A-Z]\.){2,}|[^\s,.;:]+))"
"""A word between a verb and the preposition of its time; no other clause begins there."""
_AHEAD = re.compile(
    rf"""(?:
      (?<!remained\ )(?<!stayed\ ) \b(?:{_any_of(WORDS["moved"])})\b
      (?!(?<=stayed)\s(?:{_any_of(WORDS["after_stayed"])})\b) {_BETWEEN}{{0,7}} \s(?:{_any_of(WORDS["until"])})
    | \b(?:{_any_of(WORDS["have"])}|had) \s(?:{_any_of(WORDS["until"])})           # has until Friday to pay
    | \b(?:{_any_of(WORDS["moved_to"])})\b {_BETWEEN}{{0,3}} \s(?:to|for)              # extended to Friday
    | (?<!\b[Tt]he\ )(?<!\b[Aa]\ )(?<!was\ )(?<!were\ )(?<!ed\ ) \b(?:{_any_of(WORDS["timetable"])})
      (?:\s(?:in|at)(?:\s[A-Z]\w+)+)? (?:\s(?:on|at))?                                # opens in Lima on Friday
    | (?<!finished\ )(?<!came\ )(?<!was\ )(?<!were\ ) \bahead\ of
        (?:\s(?:the|a|an|his|her|their|its) (?:\s[a-z-]+){{1,3}} (?:\son)?)?            # ahead of his funeral on Friday
    | \b(?:the|a|an|his|her|their|its)\s(?:[a-z]+\s)? (?:{_any_of(WORDS["planned_thing"])})\s[a-z]+
        (?:\s(?:of|by|to|with)\b {_BETWEEN}{{0,7}})? \s(?:in|on)                       # the slated visit of Mr X in May
    | (?<!failed\ )(?<!unable\ )(?<!managed\ ) \bto\ [a-z]+ {_BETWEEN}{{0,8}} \sby    # to leave by Friday
    | \bas\ soon\ as                                                                   # as soon as Friday
    | \b[Ee]ffective(?:\s(?:on|from))?                                               # effective Monday
    | \b(?:{_any_of(WORDS["goes_on"])})\b (?:\s[a-z]{{2,20}}ed\b)?
        (?:\s(?!(?:{_any_of(WORDS["past_form"] | WORDS["other_clause"])}|[a-z]{{2,20}}ed)\b)[^\s.;:]+){{0,9}}
        \s(?:{_any_of(WORDS["until"])}|through)                                        # is shut, at least until Friday
    | \b(?:{_any_of(WORDS["may_come"])})\b {_BETWEEN}{{0,9}} \sas\ early\ as          # could come as early as Friday
    ) \s(?:(?:the|at\ least|late|early|late\ on|next)\s)?$""",
    re.VERBOSE,
)
"""What stands before a day to come whatever the tense: of what is put off, and of a timetable."""
_PUT_OFF = re.compile(
    rf"""\b(?:{_any_of(WORDS["until"])}|by|through)\s(?:\w+\s){{0,2}}$
    | \b(?:{_any_of(WORDS["moved_to"] - WORDS["planned_alone"])})\b[^.;:]*$""",
    re.VERBOSE,
)
"""Before a limit and a day to which something was moved: a day to come, even if it was one yesterday, too."""
_ARRANGED = re.compile(rf"\b(?:{_any_of(WORDS['arranged'])})\b(?!\s(?:to|{_any_of(WORDS['after_set'])})\b)")
_STILL_OPEN = re.compile(rf"\b(?:is|are|would|{_any_of(WORDS['have'] | WORDS['future_auxiliary'])})\b|[’']ll\b")
"""A present or future: what is arranged is not over yet."""
_PREDICATE = re.compile(r"(?<!\bIt )(?<!\bToday )\b(?:is|are)\s(?:on\s)?$")
_LIMIT = re.compile(rf"\b(?:{_any_of(WORDS['until'])}|by)\s(?:late\s|early\s|the\s)?$")
"""Before a day that ends something: without a verb of the past it is to come."""
_FOR = re.compile(r"\bfor\s$")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_POSSESSIVE = re.compile(r"(?:\s\w+){0,2}['’]s")
"""What is called, set or announced for a weekday lies ahead, but not "blamed for Monday's attack"."""
_OF_WHAT_HAPPENED = re.compile(
    rf"['’]s(?:\s(?!(?:in|on|of|for|to|over|about|after|against)\b)[\w-]+){{0,2}}\s(?:{_any_of(WORDS['happened'])})\b"
)
"""After a weekday that is past, whatever is said of it: "will discuss Monday's deadly bus crash"."""
_REPORTED = re.compile(
    rf"(?<!\bbe )\b(?:{_any_of(WORDS['reported'])}|told \w+)(?: (?:late|early))?(?: on)?(?: (?:late|early))? $"
)
_SUBJECT = re.compile(rf"['’]|\s(?:{_any_of(WORDS['after_subject'])})\b")
"""When something was said, "said Friday it will close"; but not "said Friday's vote" and "said Friday will be calm"."""
_RECORD = re.compile(rf"\b(?:{_any_of(WORDS['record'])})\b[^.;:]{{0,80}} in (?:[a-z]+ ){{0,3}}$")
_LENGTH = re.compile(r"\b(?:year|month|week|day|decade|hour)s?$|\bcentur(?:y|ies)$")
"""A length up to now: "will be the first visit in ten years"."""
_DELIVERY = re.compile(rf"\s(?:{_any_of(WORDS['delivery'])})\b")
"""After a month for which goods are sold: "wheat for March delivery"."""
_ENDS_CLAUSE = re.compile(r"\s*(?:[.,;:]|$|\n|(?:at|in|and|but)\b)")
"""Around a day that is all that is said of something, which then lies ahead: "the vote is on Monday"."""
_TENSES: tuple[tuple[Tense, re.Pattern[str]], ...] = (("future", _FUTURE), ("past", _PAST))
"""The future first: "will be held" is no past."""
_BEFORE, _AFTER = 120, 100
"""Characters before and after an expression in which its verb is looked for."""
_AFTER_PENALTY = 15
"""News puts the time after its verb: a verb before it may be so many characters further away."""
_HABIT_REACH = 200
"""Characters around an hour in which a word may say that it is one of every day."""
_LONGEST_SENTENCE = 3000
"""Characters; a longer sentence is a table or a list."""
_BEYOND = 1 << 60  # larger than any offset


@dataclass(frozen=True, slots=True)
class Clues:
    """Answers about places in a text; ``tense`` and ``is_name`` may come from a parse.

    ``settled`` is the tense that a time has whatever its verb: "postponed until Friday" lies ahead,
    "will speak of Friday's crash" does not. ``bygone`` is true where what was arranged for the day
    is told in the past alone: "the march planned for Friday was called off".
    """

    starts: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    tense: Callable[[int, int], Tense | None]
    settled: Callable[[int, int], Tense | None]
    bygone: Callable[[int, int], bool]
    habitual: Callable[[int], bool]
    is_name: Callable[[int, int], bool]

    def sentence(self, at: int) -> int:
        """The running number of the sentence at a character."""
        return bisect_right(self.starts, at) - 1

    def quoted(self, at: int) -> bool:
        """True if the character lies in a quotation."""
        index = bisect_right(self.quotes, (at, _BEYOND)) - 1
        return index >= 0 and self.quotes[index][0] <= at < self.quotes[index][1]


def is_past_form(word: str) -> bool:
    """True for the form of a past tense or a participle.

    >>> is_past_form("drowned"), is_past_form("died"), is_past_form("men")
    (True, True, False)
    """
    return _PAST.fullmatch(word) is not None


def clues_from_words(text: str) -> Clues:
    """The clues of a text without a parse.

    >>> clues = clues_from_words("They met on Monday. The vote will be held on Friday.")
    >>> clues.tense(12, 18), clues.tense(45, 51)
    ('past', 'future')
    """
    starts = (0, *(found.end() for found in _SENTENCE_END.finditer(text)))
    ends = (*starts[1:], len(text))

    def bounds(at: int) -> tuple[int, int]:
        index = max(bisect_right(starts, at) - 1, 0)
        return starts[index], min(ends[index], starts[index] + _LONGEST_SENTENCE)

    def settled(start: int, end: int) -> Tense | None:
        first, last = bounds(start)
        before, after = text[max(first, start - _BEFORE) : start], text[end : min(last, end + _AFTER)]
        weekday = _WEEKDAY.match(text, start, end) is not None
        if weekday and _is_over(before, after):
            return "past"
        if _LENGTH.search(text, start, end) is not None and _RECORD.search(before) is not None:
            return "past"
        if _PREDICATE.search(before) is not None and _ENDS_CLAUSE.match(after):
            return "future"
        called_for = _FOR.search(before) is not None and (
            _POSSESSIVE.match(after) is None if weekday else _DELIVERY.match(after) is not None
        )
        return "future" if called_for or _AHEAD.search(before) is not None else None

    def tense(start: int, end: int) -> Tense | None:
        first, last = bounds(start)
        fixed = settled(start, end)
        if fixed is not None:
            return fixed
        before, after = text[max(first, start - _BEFORE) : start], text[end : min(last, end + _AFTER)]
        return _nearest_tense(before, after) or ("future" if _LIMIT.search(before) is not None else None)

    def bygone(start: int, end: int) -> bool:
        first, last = bounds(start)
        return _is_bygone(text[first:start], text[end:last])

    def habitual(at: int) -> bool:
        first, last = bounds(at)
        return _HABIT.search(text, max(first, at - _HABIT_REACH), min(last, at + _HABIT_REACH)) is not None

    return Clues(starts, tuple(_quotations(text)), tense, settled, bygone, habitual, lambda start, end: False)


def _is_over(before: str, after: str) -> bool:
    """True for a weekday of what has happened or on which something was said."""
    reported = _REPORTED.search(before) is not None and _SUBJECT.match(after) is None
    return reported or _OF_WHAT_HAPPENED.match(after) is not None


def _is_bygone(before: str, after: str) -> bool:
    """True for a day for which something was arranged, in a sentence of the past that does not put it off."""
    arranged, still_open = (words.search(before) or words.search(after) for words in (_ARRANGED, _STILL_OPEN))
    return arranged is not None and still_open is None and _PUT_OFF.search(before) is None


def _nearest_tense(before: str, after: str) -> Tense | None:
    """The tense of the verb nearest to the expression, or None if there is no verb form of past or future."""
    left = [(len(before) - found.end(), tense) for tense, words in _TENSES for found in words.finditer(before)]
    right = [(found.start() + _AFTER_PENALTY, tense) for tense, words in _TENSES for found in words.finditer(after)]
    return min(left + right, default=(0, None), key=lambda place: place[0])[1]


def _quotations(text: str) -> list[tuple[int, int]]:
    """Start and end of each quotation; a line break ends one that is never closed."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _QUOTE.finditer(text):
        char, at = _AS_PRINTED.get(mark.group(), mark.group()), mark.start()
        if char == "\n":
            opened = None
        elif opened is None and char != "”":
            opened = at
        elif opened is not None and char != "“":
            found.append((opened, at))
            opened = None
    return found
