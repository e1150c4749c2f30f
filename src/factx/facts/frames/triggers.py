"""Triggers: whether a token is one of a rule's verbs, nouns or adjectives, multi-word verbs included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from factx.facts.cues import CUES, members
from factx.facts.frame import Frame
from factx.facts.relations import is_broken
from factx.facts.rule_file import UNWORDED, Rule
from factx.facts.words import bases
from factx.model import child, children

ANY = "*"
"""The first word of a verbal trigger that any verb meets: "* to death"."""
INJURY = "injury"
VERBAL = ("obj", "nsubj", "nsubj:pass", "iobj", "obl:")


@dataclass(slots=True)
class TriggerIndex:
    """Rules by the lemma that they listen to."""

    verbs: dict[str, list[tuple[tuple[str, ...], Rule]]] = field(default_factory=dict)
    nouns: dict[str, list[Rule]] = field(default_factory=dict)
    adjectives: dict[str, list[Rule]] = field(default_factory=dict)
    unworded: dict[str, list[Rule]] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> TriggerIndex:
        """The index of the rules, which keep their order."""
        index = cls()
        for rule in rules:
            for phrase in rule.verbs:
                lemma, *rest = phrase.split()
                index.verbs.setdefault(lemma, []).append((tuple(rest), rule))
            for noun in rule.nouns:
                index.nouns.setdefault(noun, []).append(rule)
            for adjective in rule.adjectives:
                index.adjectives.setdefault(adjective, []).append(rule)
            for name in UNWORDED & rule.frames:
                index.unworded.setdefault(name, []).append(rule)
        return index

    def matches(self, frame: Frame) -> list[Rule]:
        """The rules whose frames and triggers the frame meets."""
        token, name = frame.trigger, frame.name
        words = bases(token)
        found: list[Rule] = []
        if name in UNWORDED:
            return list(self.unworded.get(name, ()))
        if name == "predicate":
            for word in words:
                found.extend(rule for rule in self.adjectives.get(word, ()) if name in rule.frames)
            if token.tag_ in {"VBN", "JJ", "VBD"} or _is_state(token):
                found.extend(self._verbs(token, words, "nsubj:pass"))
            if is_broken(token):
                found.extend(rule for rule in self.adjectives.get(INJURY, ()) if name in rule.frames)
            return found
        if name == "headline":
            return [rule for rule in self._verbs(token, words, "nsubj:pass") if "nsubj" not in rule.frames]
        if name.startswith(VERBAL):
            found.extend(self._verbs(token, words, name))
        for word in words:
            found.extend(rule for rule in self.nouns.get(word, ()) if name in rule.frames)
        return found

    def _verbs(self, token: Token, words: tuple[str, ...], name: str) -> list[Rule]:
        return [
            rule
            for word in (*words, ANY)
            for rest, rule in self.verbs.get(word, ())
            if name in rule.frames and _has(token, rest, name)
        ]


def _is_state(token: Token) -> bool:
    """True for a state of persons parsed as a noun ("four shot in Lyon"), not as a verb with a subject."""
    return token.lower_ in CUES["state_of_persons"] and child(token, "nsubj") is None


def _is_after(noun: Token, words: tuple[str, ...]) -> bool:
    """True if a noun has a preposition and what may follow it: "in evacuation" of "in evacuation centres"."""
    cases = {part.lower_ for part in noun.children if part.dep_ in {"case", "mark"}}
    beside = {part.lower_ for part in noun.children}
    return words[0] in cases and not any(beside.isdisjoint(members(word)) for word in words[1:])


def _is_apart(verb: Token, item: Token) -> bool:
    """True for what speaks of others behind a comma ("six were shot, two of them fatally")."""
    return item.dep_ in {"advmod", "amod"} and any(word.text in {",", ";"} for word in verb.doc[verb.i + 1 : item.i])


def _is_right_behind(verb: Token, rest: tuple[str, ...], frame: str) -> bool:
    """True for the frame's preposition, and for the "over" of "handed over 40 beds", tied to the number."""
    if frame == f"obl:{rest[0]}":
        return True
    if len(rest) > 1 or verb.i + 1 >= verb.sent.end:
        return False
    after = verb.nbor()
    of_sum = after.head.pos_ == "NUM" or after.head.ent_type_ == "MONEY"
    return after.lower_ == rest[0] and after.dep_ == "advmod" and of_sum


def _behind_particle(verb: Token, rest: tuple[str, ...]) -> tuple[str, ...]:
    """Return what follows the particle: "by a van" of "knocked down by a van"."""
    particles = {part.lower_ for part in children(verb, "compound:prt", "advmod")}
    return rest[1:] if len(rest) > 1 and rest[0] in particles else rest


def _has(verb: Token, rest: tuple[str, ...], frame: str) -> bool:
    """True if the further words of a phrasal trigger depend on its verb: "round up".

    The preposition of the frame is one of them: "appeal for" in obl:for. A particle may stand before
    the others: "knocked down by a van".
    """
    if not rest or _is_right_behind(verb, rest, frame):
        return True
    rest = _behind_particle(verb, rest)
    nouns = members(rest[-1])
    case = rest[0] if len(rest) > 1 else None
    for item in verb.children:
        if item.dep_ in {"conj", "parataxis"}:
            continue
        opened = case is None and any(part.dep_ == "case" and part.lower_ in nouns for part in item.children)
        said = not nouns.isdisjoint((item.lemma_.lower(), item.lower_)) or (INJURY in nouns and is_broken(item))
        if (opened or (said and (case is None or _is_after(item, rest[:-1])))) and not _is_apart(verb, item):
            return True
    return False
