"""The text of an article as its facts' offsets count in it, or else the sentences that have facts."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from factx.report.kept import Row

_BETWEEN = "\n\n"
"""What stands between two sentences of an article whose text is not at hand: they need not be neighbours."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """What is shown of an article: its whole text, or some of its sentences.

    ``starts`` has, by the id of a fact, where its sentence begins in ``text`` (characters), and
    ``amounts`` where its amount does, so far as it is there; ``wide`` are the places of characters
    that UTF-16 has two units for.
    """

    text: str
    is_whole: bool
    starts: Mapping[str, int]
    amounts: Mapping[str, int]
    wide: Sequence[int]

    def units(self, at: int) -> int:
        """Return an offset in UTF-16 units, which JavaScript counts in."""
        return at + bisect_left(self.wide, at)


def shown_text(article: Row, facts: Sequence[Row], texts: Mapping[str, str], folders: Iterable[Path]) -> ShownText:
    """Return the text of an article: from the table of texts, else from its file, else its sentences.

    ``folders`` are where its path may begin. A file counts only if its bytes are those that were read.
    """
    text = texts.get(article["article_id"])
    if text is None:
        text = _from_file(article, folders)
    if text is None or any(not _fits(fact, text) for fact in facts):
        return _sentences(facts)
    amounts = {fact["fact_id"]: fact["char_start"] for fact in facts}
    starts = {fact["fact_id"]: _sentence_start(fact, text) for fact in facts}
    return ShownText(text, True, starts, amounts, _wide(text))


def _wide(text: str) -> list[int]:
    return [] if text.isascii() else [at for at, char in enumerate(text) if char > "\uffff"]


def _from_file(article: Row, folders: Iterable[Path]) -> str | None:
    for folder in folders:
        try:
            content = (folder / (article["path"] or "")).read_bytes()
            if hashlib.sha256(content).hexdigest() == article["sha256"]:
                return content.decode("utf-8-sig")
        except (OSError, ValueError):
            continue
    return None


def _fits(fact: Row, text: str) -> bool:
    return bool(text[fact["char_start"] : fact["char_end"]] == fact["value_text"])


def _sentence_start(fact: Row, text: str) -> int:
    """Where the sentence of a fact begins: the last place before its amount where it stands."""
    sentence, at = fact["sentence"] or "", fact["char_start"]
    found = text.rfind(sentence, max(0, at - len(sentence)), at + len(sentence))
    return found if sentence and found >= 0 else at


def _sentences(facts: Sequence[Row]) -> ShownText:
    """The sentences of facts in the order of the text, each once."""
    ordered = sorted(facts, key=lambda fact: fact["char_start"] or 0)
    places: dict[str, int] = {}
    text = ""
    for fact in ordered:
        sentence = fact["sentence"] or ""
        if sentence not in places:
            text += _BETWEEN if text else ""
            places[sentence] = len(text)
            text += sentence
    starts = {fact["fact_id"]: places[fact["sentence"] or ""] for fact in facts}
    amounts = {fact["fact_id"]: at for fact in facts if (at := _amount(fact, text, starts)) >= 0}
    return ShownText(text, False, starts, amounts, _wide(text))


def _amount(fact: Row, text: str, starts: Mapping[str, int]) -> int:
    start = starts[fact["fact_id"]]
    return text.find(fact["value_text"] or "\0", start, start + len(fact["sentence"] or ""))
