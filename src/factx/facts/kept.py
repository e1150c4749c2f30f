"""Fillers and statuses of rules that no reading takes away: it knows but a sentence's words."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.base import Anaphor, FactMention, Spans, TimeMention
from factx.facts.counted import Counted, noun_classes
from factx.facts.cues import CUES, EVENT_WORDS
from factx.facts.giving import GIVING, amounts, proposes
from factx.facts.phrases import characters
from factx.facts.plain_agents import is_plain_agent
from factx.facts.slots.actors import ACTORS, attacks
from factx.facts.slots.movement import is_left_behind
from factx.facts.slots.progress import is_level, is_ruled, is_signed_for, is_under_way
from factx.facts.slots.sought import is_told_of_request
from factx.facts.slots.status import (
    FUTURE_STATUS,
    arrived,
    bears,
    is_in_promises,
    is_told_in_clause,
    status_of_whole,
    told_of_force,
)
from factx.facts.taking_part import HAVE
from factx.facts.words import NOUNS, has_lemma
from factx.model import (
    PREDICATES,
    RELATIVE_TAGS,
    ancestors,
    auxiliaries,
    child,
    children,
    is_negated,
    is_passive,
    text_of,
)

PARTIES = frozenset({"agent", "recipient", "source"})
GIFT, TROOPS, KILLED = "pledge", "troops", "killed"
PEOPLE = frozenset({"person", "force", "wrongdoer"})
"""Classes of nouns for those who kill."""
UNSURE = frozenset({None, "present", "sent"})
"""What a verb says of a force that the reader may know better."""
ARRIVALS = frozenset({"troops/arrived", "troops/reinforced by"})
"""Rules whose verbs leave no doubt how far a deployment has got."""
SENT = "sent"
LEAVING = frozenset({"troops/withdrawn"})
"""Rules whose verbs leave no doubt that a force goes."""
HELD = frozenset({"troops/had by a state", "troops/posted"})
"""Rules of a force that is where it is."""
BILLS = frozenset({"pledge/bill", "pledge/contained"})
"""Rules of what a bill gives, which is asked for while the bill is only tabled."""
ALLOTTED = frozenset({"pledge/goods allocated"})
"""Rules of goods that are set aside, and not yet given."""
VOTED = frozenset({"pledge/voted"})
"""Rules of what a body votes for, or down."""
WITHHOLDING = frozenset[str]().union(
    *(GIVING[name] for name in ("told_withheld", "halting", "declining", "refusing", "failing", "holding_back"))
)
"""Words of which a sentence needs one to say that a sum is withheld."""
DECIDERS = frozenset({"nsubj", "obl:agent"})
LISTED = (", ", ", the ", " and ", " and the ")


def is_kept(doc: Doc, anaphors: Spans[Anaphor], name: str, fact: FactMention, span: tuple[int, int] | None) -> bool:
    """True for what a pronoun means, who proposes or attacks, and a list of names that would be cut."""
    if span is None:
        if name not in PARTIES:
            return False
        meant = name != "source" and _is_antecedent(anaphors, getattr(fact, name))
        ways = (_is_proposer, _is_decider, _is_attacker, _is_giver, _is_teller)
        return meant or any(is_so(doc, name, fact) for is_so in ways)
    held = getattr(fact, name) if name in PARTIES else None
    offsets = characters(doc, span)
    if name == "location" and offsets is not None and offsets[0] <= fact.start_char:
        return fact.start_char < offsets[1] or _is_placed_right_behind(doc, fact)  # "in Loja five"
    if held is None or offsets is None:
        return False
    if name == "source" and offsets[0] <= held[0] <= held[1] <= offsets[1]:
        return _is_person(doc, held)  # "Lt. Lee of the harbour police" is Lee
    return _cuts_list(doc, held, offsets)


def _is_placed_right_behind(doc: Doc, fact: FactMention) -> bool:
    """True for a place right behind a bare number: the Oslo of "90 to Riga and 40 to Oslo"."""
    amount = _root(doc, fact.start_char, fact.end_char)
    if amount is None or fact.location is None or amount.i + 1 >= len(doc):
        return False
    case = amount.nbor()
    behind = case.dep_ == "case" and case.head.ent_type_ == "LOC"
    return behind and text_of(doc).startswith(fact.location, case.idx + len(case) + 1)


def _cuts_list(doc: Doc, held: tuple[int, int], offsets: tuple[int, int]) -> bool:
    """True if only the first parties of a list would be left of it."""
    if not held[0] <= offsets[0] <= offsets[1] < held[1]:
        return False
    rest = text_of(doc)[offsets[1] : held[1]]
    marks = [mark for mark in LISTED if rest.startswith(mark)]
    return any(rest[len(mark) : len(mark) + 1].isupper() for mark in marks) or (bool(marks) and _is_list(doc, held))


def _is_list(doc: Doc, held: tuple[int, int]) -> bool:
    """True for parties that the parse makes one list: "widows, village schools and the library"."""
    first = _root(doc, *held)
    others = [] if first is None else [item for item in children(first, "conj") if item.idx < held[1]]
    return bool(others) and child(others[-1], "cc") is not None and all(item.pos_ in NOUNS for item in others)


def is_where_gets(doc: Doc, fact: FactMention, offsets: tuple[int, int]) -> bool:
    """True for a place in the phrase of who gets a sum: "farmers in Peru would share $9m"."""
    words, whole = _root(doc, *offsets), None if fact.recipient is None else _root(doc, *fact.recipient)
    return words is not None and whole is not None and whole.pos_ in NOUNS and whole.is_ancestor(words)


def _root(doc: Doc, start: int, end: int) -> Token | None:
    """The word that the words between two offsets hang on."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return None if span is None else span.root


def _verb_over(token: Token) -> Token | None:
    return next((item for item in ancestors(token) if item.pos_ in PREDICATES), None)


def _is_person(doc: Doc, held: tuple[int, int]) -> bool:
    span = doc.char_span(*held, alignment_mode="expand")
    return span is not None and all(token.ent_type_ == "PERSON" for token in span)


def has_own_status(doc: Doc, fact: FactMention) -> bool:
    """True for a status that the words tell: of a request, of what is ahead, of who has come."""
    amount = _root(doc, fact.start_char, fact.end_char)
    if amount is None or fact.status is None:
        return False
    verb = _verb_over(amount)
    if fact.kind != GIFT:
        return _is_told_of_force(amount, fact)
    if fact.rule in {"withheld": BILLS | VOTED, "approved": ALLOTTED}.get(fact.status, frozenset()):
        return True
    if status_of_whole(amount) == fact.status:
        return True
    if fact.status == "requested":
        return fact.rule in BILLS or is_told_of_request(amount, verb)
    if (fact.status == "pledged" and is_in_promises(amount)) or is_told_in_clause(amount, fact.status):
        return True
    return verb is not None and _is_told_by(verb, fact.status, amount)


def _is_told_of_force(amount: Token, fact: FactMention) -> bool:
    """True if the verb of a force leaves no doubt that it comes, goes or is where it is."""
    if fact.rule in ARRIVALS:
        return fact.status == SENT or fact.status == FUTURE_STATUS[SENT]
    if fact.rule in HELD:
        return fact.status == "present"
    leaves = fact.rule in LEAVING and fact.status == "withdrawn"
    return leaves or told_of_force(amount.head if amount.dep_ == "nummod" else amount) == fact.status


def is_unfounded(doc: Doc, fact: FactMention, status: str | None) -> bool:
    """True for a sum read as withheld in a sentence in which nothing is refused, stopped or denied."""
    amount = _root(doc, fact.start_char, fact.end_char)
    if status != "withheld" or amount is None:
        return False
    return not any(has_lemma(word, WITHHOLDING) or is_negated(word) for word in amount.sent)


def told_by_verb(item: Counted, kind: str, status: str | None) -> str | None:
    """The status of a proposal; of a force that is to come or goes, or a gift sent, as its verb says."""
    verb = _verb_over(item.head) if kind == GIFT else None
    if verb is not None and _is_handed(verb):
        return "delivered"
    told = told_of_force(item.head) if kind == TROOPS else None
    leaves = told == "withdrawn" and item.head.dep_ == "nsubj"  # as do those at the end of their shift
    stays = kind == TROOPS and is_left_behind(item.head)
    return status if leaves or (told in UNSURE and not stays) else told


def has_own_clause(doc: Doc, amount: Token, time: TimeMention, other: Token) -> bool:
    """True if a time is of a count's verb, another of a verb beside it: "9 died in May, 7 fled in June"."""
    verb, phrase = _verb_over(amount), _root(doc, time.start_char, time.end_char)
    if verb is None or phrase is None or phrase.head != verb:
        return False
    others = _verb_over(other)
    return others is not None and others != verb and (verb in others.conjuncts or others in verb.conjuncts)


def _is_told_by(verb: Token, status: str, amount: Token) -> bool:
    """True if the form of a verb, a ruling or a signature tells how far it has got."""
    if status == "pledged":
        return is_under_way(verb)
    if status == "approved":
        return is_ruled(verb) or is_signed_for(verb) or is_level(amount, verb)
    gifts = children(verb, "nsubj")
    reached = any(amounts(gift) and arrived(gift) for gift in gifts)
    asked = any(is_told_of_request(item, None) for item in (amount, amount.head))  # "3% of the $9m requested"
    handed = _is_done(verb) and not asked
    borne = bears(amount) or bears(amount.head)
    return status == "delivered" and (reached or handed or borne or has_lemma(verb, GIVING["unblocking"]))


def _is_done(verb: Token) -> bool:
    """True for a passive in the perfect, of a verb of delivering also in the past, and for who got it."""
    had = any(has_lemma(item, HAVE) for item in children(verb, "aux"))
    gets = is_passive(verb) or has_lemma(verb, CUES["receiving"])
    return _is_handed(verb) or (had and gets and not is_negated(verb))


def _is_handed(verb: Token) -> bool:
    """True for "were handed out", "was sent"."""
    past = is_passive(verb) and not is_negated(verb) and any(item.tag_ == "VBD" for item in auxiliaries(verb))
    return past and has_lemma(verb, GIVING["told_delivered"])


def _is_antecedent(anaphors: Spans[Anaphor], held: tuple[int, int] | None) -> bool:
    return held is not None and any((one.start_char, one.end_char) == held for one in anaphors.overlapping(*held))


def _is_attacker(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the agent that claims an attack, or whose name stands before it: "a Maute ambush"."""
    if name != "agent" or fact.agent is None:
        return False
    attacker = _root(doc, *fact.agent)
    if attacker is None:
        return False
    if _does_it(doc, attacker, fact) or is_plain_agent(doc, attacker, fact):
        return True
    if attacker.dep_ in DECIDERS and fact.kind != GIFT:
        return has_lemma(attacker.head, CUES["claiming"]) or _opens_fire_before(doc, attacker, fact)
    is_name = attacker.dep_ == "compound" and attacker.ent_type_ in ACTORS
    return is_name and has_lemma(attacker.head, CUES["bombardment"] | CUES["onslaught"])


def _does_it(doc: Doc, attacker: Token, fact: FactMention) -> bool:
    """True for persons who do the killing whose object is counted: "gangs shot six"."""
    amount = _root(doc, fact.start_char, fact.end_char)
    verb = attacker.head
    victims = [] if amount is None else [amount, amount.head]
    kills = fact.kind == KILLED and has_lemma(verb, EVENT_WORDS["killing"]) and attacker.i < verb.i
    done = any(item.dep_ == "obj" and item.head == verb for item in victims)
    armed = has_lemma(attacker, GIVING["captor"] | CUES["armed_body"])
    return kills and done and (armed or bool(noun_classes(attacker) & PEOPLE))


def _opens_fire_before(doc: Doc, attacker: Token, fact: FactMention) -> bool:
    """True for who attacks beside the clause of the victims: "police opened fire, and two died"."""
    amount = _root(doc, fact.start_char, fact.end_char)
    verb = None if amount is None else _verb_over(amount)
    return verb is not None and attacks(attacker.head) and verb in children(attacker.head, "conj")


def _is_giver(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the agent of a relative clause: "readers who gave $2m", "Niger, which shelters 900"."""
    if name != "agent" or fact.agent is None:
        return False
    giver, amount = _root(doc, *fact.agent), _root(doc, fact.start_char, fact.end_char)
    verb = None if amount is None else _verb_over(amount)
    if giver is None or verb is None or verb not in children(giver, "acl:relcl"):
        return False
    if fact.kind != GIFT and not has_lemma(verb, CUES["hosting"]):
        return False
    who = child(verb, "nsubj")
    return who is not None and who.tag_ in RELATIVE_TAGS


def _is_proposer(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the source that proposes or owns a bill: "a minister tabled a bill", "Kim's bill"."""
    if name != "source" or fact.source is None or fact.kind != GIFT or fact.status != "requested":
        return False
    proposer = _root(doc, *fact.source)
    if proposer is None:
        return False
    owns = proposer.dep_ == "nmod:poss" and any(has_lemma(item, GIVING["law"]) for item in ancestors(proposer))
    return owns or (proposer.dep_ == "nsubj" and proposes(proposer.head))


def _is_teller(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the source whose account or plea it is: "in the Red Cross's reckoning"."""
    teller = None if name != "source" or fact.source is None else _root(doc, *fact.source)
    if teller is None or teller.head.pos_ != "NOUN":
        return False
    asks = teller.dep_ == "nmod:poss" and has_lemma(teller.head, GIVING["request"])
    return asks or has_lemma(teller.head, CUES["telling"])


def _is_decider(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the agent that passes or halts what gives the sum: "but the senate rejected it"."""
    if name != "agent" or fact.agent is None or fact.rule not in BILLS:
        return False
    decider = _root(doc, *fact.agent)
    decides = GIVING["halting"] | GIVING["passing"]
    return decider is not None and decider.dep_ in DECIDERS and has_lemma(decider.head, decides)
