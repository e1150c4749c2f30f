"""Cuts news articles into pieces of 60, 120 or 240 tokens at paragraph ends: training on whole articles learns less."""

from __future__ import annotations

import random
from pathlib import Path

import spacy
import typer
from spacy.tokens import DocBin

SIZES = (60, 120, 240)


def main(articles: Path, out: Path) -> None:
    rng = random.Random(0)
    pieces = DocBin(attrs=["ORTH", "ENT_IOB", "ENT_TYPE", "SPACY"])
    for doc in DocBin(store_user_data=True).from_disk(articles).get_docs(spacy.blank("en").vocab):
        start, size = 0, rng.choice(SIZES)
        for token in doc:
            if token.text == "\n\n" and token.i - start >= size:
                pieces.add(doc[start : token.i + 1].as_doc())
                start, size = token.i + 1, rng.choice(SIZES)
        if start < len(doc):
            pieces.add(doc[start:].as_doc())
    pieces.to_disk(out)


if __name__ == "__main__":
    typer.run(main)
