"""Annotations of raw news that is not in this repository: ``paragraphs.jsonl`` says where facts stand, never what.

A line is a paragraph: its name (the corpus and the first ten digits of the SHA-1 of its text), the day it is
counted from, and its facts as offsets in the text. ``pieces`` finds the texts again in a folder of the corpora.

    python standoff.py SHEETS     prints annotated sheets, written as own/README.md says, as such lines
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import own_news
from own_news import Piece
from reader_classes import SLOTS

import data

UNDATED = "0000-00-00"
FILLERS = (*(slot for slot in SLOTS if slot != "time"), "time_text")
SPACED = [
    (r" ([.,;:?!%)\]])", r"\1"),
    (r"([(\[$£€]) ", r"\1"),
    (r" ('s|n't|'re|'ve|'ll|'d|'m)\b", r"\1"),
    (r"(\w) ([-/]) (\w)", r"\1\2\3"),
]
"""How the words of tokenised news are joined again."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sheets", type=Path, nargs="+")
    for path in parser.parse_args().sheets:
        for piece in own_news.pieces(path):
            facts = [_offsets(fact, piece.text) for fact in piece.facts]
            print(json.dumps({"id": piece.name, "date": piece.published, "facts": facts}, separators=(",", ":")))


def pieces(path: Path, folder: Path) -> Iterator[Piece]:
    """The annotated paragraphs whose texts a folder of the corpora has."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = {line["id"] for line in lines}
    texts = {name: text for name, text in paragraphs(folder) if name in wanted}
    for line in lines:
        if line["id"] in texts:
            text = texts[line["id"]]
            yield Piece(line["id"], line["date"], text, [_fact(fact, text) for fact in line["facts"]])


def paragraphs(folder: Path) -> Iterator[tuple[str, str]]:
    """All paragraphs of the corpora, with the names they have in the annotations."""
    for doc in data.read_docs(folder / "ner/train.spacy", data.blank()):
        yield from (_named("ww", text) for text in doc.text.split("\n\n"))
    with gzip.open(folder / "raw/news.txt.gz", "rt", encoding="utf-8") as file:
        yield from (_named("raw", line) for line in file)
    for corpus, name in (("casualties_dev", "gva"), ("muc_dev", "muc")):
        for path in sorted((folder / corpus / "articles").glob("*.json")):
            text = json.loads(path.read_text("utf-8"))["text"]
            yield from (_named(name, part) for part in re.split(r"\n\s*\n", text))


def _named(corpus: str, text: str) -> tuple[str, str]:
    text = text.strip()
    name = f"{corpus}-{hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:10]}"
    return name, joined(text) if corpus == "raw" else text


def joined(text: str) -> str:
    """Tokenised news as it is written: "$ 5 million , he said ." becomes "$5 million, he said."."""
    for pattern, put in SPACED:
        text = re.sub(pattern, put, text)
    return text


def _offsets(fact: dict[str, Any], text: str) -> dict[str, Any]:
    """A fact with the places of its words; a filler that stands several times is the one next to the amount."""
    start = fact["char_start"]
    found = {"kind": fact["kind"], "value": [start, start + len(fact["value_text"])]}
    found |= {name: fact[name] for name in ("status", "modality") if fact[name] not in (None, "asserted")}
    for name in FILLERS:
        if fact[name]:
            first = min(_starts(fact[name], text), key=lambda place: abs(place - start))
            found[name] = [first, first + len(fact[name])]
    return found


def _starts(words: str, text: str) -> Sequence[int]:
    return [match.start() for match in re.finditer(re.escape(words), text)]


def _fact(found: dict[str, Any], text: str) -> dict[str, Any]:
    fact: dict[str, Any] = dict.fromkeys((*FILLERS, "status", "low", "high", "currency"))
    fact |= {name: value if isinstance(value, str) else text[slice(*value)] for name, value in found.items()}
    value, start = fact.pop("value"), found["value"][0]
    return {"modality": "asserted", **fact, "value_text": value, "quote": value, "start": start, "char_start": start}


if __name__ == "__main__":
    main()
