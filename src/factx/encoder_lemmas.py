"""Lemmas as edit scripts: how a word form is turned into its dictionary form, in a few hundred classes."""

from __future__ import annotations


def script_of(form: str, lemma: str) -> str:
    """The script that turns ``form`` into ``lemma``: keep or lower the case, cut letters off the end, add others.

    A lemma that shares no beginning with its form is a script of its own.

    >>> [script_of(*pair) for pair in (("Policies", "policy"), ("Manila", "Manila"), ("went", "go"))]
    ['l3+y', 'k0+', '=go']
    """
    case = "k" if form[:1] == lemma[:1] and (form == lemma or form[:1].isupper()) else "l"
    source = form if case == "k" else form.lower()
    shared = 0
    while shared < min(len(source), len(lemma)) and source[shared] == lemma[shared]:
        shared += 1
    if shared == 0:
        return f"={lemma}"
    return f"{case}{len(source) - shared}+{lemma[shared:]}"


def apply_script(script: str, form: str) -> str | None:
    """The lemma of ``form`` under the script, or None where the form is too short for it.

    >>> apply_script("l3+y", "ARMIES"), apply_script("l3+y", "as")
    ('army', None)
    """
    if script[0] == "=":
        return script[1:]
    cut, _, ending = script[1:].partition("+")
    source = form if script[0] == "k" else form.lower()
    kept = len(source) - int(cut)
    return source[:kept] + ending if kept > 0 else None
