"""Culprits: who is behind an event that acts instead of a person, or whose deed another clause tells.

1. The event's own words: "carried out by …", "the guerrilla attack", "a clash with …".
2. The clause of the attack: "killed when gunmen opened fire".
3. Guilt: "confessed to three murders", "wanted in connection with four murders".
4. The owner of the victims: "three of the gunman's victims".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, EVENT_WORDS, PREPOSITIONS
from factx.facts.frame import Frame
from factx.facts.relations import of_them, of_what
from factx.facts.slots.actors import ACTORS, NAMED, attacks, by_phrase, can_act, first_verb
from factx.facts.slots.scope import is_days_apart
from factx.facts.slots.slot_rules import agent_of
from factx.facts.words import NOUNS, has_lemma
from factx.model import PREDICATES, child, children, is_negated, is_passive, preposition, subject

VERBAL = PREDICATES | {"ADJ"}
FORCE = frozenset({"force"})
DEAD_OR_HURT = CUES["dying"] | CUES["hurting"] | CUES["state_of_persons"] | EVENT_WORDS["killing"]
"""Deaths and injuries, which an attack told before them causes: those who fled it fled by themselves."""
FIGHTING = FORCE | {"wrongdoer"}
"""Classes of those who may have attacked themselves."""
WAR = frozenset({"war"})
VICTIM = frozenset({"victim"})
TARGETED = frozenset({"on", "against", "of"})
"""Prepositions before whom or what an attack is aimed at: "its bombing of Kano"."""
WAR_ON = frozenset({"on", "against", "in"})
ATTACKED = FIGHTING | {"person"}
BEHIND = frozenset({"conj", "parataxis", "advcl", "ccomp"})
"""How the clause of those hurt hangs on that of the attack before it."""
MARKS = frozenset({";", ":"})
MOST_GUILT_NOUNS = 3
"""Nouns of guilt that may be nested ("his part in a role in …"); speech nests fewer."""


def culprit(frame: Frame, counted: Counted) -> Token | None:
    """Return who is behind a death or injury whose verb names nobody; or None."""
    trigger = frame.trigger
    by = by_phrase(trigger) if trigger.pos_ in PREDICATES else None
    if by is not None and can_act(by):
        return by
    found = next(filter(None, map(perpetrator, _events_near(trigger, counted))), None)
    if found is None and trigger.pos_ in VERBAL:
        found = next(filter(None, (_attacker(verb) for verb in _clauses(trigger))), None)
        if found is None and has_lemma(trigger, DEAD_OR_HURT):
            found = next(filter(None, (_attacker_before(verb, counted) for verb in _clauses(trigger))), None)
    return found or _whose_victims(counted)


def _whose_victims(counted: Counted) -> Token | None:
    """Return the gunman of "three of the gunman's victims"; or None."""
    nouns = (counted.noun, counted.head, of_what(counted.head))
    victims = next((noun for noun in nouns if noun is not None and has_lemma(noun, VICTIM)), None)
    owner = None if victims is None else child(victims, "nmod:poss")
    return owner if owner is not None and can_act(owner) else None


def event_between(head: Token, trigger: Token) -> Token | None:
    """Return the event that acts instead of a person: the head, or the noun before a relative clause."""
    if has_lemma(head, CUES["event"]) and not can_act(head):
        return head
    if first_verb(trigger).head != head or has_lemma(trigger, CUES["hosting"]):
        return None
    if head.dep_ in {"nmod", "obl"} and (head.ent_type_ == "LOC" or has_lemma(head, CUES["settlement"])):
        return head.head  # "the bombing in Kano, which killed two"
    inside = [item for item in head.subtree if head.i < item.i < trigger.left_edge.i]
    return next(
        (item for item in reversed(inside) if item.pos_ in {"NOUN", "PROPN"} and has_lemma(item, CUES["event"])), None
    )


def perpetrator(event: Token) -> Token | None:
    """Return who is behind an attack: "carried out by …", "the Taliban attack", "IS claimed an attack"."""
    places = (place for place in children(event, "nmod") if place.ent_type_ == "LOC")
    told = (clause for noun in (event, *places) for clause in children(noun, "acl", "acl:relcl"))
    for item in [event, *told, *children(event, "appos")]:
        if item != event and item.pos_ in PREDICATES and has_lemma(item, CUES["report"] - CUES["claiming"]):
            continue  # "described by the executive as a riot"
        by = by_phrase(item) or agent_of(item, "description")
        if by is not None and can_act(by):
            return by
    return _owner_of(event) or _opponent(event) or agent_of(event, "attack") or who_is_behind(event)


def who_is_behind(deed: Token) -> Token | None:
    """Return who was behind a deed, or whose work it was: "the raid was the work of a gang"; or None."""
    if child(deed, "cop") is not None and preposition(deed) == "behind":
        return subject(deed)
    work = deed.head
    if deed.dep_ != "nsubj" or not has_lemma(work, CUES["work_of"]) or child(work, "cop") is None or is_negated(work):
        return None
    return of_them(work)


def _owner_of(event: Token) -> Token | None:
    """Return whose attack it is: "the Taliban attack", "the troops' gunfire", "a guerrilla raid".

    Of what an army fires, the adjective of a people tells it: "Israeli shells", but "an Iraqi
    bombing" is one in Iraq.
    """
    for item in children(event, "nmod:poss", "compound"):
        if item.ent_type_ == "LOC" and not _is_waged(event):
            continue
        if item.ent_type_ in ACTORS:
            return item
        dated = item.ent_type_ == "DATE"  # "Sunday's clash"
        if (item.dep_ == "nmod:poss" and can_act(item) and not dated) or (
            item.pos_ == "NOUN" and noun_classes(item) & FORCE
        ):
            return item
    if not _is_fire(event):
        return None
    people = next((item for item in children(event, "amod", "nmod:desc") if item.ent_type_ == "NORP"), None)
    return people or next((item for item in children(event, "compound") if can_act(item)), None)


def _is_waged(event: Token) -> bool:
    """True for what a state does: "Oman's raid", "its war on rebels"; its civil war befalls it."""
    if has_lemma(event, CUES["waged"]) or _is_fire(event):
        return True
    cases = WAR_ON if has_lemma(event, WAR) and not children(event, "amod") else TARGETED
    targets = (item for item in children(event, "nmod") if preposition(item) in cases)
    return any(item.ent_type_ in {"LOC", "NORP"} or noun_classes(item) & ATTACKED for item in targets)


def _is_fire(event: Token) -> bool:
    """True for what an army fires: "shells", "rockets", "an air raid", "mortar fire"."""
    if has_lemma(event, CUES["bombardment"]):
        return True
    return has_lemma(event, CUES["blow"]) and any(
        has_lemma(item, CUES["arms"]) for item in children(event, "compound", "amod")
    )


def _opponent(event: Token) -> Token | None:
    """Return the other side of a fight, "a clash with gunmen", or who fight each other; or None."""
    if not has_lemma(event, CUES["clash"] | CUES["mutual"]):
        return None
    for item in children(event, "nmod", "obl"):
        case = preposition(item)
        alone = child(item, "conj") is None
        if can_act(item) and ((case == "with" and has_lemma(event, CUES["clash"])) or (case == "between" and alone)):
            return item
    return None


def _clauses(trigger: Token) -> Iterator[Token]:
    """Yield the verb of a trigger, then those coordinated with it: "was killed and another hurt when …"."""
    yield trigger
    yield from (item for item in children(trigger, "conj", "xcomp") if item.pos_ in VERBAL)
    if trigger.dep_ in {"conj", "xcomp"}:
        yield trigger.head


def _events_near(trigger: Token, counted: Counted) -> list[Token]:
    """Return the attacks that phrases of the trigger name: "died in the attack", "a bombing killed five"."""
    described = [first_verb(trigger).head] if first_verb(trigger).dep_ == "acl:relcl" else _scene(trigger)
    if trigger.pos_ in VERBAL:
        near = [item for verb in _clauses(trigger) for item in children(verb, "obl", "nsubj", "obl:agent")]
        near += [item for verb in _clauses(trigger) for item in children(verb, "advcl") if _is_fight(item)]
    else:
        near = [item for noun in (trigger, counted.head) for item in children(noun, "nmod")]
    caused = [item for noun in near if has_lemma(noun, CUES["outcome"]) for item in children(noun, "nmod")]
    found = [item for item in (*described, *near, *caused) if has_lemma(item, CUES["event"] | CUES["clash"])]
    return [item for item in found if preposition(item) not in PREPOSITIONS["later"]]


def _scene(verb: Token) -> list[Token]:
    """Return the attack of a clause "in which" somebody died, whatever the parse ties it to."""
    pronoun = next((item for item in children(verb, "obl") if item.tag_ == "WDT"), None)
    if pronoun is None or preposition(pronoun) not in {"in", "during"}:
        return []
    before = (item for item in reversed(verb.doc[verb.sent.start : verb.left_edge.i]))
    return next(([item] for item in before if has_lemma(item, CUES["event"]) and item.pos_ in NOUNS), [])


def _is_fight(clause: Token) -> bool:
    """True for a noun parsed as a clause: "killed in fighting with rebels"."""
    return clause.tag_ == "VBG" and preposition(clause) is not None and has_lemma(clause, CUES["clash"])


def _attacker(verb: Token) -> Token | None:
    """Return who attacks in a clause of time beside a verb: "wounded when gunmen opened fire"; or None."""
    for clause in children(verb, "advcl"):
        attack = None if is_days_apart(clause) else next(filter(attacks, _told_in(clause)), None)
        if attack is None:
            continue
        who = by_phrase(attack) if is_passive(attack) else subject(attack)
        if who is not None and can_act(who):
            return who
    return None


def _told_in(clause: Token) -> list[Token]:
    """Return a clause and what goes on from it: "when police say gunmen came", "when they came and fired"."""
    told = children(clause, "ccomp") if has_lemma(clause, CUES["report"]) else children(clause, "xcomp")
    return [part for first in (*told, clause) for part in (first, *children(first, "conj"))]


def _attacker_before(verb: Token, counted: Counted) -> Token | None:
    """Return who attacked those in a clause behind it: "police opened fire, and two boys died"; or None."""
    own = child(verb, "nsubj", "nsubj:pass")
    if own is None or verb.dep_ not in BEHIND or not (_is_with(own, counted) or own.i < counted.head.i):
        return None
    who = _attacker_of(verb.head)
    if who is None or own.i < verb.head.i:
        return None
    marked = verb.doc[own.left_edge.i - 1].text in MARKS
    if marked and counted.noun is None:
        return None if _strikes_fighters(verb.head) else who  # "police attacked the sit-in; three were killed"
    joined = marked or (verb.dep_ == "conj" and _and_between(verb.head, own))
    return who if joined and not _strikes_another(verb.head) and not _is_side(who, counted) else None


def _attacker_of(attack: Token) -> Token | None:
    """Return the subject before a verb of attack; or None."""
    who = child(attack, "nsubj") if attacks(attack) and not is_negated(attack) else None
    return who if who is not None and who.i < attack.i and can_act(who) else None


def _strikes_another(attack: Token) -> bool:
    """True for "shot a bear", beside which others were hurt by something else."""
    struck = child(attack, "obj")
    return struck is not None and ("person" in noun_classes(struck) or has_lemma(struck, CUES["animal"]))


def _is_with(own: Token, counted: Counted) -> bool:
    return own == counted.head or own.is_ancestor(counted.head)


def _and_between(attack: Token, own: Token) -> bool:
    return any(item.lower_ == "and" for item in attack.doc[attack.i : own.i])


def _strikes_fighters(attack: Token) -> bool:
    """True for an attack on those who may have killed some of the attackers: "attacked an army post"."""
    struck = (item for item in children(attack, "obj", "obl"))
    return any(
        noun_classes(item) & FIGHTING or has_lemma(item, EVENT_WORDS["fighter"])
        for target in struck
        for item in (target, *children(target, "compound", "amod", "nmod"))
    )


def are_one_side(who: Token, victims: Token) -> bool:
    """True for attackers among whom those hurt may be: "two rebels died in an attack by guerrillas"."""
    if has_lemma(victims, EVENT_WORDS["fighter"]):
        return has_lemma(who, EVENT_WORDS["fighter"])
    return bool(noun_classes(victims) & FIGHTING) and victims.lemma_.lower() == who.lemma_.lower()


def _is_side(who: Token, counted: Counted) -> bool:
    """True for those who may have shot, too: "and two rebels died", "and two of them", "and nine"."""
    fighting = counted.classes & FIGHTING or has_lemma(counted.noun or counted.head, EVENT_WORDS["fighter"])
    alike = counted.noun is not None and counted.noun.lemma_ == who.lemma_
    return bool(fighting) or alike or "person" not in counted.classes


def guilty(deed: Token) -> Token | None:
    """Return who is said to be guilty of killings: "confessed to six murders", "his role in the deaths"."""
    token = deed
    for _ in range(MOST_GUILT_NOUNS):
        noun = token.head
        if token.dep_ not in {"nmod", "obl", "acl"} or noun.pos_ != "NOUN" or not has_lemma(noun, CUES["guilt"]):
            break
        owner = child(noun, "nmod:poss")
        if owner is not None and (owner.ent_type_ in NAMED or owner.pos_ == "NOUN"):
            return owner
        token = noun
    if token is not deed and token.dep_ == "obj" and token.head.pos_ in PREDICATES:
        return None if has_lemma(token.head, CUES["deny"]) else subject(token.head)
    done = agent_of(token, "deed") if has_lemma(token, CUES["act"]) else None
    return agent_of(token, "deaths") or done or who_is_behind(token)
