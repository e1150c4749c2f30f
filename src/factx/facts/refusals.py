"""Why a rule rejects a counted phrase: the code that decides, and what ``factx explain`` prints.

The decisions, in their order:

1. the amount is of the rule's sort (count, money, measure, percent), and no fraction where persons
   are counted;
2. a single person counts only for a rule that says so, and not by an attribute or in a headline;
3. the phrase has every feature that the rule needs, and none that it excludes;
4. a noun that is the trigger ("lives", "the lives of six miners") is governed by one of the rule's
   verbs, where the rule has both;
5. what is told happened: it was not averted, and is no definition (``unreal``);
6. the noun belongs to a class that the rule counts, or may be a name that no lexicon knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from spacy.tokens import Token

from factx.base import QuantityMention, lexicon
from factx.facts.counts.caps import is_cap
from factx.facts.counts.counted import ALONE, Counted, is_almost_none, is_thing
from factx.facts.counts.graded import is_graded_part
from factx.facts.counts.parts import is_named_among
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.features import COUNT_FEATURES
from factx.facts.frame import Frame
from factx.facts.frames.by_word_order import is_of_another
from factx.facts.money.features import are_goods, sum_features
from factx.facts.no_fact.unreal import unreal
from factx.facts.rule_file import Rule
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, preposition

NUMBERLESS_FRAMES = frozenset({"class", "self"})
"""Frames that are of the noun, so that a number alone cannot be in them."""
GOVERNED_FRAMES = frozenset({"self", "nmod:of"})
"""Frames whose trigger is a noun, which one of the rule's verbs must govern where it names both."""
COUNTED_ELSEWHERE = frozenset({"self", "toll", "company"})
"""Frames whose trigger, not the noun, says what is counted."""
MEMBER = frozenset({"member"})
MEANINGS = lexicon.table("facts/rule_features", "feature", "meaning")


class Phrase:
    """A counted phrase in one of its frames; what a rule asks of it is worked out once for all rules."""

    def __init__(self, counted: Counted, frame: Frame, *, amid: bool = False) -> None:
        self.counted, self.frame, self.amid = counted, frame, amid
        self._held: dict[str, bool] = {}

    def holds(self, feature: str) -> bool:
        """True for what rules may need or exclude: of a sum what it is for, of a count how it is meant."""
        if feature not in self._held:
            is_sum = self.counted.amount.kind == "money"
            of_count = None if is_sum else COUNT_FEATURES.get(feature)
            told = of_count is not None and of_count(self.counted, self.frame.trigger)
            self._held[feature] = told or feature in self._of_sum
        return self._held[feature]

    @cached_property
    def _of_sum(self) -> frozenset[str]:
        """The features of a sum or of goods; other counts have none of them."""
        if self.counted.amount.kind == "money" or are_goods(self.counted):
            return sum_features(self.frame, self.counted, self.amid)
        return frozenset()

    @cached_property
    def unreal(self) -> str | None:
        """Why what is told of the count did not happen; None if it did."""
        return unreal(self.counted, self.frame.trigger)


def accepts(rule: Rule, phrase: Phrase) -> bool:
    """True if the rule has no reason to reject the phrase; what is quickly told is asked first."""
    reasons = chain(
        _amount_refusals(rule, phrase),
        _noun_refusals(rule, phrase),
        _feature_refusals(rule, phrase),
        _event_refusals(rule, phrase),
    )
    return next(reasons, None) is None


def refusals(rule: Rule, phrase: Phrase) -> Iterator[str]:
    """Yield the reasons why the rule rejects the phrase; none if it accepts."""
    yield from _amount_refusals(rule, phrase)
    yield from _feature_refusals(rule, phrase)
    yield from _event_refusals(rule, phrase)
    yield from _noun_refusals(rule, phrase)


def is_no_event(phrase: Phrase) -> bool:
    """True for what no rule counts: what did not happen, or to others; what one person is said to be."""
    counted, frame = phrase.counted, phrase.frame
    if is_of_another(frame, counted):
        return True
    if counted.singular and _is_attributive(frame):
        return True
    return _untrue(phrase) is not None


def _amount_refusals(rule: Rule, phrase: Phrase) -> Iterator[str]:
    counted, frame = phrase.counted, phrase.frame
    if not rule.takes(counted.amount.kind):
        yield f"takes {rule.amount}, not {counted.amount.kind}"
    if rule.amount in {"count", "goods"} and is_fraction(counted.amount):
        yield "a fraction is not a count"
    if rule.amount == "count":
        yield from _count_refusals(counted)
    if rule.amount == "count" and is_of_another(frame, counted):
        yield f"{frame.trigger.text!r} is said of another number"
    if counted.singular and not rule.singular:
        yield "takes no singular person"
    if counted.singular and rule.amount != "money" and _is_attributive(frame):
        yield "an attribute of a single person reports no event"


def _count_refusals(counted: Counted) -> Iterator[str]:
    """Yield why the words around a number make it no count of its own."""
    if is_difference(counted):
        yield "fewer than before are no count"
    if is_almost_none(counted):
        yield "almost none are some"
    if is_corrected(counted):
        yield "a number that is corrected is no count"
    if is_their_group(counted):
        yield "the group of those counted is counted with them"
    if is_cap(counted):
        yield "a cap or quota counts nobody"
    if is_named_among(counted):
        yield "some of those told of are only named"
    if is_graded_part(counted):
        yield "some of the hurt are counted among them"


def _feature_refusals(rule: Rule, phrase: Phrase) -> Iterator[str]:
    yield from (f"not when {MEANINGS[name]}" for name in sorted(rule.unless) if phrase.holds(name))
    yield from (f"only when {MEANINGS[name]}" for name in sorted(rule.needs) if not phrase.holds(name))


def _event_refusals(rule: Rule, phrase: Phrase) -> Iterator[str]:
    """Yield why what is told of a count is no event."""
    reason = _untrue(phrase) if rule.amount == "count" else None
    if reason is not None:
        yield reason


def _untrue(phrase: Phrase) -> str | None:
    """Return why what is told did not happen, or None: a stated zero is an event, whatever did not happen."""
    if phrase.counted.amount.high == 0:
        return "something else is told of none of them" if _is_none_of_them(phrase) else None
    return phrase.unreal


def _is_none_of_them(phrase: Phrase) -> bool:
    """True for "named no men who were held": that some were held, and that none of them was named."""
    head, clause = phrase.counted.head, phrase.frame.trigger
    verb = head.head
    if clause.dep_ != "acl:relcl" or clause.head != head or head.dep_ != "obj":
        return False
    return verb.pos_ in PREDICATES and not has_lemma(verb, CUES["holding"])


def _noun_refusals(rule: Rule, phrase: Phrase) -> Iterator[str]:
    """Yield why the noun, or the verb that governs it, is not what the rule counts."""
    counted, frame = phrase.counted, phrase.frame
    if not rule.transfers and not _verb_fits(rule, frame):
        yield _of_verbs(rule)
    if rule.amount != "count":
        return
    if frame.name in COUNTED_ELSEWHERE:
        if _is_other_number(phrase):
            yield f"no number of the {frame.trigger.text!r}"
        return
    if frame.name == "class" and preposition(counted.head) in PREPOSITIONS["example"]:
        yield "examples of a group are not counted for themselves"
    if not _noun_fits(rule, counted, frame):
        noun = counted.noun.text if counted.noun is not None else "a number alone"
        yield f"counts {_listed(rule.counts)}; {noun!r} is {_listed(counted.classes)}"


def _is_other_number(phrase: Phrase) -> bool:
    """True if it is no number of persons ("the dead had nine cars")."""
    noun = phrase.counted.noun
    told = phrase.frame.name == "toll" and phrase.frame.trigger.lower_ in CUES["state_of_persons"]
    return told and noun is not None and "person" not in phrase.counted.classes


def _noun_fits(rule: Rule, counted: Counted, frame: Frame) -> bool:
    if counted.classes == ALONE:
        return frame.name not in NUMBERLESS_FRAMES and "person" in rule.counts
    if counted.classes & rule.counts:
        return True
    return rule.unknown_nouns and not counted.classes and is_name(counted.noun)


def _verb_fits(rule: Rule, frame: Frame) -> bool:
    """True unless the trigger is a noun, the rule names verbs, and none of them governs it."""
    if frame.name not in GOVERNED_FRAMES or not rule.verbs:
        return True
    return has_lemma(frame.trigger.head, {verb.split()[0] for verb in rule.verbs})


def _of_verbs(rule: Rule) -> str:
    return f"the noun must be governed by {' or '.join(rule.verbs)}"


def is_difference(counted: Counted) -> bool:
    """True for "120 fewer injuries", of which so many did not happen, and ", 19 more than last year"."""
    doc, first = counted.head.doc, counted.numeral.start
    after = doc[counted.numeral.end : counted.numeral.end + 2]
    if len(after) < 2 or after[0].lower_ not in FUNCTION_WORDS["fewer"] | CUES["more"]:
        return False
    apart = first > counted.sent.start and (doc[first - 1].text == "," or doc[first - 1].lemma_ == "be")
    than = after[1].lower_ == "than"
    return than and apart if after[0].lower_ in CUES["more"] else apart or not than


def is_their_group(counted: Counted) -> bool:
    """True for the family of "ten members of one family", who are counted already."""
    members = counted.head.head
    of = counted.head.dep_ == "nmod" and preposition(counted.head) == "of" and has_lemma(members, MEMBER)
    return of and child(members, "nummod") is not None


def is_corrected(counted: Counted) -> bool:
    """True for a number that is said to be wrong: "nine died, not 12 as first reported"."""
    first = counted.numeral.start
    return first > counted.sent.start and counted.head.doc[first - 1].lower_ == "not"


def is_fraction(amount: QuantityMention) -> bool:
    """True for "half" or "0.2", which count nobody."""
    return amount.low is not None and 0 < amount.low < 1


def _is_attributive(frame: Frame) -> bool:
    """True for a participle that describes its noun, and for the verbless style of headlines."""
    before = frame.trigger.dep_ == "amod" and frame.trigger.i < frame.trigger.head.i
    return frame.name == "headline" or (before and frame.name == "predicate")


def is_name(noun: Token | None) -> bool:
    """True if a noun that no lexicon knows may mean persons: a name or an adjective ("three Jains")."""
    return noun is not None and (noun.pos_ in {"PROPN", "ADJ"} or noun.text[:1].isupper()) and not is_thing(noun)


def _listed(classes: frozenset[str]) -> str:
    return ", ".join(sorted(classes)) or "no class"
