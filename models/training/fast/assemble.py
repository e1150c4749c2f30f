"""Puts the two trained halves together: syntax, then entities, with news rules in the tokenizer."""

from __future__ import annotations

from pathlib import Path

import spacy
import srsly
import typer

from factx.tokenizer import add_news_rules


def main(entities: Path, syntax: Path, meta: Path, out: Path) -> None:
    nlp, parser = spacy.load(entities), spacy.load(syntax)
    for name in parser.pipe_names:
        nlp.add_pipe(name, source=parser, before="ner")
    add_news_rules(nlp)
    nlp.meta.update(srsly.read_json(meta))
    nlp.to_disk(out)


if __name__ == "__main__":
    typer.run(main)
