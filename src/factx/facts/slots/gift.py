"""What a sum of money is: the nouns that say so ("a grant of $5m"), and the verb that moves it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from factx.base import word_classes
from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import PREPOSITIONS
from factx.facts.frame import Frame
from factx.facts.giving import GIVING, deed_on, is_law, is_to_value_of, valued_nouns
from factx.facts.slots.actors import can_act
from factx.facts.slots.status import is_court_ordered
from factx.facts.words import has_lemma
from factx.model import PREDICATES, ancestors, child, children, preposition

PEOPLE = frozenset({"person", "refugee", "state"})
RECEIVING = frozenset({"to", "for"})
BEFORE_NOUN = frozenset({"compound", "det", "nummod", "amod", "nmod:unmarked", "nmod:desc", "nmod:poss"})


def verb_of(frame: Frame) -> Token | None:
    """Return the verb of a frame, or the verb above its noun; None without one."""
    return next((token for token in ancestors(frame.trigger) if token.pos_ in PREDICATES), None)


def gift_nouns(counted: Counted, verb: Token | None) -> list[Token]:
    """Return the nouns that say what a sum is: a "grant" of $5m, $5m in "aid", a $5m "loan"."""
    head = counted.head
    found: list[Token] = []
    if head.dep_ in BEFORE_NOUN:
        found.append(head.head)
    if head.dep_ == "appos" or _is_of_gift(head):
        found.append(head.head)
    found.extend(noun for noun, _ in valued_nouns(head))
    found.extend(_contents(head))
    if verb is not None:
        beside = (item for item in phrases_of(verb, "obl") if preposition(item) in PREPOSITIONS["gift_of_verb"])
        found.extend(item for item in beside if not has_lemma(item, GIVING["procuring"]))
    if counted.noun is not None:
        found.append(counted.noun)
    more = [part for noun in found for part in children(noun, "conj", *_kinds(noun))]
    return found + [part for part in more if part.i != head.i]


def _contents(head: Token) -> list[Token]:
    """Return what a sum consists of: "$5m in aid", "the veto of $5m in aid", however that is tied."""
    deed = deed_on(head)
    beside = [] if deed is None else phrases_of(deed, "nmod")
    found = (item for item in (*phrases_of(head, "nmod", "compound", "appos", "obl"), *beside))
    return [
        item
        for item in found
        if preposition(item) in PREPOSITIONS["content"] and not has_lemma(item, GIVING["procuring"])
    ]


def _kinds(noun: Token) -> tuple[str, ...]:
    """Return the relations of words that say what a thing is; "low-income families" are persons."""
    return () if noun_classes(noun) & PEOPLE else ("compound",)


def _is_of_gift(head: Token) -> bool:
    """True for the sum of "a grant of $5m"; "to the value of $5m" names no gift."""
    return head.dep_ == "nmod" and preposition(head) in PREPOSITIONS["gift_of_sum"] and not is_to_value_of(head)


def phrases_of(host: Token, *relations: str) -> list[Token]:
    """Return the phrases of a word; "of which $2m is for orphans" is a clause."""
    befallen = [item for clause in children(host, "acl") for item in _befallen(clause)] if "nmod" in relations else []
    return [item for item in children(host, *relations) if child(item, "cop") is None] + befallen


def _befallen(clause: Token) -> list[Token]:
    """Return the farmers of "aid to farmers hit by frost", parsed as those by whom somebody is hit."""
    if clause.tag_ != "VBN":
        return []
    before = [item for item in children(clause, "obl:agent", "obl") if item.i < clause.i]
    return [item for item in before if preposition(item) in RECEIVING]


def meant_for(amount: Token) -> Token | None:
    """Return what a sum is said to be for: the orphans of "of which $2m is for orphans"; or None."""
    aim = amount.head
    told = amount.dep_ == "nsubj" and child(aim, "cop") is not None and aim.pos_ in {"NOUN", "PROPN"}
    return aim if told and preposition(aim) in PREPOSITIONS["purpose"] else None


def is_of_other_sum(words: Token, own: range) -> bool:
    """True for what another sum is: "froze $9m, and a bank halted a $4m loan"."""
    told = child(words, "nsubj") if child(words, "cop") is not None else None
    sums = [item for item in (told, *children(words, "compound", "nummod")) if item is not None]
    return any(item.ent_type_ == "MONEY" and not any(part.idx in own for part in item.subtree) for item in sums)


def gift_classes(nouns: Sequence[Token]) -> frozenset[str]:
    """Return the classes (gift, price …) of the nouns of a sum; a bill that lawmakers handle is no price."""
    return frozenset(name for noun in nouns for name in _classes(noun))


def _classes(noun: Token) -> frozenset[str]:
    if is_law(noun) or _is_award(noun):
        return frozenset({"gift"})
    carries = has_lemma(noun, GIVING["carrying"]) and child(noun, "nmod") is not None
    return frozenset() if carries else word_classes(noun.lemma_.lower())


def _is_award(noun: Token) -> bool:
    """True for what a court awards or orders somebody to pay: "awarded the widow $3m in damages"."""
    if noun.lower_ not in GIVING["awarded"] or preposition(noun) != "in":
        return False
    return any(has_lemma(item, GIVING["awarding"]) or is_court_ordered(item) for item in ancestors(noun))


def given_noun(nouns: Sequence[Token]) -> Token | None:
    """Return the first noun that names a gift, or None."""
    return next((noun for noun in nouns if "gift" in word_classes(noun.lemma_.lower())), None)


def content_of(counted: Counted) -> Token | None:
    """Return the goods right behind a sum: "$2m in filters", "2m yuan worth of flour"; or None."""
    doc, end = counted.head.doc, max(counted.numeral.end, counted.head.i + 1)
    start = end + (end < len(doc) and doc[end].lower_ == "worth")
    if start >= counted.head.sent.end or doc[start].lower_ not in PREPOSITIONS["consisting"]:
        return None
    goods = doc[start].head
    if child(goods, "det", "nmod:poss") is not None:
        return None  # "$2m in a bucket"
    is_thing = goods.pos_ == "NOUN" and not goods.ent_type_ and not can_act(goods) and not noun_classes(goods) & PEOPLE
    return goods if is_thing and goods.i > start and not has_lemma(goods, GIVING["no_goods"]) else None
