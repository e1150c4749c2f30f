"""Whether states and other parties act together already, or only should or will.

1. what they have joined, signed or agreed stays so, whatever they will do next or is said of it;
2. the members of a body that is known or acts belong to it ("a 13-member cartel will meet");
3. an agreement that is known has been made ("would breach the accord between the two countries");
4. else the verb says: future, invited, wished for, planned or dutiful is only a plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.base import Modality
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS
from factx.facts.giving import GIVING
from factx.facts.slots.actors import by_phrase
from factx.facts.slots.factuality import is_future
from factx.facts.slots.progress import PAST
from factx.facts.slots.stance import is_definite
from factx.facts.words import has_lemma
from factx.model import PREDICATES, SUBJECTS, ancestors, auxiliaries, child, children, is_passive, subject

MEMBER = frozenset({"member"})
JOINED = EVENT_WORDS["joining"] | EVENT_WORDS["agreeing"]
ADNOMINAL = frozenset({"compound", "amod", "nummod"})
LASTING = frozenset({"VBG"})


def joint_modality(parties: Token) -> Modality | None:
    """Return ``possible`` for what states plan, ``asserted`` for what they did, None for anything else."""
    if _act_already(parties):
        return "asserted"
    return "possible" if _is_joint_plan(parties) else None


def _is_joint_plan(parties: Token) -> bool:
    """True where states only should or will act together: "the two ought to meet", "are invited to join"."""
    predicates = (item for item in ancestors(parties) if item.pos_ in PREDICATES or child(item, "cop") is not None)
    verb = next(predicates, None)
    if verb is None:
        return False
    steered = child(verb, "xcomp") is not None
    bidden = steered and is_passive(verb) and has_lemma(verb, CUES["inviting"] | CUES["asking"])
    planned = steered and has_lemma(verb, GIVING["planning"] | GIVING["expecting"])
    wished = verb.dep_ == "ccomp" and has_lemma(verb.head, CUES["wishing"])
    dutiful = any(item.lower_ in CUES["ought"] for item in auxiliaries(verb))
    return is_future(verb) or bidden or planned or wished or dutiful or _is_asked(parties) or _is_open(verb)


def _is_asked(parties: Token) -> bool:
    """True for those who are asked, wanted or expected to do something: "called on both to talk"."""
    asking = CUES["asking"] | CUES["wishing"] | GIVING["expecting"]
    asker = subject(parties.head)
    if parties.dep_ not in {"obj", "iobj", "obl"} or not has_lemma(parties.head, asking):
        return False
    if asker is not None and has_lemma(asker, GIVING["compact"]):
        return False  # they are bound by what "the agreement calls for"
    return any(item.tag_ == "VB" and item.i > parties.i for item in children(parties.head, "xcomp", "ccomp", "advcl"))


def _is_open(verb: Token) -> bool:
    """True for what is only asked or supposed: "if the two agree", "whether the two could agree"."""
    return any(item.lower_ in CUES["conditional"] for item in children(verb, "mark"))


def _act_already(parties: Token) -> bool:
    """True for parties of what is done: "the 12 states that signed", "the accord between the two"."""
    clauses = children(parties, "acl:relcl", "acl")
    if any(has_lemma(item, JOINED) and item.tag_ in PAST | LASTING and not is_future(item) for item in clauses):
        return True
    if _make_up(parties) or _have_done(parties):
        return True
    return any(_is_settled(noun) for noun in _nested_in(parties))


def _have_done(parties: Token) -> bool:
    """True for those by whom what is told of was done: "the accord reached by six nations"."""
    deed = parties.head
    return parties == by_phrase(deed) and deed.dep_ == "acl" and deed.tag_ == "VBN"


def _is_settled(noun: Token) -> bool:
    """True for an agreement or meeting that is known; the next meeting is still to be held."""
    if not _is_known(noun):
        return False
    ahead = any(item.lower_ in FUNCTION_WORDS["coming"] for item in children(noun, "amod"))
    return has_lemma(noun, GIVING["compact"]) or (has_lemma(noun, CUES["convening"]) and not ahead)


def _make_up(parties: Token) -> bool:
    """True for those whom a body consists of: "the 13-nation bloc", "one of the 13 members of the cartel"."""
    if parties.dep_ in ADNOMINAL:
        return _is_known(parties.head) or parties.head.dep_ == "nsubj"
    if any(has_lemma(item, MEMBER) for item in children(parties, "compound")):
        return _is_known(parties) and parties.dep_ not in SUBJECTS
    of_body = any(has_lemma(item, CUES["alliance"]) for item in children(parties, "nmod"))
    return parties.dep_ == "nmod" and has_lemma(parties, CUES["belonging"]) and of_body and _is_known(parties)


def _nested_in(noun: Token) -> Iterator[Token]:
    """Yield the nouns in whose phrases a noun stands: "the accord between leaders of the two"."""
    while noun.dep_ in {"nmod", "nmod:poss"}:
        noun = noun.head
        yield noun


def _is_known(noun: Token) -> bool:
    """True for a noun with a definite article or an owner: "the 1976 accord"."""
    return is_definite(noun) or child(noun, "nmod:poss") is not None
