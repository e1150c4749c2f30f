"""Where a text names a public office, with the words that belong to it: modifiers, organisation, "of …" phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from factx import lexicon
from factx.who import nations, organisations, phrases
from factx.who.scene import Scene, Stretch

_MODIFIER_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "FW", "HYPH", "AFX", "CD"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "from"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_PUBLIC_SORTS = frozenset(
    {"international", "government", "ministry", "military", "police", "agency", "court", "parliament", "central_bank"}
)
_LIMIT = 14


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office of the lexicon: what it needs to count as public, and the nation that it implies by itself."""

    name: str
    needs: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """An office in the text: tokens ``[start, end)`` with all that belongs to it, ``[head, head_end)`` the bare office.

    ``opening`` is the token that opens the phrase: the possessor ("the state's"), or ``start``.
    """

    opening: int
    start: int
    end: int
    head: int
    head_end: int
    name: OfficeName
    plural: bool
    nation: str | None
    organisation: str | None
    body: organisations.Body | None
    public: bool
    place: Stretch | None
    possessor: Stretch | None
    title: str
    former: bool


def find_offices(scene: Scene) -> list[Office]:
    """Every office that the text names, in order; none inside another."""
    doc = scene.doc
    starts = [token.idx for token in doc]
    found: list[Office] = []
    for match in _pattern().finditer(doc.text):
        name, plural = _forms()[re.sub(r"\s", " ", match.group().replace("’", "'")).lower()]
        head = bisect_left(starts, match.start() + 1) - 1
        head_end = bisect_left(starts, match.end())
        if head < 0 or doc[head].idx != match.start() or (doc[head].pos_ == "VERB" and head_end - head == 1):
            continue
        if found and head < found[-1].head_end:
            continue
        found.append(_office(scene, name, plural, head, head_end))
    return found


@lru_cache(maxsize=1)
def _forms() -> dict[str, tuple[OfficeName, bool]]:
    found: dict[str, tuple[OfficeName, bool]] = {}
    for row in lexicon.read("offices"):
        name = OfficeName(row["office"], row["needs"], row["country"] or None)
        found.setdefault(
            row["office"].replace("’", "'").lower(), (name, row["office"].endswith("s") and row["office"][-2:] != "ss")
        )
        if row["office"][-1].isalpha() and not row["office"].endswith("s"):
            found.setdefault(row["office"].replace("’", "'").lower() + "s", (name, True))
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return phrases.pattern(_forms(), flags=re.IGNORECASE)


@lru_cache(maxsize=1)
def _standing() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("office_standing"))


@lru_cache(maxsize=1)
def body_words() -> dict[str, bool]:
    """Head nouns of organisations, and whether such a body is a public one."""
    return {row["word"]: row["public"] == "yes" for row in lexicon.read("organisation_heads")}


def _office(scene: Scene, name: OfficeName, plural: bool, head: int, head_end: int) -> Office:
    start = _left(scene, head)
    opening, possessor = _possessor(scene, start)
    end = _right(scene, head_end)
    before = _stretches(scene, start, head)
    after = _stretches(scene, head_end, end)
    nation = next((item.named.iso3 for item in before if item.named.type == "nation"), None)
    if nation is None and possessor is not None and possessor.named.type == "nation":
        nation = possessor.named.iso3
    direct = [item for item in after if item.start - head_end <= 3]
    if nation is None and end > head_end and scene.doc[head_end].lower_ == "of":
        nation = next((item.named.iso3 for item in direct if item.named.type == "nation"), None)
    served, body, public = _body(scene, start, head, head_end, end, possessor)
    organisation = scene.text(*served) if served is not None else None
    kept = _title(scene, start, head, head_end, end, served if name.needs else None, plural)
    former = any(
        token.lower_.rstrip("-") in {"former", "ex", "retired", "ousted", "onetime"} for token in scene.doc[start:head]
    )
    public = public or _served_by_another(scene, name, head_end, end)
    public = public or (name.needs in {"body", "state"} and _is_portfolio(scene, start, head))
    place = next((item for item in [*before, *after] if item.named.type == "place"), None)
    if place is None and possessor is not None and possessor.named.type == "place":
        place = possessor
    return Office(
        opening,
        start,
        end,
        head,
        head_end,
        name,
        plural,
        nation,
        organisation,
        body,
        public,
        place,
        possessor,
        kept,
        former,
    )


def _left(scene: Scene, head: int) -> int:
    """The first token of the modifiers."""
    doc = scene.doc
    at = head
    while at > 0 and head - at < _LIMIT:
        token = doc[at - 1]
        stretch = scene.organisations.get(at - 1) or scene.nations.get(at - 1)
        if token.is_sent_end and at - 1 != head:
            break
        bracket = _bracketed(scene, at - 1) if token.text == ")" else None
        if bracket is not None:
            at = bracket
            continue
        if token.lower_ in _POSSESSIVES and token.tag_ == "POS":
            break
        if at - 1 in scene.people and at - 1 not in scene.organisations:
            break
        if stretch is not None and stretch.end <= at and stretch.start < at:
            at = stretch.start
            continue
        if token.lower_ in {"and", "&"} and _joins(scene, at - 1):
            at -= 1
            continue
        if token.tag_ not in _MODIFIER_TAGS and token.lower_ not in _standing():
            break
        if token.is_punct and token.text not in {"-", "–"}:
            break
        at -= 1
    return at


def _possessor(scene: Scene, start: int) -> tuple[int, Stretch | None]:
    """The first token of the possessor before the office ("Trump's", "the state's"), and what it names."""
    doc = scene.doc
    if start < 2 or doc[start - 1].lower_ not in _POSSESSIVES or doc[start - 1].tag_ != "POS":
        return start, None
    owner = _owner(scene, start - 2)
    if owner is not None:
        return owner.start, owner
    at = start - 2
    while at > 0 and start - at < 6 and doc[at - 1].pos_ in _NOMINAL:
        at -= 1
    return at, None


def _bracketed(scene: Scene, at: int) -> int | None:
    """The token of the bracket that closes at ``at`` where an organisation stands before it."""
    for start in range(at - 1, max(0, at - 8), -1):
        if scene.doc[start].text == "(":
            return start if start - 1 in scene.organisations else None
    return None


def _joins(scene: Scene, at: int) -> bool:
    """Whether an "and" stands inside a title ("Transport and Bridges Minister"), not between people or offices."""
    if at == 0 or at + 1 >= len(scene.doc):
        return False
    left, right = scene.doc[at - 1], scene.doc[at + 1]
    if at - 1 in scene.people or at - 1 in scene.nations or right.lower_ in _standing():
        return False
    if right.lower_ in _forms():
        return False
    return left.is_title and right.is_title and left.pos_ in _NOMINAL and left.lower_ not in _forms()


def _owner(scene: Scene, at: int) -> Stretch | None:
    if at < 0:
        return None
    for layer in (scene.nations, scene.organisations, scene.people, scene.places):
        if at in layer:
            return layer[at]
    return None


def _right(scene: Scene, head_end: int) -> int:
    """The token after the "of …" phrase that belongs to the office, or ``head_end`` without one."""
    doc = scene.doc
    at = head_end
    if at >= len(doc) or doc[at].lower_ not in _PREPOSITIONS or doc[at].is_sent_start:
        return head_end
    at += 1
    while at < len(doc) and at - head_end < 2 * _LIMIT:
        token = doc[at]
        stretch = scene.organisations.get(at) or scene.places.get(at)
        if token.is_sent_start or at in scene.people or token.is_space:
            break
        if stretch is not None and stretch.start == at:
            at = stretch.end
            continue
        if token.lower_ == "in" and (at + 1 in scene.places or at + 1 in scene.nations):
            at += 1
            continue
        if token.lower_ in {"the", "a", "an", "of", "and", "for"} or token.pos_ in _NOMINAL or token.tag_ == "POS":
            at += 1
            continue
        if token.lower_ == "and" and at + 1 < len(doc) and doc[at + 1].lower_ in _forms():
            break
        if token.text == "," and _continues(scene, at):
            at += 1
            continue
        break
    while at > head_end and doc[at - 1].lower_ in {"the", "a", "an", "of", "and", "for", *_PREPOSITIONS}:
        at -= 1
    return at


def _continues(scene: Scene, at: int) -> bool:
    """Whether a comma stands inside "Environment, Water, and Agriculture": a capital noun, then a comma or "and"."""
    window = scene.doc[at + 1 : at + 4]
    if len(window) < 3 or at + 1 in scene.people or at + 1 in scene.places or at + 1 in scene.nations:
        return False
    if window[0].lower_ == "and":
        return window[1].is_title and at + 2 not in scene.people
    return window[0].is_title and window[0].pos_ in _NOMINAL and window[1].text in {",", "and"} and window[2].is_title


def _stretches(scene: Scene, start: int, end: int) -> list[Stretch]:
    found: list[Stretch] = []
    for at in range(start, end):
        for layer in (scene.nations, scene.organisations, scene.places):
            item = layer.get(at)
            if item is not None and item not in found:
                found.append(item)
    return found


def _body(
    scene: Scene, start: int, head: int, head_end: int, end: int, possessor: Stretch | None
) -> tuple[tuple[int, int] | None, organisations.Body | None, bool]:
    """The tokens of the organisation served, what is known of it, and whether it is a public body."""
    named = [item for item in _stretches(scene, start, head) if item.named.type == "organisation"]
    candidates = [(item.start, item.end) for item in named if item.end <= head]
    if possessor is not None and possessor.named.type == "organisation":
        candidates.append((possessor.start, possessor.end))
    abroad = end > head_end and scene.doc[head_end].lower_ in {"to", "in"}
    head_end = end if abroad else head_end
    behind = [item for item in _stretches(scene, head_end, end) if item.named.type == "organisation"]
    candidates += [(item.start, min(item.end, end)) for item in reversed(behind)]
    certain = bool(candidates)
    if end > head_end:
        begin = head_end + 1
        while begin < end and scene.doc[begin].lower_ in {"the", "a", "an"}:
            begin += 1
        candidates.append((begin, end))
    candidates.append((start, head))
    for first, last in candidates:
        body, public = _judged(scene, first, last)
        if public and first >= head_end and not _is_named(scene, first, last):
            return None, body, True
        if public or body is not None:
            return _trimmed(scene, first, last) if public else (first, last), body, public
    return (candidates[0] if certain else None), None, False


def _is_named(scene: Scene, first: int, last: int) -> bool:
    """Whether the phrase names a certain body ("the Civil Defense Office") and not some body ("a regional office")."""
    return any(scene.doc[at].text[0].isupper() and at not in scene.places for at in range(first, last))


def _trimmed(scene: Scene, first: int, last: int) -> tuple[int, int]:
    while first < last - 1 and (
        scene.doc[first].lower_ in _standing() or scene.doc[first].lower_ in {"senior", "local"}
    ):
        first += 1
    return first, last


def _judged(scene: Scene, first: int, last: int) -> tuple[organisations.Body | None, bool]:
    if first >= last:
        return None, False
    words = scene.text(first, last)
    spelled = scene.acronyms.get(words, words)
    for at in range(first, last):
        item = scene.organisations.get(at)
        body = organisations.body_named(scene.acronyms.get(item.named.text, item.named.name)) if item else None
        if body is not None:
            return body, body.sort in _PUBLIC_SORTS
    national = " " in spelled and bool(nations.find_nations(spelled))
    return None, _is_public(spelled, national=national)


def _is_public(words: str, *, national: bool) -> bool:
    """Whether a phrase names a public body: by its head noun ("fire service"), or as a nation's own ("Saudi Fund")."""
    plain = re.sub(r"\s\(.*$|\s(?:no\.?\s)?\d+$", "", words, flags=re.IGNORECASE).lower().replace("’", "'").split()
    known = body_words()
    heads = plain[: plain.index("of")] if "of" in plain else plain
    tails = [" ".join(heads[-2:]), *heads[-1:]]
    sure = next((known[tail] for tail in tails if tail in known), None)
    private = any(known.get(word.removesuffix("'s")) is False for word in plain)
    if sure is not None:
        return sure and not private
    if national and not private and words.istitle():
        return True
    return not private and any(known.get(word, False) for word in plain[-2:])


def _served_by_another(scene: Scene, name: OfficeName, head_end: int, end: int) -> bool:
    """Whether the office is held for another public office ("spokesman for the governor")."""
    behind = [token.lower_ for token in scene.doc[head_end:end]]
    other = _forms().get(behind[-1]) if behind else None
    return name.needs in {"state", "body"} and other is not None and other[0].needs in {"", "sovereign"}


def _is_portfolio(scene: Scene, start: int, head: int) -> bool:
    """Whether a field of government stands right before the office ("defense secretary", "trade chief")."""
    words = [token.lower_ for token in scene.doc[start:head]]
    return bool(words) and (words[-1] in _portfolios() or " ".join(words[-2:]) in _portfolios())


@lru_cache(maxsize=1)
def _portfolios() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon.read("portfolios"))


def _title(
    scene: Scene, start: int, head: int, head_end: int, end: int, served: tuple[int, int] | None, plural: bool
) -> str:
    """The office in the singular, without the country's adjective and without the organisation served."""
    doc = scene.doc
    first, last = served or (0, 0)
    dropped = {
        at
        for at in range(start, head)
        if at in scene.nations
        or first <= at < last
        or doc[at].like_num
        or doc[at].lower_ in {"then", "the", "then-", "republican", "democratic"}
    }
    words = "".join(doc[at].text_with_ws for at in range(start, head_end) if at not in dropped).strip(" -–")
    if plural:
        words = re.sub(r"(?<=[a-z])s$|(?<=m)en$", lambda end: "an" if end.group() == "en" else "", words)
    return " ".join(f"{words} {_of_phrase(scene, head_end, end, served)}".split())


def _of_phrase(scene: Scene, head_end: int, end: int, served: tuple[int, int] | None) -> str:
    """What the title keeps of the phrase behind the office: neither the nation nor the organisation served."""
    if served is not None and served[1] > head_end:
        end = min(end, served[0])
        while end > head_end and (
            scene.doc[end - 1].lower_ in {"the", "a", "an", *_PREPOSITIONS} or end - 1 in scene.nations
        ):
            end -= 1
    if end == head_end:
        return ""
    nation = any(at in scene.nations for at in range(head_end, end))
    if scene.doc[head_end].lower_ == "of" and nation and end - head_end <= 5:
        return ""
    return scene.text(head_end, end)
