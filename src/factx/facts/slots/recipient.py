"""Recipient and purpose of a pledge: who, or which place, gets it, and what it is for.

The recipient is decided in this order:

1. the subject of a verb of receiving ("Chad received $5m");
2. who is to spend it ("$5m for the ministry to spend on roads");
3. the indirect object, or who is between a verb of giving and the sum ("lent Peru $300 million");
4. "to" somebody, then "for" somebody, of the sum's nouns, the sum, the verb, and of a clause that
   says whom it is meant for;
5. whom it is to help ("to support farmers");
6. the place that it goes to ("aid in Sudan").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from factx.facts.counted import Counted, noun_classes
from factx.facts.cues import CUES, PREPOSITIONS
from factx.facts.giving import GIVING
from factx.facts.phrases import noun_phrase
from factx.facts.slots.actors import NAMED, can_act
from factx.facts.slots.agent import TokenSpan
from factx.facts.slots.object import amount_tokens
from factx.facts.words import has_lemma
from factx.model import child, children, is_passive, preposition, subject

LONGEST_RECIPIENT = 5
"""Tokens between a verb of giving and the sum: a longer stretch is more than a name ("lent the Peruvian bank $3m")."""
NOT_IN_RECIPIENT = frozenset({"ADP", "PUNCT", "VERB", "ADV", "SYM", "NUM"})
NO_PURPOSE = frozenset({"DATE", "MONEY"})
BENEFICIARIES = frozenset({"person", "state", "refugee"})


def recipient(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> Token | None:
    """Return who, or which place, gets a pledge; see the order of decisions above."""
    if verb is not None and has_lemma(verb, CUES["receiving"]) and not is_passive(verb):
        return subject(verb)
    hosts = [*nouns, counted.head, *([verb] if verb is not None else [])]
    if has_lemma(counted.head.head, GIVING["amounting"]):
        hosts.append(counted.head.head)
    hosts += [clause for host in hosts for clause in children(host, "acl", "acl:relcl") if is_meant(clause)]
    return (
        _spender(hosts)
        or _direct(verb, counted)
        or _by_preposition(hosts, counted)
        or _helped(hosts)
        or _aided_place(hosts)
    )


def is_meant(clause: Token) -> bool:
    """True for a clause that says whom a sum is for: "which was meant for Nauru"."""
    return has_lemma(clause, GIVING["meant"])


def _spender(hosts: Sequence[Token]) -> Token | None:
    """Return who is to do something with the sum: "$2m for the ministry to spend on roads"."""
    for clause in (item for host in hosts for item in children(host, "acl", "advcl")):
        mark = child(clause, "mark")
        who = child(clause, "nsubj")
        if who is not None and mark is not None and mark.lower_ == "for":
            return who
    return None


def recipient_span(goal: Token, without: set[int]) -> TokenSpan | None:
    """Return the words of a recipient; a list in apposition is one phrase ("states, Chad and Mali")."""
    span = noun_phrase(goal, without=onward_tokens(goal) | without)
    return None if span is None else (span[0], _end_of_list(goal.doc, span[1]))


def _end_of_list(doc: Doc, end: int) -> int:
    """Return where the names behind a phrase end ("border states, Chad and Mali"), else ``end``."""
    index, names = end, 0
    while index + 1 < len(doc) and doc[index].text == "," and doc[index + 1].ent_type_ == "LOC":
        index, names = _end_of_name(doc, index + 1), names + 1
    if not names or index >= len(doc) or doc[index].dep_ != "cc":
        return end
    last = index + 1
    while last < len(doc) and doc[last].pos_ == "DET":
        last += 1
    return _end_of_name(doc, last) if last < len(doc) and doc[last].ent_type_ == "LOC" else end


def _end_of_name(doc: Doc, index: int) -> int:
    index += 1
    while index < len(doc) and doc[index].ent_iob_ == "I":
        index += 1
    return index


def _direct(verb: Token | None, counted: Counted) -> Token | None:
    """Return the indirect object of a verb of giving, however the parse ties it."""
    if verb is None:
        return None
    indirect = None if has_lemma(verb, CUES["asking"]) else child(verb, "iobj")
    if indirect is not None and indirect.i not in amount_tokens(counted):
        return indirect
    return _between(verb, counted)


def _between(verb: Token, counted: Counted) -> Token | None:
    """Return who is named between a verb of giving and the sum: "awarded the widow $2 million"."""
    span = counted.numeral
    length = span.start - verb.i - 1
    if not has_lemma(verb, CUES["give"]) or not 0 < length <= LONGEST_RECIPIENT:
        return None
    words = verb.doc[verb.i + 1 : span.start]
    if any(word.pos_ in NOT_IN_RECIPIENT for word in words):
        return None
    last = words[-1]
    return last if last.pos_ in {"NOUN", "PROPN"} and can_act(last) else None


def _by_preposition(hosts: Sequence[Token], counted: Counted) -> Token | None:
    """Return "to" somebody, of whichever host, before "for" somebody."""
    sum_itself = amount_tokens(counted)
    phrases = [(preposition(item), _people_of(item)) for host in hosts for item in children(host, "nmod", "obl")]
    for wanted in (_is_goal, _is_beneficiary):
        for case, whom in phrases:
            if whom.i not in sum_itself and wanted(case, whom):
                return whom
    return None


def _people_of(item: Token) -> Token:
    """Return the people behind a number word: "for thousands of refugees" → refugees."""
    part = next((part for part in children(item, "nmod") if preposition(part) == "of"), None)
    counts = item.like_num or item.lemma_ in CUES["number_word"]
    return part if part is not None and counts else item


def _helped(hosts: Sequence[Token]) -> Token | None:
    """Return who is to be helped: "to support farmers"."""
    clauses = [item for host in hosts for item in children(host, "advcl", "acl", "xcomp")]
    targets = [child(clause, "obj", "iobj") for clause in clauses if has_lemma(clause, CUES["helping"])]
    return next((target for target in targets if target is not None and can_act(target)), None)


def _aided_place(hosts: Sequence[Token]) -> Token | None:
    """Return the place that a gift goes to: "aid in Sudan"."""
    phrases = (item for host in hosts for item in children(host, "nmod", "obl"))
    return next((item for item in phrases if preposition(item) == "in" and item.ent_type_ == "LOC"), None)


def _is_goal(case: str | None, item: Token) -> bool:
    return case == "to" and item.pos_ in {"NOUN", "PROPN", "PRON"}


def _is_beneficiary(case: str | None, item: Token) -> bool:
    return case in PREPOSITIONS["purpose"] and is_beneficiary(item)


def is_beneficiary(item: Token) -> bool:
    """True for somebody, a place or an institution that may be given something."""
    if item.ent_type_ in NAMED or noun_classes(item) & BENEFICIARIES:
        return True
    counted = child(item, "nummod") is not None
    return has_lemma(item, GIVING["community"]) or (not counted and has_lemma(item, GIVING["institution"]))


def purpose(doc: Doc, verb: Token | None, nouns: Sequence[Token]) -> TokenSpan | None:
    """Return what a pledge is for: "to rebuild schools", else "for the vaccination campaign"."""
    hosts = [*nouns, *([verb] if verb is not None else [])]
    clause = next(_purpose_clauses(hosts), None) or (None if verb is None else _spent_on(verb))
    if clause is not None:
        return clause
    for host in hosts:
        for item in children(host, "nmod", "obl"):
            case = preposition(item)
            if case in PREPOSITIONS["purpose"] and item.ent_type_ not in NO_PURPOSE and not is_beneficiary(item):
                return noun_phrase(item, clauses=True)
    return None


def _spent_on(verb: Token) -> TokenSpan | None:
    """Return what a sum is spent on: "on repairing dams", "in new wells"."""
    if not has_lemma(verb, GIVING["spending"]):
        return None
    phrases = (item for item in children(verb, "obl", "advcl") if preposition(item) in PREPOSITIONS["spent_on"])
    head = next((item for item in phrases if item.dep_ == "advcl" or preposition(item) != "in"), None)
    return None if head is None else noun_phrase(head, clauses=True)


def _purpose_clauses(hosts: Sequence[Token]) -> Iterator[TokenSpan]:
    for host in hosts:
        for item in children(host, "advcl", "acl", "xcomp"):
            mark = child(item, "mark")
            if mark is not None and mark.lower_ == "to":
                end = max(token.i for token in item.subtree if not token.is_punct and not token.is_space)
                yield mark.i, end + 1


def onward_tokens(noun: Token) -> set[int]:
    """Return the tokens of what a noun is for or goes to: they fill slots of their own."""
    phrases = [item for item in children(noun, "nmod", "obl") if preposition(item) in PREPOSITIONS["onward"]]
    return {part.i for item in phrases for part in item.subtree}
