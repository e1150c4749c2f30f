"""Status: how far a pledge or a movement of troops has got.

1. what somebody is asked to give is requested;
2. what a body voted to give is approved;
3. a verb in the future moves the rule's status back: delivered to pledged, sent to planned;
4. what a body "has yet to approve" is requested, what is "not yet paid" pledged, those who
   "will patrol" are planned, and those whom a state "has deployed" somewhere are present;
5. what a grant "would have given" is withheld, and so is what somebody "will not give";
6. of a gift that no verb governs a participle tells it (``described``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Literal, get_args

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.giving import GIVING, amounts, comes_to, takes_delivery
from factx.facts.rule_file import Rule
from factx.facts.slots.actors import appealed_to, by_phrase
from factx.facts.slots.factuality import is_ahead, is_awaited, is_future, is_outstanding, is_purpose, may_be
from factx.facts.slots.movement import (
    MOVED,
    goes_out,
    is_homeward,
    is_joined_there,
    is_left_behind,
    moved_status,
    sets_out,
    whole_force,
)
from factx.facts.slots.planned_force import is_only_planned
from factx.facts.slots.progress import PRESENT, is_kept_back, is_open, is_ruled, is_signed_for, is_under_way, is_urged
from factx.facts.slots.sought import is_sought, is_tried_for
from factx.facts.words import HAVE, has_lemma
from factx.model import (
    PARTICIPLES,
    PREDICATES,
    SUBJECTS,
    ancestors,
    auxiliaries,
    child,
    children,
    first_conjunct,
    is_negated,
    is_passive,
    preposition,
    subject,
)

FUTURE_STATUS = {"delivered": "pledged", "sent": "planned"}
OUTSTANDING_STATUS = {"delivered": "pledged", "approved": "requested"}
Askable = Literal["pledged", "delivered", "approved"]
"""Statuses that what somebody is asked to give has not reached."""
ASKABLE = frozenset(get_args(Askable))
TOLD = (
    ("told_requested", "requested"),
    ("told_withheld", "withheld"),
    ("told_approved", "approved"),
    ("told_delivered", "delivered"),
)
TOLD_OF_GIFTS = (*TOLD, ("told_pledged", "pledged"))
WHETHER = "whether"
ABOUT = frozenset({"about", "of"})
DEMANDING = GIVING["ordering"] | CUES["wanting"] | CUES["calling_for"]
RESOLVING = (DEMANDING | CUES["permit"] | CUES["deciding"] | GIVING["passing"] | GIVING["promised"]) - CUES["achieving"]
MOST_STEPS = 4
"""Words climbed from a sum for one that tells its status; what stands further up is said of something else."""


def status_of(rule: Rule, trigger: Token) -> str | None:
    """Return the rule's status, moved back where the sentence says so; None for rules without."""
    if rule.status is None:
        return None
    decided = _as_decided(trigger) if rule.status in ASKABLE else _of_force(rule.status, trigger)
    if decided is not None:
        return decided
    verb = next((token for token in ancestors(trigger) if token.pos_ in PREDICATES), trigger)
    if rule.status in ASKABLE and is_kept_back(verb, rule.status):
        return "withheld"
    if rule.status in OUTSTANDING_STATUS and is_outstanding(verb):
        return OUTSTANDING_STATUS[rule.status]
    if rule.status == "approved" and _is_to_be_given(verb):
        return "pledged"
    if rule.status == "sent" and is_only_planned(trigger):
        return "planned"
    return FUTURE_STATUS[rule.status] if rule.status in FUTURE_STATUS and is_to_be_done(verb) else rule.status


def _is_to_be_given(verb: Token) -> bool:
    """True for what will be signed, set aside or lent; what a body "will approve" is for it to decide."""
    planned = verb.dep_ == "xcomp" and has_lemma(verb.head, GIVING["planning"] | GIVING["awaiting"])
    willed = any(item.lower_ in CUES["future"] for item in auxiliaries(verb))
    return has_lemma(verb, GIVING["disposing"]) and (planned or willed) and not is_negated(verb)


def _of_force(status: str, trigger: Token) -> str | None:
    """Return how far a force has got where more is told than a rule's status, or None."""
    if status == "present":
        return told_of_force(trigger) or status
    if status == "sent" and _is_standing(trigger):
        return "present"
    if status == "sent" and (is_homeward(trigger) or goes_out(trigger)):
        return "withdrawn"
    if status == "withdrawn" and sets_out(trigger):
        return "planned" if is_to_be_done(trigger) else "sent"
    return None


def told_of_force(force: Token) -> str | None:
    """Return how far the verb of a force says that it has got; None where the noun alone counts it."""
    awaited = is_awaited(force)
    if is_joined_there(force):
        return "present"
    if awaited and has_lemma(first_conjunct(force).head, CUES["staying"]):
        return "present"
    moved = "present" if not awaited and is_left_behind(force) else moved_status(force)
    if moved == "sent" and _is_still_to_move(first_conjunct(force).head):
        return "planned"
    if moved is None and (is_only_planned(force) or _is_still_to_be_raised(force)):
        return "planned"
    return "planned" if awaited and moved != "withdrawn" else moved


def _is_still_to_move(verb: Token) -> bool:
    """True for those who "will be flown in", "could be flown in", whom one "has yet to ship out"."""
    return verb.pos_ in PREDICATES and (is_to_be_done(verb) or is_outstanding(verb))


def _is_still_to_be_raised(force: Token) -> bool:
    """True for a force that "will be set up", that somebody wants to raise, or to replace others with."""
    top = whole_force(first_conjunct(force))
    raised = top.dep_ in MOVED and has_lemma(top.head, CUES["raising_force"])
    instead = top.dep_ == "obl" and preposition(top) == "with" and has_lemma(top.head, CUES["joining_others"])
    return (raised or instead) and _is_still_to_move(top.head)


def leaves_later(force: Token, trigger: Token) -> bool:
    """True for those who are still to leave: "will be home by May", "agreed to withdraw 60"."""
    return is_awaited(force) or is_ahead(force.head) or _is_resolved_on(trigger)


def _is_resolved_on(deed: Token) -> bool:
    """True for what somebody resolves or is told to do: "agreed to withdraw", "ordered the withdrawal"."""
    if deed.pos_ in PREDICATES:
        mark = child(deed, "mark")
        open_ = deed.dep_ in {"xcomp", "ccomp"} and mark is not None and mark.lower_ == "to"
        return open_ and has_lemma(deed.head, RESOLVING)
    return deed.dep_ in {"obj", "obl"} and has_lemma(deed.head, DEMANDING)


def is_to_be_done(verb: Token) -> bool:
    """True for what is to be done, may be done, is meant or has only begun."""
    ways = (is_future, may_be, is_purpose, is_under_way, is_open, _is_pondered)
    return any(is_so(verb) for is_so in ways)


def _is_pondered(verb: Token) -> bool:
    """True for what is only thought about or decided: "is considering giving", "backed sending"."""
    if verb.dep_ == "advcl" and any(item.lower_ in ABOUT for item in children(verb, "mark")):
        return has_lemma(verb.head, GIVING["pondering_about"])
    decided = GIVING["pondering"] | GIVING["passing"]
    open_ = verb.tag_ == "VBG" or any(item.lower_ == WHETHER for item in children(verb, "mark"))
    return open_ and verb.dep_ in {"xcomp", "ccomp"} and has_lemma(verb.head, decided)


def _as_decided(trigger: Token) -> str | None:
    """Return the status of what others are asked or ordered to give, or a body decides; else None."""
    asked = is_sought(trigger) or is_asked(trigger) or is_urged(trigger) or _is_called_for(trigger)
    if asked or any(map(_is_voted_on, ancestors(trigger))):
        return "requested"
    return "approved" if is_agreed(trigger) or is_ruled(trigger) or is_signed_for(trigger) else None


def _is_called_for(decision: Token) -> bool:
    """True for what somebody asks for: "called for the approval of $5m"."""
    for_it = decision.dep_ in {"obj", "obl"} and has_lemma(decision, GIVING["passage"])
    return for_it and has_lemma(decision.head, GIVING["told_requested"])


def is_agreed(trigger: Token) -> bool:
    """True if a body has decided to give ("voted to give"), or a court that somebody must."""
    voted = trigger.dep_ == "xcomp" and has_lemma(trigger.head, GIVING["voting"])
    return voted or is_court_ordered(trigger) or is_awarded(trigger)


def is_awarded(verb: Token) -> bool:
    """True for what a court awards, and for what lawmakers put into a budget: "added $5m for nurses"."""
    who = by_phrase(verb) if is_passive(verb) else subject(verb)
    if who is None or is_negated(verb) or is_to_be_done(verb):
        return False
    awarded = has_lemma(verb, GIVING["awarding"]) and has_lemma(who, GIVING["court"])
    voting = has_lemma(who, GIVING["chamber"] | GIVING["lawmaker"])
    return awarded or (voting and has_lemma(verb, GIVING["putting_in"]))


def _is_voted_on(item: Token) -> bool:
    """True for what a body is to decide: "will vote on $5m in aid"."""
    return item.dep_ in {"obl", "nmod"} and preposition(item) == "on" and has_lemma(item.head, GIVING["voting"])


def is_court_ordered(trigger: Token) -> bool:
    """True for what a court orders somebody to pay: "the judge ordered the mill to pay"."""
    above = trigger.head
    if trigger.dep_ != "xcomp" or not has_lemma(above, GIVING["ordering"]):
        return False
    court = by_phrase(above) if is_passive(above) else subject(above)
    return court is not None and has_lemma(court, GIVING["court"])


def is_asked(trigger: Token) -> bool:
    """True if somebody is asked to give: "urged donors to give", "is being asked to provide"."""
    above = trigger.head
    if trigger.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return False
    of_others = trigger.tag_ == "VBN" or child(trigger, "nsubj") is not None or child(above, "obj") is not None
    if appealed_to(trigger) is not None:
        return True
    return has_lemma(above, CUES["asking"]) or (of_others and has_lemma(above, CUES["wanting"]))


def is_asked_or_tried(verb: Token) -> bool:
    """True if somebody is asked to give, or tries to get: "hopes to raise $5m"."""
    return is_asked(verb) or is_tried_for(verb)


def _is_standing(trigger: Token) -> bool:
    """True for those that a state has in a joint force: "contributes 900 troops to the mission"."""
    return trigger.tag_ in PRESENT and has_lemma(trigger, CUES["contributing"])


def told_status(counted: Counted) -> str | None:
    """Return the status that the words around a sum tell which no rule's verb governs, or None."""
    below = (item for item in counted.head.children if not _is_aim(item))
    for token in [*islice(ancestors(counted.head), MOST_STEPS), *below]:
        status = told_by(token, TOLD)
        if status is not None:
            moved = status in FUTURE_STATUS and token.pos_ in PREDICATES and is_future(token)
            return FUTURE_STATUS[status] if moved else status
    return None


def is_in_promises(amount: Token) -> bool:
    """True for a sum that has only been promised: "raised $5m in pledges"."""
    contents = (item for host in (amount, amount.head) for item in children(host, "nmod", "obl"))
    return any(preposition(item) == "in" and has_lemma(item, GIVING["promised"]) for item in contents)


def _is_aim(clause: Token) -> bool:
    """True for what a sum is for: "$5m to pay nurses"; "$5m to be paid in May" is still to be paid."""
    return child(clause, "mark") is not None and is_future(clause) and not is_passive(clause)


def told_by(word: Token, table: Sequence[tuple[str, str]]) -> str | None:
    """Return the status of the first class of words that has a word, or None."""
    return next((status for words, status in table if has_lemma(word, GIVING[words])), None)


def arrived(noun: Token) -> bool:
    """True for a gift that has come, gone or been paid to somebody: "the grants went to schools"."""
    noun = noun.head if noun.dep_ == "compound" else noun  # "relief goods have arrived"
    verb = noun.head
    if noun.dep_ == "nmod" and verb.dep_ == "obj" and takes_delivery(verb.head):
        return not is_future(verb.head) and not may_be(verb.head)
    if bears(noun):
        return True
    comes = has_lemma(verb, GIVING["told_arrived"]) and not has_lemma(noun, GIVING["promised"])
    paid = noun.dep_ == "nsubj:pass" and has_lemma(verb, GIVING["told_delivered"])
    done = paid or (noun.dep_ == "nsubj" and (comes or _came_to(verb, noun)))
    return done and not is_negated(verb) and not is_to_be_done(verb) and not is_outstanding(verb)


def has_failed_to_come(noun: Token) -> bool:
    """True for a gift that "never came", "has not been paid"; it stays promised."""
    verb = noun.head
    moved = has_lemma(verb, GIVING["told_arrived"] | GIVING["told_delivered"])
    was_due = any(item.tag_ in PARTICIPLES for item in (verb, *auxiliaries(verb)))  # a stipend "does not go far"
    return noun.dep_ in SUBJECTS and moved and was_due and is_negated(verb)


def bears(gift: Token) -> bool:
    """True for a gift by which something is supported: "a reform supported by a loan"; it has been paid."""
    first = first_conjunct(gift)
    borne = has_lemma(first.head, GIVING["supporting"]) and first == by_phrase(first.head)
    return borne and not is_to_be_done(first.head)


def _came_to(verb: Token, gift: Token) -> bool:
    """True for what is added up when it is over: "aid totalled $5m", not "the package totals $5m"."""
    past = verb.tag_ == "VBD" or any(has_lemma(item, HAVE) for item in auxiliaries(verb))
    comes = amounts(verb) or comes_to(verb)
    return past and comes and has_lemma(gift, GIVING["totalled"]) and not has_lemma(gift, GIVING["promised"])
