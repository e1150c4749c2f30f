"""Number words read together: "twenty-one" is 21, "nineteen ninety-six" a year, "twenty-first" an ordinal."""

from __future__ import annotations

from factx.dates.pieces import Lexeme

_WORDS = frozenset({"number_word", "tens", "hundred", "thousand"})
_ORDINALS = frozenset({"ordinal", "second"})
_LONGEST = 12
"""No numeral of a date has more words."""


def merge_number_words(items: list[Lexeme], text: str) -> list[Lexeme]:
    """The lexemes with each run of number words as one ``number_word``, ``year_words`` or ``ordinal``."""
    merged: list[Lexeme] = []
    done = 0
    for at in [at for at, item in enumerate(items) if item.cls in _WORDS]:
        if at >= done:
            end = _run_end(items, at)
            merged += items[done:at]
            merged.append(_merge(items[at:end], text))
            done = end
    return merged + items[done:]


def _run_end(items: list[Lexeme], at: int) -> int:
    """The end of the run that begins at ``at``: number words joined by space, hyphen or "and", perhaps an ordinal."""
    end = at + 1
    while end < len(items) and end - at < _LONGEST:
        item, before = items[end], items[end - 1]
        after = items[end + 1] if end + 1 < len(items) else None
        if item.cls in _WORDS and _continues(before, item):
            end += 1
        elif item.cls in _ORDINALS and before.cls == "tens" and _small(item):
            return end + 1
        elif item.cls == "hyphen" and after is not None and before.cls == "tens" and _small(after):
            end += 2
            if after.cls in _ORDINALS:
                return end
        elif item.cls == "and" and after is not None and after.cls in _WORDS and before.cls in {"hundred", "thousand"}:
            end += 2
        else:
            break
    return end


def _continues(before: Lexeme, item: Lexeme) -> bool:
    if item.cls in {"hundred", "thousand"} or before.cls in {"hundred", "thousand"}:
        return True
    if before.cls == "tens":
        return True
    return int(str(before.value)) >= 10 or item.value == 0 or (before.value == 0)


def _small(item: Lexeme) -> bool:
    if item.cls == "second":
        return True
    return item.cls in {"number_word", "ordinal"} and isinstance(item.value, int) and 0 < item.value < 10


def _merge(run: list[Lexeme], text: str) -> Lexeme:
    words = [item for item in run if item.cls not in {"hyphen", "and"}]
    start, end = run[0].start, run[-1].end
    value = _evaluate(words)
    if words[-1].cls in _ORDINALS:
        return Lexeme(start, end, text[start:end], "ordinal" if value <= 31 else "other", value)
    year = value if words[-1].cls != "hundred" and any(item.cls == "thousand" for item in words) else _year(words)
    if len(words) > 1 and year is not None and 1100 <= year < 2100:
        return Lexeme(start, end, text[start:end], "year_words", year)
    return Lexeme(start, end, text[start:end], "number_word", value)


def _evaluate(words: list[Lexeme]) -> int:
    total = group = 0
    for item in words:
        number = 2 if item.cls == "second" else int(str(item.value))
        if item.cls == "thousand":
            total, group = total + max(group, 1) * 1000, 0
        elif item.cls == "hundred":
            group = max(group, 1) * 100
        else:
            group += number
    return total + group


def _year(words: list[Lexeme]) -> int | None:
    """The year in "nineteen ninety-six", "twenty ten" or "nineteen hundred eighty-three"; None for a count."""
    if any(item.cls == "hundred" for item in words):
        value = _evaluate(words)
        return value if words[0].value in range(11, 20) and words[1].cls == "hundred" else None
    head = int(str(words[0].value))
    rest = _evaluate(words[1:])
    if head in range(11, 21) and (rest >= 10 or (words[1:2] and words[1].value == 0)):
        return head * 100 + rest
    return None
