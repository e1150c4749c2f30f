"""The object: the counted phrase without amount, event, other counts, times and places."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import MULTIPLES, Counted, noun_classes
from factx.facts.counts.tolls import is_tally, tells_which, toll_of_value
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.frame import Frame
from factx.facts.phrases import noun_phrase
from factx.facts.relations import group_told_of, is_with_injury
from factx.facts.slots.place_words import is_place
from factx.model import child, children, is_passive, preposition

TokenSpan = tuple[int, int]


def counted_object(counted: Counted, frame: Frame, exclude_tokens: set[int]) -> TokenSpan | None:
    """Return the counted noun phrase without the amount, the trigger's clause, times and places; or None."""
    noun = _counted_noun(counted, frame)
    if noun is None:
        return None
    without = _outside_names(noun.doc, exclude_tokens) | amount_tokens(counted)
    without.update(item.i for item in children(noun, "cop"))
    trigger = frame.trigger
    if trigger.i != noun.i:
        without.add(trigger.i)
    if trigger.i != noun.i and noun.is_ancestor(trigger):
        without.update(token.i for token in _branch(trigger, noun).subtree)
    span = noun_phrase(noun, clauses=True, without=without | loose_tokens(noun))
    return _with_companions(noun, span, without) if span is not None and span[1] == noun.i + 1 else span


def _counted_noun(counted: Counted, frame: Frame) -> Token | None:
    """Return the noun of what is counted, of a toll its own, else that which the count resumes; or None."""
    noun = counted.noun
    if frame.name == "toll" and (noun is None or noun.ent_type_ == "DATE") and not is_tally(frame.trigger):
        noun = frame.trigger
    if noun is None and tells_which(frame.trigger) and frame.trigger.head == toll_of_value(counted.head):
        noun = frame.trigger.head  # "the number of wounded guards is 17", "of guards wounded"
    if _names_nobody(counted, noun):
        return None
    if noun is None and group_told_of(counted.head) is not None and preposition(counted.head.head) is None:
        return counted.head.head  # not "Lima" of "of the dead, 14 were from Lima"
    return _antecedent(counted) if noun is None or noun.pos_ in {"PRON", "NUM"} else noun


def _names_nobody(counted: Counted, noun: Token | None) -> bool:
    """True for "15 dead" and "a triple murder", not for "twin murders"."""
    if noun is None:
        return False
    one_deed = counted.amount.text.lower() in MULTIPLES and noun.tag_ == "NN"
    return one_deed or noun.lower_ in CUES["state_of_persons"]


def _outside_names(doc: Doc, cut: set[int]) -> set[int]:
    return {index for index in cut if not _is_in_name(doc[index], cut)}


def _is_in_name(token: Token, cut: set[int]) -> bool:
    """True for a place in a longer name, "victims of the Kano massacre", which is not cut."""
    while token.i in cut and token.head.i in cut and token.head != token:
        token = token.head
    return token.dep_ in {"compound", "nmod:poss"} and token.head.i > token.i


def _with_companions(noun: Token, span: TokenSpan, without: set[int]) -> TokenSpan:
    """Return the phrase with the "with …" right behind it, which the parse may tie to the verb."""
    after = noun.i + 1
    if after >= noun.sent.end or noun.doc[after].lower_ != "with":
        return span
    head = noun.doc[after].head
    if head.i <= after or head.dep_ not in {"obl", "nmod"} or head.left_edge.i != after or is_with_injury(head):
        return span
    end = noun_phrase(head, without=without)
    return span if end is None else (span[0], end[1])


def loose_tokens(noun: Token) -> set[int]:
    """Return the tokens that say more than who is counted: other counts, asides, places, clauses."""
    return {token.i for branch in _loose(noun) for token in branch.subtree}


def _loose(noun: Token) -> Iterator[Token]:
    for item in noun.children:
        if item.dep_ == "nummod" or _is_other_count(item) or _is_aside(item, noun) or _is_whereabouts(item):
            yield item
        elif item.dep_ == "conj":
            yield from _loose(item)


def _asides_within(item: Token) -> Iterator[Token]:
    """Clauses behind a comma about what is nested ("members of the bloc, which was formed in 2004")."""
    for part in item.children:
        if part.dep_ in {"acl:relcl", "acl"} and is_after_comma(part):
            yield part
        elif part.dep_ == "nmod":
            yield from _asides_within(part)


def _is_other_count(item: Token) -> bool:
    """True if a conjunct has a count of its own ("a man and two women")."""
    if item.dep_ != "conj":
        return False
    if (
        item.left_edge.tag_ in {"VBG", "CC"}
        and not noun_classes(item)
        and any(part.tag_ == "VBG" for part in item.lefts)
    ):
        return True  # "injuring 30 people and flattening barns", taken for two nouns
    return any(part.pos_ == "NUM" or part.lower_ in FUNCTION_WORDS["singular_determiner"] for part in item.subtree)


def _is_aside(item: Token, noun: Token) -> bool:
    if item.dep_ == "acl:relcl" or (item.dep_ == "acl" and item.tag_ == "VBG"):
        return is_after_comma(item) or noun.lemma_ not in CUES["open"]
    if item.dep_ in {"amod", "advmod"} and item.i > noun.i:
        # "five girls, all aged nine", "90 refugees, up from 40", "a driver slightly"
        return is_after_comma(item) or item.lower_ in CUES["gravely"]
    if is_with_injury(item) or (item.dep_ == "advcl" and is_after_comma(item)):
        return True  # "as was a cook, when a roof fell in"
    return item.dep_ in {"nmod", "obl", "advcl"} and preposition(item) in PREPOSITIONS["aside"]


def _is_whereabouts(item: Token) -> bool:
    if item.dep_ != "nmod" or preposition(item) not in PREPOSITIONS["whereabouts"]:
        return False
    return is_place(item) or item.ent_type_ == "DATE"


def is_after_comma(clause: Token) -> bool:
    """True for a clause behind a comma, which restricts nothing."""
    edge = clause.left_edge
    return edge.is_punct or (edge.i > clause.sent.start and edge.nbor(-1).text == ",")


def _antecedent(counted: Counted) -> Token | None:
    """Return the noun that "three more", "of them", "of whom" refer to: the last plural of persons before;
    or None.
    """
    after = counted.head.doc[min(counted.head.i + 1, len(counted.head.doc) - 1)]
    if counted.noun is None and after.lower_ not in CUES["more"] and not _is_partitive(counted):
        return None
    for token in reversed(counted.head.doc[counted.head.sent.start : counted.head.i]):
        if token.pos_ != "NOUN" or token.tag_ != "NNS" or "person" not in noun_classes(token):
            continue
        whole = child(counted.head, "nmod") is not None  # "four of whom were hurt"
        acts = (
            not whole and token.dep_ == "nsubj" and token.head.is_ancestor(counted.head) and not is_passive(token.head)
        )
        if not acts or child(token.head, "obj") is None:
            return token
    return None


def _is_partitive(counted: Counted) -> bool:
    """True for "three of them"; the number in "from nine to 14" has another beside it."""
    parts = (item for item in children(counted.head, "nmod") if preposition(item) in PREPOSITIONS["part"])
    return any(item.pos_ != "NUM" and item not in counted.numeral for item in parts)


def amount_tokens(counted: Counted) -> set[int]:
    """Return the tokens of the amount with its bound words ("more than 7,500", "at least 12")."""
    inside = counted.numeral
    found = {token.i for token in inside}
    found |= _size_words(counted)
    for token in inside:
        found.update(
            part.i for item in token.children if item.dep_ in {"advmod", "case", "det"} for part in item.subtree
        )
    return found


def _size_words(counted: Counted) -> set[int]:
    """Return the tokens of "-strong", "-member" between an amount and the body that it is the size of."""
    end, noun = counted.numeral.end, counted.noun
    if noun is None or end + 1 >= noun.i or noun.doc[end].text != "-":
        return set()
    return {end, end + 1}


def _branch(token: Token, top: Token) -> Token:
    while token.head.i != top.i and token.head != token:
        token = token.head
    return token
