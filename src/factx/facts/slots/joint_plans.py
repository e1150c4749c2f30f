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
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.giving import GIVING
from factx.facts.slots.factuality import is_future
from factx.facts.slots.progress import PAST
from factx.facts.slots.stance import is_definite
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors, auxiliaries, child, children, is_passive

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
    verb = next((item for item in ancestors(parties) if item.pos_ in PREDICATES), None)
    if verb is None:
        return False
    steered = child(verb, "xcomp") is not None
    bidden = steered and is_passive(verb) and has_lemma(verb, CUES["inviting"])
    planned = steered and has_lemma(verb, GIVING["planning"])
    wished = verb.dep_ == "ccomp" and has_lemma(verb.head, CUES["wishing"])
    dutiful = any(item.lower_ in CUES["ought"] for item in auxiliaries(verb))
    return is_future(verb) or bidden or planned or wished or dutiful


def _act_already(parties: Token) -> bool:
    """True for parties of what is done: "the 12 states that signed", "the accord between the two"."""
    clauses = children(parties, "acl:relcl", "acl")
    if any(has_lemma(item, JOINED) and item.tag_ in PAST | LASTING and not is_future(item) for item in clauses):
        return True
    if _make_up(parties):
        return True
    return any(has_lemma(noun, GIVING["compact"]) and _is_known(noun) for noun in _nested_in(parties))


def _make_up(parties: Token) -> bool:
    """True for those whom a body consists of: "the 13-nation bloc", "one of the 13 members of the cartel"."""
    if parties.dep_ in ADNOMINAL:
        return _is_known(parties.head) or parties.head.dep_ == "nsubj"
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
