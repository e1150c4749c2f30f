"""What a fact's sentence says of nations: whose its parties are, where its places lie, who tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.base import ArticleContext, EntityMention, FactMention, OfficialMention, SourceType, lexicon
from factx.tables.fact_country import ArticleNations, FactNations, Party, country_of_article
from factx.tables.locate import MentionIndex, Span
from factx.who import article_nations, country_of_place, nation_of_body, nation_of_seat, source_type

OFTEN_ABROAD = lexicon.words("tables/often_abroad")
PUBLIC_BODIES = lexicon.words("tables/public_bodies")
"""Head nouns of bodies that act for a state wherever it is not named ("government", "police")."""
PLACE_WORDS = lexicon.classes("tables/place_words")
_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_WIDER = re.compile(
    rf"\b(?:(?<!United )(?:{'|'.join(sorted(map(re.escape, PLACE_WORDS['world'])))})"
    r"|(?<!South )Africa|Asia|Europe|Latin America|Middle East)\b"
)
"""Words for more than one nation."""
_JOINED = re.compile(r"\sand\s")
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
        return named or nation_of_seat(fact.agent_text)

    def state_of_agent(self, fact: FactMention, country: str | None) -> str | None:
        """Return the state that the agent acts for, which its words need not name; or None.

        ``country`` is that of ``country_of_agent``. "The government" and the like act for the state of
        the dateline, or the one that the article is about.
        """
        state = self._state_known(fact, country)
        if state is not None or not is_public_body(fact.agent_text):
            return state
        return None if self._nations_inside(fact.agent) else country_of_article(self.article)[0]

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
        return country_of_place(item.text, self.index.nations) if item.type == "place" else None

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
        text = self.index.article.text[slice(*span)]
        halves = [(span[0], span[0] + found.start()) for found in _JOINED.finditer(text)]
        halves += [(span[0] + found.end(), span[1]) for found in _JOINED.finditer(text)]
        inside = [self.index.inside(half) for half in halves]
        return any(
            any(item.type == "organisation" for item in items) and not any(item.iso3 for item in items)
            for items in inside
        )

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
        return self._officials.get(self.index.key_of(span, text) or "")

    def _antecedent(self, span: Span | None) -> str | None:
        """Return what a pronoun or "the agency" stands for, or None."""
        if span is None:
            return None
        found = (
            item for item in self.index.mentions.anaphors if item.end_char == span[1] and item.start_char <= span[0]
        )
        return next((item.antecedent for item in found), None)

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
        found = {
            item.iso3
            for item in self.index.entities
            if item.type == "nation" and start <= item.start_char and item.end_char <= start + len(fact.object)
        }
        return next(iter(found)) if start >= 0 and len(found) == 1 else None

    def _beside(self, fact: FactMention) -> Iterator[str]:
        """Yield the nations of the places that the sentence names as where something is."""
        first, last = self.index.sentence_span(fact.start_char, fact.end_char)
        for item in self.index.entities:
            if first <= item.start_char < last and item.type in {"nation", "place"} and self._is_where(item):
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


def is_public_body(phrase: str | None) -> bool:
    """True if a phrase is a public body by its head noun, and bears no other name.

    >>> is_public_body("the interior ministry"), is_public_body("police in Lahore"), is_public_body("miners")
    (True, True, False)
    """
    head = re.split(r"\s(?:of|for|from|in|at)\s", phrase or "", maxsplit=1)[0]
    words = [word.lower() for word in _WORD.findall(head)]
    return bool(words) and words[-1] in PUBLIC_BODIES


def is_often_abroad(phrase: str | None) -> bool:
    """True if a phrase is about people who are often in another nation than their own.

    >>> is_often_abroad("French soldiers"), is_often_abroad("French voters"), is_often_abroad(None)
    (True, False, False)
    """
    return any(word.lower() in OFTEN_ABROAD for word in _WORD.findall(phrase or ""))


def _article(index: MentionIndex) -> ArticleNations:
    item = index.article
    context = ArticleContext(title=item.title, publisher=item.publisher, dateline=item.dateline)
    currencies = [amount.currency for amount in index.mentions.quantities if amount.currency]
    home, shares = article_nations(item.text, index.entities, context, currencies)
    return ArticleNations(home, shares)
