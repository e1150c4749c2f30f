"""Informants: who tells a count without a clause of saying, or speaks through a medium."""

from __future__ import annotations

import re

from spacy.tokens import Token

from factx.facts.cues import CARRIERS, CUES, FUNCTION_WORDS
from factx.facts.phrases import is_dash
from factx.facts.slots.actors import by_phrase, can_act
from factx.facts.words import NOUNS, has_lemma
from factx.model import PREDICATES, ancestors, child, children, entities_in, preposition, subject

CLAUSES_OF_NOUN = frozenset({"acl", "ccomp", "acl:relcl"})
SPEAKING = CUES["authority"] | CUES["speaking_body"]
"""Who speaks in a headline, though it has no verb of saying: police, a ministry."""
QUOTING = frozenset({"quote"})
CITING = frozenset({"cite"})
REPORTING = frozenset({"report"})
SOURCES = frozenset({"source"})
SAYING = frozenset({"say"})
ENDING = frozenset({".", "!", "?"})
NOT_NAMING = frozenset({*PREDICATES, "AUX", "NUM", "PUNCT"})
"""Parts of speech that the name of a speaker does not have."""
LONGEST_HEADLINE = 40
"""Tokens behind a fact within which its headline ends, or it is none."""
MOST_OPENING = 5
"""Tokens before the colon that opens a headline."""
POLICE_ACRONYM = re.compile("[A-Z]{1,4}PD")


def voiced(speaker: Token) -> Token:
    """Return whom a document or medium quotes ("a bulletin quoting the mayor"), or the speaker."""
    for clause in children(speaker, "acl", "advcl"):
        if has_lemma(clause, QUOTING) or (has_lemma(clause, CITING) and has_lemma(speaker, CUES["document"])):
            return quoted_by(clause) or speaker
        maker = by_phrase(clause) if has_lemma(clause, CUES["issuing"]) else None
        if maker is not None:
            return maker
    return _quoted_in_verb(speaker) or _issuer(speaker) or speaker


def _quoted_in_verb(speaker: Token) -> Token | None:
    """Return whom a medium quotes: "the paper said, citing a nurse"; or None."""
    verb = speaker.head
    if speaker.dep_ != "nsubj":
        return None
    if has_lemma(verb, QUOTING) or (has_lemma(verb, CITING) and _lets_say(verb)):
        quoted = quoted_by(verb)
        tells = quoted is not None and (has_lemma(verb, QUOTING) or _can_tell(quoted))
        return quoted if quoted is not None and tells and quoted.pos_ in NOUNS else None
    if not _is_medium(speaker):
        return None
    clauses = (clause for clause in children(verb, "advcl") if clause.tag_ == "VBG")
    cited = (quoted_by(clause) for clause in clauses if has_lemma(clause, QUOTING | CITING))
    return next((who for who in cited if who is not None and _can_tell(who)), None)


def _can_tell(who: Token) -> bool:
    return can_act(who) or has_lemma(who, SOURCES)


def quoted_by(verb: Token) -> Token | None:
    """Return who is quoted, as whatever the parse has it: "quoting the ministry"; or None."""
    return next((item for item in children(verb, "obj", "iobj", "nsubj") if item.i > verb.i), None)


def is_plain_source(speaker: Token, told: Token) -> bool:
    """True for whom a paper quotes, who stands beside a headline's mark, or in an aside."""
    quoted = has_lemma(speaker.head, QUOTING | CITING) and quoted_by(speaker.head) == speaker
    return quoted or speaker in (_before_colon(told), _behind_mark(told), interrupted(speaker.sent.root))


def speaks_of_another(speaker: Token, told: Token) -> bool:
    """True for who says something else: "nine died in the fire, which police said was set"."""
    before = speaker.left_edge.i - 1
    return told.i < before and speaker.dep_ == "nsubj" and speaker.doc[before].lower_ in FUNCTION_WORDS["relative"]


def _is_medium(speaker: Token) -> bool:
    """True for a paper, a broadcaster, and a name that reports: "Xinhua reported"."""
    if has_lemma(speaker, CUES["document"]):
        return True
    return speaker.ent_type_ == "ORG" and not has_lemma(speaker, CUES["body"]) and has_lemma(speaker.head, REPORTING)


def _issuer(paper: Token) -> Token | None:
    """Return the ministry of "it issued a statement saying", of which the statement says; or None."""
    issues = paper.dep_ == "obj" and has_lemma(paper.head, CUES["issuing"]) and has_lemma(paper, CUES["told"])
    says = any(has_lemma(clause, SAYING) for clause in children(paper, "acl"))
    return subject(paper.head) if issues and says else None


def _lets_say(verb: Token) -> bool:
    """True for "cited officials as saying"."""
    quoted = quoted_by(verb)
    hosts = [verb, *([quoted] if quoted is not None else [])]
    clauses = (clause for host in hosts for clause in children(host, "advcl", "acl", "xcomp"))
    return any(clause.tag_ == "VBG" and has_lemma(clause, CUES["report"]) for clause in clauses)


def informant(trigger: Token, head: Token) -> Token | None:
    """Return who gives a count: of a toll, by somebody's account, in a noun of saying; or None."""
    ways = (_teller_in_noun, _per, _by_version, _before_colon, _behind_mark)
    first = _teller_of_toll(trigger) or _by_account(trigger, head)
    return first or next(filter(None, (way(trigger) for way in ways)), None)


def _teller_of_toll(trigger: Token) -> Token | None:
    """Return who raised a toll, or by whom it is given: "the number of dead given by state television"."""
    for token in (trigger, trigger.head):
        if not has_lemma(token, CARRIERS["toll"]):
            continue
        if token.dep_ == "obj" and has_lemma(token.head, CUES["setting"]):
            setter = subject(token.head)
            return setter if setter is not None and (can_act(setter) or has_lemma(setter, CUES["document"])) else None
        if token.dep_ == "nsubj:pass" and has_lemma(token.head, CUES["setting"]):
            return by_phrase(token.head)
        for clause in children(token, "acl"):
            if has_lemma(clause, CUES["issuing"] | CUES["report"]):
                return by_phrase(clause)
    return None


def _by_account(trigger: Token, head: Token) -> Token | None:
    """Return who gives the account in "by the army's count, 12 people died", else the account; or None."""
    for start in (trigger, head):
        for token in ancestors(start):
            for item in children(token, "obl", "nmod"):
                case, teller = preposition(item), _whose(item)
                if case in {"by", "on"} and has_lemma(item, CUES["accounting"]):
                    return teller or item
                if case == "in" and has_lemma(item, CUES["telling"]) and teller is not None:
                    return teller
    return None


def _whose(account: Token) -> Token | None:
    """Return who gives an account: "by the count of the mission", "in the army's telling"; or None."""
    behind = (item for item in children(account, "nmod") if preposition(item) == "of")
    owners = (*children(account, "nmod:poss"), *behind)
    return next((item for item in owners if can_act(item) or item.pos_ == "PROPN"), None)


def _by_version(trigger: Token) -> Token | None:
    """Return whose version a sentence ends in: "nine dead: such is the army's version"; or None."""
    for token in trigger.sent[trigger.i + 1 - trigger.sent.start :]:
        if not has_lemma(token, CUES["telling"]) or child(token, "cop") is None:
            continue
        pointing = child(token, "nsubj", "det:predet", "advmod")
        if (
            pointing is not None
            and pointing.lower_ in FUNCTION_WORDS["summing_up"]
            and trigger.doc[pointing.i - 1].is_punct
        ):
            return _whose(token)
    return None


def _per(trigger: Token) -> Token | None:
    """Return whom "per" names as source: "nine drowned, per the coast guard's log"; or None."""
    for token in trigger.sent:
        named = token.head
        if token.lower_ == "per" and token.dep_ == "case" and child(named, "nummod") is None:
            if has_lemma(named, CUES["document"] | CUES["accounting"]):
                return _whose(named) or named
            if can_act(named) and (named.ent_type_ or child(named, "det") or has_lemma(named, CUES["authority"])):
                return named
    return None


def _before_colon(trigger: Token) -> Token | None:
    """Return the police of the headline "Police: two dead", also as a sentence of their own; or None."""
    doc, start = trigger.doc, trigger.sent.start
    opening = range(max(start - 1, 1), min(trigger.i, start + MOST_OPENING))
    colon = next((index for index in opening if doc[index].text == ":"), None)
    if colon is None:
        return None
    first = colon
    while first > 0 and colon - first <= MOST_OPENING and "\n" not in doc[first - 1].text_with_ws:
        first -= 1
    speaker = doc[first:colon].root if 0 < colon - first <= MOST_OPENING else None
    return speaker if speaker is not None and _tells_in_headline(speaker) else None


def _tells_in_headline(speaker: Token) -> bool:
    """True for who speaks before a colon: police, a ministry, a minister by name."""
    titled = speaker.ent_type_ == "PERSON" and any(item.ent_type_ == "" for item in children(speaker, "nmod:desc"))
    if titled or POLICE_ACRONYM.fullmatch(speaker.text) is not None:
        return True
    return has_lemma(speaker, SPEAKING)


def _behind_mark(trigger: Token) -> Token | None:
    """Return the medics of the headline "Two dead in Osh: medics", "Two dead - medics"; or None."""
    mark, end = _last_mark(trigger)
    if mark is None or not 0 < end - mark.i - 1 <= MOST_OPENING:
        return None
    if mark.nbor(-1).text == ":" or has_lemma(mark.nbor(-1), CUES["provenance"]):
        return None
    tail = mark.doc[mark.i + 1 : end]
    if any(token.pos_ in NOT_NAMING for token in tail):
        return None
    speaker = tail.root
    if mark.text != ":":  # behind a dash may stand the name of a paper
        return speaker if has_lemma(speaker, SPEAKING) else None
    tells = can_act(speaker) or has_lemma(speaker, CUES["document"])
    return speaker if tells and speaker.ent_type_ != "LOC" else None


def _last_mark(trigger: Token) -> tuple[Token | None, int]:
    """Return the last colon or dash behind a token of a headline, None in running text, and where it ends."""
    doc, end = trigger.doc, trigger.i + 1
    while end < len(doc) and "\n" not in doc[end - 1].text_with_ws:
        if doc[end].text in ENDING or end - trigger.i > LONGEST_HEADLINE:
            return None, end
        end += 1
    line = doc[trigger.i + 1 : end]
    return next((token for token in reversed(line) if token.text == ":" or is_dash(token)), None), end


def _teller_in_noun(trigger: Token) -> Token | None:
    """Return who tells in a noun: "issued a statement that nine had died", "reports that …"; or None."""
    for token in ancestors(trigger):
        noun = token.head
        mark = child(token, "mark")
        if token.dep_ not in CLAUSES_OF_NOUN or noun.pos_ not in NOUNS or mark is None or mark.lower_ != "that":
            continue
        if preposition(noun) == "by" and has_lemma(noun.head, CUES["told"]):
            return noun  # "the claim by residents that nine died", parsed as said of the residents
        if not has_lemma(noun, CUES["told"]):
            continue
        if noun.dep_ == "obj" and has_lemma(noun.head, CUES["issuing"] | CUES["report"]):
            maker = subject(noun.head)
            return maker if maker is not None and can_act(maker) else noun
        return child(noun, "nmod:poss") or by_phrase(noun) or noun
    return None


def interrupted(verb: Token) -> Token | None:
    """Return the name of "…, Kaya, an adviser, recalled", whose verb seems to have no subject; or None."""
    if verb.pos_ not in PREDICATES:
        return None
    doc = verb.doc
    behind_first = entities_in(doc, verb.sent.start + 1, verb.sent.end)
    names = [ent for ent in behind_first if ent.label_ == "PERSON" and ent.start < verb.i]
    for name in reversed(names):
        if doc[name.start - 1].text == "," and doc[name.end].text == "," and doc[verb.i - 1].text == ",":
            return name.root
    return None


def capital_clause(head: Token) -> int | None:
    """Return where a name ends that goes on with a capital clause: "the Campaign to Save Rivers"; or None."""
    after, doc = head.i + 1, head.doc
    if not head.is_title or after + 1 >= head.sent.end or doc[after].lower_ != "to" or not doc[after + 1].is_title:
        return None
    end = after + 1
    while end < head.sent.end and (
        doc[end].is_title or (doc[end].pos_ in {"ADP", "CCONJ", "DET"} and _goes_on(end, head))
    ):
        end += 1
    return end


def _goes_on(index: int, head: Token) -> bool:
    """True if a small word stands between capital ones: "the Committee to Protect Birds and Bats"."""
    return index + 1 < head.sent.end and head.doc[index + 1].is_title
