"""Standing: who says so (source), whether it is asserted, possible or denied (modality), how far it got (status)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.facts.cues import cues
from factx.facts.phrases import noun_phrase
from factx.syntax import PREDICATES, ancestors, auxiliaries, child, children, is_negated, preposition, subject

SPEAKERS = frozenset({"PERSON", "ORG"})


def source_of(doc: Doc, trigger: Token) -> tuple[int, int] | None:
    """Who says so, as a token span: the speaker of the governing reporting verb, else "according to …"."""
    head = _speaker(trigger) or _according_to(trigger)
    return None if head is None else _speaker_span(doc, head)


def _speaker(trigger: Token) -> Token | None:
    for token in ancestors(trigger):
        if token.dep_ in {"ccomp", "parataxis", "advcl", "conj", "csubj"} or token.head == token:
            for verb in _reporting_verbs(token):
                speaker = subject(verb)
                if speaker is not None and speaker.i != trigger.i and _can_speak(speaker):
                    return speaker
    return None


def _reporting_verbs(token: Token) -> Iterator[Token]:
    """Reporting verbs above the clause ("police said that …") or beside it ("…, police said")."""
    governor = token.head
    if token.dep_ == "ccomp" and _reports(governor):
        yield governor
    if token.dep_ in {"conj", "parataxis"} and governor.dep_ == "ccomp" and _reports(governor.head):
        yield governor.head
    for item in children(token, "parataxis", "ccomp", "advcl"):
        if _reports(item) and child(item, "ccomp") is None and child(item, "nsubj") is not None:
            yield item


def _reports(verb: Token) -> bool:
    return verb.pos_ in PREDICATES and verb.lemma_.lower() in cues("report")


def _can_speak(head: Token) -> bool:
    return head.pos_ in {"NOUN", "PROPN", "PRON"} and head.lower_ not in {"it", "this", "that", "which", "i", "we", "you", "who"}


def _according_to(trigger: Token) -> Token | None:
    for token in trigger.sent:
        if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
            head = token.head
            if head.pos_ in {"NOUN", "PROPN"} and head.i > token.i:
                return head
            return next((item for item in [*token.children, *token.nbor(1).children] if item.pos_ in {"NOUN", "PROPN"}), None)
        if token.dep_ == "obl" and preposition(token) in {"per"} and token.ent_type_ in SPEAKERS:
            return token
    return None


def _speaker_span(doc: Doc, head: Token) -> tuple[int, int] | None:
    """The shortest name of a speaker: the person's name where there is one, else the noun phrase."""
    phrase = noun_phrase(head)
    if phrase is None:
        return None
    names = [ent for ent in doc[phrase[0] : phrase[1]].ents if ent.label_ == "PERSON"]
    if names and names[-1].start <= head.i < names[-1].end or names and head.pos_ == "PROPN":
        return names[-1].start, names[-1].end
    for item in children(head, "appos", "flat"):
        if item.ent_type_ == "PERSON":
            name = next(ent for ent in doc.ents if ent.start <= item.i < ent.end)
            return name.start, name.end
    return phrase


def modality_of(trigger: Token, top: Token, zero: bool) -> str:
    """``possible`` under hedges, ``denied`` under negation, else ``asserted``; a count of zero is asserted."""
    if zero:
        return "asserted"
    if is_negated(trigger) and trigger.pos_ in PREDICATES:
        return "denied"
    for token in ancestors(trigger):
        if token.lemma_.lower() in cues("deny") and token != trigger and token.pos_ == "VERB":
            return "denied"
        if _hedged(token) or (token != trigger and _hedging_verb(token)):
            return "possible"
        if token.dep_ in {"ccomp", "parataxis", "acl:relcl"} and token != trigger and not _hedging_verb(token.head):
            break
        if token.dep_ in {"acl:relcl", "parataxis"}:
            break
    if any(item.lower_ in cues("possible_word") for item in top.children if item.dep_ in {"amod", "advmod"}):
        return "possible"
    return "asserted"


def _hedged(token: Token) -> bool:
    for item in auxiliaries(token):
        if item.lower_ in cues("possible"):
            return True
    for item in children(token, "advmod", "mark", "amod"):
        if item.lower_ in cues("possible_adverb") or (item.dep_ == "mark" and item.lower_ in cues("conditional")):
            return True
        if item.dep_ == "amod" and item.lower_ in cues("possible_word"):
            return True
    return False


def _hedging_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in cues("possible_verb")


def is_future(verb: Token) -> bool:
    """Whether an auxiliary or a control verb puts the verb in the future ("will send", "agreed to give")."""
    if any(item.lower_ in cues("future") for item in auxiliaries(verb)):
        return True
    mark = child(verb, "mark")
    return mark is not None and mark.lower_ == "to" and verb.dep_ in {"xcomp", "acl", "ccomp"}
