"""What a fact's sentence says of nations: whose its parties are, where its places lie, who tells it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from factx.base import (
    ArticleContext,
    EntityMention,
    FactMention,
    OfficialMention,
    SourceType,
    is_gathering,
    lexicon,
)
from factx.tables.fact_country import ArticleNations, FactNations, Party, country_of_article
from factx.tables.locate import MentionIndex, Span
from factx.tables.party_words import is_often_abroad, is_public_body, is_state_force
from factx.who import article_nations, nation_of_body, nation_of_seat, source_type

PLACE_WORDS = lexicon.classes("tables/place_words")
STATE_ACTS = frozenset({"pledge", "troops"})
"""Kinds in which a capital stands for its state; who arrests may be its own police, who is hurt is there."""
_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_WIDER = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, PLACE_WORDS['world'])))})\b(?<!South Africa)")
"""Words for more than one nation."""
_JOINED = re.compile(r",?\sand\s")
_LISTED = re.compile(r",?\sand\s|,\s")
"""What is between the items of a list; a comma alone may join a name and what it is."""
_PHRASE = re.compile(r"(?:[^\W\d_]+\s+(?:[^\W\d_]+\s+){0,2})?[^\W\d_]+\s+$")
"""The last four words before a name, up to a mark or number."""
_LONGER = re.compile(r"-\w|\s+[A-Z]|['’]s\s+[A-Z]")
"""What goes on with a longer name behind a name: "Washington Post", "Oslo-based", "Lima's Metro"."""
_REACH = 60
"""Characters before a name in which the preposition of its phrase is."""
_BETWEEN = 3
"""Words that may be between a preposition and a name: "in the remote eastern Congo"."""
_BEHIND = 2
"""Words behind a nation's adjective in which its place is: "the Iraqi border town"."""


class FactParties:
    """The nations that the facts of one article speak of."""

    def __init__(self, index: MentionIndex) -> None:
        self.index = index
        self._officials = {holder.key: holder for holder in index.mentions.officials}
        self.article = _article(index)
        self._called: defaultdict[str, list[EntityMention]] = defaultdict(list)
        for item in index.entities:
            self._called[item.text].append(item)
        full_names = {item.name for item in index.entities if item.type == "person" and len(item.name.split()) > 1}
        self._of_persons = frozenset(word for name in full_names for word in name.split())

    def nations_of(self, fact: FactMention, place: str | None, agent: str | None, recipient: str | None) -> FactNations:
        """Return the nations of a fact: those of place, agent and recipient are known already."""
        return FactNations(
            kind=fact.kind,
            place=place,
            recipient=recipient,
            beside=frozenset(self._beside(fact)),
            victims=Party(self._of_object(fact), is_often_abroad(fact.object)),
            agent=Party(self._state_known(fact, agent), is_often_abroad(fact.agent_text)),
            informant=self._informant(fact),
            is_wider=self._is_wider(fact),
        )

    def country_of_agent(self, fact: FactMention) -> str | None:
        """Return the nation that the agent is or names, or that its capital stands for; or None."""
        if fact.agent_country is not None or fact.agent_text is None:
            return fact.agent_country
        named = self.index.nation_of(fact.agent, fact.agent_text)
        if named is not None and self._acts_with_others(fact.agent):
            return None
        return named or self._state_of_seat(fact)

    def _state_of_seat(self, fact: FactMention) -> str | None:
        """Return the state that a capital stands for where it gives or sends; or None.

        Where the article also names it as a place ("in Oslo"), a town or a person, it is that throughout.
        """
        state = nation_of_seat(fact.agent_text or "") if fact.kind in STATE_ACTS else None
        at_home = (
            fact.kind == "troops" and fact.status in {"present", None} and fact.location in {None, fact.agent_text}
        )
        return None if state is None or at_home or self._is_gathering(fact) or self._is_town(fact) else state

    def _is_town(self, fact: FactMention) -> bool:
        """True if the name that acts is a town or a person: somebody is there, or a mayor speaks."""
        name = fact.agent_text or ""
        text = self.index.article.text
        first, last = self.index.sentence_span(fact.start_char, fact.end_char)
        if any(word.lower() in PLACE_WORDS["town"] for word in _WORD.findall(text[first:last])):
            return True
        if name in self._of_persons or (fact.agent is not None and _LONGER.match(text, fact.agent[1])):
            return True
        there = [item for item in self._called[name] if _is_in(text, item.start_char)]
        return any((item.start_char, item.end_char) == fact.agent or self._is_where(item) for item in there)

    def state_of_agent(self, fact: FactMention, country: str | None) -> str | None:
        """Return the state that the agent acts for, which its words need not name; or None.

        ``country`` is that of ``country_of_agent``. "The government" and the like act for the state of
        the dateline, or the one that the article is about, but not for a nation to which they give. A
        conference acts for none. Of troops whose sender is not told it is the state that they serve.
        """
        if fact.agent_text is None:
            return country or self._state_of_force(fact)
        if self._is_gathering(fact):
            return None
        state = self._state_known(fact, country)
        if state is not None or not is_public_body(fact.agent_text):
            return state
        if self._nations_inside(fact.agent):
            return None
        others = self._nation_given_to(fact)
        guessed = country_of_article(self.article, others)[0]
        return None if guessed in others else guessed

    def _state_of_force(self, fact: FactMention) -> str | None:
        """Return the state whose soldiers or police are counted ("1,100 German soldiers"), or None."""
        return self._of_object(fact) if fact.kind == "troops" and is_state_force(fact.object or "") else None

    def _is_gathering(self, fact: FactMention) -> bool:
        """True if the agent is a conference or the like, or the name with which one begins."""
        end = fact.agent[1] if fact.agent is not None else len(self.index.article.text)
        return is_gathering(fact.agent_text or "", self.index.article.text[end : end + _REACH])

    def _nation_given_to(self, fact: FactMention) -> frozenset[str]:
        """Return the nation that as a whole is given to ("aid to Jordan"), not one whose people are."""
        name = (fact.recipient_text or "").removeprefix("the ")
        given = (item for item in self.index.inside(fact.recipient) if item.type == "nation" and item.text == name)
        return frozenset(item.iso3 for item in given if item.iso3 and fact.kind in STATE_ACTS)

    def _state_known(self, fact: FactMention, country: str | None) -> str | None:
        """Return the state of the agent as nation, known body or official, or of the place of a public body."""
        if country is not None or fact.agent_text is None:
            return country
        state = nation_of_body(fact.agent_text) or self.served_by(fact.agent, fact.agent_text)
        if state is not None or not is_public_body(fact.agent_text):
            return state
        lie_in = self._nations_inside(fact.agent)
        return next(iter(lie_in)) if len(lie_in) == 1 else None

    def _nations_inside(self, span: Span | None) -> set[str]:
        """Return the nations that a phrase names or in which its places lie."""
        found = (item.iso3 or self._nation_of_place(item) for item in self.index.inside(span))
        return {nation for nation in found if nation is not None}

    def _nation_of_place(self, item: EntityMention) -> str | None:
        return item.country if item.type == "place" else None

    def country_of_recipient(self, fact: FactMention) -> str | None:
        """Return the only nation that the recipient is or names, or in which all its places lie."""
        named = self.index.nation_of(fact.recipient, fact.recipient_text)
        if named is not None or fact.recipient is None:
            return named
        lie_in = self._nations_inside(fact.recipient)
        return next(iter(lie_in)) if len(lie_in) == 1 else self.served_by(fact.recipient, fact.recipient_text)

    def _acts_with_others(self, span: Span | None) -> bool:
        """True if "and" joins the nation in a phrase to an organisation of none: "the Bank and Peru"."""
        if span is None:
            return False
        return any(
            any(item.type == "organisation" for item in items) and not any(item.iso3 for item in items)
            for gap in (_JOINED, _LISTED)
            for items in self.listed(span, gap)[1:] + self.listed(span, gap)[:-1]
        )

    def listed(self, span: Span, gap: re.Pattern[str] = _LISTED) -> list[list[EntityMention]]:
        """Return what each item of a list names ("Peru, the Bank and Japan"); a phrase without "and" is one."""
        text = self.index.article.text[slice(*span)]
        if _JOINED.search(text) is None:
            return [self.index.inside(span)]
        gaps = [found.span() for found in gap.finditer(text)]
        starts = [0, *(end for _, end in gaps)]
        ends = [*(start for start, _ in gaps), len(text)]
        return [self.index.inside((span[0] + at, span[0] + end)) for at, end in zip(starts, ends, strict=True)]

    def served_by(self, span: Span | None, text: str | None) -> str | None:
        """Return the nation of the office that a person holds, or None."""
        holder = self._official(span, text)
        return None if holder is None else holder.country

    def type_of_source(self, fact: FactMention) -> SourceType | None:
        """Return what sort of source tells the fact, or None."""
        if fact.source_text is None:
            return None
        holder = self._official(fact.source, fact.source_text)
        if holder is not None:
            return source_type(holder.name, holder.title, holder.organisation)
        return source_type(self._antecedent(fact.source) or fact.source_text)

    def _official(self, span: Span | None, text: str | None) -> OfficialMention | None:
        return self._officials.get(self.index.key_of(span, text) or "") or self._official_of_place(span)

    def _official_of_place(self, span: Span | None) -> OfficialMention | None:
        """Return the official whom a phrase names with a place: "Gov. Ana Reyes of Jalisco"; or None."""
        person = next((item for item in self.index.inside(span) if item.type == "person"), None)
        holder = self._officials.get(person.key) if person is not None else None
        if span is None or person is None or holder is None:
            return None
        text = self.index.article.text
        title = text[span[0] : person.start_char].strip()
        return holder if title in {"", holder.title} and text[person.end_char : span[1]].startswith(" of ") else None

    def _antecedent(self, span: Span | None) -> str | None:
        """Return what a pronoun or "the agency" stands for, or None."""
        return next((item.antecedent for item in self.index.anaphors_at(span)), None)

    def _informant(self, fact: FactMention) -> Party:
        named = self.index.nation_of(fact.source, fact.source_text)
        if named is not None:
            return Party(named, is_often_abroad(fact.source_text))
        return Party(self.served_by(fact.source, fact.source_text))

    def _of_object(self, fact: FactMention) -> str | None:
        """Return the only nation that the words for the persons name, or None."""
        if not fact.object:
            return None
        first, last = self.index.sentence_span(fact.start_char, fact.end_char)
        start = self.index.article.text.find(fact.object, first, last)
        inside = self.index.inside((start, start + len(fact.object)))
        found = {item.iso3 for item in inside if item.type == "nation"}
        return next(iter(found)) if start >= 0 and len(found) == 1 else None

    def _beside(self, fact: FactMention) -> Iterator[str]:
        """Yield the nations of the places that the sentence names as where something is."""
        first, last = self.index.sentence_span(fact.start_char, fact.end_char)
        for item in self.index.spans.overlapping(first, last):
            if first <= item.start_char and item.type in {"nation", "place"} and self._is_where(item):
                nation = item.iso3 or self._nation_of_place(item)
                if nation is not None:
                    yield nation

    def _is_wider(self, fact: FactMention) -> bool:
        """True if the sentence is about a part of the world, or about several nations."""
        first, last = self.index.sentence_span(fact.start_char, fact.end_char)
        return _WIDER.search(self.index.article.text, first, last) is not None

    def _is_where(self, item: EntityMention) -> bool:
        """True for a name behind a preposition of place, an adjective only before a word for a place."""
        text = self.index.article.text
        if text[item.start_char].islower():
            return False
        behind = _WORD.findall(text[item.end_char : item.end_char + _REACH])[:_BEHIND]
        if any(word.lower() in PLACE_WORDS["border"] for word in behind):
            return False
        if item.linked_by == "demonym" and not any(word.lower() in PLACE_WORDS["site"] for word in behind):
            return False
        before = [word.lower() for word in _WORD.findall(text[max(0, item.start_char - _REACH) : item.start_char])]
        for back, word in enumerate(reversed(before[-_BETWEEN - 1 :]), 1):
            if word in PLACE_WORDS["locative"]:
                return not PLACE_WORDS["saying"] & set(before[-back - _BEHIND : -back])
        return False


def _is_in(text: str, at: int) -> bool:
    """True if a name is in a phrase of place: "in Oslo", "in the capital Oslo", not "in all from Oslo".

    >>> _is_in("in northern Peru", 12), _is_in("in 2007. Lima", 9), _is_in("in part from Lima", 13)
    (True, False, False)
    """
    before = _PHRASE.search(text[max(0, at - _REACH) : at])
    words = [word.lower() for word in _WORD.findall(before.group())] if before is not None else []
    places = [back for back, word in enumerate(reversed(words)) if word in PLACE_WORDS["locative"]]
    return bool(places) and not PLACE_WORDS["source"] & set(words[len(words) - places[0] :])


def _article(index: MentionIndex) -> ArticleNations:
    item = index.article
    context = ArticleContext(title=item.title, publisher=item.publisher, dateline=item.dateline)
    currencies = [amount.currency for amount in index.mentions.quantities if amount.currency]
    home, shares = article_nations(item.text, index.entities, context, currencies)
    return ArticleNations(home, shares)
