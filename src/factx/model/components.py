"""The parser's own spaCy components.

``factx_layout`` sets sentence starts before the model's pipes, ``factx_scheme`` turns their labels
into factx's behind them.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from factx.base import context_of

Component = Callable[[Doc], Doc]


@Language.factory("factx_layout", assigns=["token.is_sent_start"], retokenizes=True)
def make_layout(nlp: Language, name: str) -> Component:
    """Figures that blanks part as one token, then sentence boundaries that the layout decides."""
    return _lay_out


@Language.factory(
    "factx_scheme",
    requires=["token.tag", "token.lemma", "token.dep", "token.head", "doc.ents"],
    assigns=["token.dep", "token.head", "doc.ents"],
)
def make_scheme(nlp: Language, name: str) -> Component:
    """One label scheme for the rules: UD relations and factx's entity labels; noun chunks follow it."""
    from factx.model.label_scheme import to_factx_scheme
    from factx.model.noun_chunks import noun_chunks

    nlp.vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]  # spaCy calls for triples but declares spans
    return to_factx_scheme


def _lay_out(doc: Doc) -> Doc:
    from factx.model.sentences import set_sentence_starts
    from factx.model.spelling import join_figures

    return set_sentence_starts(join_figures(doc), context_of(doc))
