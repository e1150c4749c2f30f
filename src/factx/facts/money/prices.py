"""Prices: sums that are asked, paid, owed or lost, and not given: "sells for $5", "$5 a kilo"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from factx.base import word_classes
from factx.facts.counts.counted import Counted
from factx.facts.counts.former import is_former
from factx.facts.cues import CUES, FUNCTION_WORDS
from factx.facts.giving import GIVING, GOODS, comes_to, is_law, is_to_value_of
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors, child, children, first_conjunct, is_passive, preposition

MOST_STEPS = 3
"""Words climbed from a sum to the verb or noun that makes it a price; what stands further up tells another story."""
GIVE = frozenset({"give"})
BEFORE_PRICE = frozenset({"at", "for"})
SELLING_REACH = 4
"""Words before a price among which the verb of selling stands: "sells for as little as $5"."""
BEFORE_UNIT = frozenset({"compound", "nummod", "amod"})
LONGEST_UNIT = 4
"""Words among which a unit stands: "per one hundred cubic metres"."""
CLAUSE_ENDS = frozenset({"acl:relcl", "ccomp", "parataxis", "advcl"})
MODIFYING = frozenset({"compound", "nummod", "amod", "nmod:unmarked", "nmod:desc"})


def is_priced(counted: Counted) -> bool:
    """True for a price, debt or loss: "sells for $5", "$5 a kilo", "losses were put at $5m"."""
    if counted.amount.kind != "money":
        return counted.amount.kind == "measure" and _is_size_of_ware(counted)
    if _is_retail(counted) or (counted.amount.high or 0) < 0:
        return True  # nobody gives "-$5m"
    beside = _is_rate(counted) or _is_difference(counted) or _names_price(counted) or _is_traded(counted)
    return beside or any(_prices(word, counted.head) for word in _governors(counted))


def _is_traded(counted: Counted) -> bool:
    """True for "a $6m offer for the striker", and for what land is given up for."""
    head = first_conjunct(counted.head)
    if head.dep_ in MODIFYING and has_lemma(head.head, GIVING["bidding"]):
        sought = (item for item in children(head.head, "nmod") if preposition(item) == "for")
        return any(
            item.ent_type_ == "PERSON" or has_lemma(item, GIVING["business"] | CUES["signed"]) for item in sought
        )
    if head.dep_ != "obl" or preposition(head) != "for" or head.head.pos_ not in PREDICATES:
        return False
    away = any(item.lower_ in CUES["parting"] for item in children(head.head, "compound:prt", "advmod"))
    return has_lemma(head.head, CUES["ceding"]) or (away and has_lemma(head.head, GIVE))


def _retailing(counted: Counted) -> Iterator[Token]:
    """Yield the verbs of a sentence behind which a price stands, whatever their tag: "retails at $5"."""
    sent = counted.sent
    for word in sent[:-1]:
        if has_lemma(word, GIVING["retailing"]) and word.nbor().lower_ in BEFORE_PRICE:
            yield word


def _is_retail(counted: Counted) -> bool:
    """True for a price right behind "sells for", and for what it was: "down from $5"."""
    before = counted.head.doc[max(counted.sent.start, counted.numeral.start - SELLING_REACH) : counted.numeral.start]
    sold = [word.i for word in _retailing(counted)]
    if any(word.i in sold for word in before):
        return True
    earlier = any(place < counted.numeral.start for place in sold)
    return earlier and is_former(counted)


def _is_size_of_ware(counted: Counted) -> bool:
    """True for how much a pack holds that is sold: "a two-kilo packet retails at $5"."""
    doc, end = counted.head.doc, counted.numeral.end
    if _is_content(counted.head):
        return True
    sized = "-" in counted.amount.text or doc[end : end + 1].text == "-"
    return sized and any(word.i > end for word in _retailing(counted))


def _is_content(head: Token) -> bool:
    """True for what each of many packs holds: "each box contains six kilos of rice"."""
    pack = child(head.head, "nsubj") if head.dep_ == "obj" else None
    which = None if pack is None else child(pack, "det")
    holds = pack is not None and has_lemma(head.head, GIVING["containing"]) and has_lemma(pack, GOODS["goods"])
    return holds and which is not None and which.lower_ in FUNCTION_WORDS["whichever"]


def is_taken(counted: Counted) -> bool:
    """True for what robbers take: "stole 40 blankets", "made off with $5m", "carried away 90 sacks"."""
    return any(_takes_away(word) for word in _governors(counted) if word.pos_ in PREDICATES)


def _takes_away(verb: Token) -> bool:
    if has_lemma(verb, GIVING["robbing"]):
        return True
    away = any(item.lower_ in FUNCTION_WORDS["away"] for item in verb.children)
    return away and has_lemma(verb, GIVING["bearing_off"])


def is_price_of_thing(counted: Counted) -> bool:
    """True for a sum before a noun that is no gift: "a $40 million railway"."""
    head = first_conjunct(counted.head)
    noun = head.head
    if counted.amount.kind != "money" or head.dep_ not in MODIFYING or noun.i < head.i or noun.pos_ != "NOUN":
        return False
    if has_lemma(noun, GIVING["carrying"]):
        return False
    gifts = [noun, *children(noun, "compound")]
    return not any("gift" in word_classes(item.lemma_.lower()) or is_law(item) for item in gifts)


def _names_price(counted: Counted) -> bool:
    """True for a sum that a price is of, or at: "prices of $5", "losses at $5m"."""
    head = first_conjunct(counted.head)
    of_noun = head.dep_ == "nmod" and head.head.pos_ == "NOUN" and not is_to_value_of(head)
    return of_noun and _is_price(head.head)


def _governors(counted: Counted) -> Iterator[Token]:
    """Yield the sum's head and what governs it, up to the verb of its clause."""
    for step, token in enumerate(ancestors(counted.head)):
        if step > MOST_STEPS:
            return
        yield token
        if token.dep_ in CLAUSE_ENDS or (token.pos_ in PREDICATES and not _goes_on_above(token)):
            return


def _goes_on_above(verb: Token) -> bool:
    """True for a verb that is part of the clause above: "wants to sell", not "a bill paying"."""
    within = verb.dep_ in {"xcomp", "acl"} and child(verb, "nsubj") is None
    return within and not has_lemma(verb.head, GIVING["law"])


def _prices(token: Token, head: Token) -> bool:
    """True if a word of the clause makes the sum a price, or what the clause is about is one."""
    if token.pos_ in PREDICATES and (_is_pricing(token, head) or _is_bribing(token)):
        return True
    if token.pos_ not in PREDICATES and child(token, "cop") is None:
        return False
    subjects = children(token, "nsubj", "nsubj:pass")
    return any(map(_is_price, [*subjects, *children(token, "obj")])) or any(map(_is_so_much, subjects))


def _is_pricing(verb: Token, head: Token) -> bool:
    """True for a verb that makes a sum a price; "a $2m gift saved the school" tells what a gift did."""
    if not has_lemma(verb, GIVING["pricing"] | CUES["wrecking"]) or _buys_itself(verb, head) or comes_to(verb):
        return False
    if has_lemma(verb, GIVING["sinking"]) and (is_passive(verb) or child(verb, "obj", "xcomp") is not None):
        return False  # "the plan was dropped", "dropped the plan", "declined to give"
    subject = child(verb, "nsubj")
    is_gift = subject is not None and "gift" in word_classes(subject.lemma_.lower())
    return not (is_gift and subject is not None and subject.is_ancestor(head))


def _buys_itself(verb: Token, head: Token) -> bool:
    """True for the sum that buys something: "of which $2m would buy food", however it is parsed."""
    sum_ = first_conjunct(head)
    acts = sum_.head == verb and sum_.dep_ in {"nsubj", "obj"} and sum_.i < verb.i
    return acts and has_lemma(verb, GIVING["purchasing"]) and any(item.i > verb.i for item in children(verb, "obj"))


def _is_bribing(verb: Token) -> bool:
    """True for what is taken or given as a bribe."""
    return any(has_lemma(item, GIVING["bribing"]) for item in children(verb, "obl", "obj", "nsubj:pass"))


def _is_price(noun: Token) -> bool:
    """True for losses, rents, shares."""
    return "price" in word_classes(noun.lemma_.lower()) and not is_law(noun) and not has_lemma(noun, GIVING["carrying"])


def _is_so_much(noun: Token) -> bool:
    """True for so much of a thing, which has a price: "a kilo of grapes"."""
    return has_lemma(noun, GIVING["rate"]) and child(noun, "nmod") is not None


def _is_rate(counted: Counted) -> bool:
    """True for so much a kilo, a barrel, an hour; a sum a day may be given, and any that is called a gift."""
    doc, after = counted.head.doc, counted.numeral.end
    if counted.head.dep_ == "nmod" and "gift" in word_classes(counted.head.head.lemma_.lower()):
        return False
    if after + 1 >= len(doc) or doc[after].lower_ not in {"a", "an", "per"}:
        return False
    return any(has_lemma(word, GIVING["rate"]) for word in _unit(doc[after + 1 : after + 1 + LONGEST_UNIT]))


def _unit(words: Span) -> Iterator[Token]:
    """Yield the first word of a unit, behind its number and what describes it: "1,000 cubic metres"."""
    for word in words:
        yield word
        if word.dep_ not in BEFORE_UNIT:
            return


def _is_difference(counted: Counted) -> bool:
    """True for "$2m more than last year"."""
    doc, after = counted.head.doc, counted.numeral.end
    return after + 1 < len(doc) and doc[after + 1].lower_ == "than" and doc[after].tag_ in {"JJR", "RBR"}
