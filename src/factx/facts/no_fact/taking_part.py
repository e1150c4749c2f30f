"""What ``members`` are: counted states and organisations that act, belong or are represented."""

from __future__ import annotations

from spacy.tokens import Token

from factx.base import GATHERINGS
from factx.facts.counts.counted import Counted, noun_classes
from factx.facts.cues import CUES, EVENT_WORDS, PREPOSITIONS
from factx.facts.relations import conjuncts, of_them
from factx.facts.slots.stance import is_definite
from factx.facts.words import HAVE, has_lemma
from factx.model import PREDICATES, ancestors, child, children, first_conjunct, is_passive, preposition, subject

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
TAKING_PART = frozenset({"ROOT", "obl:agent", "appos", "nmod:poss"})
MOST_STATES = 250
"""No union of states has more members; a union of so many is one of people."""
UNDERGONE = frozenset({"obj", "obl"})
"""How what a state got through depends on its verb."""
PEOPLE = frozenset({"person"})
NATIONS = frozenset({"country", "government", "nation"})
CROSSING = CUES["across_states"] | CUES["contest"]
"""What passes through nations, or looks at them, and is no body of theirs: a tour, a survey, a tournament."""
FIRMS = frozenset({"organisation"})
BANK, DELEGATION = frozenset({"bank"}), frozenset({"delegation"})
TOGETHER = CUES["dealing"] | CUES["working_together"] | EVENT_WORDS["joining"] | EVENT_WORDS["agreeing"]
"""What several do as one."""
COUNTING = HAVE | CUES["counting_members"]
UNION = "union"
"""A union without a name has people as its members."""


def takes_part(head: Token, noun: Token) -> bool:
    """True if states or organisations act, belong or are represented, and are no place or theme."""
    if noun.dep_ == "compound" and noun.i > noun.sent.start and noun.nbor(-1).text == "-":
        return _is_body_of_states(noun.head) or (_are_nations(noun) and not has_lemma(noun.head, CROSSING))
    if noun.lemma_.lower() in CUES["belonging"]:
        if _beside_a_body(noun):
            return True
        if not _of_a_body(noun):
            return False
    first = first_conjunct(head)
    if _words_around(noun) & CUES["partaker"]:
        return preposition(first) not in PREPOSITIONS["not_of_a_member"]
    if first.dep_ in SUBJECTS - {"nsubj:pass"}:
        return _acts_itself(first)
    if first.dep_ in TAKING_PART:
        return not _is_of_places(first)
    if first.dep_ == "nsubj:pass":
        return has_lemma(first.head, CUES["meeting"])
    return _is_represented(first) or _is_party(first) or are_drawn(first)


def _is_of_places(states: Token) -> bool:
    """True for what places are called to which something comes: "aid to Chad and Mali, the two hit"."""
    place = first_conjunct(states.head)
    return states.dep_ == "appos" and place.ent_type_ == "LOC" and preposition(place) in PREPOSITIONS["bound_for"]


def _are_nations(noun: Token) -> bool:
    """True for the nations of "a 12-nation community", not for the members of a 12-member one."""
    return has_lemma(noun, NATIONS)


def _acts_itself(states: Token) -> bool:
    """True for the subject of what it does; not for parties to a lawsuit, nor for "have to be visited"."""
    undergone = child(states.head, "xcomp") if has_lemma(states.head, HAVE) else None
    if undergone is not None and is_passive(undergone):
        return has_lemma(undergone, CUES["meeting"])
    if has_lemma(states, CUES["loose_body"]) and not are_a_group(states) and not act_together(states.head):
        return has_lemma(states.head, CUES["report"])  # "six rights groups warned"
    return not are_litigants(states) and acts(states.head)


def are_a_group(noun: Token) -> bool:
    """True for states or firms told of as a group: "the nine banks", "both banks", not "nine banks"."""
    return is_definite(noun) or child(noun, "det", "det:predet", "cc:preconj") is not None


def act_together(verb: Token) -> bool:
    """True for "agreed to merge", "struck a deal", "are expected to approve", "work together"."""
    around = [verb, *verb.children, *(part for clause in children(verb, "xcomp") for part in clause.children)]
    return any(has_lemma(item, TOGETHER) or item.lower_ in CUES["jointly"] for item in around)


def belong(noun: Token) -> bool:
    """True for signatories, member states, "states in the bloc", and for "states that have signed"."""
    if noun.lemma_.lower() in CUES["belonging"]:
        of_labour = any(item.lower_ == UNION for item in children(noun, "compound"))
        return not of_labour and (_of_a_body(noun) or _beside_a_body(noun) or _is_joined_by_a_state(noun))
    if _words_around(noun) & CUES["partaker"]:
        return True
    within = (part for part in children(noun, "nmod") if preposition(part) in PREPOSITIONS["belonged_to"])
    if any(has_lemma(part, CUES["alliance"] | CUES["dealing"]) for part in within):
        return True
    return any(has_lemma(clause, EVENT_WORDS["joining"]) for clause in children(noun, "acl", "acl:relcl"))


def are_persons(counted: Counted) -> bool:
    """True for members who are people: too many for states, or "members and friends"."""
    noun, low = counted.noun, counted.amount.low
    if noun is None:
        return False
    many = low is not None and low > MOST_STATES
    if noun.lemma_.lower() not in CUES["belonging"]:
        return many and any(has_lemma(item, CUES["belonging"]) for item in children(noun, "compound"))
    beside = any("person" in noun_classes(item) and not has_lemma(item, CUES["belonging"]) for item in conjuncts(noun))
    return beside or many


def acts(predicate: Token) -> bool:
    """True unless a subject only is, has or exists ("there are 14 countries", "both share a border")."""
    if child(predicate, "expl") is not None or is_no_act(predicate):
        return False
    if child(predicate, "cop") is not None and predicate.pos_ != "VERB":
        return has_lemma(predicate, CUES["belonging"] | CUES["partaker"])
    if any(preposition(item) == "as" and has_lemma(item, CUES["belonging"]) for item in children(predicate, "obl")):
        return True  # "share a currency as members of a union"
    if has_lemma(predicate, CUES["standing"]):
        return predicate.tag_ == "VBG" or child(predicate, "xcomp") is not None  # "are to take part"
    return True


def is_no_act(predicate: Token) -> bool:
    """True for a match, and for who declines to comment: "the two countries meet in the final"."""
    if any(has_lemma(item, CUES["commenting"]) for item in children(predicate, "xcomp", "obl")):
        return has_lemma(predicate, CUES["keeping_silent"])
    plays = has_lemma(predicate, CUES["playing"])
    return plays and any(has_lemma(item, CUES["contest"]) for item in children(predicate, "obl", "obj"))


def are_litigants(parties: Token) -> bool:
    """True for the parties to a lawsuit or a marriage."""
    return any(preposition(item) == "to" and has_lemma(item, CUES["suit"]) for item in children(parties, "nmod"))


def of_one_state(governments: Token) -> bool:
    """True for governments that follow each other in one state: "three successive governments"."""
    told = children(governments, "amod", "compound")
    if any(item.ent_type_ == "ORG" or item.lower_ in CUES["governing"] for item in told):
        return True
    if governments.dep_ in UNDERGONE and has_lemma(governments.head, CUES["getting_through"]):
        state = subject(governments.head)
        return state is not None and state.ent_type_ == "LOC"
    behind = children(governments, "nmod", "obl")
    if any(_is_one_capital(item) for item in behind) and not any(item.lower_ == "two" for item in governments.children):
        return True
    return any(has_lemma(item, CUES["in_turn"]) or preposition(item) in PREPOSITIONS["in_turn"] for item in behind)


def of_one_nation(governments: Token) -> bool:
    """True for "six Iraqi governments", not for Arab ones, and not for "Iraqi and Syrian governments"."""
    whose = [item for item in children(governments, "amod") if item.ent_type_ == "NORP"]
    return len(whose) == 1 and child(whose[0], "conj") is None and whose[0].lower_ not in CUES["regional"]


def _is_one_capital(place: Token) -> bool:
    """True for "in Lima", not for "in Africa", "in Lima and Quito", nor "in the region"."""
    named = preposition(place) == "in" and place.ent_type_ == "LOC" and child(place, "conj", "det") is None
    return named and not has_lemma(place, CUES["continent"])


def _words_around(noun: Token) -> set[str]:
    """Return the lemmas of a noun and its modifiers, and the word before it."""
    words = {noun.lemma_.lower(), *(item.lemma_.lower() for item in children(noun, "compound", "amod"))}
    return words | ({noun.nbor(-1).lower_} if noun.i > noun.sent.start else set())


def _is_represented(head: Token) -> bool:
    """True for "delegates of 14 countries", "two of the 14 countries"."""
    if head.dep_ != "nmod" or preposition(head) not in PREPOSITIONS["member_of"]:
        return False
    governor = head.head
    of_firms = noun_classes(governor) == FIRMS and not has_lemma(governor, DELEGATION)
    if preposition(head) == "from" and of_firms:
        return False
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
    brought = child(head.head, "obj")
    alone = brought is None or has_lemma(brought, CUES["delegate"])  # not "brought dogs from 14 countries"
    from_afar = case == "from" and has_lemma(head.head, CUES["meeting"]) and alone
    return case in PREPOSITIONS["taking_part"] or from_afar


def _of_a_body(noun: Token) -> bool:
    """True if "members" belong to a coalition, union or treaty, not to a crew or a gang."""
    owner = of_them(noun)
    if owner is None:
        return any(has_lemma(item, CUES["alliance"]) for item in children(noun, "compound", "nmod:poss"))
    kind = CUES["council_of_states" if has_lemma(owner, CUES["assembly"]) else "alliance"]
    return has_lemma(owner, CUES["alliance"]) or any(
        has_lemma(item, kind | CUES["alliance"]) for item in owner.children
    )


def _beside_a_body(members: Token) -> bool:
    """True for "the Arab League (22 members)", "NATO has 32", and "its 22" where a union acts."""
    if members.dep_ == "appos":
        return _is_body_of_states(members.head) or _are_states(members.head)
    body = _whose_number(members)
    if body is not None:
        named = body.ent_type_ == "ORG" and child(body, "nmod:poss") is None
        return _is_bloc(body) or (named and _is_body_of_states(body))  # "the Farmers' Federation" has people
    owner = child(members, "nmod:poss")
    if owner is None or owner.pos_ != "PRON":
        return False
    acting = (subject(verb) for verb in ancestors(members.head) if verb.pos_ in PREDICATES)
    return any(body is not None and _is_body_of_states(body) for body in acting)


def _whose_number(members: Token) -> Token | None:
    """Return what has so many members: NATO in "NATO has 32", "took NATO to 32"; or None."""
    verb = members.head
    if members.dep_ == "obj" and has_lemma(verb, COUNTING):
        return subject(verb)
    grown = members.dep_ == "obl" and preposition(members) == "to" and has_lemma(verb, CUES["changing_size"])
    return (child(verb, "obj") or subject(verb)) if grown else None


def are_of_a_region(members: Token) -> bool:
    """True for the members that a body has which is named after a region, or by letters: "ECOWAS has 12"."""
    body = _whose_number(members)
    if body is None or not _beside_a_body(members):
        return False
    of_region = any(item.lower_ in CUES["regional"] for item in children(body, "amod", "compound"))
    return of_region or _is_bloc(body) or (body.text.isupper() and has_lemma(body, CUES["alliance"]))


def _is_bloc(body: Token) -> bool:
    """True for what only states belong to, named or not: "the bloc", not "the farmers' alliance"."""
    return has_lemma(body, CUES["bloc"]) and child(body, "nmod:poss") is None


def _are_states(names: Token) -> bool:
    """True for several places that are called members: "Togo and Benin, the other two members"."""
    several = conjuncts(names)
    return len(several) > 1 and all(item.ent_type_ == "LOC" for item in several)


def _is_joined_by_a_state(members: Token) -> bool:
    """True for the members of what a state joins: "Nauru joined the pact, bringing their number to 18"."""
    joining = (verb for verb in ancestors(members.head) if has_lemma(verb, EVENT_WORDS["joining"] | CUES["acceding"]))
    states = (subject(verb) for verb in joining)
    return any(state is not None and state.ent_type_ == "LOC" for state in states)


def are_drawn(states: Token) -> bool:
    """True for whom a meeting or a pact brings together: "the summit drew 40", "the pact takes in 40"."""
    host = subject(states.head) if states.dep_ == "obj" else None
    if host is None:
        return False
    drawn = has_lemma(states.head, CUES["drawing"]) and has_lemma(host, GATHERINGS)
    return drawn or (has_lemma(states.head, CUES["embracing"]) and _is_bloc(host))


def are_of_a_bank(members: Token) -> bool:
    """True for what a bank of states has: "the World Bank has 188 members"."""
    if members.dep_ != "obj" or not has_lemma(members.head, HAVE) or not has_lemma(members, CUES["belonging"]):
        return False
    bank = subject(members.head)
    return bank is not None and _is_bank_of_states(bank)


def _is_bank_of_states(head: Token) -> bool:
    kinds = children(head, "compound", "amod", "flat")
    named = head.ent_type_ == "ORG" and has_lemma(head, BANK)
    return named and any(has_lemma(item, CUES["bank_of_states"]) for item in kinds)


def _is_body_of_states(head: Token) -> bool:
    """True for what states belong to: "the 22-member Arab League", "a 19-nation force"."""
    words = [head, *children(head, "compound", "amod", "flat")]
    if any(has_lemma(item, CUES["alliance"]) or has_lemma(item, CUES["force_unit"]) for item in words):
        return True
    named = head.pos_ == "PROPN" and head.ent_type_ == "ORG" and has_lemma(head, CUES["body_of_states"])
    of_states = named and not any(has_lemma(item, CUES["local"]) for item in [*words, *children(head, "nmod")])
    return of_states or _is_bank_of_states(head)
