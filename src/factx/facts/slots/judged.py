"""What is said of tidings that tell of an event, by word order: "claims that … were baseless".

What stands behind a long clause is often parsed as a part of it, so that the tree does not say of
what it is told. The words do: tidings with "that" right behind, the verb in front of them
("denied", "called"), and what follows ("were rubbished", "false", "could not be verified").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.base import Modality
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.slots.stance import has_no
from factx.facts.words import has_lemma
from factx.model import FINITE, SUBJECTS, is_negated, preposition

TOLD = frozenset({"VB", "VBD", "VBG", "VBN"})
"""Tags of verbs that tell; "claims" and "reports" are often tagged as verbs where they are nouns."""
THAT, NOTHING, BY, VERB_ENDING = "that", "nothing", "by", "s"
CLAUSES = frozenset({"acl", "acl:relcl", "advcl"})
LONGEST_ASIDE = 5
"""Words between tidings and their clause: "claims on social media that"."""
LONGEST_NAME = 4
"""Words of what something is called behind its clause: "as without any foundation"."""
LONGEST_JUDGEMENT = 6
"""Words from "were" to what somebody is told to be: "were nothing but a pack of lies"."""
REBUTTING = CUES["deny"] | CUES["rebutting"]
JUDGING = CUES["untrue"] | CUES["discrediting"]
MADE_OF_IT: tuple[tuple[frozenset[str], Modality | None, Modality | None], ...] = (
    (JUDGING | REBUTTING, "denied", None),
    (CUES["confirming"], None, "possible"),
    (CUES["doubtful"] | CUES["inquiring"], "possible", None),
    (CUES["true"], None, "denied"),
)
"""Words for tidings, what it makes of them that they are so, and that they are not: "not true"."""
NEGATION = 3
"""Words before "be" that may negate it: "have not yet been confirmed"."""
SAYING = frozenset({"VERB", "PROPN"})


def judgement(event: Token) -> Modality | None:
    """Return what is made of the tidings that tell of an event; None if nothing, or there are none."""
    tidings = _tidings_of(event)
    if tidings is None:
        return None
    if _is_none(tidings):
        return "possible" if has_lemma(tidings, CUES["confirming"]) else "denied"
    if tidings.i > tidings.sent.start and has_lemma(tidings.nbor(-1), CUES["doubtful"]):
        return "possible"
    verb = _verb_before(tidings)
    return _told_behind(event) if verb is None else _done_with(verb, tidings, event)


def _is_none(tidings: Token) -> bool:
    """True for "no evidence that", "nothing to suggest that"."""
    return has_no(tidings) or (tidings.lower_ == NOTHING and tidings.nbor().lower_ == "to")


def _done_with(verb: Token, tidings: Token, event: Token) -> Modality | None:
    """Return what a verb makes of the tidings behind it: it rebuts them, looks into them or names them."""
    if has_lemma(verb, REBUTTING) or _is_scorned(verb, tidings):
        return None if is_negated(verb) or _is_left_open(verb) else "denied"
    if has_lemma(verb, CUES["inquiring"]):
        return "possible"
    named = _named(verb, tidings, event) if has_lemma(verb, CUES["naming"]) else None
    return _told_behind(event) if named is None and has_lemma(verb, CUES["report"]) else named


def _tidings_of(event: Token) -> Token | None:
    """Return the noun whose "that" opens the clause that tells of the event itself."""
    sentence = event.sent
    for that in reversed(event.doc[sentence.start : event.i]):
        if that.lower_ != THAT or that.dep_ in SUBJECTS:
            continue
        found = _before(that)
        if found is not None:
            return found if _is_told_directly(event, that) else None
        if that.tag_ == "WDT":
            return None
    return None


def _before(that: Token) -> Token | None:
    """Return the tidings right before "that", or before what is said of them: "claims by rebels that"."""
    words = that.doc[max(that.sent.start, that.i - LONGEST_ASIDE) : that.i]
    for word in reversed(words):
        if word.tag_ not in TOLD and has_lemma(word, CUES["tidings"] | CUES["hearsay"]):
            behind = word.doc[word.i + 1]
            return word if behind == that or behind.pos_ == "ADP" or behind.tag_ in {"VBG", "VBN", "TO"} else None
        if word.is_punct or word.pos_ in {"SCONJ", "CCONJ", "AUX"}:
            return None
    return None


def _is_told_directly(event: Token, that: Token) -> bool:
    """True unless the event is told beside something else: "reports that he fled after nine were killed"."""
    for token in (event, *event.ancestors):
        if token.i < that.i:
            return True
        if token.dep_ in CLAUSES and that.i < token.head.i < token.i:
            return False
        if token.dep_ in {"obl", "nmod"} and preposition(token) in PREPOSITIONS["apart"]:
            return False
    return True


def _verb_before(tidings: Token) -> Token | None:
    """Return the verb that the tidings are the object of: "dismissed as a lie the", "poured scorn on"."""
    for word in reversed(tidings.doc[tidings.sent.start : tidings.i]):
        if has_lemma(word, CUES["deny"]):
            return word
        if word.pos_ == "VERB" and not _is_beside(word, tidings):
            return word
        if word.i + 1 == tidings.i and word.lower_.endswith(VERB_ENDING) and has_lemma(word, CUES["rebutting"]):
            return word  # in headlines: "Ministry rubbishes claims"
        if word.is_punct or word.pos_ in {"CCONJ", "PRON"} or word.lower_ == BY:
            return None
        apart = word.pos_ in {"NOUN", "PROPN"} and not tidings.is_ancestor(word)
        if apart and not _is_untrue(word) and not has_lemma(word, CUES["scorn"]):
            return None
    return None


def _is_left_open(verb: Token) -> bool:
    """True for "neither confirm nor deny"."""
    return any(has_lemma(word, CUES["confirming"]) for word in verb.doc[max(verb.sent.start, verb.i - 2) : verb.i])


def _is_beside(verb: Token, tidings: Token) -> bool:
    """True for what only describes: "fabricated reports", "as politically motivated the claim"."""
    if has_lemma(verb, REBUTTING | CUES["naming"]):
        return False
    before = verb.nbor(-2 if verb.nbor(-1).pos_ == "ADV" else -1) if verb.i - verb.sent.start > 1 else verb
    return _is_untrue(verb) or (verb.dep_ == "amod" and verb.head == tidings) or before.lower_ == "as"


def _is_scorned(verb: Token, tidings: Token) -> bool:
    """True for "poured cold water on reports", "gave the lie to reports"."""
    between = verb.doc[verb.i + 1 : tidings.i]
    return has_lemma(verb, CUES["scorning"]) and any(has_lemma(item, CUES["scorn"]) for item in between)


def _named(verb: Token, tidings: Token, event: Token) -> Modality | None:
    """Return what tidings are called: "called a lie the claim", "called the claim that … a lie"."""
    doc, end = event.doc, event.sent.end
    last = next((word.i for word in doc[event.i + 1 : end] if word.is_punct or word.pos_ == "CCONJ"), end)
    behind = doc[max(event.i + 1, last - LONGEST_NAME) : last]
    if any(map(_is_untrue, (*doc[verb.i + 1 : tidings.i], *behind))):
        return "denied"
    return next((said for word in behind if word.lower_ == "as" and (said := _predicate(word))), None)


def _told_behind(event: Token) -> Modality | None:
    """Return what "were false", "were rubbished", "could not be verified" behind the event make of it."""
    doc, end = event.doc, event.sent.end
    for word in doc[event.i + 1 : end]:
        if (word.is_punct and not word.is_quote) or _goes_on(word):
            return None
        if word.lower_ in FUNCTION_WORDS["linking"]:
            said = _predicate(word)
            if said is not None:
                return said
    return None


def _goes_on(word: Token) -> bool:
    """True where somebody does something else: "confirmed reports that nine died and called …"."""
    return word.pos_ == "CCONJ" and word.i + 1 < word.sent.end and word.nbor().tag_ in FINITE


def _predicate(linking: Token) -> Modality | None:
    """Return what the words behind "were" say of tidings."""
    words = list(_said(linking))
    before = linking.doc[max(linking.sent.start, linking.i - NEGATION) : linking.i]
    undone = any(word.lower_ in FUNCTION_WORDS["undoing"] for word in (*before, *words))
    for named, done, not_done in MADE_OF_IT:
        if any(has_lemma(word, named) for word in words):
            return not_done if undone else done
    missed = any(word.lower_ in FUNCTION_WORDS["missing_it"] for word in words)
    return "denied" if missed and any(has_lemma(word, CUES["grounds"]) for word in words) else None


def _said(linking: Token) -> Iterator[Token]:
    """Yield the words behind "were" up to the first that says something: "totally without foundation"."""
    for word in linking.doc[linking.i + 1 : min(linking.sent.end, linking.i + 1 + LONGEST_JUDGEMENT)]:
        if word.is_punct and not word.is_quote:
            return
        yield word
        if word.pos_ in SAYING:
            return


def _is_untrue(word: Token) -> bool:
    return has_lemma(word, JUDGING)
