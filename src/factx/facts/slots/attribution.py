"""Attribution: who says so (the column ``source``).

1. the noun after "according to" in the sentence, or whom that document quotes;
2. the subject of the reporting verb above the clause, or beside it ("…, police said");
   whom a medium quotes comes before the medium;
3. who counts: "raised the toll to 48", "by official accounts", "the number given by the ministry";
4. of that speaker, the person's or organisation's name if there is one, else the noun phrase.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from factx.facts.counts.counted import noun_classes
from factx.facts.counts.tolls import is_put
from factx.facts.cues import CARRIERS, CUES, FUNCTION_WORDS
from factx.facts.phrases import noun_phrase
from factx.facts.relations import is_nobody
from factx.facts.slots.actors import can_act
from factx.facts.slots.agent import TokenSpan, apposed_person
from factx.facts.slots.culprit import VERBAL
from factx.facts.slots.informants import QUOTING, capital_clause, informant, interrupted, speaks_of_another, voiced
from factx.facts.words import has_lemma
from factx.model import (
    PREDICATES,
    RELATIVE_TAGS,
    SUBJECTS,
    ancestors,
    child,
    children,
    entities_in,
    entity_at,
    is_passive,
    subject,
)

REPORTED = frozenset({"ccomp", "parataxis", "xcomp", "obj"})
NAMES = frozenset({"PERSON", "ORG"})
FINDING = frozenset({"find"})


def source_of(doc: Doc, trigger: Token, head: Token) -> TokenSpan | None:
    """Return who reports the event of a trigger and its counted head, as tokens (start, end); or None."""
    speaker = (
        _who_puts(head)
        or _according_to(trigger)
        or _speaker_closing(trigger)
        or next(_speakers(trigger, head), None)
        or informant(trigger, head)
    )
    if speaker is not None:
        told_by = voiced(speaker)
        return _jointly(told_by) or name_of(doc, told_by)
    return None


def _jointly(speaker: Token) -> TokenSpan | None:
    """Return both who speak together where the parse parts them: "…, police and a doctor said"; or None."""
    beside = [*children(speaker.head, *SUBJECTS), speaker] if speaker.dep_ in SUBJECTS else []
    last = next((item for item in beside if item.i < speaker.head.i and child(item, "cc") is not None), None)
    joint = None if last is None else child(last, "cc")
    if last is None or joint is None or joint.i != last.left_edge.i or joint.i <= speaker.sent.start:
        return None
    first = joint.nbor(-1)
    opening, closing = noun_phrase(first), noun_phrase(last)
    if opening is None or closing is None or first.dep_ not in SUBJECTS or not can_act(first):
        return None
    apart = any(item.is_punct for item in first.doc[first.left_edge.i - 1 : opening[0]])
    return (opening[0], closing[1]) if apart and can_act(last) else None


def _who_puts(value: Token) -> Token | None:
    """Return whose number it is: "while the ministry put the figure at 90"; or None."""
    return _speaker_of(value.head) if is_put(value) else None


def _according_to(trigger: Token) -> Token | None:
    """Return the noun after "according to" in the sentence that is said of the trigger's clause, or None."""
    named = [(token, _named_after(token)) for token in trigger.sent if _is_according(token)]
    found = [(token, noun) for token, noun in named if noun is not None and not _speaks_between(trigger, token)]
    return min(found, key=lambda pair: abs(pair[0].i - trigger.i))[1] if found else None


def _is_according(token: Token) -> bool:
    return token.lower_ == "according" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to"


def _named_after(token: Token) -> Token | None:
    if token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i:
        return token.head
    beside = [*token.children, *token.nbor(1).children]
    return next((item for item in beside if item.pos_ in {"NOUN", "PROPN"}), None)


def _speaks_between(trigger: Token, according: Token) -> bool:
    """True if another speaks of the trigger, and "according to" is of a clause beyond.

    "Nine died, police said, and six were hurt, according to medics".
    """
    verb = trigger.head
    if trigger.dep_ not in {"ccomp", "parataxis"} or not _reports(verb) or child(verb, "nsubj") is None:
        return False
    behind = according.i > trigger.i
    first, last = (verb.i, according.i) if behind else (according.i, verb.i)
    if not first < last or (behind and verb.i < trigger.i):
        return False
    return any(_opens_clause(token, verb) for token in trigger.doc[first + 1 : last])


def _opens_clause(token: Token, verb: Token) -> bool:
    """True for the "and" or "while" of another clause than the verb's, and for a semicolon."""
    if token.text == ";":
        return True
    clause = token.head
    opens = token.dep_ == "cc" or (token.dep_ == "mark" and token.lower_ != "that")
    return opens and clause.pos_ in VERBAL and clause != verb


def _speakers(trigger: Token, head: Token) -> Iterator[Token]:
    """Yield the subjects of reporting verbs above the trigger or the counted phrase, or beside it."""
    for start in (trigger, head):
        for token in ancestors(start):
            if _is_sought(token):
                return
            above = _speaker_above(token, start) if token.head.i != trigger.i else None
            if above is not None:
                yield from [above] if above != head else children(head, "appos")
            for verb in children(token, "parataxis", "ccomp", "advcl", "conj", "acl:relcl"):
                if verb.i != trigger.i and _reports(verb) and _is_beside(verb):
                    yield from filter(None, [_speaker_beside(verb)])


def _speaker_closing(trigger: Token) -> Token | None:
    """Return who speaks behind a second clause: "nine died, police said, and six are lost, medics added"."""
    verb = trigger.head
    if trigger.dep_ != "ccomp" or not _reports(verb) or verb.i > trigger.i:
        return None
    if not any(_opens_clause(token, verb) for token in verb.doc[verb.i + 1 : trigger.i]):
        return None
    for closing in children(verb, "parataxis", "ccomp", "conj"):
        speaker = child(closing, "nsubj")
        alone = _reports(closing) and child(closing, "ccomp", "obj", "cc") is None
        if alone and speaker is not None and trigger.i < speaker.i < closing.i:
            return _speaker_of(closing)
    return None


def _is_beside(verb: Token) -> bool:
    """True for a clause of saying beside what it reports, also one parsed as said of its subject.

    "Nine miners, the company has admitted, were hurt"; not "nine men, whom it reported missing".
    """
    if verb.dep_ == "acl:relcl":
        first = verb.left_edge.i
        apart = "," in {verb.doc[first].text, verb.doc[max(first - 1, 0)].text}
        own = apart and child(verb, "nsubj") is not None
        return own and not any(item.tag_ in RELATIVE_TAGS for item in verb.children)
    return verb.dep_ != "conj" or _is_inverted(verb)


def _is_sought(clause: Token) -> bool:
    """True for what somebody wants to find out: "to find out who shot a man" tells nothing."""
    asks = clause.dep_ == "ccomp" and has_lemma(clause.head, FINDING)
    return asks and any(item.tag_ in RELATIVE_TAGS for item in clause.children)


def _speaker_beside(verb: Token) -> Token | None:
    """Return who speaks in a clause beside: "…, police said", "…, reported the Daily Planet"; or None."""
    if _is_inverted(verb):
        return child(verb, "obj", "appos")
    said = child(verb, "ccomp", "obj")
    if said is None:
        return _speaker_of(verb)
    return said if has_lemma(verb, QUOTING) and said.dep_ == "obj" and _can_speak(said) else None


def _is_inverted(verb: Token) -> bool:
    """True for ", reported the Daily Planet", whose subject the parse takes for an object."""
    if verb.dep_ not in {"parataxis", "conj"} or child(verb, "nsubj", "cc", "aux") is not None:
        return False
    speaker = child(verb, "obj", "appos")
    if speaker is None or speaker.i < verb.i or speaker.left_edge.i != verb.i + 1:
        return False
    return verb.i > verb.sent.start and verb.nbor(-1).text in {",", "”", '"', "''"} and _can_speak(speaker)


def _speaker_above(token: Token, start: Token) -> Token | None:
    """Return the subject of the verb above if it reports the token, and is no part of what is reported."""
    verb = token.head
    revises = token.dep_ == "advcl" and has_lemma(token, CUES["setting"]) and _reports(verb)
    if revises and has_lemma(start, CARRIERS["toll"]):
        return _speaker_of(verb)  # "…, the ministry said, revising an earlier toll of 71"
    if _is_told_to(token):
        return _speaker_of(verb.head)
    if token.dep_ not in REPORTED or not _reports(verb) or not _is_report_of(token, verb):
        return None
    speaker = _speaker_of(verb)
    if speaker is None or speaker.i == start.i or start.is_ancestor(speaker) or speaks_of_another(speaker, start):
        return None
    return speaker if token.dep_ == "ccomp" or _is_voice(speaker, verb) else None


def _is_told_to(clause: Token) -> bool:
    """True for what somebody is told, parsed as said of him: "informed reporters that two had died"."""
    hearer, mark = clause.head, child(clause, "mark")
    if clause.dep_ != "acl" or hearer.dep_ not in {"obj", "iobj"} or mark is None or mark.lower_ != "that":
        return False
    return _reports(hearer.head) and "person" in noun_classes(hearer)


def _is_report_of(token: Token, verb: Token) -> bool:
    """True if the verb reports its dependent: a clause, or a count ("reported 340 deaths")."""
    return token.dep_ not in {"obj", "xcomp"} or has_lemma(verb, CUES["report_count"])


def _is_voice(speaker: Token, verb: Token) -> bool:
    """True for somebody, or a document that reports: a study, figures, the newspaper."""
    if has_lemma(verb, CUES["tallying"]):
        return True
    return can_act(speaker) or has_lemma(speaker, CUES["document"]) or speaker.pos_ == "PRON"


def _speaker_of(verb: Token) -> Token | None:
    speaker = subject(verb) if not is_passive(verb) or has_lemma(verb, QUOTING) else None
    if speaker is None and verb.dep_ == "ROOT":
        return interrupted(verb)
    return speaker if speaker is not None and _can_speak(speaker) else None


def _reports(verb: Token) -> bool:
    """True for a verb of saying; who "claimed responsibility for a raid" tells no number."""
    taken = child(verb, "obj")
    claims = taken is not None and has_lemma(taken, CUES["guilt"]) and has_lemma(verb, CUES["claiming"])
    return verb.pos_ in PREDICATES and has_lemma(verb, CUES["report"]) and not claims


def _can_speak(head: Token) -> bool:
    named = head.pos_ in {"NOUN", "PROPN", "PRON"} and head.lower_ not in FUNCTION_WORDS["mute"]
    return named and not is_nobody(head)


def name_of(doc: Doc, head: Token) -> TokenSpan | None:
    """Return the shortest name of a speaker: a person's or organisation's name, else the noun phrase."""
    phrase = noun_phrase(head, without=_preamble(head))
    if phrase is None:
        return None
    name_goes_on = capital_clause(head)
    if name_goes_on is not None:
        return phrase[0], name_goes_on
    names = [ent for ent in entities_in(doc, *phrase) if ent.label_ == "PERSON"]
    if names and (names[-1].start <= head.i < names[-1].end or head.pos_ == "PROPN"):
        return _tokens(names[-1])
    return apposed_person(head) or _apposed_body(head) or _name_behind(doc, phrase, head) or phrase


def _apposed_body(head: Token) -> TokenSpan | None:
    """Return the name of what is described before it: "the mine's owner, Arlan Ltd,"; or None."""
    if head.pos_ != "NOUN" or head.ent_type_:
        return None
    names = (entity_at(head.doc, item.i) for item in children(head, "appos"))
    bodies = (name for name in names if name is not None and name.label_ == "ORG" and name.start > head.i)
    return next((_tokens(name) for name in bodies if head.doc[name.start - 1].text != "("), None)


def _tokens(name: Span) -> TokenSpan:
    return name.start, name.end


def _name_behind(doc: Doc, phrase: TokenSpan, head: Token) -> TokenSpan | None:
    """Return the name right behind a description: "the mayor of Lima Ana Ruiz"; or None."""
    if head.pos_ != "NOUN" and head.ent_type_ != "ORG":
        return None
    name = entity_at(doc, phrase[1]) if phrase[1] < head.sent.end else None
    wanted = NAMES if head.ent_type_ == "" else NAMES - {"ORG"}
    return _tokens(name) if name is not None and name.start == phrase[1] and name.label_ in wanted else None


def _preamble(head: Token) -> set[int]:
    """Return the tokens of "according to" itself, and of time and place behind the speaker's name."""
    cut = {token.i for item in children(head, "case", "mark") for token in item.subtree}
    cut |= {token.i for item in head.subtree if item.lower_ == "according" for token in item.subtree}
    for item in children(head, "nmod", "obl", "acl"):
        if item.ent_type_ in {"DATE", "LOC"} or item.dep_ != "nmod":
            cut.update(token.i for token in item.subtree)
    return cut
