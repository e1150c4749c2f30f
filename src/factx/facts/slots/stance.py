"""Stance: what a word above an event says of it: it denies, refuses, doubts or expects it.

Words that turn round under negation ("not true", "has not confirmed", "no reports that") are in the
lexicon ``cues`` under classes of their own.
"""

from __future__ import annotations

from spacy.tokens import Token

from factx.base import Modality
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.relations import is_nobody
from factx.facts.words import NOUNS, has_lemma
from factx.model import PREDICATES, SUBJECTS, child, children, is_negated, preposition

COMPLEMENTS = frozenset({"xcomp", "ccomp", "csubj", "csubj:pass", "obj"})
NOT_A_SHRED = 4
"""Words of "not a shred of"."""
ACCUSED = frozenset({"of", "for", "in", "to", "with"})
"""Prepositions of what somebody is accused of or plans; after, before, amid … only say when."""
CHARGE = frozenset({"charge"})
THAT = "that"
NOR = frozenset({"nor"})
ASKING = frozenset({"WRB", "WP", "WDT"})
CONTENT = frozenset({"that", "of", "to"})
"""Words before what a noun is about ("claims that …"); who is responsible does not say whether."""
DEFINITE = frozenset({"the", "these", "those"})
TOLD_OF = frozenset({"nsubj", "dislocated"})
"""Relations of tidings to what says that they are untrue: "word that … turned out to be a hoax"."""


def stance(token: Token, below: Token) -> Modality | None:
    """Return what a word makes of the event in the branch ``below``; None for nothing."""
    if not reaches(below, token):
        return "denied" if below.dep_ in TOLD_OF and _is_called_untrue(token) else None
    if token.pos_ in NOUNS and not is_negated(token) and _tells_how_sure(token, below):
        return _of_tidings(token) or ("possible" if _is_plan(token, below) else None)
    if _is_called_untrue(token):
        return "denied"
    if is_undone(token) or _is_refused(token):
        return _negated_stance(token, below)
    if _has_no_subject(token) and _has_any(token, "confirming", "deny"):
        return "possible" if _has_any(token, "confirming") else None
    return _own_stance(token, below)


def _own_stance(token: Token, below: Token) -> Modality | None:
    """Return what a word that is not negated makes of the event."""
    if _is_left_open(token) or _seems(token, below) or _is_charged(token, below):
        return "possible"
    if below.dep_ == "nsubj:pass" and _has_any(token, "purposing"):
        return None  # "the gift was aimed at", which was given
    if below.dep_ == "obj" and _has_any(token, "condemning") and not _has_any(below, "tidings"):
        return None  # "repudiated the murder", which happened
    if _has_any(token, "deny", "refusal", "untrue") and _is_whole(token) and not _lies_there(token):
        return _of_refusal(below)
    if below.dep_ == "obj" and _has_any(token, "takes_clause"):
        return None  # "assumed command of 300 troops"
    return "possible" if _is_in_doubt(token, below) else None


def _of_refusal(below: Token) -> Modality | None:
    """Return ``denied``, but for what is known: "the death of nine could have been avoided"."""
    return None if below.dep_ == "nsubj:pass" and is_definite(below) else "denied"


def _is_in_doubt(token: Token, below: Token) -> bool:
    """True for "fears that", "doubtful reports say that"; who "is a suspect" may well be dead."""
    speaker = child(token, "nsubj")
    if speaker is not None and has_lemma(speaker, CUES["tidings"]) and _is_doubtful(speaker):
        return True
    is_one = below.dep_ == "nsubj" and token.pos_ in NOUNS
    return _has_any(token, "possible_verb", "doubtful") and not is_one


def _seems(verb: Token, deed: Token) -> bool:
    """True for "appears to have killed six", not for "appears to be the death of six"."""
    return deed.dep_ == "xcomp" and deed.pos_ in PREDICATES and has_lemma(verb, CUES["seeming"])


def _is_charged(verb: Token, deed: Token) -> bool:
    """True for "charged with the murder of six"; who is charged in it or over it may not be the killer."""
    charged = deed.dep_ == "obl" and preposition(deed) == "with" and has_lemma(verb, CHARGE)
    return charged and child(deed, "nmod") is not None


def _is_left_open(verb: Token) -> bool:
    """True for "neither confirmed nor denied", "would not confirm or deny", "… nor rule out"."""
    first = verb.head if verb.dep_ == "conj" else verb
    both = [first, *children(first, "conj")]
    if not any(item.lower_ in FUNCTION_WORDS["alternative"] | NOR for other in both for item in children(other, "cc")):
        return False
    excluded = any(_has_any(item, "deny") or (_has_any(item, "out") and _is_whole(item)) for item in both)
    return excluded and any(_has_any(item, "confirming") for item in both)


def _of_tidings(noun: Token) -> Modality | None:
    """Return what "no reports that", "unconfirmed reports of", "fears that" make of an event."""
    if _is_none(noun):
        return "possible" if _has_any(noun, "confirming") else "denied"
    if _is_without_grounds(noun) or _is_given_up(noun):
        return "denied"
    if any(has_lemma(item, CUES["untrue"]) for item in children(noun, "amod", "compound")):
        return "denied"
    if noun.head == noun and any(map(_is_called_untrue, children(noun, "parataxis"))):
        return "denied"  # "word that … turned out to be a hoax", whose noun is parsed as all there is
    return "possible" if _is_doubtful(noun) or _has_any(noun, "possible_verb", "possible_noun") else None


def _tells_how_sure(noun: Token, below: Token) -> bool:
    """True for reports, fears, plans and risks of something; not for who "is out of danger"."""
    of_risk = _has_any(noun, "possible_noun") and below.dep_ not in SUBJECTS
    return _has_any(noun, "tidings", "possible_verb") or of_risk or _is_plan(noun, below)


def _is_plan(noun: Token, deed: Token) -> bool:
    """True for "calls to send", "an intention of sending"; not for a call that came."""
    mark = child(deed, "mark")
    return mark is not None and mark.lower_ in {"to", "of"} and _has_any(noun, "plan_noun")


def _is_given_up(plan: Token) -> bool:
    """True for "ruled out plans to send", "resisted calls to send"."""
    verb = plan.head
    gives_up = _has_any(verb, "deny", "refusal", "giving_up") and _is_whole(verb) and not is_negated(verb)
    return plan.dep_ in {"obj", "nsubj:pass"} and gives_up and not _has_any(plan, "tidings")


def _is_without_grounds(tidings: Token) -> bool:
    """True for "no truth in the rumour", "no substance, he said, to the claim", however they are tied."""
    if preposition(tidings) not in PREPOSITIONS["grounded"]:
        return False
    before = tidings.doc[tidings.sent.start : tidings.left_edge.i]
    grounds = (item for item in before if _has_any(item, "grounds") and has_no(item))
    return any(_is_ground_of(item, tidings) for item in grounds)


def _is_ground_of(ground: Token, tidings: Token) -> bool:
    """True unless it is that of something else: "no basis for a boycott in the report"."""
    others = (item for item in children(ground, "nmod") if item != tidings and item.pos_ in NOUNS)
    apart = (item.pos_ == "CCONJ" and item.lower_ != "or" for item in ground.doc[ground.i : tidings.i])
    return not any(others) and not any(apart)


def _is_doubtful(noun: Token) -> bool:
    return any(has_lemma(item, CUES["doubtful"]) for item in children(noun, "amod"))


def _is_called_untrue(verb: Token) -> bool:
    """True for "called the reports false", "called the report that … a lie", "is without foundation"."""
    if is_negated(verb):
        return False
    if preposition(verb) in FUNCTION_WORDS["lacking"] and _has_any(verb, "grounds"):
        return True
    said = children(verb, "xcomp")
    if has_lemma(verb, CUES["naming"]):
        clauses = [clause for told in children(verb, "obj") for clause in children(told, "acl")]
        said += [last for clause in clauses for last in children(clause, "obj") if child(last, "det") is not None]
    return any(has_lemma(item, CUES["untrue"]) for item in said)


def _has_any(token: Token, *classes: str) -> bool:
    return any(has_lemma(token, CUES[name]) for name in classes)


def _has_no_subject(verb: Token) -> bool:
    """True for what nobody did: "no official confirmed", "neither side has confirmed"."""
    actor = child(verb, "nsubj")
    return actor is not None and is_nobody(actor)


def _lies_there(verb: Token) -> bool:
    """True for "lay dead", "lie wounded", in which nobody lies to anybody."""
    return verb.pos_ in PREDICATES and _has_any(verb, "staying")


def _is_whole(verb: Token) -> bool:
    """True unless the verb needs a particle that it lacks: to rule is not to rule out."""
    return not has_lemma(verb, CUES["out"]) or any(item.lower_ == "out" for item in verb.children)


def _negated_stance(token: Token, below: Token) -> Modality | None:
    """Return what a negated word makes of the event: "not true", "did not confirm"."""
    if _has_any(token, "confirming"):
        return "possible"
    if _has_any(token, "true", "possible_verb"):
        return "denied"
    if _has_any(token, "out") and _is_whole(token):
        return "possible"
    if _has_any(token, "deny", "refusal", "untrue", "doubtful", "averting"):
        return None
    acts = token.pos_ in PREDICATES and not _has_any(token, "report") and not is_still_to(token)
    return "denied" if acts and below.dep_ in {"xcomp", "obj"} and not is_definite(below) else None


def is_definite(noun: Token) -> bool:
    """True for a noun that is taken for known: "the five people killed in the fire", "those hurt"."""
    determiner = child(noun, "det")
    return determiner is not None and determiner.lower_ in DEFINITE


def _is_none(noun: Token) -> bool:
    """True for "no reports that …", and for "did not get reports that …"."""
    if has_no(noun):
        return True
    verb = noun.head
    told = noun.dep_ in {"obj", "nsubj"} and verb.pos_ in PREDICATES and is_negated(verb)
    return told and not _has_any(verb, "confirming", "deny", "refusal")


def has_no(noun: Token) -> bool:
    """True for "no truth", "not a shred of truth"."""
    determiner = child(noun, "det")
    if determiner is not None and determiner.lower_ == "no":
        return True
    before = [word.lower_ for word in noun.doc[max(noun.sent.start, noun.i - NOT_A_SHRED) : noun.i]]
    return before[:1] == ["not"] and before[-1] == "of" and before[1] in FUNCTION_WORDS["singular_determiner"]


def is_undone(verb: Token) -> bool:
    """True for what is not done, or not yet: "did not arrest", "has yet to arrest"."""
    return is_negated(verb) or is_still_to(verb)


def is_still_to(token: Token) -> bool:
    """True for what is still to be done: "has yet to confirm", "is unable to verify"."""
    mark = child(token, "mark")
    if mark is None or mark.lower_ != "to":
        return False
    before = mark.i - 1
    return before >= token.sent.start and token.doc[before].lower_ in CUES["still_to"]


def _is_content(clause: Token, noun: Token) -> bool:
    """True for "not the case that", "a story that nine died", which are parsed as relative clauses."""
    if has_lemma(noun, CUES["true"]):
        return True
    return child(clause, "mark") is not None and (has_lemma(noun, CUES["tidings"]) or _is_in_tidings(noun))


def _is_refused(verb: Token) -> bool:
    """True for what somebody will not do: "declined to confirm"."""
    above = verb.head
    return verb.dep_ == "xcomp" and _has_any(above, "refusal") and _is_whole(above) and not is_negated(above)


def _is_content_of(below: Token, noun: Token) -> bool:
    """True for "claims that nine died", "fears of nine deaths"; not for "no proof of who killed the 12"."""
    if any(word.tag_ in {"WP", "WRB"} for word in below.children):
        return False
    return preposition(below) in CONTENT or _is_that_clause(below, noun)


def _is_that_clause(clause: Token, noun: Token) -> bool:
    """True for "a risk that nine die", "the dam risks displacing nine", however parsed."""
    opens = any(word.lower_ == THAT for word in clause.children) and child(clause, *SUBJECTS) is not None
    return (opens or clause.tag_ == "VBG") and clause.dep_ == "acl" and has_lemma(noun, CUES["possible_noun"])


def _is_in_tidings(noun: Token) -> bool:
    """True for what a participle behind tidings says of them: "claims circulating in the camp that …"."""
    participle = noun.head
    spread = noun.dep_ in {"obl", "obj"} and participle.dep_ == "acl"
    return spread and has_lemma(participle.head, CUES["tidings"])


def reaches(below: Token, token: Token) -> bool:
    """True if a word speaks of the branch: "fear that …", "accused of killing"."""
    if below.dep_ in SUBJECTS:
        return not has_lemma(token, CUES["accusing"]) and (below.dep_ == "nsubj:pass" or token.pos_ not in PREDICATES)
    if below.dep_ in COMPLEMENTS:
        return below.dep_ == "obj" or below.left_edge.tag_ not in ASKING
    if below.dep_ == "obl":
        return preposition(below) in ACCUSED
    if below.dep_ in {"acl", "nmod"}:
        return token.pos_ in NOUNS and _is_content_of(below, token)
    if below.dep_ == "acl:relcl":
        return token.pos_ in NOUNS and _is_content(below, token)
    if below.dep_ != "advcl":
        return False
    mark = child(below, "mark")
    if mark is None:
        return below.tag_ == "VBG" and has_lemma(token, CUES["refusal"]) and below.i > token.i
    return mark.lower_ in PREPOSITIONS["completing"]
