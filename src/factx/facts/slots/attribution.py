"""Standing: who says so (source), whether it is asserted, possible or denied (modality), how far it got (status)."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.facts.cues import cues
from factx.facts.phrases import noun_phrase
from factx.facts.slots.agent import can_act
from factx.facts.words import is_any
from factx.model import (
    PREDICATES,
    ancestors,
    auxiliaries,
    child,
    children,
    is_negated,
    is_passive,
    preposition,
    subject,
)

REPORTED = frozenset({"ccomp", "parataxis", "xcomp", "obj"})
ACCUSING = frozenset({"accuse", "charge", "blame"})


def source_of(doc: Doc, trigger: Token, top: Token) -> tuple[int, int] | None:
    """Who says so, as a token span: "according to …", else the speaker of a governing or closing reporting verb."""
    head = _according_to(trigger) or _speaker(trigger, top)
    return None if head is None else _speaker_span(doc, head)


def _speaker(trigger: Token, top: Token) -> Token | None:
    """The subject of the reporting verb above the clause, or beside it ("…, police said")."""
    for start in (trigger, top):
        for token in ancestors(start):
            verb = token.head
            if verb.i != trigger.i and token.dep_ in REPORTED and _reports(verb) and _fits(token, verb):
                speaker = _speaker_of(verb)
                if (
                    speaker is not None
                    and not _within(speaker, start)
                    and (token.dep_ == "ccomp" or _is_voice(speaker))
                ):
                    return speaker
            for item in children(token, "parataxis", "ccomp", "advcl"):
                if item.i != trigger.i and _reports(item) and child(item, "ccomp", "obj") is None:
                    speaker = _speaker_of(item)
                    if speaker is not None:
                        return speaker
    return None


def _fits(token: Token, verb: Token) -> bool:
    """Whether what hangs on the reporting verb is what it reports: a clause, or the counted thing itself."""
    return token.dep_ not in {"obj", "xcomp"} or is_any(verb, cues("report_count"))


def _is_voice(speaker: Token) -> bool:
    """Whether the noun is somebody, or a document that reports: a study, figures, the newspaper."""
    return can_act(speaker) or is_any(speaker, cues("document")) or speaker.pos_ == "PRON"


def _within(token: Token, start: Token) -> bool:
    return token.i == start.i or start.is_ancestor(token)


def _speaker_of(verb: Token) -> Token | None:
    speaker = None if is_passive(verb) else subject(verb)
    return speaker if speaker is not None and _can_speak(speaker) else None


def _reports(verb: Token) -> bool:
    return verb.pos_ in PREDICATES and is_any(verb, cues("report"))


def _can_speak(head: Token) -> bool:
    return head.pos_ in {"NOUN", "PROPN", "PRON"} and head.lower_ not in {
        "it",
        "this",
        "that",
        "which",
        "i",
        "we",
        "you",
        "who",
    }


def _according_to(trigger: Token) -> Token | None:
    """The noun after "according to" in the sentence."""
    for token in trigger.sent:
        if token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
            head = token.head
            if head.pos_ in {"NOUN", "PROPN"} and head.i > token.i:
                return head
            return next(
                (item for item in [*token.children, *token.nbor(1).children] if item.pos_ in {"NOUN", "PROPN"}), None
            )
    return None


def _speaker_span(doc: Doc, head: Token) -> tuple[int, int] | None:
    """The shortest name of a speaker: the person's name where there is one, else the noun phrase."""
    phrase = noun_phrase(head, without=_preamble(head))
    if phrase is None:
        return None
    names = [ent for ent in doc[phrase[0] : phrase[1]].ents if ent.label_ == "PERSON"]
    if (names and names[-1].start <= head.i < names[-1].end) or (names and head.pos_ == "PROPN"):
        return names[-1].start, names[-1].end
    for item in children(head, "appos", "flat"):
        if item.ent_type_ == "PERSON":
            name = next(ent for ent in doc.ents if ent.start <= item.i < ent.end)
            return name.start, name.end
    return _name_behind(doc, phrase, head) or _name_at_end(doc, phrase, head) or phrase


def _name_at_end(doc: Doc, phrase: tuple[int, int], head: Token) -> tuple[int, int] | None:
    """The name of an organisation that common nouns introduce: "state agency Tanjug", "the charity Oxfam"."""
    name = next((ent for ent in doc.ents if ent.end == phrase[1] and ent.label_ == "ORG"), None)
    if name is None or not phrase[0] < name.start or head.i < name.start - 1:
        return None
    kinds = doc[phrase[0] : name.start]
    return (name.start, name.end) if all(word.pos_ == "NOUN" for word in kinds) else None


def _name_behind(doc: Doc, phrase: tuple[int, int], head: Token) -> tuple[int, int] | None:
    """The name that follows a description with nothing between: "state agency Tanjug", "the mayor of Lima Ana Ruiz"."""
    if head.pos_ != "NOUN" and head.ent_type_ != "ORG":
        return None
    name = next((ent for ent in doc.ents if ent.start == phrase[1] and ent.start < head.sent.end), None)
    wanted = {"PERSON", "ORG"} if head.ent_type_ == "" else {"PERSON"}
    return (name.start, name.end) if name is not None and name.label_ in wanted else None


def _preamble(head: Token) -> set[int]:
    """The words "according to" themselves, and what follows the speaker's name in time and place."""
    cut = {token.i for item in children(head, "case", "mark") for token in item.subtree}
    cut |= {token.i for item in head.subtree if item.lower_ == "according" for token in item.subtree}
    for item in children(head, "nmod", "obl", "acl"):
        if item.ent_type_ in {"DATE", "LOC"} or item.dep_ != "nmod":
            cut.update(token.i for token in item.subtree)
    return cut


def modality_of(trigger: Token, top: Token, zero: bool) -> str:
    """``possible`` under hedges, ``denied`` under negation, else ``asserted``; a count of zero is asserted."""
    if zero:
        return "asserted"
    if is_negated(trigger) and trigger.pos_ in PREDICATES:
        return "denied"
    if _is_presupposed(trigger):
        return "possible" if _hedged(trigger) else "asserted"
    below = trigger
    for token in ancestors(trigger):
        if is_any(token, cues("deny")) and token != trigger and token.pos_ == "VERB":
            return "denied"
        if _hedged(token) or (token != trigger and _hedging_verb(token) and _completes(below)):
            return "possible"
        below = token
        if token.dep_ in {"ccomp", "parataxis", "acl:relcl"} and token != trigger and not _hedging_verb(token.head):
            break
        if token.dep_ in {"acl:relcl", "parataxis"}:
            break
    return "asserted"


def _is_presupposed(trigger: Token) -> bool:
    """Whether a definite noun takes the event for granted ("may have caused the deaths of 12")."""
    determiner = child(trigger, "det")
    if trigger.pos_ != "NOUN" or determiner is None or determiner.lower_ != "the":
        return False
    return any(preposition(item) == "of" for item in children(trigger, "nmod"))


def _completes(clause: Token) -> bool:
    """Whether a clause is what the verb above it is about: "fear that …", "accused of killing", not "…, forcing"."""
    if clause.dep_ == "nsubj:pass":
        return not is_any(clause.head, ACCUSING)
    if clause.dep_ in {"xcomp", "ccomp", "csubj", "obj", "obl"}:
        return True
    mark = child(clause, "mark")
    return clause.dep_ == "advcl" and mark is not None and mark.lower_ in {"of", "to", "with"}


def _hedged(token: Token) -> bool:
    for item in auxiliaries(token):
        if item.lower_ in cues("possible"):
            return True
    for item in children(token, "advmod", "mark", "amod"):
        if item.lower_ in cues("possible_adverb") or (item.dep_ == "mark" and item.lower_ in cues("conditional")):
            return True
        if item.dep_ == "amod" and item.lower_ in cues("possible_word") and not can_act(token):
            return True
    return False


def _hedging_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and is_any(token, cues("possible_verb"))


def is_future(verb: Token) -> bool:
    """Whether an auxiliary or a control verb puts the verb in the future ("will send", "agreed to give")."""
    found = auxiliaries(verb)
    if any(item.lower_ in cues("future") or (item.lower_ == "be" and item.tag_ == "VB") for item in found):
        return True
    mark = child(verb, "mark")
    return mark is not None and mark.lower_ == "to" and verb.dep_ in {"xcomp", "acl", "ccomp"}
