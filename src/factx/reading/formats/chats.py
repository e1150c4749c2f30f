"""The text that WhatsApp makes of a chat or channel: each message with words is an article of its day.

Messages begin with day, hour and sender; what has no sender the program says. Whether
``03/04/2019`` is in April is told by the other messages, which follow each other in time. The
group, which only the name of the file or folder gives, is the publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factx.base import InputError, lexicon
from factx.reading.encoding import decoded
from factx.reading.formats.day_order import DayOrder
from factx.reading.formats.opened import InputFile
from factx.reading.formats.parts import Part, RawArticle, ReadOptions, with_note
from factx.reading.publication_date import day_first_in, day_of

_MARKS = "\u200e\u200f\u202a\u202c\ufeff"
"""Marks of direction that telephones put before names and figures."""
_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?"
_START = re.compile(
    rf"^[{_MARKS}]*(?:\[(?P<day>{_DAY}),?\s(?P<clock>{_CLOCK})\]\s|(?P<day_2>{_DAY}),?\s(?P<clock_2>{_CLOCK})\s[-–]\s)"
    rf"[{_MARKS}]*(?P<rest>[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_SENT = re.compile(r"(?:~\s?)?(?P<name>[^:\n]{1,60}): ?(?P<text>.*)", re.DOTALL)
_ENCRYPTED = "end-to-end encrypted"
_FILES = lexicon.classes("reading/chat_words")
_IN_PLACE = "|".join(sorted(map(re.escape, _FILES["whole"]), key=len, reverse=True))
_NO_TEXT = re.compile(rf"<[^<>\n]{{1,80}}>|{_IN_PLACE}", re.IGNORECASE)
"""What stands for a picture or a message that was taken back."""
_ATTACHED = re.compile(rf"^[{_MARKS}]*\S[^\n]{{0,80}}\.\w{{2,4}} \((?:{'|'.join(sorted(_FILES['attached']))})\)\n?")
_EDITED = re.compile(rf"(?<![{_MARKS}\s])[{_MARKS}\s]*+<(?:{'|'.join(sorted(_FILES['edited']))})>\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"[+\d\s()\u2010-\u2015\u00a0\u202f-]+")
_GROUP = re.compile(r"WhatsApp Chat (?:with|-) (?P<name>.+?)(?: \(\d+\))?(?:\.txt|/[^/]+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Message:
    """A message: day and hour as written, who sent it ("" for the program's own), and its words."""

    day: str
    clock: str
    name: str
    text: str


def is_chat(text: str) -> bool:
    """True for a text that begins as a chat and has more than one message.

    >>> is_chat("12/05/2019, 14:03 - Ann Li: Two fled.\\n12/05/2019, 14:05 - Joe: Where?")
    True
    >>> is_chat("12/05/2019, 14:03 - Two fled."), is_chat("Two fled.\\n12/05/2019, 14:03 - Joe: Where?")
    (False, False)
    """
    first = _START.match(text.lstrip())
    if first is None:
        return False
    return _ENCRYPTED in first["rest"] or sum(bool(_SENT.match(found["rest"])) for found in _START.finditer(text)) > 1


def read(file: InputFile, options: ReadOptions) -> Iterator[Part]:
    """Yield the messages of a chat."""
    text, note = decoded(file.data())
    messages = list(_messages(text.replace("\r\n", "\n")))
    order = DayOrder(_day_first([message.day for message in messages], options))
    group = _GROUP.search(file.path)
    number = 0
    for message in messages:
        if message.name and message.text:
            number += 1
            day, doubt = order.settled(message.day)
            is_day = day is not None and day_of(day) is not None
            fields = {
                "published": f"{day} {message.clock}" if is_day else day,
                "author": "" if _NUMBER.fullmatch(message.name) else message.name,
                "publisher": group["name"] if group else "",
            }
            part = RawArticle(message.text, {name: value for name, value in fields.items() if value}, number, doubt)
            yield with_note(part, note)
    if not number:
        raise InputError("no message with words in this export of WhatsApp's")


def _messages(text: str) -> Iterator[_Message]:
    found = list(_START.finditer(text))
    for start, end in pairwise([*(match.start() for match in found), len(text)]):
        match = _START.match(text, start, end)
        if match is None:
            continue
        whole = text[match.start("rest") : end].strip()
        sent = _SENT.match(whole)
        day, clock = match["day"] or match["day_2"], match["clock"] or match["clock_2"]
        yield _Message(day, " ".join(clock.split()), *((sent["name"], _words(sent["text"])) if sent else ("", "")))


def _words(text: str) -> str:
    """The words of a message, "" for a picture or one that was deleted."""
    plain = _EDITED.sub("", _ATTACHED.sub("", text)).strip(_MARKS + " \n")
    return "" if _NO_TEXT.fullmatch(plain) else plain


def _day_first(days: Sequence[str], options: ReadOptions) -> bool | None:
    """Whether the day is first, by days that can be read in one way only, or the order of messages."""
    if options.day_first is not None:
        return options.day_first
    shown = day_first_in(days)
    if shown is not None:
        return shown
    orders = [order for order in (True, False) if _follow(days, order)]
    return orders[0] if len(orders) == 1 else None


def _follow(days: Sequence[str], day_first: bool) -> bool:
    """True if the days follow each other when they are read so."""
    read = [day_of(day, day_first) or "" for day in days]
    return all(one <= other for one, other in pairwise(read))
