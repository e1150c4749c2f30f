"""The state that an official serves: by title, party, body, place, and last by sentence and article."""

from __future__ import annotations

from factx.who import nations, organisations, places
from factx.who.layers import EntityLayers
from factx.who.officials.leaders import nation_of_leader
from factx.who.officials.not_his import before_office, foreign_to
from factx.who.officials.office_names import TitledName
from factx.who.officials.titles import is_former, title
from factx.who.words import TITLE_WORDS

_NEAR = 0.5
"""Weight of the last nation named before the office, beside shares of the article, which are at most 1.

Chosen on 377 officials of news; twice as much changes 2 of them, for better and worse alike.
"""
_BESIDE = 0.3
"""Weight of all nations in the sentences that mention the person, which may be about somebody else."""
_HOME = 0.5
"""Weight of the dateline's nation, whose officials are named without it."""
_LIKELY = 0.5
"""Weight of the nation that an office suggests, if the article is about it as well."""
_THRESHOLD = 0.3
"""Least weight of the nation chosen: below a third of the article's attention it is a guess.

A half of it adds a nation in 8 of 1,000 articles; half as much again takes one away in 20.
"""
_LONGEST_PLACE = 4
"""Words of a place before an office ("Rio Grande do Sul governor")."""
_LEADING = frozenset({"sovereign", "before"})
"""Values of ``needs`` for offices that lead a nation, and for kings, popes and generals."""
_MINISTER = "minister"
_OTHERS = frozenset({"international", "armed_group"})
"""Sorts of bodies that serve no nation but one that the lexicon names."""


def country_served(layers: EntityLayers, titled: TitledName, key: str) -> str | None:
    """Return ISO alpha-3 of the state served, or None if it is unclear or the body is international.

    1. the nation that the title names, or that its party implies;
    2. that of the body: its own, or none for international bodies and armed groups; one in its name;
    3. the only nation that has such an office, or none for those of international bodies;
    4. that of a place in the title or behind the name;
    5. that which a person of this name is known to lead, if his office or the article suits it;
    6. the nation that sentence and article are about.
    """
    office, employer = titled.office, titled.employer
    if employer.nation is not None:
        return employer.nation
    if _is_of_a_party(layers, titled):
        return "USA"
    if employer.body is not None and (employer.body.iso3 is not None or employer.body.sort in _OTHERS):
        return employer.body.iso3
    found = _in_body_name(layers, titled) or office.name.country
    if found is None and office.name.serves == "-":
        return None
    found = found or _of_place(layers, titled) or _behind_name(layers, titled) or _as_leader(layers, titled, key)
    if found is not None:
        return found
    return _by_context(layers, titled, key) or office.name.likely


def _is_of_a_party(layers: EntityLayers, titled: TitledName) -> bool:
    """True for "Republican senator", "the Democratic governor": parties by these names without a nation."""
    office = titled.office
    words = (token.lower_ for token in layers.doc[max(0, office.start - 1) : office.head])
    return any(word in TITLE_WORDS["united_states_party"] for word in words)


def _in_body_name(layers: EntityLayers, titled: TitledName) -> str | None:
    """Return the nation named inside the organisation served ("the Bank of Ghana"), or None."""
    tokens = titled.employer.organisation
    written = layers.text(*tokens) if tokens is not None else ""
    named = nations.find_nations(layers.acronyms.get(written, written))
    return named[0].iso3 if named else None


def _of_place(layers: EntityLayers, titled: TitledName) -> str | None:
    """Return the nation of the place in the title, which may be the first words of a longer name; or None."""
    if titled.employer.place is not None:
        found = places.country_of_place(titled.employer.place.mention.text, layers.mentioned)
        if found is not None:
            return found
    office = titled.office
    found = _of_words(layers, office.start, office.head, bare=False)
    if found is None and office.end > office.head_end and layers.doc[office.head_end].lower_ == "of":
        found = _of_words(layers, office.head_end + 1, office.end, bare=True)
    return found


def _behind_name(layers: EntityLayers, titled: TitledName) -> str | None:
    """Return the nation of "Judge Ann Wall of Hawaii", or None."""
    at = titled.end
    if titled.position != "before" or at + 1 >= len(layers.doc) or layers.doc[at].lower_ != "of":
        return None
    return layers.nation_at(at + 1)


def _of_words(layers: EntityLayers, first: int, last: int, *, bare: bool) -> str | None:
    """Return the nation of the place that begins the tokens; or None.

    One word must be a province, or with ``bare`` all there is.
    """
    while first < last and not layers.doc[first].text[0].isupper():
        first += 1
    for end in range(min(last, first + _LONGEST_PLACE), first, -1):
        name = layers.text(first, end)
        if layers.doc[end - 1].text[0].isupper() and (
            " " in name or places.is_province(name) or (bare and end == last)
        ):
            found = places.country_of_place(name, layers.mentioned)
            if found is not None:
                return found
    return None


def _as_leader(layers: EntityLayers, titled: TitledName, key: str) -> str | None:
    """Return the nation that a known leader of this name serves, or None: "President Kagame"."""
    names = {span.mention.name for span in layers.people.values() if span.mention.key == key}
    found = next((iso3 for name in sorted(names) if (iso3 := nation_of_leader(name)) is not None), None)
    leads = titled.office.name.needs in _LEADING or _MINISTER in titled.office.name.name
    return found if leads or found in layers.shares else None


def _by_context(layers: EntityLayers, titled: TitledName, key: str) -> str | None:
    """Return the nation of most weight in sentence, the person's sentences and article, or None.

    A nation in which somebody else holds the office has none, nor one that he deals with.
    """
    weights = dict(layers.shares)
    likely = titled.office.name.likely
    if likely in weights:
        weights[likely] += _LIKELY
    if layers.home is not None:
        weights[layers.home] = weights.get(layers.home, 0.0) + _HOME
    near = _nearest(layers, titled)
    if near is not None:
        weights[near] = weights.get(near, 0.0) + _NEAR
    for iso3, share in _beside(layers, key).items():
        weights[iso3] = weights.get(iso3, 0.0) + _BESIDE * share
    if titled.office.name.serves == "*":
        weights.pop(layers.home or "", None)
    if not is_former(layers, titled.office):
        name = title(layers, titled.office, titled.employer.organisation).lower()
        weights = {iso3: weight for iso3, weight in weights.items() if layers.held.get((name, iso3), key) == key}
    for iso3 in foreign_to(layers, titled):
        weights.pop(iso3, None)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked and ranked[0][1] >= _THRESHOLD else None


def _nearest(layers: EntityLayers, titled: TitledName) -> str | None:
    """Return the last nation that the sentence names before the office, not in somebody's words; or None."""
    found = (_spoken_for(layers, at) for at in before_office(layers, titled))
    return next((iso3 for iso3 in found if iso3 is not None), None)


def _spoken_for(layers: EntityLayers, at: int) -> str | None:
    """Return the nation of a token that is not another official's own, also of a body's name, or None."""
    if at in layers.others:
        return None
    body = layers.organisations.get(at)
    known = None if body is None else organisations.body_named(body.mention.name)
    return layers.nation_at(at) or (None if known is None else known.iso3)


def _beside(layers: EntityLayers, key: str) -> dict[str, float]:
    """Return the nations of the sentences that mention the person, by share."""
    counts: dict[str, int] = {}
    firsts = [at for at, span in layers.people.items() if span.mention.key == key and span.start == at]
    sentences = {layers.doc[at].sent.start: layers.doc[at].sent.end for at in firsts}
    for start, end in sorted(sentences.items()):
        for at in range(start, end):
            iso3 = _spoken_for(layers, at)
            if iso3 is not None and layers.nation_at(at - 1) != iso3:
                counts[iso3] = counts.get(iso3, 0) + 1
    total = sum(counts.values())
    return {iso3: count / total for iso3, count in counts.items()}
