"""Informants: who tells a count without a clause of saying, or speaks through a medium."""

from __future__ import annotations

import re

from spacy.tokens import Token

from factx.facts.cues import CARRIERS, CUES, FUNCTION_WORDS
from factx.facts.slots.actors import by_phrase, can_act
from factx.facts.words import NOUNS, has_lemma
from factx.model import PREDICATES, ancestors, child, children, entities_in, preposition, subject

CLAUSES_OF_NOUN = frozenset({"acl", "ccomp", "acl:relcl"})
QUOTING = frozenset({"quote"})
CITING = frozenset({"cite"})
MOST_OPENING = 5
"""Tokens before the colon that opens a headline."""
POLICE_ACRONYM = re.compile("[A-Z]{1,4}PD")


def voiced(speaker: Token) -> Token:
    """Return whom a document or medium quotes ("a bulletin quoting the mayor"), or the speaker."""
    for clause in children(speaker, "acl", "advcl"):
        if has_lemma(clause, QUOTING) or (has_lemma(clause, CITING) and has_lemma(speaker, CUES["document"])):
            return child(clause, "obj") or speaker
        maker = by_phrase(clause) if has_lemma(clause, CUES["issuing"]) else None
        if maker is not None:
            return maker
    verb = speaker.head
    if speaker.dep_ == "nsubj" and (has_lemma(verb, QUOTING) or (has_lemma(verb, CITING) and _lets_say(verb))):
        quoted = child(verb, "obj")
        return quoted if quoted is not None and quoted.pos_ in NOUNS else speaker
    return speaker


def _lets_say(verb: Token) -> bool:
    """True for "cited officials as saying"."""
    quoted = child(verb, "obj")
    hosts = [verb, *([quoted] if quoted is not None else [])]
    clauses = (clause for host in hosts for clause in children(host, "advcl", "acl", "xcomp"))
    return any(clause.tag_ == "VBG" and has_lemma(clause, CUES["report"]) for clause in clauses)


def informant(trigger: Token, head: Token) -> Token | None:
    """Return who gives a count: of a toll, by somebody's account, in a noun of saying; or None."""
    ways = (_teller_in_noun, _per, _by_version, _before_colon)
    first = _teller_of_toll(trigger) or _by_account(trigger, head)
    return first or next(filter(None, (way(trigger) for way in ways)), None)


def _teller_of_toll(trigger: Token) -> Token | None:
    """Return who raised a toll, or by whom it is given: "the number of dead given by state television"."""
    for token in (trigger, trigger.head):
        if not has_lemma(token, CARRIERS["toll"]):
            continue
        if token.dep_ == "obj" and has_lemma(token.head, CUES["setting"]):
            setter = subject(token.head)
            return setter if setter is not None and (can_act(setter) or has_lemma(setter, CUES["document"])) else None
        if token.dep_ == "nsubj:pass" and has_lemma(token.head, CUES["setting"]):
            return by_phrase(token.head)
        for clause in children(token, "acl"):
            if has_lemma(clause, CUES["issuing"] | CUES["report"]):
                return by_phrase(clause)
    return None


def _by_account(trigger: Token, head: Token) -> Token | None:
    """Return who gives the account in "by the army's count, 12 people died", else the account; or None."""
    for start in (trigger, head):
        for token in ancestors(start):
            for item in children(token, "obl", "nmod"):
                case, teller = preposition(item), _whose(item)
                if case in {"by", "on"} and has_lemma(item, CUES["accounting"]):
                    return teller or item
                if case == "in" and has_lemma(item, CUES["telling"]) and teller is not None:
                    return teller
    return None


def _whose(account: Token) -> Token | None:
    """Return who gives an account: "by the count of the mission", "in the army's telling"; or None."""
    behind = (item for item in children(account, "nmod") if preposition(item) == "of")
    owners = (*children(account, "nmod:poss"), *behind)
    return next((item for item in owners if can_act(item) or item.pos_ == "PROPN"), None)


def _by_version(trigger: Token) -> Token | None:
    """Return whose version a sentence ends in: "nine dead: such is the army's version"; or None."""
    for token in trigger.sent[trigger.i + 1 - trigger.sent.start :]:
        if not has_lemma(token, CUES["telling"]) or child(token, "cop") is None:
            continue
        pointing = child(token, "nsubj", "det:predet", "advmod")
        if (
            pointing is not None
            and pointing.lower_ in FUNCTION_WORDS["summing_up"]
            and trigger.doc[pointing.i - 1].is_punct
        ):
            return _whose(token)
    return None


def _per(trigger: Token) -> Token | None:
    """Return whom "per" names as source: "nine drowned, per the coast guard's log"; or None."""
    for token in trigger.sent:
        named = token.head
        if token.lower_ == "per" and token.dep_ == "case" and child(named, "nummod") is None:
            if has_lemma(named, CUES["document"] | CUES["accounting"]):
                return _whose(named) or named
            if can_act(named) and (named.ent_type_ or child(named, "det") or has_lemma(named, CUES["authority"])):
                return named
    return None


def _before_colon(trigger: Token) -> Token | None:
    """Return the police of the headline "Police: two dead", also as a sentence of their own; or None."""
    doc, start = trigger.doc, trigger.sent.start
    opening = range(max(start - 1, 1), min(trigger.i, start + MOST_OPENING))
    speaker = next((doc[index - 1] for index in opening if doc[index].text == ":"), None)
    if speaker is None or speaker.left_edge.i < speaker.i - MOST_OPENING:
        return None
    opens = speaker.left_edge.i == 0 or "\n" in doc[speaker.left_edge.i - 1].text_with_ws
    tells = has_lemma(speaker, CUES["authority"]) or POLICE_ACRONYM.fullmatch(speaker.text) is not None
    return speaker if opens and tells else None


def _teller_in_noun(trigger: Token) -> Token | None:
    """Return who tells in a noun: "issued a statement that nine had died", "reports that …"; or None."""
    for token in ancestors(trigger):
        noun = token.head
        if token.dep_ not in CLAUSES_OF_NOUN or noun.pos_ != "NOUN" or not has_lemma(noun, CUES["told"]):
            continue
        mark = child(token, "mark")
        if mark is None or mark.lower_ != "that":
            continue
        if noun.dep_ == "obj" and has_lemma(noun.head, CUES["issuing"] | CUES["report"]):
            maker = subject(noun.head)
            return maker if maker is not None and can_act(maker) else noun
        return child(noun, "nmod:poss") or by_phrase(noun) or noun
    return None


def interrupted(verb: Token) -> Token | None:
    """Return the name of "…, Kaya, an adviser, recalled", whose verb seems to have no subject; or None."""
    if verb.pos_ not in PREDICATES:
        return None
    doc = verb.doc
    behind_first = entities_in(doc, verb.sent.start + 1, verb.sent.end)
    names = [ent for ent in behind_first if ent.label_ == "PERSON" and ent.start < verb.i]
    for name in reversed(names):
        if doc[name.start - 1].text == "," and doc[name.end].text == "," and doc[verb.i - 1].text == ",":
            return name.root
    return None


def capital_clause(head: Token) -> int | None:
    """Return where a name ends that goes on with a capital clause: "the Campaign to Save Rivers"; or None."""
    after, doc = head.i + 1, head.doc
    if not head.is_title or after + 1 >= head.sent.end or doc[after].lower_ != "to" or not doc[after + 1].is_title:
        return None
    end = after + 1
    while end < head.sent.end and (
        doc[end].is_title or (doc[end].pos_ in {"ADP", "CCONJ", "DET"} and _goes_on(end, head))
    ):
        end += 1
    return end


def _goes_on(index: int, head: Token) -> bool:
    """True if a small word stands between capital ones: "the Committee to Protect Birds and Bats"."""
    return index + 1 < head.sent.end and head.doc[index + 1].is_title
