"""Frame: a relation between a counted phrase and the word that may trigger a fact."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nsubj:outer"})
"""Relations of a verb's own arguments."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A named relation between a counted phrase and the token that may trigger a fact."""

    name: str
    trigger: Token
