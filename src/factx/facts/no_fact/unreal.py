"""Events that did not happen: what would have, was averted or made up, definitions; and mixed counts."""

from __future__ import annotations

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES, DEEDS, FUNCTION_WORDS
from factx.facts.no_fact.harmless import harmless
from factx.facts.no_fact.made_up import is_told_now, made_up
from factx.facts.relations import DEAD_OR_MISSING, sorts_of_harm
from factx.facts.slots.counterfactual import is_counterfactual
from factx.facts.slots.factuality import is_presupposed, sharing
from factx.facts.slots.stance import reaches
from factx.facts.words import has_lemma
from factx.model import (
    PREDICATES,
    ancestors,
    auxiliaries,
    child,
    children,
    has_modal,
    is_negated,
    is_passive,
    preposition,
)

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl"})
MISS = frozenset({"miss"})
LEAST = frozenset({"at_least", "more_than"})
PRESENT = frozenset({"VBZ", "VBP", "VB", "VBG"})


def unreal(counted: Counted, trigger: Token) -> str | None:
    """Return why what is told of a count is no event that happened; None if it is one."""
    governor = counted.head.head
    if trigger.pos_ not in PREDICATES and counted.head.dep_ in ARGUMENTS and governor.pos_ in PREDICATES:
        if any(is_counterfactual(item) for item in sharing(governor)):
            return "what would have happened did not happen"
    if any(map(_is_near_miss, sharing(trigger))):
        return "what nearly happened did not happen"
    if _is_averted(trigger):
        return "what is averted does not happen"
    if not is_presupposed(trigger):
        for below, token in _chain(trigger):
            if _is_only_tried(token, below, trigger):
                return "what is only tried, or could be done, did not happen"
            if _averts(token, below):
                return None if is_counterfactual(token) else "what is averted does not happen"
            if is_counterfactual(token):
                return "what would have happened did not happen"
    told = _no_news(counted, trigger)
    if told is not None:
        return told
    return "one count of several sorts of harm" if len(harms(trigger)) > 1 else None


def _no_news(counted: Counted, trigger: Token) -> str | None:
    """Return why what is told is no news at all: a definition, a story, or words of harm that harm nobody."""
    if _is_definition(counted, trigger):
        return "a definition tells of no event"
    return made_up(counted, trigger) or harmless(counted, trigger)


def harms(trigger: Token) -> set[str]:
    """Return the sorts of harm among which "or" leaves open which one the count is of."""
    sorts = sorts_of_harm(trigger)
    return set() if sorts == DEAD_OR_MISSING else sorts


def _chain(trigger: Token) -> list[tuple[Token | None, Token]]:
    """Return the trigger with what it shares, then each word above that speaks of it, with its branch."""
    found: list[tuple[Token | None, Token]] = [(None, item) for item in sharing(trigger)]
    below = trigger
    for token in list(ancestors(trigger))[1:]:
        spoken_of = reaches(below, token) or _is_from(below)
        if (below.dep_ == "ccomp" or not spoken_of) and below.dep_ != "conj":
            break
        if below.dep_ != "conj":
            found.append((below, token))
        below = token
    return found


def _is_only_tried(token: Token, below: Token | None, trigger: Token) -> bool:
    """True for "tried to kill", "a plot to kill", "enough to kill"; 300 people who tried to flee did."""
    if _is_enough(token):
        return True
    mark = None if below is None else child(below, "mark")
    return mark is not None and mark.lower_ == "to" and has_lemma(token, CUES["trying"]) and has_lemma(trigger, DEEDS)


def _is_enough(verb: Token) -> bool:
    """True for what something is enough for: "enough ricin to kill 40", "powerful enough to kill 40"."""
    mark = child(verb, "mark")
    if mark is None or mark.lower_ != "to" or is_passive(verb) or not has_lemma(verb, DEEDS):
        return False
    above = verb.head
    said = [
        above,
        *above.children,
        *(part for item in children(above, "obj", "nsubj", "obl") for part in item.children),
    ]
    return any(item.i < verb.i and has_lemma(item, CUES["sufficing"]) for item in said)


def _is_from(clause: Token) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ == "from"


def _averts(token: Token, below: Token | None) -> bool:
    """True for "averted 40 deaths", "saved 40 from drowning", and for preventable deaths."""
    if any(has_lemma(item, CUES["preventable"]) for item in children(token, "amod")):
        return True
    return below is not None and has_lemma(token, CUES["averting"]) and not is_negated(token)


def _is_averted(deed: Token) -> bool:
    """True for "averted the deaths of nine"."""
    return deed.dep_ == "obj" and _averts(deed.head, deed) and _is_done(deed.head)


def _is_done(verb: Token) -> bool:
    """True for what was done: "averted", "has averted"; not "could have averted", "failed to avert"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not has_modal(verb))


def _is_near_miss(verb: Token) -> bool:
    """True for "nearly killed", "came close to killing", "narrowly missed killing"."""
    if any(item.lower_ in FUNCTION_WORDS["nearly"] for item in children(verb, "advmod") if item.i < verb.i):
        return True
    if verb.tag_ != "VBG":
        return False
    short = verb.head
    if has_lemma(short, MISS) and verb.dep_ in {"xcomp", "ccomp"}:
        return True
    near = short.lower_ in FUNCTION_WORDS["short_of"] or preposition(short) == "within"
    return near and verb.dep_ in {"advcl", "acl"} and child(verb, "mark") is not None


def _is_definition(counted: Counted, trigger: Token) -> bool:
    """True for "a flood that kills ten or more", "defined as one in which four people die"."""
    if _is_or_more(counted) and (_is_meant(counted, trigger) or _is_of_sort(trigger)):
        return True
    if not _is_timeless(trigger):
        return False
    before = any(has_lemma(item, CUES["defining"]) for item in trigger.sent if item.i < trigger.i)
    defining = before or _is_threshold(counted, trigger)
    relative = any(item.dep_ in {"acl:relcl", "acl"} for item in sharing(trigger))
    return defining or (relative and _is_or_more(counted)) or _is_any(counted, trigger) or _is_sort(counted, trigger)


def _is_threshold(counted: Counted, trigger: Token) -> bool:
    """True for what makes an event one of a class: "counts as major when ten or more perish"."""
    clause = next((item for item in sharing(trigger) if item.dep_ in {"advcl", "advcl:relcl"}), None)
    if clause is None or counted.amount.bound not in LEAST:
        return False
    return any(has_lemma(verb, CUES["classing"]) and is_told_now(verb) for verb in ancestors(clause.head))


def _is_sort(counted: Counted, trigger: Token) -> bool:
    """True for the sort of events that a list is of: "counts attacks in which at least four are shot"."""
    clause = next((item for item in sharing(trigger) if item.dep_ == "acl:relcl"), None)
    if clause is None or counted.amount.bound not in LEAST:
        return False
    events, verb = clause.head, clause.head.head
    listed = events.dep_ == "obj" and verb.tag_ in PRESENT and has_lemma(verb, CUES["cataloguing"])
    return listed and events.tag_ == "NNS" and child(events, "det", "nummod", "nmod:poss") is None


def _is_any(counted: Counted, trigger: Token) -> bool:
    """True for "any crash in which more than two are hurt", "a massacre is one that kills at least four"."""
    clause = next((item for item in sharing(trigger) if item.dep_ == "acl:relcl"), None)
    if clause is None or counted.amount.bound not in LEAST:
        return False
    is_told = clause.head.lower_ in FUNCTION_WORDS["one"] and child(clause.head, "cop") is not None
    if not is_told and not has_lemma(trigger, DEEDS | CUES["attacking"]):
        return False
    which = child(clause.head, "det") or clause.head
    return which.lower_ in FUNCTION_WORDS["whichever"]


def _is_of_sort(deed: Token) -> bool:
    """True for "a man convicted of killing two or more people", who is nobody in particular."""
    mark = child(deed, "mark")
    return deed.tag_ == "VBG" and mark is not None and mark.lower_ in {"of", "for"}


def _is_meant(counted: Counted, trigger: Token) -> bool:
    """True for what a word is said to mean: "a massacre means five or more people shot"."""
    first = counted.numeral.start
    before = counted.head.doc[first - 1] if first > counted.sent.start else None
    meaning = before is not None and before.tag_ in PRESENT and has_lemma(before, CUES["meaning"])
    return meaning and trigger.tag_ in {"VBN", "VBD"} and not auxiliaries(trigger)


def _is_timeless(trigger: Token) -> bool:
    """True for the present tense and for nouns and participles, which have none."""
    around = auxiliaries(trigger)
    if any(item.lemma_.lower() == "have" or item.tag_ in {"VBD", "MD"} for item in around):
        return False
    return trigger.tag_ in PRESENT or trigger.pos_ == "NOUN" or bool(around)


def _is_or_more(counted: Counted) -> bool:
    doc, after = counted.head.doc, counted.numeral.end
    return doc[after : after + 2].text.lower() in FUNCTION_WORDS["open_ended"]
