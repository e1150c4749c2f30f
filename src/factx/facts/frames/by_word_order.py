"""Frames read off the word order, for parses that went astray: the verb group beside the phrase."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.facts.counts.counted import Counted
from factx.facts.counts.parts import is_whole, told_of_whole
from factx.facts.cues import CUES, EVENT_WORDS, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.frame import Frame
from factx.facts.frames.by_parse import shared_object, shared_verb
from factx.facts.frames.shared_voice import shares_object
from factx.facts.relations import group_told_of
from factx.facts.words import IRREGULAR, has_lemma
from factx.model import (
    FINITE,
    PARTICIPLES,
    PREDICATES,
    ancestors,
    child,
    children,
    first_conjunct,
    is_passive,
    preposition,
)

REACH = 4
"""Tokens behind the phrase among which its verb is looked for: auxiliaries and adverbs take no more."""
LONGEST_ASIDE = 10
"""Tokens of an aside between commas: a longer one may hold clauses, and the verb behind it another subject."""
OPENS_OBJECT = frozenset({"NUM", "NOUN", "PROPN", "PRON", "DET"})
INVERTED = frozenset({"predicate", "nsubj:pass"})
GOES_ON = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON"})
"""Word classes behind a word that show it is no state of the persons before it: "two arrested a man"."""
BRACKETS = {"(": ")", "—": "—", "–": "–", "--": "--"}
AND = "and"
BE = "be"
JOINS = frozenset({"CCONJ", "PUNCT", "ADV"})
"""Word classes between two states of the same persons ("shot and fatally wounded")."""
BEFORE_OBJECT = frozenset({"ADJ", "ADV", "VERB"})
"""Parts of speech that may describe an object before its noun ("killed fleeing villagers")."""
ATTRIBUTES = frozenset({"amod", "compound", "acl", "acl:relcl", "advcl"})
OPENS_PHRASE = frozenset({"det", "nummod", "amod", "compound", "nmod:poss"})
PASSED_OVER = frozenset({"ADV", "DET", "PART"})


def frames_after(counted: Counted) -> Iterator[Frame]:
    """Yield ``nsubj`` or ``nsubj:pass`` of the verb group behind the phrase, ``predicate`` of a state."""
    token = counted.noun if counted.noun is not None else counted.head
    if counted.head.dep_ in {"nmod", "nmod:poss"} or is_whole(token, counted):
        return
    doc, passive = token.doc, False
    last = max(token.i, counted.numeral.end - 1) if counted.amount.kind == "count" else token.i
    verb = likewise_verb(counted) or _verb_behind_bracket(counted, last + 1)
    if verb is not None:
        yield from shared_verb(verb)
        return
    if (state := state_in_front(counted)) is not None:
        found = state.nbor().lower_ in CUES["state_of_persons"]
        yield Frame("predicate", state.nbor() if found else state)
        if not found:
            yield Frame("nsubj:pass", state)
        return
    if _is_said_of(counted, doc, last + 1, token.sent.end):
        yield Frame("predicate", doc[last + 1])
        return
    for word in _after(counted, last):
        if word.lemma_.lower() in FUNCTION_WORDS["auxiliary"]:
            passive = passive or word.lemma_.lower() in FUNCTION_WORDS["passive_auxiliary"]
        elif word.pos_ not in PASSED_OVER and word.ent_type_ != "DATE":
            yield from _said_by(word, passive)
            return


def _said_by(word: Token, passive: bool) -> Iterator[Frame]:
    """Yield the frames of the word that a verb group ends in: a participle, an adjective, "among"."""
    if word.tag_ in {"VBN", "VBD"}:
        yield Frame("nsubj:pass" if passive else "nsubj", word)
        if not passive and not _has_object_after(word):
            yield Frame("headline", word)
    elif passive and word.tag_ == "JJ":
        yield Frame("predicate", word)
    elif passive and word.lower_ == "among":
        yield Frame("nmod:among", word.head)


def _after(counted: Counted, last: int) -> Iterator[Token]:
    """Yield the few words behind a phrase among which its verb is, without asides and "more"."""
    doc, limit = counted.head.doc, counted.sent.end
    index = last + 1
    if index < limit and counted.noun is None and doc[index].lower_ in CUES["more"]:
        index += 1
    left = REACH
    while index < limit and left:
        if doc[index].text == ",":
            index = _behind_aside(doc, index, limit, counted)
            continue
        yield doc[index]
        index, left = index + 1, left - 1


def _behind_aside(doc: Doc, comma: int, limit: int, counted: Counted) -> int:
    """Return where the clause goes on behind an aside that a comma opens, or closes; else the end."""
    first = counted.numeral.start
    while first > counted.sent.start and doc[first - 1].lower_ in FUNCTION_WORDS["bound"]:
        first -= 1
    if first > 0 and doc[first - 1].text == "," and _goes_on(doc, comma + 1, limit):
        numbers = any(item.pos_ == "NUM" and not item.ent_type_ for item in doc[counted.sent.start : first])
        return limit if counted.singular or numbers else comma + 1
    closing = next((i for i in range(comma + 1, min(comma + LONGEST_ASIDE, limit)) if doc[i].text == ","), None)
    return closing + 1 if closing is not None and _goes_on(doc, closing + 1, limit) else limit


def _goes_on(doc: Doc, index: int, limit: int) -> bool:
    """True if a finite verb group, or "among", stands there, so that the clause goes on."""
    if index >= limit:
        return False
    word = doc[index]
    return word.tag_ in {"VBD", "VBP", "VBZ", "MD"} or word.lower_ == "among"


def likewise_verb(counted: Counted) -> Token | None:
    """Return the verb that "as were the cook and four soldiers", "and so did a guard" share; or None."""
    doc, sent, first = counted.head.doc, counted.sent, _first_of_list(counted)
    if first - 2 <= sent.start or doc[first - 1].lower_ not in FUNCTION_WORDS["inverting"]:
        return None
    if doc[first - 2].lower_ not in FUNCTION_WORDS["likewise"]:
        return None
    before = reversed(doc[sent.start : first - 2])
    return next((item for item in before if item.pos_ in {"VERB", "ADJ"} and item.dep_ not in ATTRIBUTES), None)


def _verb_behind_bracket(counted: Counted, index: int) -> Token | None:
    """Return the verb that "a clerk (he was not named)" shares with those behind him; or None."""
    doc, limit = counted.head.doc, counted.sent.end
    if index >= limit or doc[index].text not in BRACKETS:
        return None
    closing = next((i for i in range(index + 1, limit) if doc[i].text == BRACKETS[doc[index].text]), limit)
    if closing + 2 >= limit or doc[closing + 1].lower_ != AND:
        return None
    others = (item for item in doc[closing + 2 : limit] if item.dep_ in {"nsubj", "nsubj:pass"})
    other = next((item for item in others if item.left_edge.i == closing + 2), None)
    return other.head if other is not None and other.head.pos_ in PREDICATES else None


def _first_of_list(counted: Counted) -> int:
    """Return where the list begins that the phrase is in, with the bound words before it."""
    listed = first_conjunct(counted.head)
    if any(word.tag_ in FINITE for word in counted.head.doc[listed.i : counted.head.i]):
        listed = counted.head  # "killed were four women; hurt were nine men"
    states = CUES["state_of_persons"]
    opening = [
        item.i for item in children(listed, *OPENS_PHRASE) if item.tag_ not in PARTICIPLES and item.lower_ not in states
    ]
    first = min(counted.numeral.start, listed.i, *opening)
    while first > counted.sent.start and counted.head.doc[first - 1].lower_ in FUNCTION_WORDS["bound"]:
        first -= 1
    return first


def state_in_front(counted: Counted) -> Token | None:
    """Return what is said in front of "were": "also arrested were two", "in custody, he said, are …"."""
    doc, copula = counted.head.doc, _first_of_list(counted) - 1
    start = _start_of_clause(doc, counted.sent.start, copula)
    if copula <= start or doc[copula].lemma_.lower() != BE or doc[copula].tag_ not in FINITE:
        return None
    before = _without_aside(list(doc[start:copula]))
    while before and before[0].pos_ in {"ADV", "CCONJ"}:
        before.pop(0)
    if not before or any(item.tag_ in FINITE for item in before[1:]):
        return None
    if len(before) == 2 and preposition(before[1]) in PREPOSITIONS["custody"]:
        return before[1]
    if before[0].tag_ not in PARTICIPLES and before[0].lower_ not in CUES["state_of_persons"]:
        return None
    fits = len(before) == 1 or before[1].pos_ in {"ADP", "ADV"} or before[1].lower_ in CUES["state_of_persons"]
    return before[0] if fits else None


def _start_of_clause(doc: Doc, start: int, copula: int) -> int:
    """Return where "hurt were nine" begins behind "four died, and", else where its sentence does."""
    mark = copula - 2
    opened = mark > start and (doc[mark].text == ";" or doc[mark].pos_ == "CCONJ")
    return mark + 1 if opened and any(word.tag_ in FINITE for word in doc[start:mark]) else start


def _without_aside(words: list[Token]) -> list[Token]:
    """Return the words before "…, police said," at their end, else all."""
    if words[-1].text != ",":
        return words
    opening = next((at for at, word in enumerate(words[:-1]) if word.text == ","), len(words))
    verbs = [word for word in words[opening:] if word.tag_ in FINITE]
    return words[:opening] if len(verbs) == 1 and has_lemma(verbs[0], CUES["report"]) else words


def _is_said_of(counted: Counted, doc: Doc, index: int, limit: int) -> bool:
    """True for a state of persons with no noun behind it ("17 injured", "six shot, one of them fatally")."""
    if index >= limit:
        return False
    following = doc[index + 1].pos_ if index + 1 < limit else ""
    if doc[index].lower_ in CUES["fatally"]:
        return following not in PREDICATES
    if _has_noun_for_object(doc[index]):
        return False  # "in Bari, 3 killed 14 people"
    return counted.noun is None and doc[index].lower_ in CUES["state_of_persons"] and following not in GOES_ON


def _has_noun_for_object(verb: Token) -> bool:
    """True for a verb with a noun behind it that it acts on, so that it's no state: "killed 14 people"."""
    return any(item.pos_ == "NOUN" and item.i > verb.i for item in children(verb, "obj"))


def _has_object_after(verb: Token) -> bool:
    """True if an object follows ("killed five people", "killed unarmed men"), so that the verb is active."""
    if child(verb, "obj") is not None or shares_object(verb):
        return True
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if word.ent_type_ == "DATE" or word.dep_ == "obl:unmarked":
            return False  # "killed last week"
        if word.pos_ in OPENS_OBJECT or word.lower_ in FUNCTION_WORDS["bound"]:
            return True
        if word.pos_ not in BEFORE_OBJECT:
            return False
    return False


def _is_bare_to(token: Token) -> bool:
    """True for the "to" of "raised to $3m", which is none of "up to $3m"."""
    return token.lower_ == "to" and (token.i == 0 or token.nbor(-1).lower_ not in FUNCTION_WORDS["bound"])


def _is_verb(token: Token) -> bool:
    """True for a verb, whatever the tagger says of "shot" and "wounds" before a number."""
    if token.pos_ == "VERB" or token.lower_ in IRREGULAR:
        return token.pos_ != "NOUN" or token.nbor().lower_ not in PREPOSITIONS["part"]
    if token.dep_ in {"ROOT", "compound"} and has_lemma(token, EVENT_WORDS["arresting"]):
        before = token.nbor(-1) if token.i > token.sent.start else None
        return before is not None and before.dep_ == "compound" and before.left_edge.dep_ != "det"  # "Police arrest 9"
    return token.tag_ == "NNS" and has_lemma(token, EVENT_WORDS["harming"])


def is_of_another(frame: Frame, counted: Counted) -> bool:
    """True for what is said of another number: of the whole, or in "1 dead, 3 hurt"."""
    own = state_in_front(counted) if frame.name in INVERTED else None
    if own is not None and own.lower_ in CUES["state_of_persons"] and frame.trigger != own:
        return True  # "killed were four, and hurt were nine"
    return frame.trigger == told_of_whole(counted.head) or _is_beside_another(frame.trigger, counted)


def _is_beside_another(trigger: Token, counted: Counted) -> bool:
    """True for a state behind another number, or where another follows the phrase: "1 dead, 3 hurt"."""
    states = CUES["state_of_persons"]
    if trigger.lower_ not in states or group_told_of(counted.head) in {trigger, trigger.head}:
        return False
    noun = counted.noun if counted.noun is not None else counted.head
    doc, own = trigger.doc, max(noun.i, counted.numeral.end - 1) + 1
    if own < len(doc) and doc[own].pos_ == "ADV":
        own += 1
    if own < len(doc) and doc[own].lower_ in states:
        between = doc[own : trigger.i]
        return own > trigger.i or not all(word.lower_ in states or word.pos_ in JOINS for word in between)
    if counted.head.head == trigger and _has_noun_for_object(trigger):
        return False  # "in Bari, 3 killed 14 people"
    before = trigger.i - 1
    return before >= 0 and doc[before] not in counted.numeral and _is_bare_count(doc[before])


def _is_bare_count(number: Token) -> bool:
    """True for a number that may count people: of no name or date, "on Highway 12", and no age."""
    if number.pos_ != "NUM" or first_conjunct(number).ent_type_ or number.dep_ == "flat":
        return False  # "on May 3 and 4 killed two"
    return not any(item.lower_ in FUNCTION_WORDS["of_age"] for item in ancestors(number))  # "two aged 12 drowned"


def _brings_in(name: str, verb: Token) -> bool:
    """True for "in" that is no preposition: "trucked in 90 tents", not "came in 90 trucks"."""
    no_object = child(verb, "obj") is None and not is_passive(verb) and verb.tag_ not in {"VBN", "NN"}
    return name == "obl:in" and no_object and has_lemma(verb, CUES["carrying_in"])


def frames_before(counted: Counted) -> Iterator[Frame]:
    """Yield ``obj`` of the verb before the amount, ``obl:PREP`` with a preposition between."""
    doc, span = counted.head.doc, counted.numeral
    index, first = span.start - 1, span.sent.start
    while index >= first and doc[index].lower_ in FUNCTION_WORDS["bound"] and not _is_bare_to(doc[index]):
        index -= 1
    name = "obj"
    if index > first and doc[index].pos_ == "ADP":
        name, index = f"obl:{doc[index].lower_}", index - 1
    if index > first and doc[index].dep_ == "amod" and doc[index - 1].dep_ in {"det", "nmod:poss"}:
        return  # "a promised $3m grant"
    if index >= first and _is_verb(doc[index]):
        yield Frame(name, doc[index])
        if name == "obj":
            yield from shared_object(doc[index])
        elif _brings_in(name, doc[index]):
            yield Frame("obj", doc[index])
