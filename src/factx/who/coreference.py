"""Pronouns and definite phrases ("his country", "the group", "the minister") and what they stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from factx.base import Anaphor, EntityMention, OfficialMention, lexicon, word_classes
from factx.model import token_indices, word_ids
from factx.who.definites import DEFINITES, definite, office_heads
from factx.who.layers import EntityLayers
from factx.who.source_types import source_type
from factx.who.words import BODY_HEADS, TITLE_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_BODY_TAGS = frozenset({"NN", "NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PRONOUNS = lexicon.table("who/pronouns", "word", "stands_for")
FORCE_WORDS = lexicon.classes("who/force_words")
_FORCES = frozenset({"police", "military", "armed group"})
"""Types of sources whose members arrest, shoot and abduct."""
_MOST_SENTENCES = 2
"""Sentences before that of "they arrested two men" in which the force may be named: bystanders fill one."""
_MOST_CLAUSES = 12
"""Clauses above a pronoun among whose subjects its antecedent is looked for."""
_LONGEST_JOINED = 8
"""Tokens from the first to the last of joined antecedents ("Ruiz and the minister of trade")."""
_MODIFIERS = frozenset({"compound", "amod", "flat", "nmod:poss", "nummod"})


def find_anaphors(layers: EntityLayers, officials: Sequence[OfficialMention]) -> list[Anaphor]:
    """References in text order; what has no clear antecedent is left out."""
    found: list[Anaphor] = []
    heads = office_heads(officials)
    subjects = [at for at, name in enumerate(layers.doc.to_array("DEP").tolist()) if name in word_ids(_SUBJECTS)]
    for at in token_indices(layers.doc, _openings()):
        token = layers.doc[at]
        if token.lower_ in PRONOUNS:
            found += filter(None, [_pronoun(layers, token, subjects) or _person_before(layers, token, found)])
        if token.lower_ in TITLE_WORDS["determiner"] and at + 1 < len(layers.doc):
            found += filter(None, [definite(layers, token, heads)])
    return found


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    return frozenset({*PRONOUNS, *TITLE_WORDS["determiner"]})


def _pronoun(layers: EntityLayers, token: Token, subjects: Sequence[int]) -> Anaphor | None:
    """A third-person pronoun and the subject that it takes up."""
    wanted = PRONOUNS[token.lower_]
    if token.lower_ == "it" and _is_empty(token):
        return None
    force = _force_before(layers, token, subjects) if wanted == "any" and _does_what_forces_do(token) else None
    if force is not None:
        return _reference(layers, token.idx, token.idx + len(token), token.text, force)
    own = token.head.i if token.dep_ in _OBJECTS else -1
    for subject in _subjects_before(token, subjects):
        if subject.head.i != own and _fits(layers, subject, wanted):
            fitting = (item for item in _before_aside(subject, token, subjects) if _fits(layers, item, wanted))
            return _reference(layers, token.idx, token.idx + len(token), token.text, next(fitting, subject))
    return None


def _person_before(layers: EntityLayers, token: Token, found: Sequence[Anaphor]) -> Anaphor | None:
    """What the last "he" stood for, else the only person named just before: "found Diaz. He had …"."""
    if PRONOUNS[token.lower_] != "person" or _is_before_its_name(token):
        return None
    start, end, first = token.idx, token.idx + len(token), _start_before(token)
    near = takewhile(lambda item: item.start_char >= layers.doc[first].idx, reversed(found))
    for last in near:
        if PRONOUNS.get(last.text.lower()) == "person" and last.text[0].lower() == token.lower_[0]:
            return Anaphor(start, end, token.text, last.antecedent, last.key, last.iso3)
    named = (layers.people[at].mention for at in range(first, token.sent.start) if at in layers.people)
    people = list({mention.key: mention for mention in named}.values())
    return Anaphor(start, end, token.text, people[0].text, people[0].key, None) if len(people) == 1 else None


def _is_before_its_name(token: Token) -> bool:
    """True in a clause before a subject that may say who is meant: "when he spoke, the mayor …"."""
    above = token.head.head
    return token.head.dep_ == "advcl" and any(item.i > token.i and _is_subject(item) for item in above.children)


def _before_aside(speaker: Token, token: Token, subjects: Sequence[int]) -> Iterator[Token]:
    """Subjects before a speaker in an aside, the nearest first: "archers held it, where, he said, they …"."""
    doc, first, verb = token.doc, speaker.left_edge.i, speaker.head
    aside = first > token.sent.start and doc[first - 1].text == "," and verb.i + 2 == token.i
    if not aside or doc[verb.i + 1].text != ",":
        return
    inside = subjects[bisect_left(subjects, token.sent.start) : bisect_left(subjects, first)]
    yield from (doc[at] for at in reversed(inside) if _is_subject(doc[at]))


def _does_what_forces_do(token: Token) -> bool:
    """True for the subject of a verb of arrest or of shooting: "they" who do that are no bystanders."""
    verbs = _deeds(token)
    return _assaults(verbs) or any(verb.lemma_.lower() in FORCE_WORDS["deed"] or _takes_away(verb) for verb in verbs)


def _deeds(subject: Token) -> list[Token]:
    """The verbs of which a token is the subject."""
    if subject.dep_ != "nsubj":
        return []
    return [subject.head, *(item for item in subject.head.children if item.dep_ == "conj")]


def _assaults(verbs: Sequence[Token]) -> bool:
    """True for a verb of killing or wounding, which police do and robbers, too."""
    return any(verb.lemma_.lower() in FORCE_WORDS["assault"] for verb in verbs)


def _takes_away(verb: Token) -> bool:
    """True for "took nine rowers into custody", "led two away to jail"."""
    return any(item.dep_ == "obl" and item.lower_ in FORCE_WORDS["custody"] for item in verb.children)


def _force_before(layers: EntityLayers, token: Token, subjects: Sequence[int]) -> Token | None:
    """The last subject before a pronoun, some sentences back at most, that is a force; or None.

    Those to whom it is done are not who did it: "they shot dead two rebels". Of a killing told in a
    sentence of its own the speaker before comes last: "rebels came, the army said. They killed two".
    """
    done_to = {item.lemma_ for item in token.head.children if item.dep_ == "obj"}
    assault, speaker = _assaults(_deeds(token)), None
    inside = subjects[bisect_left(subjects, _start_before(token)) : bisect_left(subjects, token.i)]
    for at in reversed(inside):
        subject = token.doc[at]
        if subject.tag_ not in _NOUNS or subject.lemma_ in done_to or _is_crowd(subject):
            continue
        if not _is_force(layers, subject) and not (assault and subject.lemma_.lower() in FORCE_WORDS["attacker"]):
            continue
        if not (assault and at < token.sent.start and subject.head.lemma_.lower() in FORCE_WORDS["saying"]):
            return subject
        speaker = speaker or subject
    return speaker


def _is_crowd(subject: Token) -> bool:
    """True for those counted, whom something befalls: "nine officers"."""
    return any(child.dep_ == "nummod" for child in subject.children)


def _start_before(token: Token) -> int:
    """Where the sentences begin in which a pronoun's antecedent may be named."""
    first = token.sent.start
    for _ in range(_MOST_SENTENCES):
        first = token.doc[first - 1].sent.start if first > 0 else 0
    return first


def _is_force(layers: EntityLayers, subject: Token) -> bool:
    """True for soldiers, police, rebels, and for a body of theirs by its name."""
    lemma = subject.lemma_.lower()
    if "force" in word_classes(lemma) or lemma in FORCE_WORDS["doer"]:
        return True
    return source_type(_phrase(layers, subject)) in _FORCES


def _is_empty(token: Token) -> bool:
    """True if "it" stands for nothing ("it is clear that …", "it was reported")."""
    head = token.head
    return token.dep_ == "expl" or any(child.dep_ in {"csubj", "csubj:pass"} for child in head.children)


def _subjects_before(token: Token, subjects: Sequence[int]) -> Iterator[Token]:
    """Subjects of the clauses above the pronoun, nearest first, then of the sentence before."""
    verb, steps = token.head, 0
    while steps < _MOST_CLAUSES:
        yield from (child for child in verb.children if child.i < token.i and _is_subject(child))
        if verb.head.i == verb.i:
            break
        verb, steps = verb.head, steps + 1
    start = token.sent.start
    if start > 0:
        before = token.doc[start - 1].sent
        root = before.root
        yield from filter(_is_subject, root.children)
        inside = subjects[bisect_left(subjects, before.start) : bisect_left(subjects, before.end)]
        others = (token.doc[at] for at in inside)
        yield from (item for item in others if item.head.i != root.i and _is_subject(item))


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECTS and token.tag_ in _NOUNS


def _fits(layers: EntityLayers, subject: Token, wanted: str) -> bool:
    is_person = subject.i in layers.people
    is_named = subject.i in layers.organisations or subject.i in layers.nations
    if wanted == "person":
        return is_person or (subject.tag_ == "NN" and not is_named and subject.lower_ in _persons())
    if wanted == "body":
        return (
            is_named
            or subject.i in layers.places
            or (subject.tag_ in _BODY_TAGS and not is_person and subject.lower_ in _bodies())
        )
    plural = subject.tag_ in {"NNS", "NNPS"} or any(child.dep_ == "conj" for child in subject.children)
    return plural or is_named or subject.lower_ in _bodies()


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return frozenset(BODY_HEADS.keys() | DEFINITES.keys())


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    offices = {row["office"].split()[-1].lower() for row in lexicon.read("who/offices")}
    return frozenset(offices | lexicon.words("who/person_nouns"))


def _reference(layers: EntityLayers, start: int, end: int, text: str, subject: Token) -> Anaphor:
    others = [child for child in subject.children if child.dep_ == "conj"]
    if others and PRONOUNS[text.lower()] == "any":
        near = others[-1].i - subject.i < _LONGEST_JOINED
        last = max(token.i for token in others[-1].subtree) if near else others[-1].i
        return Anaphor(start, end, text, layers.text(_first(layers, subject), last + 1), None, None)
    named = _named_at(layers, subject)
    if named is not None:
        return Anaphor(start, end, text, named.text, named.key, named.iso3)
    return Anaphor(start, end, text, _phrase(layers, subject), None, None)


def _named_at(layers: EntityLayers, token: Token) -> EntityMention | None:
    """The entity that the head of a phrase names; "Malaysian police" is not Malaysia."""
    for layer in (layers.people, layers.organisations, layers.nations):
        span = layer.get(token.i)
        if span is not None:
            return span.mention
    return None


def _phrase(layers: EntityLayers, head: Token) -> str:
    """The head with the modifiers right before it, without determiner and number."""
    return layers.text(_first(layers, head), head.i + 1)


def _first(layers: EntityLayers, head: Token) -> int:
    start = head.i
    while (
        start > 0
        and layers.doc[start - 1].dep_ in _MODIFIERS
        and layers.doc[start - 1].head.i in range(start, head.i + 1)
    ):
        start -= 1
    while start < head.i and (layers.doc[start].like_num or layers.doc[start].tag_ == "PRP$"):
        start += 1
    return start
