"""Slots of a pledge: who gives or is asked, who asks; with ``recipient`` who gets it and what for.

The giver is decided in this order:

1. of a bill, who passed or halted it; who proposed one is its source;
2. of a request, who is asked, or turns it down; who asks is its source, who asks in vain gets it;
3. in a list that repeats no verb, who is named beside the sum ("Italy, $4m; Peru (€2m)"), or the
   state whose sum it is ("Norway's $5m", "$2m from Oman");
4. the verb's subject or by-phrase, else the owner of the gift ("Norway's loan").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from factx.base import Anaphor, Spans
from factx.facts.counts.counted import Counted
from factx.facts.cues import CUES
from factx.facts.frame import Frame
from factx.facts.frames.apposed import apposed_gift, giver_of
from factx.facts.giving import GIVING, amounts, done_to_what, is_paper, valued_nouns
from factx.facts.participants import Argument, Participants, argument, argument_at
from factx.facts.phrases import Filler, noun_phrase, text_of
from factx.facts.slots.actors import NAMED, appealed_to, by_phrase
from factx.facts.slots.agent import actor, nominal_agent
from factx.facts.slots.bill import bill_of
from factx.facts.slots.described import describing
from factx.facts.slots.gift import content_of, gift_nouns, given_noun, verb_of
from factx.facts.slots.helped import taker
from factx.facts.slots.lending import from_whom, is_borrowed, lender_beside, lender_named
from factx.facts.slots.listed import (
    beside_sum,
    bracketed_recipient,
    gapped_giver,
    gapped_taker,
    goal_behind,
    paired_recipient,
)
from factx.facts.slots.object import amount_tokens, loose_tokens
from factx.facts.slots.place_words import home_of
from factx.facts.slots.progress import is_urged
from factx.facts.slots.purpose import purpose
from factx.facts.slots.recipient import recipient, subject_gets, takes
from factx.facts.slots.recipient_phrase import onward_tokens, recipient_span
from factx.facts.slots.requests import asked, is_of_request, named, needy, of_request, party
from factx.facts.slots.sought import asker_of, is_negotiated
from factx.facts.slots.status import TOLD, is_asked, is_asked_or_tried
from factx.facts.words import has_lemma
from factx.model import PREDICATES, child, children, entities_in, is_passive, preposition, subject

DEEDS_OF_BODIES = GIVING["passage"] | GIVING["defeat"]
"""Nouns of what a body decides: "the council's approval of $5m"."""


def transfer_participants(
    doc: Doc,
    frame: Frame,
    counted: Counted,
    references: Spans[Anaphor],
    status: str | None,
    exclude_tokens: Iterable[int] = (),
) -> Participants:
    """Return agent, object, recipient and purpose of a pledge; of a request also its source, who asks.

    ``exclude_tokens`` are those of the time, which no slot repeats.
    """
    verb = verb_of(frame)
    nouns = gift_nouns(counted, verb)
    given = given_noun(nouns)
    agent, source = _giver_and_asker(frame, given, counted, references, status)
    beside = gapped_taker(counted, verb)
    if beside is not None and status == "requested":
        agent, source = None, named(doc, party(beside, references))  # "Zambia needs $8m, Mali $3m"
    listed = bracketed_recipient(counted) or beside or paired_recipient(counted) or goal_behind(counted)
    goal = listed or recipient(verb, nouns, counted) or needy(verb)
    goal_span = None if goal is None else recipient_span(goal, set(exclude_tokens) | amount_tokens(counted))
    aided = goal_span if goal is None or _is_one_place(goal) else home_of(goal)
    return Participants(
        agent=argument(doc, agent),
        object=_object(doc, given, counted),
        recipient=argument_at(doc, goal_span) or argument(doc, _taker_meant(verb, references)),
        purpose=text_of(doc, purpose(doc, verb, nouns, counted.head)),
        source=source,
        aided_place=text_of(doc, aided),
    )


def _taker_meant(verb: Token | None, references: Spans[Anaphor]) -> Filler | None:
    """Return who a pronoun of the same sentence means: "the agency said it has received $5m"; or None."""
    who = taker(verb) if verb is not None and takes(verb) else None
    found = actor(who, references) if who is not None and who.pos_ == "PRON" else None
    if found is None or found.antecedent is None:
        return None
    return found if found.antecedent.antecedent in found.head.sent.text else None


def _is_one_place(goal: Token) -> bool:
    """True for a named place and "the country"; "developing countries" are nowhere."""
    return goal.ent_type_ == "LOC" or (has_lemma(goal, GIVING["settled"]) and goal.tag_ != "NNS")


def _giver_and_asker(
    frame: Frame, given: Token | None, counted: Counted, references: Spans[Anaphor], status: str | None
) -> tuple[Filler | None, Argument | None]:
    """Return who gives, and of a request who asks for it."""
    doc, verb = counted.head.doc, verb_of(frame)
    bill = bill_of(frame, counted)
    if bill is not None:
        who = None if bill.actor is None else party(bill.actor, references)
        return (None, named(doc, who)) if bill.status == "requested" else (who, None)
    agent = _giver_of_all(frame, given, counted, references)
    if verb is not None and is_asked_or_tried(verb):
        asker = asker_of(verb)
        who = None if asker is None else party(asker, references)
        return None if agent == who else agent, named(doc, who)
    if (verb is not None and is_urged(verb)) or (given is not None and is_negotiated(given)):
        return agent, None
    if is_of_request(frame.trigger, status):
        return of_request(frame.trigger, counted, references)
    if status == "requested" and verb is not None:
        return asked(verb, counted, references), None if needy(verb) is not None else _asker(doc, agent)
    return _giver_of_one(agent, verb, counted, references, status), None


def _giver_of_all(frame: Frame, given: Token | None, counted: Counted, references: Spans[Anaphor]) -> Filler | None:
    """Return who gives as the verb has it; of a gift behind a comma, from whom that is."""
    deed = frame.trigger if has_lemma(frame.trigger, DEEDS_OF_BODIES) else None
    decides = None if deed is None else nominal_agent(deed) or child(deed, "nmod:poss")
    own = giver_of(frame.trigger) if frame.trigger == apposed_gift(counted) else decides
    return giver(verb_of(frame), given, references) if own is None else party(own, references)


def _giver_of_one(
    agent: Filler | None, verb: Token | None, counted: Counted, references: Spans[Anaphor], status: str | None
) -> Filler | None:
    """Return who gives this sum of a list; ``agent`` as the verb has it, who flies in goods from Oslo."""
    gapped = None if verb is not None and subject_gets(verb) else gapped_giver(counted)
    is_told = agent is not None and counted.amount.kind != "money"
    beside = gapped if gapped is not None or is_told else beside_sum(counted, status)
    if beside is not None:
        return _before_sum(party(beside, references), counted)
    return None if agent is None else _respective(agent, counted)


def _before_sum(found: Filler | None, counted: Counted) -> Filler | None:
    """Return a giver without the sum right behind it ("the city of Turku another 3 million")."""
    sum_at = min(amount_tokens(counted))
    if found is None or not found.span[0] < sum_at < found.span[1]:
        return found
    return replace(found, span=(found.span[0], sum_at))


def _respective(agent: Filler, counted: Counted) -> Filler:
    """Return the giver of this sum in "Oman and Kuwait gave $4m and $2m, respectively"."""
    sentence, doc = counted.head.sent, counted.head.doc
    if all(token.lower_ != "respectively" for token in sentence):
        return agent
    names = [ent for ent in entities_in(doc, *agent.span) if ent.label_ in NAMED]
    sums = [ent for ent in entities_in(doc, sentence.start, sentence.end) if ent.label_ == "MONEY"]
    place = next((place for place, ent in enumerate(sums) if ent.start <= counted.head.i < ent.end), None)
    if place is None or len(names) != len(sums):
        return agent
    return Filler((names[place].start, names[place].end), names[place].root)


def _asker(doc: Doc, who: Filler | None) -> Argument | None:
    """Return who asks: "it" as stated, unless the sentence itself says who that is."""
    meant = None if who is None else who.antecedent
    if who is None or meant is None or who.head.pos_ != "PRON" or meant.antecedent in who.head.sent.text:
        return argument(doc, who)
    return argument_at(doc, who.span)


def _object(doc: Doc, given: Token | None, counted: Counted) -> str | None:
    """Return the words of the gift, without its amount and what it is for."""
    if counted.amount.kind != "money":
        given = counted.noun
    elif given is None:
        given = next((noun for noun, within in valued_nouns(counted.head) if within), None) or content_of(counted)
    if given is None:
        return None
    without = amount_tokens(counted) | onward_tokens(given) | loose_tokens(given)
    return text_of(doc, _with_size(noun_phrase(given, without=without), counted))


def _with_size(span: tuple[int, int] | None, counted: Counted) -> tuple[int, int] | None:
    """Return a phrase with the size right behind the number: "300 25-kilo bags" are "25-kilo bags"."""
    start = counted.numeral.end
    if span is None or not start < span[0]:
        return span
    between = counted.head.doc[start : span[0]]
    is_size = between[0].pos_ == "NUM" and all(item.text == "-" or item.pos_ == "NUM" for item in between)
    return (start, span[1]) if is_size else span


def giver(verb: Token | None, noun: Token | None, references: Spans[Anaphor]) -> Filler | None:
    """Return who gives: the verb's subject or by-phrase, else the owner of the gift ("Norway's loan")."""
    head = _thanked(verb, noun)
    if head is None and verb is not None and verb.pos_ in PREDICATES and not _is_about(verb, noun):
        if takes(verb) or has_lemma(verb, CUES["receiving"]) or _comes(verb):
            head = from_whom([verb, *([noun] if noun is not None else [])]) or lender_beside(verb, noun)
        elif is_borrowed(verb, noun):
            head = lender_beside(verb, noun)
        elif not has_lemma(verb, GIVING["speaking"]):
            head = _payer(verb, noun)
    if noun is not None and (head is None or noun.head == head):
        head = _giver_of_gift(noun)  # "its loan agreement with the IMF expires"
    return None if head is None else party(head, references)


def _giver_of_gift(gift: Token) -> Token | None:
    """Return who gives as a gift's own words have it: "what Oslo froze was a loan", "Norway's loan"."""
    decider = next(map(subject, done_to_what(gift)), None)
    own = decider or lender_beside(None, gift) or nominal_agent(gift) or from_whom([gift])
    return own or lender_named(gift) or _nation_of(gift) or _donor(gift) or _decider(gift)


def _decider(gift: Token) -> Token | None:
    """Return who approved, gave or stopped a gift: "a loan vetoed by the mayor"; or None."""
    for clause in describing(gift):
        if any(has_lemma(clause, GIVING[words]) for words, _ in TOLD):
            return subject(clause) if clause.dep_ == "acl:relcl" and not is_passive(clause) else by_phrase(clause)
    return None


def _thanked(verb: Token | None, gift: Token | None) -> Token | None:
    """Return who is thanked or praised for a gift: "thanked the emir for his gift"; or None."""
    if verb is None or gift is None or preposition(gift) != "for" or not has_lemma(verb, CUES["judging"]):
        return None
    whom = subject(verb) if is_passive(verb) else child(verb, "obj", "iobj")
    return whom if whom is not None and gift.head in (verb, whom) else None


def _payer(verb: Token, gift: Token | None) -> Token | None:
    """Return who pays, not the gift itself: "funded by a grant", "a gift saved the library"; or None."""
    found = by_phrase(verb) if is_passive(verb) else _subject(verb)
    return None if found is None or found == gift or is_paper(found) else found


def _is_about(verb: Token, gift: Token | None) -> bool:
    """True for a verb that says how much a gift comes to: "the king's gifts have reached $6m"."""
    return gift is not None and gift.dep_ == "nsubj" and gift.head == verb and amounts(verb)


def _comes(verb: Token) -> bool:
    """True for a sum that comes from somebody; who comes up with it gives it."""
    return has_lemma(verb, GIVING["coming"]) and all(item.lower_ != "up" for item in verb.children)


def _donor(gift: Token) -> Token | None:
    """Return whose donation or pledge it is; "the farmers' loan" is theirs who get it. Or None."""
    return child(gift, "nmod:poss") if has_lemma(gift, GIVING["donated"]) else None


def _nation_of(gift: Token) -> Token | None:
    """Return the nation in an adjective: "a Japanese grant"; or None."""
    return next((item for item in children(gift, "amod") if item.ent_type_ == "NORP"), None)


def _subject(verb: Token) -> Token | None:
    """Return the subject of a verb of giving: who is asked to, or signed to do so."""
    above = verb.head
    if is_asked(verb) and not is_passive(above):
        return appealed_to(verb) or child(above, "obj", "iobj") or subject(verb)
    if verb.dep_ == "acl" and child(verb, "mark") is not None and above.dep_ == "obj":
        return subject(above.head)
    return subject(_ordered(verb))


def _ordered(verb: Token) -> Token:
    """Return the verb whose subject gives: who tells his own people to ("told his aides to send")."""
    above, told = verb.head, child(verb.head, "obj", "iobj")
    if told is None or verb.dep_ != "xcomp" or not has_lemma(above, GIVING["ordering"]):
        return verb
    own = child(told, "nmod:poss") is not None or has_lemma(told, GIVING["subordinate"])
    return above if own else verb
