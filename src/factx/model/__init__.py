"""2 parse: text to a Doc in one label scheme, and questions to its syntax."""

from factx.model.doc_cache import made_from, places_of, starts_of, text_of, word_ids
from factx.model.parser import load_parser
from factx.model.syntax import (
    NOMINALS,
    PARTICIPLES,
    PREDICATES,
    ancestors,
    auxiliaries,
    child,
    children,
    first_conjunct,
    is_negated,
    is_passive,
    nominal_subtree,
    preposition,
    relative_pronoun,
    subject,
    tokens_between,
)
from factx.model.tokenizer import Tokenizing

__all__ = [
    "NOMINALS",
    "PARTICIPLES",
    "PREDICATES",
    "Tokenizing",
    "ancestors",
    "auxiliaries",
    "child",
    "children",
    "first_conjunct",
    "is_negated",
    "is_passive",
    "load_parser",
    "made_from",
    "nominal_subtree",
    "places_of",
    "preposition",
    "relative_pronoun",
    "starts_of",
    "subject",
    "text_of",
    "tokens_between",
    "word_ids",
]
