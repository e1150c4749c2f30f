"""Counts whose verb or noun is said once: later members of a list, former values, "12 more".

Each takes the rule and the frame of the match before it, with its noun; place and time are its own:
those right behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from factx.facts.counted import ALONE, Counted, one, start_of
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.former import is_former
from factx.facts.graded import is_graded_apart
from factx.facts.matches import Match
from factx.facts.tolls import is_another_figure
from factx.facts.words import has_lemma
from factx.model import PREDICATES, SUBJECTS, entity_at, is_negated, preposition, subject, token_indices

TokenSpan = tuple[int, int]
GIVERS = frozenset({"LOC", "ORG", "NORP", "PERSON"})
NEAR = frozenset({"in", "at", "near"})
"""Prepositions of places, of which members of a list may have one each."""
NO_SETTING = frozenset({"for", "from", "with"})
"""Prepositions of charge, home and company, which tell no place or time of an event."""
GIVEN = frozenset({"obj", "iobj"})
"""Frames of what somebody gives or sends, so that another may give the next amount."""
DONE_TO = frozenset({"killed", "injured", "arrest", "missing"})
"""Kinds of which the subject is more often an event than somebody."""


def continuing(doc: Doc, counts: Sequence[Counted], found: Sequence[Match]) -> list[Match]:
    """Return the matches of counts without verb and noun that continue a match before them."""
    matched = {match.counted.amount.start_char: match for match in found}
    latest: dict[str, Match] = {}
    added: list[Match] = []
    for item in sorted([*counts, *_pronouns(doc, counts)], key=lambda item: item.amount.start_char):
        last = latest.get(item.amount.kind)
        match = matched.get(item.amount.start_char)
        open_ = match is None or _is_loose(match) or _is_part_apart(item)
        if open_ and last is not None and last.counted.sent.start == item.sent.start:
            like = _like(item, last)
            added.extend([like] if like is not None else [])
            match = like or match
        if match is not None and item.amount.high != 0:
            latest[item.amount.kind] = match
    return added


def _is_loose(match: Match) -> bool:
    """True for a sum that is a gift only because the text beside it tells of giving."""
    return "amid" in match.rule.frames


def _like(item: Counted, last: Match) -> Match | None:
    """Return the match of a count that continues the last one, perhaps with a giver of its own; or None."""
    giver = _giver_before(item, last)
    if giver is not None:
        return Match(item, last.frame, last.rule, like=last, giver=giver)
    place = _place_before(item, last)
    if place is not None:
        return Match(item, last.frame, last.rule, like=last, place=place)
    return Match(item, last.frame, last.rule, like=last) if _continues(item, last) else None


def _place_before(item: Counted, last: Match) -> TokenSpan | None:
    """Return the tokens of the place right before a count: "and in Cusco nine"; or None."""
    doc, sent, end = item.head.doc, item.sent, start_of(item)
    if item.amount.kind != "count" or item.noun is not None or is_negated(last.frame.trigger):
        return None
    start = end
    while start > sent.start and doc[start - 1].ent_type_ == "LOC":
        start -= 1
    since, after = last.counted.numeral.end, item.numeral.end
    if start == end or start - 2 < since or doc[start - 1].lower_ not in NEAR:
        return None
    goes_on = after < sent.end and not doc[after].is_punct and doc[after].lower_ not in FUNCTION_WORDS["list_mark"]
    if goes_on or doc[start - 2].lower_ not in FUNCTION_WORDS["list_mark"]:
        return None
    return None if any(_is_event(token, last) for token in doc[since:start]) else (start, end)


def _giver_before(item: Counted, last: Match) -> TokenSpan | None:
    """Return the tokens of the name right before an amount, which gives it as another gave the last."""
    doc, index, sent = item.head.doc, start_of(item) - 1, item.sent
    bare = item.amount.kind != "count" or item.classes == ALONE
    given = last.frame.name in GIVEN and last.rule.agents
    if not bare or not (given or _is_had(last)):
        return None
    if index > sent.start and doc[index].text == ",":
        index -= 1
    name = entity_at(doc, index)
    if name is None or name.start < sent.start or name.end != index + 1 or name.label_ not in GIVERS:
        return None
    doer = subject(last.frame.trigger)
    if last.rule.kind in DONE_TO and (doer is None or doer.ent_type_ not in GIVERS):
        return None  # "the quake killed 30 in Japan, South Korea 12"
    return (name.start, name.end) if _stands_in_list(name, item, last) else None


def _is_had(last: Match) -> bool:
    """True for what somebody has, told by its noun alone: "the bloc has 22 members", "Fiji has 90 troops"."""
    head = last.first.counted.head
    return last.frame.name == "class" and head.dep_ == "obj" and has_lemma(head.head, CUES["having"])


def _stands_in_list(name: Span, item: Counted, last: Match) -> bool:
    """True if a name opens a member of the list that the last match is in, with no verb of its own."""
    doc = name.doc
    before = name.start - 1
    while before > name.sent.start and doc[before].pos_ in {"DET", "ADJ"}:
        before -= 1  # "and tiny Malta 4 million"
    if before <= last.counted.numeral.start or doc[before].lower_ not in FUNCTION_WORDS["list_mark"]:
        return False
    words = [*doc[last.counted.numeral.end : before], *_until_mark(doc, item.numeral.end, item.sent.end)]
    return not any(_is_event(token, last) for token in words)


def _continues(item: Counted, last: Match) -> bool:
    if is_negated(last.frame.trigger) or item.amount.kind != "count":
        return False
    if item.classes != ALONE:
        told = _is_listed(item, last) or is_graded_apart(item, last.frame.trigger)
        listed = _is_one_person(item) and last.rule.singular and told
        return listed and not _has_own_verb(item, last)
    if _has_own_verb(item, last):
        return False
    if is_graded_apart(item, last.frame.trigger):
        return True
    ways = is_more(item) or is_former(item) or _is_part_apart(item) or is_another_figure(item.head)
    return ways or _is_listed(item, last)


def _is_one_person(item: Counted) -> bool:
    """True for the last of "three herders in Asti, two in Alba and a nun in Bra"."""
    return item.singular and item.noun == item.head and "person" in item.classes


def _has_own_verb(item: Counted, last: Match) -> bool:
    """True if the count is subject or object of another verb than the match before it."""
    verb = item.head.head
    if is_more(item) and _verb_behind(item) not in {None, last.frame.trigger}:
        return True
    if verb == item.head or verb.pos_ not in PREDICATES or verb == last.frame.trigger:
        return False
    if verb.is_ancestor(last.frame.trigger) and item.head.dep_ not in SUBJECTS:
        return False
    return item.head.dep_ in SUBJECTS | {"obj"} and verb.i > last.frame.trigger.i


def _verb_behind(item: Counted) -> Token | None:
    """Return the verb right behind "12 more", whatever the parse makes of it, or None."""
    sent = item.sent
    for word in item.head.doc[item.numeral.end + 1 : sent.end]:
        if word.pos_ in PREDICATES and word.tag_ in {"VBD", "VBN", "VBP", "VBZ", "MD"}:
            return word
        if word.pos_ != "ADV":
            return None
    return None


def is_more(item: Counted) -> bool:
    """True for "12 more"."""
    doc, after = item.head.doc, item.numeral.end
    return after < len(doc) and doc[after].lower_ in CUES["more"]


def is_noun_before(item: Counted) -> bool:
    """True for a number whose noun is said before it: "arrested 90 men, against 40 in May"."""
    return item.noun is not None and item.noun.i < item.numeral.start and not item.noun.is_ancestor(item.numeral.root)


def _is_listed(item: Counted, last: Match) -> bool:
    """True for a member of a list that names its own place, time or charge as the one before it does."""
    doc, start, sent = item.head.doc, start_of(item), item.sent
    if start <= sent.start or doc[start - 1].lower_ not in FUNCTION_WORDS["list_mark"]:
        return False
    since = last.counted.numeral.end
    if any(_is_event(token, last) for token in doc[since:start]):
        return False
    after = _behind_aside(_end(item), sent)
    if after < sent.end and doc[after].lower_ in CUES["more"]:
        after += 1
    if after >= sent.end or any(_is_event(token, last) for token in _until_mark(doc, after, sent.end)):
        return False
    word = doc[after]
    if word.ent_type_ == "DATE" and word.lower_ not in PREPOSITIONS["gap"]:
        return any(token.ent_type_ == "DATE" for token in doc[sent.start : start])
    if _is_goal(word, last):
        return any(token.lower_ == word.lower_ for token in doc[since:start])
    return word.lower_ in PREPOSITIONS["gap"] and _is_alike(word, doc[sent.start : start])


def _is_alike(word: Token, before: Span) -> bool:
    """True if a phrase before opens as this one does: both in places, or with the same preposition."""
    alike = NEAR if word.lower_ in NEAR else {word.lower_}
    return any(token.lower_ in alike for token in before)


def _is_goal(word: Token, last: Match) -> bool:
    """True for where others of them went: "sent 90 to Oslo and 40 to Bergen"."""
    return last.rule.goals and word.dep_ == "case" and word.lower_ in PREPOSITIONS["goal"]


def _end(item: Counted) -> int:
    """Return where the amount ends, or with one person his noun."""
    return item.head.i + 1 if item.singular and item.noun is not None else item.numeral.end


def _behind_aside(index: int, sent: Span) -> int:
    """Return where a phrase goes on behind who it is: "and one, a nurse, in Puno"; else the same place."""
    doc = sent.doc
    if index + 1 >= sent.end or doc[index].text != "," or doc[index + 1].lower_ not in {"a", "an"}:
        return index
    closing = next((i for i in range(index + 1, sent.end) if doc[i].is_punct), sent.end)
    told = any(word.pos_ in PREDICATES for word in doc[index:closing])
    return index if told or closing + 1 >= sent.end or doc[closing].text != "," else closing + 1


def _is_part_apart(item: Counted) -> bool:
    """True for some of those counted with their own place or day: ", nine of them in Lyon"."""
    doc, before = item.head.doc, start_of(item) - 1
    if item.noun is None or item.noun.pos_ != "PRON" or before < item.sent.start or doc[before].text != ",":
        return False
    words = doc[item.noun.i + 1 : item.sent.end]
    if not len(words) or not (words[0].ent_type_ == "DATE" or words[0].lower_ in PREPOSITIONS["gap"] - NO_SETTING):
        return False
    named = next((word for word in words if word.ent_type_ or word.pos_ == "VERB" or word.is_punct), words[0])
    return named.ent_type_ in {"DATE", "LOC"}


def _is_event(token: Token, last: Match) -> bool:
    """True for a verb of a clause of its own, other than the one that governs the list."""
    if token.pos_ not in PREDICATES or token == last.frame.trigger or token.head == last.frame.trigger:
        return False
    if token.dep_ == "cop" and token.head == last.counted.head.head:
        return False  # "of the dead, nine were from Lima and six from Puno"
    return not token.is_ancestor(last.frame.trigger) and token.dep_ not in {"amod", "compound"}


def _until_mark(doc: Doc, start: int, end: int) -> Iterator[Token]:
    for token in doc[start:end]:
        if token.lower_ in FUNCTION_WORDS["list_mark"] or token.is_punct:
            return
        yield token


def _pronouns(doc: Doc, counts: Sequence[Counted]) -> Iterator[Counted]:
    """Yield "another", "one" and "one more" without a noun, behind what separates members of a list."""
    taken = {item.amount.start_char for item in counts}
    for index in token_indices(doc, FUNCTION_WORDS["one_more"]):
        token = doc[index]
        if index + 1 == len(doc) or token.idx in taken or index == token.sent.start:
            continue
        if doc[token.i - 1].lower_ in FUNCTION_WORDS["list_mark"] and preposition(token) is None:
            after = doc[_behind_aside(token.i + 1, token.sent)]
            if after.lower_ in CUES["more"] and after.i + 1 < len(doc):
                after = after.nbor()
            if after.lower_ in PREPOSITIONS["gap"]:
                yield Counted(one(token), token, None, ALONE, singular=True)
