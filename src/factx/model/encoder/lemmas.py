"""Lemmas from a word and its tag, by edit scripts.

The table has the script of a whole word, or else of its longest known ending.
"""

from __future__ import annotations

from collections.abc import Mapping

LONGEST_ENDING = 5
"""Letters: training learns no longer endings, which would be whole words as a rule."""
WHOLE = "^"
"""Marks an entry as a whole word, not an ending."""
_REMEMBERED = 50_000
"""Words with their tags: the vocabulary of some thousand articles; a bound on memory."""


class Lemmatizer:
    """``endings`` maps each tag to its endings and whole words, small letters, and these to scripts.

    >>> plural = {"": "l1+", "ies": "l3+y", "^men": "l2+an"}
    >>> lemmatizer = Lemmatizer({"NNS": plural, "NNP": {"": "k0+"}})
    >>> lemmatizer.lemma("Armies", "NNS"), lemmatizer.lemma("men", "NNS")
    ('army', 'man')
    >>> lemmatizer.lemma("Manila", "NNP"), lemmatizer.lemma("Of", "IN")
    ('Manila', 'of')
    """

    def __init__(self, endings: Mapping[str, Mapping[str, str]]) -> None:
        self._endings = endings
        self._known: dict[tuple[str, str], str] = {}

    def lemma(self, form: str, tag: str) -> str:
        """The dictionary form, or the word in small letters if its tag is unknown."""
        found = self._known.get((form, tag))
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[form, tag] = apply_script(script_for(self._endings.get(tag, {}), form.lower()), form)
        return found


def script_for(endings: Mapping[str, str], word: str) -> str:
    """The script of a word in small letters: its own, or that of its longest known ending."""
    script = endings.get(WHOLE + word)
    size = min(LONGEST_ENDING, len(word))
    while script is None and size >= 0:
        script = endings.get(word[len(word) - size :])
        size -= 1
    return script or "l0+"


def script_of(form: str, lemma: str) -> str:
    """The script that turns ``form`` into ``lemma``.

    ``k`` keeps the case, ``l`` lowers it; the number of letters to cut off follows, then ``+`` and the
    letters to add.

    >>> script_of("Policies", "policy"), script_of("Manila", "Manila"), script_of("went", "go")
    ('l3+y', 'k0+', 'l4+go')
    """
    case = "k" if form[:1] == lemma[:1] and form[:1].isupper() else "l"
    source = form if case == "k" else form.lower()
    shared = 0
    while shared < min(len(source), len(lemma)) and source[shared] == lemma[shared]:
        shared += 1
    return f"{case}{len(source) - shared}+{lemma[shared:]}"


def apply_script(script: str, form: str) -> str:
    """The lemma of ``form`` by the script, or the word in small letters if it is too short for it.

    >>> apply_script("l3+y", "ARMIES"), apply_script("l3+", "as")
    ('army', 'as')
    """
    cut, _, ending = script[1:].partition("+")
    source = form if script[0] == "k" else form.lower()
    kept = len(source) - int(cut)
    return source[:kept] + ending if kept > 0 or ending else form.lower()
