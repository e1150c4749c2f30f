"""The whole spaCy pipeline: the parser and factx's steps behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language

STEPS = ("factx_who", "factx_dates", "factx_quantities", "factx_facts")


def load(model: str | Path = DEFAULT_MODEL, rules: str | Path | None = None, reader: bool = True) -> Language:
    """Load the pipeline that parses an article and finds its facts.

    ``model`` is ``fast`` or ``accurate`` (factx's own), a folder, or the name of an installed English
    spaCy pipeline; ``rules`` is a rule file, or a folder of some, added to factx's own; without
    ``reader`` facts are by rules alone. Raises ``ModelError`` saying what is missing and what to type.

    >>> load().pipe_names[-1]  # doctest: +SKIP
    'factx_facts'
    """
    import factx.run.components  # noqa: F401 (registers the factories, as entry points do where factx is installed)
    from factx.model import load_parser

    nlp = load_parser(model)
    for step in STEPS:
        config = {"rules": rules and str(rules), "reader": reader} if step == "factx_facts" else {}
        nlp.add_pipe(step, config=config)
    return nlp
