"""What is still sought: gifts that are negotiated or that somebody tries to get.

1. a loan that is "negotiated", or on which "talks" are held, is requested until they are over;
2. so is what somebody "hopes to raise", "tries to obtain" or has "difficulties in obtaining";
3. and so is what is proposed: "proposed $5m in aid", "proposes to give $5m";
4. what somebody asks for in vain is withheld: "turned down a plea for $5m".
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from factx.facts.cues import CUES
from factx.facts.giving import GIVING, request_for
from factx.facts.slots.actors import by_phrase
from factx.facts.slots.agent import nominal_agent
from factx.facts.slots.progress import is_urged
from factx.facts.words import NOUNS, has_lemma
from factx.model import ancestors, auxiliaries, child, children, is_passive, preposition, subject

ABOUT = frozenset({"on", "for", "about", "over"})
UNDONE = frozenset({"VB", "VBG", "VBP", "VBZ"})
"""Tags of what is done now or later."""
NOMINAL = frozenset({"nmod", "compound", "nummod", "appos", "conj"})
"""Relations of a sum to the phrases that it stands in."""
INFINITE = frozenset({"xcomp", "acl", "advcl", "obl", "nmod"})
WOULD = "would"
PROPOSE = frozenset({"propose"})
MOST_STEPS = 6
"""Words climbed from a sum to the talks about it."""


def is_sought(word: Token) -> bool:
    """True for a gift, or a verb of getting one, that has not been brought about."""
    return is_negotiated(word) or is_tried_for(word) or is_proposed(word)


def is_negotiated(gift: Token) -> bool:
    """True for what talks are about: "is negotiating a loan", "talks would begin on a loan"."""
    for item in islice(ancestors(gift), MOST_STEPS):
        if _is_matter(item):
            return True
        if item.dep_ not in NOMINAL or has_lemma(item.head, GIVING["request"] | GIVING["interest"]):
            return False
    return False


def _is_matter(item: Token) -> bool:
    above = item.head
    if item.dep_ == "obj" and above.tag_ in UNDONE and has_lemma(above, GIVING["negotiating"]):
        return True
    if preposition(item) not in ABOUT or item.dep_ not in {"nmod", "obl"}:
        return False
    if above.pos_ in NOUNS:
        return _is_open(above)
    beside = [subject(above), *children(above, "obj")]
    return has_lemma(above, GIVING["negotiating"]) or any(item is not None and _is_open(item) for item in beside)


def _is_open(talks: Token) -> bool:
    """True for talks that are not over: not "negotiations on a loan have been completed"."""
    return has_lemma(talks, GIVING["negotiating"]) and not has_lemma(talks.head, GIVING["finishing"])


def is_tried_for(verb: Token) -> bool:
    """True for what somebody would like to get: "hopes to raise $5m", "efforts to obtain a loan"."""
    if verb.dep_ not in INFINITE or not has_lemma(verb, CUES["receiving"] | GIVING["collecting"]):
        return False
    mark = child(verb, "mark", "case")
    return mark is not None and has_lemma(verb.head, GIVING["striving"])


def is_proposed(verb: Token) -> bool:
    """True for "proposed $5m in aid", "proposed to give $5m"; what it is proposed to cut is withheld."""
    if has_lemma(verb, GIVING["told_withheld"]):
        return False
    if is_passive(verb):
        return has_lemma(verb, PROPOSE) and child(verb, "xcomp") is None
    return has_lemma(verb, PROPOSE) or (verb.dep_ == "xcomp" and has_lemma(verb.head, PROPOSE))


def owner(noun: Token) -> Token | None:
    """Return whose request it is: "the governor's request", "a plea from the bishop", "he filed a claim"."""
    verb = noun.head if noun.dep_ == "obj" and has_lemma(noun.head, GIVING["submitting"]) else None
    behind = next((item for item in children(noun, "nmod") if item.left_edge.i == noun.i + 1), None)
    asker = behind if behind is not None and preposition(behind) == "from" else None
    own = child(noun, "nmod:poss") or by_phrase(noun) or nominal_agent(noun) or asker
    return own if own is not None or verb is None else subject(verb)


def asker_of(verb: Token) -> Token | None:
    """Return who asks or tries to get something, "they" of "they hope to raise"; None in the passive."""
    asking = verb.head
    told = asking.tag_ == "VBN" and child(asking, "aux") is None
    return None if is_passive(asking) or told else subject(asking)


def is_told_of_request(amount: Token, verb: Token | None) -> bool:
    """True for the sum of a request or a gap, and for what somebody should give."""
    clauses = children(amount, "acl", "acl:relcl")
    asked = request_for(amount) is not None or any(has_lemma(item, GIVING["request"]) for item in clauses)
    asked = asked or has_lemma(amount.head, GIVING["lacking"]) or is_negotiated(amount)
    return asked or (verb is not None and (is_urged(verb) or is_sought(verb) or _is_in_draft(verb)))


def _is_in_draft(verb: Token) -> bool:
    """True for what a bill would have paid: "the bill authorizes $5m", "a bill would set aside $5m"."""
    would = any(item.lower_ == WOULD for item in auxiliaries(verb))
    if not would and not has_lemma(verb, GIVING["passing"]):
        return False
    bills = [subject(verb), *children(verb, "nsubj")]
    return any(bill is not None and has_lemma(bill, GIVING["draft"]) for bill in bills)
