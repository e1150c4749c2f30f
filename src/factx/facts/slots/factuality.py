"""Factuality (column ``modality``): asserted, possible or denied; and verbs in the future.

It is decided in this order:

1. a stated zero ("no injuries") is asserted;
2. a negated predicate is denied, and so is one that shares its negation ("did not kill or hurt")
   and what nobody will or can do ("is unwilling to send");
3. what a question asks is possible, and of those dead or missing nobody knows which (``possible``);
4. a definite noun presupposes its event ("the deaths of 12"), which only a hedge of its own or
   somebody's denial of it makes anything else; so does harm by the way ("tried for six murders");
5. a count in the future is possible; a sum has its status for that;
6. going up from the trigger: its modals and adverbs, then what each word above says of it
   (``stance``), until a clause boundary ends their scope.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.base import Modality
from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES, DEEDS, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.giving import planner
from factx.facts.relations import DEAD_OR_MISSING, sorts_of_harm
from factx.facts.slots.actors import by_phrase, can_act
from factx.facts.slots.open_deeds import DUE, is_due, is_in_question, is_kept_from
from factx.facts.slots.stance import is_definite, is_still_to, reaches, stance
from factx.facts.words import NOUNS, has_lemma
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
    preposition,
    subject,
)

SCOPE_ENDS = frozenset({"acl:relcl", "parataxis"})
STATES = PREDICATES | {"ADJ"}
ABOUT = frozenset({"of", "that", None})
CONFIRM = CUES["confirming"] & CUES["report"]
HELP, WORK, REACH = frozenset({"help"}), frozenset({"work"}), frozenset({"reach"})
TO = frozenset({"to", DUE})
"""Marks of what is still to be done: "are to be moved", "due to be moved"."""
PRESENT = frozenset({"VB", "VBP", "VBZ"})
BASE_FORMS = PRESENT - {"VBZ"}


def modality_of(trigger: Token, *, zero: bool, money: bool = False) -> Modality:
    """Return ``denied`` under negation, ``possible`` under hedges, else ``asserted``."""
    if zero:
        return "asserted"
    if trigger.pos_ in STATES and any(is_negated(item) for item in sharing(trigger)):
        return "asserted" if _is_qualified(trigger) else "denied"
    if not money and is_kept_from(trigger):
        return "denied"
    if _is_open(trigger) or (not money and _is_prepared(trigger)):
        return "possible"
    if is_presupposed(trigger) or _is_beside_the_point(trigger):
        if _is_hedged(trigger):
            return "possible"
        return next(_stances(trigger, nouns=True), "asserted")
    if not money and is_ahead(trigger):
        return "possible"
    return next(_scoped(planner(trigger, money=money)), "asserted")


def _is_open(trigger: Token) -> bool:
    """True for those dead or missing nobody knows which, and for what a question asks."""
    return sorts_of_harm(trigger) == DEAD_OR_MISSING or is_in_question(trigger)


def sharing(verb: Token) -> Iterator[Token]:
    """Yield a predicate and those before it whose auxiliaries it shares ("may kill or hurt")."""
    yield verb
    while verb.dep_ == "conj" and _of_one_form(verb, verb.head) and not auxiliaries(verb):
        if child(verb, "nsubj", "nsubj:pass") is not None:
            return
        verb = verb.head
        yield verb


def _of_one_form(verb: Token, first: Token) -> bool:
    """True if what stands before the first verb may stand before the second."""
    if verb.tag_ == first.tag_:
        return True
    perfect = any(item.lemma_.lower() == "have" for item in auxiliaries(first))
    return perfect and {verb.tag_, first.tag_} <= PARTICIPLES


def is_ahead(trigger: Token) -> bool:
    """True for what is still to happen: "will be evacuated", "are to be sent", "has to be moved"."""
    return any(_is_put_ahead(verb) for verb in sharing(trigger))


def _is_qualified(state: Token) -> bool:
    """True for who is hurt, though "not seriously"."""
    return any(has_lemma(item, CUES["gravely"]) for item in children(state, "advmod"))


def _is_prepared(deed: Token) -> bool:
    """True for what is tried or made ready: "will try to evacuate", "preparations for an evacuation"."""
    above, mark = deed.head, child(deed, "mark")
    if mark is not None and mark.lower_ == "to":
        helped = has_lemma(above, HELP) and (_is_put_ahead(above) or _is_prepared(above))
        at_it = above.tag_ == "VBG" and has_lemma(above, WORK)
        return helped or at_it or has_lemma(above, CUES["preparing"])
    if preposition(deed) not in PREPOSITIONS["aimed"]:
        return False
    for_it = subject(above) if above.pos_ in PREDICATES else above
    return for_it is not None and for_it.pos_ in NOUNS and has_lemma(for_it, CUES["preparing"])


def _is_beside_the_point(deed: Token) -> bool:
    """True for a deed that is not what a clause is about: "will be tried for the murder of six"."""
    if deed.pos_ != "NOUN" or deed.dep_ not in {"obl", "nmod"} or not has_lemma(deed, DEEDS):
        return False
    return preposition(deed) not in ABOUT and not has_lemma(deed.head, CUES["causing"] | CUES["preparing"])


def _is_put_ahead(verb: Token) -> bool:
    around = auxiliaries(verb)
    if any(item.lower_ in FUNCTION_WORDS["ahead"] or item.lower_ in CUES["ought"] for item in around):
        return True
    mark = child(verb, "mark")
    if mark is None or mark.lower_ not in TO:
        return False
    if verb.dep_ == "xcomp" and has_lemma(verb.head, CUES["obliged"]):
        return verb.head.tag_ in PRESENT  # who "had to be moved" was
    is_set = verb.dep_ == "xcomp" and verb.head.tag_ in {"VBG", "VBN", "JJ", "IN", "RB"}
    if is_set and verb.head.lower_ in FUNCTION_WORDS["set_to"]:
        return True
    return any(item.lemma_.lower() == "be" and item.i < mark.i for item in around)


def _scoped(trigger: Token) -> Iterator[Modality]:
    """Yield what a trigger's clause and the words above make of it, the closest first."""
    if any(_is_hedged(item) for item in sharing(trigger)):
        yield "possible"
    if not (_tells_who(trigger) and (_is_told_of(trigger.head) or is_definite(trigger.head))):
        yield from _stances(trigger, nouns=False)


def _stances(trigger: Token, *, nouns: bool) -> Iterator[Modality]:
    """Yield what the words above say of an event; ``nouns``: only while they speak of the noun."""
    below = trigger
    if nouns and child(trigger, "cop") is not None and preposition(trigger) is not None:
        return  # "was behind the killing of 12", who were killed
    for token in list(ancestors(trigger))[1:]:
        if _is_out_of_reach(below, token, nouns):
            return
        said = stance(token, below)
        if said is not None:
            yield said
        if not nouns and _passes(below, token) and _is_hedged(token):
            yield "possible"
        if _is_known_to(token, trigger):
            return
        untold = below.dep_ == "ccomp" and said is None and not _is_written(token)
        if untold or _is_last(below, token, trigger, nouns):
            return
        below = token


def _is_out_of_reach(below: Token, token: Token, nouns: bool) -> bool:
    """True for what says nothing of the branch below; of a noun fewer words do."""
    ends = SCOPE_ENDS | {"advcl", "ccomp", "nmod"} if nouns else SCOPE_ENDS
    return below.dep_ in ends and not reaches(below, token)


def _is_last(below: Token, token: Token, trigger: Token, nouns: bool) -> bool:
    """True for the last word that says something of an event, whatever is said of it.

    Who is to be tried "for the murder of six" may be: they are dead, and so are those of whose
    murderers something is told ("those guilty of killing six").
    """
    if nouns and below.dep_ in SUBJECTS:
        return True
    if nouns and below.dep_ == "obl" and token.pos_ in STATES and not has_lemma(token, CUES["causing"]):
        return True
    if below.pos_ == "ADJ" and below != trigger and token.pos_ in NOUNS:
        return True
    return below.dep_ in {"ccomp", "advcl"} and not reaches(below, token)


def _is_known_to(verb: Token, deed: Token) -> bool:
    """True where what befell whom is known already: "a request to extradite two men arrested in Lima"."""
    mark = child(verb, "mark")
    purpose = mark is not None and mark.lower_ in {"to", "of"} and not has_lemma(verb, CUES["causing"] | CUES["having"])
    return purpose and (_tells_who(deed) or deed.dep_ == "amod")


def _is_written(clause: Token) -> bool:
    """True for what something tells of which more is said: "posts claiming that … were dismissed"."""
    tells = clause.dep_ == "acl" and clause.tag_ == "VBG" and has_lemma(clause, CUES["report"])
    return tells and clause.head.pos_ == "NOUN" and not can_act(clause.head)


def _tells_who(participle: Token) -> bool:
    """True for a participle that says which ones: "four people hurt in the fire are expected home"."""
    bare = child(participle, "mark", "nsubj", "nsubj:pass") is None
    return participle.dep_ == "acl" and participle.tag_ == "VBN" and bare


def _is_told_of(noun: Token) -> bool:
    """True for the subject of a predicate, and for the girls of "any of the 12 girls"."""
    part = noun.head if noun.dep_ == "nmod" and preposition(noun) == "of" and noun.head.pos_ == "DET" else noun
    return part.dep_ in SUBJECTS


def _passes(below: Token, token: Token) -> bool:
    """True if what hedges a predicate hedges what hangs on it, too: not a clause of its own."""
    if below.dep_ == "conj" and token.pos_ in STATES:
        return False
    if below.dep_ == "nsubj" and has_lemma(token, CUES["growing"]):
        return not any(item.pos_ == "NUM" for item in below.subtree)  # "the toll of 300 dead could rise"
    if below.dep_ == "ccomp":
        return False
    return below.dep_ != "advcl" or (child(below, "mark", "nsubj", "nsubj:pass") is None and below.tag_ == "VBG")


def is_presupposed(trigger: Token) -> bool:
    """True if a definite noun takes the event for granted ("may have caused the deaths of 12")."""
    determiner = child(trigger, "det")
    if trigger.pos_ != "NOUN" or determiner is None or determiner.lower_ != "the":
        return False
    return child(trigger, "nummod") is not None or any(preposition(item) == "of" for item in children(trigger, "nmod"))


def _is_hedged(token: Token) -> bool:
    around = [] if has_lemma(token, CONFIRM) else auxiliaries(token)  # "could confirm nine deaths"
    if any(
        item.lower_ in CUES["possible"] for item in [*around, *(part for aux in around for part in auxiliaries(aux))]
    ):
        return True
    return any(_hedges(item, token) for item in children(token, "advmod", "mark", "amod"))


def _hedges(item: Token, token: Token) -> bool:
    """True for "reportedly", for "if", and for "alleged" before what cannot act."""
    if item.lower_ in CUES["possible_adverb"] or (item.dep_ == "mark" and item.lower_ in CUES["conditional"]):
        return True
    return item.dep_ == "amod" and item.lower_ in CUES["possible_word"] and not can_act(token)


def may_be(verb: Token) -> bool:
    """True for what may still happen: "may give", not "may have given"."""
    words = {item.lower_ for item in auxiliaries(verb)}
    return bool(words & CUES["possible"]) and "have" not in words


def is_put_after_its_modal(verb: Token, counted: Counted) -> bool:
    """True for "only then may 60 men enter", where "may" looks like a month: a plain form follows it."""
    first = counted.numeral.start
    modal = first > 0 and verb.doc[first - 1].text in CUES["possible"]
    return modal and first < verb.i and verb.tag_ in BASE_FORMS


def is_purpose(verb: Token) -> bool:
    """True for what is only the aim: "rose to give the fund $5m", and in headlines "Fiji to get $5m"."""
    mark = child(verb, "mark")
    return verb.dep_ == "advcl" and mark is not None and mark.lower_ == "to"


def is_outstanding(verb: Token) -> bool:
    """True for what is not done yet: "has yet to pay", "has not yet paid", "has not reached"."""
    awaited = any(item.lower_ in CUES["still_to"] for item in children(verb, "advmod"))
    return is_still_to(verb) or (is_negated(verb) and (awaited or has_lemma(verb, REACH)))


def is_awaited(noun: Token) -> bool:
    """True for those who will do something: "400 police will guard", "are to patrol", "are due in Lae"."""
    noun = first_conjunct(noun)
    verb = noun.head
    acts = noun.dep_ == "nsubj" or noun == by_phrase(verb)
    predicate = verb.pos_ in PREDICATES or child(verb, "cop") is not None
    ahead = verb.lower_ == DUE or is_ahead(verb) or is_future(verb)
    return acts and predicate and not is_definite(noun) and ahead


def is_future(verb: Token) -> bool:
    """True if an auxiliary or a control verb puts the verb in the future ("will send", "agreed to give")."""
    if any(item.lower_ in CUES["future"] or (item.lower_ == "be" and item.tag_ == "VB") for item in auxiliaries(verb)):
        return True
    if is_due(verb):
        return True
    mark = child(verb, "mark")
    if mark is None or mark.lower_ != "to":
        return False
    if verb.dep_ == "xcomp" and has_lemma(verb.head, CUES["achieving"]):
        return is_future(verb.head)  # "managed to collect", "began to send"
    return verb.dep_ in {"xcomp", "acl", "ccomp"} or any(item.lemma_ == "be" for item in auxiliaries(verb))
