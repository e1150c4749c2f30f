"""spaCy's English tokenizer with news rules: ranks with a period, ``U.S.-led``, ``IS)-held``, ``3bn``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.base import lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_RUNS = tuple(rf"{mark}{{2,}}" for mark in ("!", r"\?", r"\*", "=", "_", "~", "#", "-"))
"""Marks that are one token if repeated: "!!!", "=====", "***"."""
_NOTE = r"\[[0-9]{1,3}(?:[,–-][0-9]{1,3})*\]"
_PREFIXES = (r"(?:Rs|Tk)\.?(?=[0-9])", *_RUNS)
_INFIXES = (
    r"(?<=\.[A-Z]\.)[-–](?=[a-z])",  # U.S.-led
    r"[)\]](?=[-–][A-Za-z])",  # IS)-held: the bracket …
    r"(?<=[)\]])[-–](?=[A-Za-z])",  # … and the hyphen
    r"(?<=[0-9])[–—](?=[0-9$€£])",  # 20–30
    rf"(?<=\S){_NOTE}",  # people[3],
    r"(?<=[A-Za-z])[,;:](?=[0-9])",  # died,40 were hurt
    r"(?<=[0-9])[,;](?=[A-Za-z])",
    r"(?<=[A-Za-z0-9]);(?=[A-Za-z0-9])",
    r"(?<=[0-9])\.(?=[A-Z][a-z])",  # rose to 45.Forty
    r"(?<=[a-z]{3})\.(?=[0-9]{1,3}(?![0-9.]))",  # people.1 Most
)
_SUFFIXES = (
    r"(?<=[0-9])(?:bn|mn|tn|k)",  # 3bn
    r"(?<=[)\]])[-–]",  # (Reuters)-
    _NOTE,
    r"(?:(?<=[^\W\d_]{3})|(?<=[0-9.,;:!?\"”’')\]%]))(?<!(?<![0-9])10)[¹²³⁰⁴-⁹]+",  # people¹
    "[†‡]",
    *_RUNS,
)
UNIT_LETTERS = lexicon.words("model/unit_letters", "letters")
"""What stands for a unit or a scale behind a figure: spaCy takes "m." of "It gave $5m." for an abbreviation."""
_LONG_RUN = r"\S{500,}"
"""Longer than any word or address: kept as one token, because taking such a run apart takes quadratic time."""


def add_news_rules(nlp: Language) -> Language:
    """Add news rules to the tokenizer of a pipeline, which saves them; return the pipeline.

    >>> import spacy
    >>> nlp = add_news_rules(spacy.blank("en"))
    >>> [token.text for token in nlp("The U.S.-led force paid Lt. Silva Rs.500.")]
    ['The', 'U.S.', '-', 'led', 'force', 'paid', 'Lt.', 'Silva', 'Rs.', '500', '.']
    """
    import re

    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults, tokenizer = nlp.Defaults, nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.prefix_search = compile_prefix_regex([*_PREFIXES, *(defaults.prefixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex([*_INFIXES, *(defaults.infixes or ())]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*_SUFFIXES, *(defaults.suffixes or ())]).search
    tokenizer.token_match = re.compile(_LONG_RUN).match
    tokenizer.rules = {word: case for word, case in tokenizer.rules.items() if word.rstrip(".") not in UNIT_LETTERS}
    for row in lexicon.read("model/abbreviations"):
        if row["split"] == "no":  # others are words as well: "He said no."
            tokenizer.add_special_case(row["word"], [{"ORTH": row["word"]}])
    return nlp


_REMEMBERED = 100_000
"""Words: more than a run over some thousand articles meets; a bound on memory."""


class CachedTokenizer:
    """Texts to docs as ``nlp.make_doc`` makes them, each word taken apart but once.

    spaCy remembers how it took a word apart, but not if a special case ("can't", "U.S.") occurs before
    it in the text: such words it takes apart anew for every article. So new words are given to it one
    by one, before the text.

    >>> import spacy
    >>> [token.text for token in CachedTokenizer(spacy.blank("en")).make_doc("They can't pay.")]
    ['They', 'ca', "n't", 'pay', '.']
    """

    def __init__(self, nlp: Language) -> None:
        from spacy.tokenizer import Tokenizer

        self._nlp, self._known = nlp, set[str]()
        self._remembers = isinstance(nlp.tokenizer, Tokenizer)
        if isinstance(nlp.tokenizer, Tokenizer):
            nlp.tokenizer.max_cache_size = _REMEMBERED

    def make_doc(self, text: str) -> Doc:
        """The tokens of a text."""
        is_kept = not self._nlp.vocab.in_memory_zone  # type: ignore[attr-defined]  # missing in spaCy's stubs
        if self._remembers and len(self._known) < _REMEMBERED and is_kept:
            new = set(text.split()) - self._known
            for word in new:
                self._nlp.tokenizer(word)
            self._known |= new
        return self._nlp.make_doc(text)
