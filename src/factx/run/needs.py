"""What a component needs before it, checked on every doc: what is missing is said, not found silently."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from factx.base import InputError
from factx.model import is_clearnlp

ANNOTATION = {
    "TAG": "a tagger",
    "POS": "a morphologizer or attribute ruler",
    "LEMMA": "a lemmatizer",
    "DEP": "a parser",
    "ENT_IOB": "an entity recognizer",
}
"""What the rules read, by the component of spaCy that sets it."""
REQUIRED = ["token.tag", "token.lemma", "token.dep", "token.head", "doc.sents", "doc.ents"]
"""The same for ``analyze_pipes``; spaCy's attribute ruler does not declare that it sets ``token.pos``."""
GROUPS = {"factx_who": "factx_references", "factx_dates": "factx_dates", "factx_quantities": "factx_quantities"}
"""Components by a group of spans that each sets, be it empty."""


def check_needs(doc: Doc, name: str, steps: Iterable[str] = (), *, parsed: bool = True) -> None:
    """Raise ``InputError`` if a doc lacks a parse, or mentions of the earlier components ``steps``.

    ``name`` is the component that needs them; without ``parsed`` it does without a parse.

    >>> import spacy
    >>> check_needs(spacy.blank("en")("Two fled."), "mine", ["factx_dates"], parsed=False)
    Traceback (most recent call last):
        ...
    factx.base.errors.InputError: mine needs factx_dates before it: nlp.add_pipe('factx_dates', before='mine')
    """
    pipes = _missing_pipes(doc) if parsed else []
    own = ["factx_scheme"] if parsed and _has_foreign_labels(doc) else []
    own += [step for step in steps if GROUPS[step] not in doc.spans]
    if pipes or own:
        advice = [f"nlp.add_pipe('{step}', before='{name}')" for step in own]
        if pipes:
            advice.insert(0, "begin with a full English pipeline, such as factx.load() or en_core_web_sm")
        raise InputError(f"{name} needs {', '.join([*pipes, *own])} before it: {'; '.join(advice)}")


def _missing_pipes(doc: Doc) -> list[str]:
    """The components of spaCy that did not run on a doc with words."""
    missing = [pipe for annotation, pipe in ANNOTATION.items() if not doc.has_annotation(annotation)]
    return missing if missing and doc.text.strip() else []


def _has_foreign_labels(doc: Doc) -> bool:
    """True if the parse has relations that only ``factx_scheme`` makes the rules read."""
    return is_clearnlp({doc.vocab.strings[name] for name in set(doc.to_array("DEP").tolist())})
