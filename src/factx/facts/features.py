"""Features of a counted phrase that rules may need or forbid (``needs``, ``unless`` in a rule file)."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counted import Counted, noun_classes
from factx.facts.cues import cues
from factx.facts.words import is_any
from factx.model import PREDICATES, auxiliaries, child, children, first_conjunct, is_negated, preposition

PARTAKERS = frozenset({"member", "partner", "signatory", "participant", "donor", "ally"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


def count_features(counted: Counted, trigger: Token) -> frozenset[str]:
    """The features of a count: ``rate`` (per 100,000), ``takes_part`` (states that do something), ``generic`` …"""
    found = set()
    if is_rate(counted):
        found.add("rate")
    if counted.noun is not None and takes_part(counted.top, counted.noun):
        found.add("takes_part")
    if counted.singular and (is_generic(trigger) or _describes_somebody(counted.top)):
        found.add("generic")
    if "wrongdoer" in counted.classes:
        found.add("wrongdoer")
    if _is_conditional(trigger):
        found.add("conditional")
    if counted.amount.high == 1 and counted.amount.low == 1:
        found.add("one")
    if counted.amount.high == 0:
        found.add("zero")
    if counted.noun is not None and _is_former(counted.noun):
        found.add("former")
    return frozenset(found)


def _is_conditional(trigger: Token) -> bool:
    mark = child(trigger, "mark")
    return mark is not None and mark.lower_ in cues("conditional")


def _describes_somebody(noun: Token) -> bool:
    """Whether the phrase stands beside a name that it describes ("Lena Kamara, a child who drowned")."""
    return noun.dep_ == "appos" and noun.head.ent_type_ == "PERSON"


def is_rate(counted: Counted) -> bool:
    """Whether the count is one per so many ("12 deaths per 100,000 people"), not one per day or year."""
    hosts = [counted.top] if counted.noun is None else [counted.top, counted.noun]
    for host in hosts:
        for item in host.children:
            if item.i > host.i and preposition(item) == "per":
                return item.like_num or child(item, "nummod") is not None
            if item.lower_ == "per" and any(part.like_num for part in item.subtree):
                return True
    return False


def is_generic(trigger: Token) -> bool:
    """Whether the predicate speaks of no event that happened: infinitives, modals, negation."""
    if is_negated(trigger):
        return True
    if trigger.pos_ not in PREDICATES:
        return False
    mark = child(trigger, "mark")
    if mark is None and trigger.dep_ == "conj":
        mark = child(trigger.head, "mark")
    if mark is not None and mark.lower_ in {"to", "if", "when", "whether"}:
        done = trigger.dep_ == "xcomp" and not is_any(trigger.head, cues("permit"))
        return mark.lower_ != "to" or not done
    modal = any(item.tag_ == "MD" for item in auxiliaries(trigger))
    return modal or trigger.tag_ == "VBZ" or (trigger.tag_ == "VBP" and not auxiliaries(trigger))


def takes_part(top: Token, noun: Token) -> bool:
    """Whether states or organisations act, belong or are represented, rather than being a place or a theme."""
    if noun.lemma_.lower() in {"member", "partner"} and not _of_a_body(noun):
        return False
    words = {noun.lemma_.lower(), *(item.lemma_.lower() for item in children(noun, "compound", "amod"))}
    if noun.i > noun.sent.start:
        words.add(noun.nbor(-1).lower_)
    head = first_conjunct(top)
    case = preposition(head)
    if words & PARTAKERS:
        return case not in {"in", "across"}
    if head.dep_ == "nsubj:pass":
        return is_any(head.head, cues("meeting"))
    if head.dep_ in SUBJECTS or head.dep_ in {"ROOT", "obl:agent"}:
        return True
    if head.dep_ == "nmod" and case in {"of", "from"}:
        governor = head.head
        if is_any(governor, cues("delegate")) or "state" in noun_classes(governor):
            return True
        return governor.pos_ == "NUM"
    if head.dep_ in {"obl", "nmod"}:
        verb = head.head
        return case in {"by", "with", "among"} or (case == "from" and is_any(verb, cues("meeting")))
    if head.dep_ == "obj":
        return is_any(head.head, cues("meeting"))
    return head.dep_ in {"appos", "nmod:poss"}


def _of_a_body(noun: Token) -> bool:
    """Whether "members" belong to a coalition, union or treaty rather than to a crew or a gang."""
    owner = next((item for item in children(noun, "nmod") if preposition(item) == "of"), None)
    if owner is None:
        return any(is_any(item, cues("alliance")) for item in children(noun, "compound", "nmod:poss"))
    return is_any(owner, cues("alliance")) or any(is_any(item, cues("alliance")) for item in owner.children)


def _is_former(noun: Token) -> bool:
    return any(item.lower_ in {"former", "retired", "ex", "fallen"} for item in children(noun, "amod", "compound"))
