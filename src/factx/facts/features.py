"""Features of a counted phrase that rules may need or forbid (``needs``, ``unless`` in a rule file)."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from factx.facts.counted import MULTIPLES, Counted, noun_classes
from factx.facts.cues import CUES, FUNCTION_WORDS, PREPOSITIONS
from factx.facts.relations import is_nobody
from factx.facts.slots.actors import by_phrase
from factx.facts.words import has_lemma
from factx.model import (
    PREDICATES,
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

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
FEWEST_SOLDIERS = 20
"""Fewer "forces" than this are armies: nobody counts so few soldiers as forces."""
LOWEST_SCORE = 20
"""Points or strokes: nobody is said to have shot so many without a word for them."""
GOVERNMENT = "government"
TAKING_PART = frozenset({"ROOT", "obl:agent", "appos", "nmod:poss"})


def is_ill(trigger: Token, noun: Token | None) -> bool:
    """True if an illness brought them to hospital ("hospitalised with dengue", "cholera patients")."""
    said = [
        *children(trigger, "obl", "nmod", "advcl"),
        *(children(noun, "compound", "nmod") if noun is not None else ()),
    ]
    deeper = [part for item in said for part in children(item, "nmod", "obj", "obl", "compound", "conj")]
    return any(has_lemma(item, CUES["illness"]) for item in [*said, *deeper])


def _is_beside_deaths(trigger: Token) -> bool:
    return any(has_lemma(item, CUES["dying"]) for item in trigger.sent if item != trigger)


def _is_conditional(trigger: Token) -> bool:
    mark = child(trigger, "mark")
    if mark is None and trigger.dep_ == "advcl":
        opens = trigger.left_edge
        return opens.head == trigger and opens.lower_ in FUNCTION_WORDS["inverted_condition"]
    return mark is not None and mark.lower_ in CUES["conditional"]


def _describes_somebody(noun: Token) -> bool:
    """True if the phrase describes a name beside it ("Lena Kamara, a child who drowned")."""
    return noun.dep_ == "appos" and noun.head.ent_type_ == "PERSON"


def is_rate(counted: Counted) -> bool:
    """True for a count per so many others ("12 deaths per 100,000 people"), not per day or year."""
    hosts = [counted.head] if counted.noun is None else [counted.head, counted.noun]
    for host in hosts:
        for item in host.children:
            if item.i > host.i and preposition(item) == "per":
                return item.like_num or child(item, "nummod") is not None
            if item.lower_ == "per" and any(part.like_num for part in item.subtree):
                return True
    return False


def is_generic(trigger: Token) -> bool:
    """True if the predicate reports no event that happened: infinitives, modals, negation."""
    if is_negated(trigger):
        return True
    if trigger.pos_ not in PREDICATES:
        return False
    mark = child(trigger, "mark")
    if mark is None and trigger.dep_ == "conj":
        mark = child(trigger.head, "mark")
    if mark is not None and mark.lower_ in FUNCTION_WORDS["open_condition"]:
        done = trigger.dep_ == "xcomp" and not has_lemma(trigger.head, CUES["permit"])
        return mark.lower_ != "to" or not done
    modal = any(item.tag_ == "MD" for item in auxiliaries(trigger))
    return modal or trigger.tag_ == "VBZ" or (trigger.tag_ == "VBP" and not auxiliaries(trigger))


def takes_part(head: Token, noun: Token) -> bool:
    """True if states or organisations act, belong or are represented, and are no place or theme."""
    if noun.dep_ == "compound" and noun.i > noun.sent.start and noun.nbor(-1).text == "-":
        return _is_body_of_states(noun.head)
    if noun.lemma_.lower() in CUES["belonging"]:
        if _beside_a_body(noun):
            return True
        if not _of_a_body(noun):
            return False
    first = first_conjunct(head)
    if _words_around(noun) & CUES["partaker"]:
        return preposition(first) not in PREPOSITIONS["not_of_a_member"]
    if first.dep_ in SUBJECTS - {"nsubj:pass"}:
        return _acts(first.head)
    if first.dep_ in TAKING_PART:
        return True
    if first.dep_ == "nsubj:pass":
        return has_lemma(first.head, CUES["meeting"])
    return _is_represented(first) or _is_party(first)


def _acts(predicate: Token) -> bool:
    """True unless a subject only is, has or exists ("there are 14 countries", "both share a border")."""
    if child(predicate, "expl") is not None:
        return False
    if child(predicate, "cop") is not None and predicate.pos_ != "VERB":
        return has_lemma(predicate, CUES["belonging"] | CUES["partaker"])
    if has_lemma(predicate, CUES["standing"]):
        return predicate.tag_ == "VBG" or child(predicate, "xcomp") is not None  # "are to take part"
    return True


def _of_one_state(governments: Token) -> bool:
    """True for governments that follow each other in one state ("three successive governments")."""
    told = children(governments, "amod", "compound")
    if any(item.ent_type_ == "ORG" or item.lower_ in CUES["governing"] for item in told):
        return True
    behind = children(governments, "nmod", "obl")
    return any(item.lower_ in CUES["in_turn"] or preposition(item) in PREPOSITIONS["in_turn"] for item in behind)


def _words_around(noun: Token) -> set[str]:
    """Return the lemmas of a noun and its modifiers, and the word before it."""
    words = {noun.lemma_.lower(), *(item.lemma_.lower() for item in children(noun, "compound", "amod"))}
    return words | ({noun.nbor(-1).lower_} if noun.i > noun.sent.start else set())


def _is_represented(head: Token) -> bool:
    """True for "delegates of 14 countries", "two of the 14 countries"."""
    if head.dep_ != "nmod" or preposition(head) not in PREPOSITIONS["member_of"]:
        return False
    governor = head.head
    return has_lemma(governor, CUES["delegate"]) or "state" in noun_classes(governor) or _is_acting_number(governor)


def _is_acting_number(token: Token) -> bool:
    """True for the "two" of "two of the 14 countries signed"."""
    return token.pos_ == "NUM" and token.dep_ in SUBJECTS | {"appos"}


def _is_party(head: Token) -> bool:
    """True for "signed by 14 countries", "talks with 14 countries", "gathered from 14 countries"."""
    case = preposition(head)
    if head.dep_ == "nmod" and case in PREPOSITIONS["member_of"]:
        return False
    if head.dep_ not in {"obl", "nmod"}:
        return False
    if case == "between":
        return has_lemma(head.head, CUES["dealing"])
    from_afar = case == "from" and has_lemma(head.head, CUES["meeting"])
    return case in PREPOSITIONS["taking_part"] or from_afar


def _of_a_body(noun: Token) -> bool:
    """True if "members" belong to a coalition, union or treaty, not to a crew or a gang."""
    owner = next((item for item in children(noun, "nmod") if preposition(item) == "of"), None)
    if owner is None:
        return any(has_lemma(item, CUES["alliance"]) for item in children(noun, "compound", "nmod:poss"))
    kind = CUES["council_of_states" if has_lemma(owner, CUES["assembly"]) else "alliance"]
    return has_lemma(owner, CUES["alliance"]) or any(
        has_lemma(item, kind | CUES["alliance"]) for item in owner.children
    )


def _beside_a_body(members: Token) -> bool:
    """True for "the Arab League (22 members)", and for "its 22 members" where a union acts."""
    if members.dep_ == "appos":
        return _is_body_of_states(members.head)
    owner = child(members, "nmod:poss")
    if owner is None or owner.pos_ != "PRON":
        return False
    acting = (subject(verb) for verb in ancestors(members.head) if verb.pos_ in PREDICATES)
    return any(body is not None and _is_body_of_states(body) for body in acting)


def _is_strength(counted: Counted) -> bool:
    """True for "a 4,000-strong force"."""
    doc, end = counted.head.doc, counted.numeral.end
    return [word.lower_ for word in doc[end : end + 2]][-1:] == ["strong"]


def _counts_bodies(counted: Counted) -> bool:
    """True for "the two forces": armies, not their soldiers."""
    noun, low = counted.noun, counted.amount.low
    return noun is not None and has_lemma(noun, CUES["armed_body"]) and low is not None and low < FEWEST_SOLDIERS


def _is_body_of_states(head: Token) -> bool:
    """True for what states belong to: "the 22-member Arab League", "a 19-nation force"."""
    words = [head, *children(head, "compound", "amod", "flat")]
    if any(has_lemma(item, CUES["alliance"]) or has_lemma(item, CUES["force_unit"]) for item in words):
        return True
    named = head.pos_ == "PROPN" and head.ent_type_ == "ORG" and has_lemma(head, CUES["body_of_states"])
    return named and not any(has_lemma(item, CUES["local"]) for item in [*words, *children(head, "nmod")])


def _is_former(noun: Token) -> bool:
    return any(item.lower_ in FUNCTION_WORDS["former"] for item in children(noun, "amod", "compound"))


def _is_by_authority(verb: Token) -> bool:
    """True if police, guards, soldiers and their like do it."""
    who = by_phrase(verb) or (None if is_passive(verb) else subject(verb))
    return who is not None and has_lemma(who, CUES["authority"])


def _of_hostages(counted: Counted, trigger: Token) -> bool:
    """True for "30 hostages", and for three nuns who are "held hostage"."""
    told = (*trigger.children, *counted.head.children)
    return "captive" in counted.classes or any(has_lemma(item, CUES["hostage"]) for item in told)


def _is_routine(trigger: Token) -> bool:
    """True for the present tense, and for what happens every day or year."""
    present = any(item.tag_ in {"VBP", "VBZ"} for item in auxiliaries(trigger))
    going_on = any(item.tag_ in {"VBG", "VBN"} for item in auxiliaries(trigger))
    often = any(child(item, "det") is not None for item in children(trigger, "obl:unmarked"))
    return often or (present and not going_on)


def _is_sought(trigger: Token) -> bool:
    """True for the arrest that a warrant is for, wherever the parse ties it."""
    if preposition(trigger) != "for":
        return False
    return any(has_lemma(item, CUES["sought"]) for item in (trigger.head, *children(trigger.head, "obj", "nsubj:pass")))


def _is_score(counted: Counted, trigger: Token) -> bool:
    """True for "shot 64", as golfers and basketball players do."""
    bare = counted.noun is None and counted.head.dep_ == "obj"
    return bare and counted.amount.text.isdecimal() and (counted.amount.low or 0) >= LOWEST_SCORE


def _is_record(arrests: Token) -> bool:
    """True for the arrests that somebody has behind him: "has six arrests", "14 prior arrests"."""
    if any(item.lower_ in FUNCTION_WORDS["prior"] for item in children(arrests, "amod")):
        return True
    if arrests.dep_ != "obj" or arrests.head.lemma_.lower() != "have":
        return False
    owner = subject(arrests.head)
    return owner is not None and (owner.lower_ in FUNCTION_WORDS["singular_subject"] or owner.ent_type_ == "PERSON")


def _has_word(words: frozenset[str], trigger: Token, *relations: str) -> bool:
    """True if a dependent with one of the relations is one of the words."""
    return any(item.lower_ in words for item in children(trigger, *relations))


COUNT_FEATURES: dict[str, Callable[[Counted, Token], bool]] = {
    "rate": lambda it, trigger: is_rate(it),
    "takes_part": lambda it, trigger: it.noun is not None and takes_part(it.head, it.noun),
    "generic": lambda it, trigger: it.singular and (is_generic(trigger) or _describes_somebody(it.head)),
    "wrongdoer": lambda it, trigger: "wrongdoer" in it.classes,
    "freed": lambda it, trigger: has_lemma(it.head.head, CUES["freed"]),
    "conditional": lambda it, trigger: _is_conditional(trigger),
    "one": lambda it, trigger: it.amount.low == it.amount.high == 1,
    "zero": lambda it, trigger: it.amount.high == 0,
    "fatal": lambda it, trigger: _has_word(FUNCTION_WORDS["fatal"], trigger, "amod", "advmod"),
    "inside": lambda it, trigger: preposition(trigger) in PREPOSITIONS["custody"] and child(trigger, "nummod") is None,
    "grave": lambda it, trigger: any(has_lemma(item, CUES["grave"]) for item in trigger.children),
    "sick": lambda it, trigger: it.noun is not None and has_lemma(it.noun, CUES["sick"]),
    "attempted": lambda it, trigger: _has_word(FUNCTION_WORDS["attempted"], trigger, "amod", "compound"),
    "civil": lambda it, trigger: any(
        has_lemma(item, CUES["civil_force"]) for item in children(trigger, "compound", "amod")
    ),
    "authority": lambda it, trigger: _is_by_authority(trigger),
    "bare": lambda it, trigger: it.noun is None,
    "bodies": lambda it, trigger: _counts_bodies(it),
    "multiple": lambda it, trigger: it.amount.text.lower() in MULTIPLES,
    "strong": lambda it, trigger: _is_strength(it),
    "negated": lambda it, trigger: is_negated(trigger) or child(trigger, "mark") is not None or is_nobody(trigger),
    "answerable": lambda it, trigger: any(
        has_lemma(item, CUES["answerable"]) for item in (*trigger.children, *it.head.children)
    ),
    "hostage": _of_hostages,
    "score": _is_score,
    "record": lambda it, trigger: _is_record(trigger),
    "routine": lambda it, trigger: _is_routine(trigger),
    "sought": lambda it, trigger: _is_sought(trigger),
    "sentenced": lambda it, trigger: has_lemma(trigger, CUES["sentencing"]),
    "former": lambda it, trigger: it.noun is not None and _is_former(it.noun),
    "ill": lambda it, trigger: is_ill(trigger, it.noun),
    "beside_deaths": lambda it, trigger: _is_beside_deaths(trigger),
    "successive": lambda it, trigger: (
        it.noun is not None and it.noun.lemma_.lower() == GOVERNMENT and _of_one_state(it.noun)
    ),
}
"""What may hold of a count and its trigger; the meanings are in the lexicon ``rule_features``."""
