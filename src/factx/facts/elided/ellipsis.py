"""Counts whose verb or noun is said once: later members of a list, former values, "12 more".

Each takes the rule and the frame of the match before it, with its noun; place and time are its own:
those right behind it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from factx.facts.counts.counted import ALONE, Counted, end_of, is_almost_none, noun_classes, one, start_of
from factx.facts.counts.former import is_earlier_figure, is_former
from factx.facts.counts.graded import is_graded_apart, is_in_state
from factx.facts.counts.parts import opens_example
from factx.facts.counts.tolls import figure_put, is_another_figure
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.elided.own_givers import (
    GIVEN,
    NEAR,
    giver_before,
    has_dead_there,
    is_other_clause,
    place_before,
    until_mark,
)
from factx.facts.frame import Frame
from factx.facts.kinds import BEFALLEN, DISPLACED, INJURED, OF_PEOPLE, TROOPS
from factx.facts.matches import Match
from factx.facts.refusals import is_difference
from factx.facts.relations import is_added
from factx.model import PREDICATES, SUBJECTS, child, is_negated, preposition, token_indices

APART = PREPOSITIONS["gap"] - {"for", "from", "with"}
"""Prepositions of a place or time of an event, not of charge, home and company."""
APART_BY_HOME = APART | {"from"}
OF_NOUN = "class"
"""The frame of a noun that is itself what is counted, whatever became of them: "two soldiers"."""


def continuing(doc: Doc, counts: Sequence[Counted], found: Sequence[Match]) -> list[Match]:
    """Return the matches of counts without verb and noun that continue a match before them."""
    matched = {match.counted.amount.start_char: match for match in found}
    latest: dict[str, Match] = {}
    added: list[Match] = []
    for item in sorted([*counts, *_pronouns(doc, counts)], key=lambda item: item.amount.start_char):
        last = latest.get(item.amount.kind)
        match = matched.get(item.amount.start_char)
        open_ = match is None or _is_open(match) or _is_part_apart(item)
        if open_ and last is not None and last.counted.sent.start == item.sent.start:
            like = _like(item, last) if match is None else _again(item, match, last)
            added.extend([like] if like is not None else [])
            match = like or match
        if match is not None and item.amount.high != 0:
            latest[item.amount.kind] = match
    return added


def figures_of_others(counts: Sequence[Counted], found: Sequence[Match]) -> Iterator[Match]:
    """Yield the matches of another's number of those told of in the sentence before.

    "Guards arrested 45 people, a lawyer said. The army put the figure at 33"
    """
    matched = {match.counted.amount.start_char for match in found}
    by_end: defaultdict[int, list[Match]] = defaultdict(list)
    for match in found:
        by_end[match.counted.sent.end].append(match)
    for item in counts:
        figure = None if item.amount.start_char in matched else figure_put(item.head)
        before = [] if figure is None else by_end[item.sent.start]
        alike = len({match.rule.kind for match in before}) == 1 and before[0].rule.kind in BEFALLEN
        if figure is not None and alike:
            yield Match(item, Frame("figure", figure), before[-1].rule)


def _is_open(match: Match) -> bool:
    """True for a gift that only the text beside it tells of, for what its noun is, and for who is sent."""
    return "amid" in match.rule.frames or match.frame.name == OF_NOUN or _is_sent(match)


def _is_sent(match: Match) -> bool:
    return match.rule.kind == TROOPS and match.frame.name in GIVEN


def _again(item: Counted, match: Match, last: Match) -> Match | None:
    """Return the match of a count that has one already, and may share the last one's verb; or None."""
    if match.frame.name == OF_NOUN:
        return _added(item, last)
    sender = giver_before(item, last) if _is_sent(match) else None
    if sender is not None:
        return Match(item, last.frame, last.rule, like=last, giver=sender)
    return None if _is_sent(match) else _like(item, last)


def _like(item: Counted, last: Match) -> Match | None:
    """Return the match of a count that continues the last one, perhaps with a giver of its own; or None."""
    if is_almost_none(item) or is_difference(item):
        return None
    giver = giver_before(item, last)
    if giver is not None:
        place = giver if has_dead_there(giver, item, last) else None
        return Match(item, last.frame, last.rule, like=last, giver=giver, place=place)
    place = place_before(item, last)
    if place is not None:
        return Match(item, last.frame, last.rule, like=last, place=place)
    return Match(item, last.frame, last.rule, like=last) if _continues(item, last) else _added(item, last)


def _added(item: Counted, last: Match) -> Match | None:
    """Return the match of others beside those told of: "six dead, as well as two nurses"."""
    doc, opens = item.head.doc, item
    if last.rule.kind not in OF_PEOPLE or (item.singular and not last.rule.singular):
        return None
    bare = item.classes == ALONE and item.amount.kind == "count"
    if not bare and ("person" not in item.classes or last.rule.kind == DISPLACED):
        return None
    if item.head.dep_ == "conj" and item.head.head == last.counted.head:
        opens = last.counted
    words = [*doc[last.counted.numeral.end : start_of(item)], *until_mark(doc, item.head.i + 1, item.sent.end)]
    told = is_negated(last.frame.trigger) or any(is_other_clause(word, last) for word in words)
    if told or not is_added(opens):
        return None
    return Match(item, last.frame, last.rule)


def _continues(item: Counted, last: Match) -> bool:
    former = item.amount.kind in {"count", "money"} and (is_former(item) or is_earlier_figure(item))
    if is_negated(last.frame.trigger) or not (item.amount.kind == "count" or former):
        return False
    if _is_found_so(item, last):
        return True
    if item.classes != ALONE:
        return _are_persons(item) and _continues_with_noun(item, last)
    return former or _continues_bare(item, last)


def _continues_with_noun(item: Counted, last: Match) -> bool:
    """True for persons with a noun of their own, and a place or grade as those before them."""
    told = _is_listed(item, last) or is_graded_apart(item, last.frame.trigger)
    return told and (last.rule.singular or not item.singular) and not _has_own_verb(item, last)


def _continues_bare(item: Counted, last: Match) -> bool:
    """True for a number without a noun that goes on with what is told before it."""
    if _has_own_verb(item, last):
        return False
    if is_graded_apart(item, last.frame.trigger) or (last.rule.kind == INJURED and is_in_state(item)):
        return True
    homes = last.rule.kind == TROOPS
    part = _is_part_apart(item, homes=homes) and (last.counted.amount.low or 0) >= (item.amount.low or 0)
    ways = is_more(item) or part or is_another_figure(item.head)
    return ways or _is_listed(item, last)


def _is_found_so(item: Counted, last: Match) -> bool:
    """True for another of those found dead, of whom only where is told: "and a third was found in a lane"."""
    verb, state = item.head.head, last.frame.trigger
    if item.head.dep_ != "nsubj:pass" or state.dep_ != "xcomp" or not item.classes & (ALONE | {"person"}):
        return False
    told = child(verb, "xcomp", "obj", "advcl") or any(preposition(word) == "with" for word in verb.children)
    return verb.lemma_ == state.head.lemma_ and verb != state.head and not told and not is_negated(verb)


def _are_persons(item: Counted) -> bool:
    """True for the last of "three herders in Asti, two in Alba and a nun in Bra", "nine people in Bra"."""
    return item.noun == item.head and "person" in item.classes


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


def _is_listed(item: Counted, last: Match) -> bool:
    """True for a member of a list that names its own place, time or charge as the one before it does."""
    doc, start, sent = item.head.doc, start_of(item), item.sent
    if start <= sent.start or doc[start - 1].lower_ not in FUNCTION_WORDS["list_mark"]:
        return False
    since = last.counted.numeral.end
    if any(_tells_of_others(token, last) for token in doc[since:start]):
        return False
    after = _behind_aside(_end(item), sent)
    if after < sent.end and doc[after].lower_ in CUES["more"]:
        after += 1
    if after >= sent.end or any(is_other_clause(token, last) for token in until_mark(doc, after, sent.end)):
        return False
    word = doc[after]
    if word.ent_type_ == "DATE" and word.lower_ not in PREPOSITIONS["gap"]:
        return any(token.ent_type_ == "DATE" for token in doc[sent.start : start])
    if _is_goal(word, last):
        return any(token.lower_ == word.lower_ for token in doc[since:start])
    return word.lower_ in PREPOSITIONS["gap"] and _is_alike(word, doc[sent.start : start])


def _tells_of_others(token: Token, last: Match) -> bool:
    return is_other_clause(token, last) or _counts_things(token, last)


def _counts_things(number: Token, last: Match) -> bool:
    """True for a number of things in another clause, which a later one goes on: "where nine shops burned"."""
    noun = number.head
    if number.dep_ != "nummod" or noun.dep_ not in SUBJECTS | {"obj"} or noun.head == last.frame.trigger:
        return False
    return noun.head.pos_ in PREDICATES and "person" not in noun_classes(noun)


def _is_alike(word: Token, before: Span) -> bool:
    """True if a phrase before opens as this one does: in places, on the way, or with the same preposition."""
    near = word.lower_ in NEAR or word.head.lower_ in FUNCTION_WORDS["en_route"]
    alike = NEAR if near else {word.lower_}
    return any(token.lower_ in alike for token in before)


def _is_goal(word: Token, last: Match) -> bool:
    """True for where others of them went: "sent 90 to Oslo and 40 to Bergen", "took two to a ward"."""
    goods = last.rule.amount == "goods"
    taken = last.rule.goals or goods or (last.rule.kind in BEFALLEN and not word.head.is_digit)
    return taken and word.dep_ == "case" and word.lower_ in PREPOSITIONS["goal"]


def _end(item: Counted) -> int:
    """Return where the phrase ends: the amount, with its noun or the "one" of "a fourth one"."""
    return end_of(item) if item.singular or item.noun is not None else item.numeral.end


def _behind_aside(index: int, sent: Span) -> int:
    """Return where a phrase goes on behind who it is: "and one, a nurse, in Puno"; else the same place."""
    doc = sent.doc
    if index + 1 >= sent.end or doc[index].text != "," or doc[index + 1].lower_ not in FUNCTION_WORDS["opening_aside"]:
        return index
    closing = next((i for i in range(index + 1, sent.end) if doc[i].is_punct), sent.end)
    told = any(word.pos_ in PREDICATES for word in doc[index:closing])
    return index if told or closing + 1 >= sent.end or doc[closing].text != "," else closing + 1


def _is_part_apart(item: Counted, *, homes: bool = False) -> bool:
    """True for some of those counted with their own place or day: ", nine of them in Lyon", "including …".

    Where ``homes`` tell them apart, as in a force of several nations, "nine of them from Oman" is.
    """
    doc, before = item.head.doc, start_of(item) - 1
    if before < item.sent.start:
        return False
    if not opens_example(doc, before) and (item.noun is None or doc[before].text != ","):
        return False
    if item.noun is not None and item.noun.pos_ != "PRON":
        return False
    words = doc[(item.numeral.end if item.noun is None else item.noun.i + 1) : item.sent.end]
    if not len(words) or not (words[0].ent_type_ == "DATE" or words[0].lower_ in (APART_BY_HOME if homes else APART)):
        return False
    named = next((word for word in words if word.ent_type_ or word.pos_ == "VERB" or word.is_punct), words[0])
    return named.ent_type_ in {"DATE", "LOC"}


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
            if after.lower_ in PREPOSITIONS["gap"] | PREPOSITIONS["goal"]:
                yield Counted(one(token), token, None, ALONE, singular=True)
