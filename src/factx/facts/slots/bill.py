"""Bills: how far a bill, or a plan of lawmakers, has brought a sum, and who proposed or decided it.

1. the bill is what the sum's verb describes ("a bill to give Fiji $5m"), whose subject it is ("the
   bill contains $5m"), or the noun behind the sum ("a $5m aid bill");
2. the verb that handles it says how far it is: passed, halted, or proposed; of "the bill" and "it"
   that of the sentences before;
3. without one, a bill is requested and a budget or law approved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Token

from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.frame import Frame
from factx.facts.giving import GIVING, SIGN, deed_on, is_assented_to, is_favoured, is_put_off, proposes
from factx.facts.slots.actors import by_phrase
from factx.facts.slots.agent import nominal_agent
from factx.facts.slots.bill_before import is_it, meant_before, under_which
from factx.facts.slots.gift import gift_nouns, verb_of
from factx.facts.slots.progress import is_refused, is_to_come
from factx.facts.slots.sought import PROPOSE, is_proposed
from factx.facts.words import NOUNS, has_lemma
from factx.model import PREDICATES, ancestors, auxiliaries, child, children, is_passive, preposition, subject

OWNING = frozenset({"PRP$", "WP$"})
"""Tags of pronouns, which name no owner."""
BE = frozenset({"be"})
CLAUSES = frozenset({"acl", "acl:relcl", "xcomp", "advcl"})
DECISIONS = (("passing", "approved"), ("passage", "approved"), ("halting", "withheld"), ("defeat", "withheld"))
"""Classes of verbs, and of nouns of the same, that say what became of a bill."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What became of a bill: the status of its sums, and who proposed, passed or halted it."""

    status: str
    actor: Token | None
    told: bool = True
    """True if a verb says what became of it."""


def bill_of(frame: Frame, counted: Counted) -> Bill | None:
    """Return the bill that holds a sum, or None."""
    noun = next(_holders(frame, counted), None)
    if noun is None:
        return _proposed(frame, counted)
    decided = _decided(noun, counted.head)
    if not decided:
        before = list(chain.from_iterable(map(_decided, meant_before(noun))))
        decided = [Bill(item.status, None) for item in _weightiest(before)]
    if decided:
        first = decided[0]
        return first if first.actor is not None or first.status != "requested" else Bill("requested", _owner(noun))
    return Bill("requested", _owner(noun), told=False) if _is_draft(noun) else Bill("approved", None, told=False)


def _decided(noun: Token, amount: Token | None = None) -> list[Bill]:
    """Return what the verbs on a bill say became of it."""
    handlers = (verb for verb in _handlers(noun) if amount is None or not _is_content_of(amount, verb, noun))
    return _weightiest(list(filter(None, (_told_by(verb, noun) for verb in handlers))))


def _weightiest(told: list[Bill]) -> list[Bill]:
    """Return what was decided, else what was proposed: a bill that Kim tabled may die."""
    return [item for item in told if item.status != "requested"] or told


def told_bill(frame: Frame, counted: Counted) -> Bill | None:
    """Return the bill that a sum is in where a verb says who proposed, passed or halted it, or None."""
    bill = bill_of(frame, counted)
    return bill if bill is not None and bill.told else None


def _is_content_of(amount: Token, verb: Token, noun: Token) -> bool:
    """True for what a bill would have others pay: "the bill authorizes $5m"; "the bill passed" is passed."""
    if verb.head == noun:
        return verb.is_ancestor(amount)
    if noun.dep_ != "nsubj" or noun.head != verb or not has_lemma(verb, GIVING["passing"]):
        return False
    return any(item.dep_ == "obj" and item.head == verb for item in ancestors(amount))


def _owner(bill: Token) -> Token | None:
    """Return whose bill it is: "Senator Kim's bill", "Kim's private member's bill"; or None."""
    whose = child(bill, "nmod:poss")
    above = None if whose is None else child(whose, "nmod:poss")
    return above if above is not None and above.tag_ not in OWNING else whose if _is_of_name(whose) else None


def _is_of_name(whose: Token | None) -> bool:
    """True for whose bill it is, unless a pronoun or a private member says so."""
    return whose is not None and whose.tag_ not in OWNING and not has_lemma(whose, CUES["belonging"])


def _told_by(verb: Token, noun: Token) -> Bill | None:
    """Return what a verb says became of a bill, or None."""
    if is_voted_down(verb):
        return Bill("withheld", _doer(verb, noun))
    if _has_died(verb, noun):
        return Bill("withheld", _decider(verb))
    decided = _decision(verb, noun)
    if decided is not None:
        return _as_far_as(verb, noun, decided)
    return _as_far_as(verb, noun, "requested") if proposes(verb) or has_lemma(verb, GIVING["drafting"]) else None


def _decision(verb: Token, noun: Token) -> str | None:
    """Return the status of a bill that is passed, signed off, halted or put on hold; or None."""
    if is_put_off(verb):
        return "withheld"
    if (is_assented_to(noun) and verb.head != noun) or _is_hurried_through(verb, noun):
        return "approved"
    return next((status for words, status in DECISIONS if has_lemma(verb, GIVING[words])), None)


def _as_far_as(verb: Token, noun: Token, status: str) -> Bill:
    """Return the bill that has come as far as a verb says: what is still to be decided is requested."""
    if status == "approved" and is_refused(verb):
        return Bill("withheld", _doer(verb, noun))
    voted_on = preposition(noun) == "on" and has_lemma(verb, GIVING["voting"])
    undecided = status != "requested" and (is_to_come(verb) or _is_asked(verb) or voted_on)
    if undecided or has_lemma(verb, GIVING["pondering"]):
        return Bill("requested", None)
    return Bill(status, _doer(verb, noun))


def _is_hurried_through(verb: Token, noun: Token) -> bool:
    """True for a bill that is pushed, rammed or voted through; what "moves through" a house is before it."""
    behind = any(item.lower_ == "through" for item in children(verb, "compound:prt", "advmod", "advcl"))
    return has_lemma(verb, GIVING["hurrying"]) and (behind or preposition(noun) == "through")


def _is_asked(verb: Token) -> bool:
    """True for what lawmakers are only asked to do: "will be asked to back a bill"."""
    return verb.dep_ == "xcomp" and has_lemma(verb.head, CUES["asking"])


def _proposed(frame: Frame, counted: Counted) -> Bill | None:
    """Return what who gives nothing proposes: "the senator unveiled $5m in aid", "proposed to pay $5m"."""
    verb = verb_of(frame)
    if verb is None:
        return None
    if is_proposed(verb):
        proposing = verb if has_lemma(verb, PROPOSE) else verb.head
        who = by_phrase(proposing) if is_passive(proposing) else subject(proposing)
        return Bill("requested", who, told=False)
    if not has_lemma(verb, GIVING["proposing"]) or is_passive(verb):
        return None
    who = subject(verb)
    words = [] if who is None else [who, *children(who, "compound")]
    proposed = any(has_lemma(item, GIVING["lawmaker"]) for item in words)
    return Bill("requested", who, told=False) if proposed else None


def _holders(frame: Frame, counted: Counted) -> Iterator[Token]:
    """Yield the bills or budgets that hold the sum."""
    for token in (frame.trigger, counted.head):
        for item in ancestors(token):
            if (item.dep_ in CLAUSES or _is_carried(item)) and _holds(item.head, item):
                yield item.head
            beside = child(item.head, "obj") if item.dep_ in {"advcl", "xcomp"} else None
            if beside is not None and _is_law(beside):
                yield beside
            yield from (place for place in _places_of(item) if _is_law(place) or _is_budget(place))
            yield from filter(_is_law, under_which(item))
            if item.pos_ in PREDICATES:
                holder = child(item, "nsubj")
                if holder is not None and any(is_so(holder) for is_so in (_is_law, _is_budget, _is_handled, is_it)):
                    yield holder
                break
    nouns = gift_nouns(counted, None)
    nouns += [noun.head for noun in nouns if noun.dep_ == "compound"]
    yield from filter(_is_law_or_dead, nouns)


def _holds(noun: Token, item: Token) -> bool:
    """True for a bill, a plan that is handled as one, and the budget that something is in."""
    return _is_law(noun) or _is_handled(noun) or (_is_carried(item) and _is_budget(noun))


def _is_carried(item: Token) -> bool:
    """True for what a bill or package comes with: "a bill with $5m in aid"."""
    return item.dep_ == "nmod" and preposition(item) == "with"


def _places_of(item: Token) -> list[Token]:
    """Return in what a sum is said to be: "in the bill is $5m", "tucked into the law is $5m"."""
    is_there = child(item, "cop") is not None or has_lemma(item, BE)
    hosts = [item, *children(item, "csubj", "advcl", "acl")] if is_there else []
    phrases = (place for host in hosts for place in children(host, "obl"))
    return [place for place in phrases if preposition(place) in PREPOSITIONS["contained"] and place.i < item.i]


def _is_handled(noun: Token) -> bool:
    """True for a plan or package that somebody has tabled, passed or halted."""
    if not has_lemma(noun, GIVING["plan"]):
        return False
    handlers = (verb for verb in _handlers(noun) if not has_lemma(verb, SIGN))  # a loan package is signed, too
    before = chain.from_iterable(map(_decided, meant_before(noun)))
    return any(_is_deed_on_bills(verb, noun) for verb in handlers) or any(item.status != "requested" for item in before)


def _is_deed_on_bills(verb: Token, noun: Token) -> bool:
    return has_lemma(verb, GIVING["drafting"]) or is_voted_down(verb) or _decision(verb, noun) is not None


def _is_law_or_dead(noun: Token) -> bool:
    """True for a law, and a plan that has failed among those who decide: "the package died in committee"."""
    if _is_law(noun):
        return True
    dead = _has_died(noun.head, noun) and _decider(noun.head) is not None
    return has_lemma(noun, GIVING["plan"]) and (dead or _is_handled(noun))


def _has_died(verb: Token, noun: Token) -> bool:
    """True for a bill that fails or dies, not for one that "failed to reach" somebody."""
    return noun.dep_ == "nsubj" and has_lemma(verb, GIVING["failing"]) and child(verb, "xcomp", "obj") is None


def _decider(verb: Token) -> Token | None:
    """Return who let a bill die: "died in committee", "failed after the house refused to debate it"."""
    places = [item for item in children(verb, "obl") if preposition(item) in PREPOSITIONS["contained"]]
    others = (subject(clause) for clause in children(verb, "advcl"))
    deciders = [*places, *(item for item in others if item is not None)]
    return next((item for item in deciders if has_lemma(item, GIVING["chamber"])), None)


def _is_law(noun: Token) -> bool:
    return has_lemma(noun, GIVING["law"])


def _is_budget(noun: Token) -> bool:
    return has_lemma(noun, GIVING["budget"])


def _is_draft(noun: Token) -> bool:
    """True for what is no law yet: a bill, a proposal, a draft law, a measure that would give."""
    words = [noun, *children(noun, "compound", "amod")]
    would = noun.dep_ == "nsubj" and any(item.lower_ == "would" for item in auxiliaries(noun.head))
    return would or any(has_lemma(item, GIVING["draft"]) for item in words)


def _handlers(noun: Token) -> Iterator[Token]:
    """Yield the verbs that say what becomes of a bill: what describes it, what governs it."""
    yield from (item for item in children(noun, "acl", "acl:relcl", "amod") if item.pos_ in PREDICATES)
    yield from (item for item in children(noun, "csubj") if item.tag_ == "VBN")  # "killed off was a bill"
    deed = deed_on(noun)
    if deed is not None:
        yield deed
    if _is_behind_its_verb(noun):
        yield noun.head
    if is_favoured(noun):
        yield noun.head.head
    if noun.dep_ in {"obj", "nsubj:pass", "nsubj", "obl", "nmod"} and noun.head.pos_ in PREDICATES:
        yield noun.head
        yield from filter(_is_of_it, children(noun.head, "conj", "parataxis"))


def _is_behind_its_verb(noun: Token) -> bool:
    """True for the bill of "voted down in committee was a bill", whose verb opens the sentence."""
    verb, copula = noun.head, child(noun, "cop")
    opens = verb.i == verb.sent.start and verb.tag_ in {"VBN", "VBD"} and child(verb, "nsubj", "nsubj:pass") is None
    return opens and copula is not None and verb.i < copula.i and noun.dep_ in {"parataxis", "advcl", "ccomp"}


def _is_of_it(verb: Token) -> bool:
    """True for what was done to a bill in a clause of its own: "but the governor vetoed it"."""
    return any(item.lower_ == "it" for item in children(verb, "obj", "nsubj:pass"))


def is_voted_down(verb: Token) -> bool:
    """True for "voted down" and "voted against"."""
    words = {preposition(item) or item.lower_ for item in children(verb, "compound:prt", "advmod", "obl")}
    return has_lemma(verb, GIVING["voting"]) and not words.isdisjoint(FUNCTION_WORDS["votes_no"])


def _doer(verb: Token, noun: Token) -> Token | None:
    """Return who handles a bill: by whom it was passed, who passed it, whose veto it is."""
    if verb.pos_ in NOUNS:
        return nominal_agent(verb) or child(verb, "nmod:poss")
    done = is_passive(verb) or (verb.dep_ in {"acl", "amod", "csubj"} and child(verb, "nsubj") is None)
    who = by_phrase(verb) if done else subject(verb)
    return None if who is None or who.i == noun.i else who
