"""Fillers of rules that no reading takes away: it knows but a sentence's words."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.base import Anaphor, FactMention, Spans, TimeMention
from factx.facts.counts.counted import noun_classes
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS
from factx.facts.giving import GIVING, proposes
from factx.facts.kinds import KILLED, PLEDGE
from factx.facts.phrases import characters
from factx.facts.phrases import text_of as phrase_at
from factx.facts.reader.plain_agents import PEOPLE, is_plain_agent
from factx.facts.relations import verb_over
from factx.facts.slots.actors import ACTORS, attacks
from factx.facts.slots.affected import is_struck_by_event
from factx.facts.slots.informants import is_plain_source
from factx.facts.words import NOUNS, has_lemma
from factx.model import (
    RELATIVE_TAGS,
    ancestors,
    child,
    children,
    text_of,
)

PARTIES = frozenset({"agent", "recipient", "source"})
BILLS = frozenset({"pledge/bill", "pledge/contained"})
"""Rules of what a bill gives, which is asked for while the bill is only tabled."""
DECIDERS = frozenset({"nsubj", "obl:agent"})
JOINED, ARTICLES = " and ", ("a", "an", "the")
LISTED = (", ", ", the ", " and ", " and the ")


def is_kept(doc: Doc, anaphors: Spans[Anaphor], name: str, fact: FactMention, span: tuple[int, int] | None) -> bool:
    """True for what a pronoun means, who proposes or attacks, and a list of names that would be cut."""
    if name == "location":
        return _is_kept_place(doc, fact, span)
    if span is None:
        if name not in PARTIES:
            return False
        meant = name != "source" and _is_antecedent(anaphors, getattr(fact, name))
        ways = (_is_proposer, _is_decider, _is_attacker, _is_giver, _is_teller, is_right_before)
        return meant or any(is_so(doc, name, fact) for is_so in ways)
    held = getattr(fact, name) if name in PARTIES else None
    offsets = characters(doc, span)
    if held is None or offsets is None:
        return False
    if name == "source" and _is_kept_speaker(doc, fact, held, offsets):
        return True
    if name == "source" and _cuts_speakers(doc, held, offsets):
        return True
    return is_right_before(doc, name, fact) or _cuts_list(doc, held, offsets)


def is_right_before(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for who gives or gets it by standing right before it: "Norway gave $9m, the Swiss army $2m"."""
    party = {"agent": fact.agent, "recipient": fact.recipient}.get(name)
    if party is None or party[1] > fact.start_char:
        return False
    first = root(doc, party[0], party[0] + 1)
    opens = None if first is None or first.i == 0 else first.nbor(-1)
    if opens is not None and opens.pos_ == "DET" and opens.i > 0:
        opens = opens.nbor(-1)
    if opens is None or opens.lower_ not in FUNCTION_WORDS["list_mark"]:
        return False
    between = doc.char_span(party[1], fact.start_char, alignment_mode="contract")
    parted = any(word.text == ";" for word in opens.sent)
    bridges = FUNCTION_WORDS["bound"] | (FUNCTION_WORDS["gap"] if parted else {":", "("})
    return between is None or all(word.lower_ in bridges for word in between)


def _is_kept_place(doc: Doc, fact: FactMention, span: tuple[int, int] | None) -> bool:
    """True for a place that is struck, cut, gets a sum behind it, or is right behind a bare number."""
    if _is_cut(doc, fact, span) or _is_struck(doc, fact):
        return True
    if fact.location == fact.recipient_text and is_right_before(doc, "recipient", fact):
        return True
    offsets = characters(doc, span)
    if offsets is None or offsets[0] > fact.start_char:
        return False
    return fact.start_char < offsets[1] or _is_placed_right_behind(doc, fact)


def _is_cut(doc: Doc, fact: FactMention, span: tuple[int, int] | None) -> bool:
    """True if only what is around a place would be left of it: "Lae in Morobe" is not Morobe."""
    if span is None or fact.location is None or not fact.location.endswith(f" {phrase_at(doc, span)}"):
        return False
    before = [word for word in doc[max(span[0] - 3, 0) : span[0]] if word.pos_ not in {"ADP", "DET"}]
    return bool(before) and before[-1].ent_type_ == "LOC" and before[-1].pos_ == "PROPN"


def _is_struck(doc: Doc, fact: FactMention) -> bool:
    """True for a place that an event strikes, whose toll is told: "the quake hit Lae and killed two"."""
    amount = root(doc, fact.start_char, fact.end_char)
    if fact.location is None or amount is None:
        return False
    struck = (doc[item.left_edge.i : item.right_edge.i + 1] for item in amount.sent if is_struck_by_event(item))
    return any(fact.location in words.text or fact.location.startswith(words.text) for words in struck)


def _is_kept_speaker(doc: Doc, fact: FactMention, held: tuple[int, int], offsets: tuple[int, int]) -> bool:
    """True for a person whom the reader would describe, and for whom a paper quotes or a colon sets off."""
    if offsets[0] <= held[0] <= held[1] <= offsets[1]:
        return _is_person(doc, held)  # "Lt. Lee of the harbour police" is Lee
    return _is_marked(doc, fact)


def _is_placed_right_behind(doc: Doc, fact: FactMention) -> bool:
    """True for a place right behind a bare number: the Oslo of "90 to Riga and 40 to Oslo"."""
    amount = root(doc, fact.start_char, fact.end_char)
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


def _cuts_speakers(doc: Doc, held: tuple[int, int], offsets: tuple[int, int]) -> bool:
    """True if one of two who speak together would be left: "police and a doctor", "a doctor and police"."""
    if not held[0] <= offsets[0] <= offsets[1] <= held[1]:
        return False
    before, behind = text_of(doc)[held[0] : offsets[0]], text_of(doc)[offsets[1] : held[1]]
    return behind.startswith(JOINED) or before.endswith((JOINED, *(f"{JOINED}{word} " for word in ARTICLES)))


def _is_list(doc: Doc, held: tuple[int, int]) -> bool:
    """True for parties that the parse makes one list: "widows, village schools and the library"."""
    first = root(doc, *held)
    others = [] if first is None else [item for item in children(first, "conj") if item.idx < held[1]]
    return bool(others) and child(others[-1], "cc") is not None and all(item.pos_ in NOUNS for item in others)


def is_where_gets(doc: Doc, fact: FactMention, offsets: tuple[int, int]) -> bool:
    """True for a place in the phrase of who gets a sum: "farmers in Peru would share $9m"."""
    words, whole = root(doc, *offsets), None if fact.recipient is None else root(doc, *fact.recipient)
    return words is not None and whole is not None and whole.pos_ in NOUNS and whole.is_ancestor(words)


def root(doc: Doc, start: int, end: int) -> Token | None:
    """The word that the words between two offsets hang on."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return None if span is None else span.root


def _is_person(doc: Doc, held: tuple[int, int]) -> bool:
    span = doc.char_span(*held, alignment_mode="expand")
    return span is not None and all(token.ent_type_ == "PERSON" for token in span)


def has_own_clause(doc: Doc, amount: Token, time: TimeMention, other: Token) -> bool:
    """True if a time is of a count's verb, another of a verb beside it: "9 died in May, 7 fled in June"."""
    verb, phrase = verb_over(amount), root(doc, time.start_char, time.end_char)
    if verb is None or phrase is None or phrase.head != verb:
        return False
    others = verb_over(other)
    return others is not None and others != verb and (verb in others.conjuncts or others in verb.conjuncts)


def _is_antecedent(anaphors: Spans[Anaphor], held: tuple[int, int] | None) -> bool:
    return held is not None and any((one.start_char, one.end_char) == held for one in anaphors.overlapping(*held))


def _is_attacker(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the agent that claims an attack, or whose name stands before it: "a Maute ambush"."""
    if name != "agent" or fact.agent is None:
        return False
    attacker = root(doc, *fact.agent)
    if attacker is None:
        return False
    if _does_it(doc, attacker, fact) or is_plain_agent(doc, attacker, fact):
        return True
    if attacker.dep_ in DECIDERS and fact.kind != PLEDGE:
        return has_lemma(attacker.head, CUES["claiming"]) or _opens_fire_before(doc, attacker, fact)
    if attacker.dep_ in {"obl", "obl:agent"} and has_lemma(attacker.head, CUES["blaming"]):
        return True
    is_name = attacker.dep_ == "compound" and attacker.ent_type_ in ACTORS
    return is_name and has_lemma(attacker.head, CUES["bombardment"] | CUES["onslaught"])


def _does_it(doc: Doc, attacker: Token, fact: FactMention) -> bool:
    """True for persons who do the killing whose object is counted: "gangs shot six"."""
    amount = root(doc, fact.start_char, fact.end_char)
    verb = attacker.head
    victims = [] if amount is None else [amount, amount.head]
    kills = fact.kind == KILLED and has_lemma(verb, EVENT_WORDS["killing"]) and attacker.i < verb.i
    done = any(item.dep_ == "obj" and item.head == verb for item in victims)
    armed = has_lemma(attacker, GIVING["captor"] | CUES["armed_body"])
    return kills and done and (armed or bool(noun_classes(attacker) & PEOPLE))


def _opens_fire_before(doc: Doc, attacker: Token, fact: FactMention) -> bool:
    """True for who attacks beside the clause of the victims: "police opened fire, and two died"."""
    amount = root(doc, fact.start_char, fact.end_char)
    verb = None if amount is None else verb_over(amount)
    return verb is not None and attacks(attacker.head) and verb in children(attacker.head, "conj")


def _is_giver(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the agent of a relative clause: "readers who gave $2m", "Niger, which shelters 900"."""
    if name != "agent" or fact.agent is None:
        return False
    giver, amount = root(doc, *fact.agent), root(doc, fact.start_char, fact.end_char)
    verb = None if amount is None else verb_over(amount)
    if giver is None or verb is None or verb not in children(giver, "acl:relcl"):
        return False
    if fact.kind != PLEDGE and not has_lemma(verb, CUES["hosting"]):
        return False
    who = child(verb, "nsubj")
    return who is not None and who.tag_ in RELATIVE_TAGS


def _is_proposer(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the source that proposes or owns a bill: "a minister tabled a bill", "Kim's bill"."""
    if name != "source" or fact.source is None or fact.kind != PLEDGE or fact.status != "requested":
        return False
    proposer = root(doc, *fact.source)
    if proposer is None:
        return False
    owns = proposer.dep_ == "nmod:poss" and any(has_lemma(item, GIVING["law"]) for item in ancestors(proposer))
    return owns or (proposer.dep_ == "nsubj" and proposes(proposer.head))


def _is_teller(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the source whose account or plea it is, "in the Red Cross's reckoning"."""
    teller = None if name != "source" or fact.source is None else root(doc, *fact.source)
    if _is_marked(doc, fact):
        return True
    if teller is None or teller.head.pos_ != "NOUN":
        return False
    asks = teller.dep_ == "nmod:poss" and has_lemma(teller.head, GIVING["request"])
    return asks or has_lemma(teller.head, CUES["telling"])


def _is_marked(doc: Doc, fact: FactMention) -> bool:
    """True for the source that a paper quotes, or that a colon or an aside sets off."""
    teller = None if fact.source is None else root(doc, *fact.source)
    told = root(doc, fact.start_char, fact.end_char)
    return teller is not None and told is not None and is_plain_source(teller, told)


def _is_decider(doc: Doc, name: str, fact: FactMention) -> bool:
    """True for the agent that passes or halts what gives the sum: "but the senate rejected it"."""
    if name != "agent" or fact.agent is None or fact.rule not in BILLS:
        return False
    decider = root(doc, *fact.agent)
    decides = GIVING["halting"] | GIVING["passing"]
    return decider is not None and decider.dep_ in DECIDERS and has_lemma(decider.head, decides)
