"""Gifts: what a sum of money is, who gives or is asked, who gets it and what for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from factx.base import Anaphor
from factx.facts.counted import Counted, noun_classes, word_classes
from factx.facts.cues import cues
from factx.facts.phrases import Filler, noun_phrase
from factx.facts.slots.agent import NAMED, TokenSpan, actor, by_phrase, can_act, nominal_agent
from factx.facts.slots.object import amount_tokens
from factx.facts.slots.status import ASKING
from factx.facts.words import is_any
from factx.model import PREDICATES, child, children, is_passive, preposition, subject

RECEIVING = frozenset({"receive", "get", "obtain", "secure", "win"})
HELPING = frozenset(
    {"support", "help", "assist", "aid", "lend", "compensate", "feed", "shelter", "reach", "finance", "fund", "back"}
)


def giver(verb: Token | None, noun: Token | None, references: Sequence[Anaphor]) -> Filler | None:
    """Who gives, promises or withholds: the verb's subject or by-phrase, else the gift's owner ("Norway's loan")."""
    head = None
    if verb is not None and verb.pos_ in PREDICATES:
        if is_any(verb, RECEIVING):
            hosts = [verb, *([noun] if noun is not None else [])]
            head = next(
                (item for host in hosts for item in children(host, "obl", "nmod") if preposition(item) == "from"), None
            )
        else:
            head = by_phrase(verb) if is_passive(verb) else subject(verb)
    if head is None and noun is not None:
        head = nominal_agent(noun)
    return None if head is None else actor(head, references)


def gapped_giver(counted: Counted) -> Token | None:
    """Who gives a later sum of a list whose verb is not said again: "Norway pledged $20m, Sweden $15m"."""
    span = counted.numeral
    if span.start - span.sent.start < 2:
        return None
    name = span.doc[span.start - 1]
    if name.ent_type_ not in {"LOC", "ORG", "PERSON"}:
        return None
    first = name.i
    while first > span.sent.start and span.doc[first].ent_iob_ == "I":
        first -= 1
    before = span.doc[first - 1] if first > span.sent.start else None
    return name if before is not None and (before.text == "," or before.dep_ == "cc") else None


def asked(verb: Token, counted: Counted, references: Sequence[Anaphor]) -> Filler | None:
    """Who is asked to give: "from the city", "urged donors to give", "appealed to the world"."""
    of_sum = [item for item in children(counted.top, "nmod") if preposition(item) == "from"]
    for item in [*children(verb, "obl", "nmod", "obj", "iobj"), *of_sum]:
        case = preposition(item)
        if case in {"from", "to", "on"} or (case is None and item.dep_ in {"obj", "iobj"} and _may_give(item)):
            found = actor(item, references)
            if found is not None:
                return found
    return None


def _may_give(item: Token) -> bool:
    return item.ent_type_ in {"LOC", "ORG"} or "state" in noun_classes(item)


def gift_nouns(counted: Counted, verb: Token | None) -> list[Token]:
    """The nouns that say what a sum is: a "grant" of $5m, $5m in "aid", a $5m "loan"."""
    found: list[Token] = []
    top = counted.top
    if top.dep_ in {"compound", "nummod", "amod", "nmod:unmarked", "nmod:desc", "nmod:poss"}:
        found.append(top.head)
    if top.dep_ in {"nmod", "appos"} and (top.dep_ == "appos" or preposition(top) in {"of", "worth", "in"}):
        found.append(top.head)
    for item in children(top, "nmod", "compound", "appos", "obl"):
        if preposition(item) in {"in", "of", "worth", "for", "as"}:
            found.append(item)
    if verb is not None:
        found.extend(item for item in children(verb, "obl") if preposition(item) in {"in", "as", "for"})
    if counted.noun is not None:
        found.append(counted.noun)
    more = [part for noun in found for part in children(noun, "conj", "compound")]
    return found + [part for part in more if part.i != top.i]


def gift_classes(nouns: Sequence[Token]) -> frozenset[str]:
    """The classes (gift, price …) among the nouns of a sum."""
    return frozenset(name for noun in nouns for name in word_classes(noun.lemma_.lower()))


def recipient(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> Token | None:
    """Who or which place gets a pledge: iobj, "to …", "for" somebody, whom it helps, else the aided place."""
    hosts = [*nouns, counted.top, *([verb] if verb is not None else [])]
    sum_itself = amount_tokens(counted)
    if verb is not None and is_any(verb, RECEIVING) and not is_passive(verb):
        return subject(verb)
    asks = verb is not None and is_any(verb, ASKING)
    if verb is not None and not asks and (direct := child(verb, "iobj")) is not None:
        if direct.i not in sum_itself:
            return direct
    if verb is not None and (between := _between(verb, counted)) is not None:
        return between
    for wanted in (_is_goal, _is_beneficiary):
        for host in hosts:
            for item in children(host, "nmod", "obl"):
                whom = _counted_noun(item)
                if whom.i not in sum_itself and wanted(preposition(item), whom):
                    return whom
    return _helped(hosts) or next(
        (item for host in hosts for item in children(host, "nmod", "obl") if _is_aided_place(item)), None
    )


def _between(verb: Token, counted: Counted) -> Token | None:
    """Who stands between a verb of giving and the sum: "lent Peru $300 million", "awarded the widow $2 million"."""
    span = counted.numeral
    if not is_any(verb, cues("give")) or not verb.i < span.start - 1 < verb.i + 6:
        return None
    words = verb.doc[verb.i + 1 : span.start]
    if any(word.pos_ in {"ADP", "PUNCT", "VERB", "ADV", "SYM", "NUM"} for word in words):
        return None
    last = words[-1]
    return last if last.pos_ in {"NOUN", "PROPN"} and can_act(last) else None


def _counted_noun(item: Token) -> Token:
    """The people behind a number word: "for thousands of refugees" → refugees."""
    part = next((part for part in children(item, "nmod") if preposition(part) == "of"), None)
    return (
        part if part is not None and (item.like_num or item.lemma_ in {"thousand", "hundred", "dozen", "ten"}) else item
    )


def _helped(hosts: Sequence[Token]) -> Token | None:
    """Who is to be helped: "to support farmers"."""
    clauses = [item for host in hosts for item in children(host, "advcl", "acl", "xcomp") if is_any(item, HELPING)]
    targets = [child(clause, "obj") for clause in clauses]
    return next((target for target in targets if target is not None and can_act(target)), None)


def _is_goal(case: str | None, item: Token) -> bool:
    return case == "to" and item.pos_ in {"NOUN", "PROPN", "PRON"}


def _is_beneficiary(case: str | None, item: Token) -> bool:
    if case not in {"for", "towards", "toward"}:
        return False
    return item.ent_type_ in NAMED or bool(noun_classes(item) & {"person", "state", "refugee"})


def _is_aided_place(item: Token) -> bool:
    return preposition(item) == "in" and item.ent_type_ == "LOC"


def purpose(doc: Doc, verb: Token | None, nouns: Sequence[Token]) -> TokenSpan | None:
    """What a pledge is for: "to rebuild schools", "for the vaccination campaign"."""
    for host in [*nouns, *([verb] if verb is not None else [])]:
        for item in host.children:
            if (
                item.dep_ in {"advcl", "acl", "xcomp"}
                and (mark := child(item, "mark")) is not None
                and mark.lower_ == "to"
            ):
                return _clause_span(item, mark)
    for host in [*nouns, *([verb] if verb is not None else [])]:
        for item in children(host, "nmod", "obl"):
            if preposition(item) in {"for", "towards", "toward"} and not _is_beneficiary(preposition(item), item):
                return noun_phrase(item, clauses=True)
    return None


def _clause_span(clause: Token, mark: Token) -> TokenSpan:
    end = max(token.i for token in clause.subtree if not token.is_punct and not token.is_space)
    return mark.i, end + 1
