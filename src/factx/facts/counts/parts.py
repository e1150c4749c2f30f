"""Part and whole: "two of them", "one of the six men", "of the nine cows, five".

What is told of a part is not told of the whole, but what stands right behind the whole is: "one of
the six men hurt".
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CARRIERS, CUES, FUNCTION_WORDS, INDEFINITE, PREPOSITIONS
from factx.facts.relations import of_them, of_what, stands_behind_addition, verb_over
from factx.facts.words import has_lemma
from factx.model import PARTICIPLES, SUBJECTS, child, children, preposition

AMONG, INCLUDING, OUT = "among", "including", "out"
MOST_BETWEEN = 5
"""Words before a number among which "of which" stands: "of which as much as"."""


def is_some_of_them(counted: Counted) -> bool:
    """True for "two of them", also where the parse ties the number to what they are ("six of them women")."""
    if counted.noun is not None and counted.noun.pos_ == "PRON":
        return True
    doc, end = counted.head.doc, counted.numeral.end
    behind = doc[end : min(end + 2, counted.sent.end)]
    return len(behind) > 1 and behind[0].lower_ == "of" and behind[1].lower_ in FUNCTION_WORDS["of_whom"]


def is_named_among(counted: Counted) -> bool:
    """True for some of those told of who are only named: "seven, among them a nurse, were held"."""
    doc, end = counted.head.doc, counted.numeral.end if counted.noun is None else counted.noun.i + 1
    first = counted.numeral.start
    if first - 3 < counted.sent.start or end >= counted.sent.end or doc[end].text != ",":
        return False
    before = [word.lower_ for word in doc[first - 3 : first]]
    return before[:2] == [",", "among"] and before[2] in FUNCTION_WORDS["of_whom"]


def has_own_day(counted: Counted) -> bool:
    """True for "three of them on Sunday", "two of them in Oslo", said with a day or a place right behind."""
    at = counted.numeral.end + 2
    if (
        not is_some_of_them(counted)
        or at + 1 >= counted.sent.end
        or counted.head.doc[at].lower_ not in PREPOSITIONS["own_day"]
    ):
        return False
    day = counted.head.doc[at].head
    tied = day.head in (counted.head, counted.head.head) and child(day, "nmod:poss") is None  # not "in their 20s"
    return day.i > at and day.ent_type_ in {"DATE", "TIME", "LOC"} and tied


def is_of_part(head: Token, told: Token) -> bool:
    """True for a day or place right behind "two of them": "nine were held, two of them on Sunday"."""
    ways = (
        _is_of_example,
        _is_of_part_before,
        _is_in_clause_of_part,
        _is_inside_another,
        _is_of_added,
        _is_right_behind_part,
    )
    return any(is_so(head, told) for is_so in ways)


def _is_right_behind_part(head: Token, told: Token) -> bool:
    """True for the Sunday of "nine were held, two of them on Sunday"."""
    doc, of = told.doc, told.i - 3
    while of > head.i and told.i - of < MOST_BETWEEN:
        if doc[of].lower_ == "of" and doc[of + 1].lower_ in FUNCTION_WORDS["of_whom"]:
            part = doc[of - 1] != head and doc[of - 1].lower_ not in FUNCTION_WORDS["all_of"]
            aside = any(item.is_punct for item in doc[max(of - 3, 0) : of - 1])
            return part and aside and doc[of + 2].lower_ in PREPOSITIONS["own_day"]
        of -= 1
    return False


def _is_inside_another(head: Token, told: Token) -> bool:
    """True for the Lae of "nine, two of them in a landslide in Lae", and of "9,000, out of 40,000 in Lae"."""
    above = told.head
    if above.i != head.i and _is_whole_behind(above):
        return True
    nested = told.dep_ == "nmod" and above.i > head.i and above.pos_ == "NOUN"
    return nested and is_of_part(head, above)


def _is_whole_behind(word: Token) -> bool:
    """True for the 5 million of "1 million, out of 5 million in Mali"."""
    counted = word.pos_ == "NUM" or child(word, "nummod") is not None
    return counted and word.dep_ in {"nmod", "obl"} and (preposition(word) or "").split(" ")[0] == OUT


def _is_of_added(head: Token, told: Token) -> bool:
    """True for a day or place of others added: "six died in May, on top of nine in April"."""
    doc, first = told.doc, told.sent.start
    if told.i < head.i:
        starts = range(head.left_edge.i, head.i + 1) if head.pos_ == "NUM" else ()
        return any(stands_behind_addition(doc, at, first, "on_top") for at in starts)
    number = told.left_edge.i - 1
    return number > head.i and doc[number].pos_ == "NUM" and stands_behind_addition(doc, number, first, "on_top")


def _is_of_part_before(head: Token, told: Token) -> bool:
    """True for the place of an aside before the count: "9,000 fled, half of them in Sofala, and six died"."""
    doc, at, end = told.doc, told.left_edge.i, told.right_edge.i + 1
    if head.i <= end or at < told.sent.start + 2 or doc[at].lower_ not in PREPOSITIONS["own_day"]:
        return False
    of_them = doc[at - 1].lower_ in FUNCTION_WORDS["of_whom"] and doc[at - 2].lower_ == "of"
    return of_them and doc[end].text == "," and not any(doc[at - 3].is_ancestor(item) for item in (head, head.head))


def _is_in_clause_of_part(head: Token, told: Token) -> bool:
    """True for when and where some of them do something: "900 fled, of whom 40 came back on Monday"."""
    doc = told.doc
    for of in range(head.i + 1, told.left_edge.i - 2):
        if doc[of].lower_ == "of" and doc[of + 1].tag_ == "WP":
            some = doc[of - 1] != head and doc[of - 1].lower_ not in FUNCTION_WORDS["all_of"]
            verb = verb_over(told)
            return some and verb is not None and of < verb.i < told.i
    return False


def _is_of_example(head: Token, told: Token) -> bool:
    """True for a day or place right behind "including two", "among them some 90"."""
    doc, at = told.doc, told.left_edge.i
    start = at
    while start > head.i + 1 and (doc[start - 1].pos_ == "NUM" or doc[start - 1].lower_ in FUNCTION_WORDS["bound"]):
        start -= 1
    return start < at and doc[at].lower_ in PREPOSITIONS["own_day"] and opens_example(doc, start - 1)


def opens_example(doc: Doc, last: int) -> bool:
    """True if "including", "among them" or "among whom" ends at a token."""
    if doc[last].lower_ in FUNCTION_WORDS["of_whom"]:
        return last > 0 and doc[last - 1].lower_ == AMONG
    return doc[last].lower_ == INCLUDING


def are_of_the_hurt(counted: Counted) -> bool:
    """True for some of those hurt: "12 of the 30 injured", "nine of the 20 riders hurt"."""
    whole = of_them(counted.head)
    told = [] if whole is None else [whole, *children(whole, "acl", "amod", "nmod", "acl:relcl")]
    return any(has_lemma(item, CUES["hurting"]) for item in told)


def is_shared_out(head: Token) -> bool:
    """True if what is told is told of some of the counted: "most of the 40 miners"."""
    above = of_what(head)
    return above is not None and has_lemma(above, CARRIERS["share"])


def whole_of(part: Token) -> Token | None:
    """Return the number or counted noun right behind "one of", however the parse ties it; or None."""
    doc, of = part.doc, part.i + 1
    if part.pos_ != "NUM" or of + 1 >= len(doc) or doc[of].lower_ != "of" or doc[of].dep_ != "case":
        return None
    whole = doc[of].head
    return whole if whole.pos_ == "NUM" or child(whole, "nummod") is not None else None


def part_of(whole: Token) -> Token | None:
    """Return the "one" of "one of the six men", or None."""
    of = child(whole, "case")
    part = of.nbor(-1) if of is not None and of.i > whole.sent.start else None
    return part if part is not None and whole_of(part) == whole else None


def told_of_whole(part: Token) -> Token | None:
    """Return "injured" in "one of four injured", "one of the six men injured", said of them all; or None."""
    whole = whole_of(part)
    if whole is None or whole.i + 1 >= len(whole.doc):
        return None
    told = whole.nbor()
    if told.tag_ not in PARTICIPLES and told.lower_ not in CUES["state_of_persons"]:
        return None
    if whole.pos_ == "NUM":
        return told if told.head == part and told.dep_ in {"acl", "amod", "nmod"} else None
    is_clause = told.dep_ in {"acl", "acl:relcl"} and child(told, "cop", "aux", "aux:pass", "obj") is None
    return told if is_clause else None


def is_whole(noun: Token, counted: Counted) -> bool:
    """True if what is said of the noun is said of all, not of the part ("one of five men arrested")."""
    if noun.dep_ != "nmod" or noun.pos_ == "PRON" or noun.i in range(counted.numeral.start, counted.numeral.end):
        return False
    if noun.pos_ == "NUM" or any(item.i >= counted.numeral.end for item in children(noun, "nummod")):
        return True
    determiner = child(noun, "det")
    definite = determiner is not None and determiner.i >= counted.numeral.end and determiner.lower_ not in INDEFINITE
    return definite and counted.amount.value == 1


def wholes_in_front(part: Token) -> list[Token]:
    """Return those of whom a subject is a part: the cows of "of the nine cows, five were killed"."""
    if part.dep_ not in SUBJECTS:
        return []
    before = (item for item in children(part.head, "obl", *SUBJECTS) if item.i < part.i)
    return [item for item in before if preposition(item) == "of"]


def is_whole_in_front(item: Counted) -> bool:
    """True for all those of whom some are told, unless a clause tells of them all, too.

    "Of the 40 people on the buses, four were killed"; not "of the 48 who signed, 31 have ratified it".
    """
    head = item.head
    if child(head, "acl", "acl:relcl") is not None:
        return False
    parts = (part for part in children(head.head, *SUBJECTS) if part.pos_ == "NUM" and part.i < head.head.i)
    return any(head in wholes_in_front(part) for part in parts)


def is_of_which(counted: Counted) -> bool:
    """True for a part of the sum before it: "gave $9m, of which some $2m will go to schools"."""
    doc, start = counted.head.doc, counted.numeral.start
    before = [token.lower_ for token in doc[max(counted.sent.start, start - MOST_BETWEEN) : start]]
    return any(one == "of" and two in FUNCTION_WORDS["of_sum"] for one, two in pairwise(before))


def is_sum_of_parts(head: Token) -> bool:
    """True for a sum of which a part is told: "$4m of the $9m", "a third of the $9 million"."""
    part = head.head
    if head.dep_ != "nmod" or preposition(head) != "of":
        return False
    is_sum = part.like_num or part.pos_ in {"NUM", "SYM"}
    named = any(item.ent_type_ == "MONEY" for item in children(part, "nummod", "compound"))
    return is_sum or named or has_lemma(part, CUES["number_word"] | CARRIERS["share"])
