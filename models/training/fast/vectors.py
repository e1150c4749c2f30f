"""Trains subword vectors on raw news, a paragraph a line, in floret's format for ``spacy init vectors``."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import floret
import typer


def main(news: Path, out: Path) -> None:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as text:
        with gzip.open(news, "rt", encoding="utf-8") as lines:
            text.writelines(lines)
        text.flush()
        model = floret.train_unsupervised(
            text.name, model="skipgram", mode="floret", hashCount=2, bucket=30000, minn=4, maxn=5, minCount=5, dim=96,
            epoch=8, lr=0.05, neg=10, ws=5, thread=2, verbose=0,
        )  # fmt: skip
    model.save_floret_vectors(str(out))


if __name__ == "__main__":
    typer.run(main)
