"""2 parse: text to a Doc in one label scheme, and questions to its syntax."""

from factx.model.clearnlp import is_clearnlp
from factx.model.doc_cache import starts_of, text_of, token_indices, with_known_text, word_ids
from factx.model.encoder.reader import ReaderNetwork
from factx.model.entities import entities_in, entity_at
from factx.model.parser import check_model, load_parser, reader_of
from factx.model.syntax import (
    FINITE,
    NOMINALS,
    PARTICIPLES,
    PREDICATES,
    RELATIVE_TAGS,
    SUBJECTS,
    ancestors,
    auxiliaries,
    child,
    children,
    first_conjunct,
    has_modal,
    is_negated,
    is_passive,
    nominal_subtree,
    preposition,
    relative_pronoun,
    subject,
    tokens_between,
)
from factx.model.tokenizer import CachedTokenizer

__all__ = [
    "FINITE",
    "NOMINALS",
    "PARTICIPLES",
    "PREDICATES",
    "RELATIVE_TAGS",
    "SUBJECTS",
    "CachedTokenizer",
    "ReaderNetwork",
    "ancestors",
    "auxiliaries",
    "check_model",
    "child",
    "children",
    "entities_in",
    "entity_at",
    "first_conjunct",
    "has_modal",
    "is_clearnlp",
    "is_negated",
    "is_passive",
    "load_parser",
    "nominal_subtree",
    "preposition",
    "reader_of",
    "relative_pronoun",
    "starts_of",
    "subject",
    "text_of",
    "token_indices",
    "tokens_between",
    "with_known_text",
    "word_ids",
]
