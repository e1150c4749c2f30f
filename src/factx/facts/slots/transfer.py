"""Slots of a pledge: who gives or is asked, who gets it, what for.

The recipient is decided in this order:

1. the subject of a verb of receiving ("Chad received $5m");
2. the indirect object, or who is between a verb of giving and the sum ("lent Peru $300 million");
3. "to" somebody, then "for" somebody, of the sum's nouns, the sum and the verb;
4. whom it is to help ("to support farmers");
5. the place that it goes to ("aid in Sudan").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from factx.base import Anaphor
from factx.facts.counted import Counted, noun_classes
from factx.facts.cues import CUES, PREPOSITIONS
from factx.facts.frames import Frame
from factx.facts.participants import Argument, Participants, argument, argument_at
from factx.facts.phrases import Filler, noun_phrase, text_of
from factx.facts.slots.agent import NAMED, TokenSpan, actor, by_phrase, can_act, nominal_agent
from factx.facts.slots.gift import gift_nouns, given_noun, verb_of
from factx.facts.slots.object import amount_tokens, loose_tokens
from factx.facts.slots.status import is_asked
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, is_passive, preposition, subject

LONGEST_RECIPIENT = 5
"""Tokens between a verb of giving and the sum: a longer stretch is more than a name ("lent the Peruvian bank $3m")."""
NOT_IN_RECIPIENT = frozenset({"ADP", "PUNCT", "VERB", "ADV", "SYM", "NUM"})
BENEFICIARIES = frozenset({"person", "state", "refugee"})
GIVERS = frozenset({"LOC", "ORG"})


def transfer_participants(
    doc: Doc,
    frame: Frame,
    counted: Counted,
    references: Sequence[Anaphor],
    status: str | None,
    exclude_tokens: Iterable[int] = (),
) -> Participants:
    """Return agent, object, recipient and purpose of a pledge; of a request also its source, who asks.

    ``exclude_tokens`` are those of the time, which no slot repeats.
    """
    verb = verb_of(frame)
    nouns = gift_nouns(counted, verb)
    given = given_noun(nouns)
    agent, source = _giver_and_asker(verb, given, counted, references, status)
    goal = recipient(verb, nouns, counted)
    goal_span = None if goal is None else noun_phrase(goal, without=_onward_tokens(goal) | set(exclude_tokens))
    return Participants(
        agent=argument(doc, agent),
        object=_object(doc, given, counted),
        recipient=argument_at(doc, goal_span),
        purpose=text_of(doc, purpose(doc, verb, nouns)),
        source=source,
        aided_place=text_of(doc, goal_span) if goal is not None and goal.ent_type_ == "LOC" else None,
    )


def _giver_and_asker(
    verb: Token | None, given: Token | None, counted: Counted, references: Sequence[Anaphor], status: str | None
) -> tuple[Filler | None, Argument | None]:
    """Return who gives, and of a request who asks for it."""
    doc = counted.head.doc
    agent = giver(verb, given, references)
    source: Argument | None = None
    if verb is not None and is_asked(verb):
        asker = None if is_passive(verb.head) else subject(verb.head)
        source = argument(doc, None if asker is None else actor(asker, references))
    elif status == "requested" and verb is not None:
        source = argument(doc, agent)
        agent = asked(verb, counted, references)
    gapped = gapped_giver(counted)
    return (agent if gapped is None else actor(gapped, references)), source


def _object(doc: Doc, given: Token | None, counted: Counted) -> str | None:
    """Return the words of the gift, without its amount and what it is for."""
    if given is None:
        return None
    without = amount_tokens(counted) | _onward_tokens(given) | loose_tokens(given)
    return text_of(doc, noun_phrase(given, without=without))


def giver(verb: Token | None, noun: Token | None, references: Sequence[Anaphor]) -> Filler | None:
    """Return who gives: the verb's subject or by-phrase, else the owner of the gift ("Norway's loan")."""
    head = None
    if verb is not None and verb.pos_ in PREDICATES:
        if has_lemma(verb, CUES["receiving"]):
            hosts = [verb, *([noun] if noun is not None else [])]
            phrases = (item for host in hosts for item in children(host, "obl", "nmod"))
            head = next((item for item in phrases if preposition(item) == "from"), None)
        else:
            head = by_phrase(verb) if is_passive(verb) else subject(verb)
    if head is None and noun is not None:
        head = nominal_agent(noun)
    return None if head is None else actor(head, references)


def gapped_giver(counted: Counted) -> Token | None:
    """Return who gives a later sum of a list that repeats no verb: "Norway pledged $20m, Sweden $15m"."""
    span = counted.numeral
    if span.start - span.sent.start < 2:
        return None
    name = span.doc[span.start - 1]
    if name.ent_type_ not in NAMED - {"NORP"}:
        return None
    first = name.i
    while first > span.sent.start and span.doc[first].ent_iob_ == "I":
        first -= 1
    before = span.doc[first - 1] if first > span.sent.start else None
    return name if before is not None and (before.text == "," or before.dep_ == "cc") else None


def asked(verb: Token, counted: Counted, references: Sequence[Anaphor]) -> Filler | None:
    """Return who is asked to give: "from the city", "urged donors to give", "appealed to the world"."""
    of_sum = [item for item in children(counted.head, "nmod") if preposition(item) == "from"]
    for item in [*children(verb, "obl", "nmod", "obj", "iobj"), *of_sum]:
        case = preposition(item)
        object_of_asking = case is None and item.dep_ in {"obj", "iobj"} and _may_give(item)
        if case in PREPOSITIONS["asked"] or object_of_asking:
            found = actor(item, references)
            if found is not None:
                return found
    return None


def _may_give(item: Token) -> bool:
    return item.ent_type_ in GIVERS or "state" in noun_classes(item)


def recipient(verb: Token | None, nouns: Sequence[Token], counted: Counted) -> Token | None:
    """Return who, or which place, gets a pledge; see the order of decisions above."""
    if verb is not None and has_lemma(verb, CUES["receiving"]) and not is_passive(verb):
        return subject(verb)
    hosts = [*nouns, counted.head, *([verb] if verb is not None else [])]
    return _direct(verb, counted) or _by_preposition(hosts, counted) or _helped(hosts) or _aided_place(hosts)


def _direct(verb: Token | None, counted: Counted) -> Token | None:
    """Return the indirect object of a verb of giving, however the parse ties it."""
    if verb is None:
        return None
    indirect = None if has_lemma(verb, CUES["asking"]) else child(verb, "iobj")
    if indirect is not None and indirect.i not in amount_tokens(counted):
        return indirect
    return _between(verb, counted)


def _between(verb: Token, counted: Counted) -> Token | None:
    """Return who is named between a verb of giving and the sum: "awarded the widow $2 million"."""
    span = counted.numeral
    length = span.start - verb.i - 1
    if not has_lemma(verb, CUES["give"]) or not 0 < length <= LONGEST_RECIPIENT:
        return None
    words = verb.doc[verb.i + 1 : span.start]
    if any(word.pos_ in NOT_IN_RECIPIENT for word in words):
        return None
    last = words[-1]
    return last if last.pos_ in {"NOUN", "PROPN"} and can_act(last) else None


def _by_preposition(hosts: Sequence[Token], counted: Counted) -> Token | None:
    """Return "to" somebody, of whichever host, before "for" somebody."""
    sum_itself = amount_tokens(counted)
    phrases = [(preposition(item), _people_of(item)) for host in hosts for item in children(host, "nmod", "obl")]
    for wanted in (_is_goal, _is_beneficiary):
        for case, whom in phrases:
            if whom.i not in sum_itself and wanted(case, whom):
                return whom
    return None


def _people_of(item: Token) -> Token:
    """Return the people behind a number word: "for thousands of refugees" → refugees."""
    part = next((part for part in children(item, "nmod") if preposition(part) == "of"), None)
    counts = item.like_num or item.lemma_ in CUES["number_word"]
    return part if part is not None and counts else item


def _helped(hosts: Sequence[Token]) -> Token | None:
    """Return who is to be helped: "to support farmers"."""
    clauses = [item for host in hosts for item in children(host, "advcl", "acl", "xcomp")]
    targets = [child(clause, "obj") for clause in clauses if has_lemma(clause, CUES["helping"])]
    return next((target for target in targets if target is not None and can_act(target)), None)


def _aided_place(hosts: Sequence[Token]) -> Token | None:
    """Return the place that a gift goes to: "aid in Sudan"."""
    phrases = (item for host in hosts for item in children(host, "nmod", "obl"))
    return next((item for item in phrases if preposition(item) == "in" and item.ent_type_ == "LOC"), None)


def _is_goal(case: str | None, item: Token) -> bool:
    return case == "to" and item.pos_ in {"NOUN", "PROPN", "PRON"}


def _is_beneficiary(case: str | None, item: Token) -> bool:
    if case not in PREPOSITIONS["purpose"]:
        return False
    return item.ent_type_ in NAMED or bool(noun_classes(item) & BENEFICIARIES)


def purpose(doc: Doc, verb: Token | None, nouns: Sequence[Token]) -> TokenSpan | None:
    """Return what a pledge is for: "to rebuild schools", else "for the vaccination campaign"."""
    hosts = [*nouns, *([verb] if verb is not None else [])]
    clause = next(_purpose_clauses(hosts), None)
    if clause is not None:
        return clause
    for host in hosts:
        for item in children(host, "nmod", "obl"):
            case = preposition(item)
            if case in PREPOSITIONS["purpose"] and not _is_beneficiary(case, item):
                return noun_phrase(item, clauses=True)
    return None


def _purpose_clauses(hosts: Sequence[Token]) -> Iterator[TokenSpan]:
    for host in hosts:
        for item in children(host, "advcl", "acl", "xcomp"):
            mark = child(item, "mark")
            if mark is not None and mark.lower_ == "to":
                end = max(token.i for token in item.subtree if not token.is_punct and not token.is_space)
                yield mark.i, end + 1


def _onward_tokens(noun: Token) -> set[int]:
    """Return the tokens of what a noun is for or goes to: they fill slots of their own."""
    phrases = [item for item in children(noun, "nmod", "obl") if preposition(item) in PREPOSITIONS["onward"]]
    return {part.i for item in phrases for part in item.subtree}
