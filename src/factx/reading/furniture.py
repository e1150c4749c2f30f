"""What in a text is not the story: captions, credits, corrections, licences, prompts, index terms.

A line (wrapped lines are one) is set aside if

1. it is such a thing by its words (lexicon ``furniture``): it consists of them ("Share this"), has
   them as a label ("Read more: …"), opens or ends with them or has them somewhere;
2. it is a caption by its credit ("[Ana Diaz/Reuters]", "(AP Photo/Joe Ray)") or its opening ("FILE
   - ");
3. it consists of index terms with percentages, of parts between bars of which one is a by-line or
   an agency, of an address, or of credits ("Reporting by Ann Li");
4. it stands below a heading such as "Most read" and is no sentence;
5. it repeats the headline above it;
6. it is a caption by the line above it, or a clip's title by the one below (``copied_lines``);
7. it tells only how long ago or in how many minutes ("3 hours ago", "4 min read"), or the number
   of a column ("Column 512");
8. it is one of the last lines, and the outlet's own (``tails``).

Within a line, what a feed or an interface has cut or added is set aside ("… [+2556 chars]", "The
post … appeared first on …"). If nothing would be left of a text, all of it is the story.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from factx.base import lexicon
from factx.reading.copied_lines import AGENCY, beside_pictures
from factx.reading.dateline import is_credits
from factx.reading.sentence_ends import ends_sentence
from factx.reading.tails import tail_of
from factx.reading.wrapping import soft_breaks

Span = tuple[int, int]
_ROWS = lexicon.read("reading/furniture")
_MOST_CHARS = {"whole": 60, "head": 40, "label": 400, "opens": 400, "within": 600, "ends": 500}
"""Characters of a line that is furniture by its words: captions and notices are of one paragraph."""
_LONGEST_PROMPT = 200
"""Characters of a line that asks readers to read, share or subscribe."""
_LONGEST_ITEM = 150
"""Characters of a headline in a list of other stories."""
_MOST_ITEMS = 20
"""Other stories below one heading, each perhaps with its day."""
_MOST_LISTED = 0.5
"""Share of a text that may be such a list: beyond it the list is the text, unless sentences are left."""
_SENTENCES, _FEWEST_WORDS = 2, 8
"""Lines of so many words and the end of a sentence that are a story beside such a list."""
_LONGEST_CREDITED = 400
"""Characters of a caption that ends with its credit."""
_EDGES = " \t•*·-–—>»▶►▸|#[]()“”\"'"
_BARS = re.compile(r"(?<!\s)\s++[|•·]\s+")
_MOST_PARTS = 6
"""Parts of a line under a headline: by-line, agency, place, day, time, minutes to read."""
_LONGEST_PART = 50
"""Characters of one of them: two names with their papers."""
_DATE_PART = re.compile(
    r"[A-Za-z]{0,9}\.?,? ?\d[\d/:.,\- ]{0,40}(?:[A-Za-z]{1,9}\.?,? ?\d{0,4})?[\d:.apmAPMGTECS ]{0,40}"
)
_BY = re.compile(r"[Bb][Yy]:? +[A-Z]")
_PHOTO = r"[Pp]hotos?|PHOTO|[Ii]mage|[Cc]redit"
_CREDITED = re.compile(
    rf"""
    (?:
        # [Ana Diaz/AFP]
        [\[(][^\[\]()]{{0,80}}(?:/[ ]?|[Vv]ia[ ]|:[ ])(?:{AGENCY}|Getty[ ]Images)(?:[ ][A-Z][\w ]{{0,30}})?[\])]
        # (AP Photo/Joe Ray)
      | [\[(](?:{AGENCY})[ ](?:[Ff]ile[ ])?[Pp]hotos?\b[^\[\]()]{{0,80}}[\])]
        # (File photo)
      | [\[(](?:[Ff]ile|FILE)(?:[ ][Pp]hoto|[ ]PHOTO)?(?::[^\[\]()]{{0,80}})?[\])]
        # Photo: AFP
      | (?:{_PHOTO})(?:[ ]by|:|[ ]courtesy(?:[ ]of)?|[ ]/)[ ]?(?:[^.]{{2,40}}/)?(?:{AGENCY}|Getty[ ]Images)
        # REUTERS/Ana Diaz
        # Credit...Joe Ray for The New York Times
      | [Cc]redit\.\.\.[^.]{{2,80}}
      | REUTERS/[A-Z][\w. -]{{2,40}} | ©[ ]?[A-Z][^.]{{1,60}}
    )\.?$
    """,
    re.VERBOSE,
)
"""Ends of lines that only captions of agencies have."""
_ENDS_CREDITED = (")", "]", ").", "].")
_IN_CREDITED = ("hoto", "HOTO", "mage", "redit", "REUTERS/", "©")
"""What a line ends with or has in it that may be one: without it there is no need to look closer."""
_CREDIT = re.compile(rf"[\[(](?:[Ff]ile|FILE|Courtesy|{_PHOTO})\b[:/ ][^\[\]()\n]{{0,80}}[\])]")
"""A paper's own credit: what it stands behind may be told nowhere else, and is read."""
_OPENS_CAPTION = re.compile(
    r"FILE ?[-–—/:] ?\S|FILE PHOTO|In this [^.]{0,60}?\b(?:photo|photograph|image|frame grab|video grab)\b[^.]{0,60},"
)
_TERM = r"[^;()\n]{2,60}\(\d{1,3}%\)"
_INDEX = re.compile(
    rf"(?:[A-Za-z][A-Za-z-]{{3,20}}:\s*)?(?:{_TERM}\s*;\s*)+(?:{_TERM})?\s*;?|"
    r"(?:[A-Za-z][A-Za-z-]{3,20}:\s*)?(?:[A-Z][A-Z ,&'’/.-]{2,60}\(\d{1,3}%\)[;,]?\s*)+"
)
_RIGHTS = re.compile(
    r"(?:TM and )?(?:(?i:copyright|©|\(c\))[ ©(c),]{0,6}(?:19|20)\d\d\b|(?:(?i:copyright) )?(?:©|\([cC]\)) ?[A-Z0-9])"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@[^\s@]+\.\w+|@\w+|pic\.twitter\.com/\S+")
_AGO = re.compile(
    r"(?:(?:last )?(?:published|posted|updated)[: ] ?)?\d{1,3} ?(?:seconds?|secs?|minutes?|mins?|m|hours?|hrs?|h|days?"
    r"|d|weeks?|w|months?) ago|\d{1,3}[ -](?:min|mins|minute|minutes)(?: of)? read(?:ing)?(?: time)?"
    r"|list (?:\d{1,2} )?of \d{1,2}(?: items)?"
    r"|(?:\d{1,2} [a-z]{3,9}\.? \d{4} ?: ?)?col(?:umn|\.) (?:gc|wa|ws)? ?\d{1,4}(?:wh|ws|w|p)?"
)
"""How long ago a story was told, how long it takes to read, what is said to the blind of a list;
the number of a column in reports of parliaments."""
_CUT = re.compile(r"\[\+\d+ chars\]|The post [^\n]{3,300}? appeared first on [^\n]{2,100}")
_LABELS = "|".join(
    sorted(
        (re.escape(row["phrase"]) for row in _ROWS if row["class"] == "label" and " " in row["phrase"]), reverse=True
    )
)
_APPENDED = re.compile(rf"(?<=[.!?”\"] )(?:{_LABELS}):[ ][^\n]{{3,150}}$", re.IGNORECASE)
"""A prompt of several words behind the last sentence of a paragraph."""
_IN_CUTS = ("[", "(", ": ", "The post ")
"""What a line has in it of which a part is set aside."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A line, or several that were wrapped: its offsets, its text, and that in small letters."""

    start: int
    end: int
    text: str
    plain: str


def _by_first_word() -> dict[str, list[tuple[str, str, str]]]:
    found = defaultdict(list)
    for row in _ROWS:
        if row["class"] not in ("within", "ends", "caption"):
            found[row["phrase"].split()[0]].append((row["phrase"], row["class"], row["kind"]))
    return dict(found)


_OPENING = _by_first_word()
_WITHIN = tuple((row["phrase"], row["kind"]) for row in _ROWS if row["class"] == "within")
_ENDING = tuple(row["phrase"] for row in _ROWS if row["class"] == "ends")
_HEADS = lexicon.classes("reading/furniture", column="phrase")["head"]


def furniture(text: str) -> tuple[Span, ...]:
    """The ranges of a text that are not the story, in order.

    >>> page = "Two men were held in Lima. They are miners.\\nRead more: Landslip buries 70\\nShare this"
    >>> [page[start:end] for start, end in furniture(page)]
    ['Read more: Landslip buries 70', 'Share this']
    """
    units = list(_units(text))
    aside = [unit for at, unit in enumerate(units) if _is_furniture(unit, at)]
    aside += _repeating(units)
    aside += [units[at] for at in beside_pictures([unit.text for unit in units])]
    listed = _listed(units)
    if sum(len(unit.text) for unit in listed) <= _MOST_LISTED * len(text) or _tell(units, listed):
        aside += listed
    starts = {unit.start for unit in aside}
    known = {at for at, unit in enumerate(units) if unit.start in starts}
    tail = [units[at] for at in tail_of([unit.text for unit in units], known)]
    aside, starts = aside + tail, starts | {unit.start for unit in tail}
    if len(starts) == len(units):
        return ()
    spans = {(unit.start, unit.end) for unit in aside}
    return tuple(sorted(spans | {cut for unit in units if unit.start not in starts for cut in _cuts(unit, text)}))


def _units(text: str) -> Iterator[_Unit]:
    """Yield the lines that are not blank, wrapped ones in one."""
    soft, start = soft_breaks(text), 0
    ends = [found.start() for found in re.finditer("\n", text) if found.start() not in soft]
    for end in (*ends, len(text)):
        line = text[start:end]
        if stripped := line.strip():
            first = start + len(line) - len(line.lstrip())
            shown = " ".join(stripped.split()) if "\n" in stripped else stripped
            plain = shown.lower().replace("’", "'").strip(_EDGES) if len(shown) <= _MOST_CHARS["within"] else ""
            yield _Unit(first, first + len(stripped), shown, plain)
        start = end + 1


def _is_furniture(unit: _Unit, at: int) -> bool:
    """True for a line that is no part of the story by what it says; ``at`` is its place among the lines."""
    if not unit.plain:
        return False
    return (
        _has_words(unit, at)
        or _is_caption(unit)
        or _AGO.fullmatch(unit.plain) is not None
        or _INDEX.fullmatch(unit.text) is not None
        or _ADDRESS.fullmatch(unit.text) is not None
        or _RIGHTS.match(unit.text.lstrip("([")) is not None
        or is_credits(unit.text)
        or (at > 0 and _is_between_bars(unit))
    )


def _has_words(unit: _Unit, at: int) -> bool:
    """True for a line with words of the lexicon in the place where they tell; a title may have a label."""
    plain, size = unit.plain, len(unit.text)
    for phrase, form, kind in _OPENING.get(plain.split(" ", 1)[0].rstrip(":"), ()):
        most = min(_MOST_CHARS[form], _LONGEST_PROMPT) if kind == "prompt" else _MOST_CHARS[form]
        if size <= most and plain.startswith(phrase) and _fits(plain[len(phrase) :], form, kind, at):
            return True
    return any(phrase in plain for phrase, _ in _WITHIN) or (size <= _MOST_CHARS["ends"] and plain.endswith(_ENDING))


def _fits(rest: str, form: str, kind: str, at: int) -> bool:
    """True if what follows the words is as their form has it."""
    if form == "opens":
        return not rest[:1].isalnum()
    if form == "label":
        return (at > 0 or kind != "prompt") and _LABEL_ENDS.match(rest) is not None
    return form == "whole" and not rest.strip(_EDGES + ":.!…")


_LABEL_ENDS = re.compile(r"(?: ?\([^()]{1,40}\)| \d{1,3})?\s?[:|]")


def _is_caption(unit: _Unit) -> bool:
    """True for a line that opens or ends as captions do."""
    text = unit.text
    may_be = text.endswith(_ENDS_CREDITED) or any(mark in text for mark in _IN_CREDITED)
    credited = may_be and len(text) <= _LONGEST_CREDITED and _CREDITED.search(text) is not None
    return credited or _OPENS_CAPTION.match(unit.text) is not None


def _is_between_bars(unit: _Unit) -> bool:
    """True for "By Ann Li | Reuters | 12/06/2019": short parts of which one is a by-line or agency."""
    if not any(bar in unit.text for bar in "|•·"):
        return False
    parts = _BARS.split(unit.text)
    if not 1 < len(parts) <= _MOST_PARTS or any(
        len(part) > _LONGEST_PART or ends_sentence(part, also=":,") for part in parts
    ):
        return False
    signed = [part for part in parts if _BY.match(part) or re.fullmatch(AGENCY, part)]
    dated = [part for part in parts if _DATE_PART.fullmatch(part)]
    return bool(signed) and len(signed) + len(dated) >= len(parts) - 1


def _repeating(units: Sequence[_Unit]) -> list[_Unit]:
    """The second line if it repeats the first, as pages do that print the headline over the story again."""
    return [units[1]] if len(units) > 1 and units[0].text == units[1].text else []


def _listed(units: Sequence[_Unit]) -> list[_Unit]:
    """Headings of lists of other stories, and the lines below them that are no sentences."""
    found: list[_Unit] = []
    for at, unit in enumerate(units):
        if at and unit.plain.rstrip(":") in _HEADS and len(unit.text) <= _MOST_CHARS["head"]:
            below = takewhile(_is_item, units[at + 1 : at + 1 + _MOST_ITEMS])
            found += [unit, *below]
    return found


def _tell(units: Sequence[_Unit], listed: Sequence[_Unit]) -> bool:
    """True if sentences are left beside the lists."""
    starts = {unit.start for unit in listed}
    rest = (unit.text for unit in units if unit.start not in starts)
    return sum(len(text.split()) >= _FEWEST_WORDS and ends_sentence(text, also=":,") for text in rest) >= _SENTENCES


def _is_item(unit: _Unit) -> bool:
    return len(unit.text) <= _LONGEST_ITEM and not ends_sentence(unit.text, also=":,")


def _cuts(unit: _Unit, text: str) -> Iterator[Span]:
    """Yield what of a line a feed or an interface has added."""
    if not any(mark in unit.text for mark in _IN_CUTS):
        return
    for pattern in (_CUT, _APPENDED, _CREDIT):
        for found in pattern.finditer(text, unit.start, unit.end):
            yield found.span()
