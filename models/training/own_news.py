"""News of our own, written and annotated for the reader of facts: ``own/*.txt``, as ``own/README.md`` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader_classes import KINDS, MODALITIES, SLOTS, STATUSES

HEAD = re.compile(r"## (\S+) (\d{4}-\d\d-\d\d)")
FACT = "| "
"""What the line of a fact begins with."""
MARKED = re.compile(r"(.*)<<(.+)>>(.*)")
CLASSES: Mapping[str, tuple[str, ...]] = {"status": STATUSES, "modality": MODALITIES}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of news: its name, its day, its text, and its facts as gold annotations have them."""

    name: str
    published: str
    text: str
    facts: list[dict[str, Any]]


def pieces(path: Path) -> Iterator[Piece]:
    """The pieces of a file; ValueError names the line that is wrong."""
    for part in re.split(r"^(?=## )", path.read_text("utf-8"), flags=re.MULTILINE):
        if not part.strip():
            continue
        head, *lines = part.splitlines()
        told = HEAD.fullmatch(head)
        if told is None:
            raise ValueError(f"{path.name}: not a name and a day: {head!r}")
        text = "\n".join(line for line in lines if not line.startswith(FACT)).strip()
        facts = [line.removeprefix(FACT) for line in lines if line.startswith(FACT)]
        yield Piece(told[1], told[2], text, [_fact(line, text, told[1]) for line in facts])


def _fact(line: str, text: str, name: str) -> dict[str, Any]:
    kind, value, *slots = line.split(" | ")
    start, value = _place(value, text, f"{name}: {line!r}")
    fact: dict[str, Any] = dict.fromkeys((*SLOTS, "time_text", "status"))
    fact |= {"kind": kind, "value_text": value, "quote": value, "start": start, "char_start": start}
    fact |= {"low": None, "high": None, "currency": None, "modality": "asserted"}
    for slot in slots:
        key, _, filler = slot.partition("=")
        if filler not in CLASSES.get(key, (filler,)) or key not in (*SLOTS, *CLASSES):
            raise ValueError(f"{name}: no such slot: {slot!r}")
        if key not in CLASSES and filler not in text:
            raise ValueError(f"{name}: not in the text: {slot!r}")
        fact["time_text" if key == "time" else key] = filler
    if kind not in KINDS[1:] or (kind in {"pledge", "troops"}) == (fact["status"] is None):
        raise ValueError(f"{name}: not a kind, or a status too few or too many: {line!r}")
    return fact


def _place(value: str, text: str, where: str) -> tuple[int, str]:
    """Where a value stands in the text: the one place, the one before its words, or the one that is marked."""
    marked = MARKED.fullmatch(value)
    before, value, behind = marked.groups() if marked else ("", value, "")
    pattern = rf"(?<!\w){re.escape(before + value + behind)}(?!\w)"
    found = [match.start() + len(before) for match in re.finditer(pattern, text)]
    if len(found) != 1:
        raise ValueError(f"{where}: {value!r} stands {len(found)} times")
    return found[0], value
