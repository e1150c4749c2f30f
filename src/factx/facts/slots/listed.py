"""Lists of gifts: who gives, or gets, a sum by its place beside it, with no verb of its own.

"Norway pledged $20m, Sweden $15m", "Italy, $4m; Peru (€2m)", "went to Mali ($4m) and Niger ($3m)",
"gave the museum $4m and the library $2m".
"""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Span, Token

from factx.facts.counts.counted import Counted, end_of, noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.giving import GIVING, is_body
from factx.facts.slots.actors import NAMED, can_act
from factx.facts.slots.recipient import subject_gets
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, first_conjunct, preposition

LIST_MARKS = frozenset({",", ";", ":", "(", "–", "—"})
BRACKET = "("
LONGEST_NAME = 4
"""Words of the last name of a series."""
NAMES = NAMED - {"NORP"}
OPENS_SUM = frozenset({"NUM", "SYM"})
NOT_IN_RECEIVER = frozenset({"ADP", "PUNCT", "VERB", "ADV", "CCONJ", "SCONJ", "PART"})


def gapped_giver(counted: Counted) -> Token | None:
    """Return who gives a later sum of a list that repeats no verb: "Norway pledged $20m, Sweden $15m"."""
    name, bridge = _name_before(counted)
    if name is None or (bridge == BRACKET and _is_to_get(name)) or paired_recipient(counted) is not None:
        return None
    if name.pos_ == "NOUN" and not is_body(name) and _receives_two(name):
        return None  # "gave the widow $9m, a nurse $4m"
    first = _first_word(name)
    if first.i == name.sent.start:
        return name if bridge else None
    before = first.nbor(-1)
    opens_list = bridge == BRACKET and before.lower_ in FUNCTION_WORDS["before_givers"]
    return name if opens_list or _parts_list(before) else None


def paired_recipient(counted: Counted) -> Token | None:
    """Return who gets a later sum: "lent Peru $9m and Chad $4m", "gave Peru $9m, Chad $4m and Laos $2m"."""
    name, bridge = _name_before(counted)
    if name is None or bridge:
        return None
    before = _word_before(_first_word(name))
    verb = _verb_before(name)
    if before is None or verb is None or not _receives_two(name):
        return None
    apart = any(item.text in LIST_MARKS for item in name.doc[verb.i + 1 : before.i + 1])
    if apart:
        return name if _is_in_series(name, verb) else None
    return name if before.dep_ == "cc" else None


def _is_in_series(name: Token, verb: Token) -> bool:
    """True within "gave Peru $9m, Chad $4m and Laos $2m", which an "and" closes."""
    words = list(takewhile(lambda item: item.text not in LIST_MARKS - {","}, verb.doc[verb.i + 1 : verb.sent.end]))
    joined = [item for item in words if item.dep_ == "cc"]
    plain = not any(item.pos_ in PREDICATES or item.pos_ == "ADP" for item in words[: name.i - verb.i])
    first = words[: joined[0].i - verb.i] if joined else []
    third = any(item.text == "," and item.nbor().ent_type_ == "LOC" for item in first)
    return plain and third and name.ent_type_ == "LOC" and name.i <= joined[0].i + LONGEST_NAME


def _verb_before(name: Token) -> Token | None:
    return next((item for item in reversed(name.doc[name.sent.start : name.i]) if item.pos_ in PREDICATES), None)


def _receives_two(name: Token) -> bool:
    """True behind a verb of giving with a receiver and a sum: "lent Peru $9m and Chad"."""
    verb = _verb_before(name)
    return verb is not None and has_lemma(verb, CUES["give"]) and _names_receiver(verb)


def _names_receiver(verb: Token) -> bool:
    """True if a noun stands between a verb and its sum, with nothing that would make it more than a name."""
    words = list(takewhile(lambda item: item.pos_ not in OPENS_SUM, verb.doc[verb.i + 1 : verb.sent.end]))
    nouns = any(item.pos_ in {"NOUN", "PROPN", "PRON"} and item.ent_type_ != "MONEY" for item in words)
    return nouns and not any(item.pos_ in NOT_IN_RECEIVER for item in words)


def _parts_list(word: Token) -> bool:
    return word.text in LIST_MARKS or word.dep_ == "cc"


def _word_before(word: Token) -> Token | None:
    return word.nbor(-1) if word.i > word.sent.start else None


def gapped_taker(counted: Counted, verb: Token | None) -> Token | None:
    """Return who gets, or needs, a later sum of a verb: Niger in "Mali received $9m, Niger $4m"; or None."""
    gets = verb is not None and (subject_gets(verb) or has_lemma(verb, GIVING["told_requested"]))
    return gapped_giver(counted) if gets else None


def bracketed_recipient(counted: Counted) -> Token | None:
    """Return who gets a sum in brackets: "went to Mali ($4m), Niger ($3m) and Chad ($2m)"; or None."""
    name, bridge = _name_before(counted)
    return name if name is not None and bridge == BRACKET and _is_to_get(name) else None


def goal_behind(counted: Counted) -> Token | None:
    """Return who gets a sum of a list: "$4m to Mali, $3m to Niger and $2m for widows"; or None."""
    doc, end = counted.head.doc, end_of(counted)
    if end >= counted.sent.end or doc[end].lower_ not in PREPOSITIONS["getting"] or doc[end].dep_ != "case":
        return None
    goal = doc[end].head
    party = is_body(goal) or "person" in noun_classes(goal)
    added = _adds_another(doc[end : counted.sent.end]) or (_goes_on(counted, doc[end]) and _is_added(counted))
    if goal.ent_type_ in NAMES:
        return goal if added or _goes_on(counted, doc[end]) else None
    return goal if party and (added or _is_for_others(goal, counted)) else None


def _is_for_others(goal: Token, counted: Counted) -> bool:
    """True for the orphans of "$4m to aid widows and $2m for orphans", parsed as those aided."""
    first = first_conjunct(counted.head)
    return first != counted.head and first.i < goal.head.i < counted.numeral.start


def _goes_on(counted: Counted, to: Token) -> bool:
    """True for a later sum of a list, in which the preposition behind it has stood before."""
    before = counted.head.doc[counted.sent.start : counted.numeral.start]
    mark = len(before) - 1 - (len(_opening(counted)) if _is_added(counted) else 0)
    again = any(word.lower_ == to.lower_ for word in before) and any(word.like_num for word in before)
    return again and mark >= 0 and _parts_list(before[mark])


def _opening(counted: Counted) -> list[Token]:
    before = counted.head.doc[counted.sent.start : counted.numeral.start]
    return list(takewhile(_opens_sum, reversed(before)))


def _is_added(counted: Counted) -> bool:
    """True for "another $5m", "a further $5m"."""
    return any(word.lower_ in FUNCTION_WORDS["added"] for word in _opening(counted))


def _adds_another(behind: Span) -> bool:
    """True for "to Mali and another $3m to Niger" behind a sum: another sum has a goal of its own."""
    words = [word.lower_ for word in behind]
    at = next((i for i, word in enumerate(words) if word in FUNCTION_WORDS["added"]), None)
    if at is None or behind[at].dep_ not in {"det", "amod"} or not any(map(_parts_list, behind[max(at - 2, 0) : at])):
        return False
    amount = takewhile(lambda item: item.lower_ not in PREPOSITIONS["getting"], behind[at + 1 :])
    size = sum(1 for _ in amount)
    return any(item.like_num for item in behind[at + 1 : at + 1 + size]) and words[0] in words[at + 1 + size :][:1]


def _is_to_get(name: Token) -> bool:
    """True for a name in a list of those to whom something goes."""
    return preposition(first_conjunct(name)) in PREPOSITIONS["getting"]


def _name_before(counted: Counted) -> tuple[Token | None, str]:
    """Return the last word of the name before a sum, if there is one, and the mark or word between."""
    span = counted.numeral
    doc, start = span.doc, span.sent.start
    index = span.start - 1
    while index > start and _opens_sum(doc[index]):
        index -= 1
    bridge = doc[index].lower_ if index > start and doc[index].lower_ in FUNCTION_WORDS["gap"] else ""
    index -= bool(bridge)
    if index < start:
        return None, bridge
    named = doc[index].ent_type_ in NAMES or (not bridge and _is_listed_party(doc[index]))
    return (_whole_name(doc[index]) if named else None), bridge


def _opens_sum(word: Token) -> bool:
    """True for "about", "another", "the remaining" before a sum."""
    return word.pos_ != "ADP" and word.lower_ in FUNCTION_WORDS["bound"] | FUNCTION_WORDS["remaining"]


def _whole_name(last: Token) -> Token:
    """Return "city" of "the city of Turku", else the word itself."""
    above = last.head
    is_name_of = last.dep_ == "nmod" and preposition(last) == "of" and above.i == last.left_edge.i - 1
    return above if is_name_of and is_body(above) else last


def _is_somebody(noun: Token) -> bool:
    """True for a person or firm with a word before it that says which: "an anonymous donor", "his wife"."""
    told = "person" in noun_classes(noun) or any(has_lemma(noun, GIVING[name]) for name in ("donor", "business"))
    return told and child(noun, "det", "nmod:poss") is not None


def _is_listed_party(noun: Token) -> bool:
    """True for a public body or charity of a list, behind another sum: "and the Dutch government $9m"."""
    if noun.pos_ != "NOUN" or noun.ent_type_ == "MONEY" or not (is_body(noun) or _is_somebody(noun)):
        return False
    before = _word_before(_first_word(noun))
    return (
        before is not None and _parts_list(before) and any(item.like_num for item in noun.doc[noun.sent.start : noun.i])
    )


def _first_word(name: Token) -> Token:
    """Return the first word of a name or noun, with its determiner and what describes it."""
    doc, first, start = name.doc, name.i, name.sent.start
    while first > start and (doc[first].ent_iob_ == "I" or _describes(doc[first - 1], name)):
        first -= 1
    while first > start and (doc[first - 1].pos_ == "DET" or doc[first - 1].tag_ == "PRP$"):
        first -= 1
    return doc[first]


def _describes(word: Token, noun: Token) -> bool:
    return noun.pos_ == "NOUN" and word.head == noun and word.dep_ in {"amod", "compound"}


def giver_beside(counted: Counted, status: str | None) -> Token | None:
    """Return who gives a sum by its place beside it: in a list without verbs, as its owner; or None."""
    return gapped_giver(counted) or beside_sum(counted, status)


def beside_sum(counted: Counted, status: str | None) -> Token | None:
    """Return who owns or gives a sum: "Norway's $5m is a loan", "$2m from Oman", "$3m by the emir"."""
    span, doc = counted.numeral, counted.head.doc
    before, after = span.start - 1, max(span.end, counted.head.i + 1)
    if before > span.sent.start and doc[before].tag_ == "POS" and doc[before - 1].ent_type_ == "LOC":
        return doc[before - 1]
    if (
        status != "withheld"
        and after + 1 < span.sent.end
        and doc[after].lower_ == "from"
        and (doc[after + 1].ent_type_ == "LOC" or can_act(doc[after].head))
    ):
        return doc[after + 1] if doc[after + 1].ent_type_ == "LOC" else doc[after].head
    by = doc[after].head if after + 1 < span.sent.end and doc[after].lower_ == "by" else None
    return by if by is not None and by.dep_ == "nmod" and can_act(by) else None
