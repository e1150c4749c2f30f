"""Where a text names a nation: by name, abbreviation, historical name, demonym or adjective."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from factx.base import EntityMention, lexicon
from factx.who.namesake_towns import GROUPS, towns_called_like_nations
from factx.who.phrase_finder import PhraseFinder, Span
from factx.who.words import TITLE_WORDS

_WEB = re.compile(r"\bhttps?://\S+|\bwww\.\S+|(?<!\S)[^\s@]{1,64}@\S+")
_GROUP = re.compile(r"\{(?P<group>[a-z_]+)\}")
WORLD_MONEY = lexicon.words("who/world_money", "code")
"""Currencies in which other nations count as well, by ISO 4217 code."""
_MONEY = re.compile(rf"[ -](?:{'|'.join(sorted(lexicon.words('who/money_nouns')))})\b", re.IGNORECASE)
_STANCE = re.compile(r"\b(?:[Aa]nti|[Pp]ro|[Nn]on)-\s?$")
_STANCE_REACH = 6
"""Characters before a name in which such a prefix is."""
_BACKS = re.compile(rf"-(?:{'|'.join(sorted(TITLE_WORDS['backs']))})\b")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
"""An abbreviation that texts also write without its last full stop: "U.S has"."""
_REACH = 80
"""Characters before and after an ambiguous name that its readings look at."""
_THE = "the "
_GOES_ON = re.compile(r"\s[A-Z]")
_SHORTEST = 5
"""Letters of a name that is also read in capitals, or inside a web host: shorter ones are other words."""
_COUNTRY_CODE = 2
"""Letters of a country's top-level domain."""


@dataclass(frozen=True, slots=True)
class NationName:
    """A name of a nation and what sort of name it is: name, abbreviation, historical or demonym."""

    iso3: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of an ambiguous name; every test that is not None must hold. ``iso3`` None: no nation."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    article: re.Pattern[str] | None
    beside: frozenset[str]
    iso3: str | None


def find_nations(text: str, skip: tuple[tuple[int, int], ...] = ()) -> list[EntityMention]:
    """Find all nations, in text order; context and other nations settle ambiguous names.

    >>> [(named.text, named.iso3) for named in find_nations("Kenyan troops left for the DRC, not New Mexico.")]
    [('Kenyan', 'KEN'), ('DRC', 'COD')]
    """
    closed = sorted([*skip, *(found.span() for found in _WEB.finditer(text))])
    spans = sorted([*_finder().spans(text), *_with_article(text)])
    known = {form: named.iso3 for form in {text[slice(*at)] for at in spans} if (named := names().get(form))}
    towns = towns_called_like_nations(text, spans, known)
    found = [span for span in spans if not _inside(span, closed) and text[slice(*span)].lower() not in towns]
    forms = [_plain(text[start:end]) for start, end in found]
    article = _Article(text, frozenset(names()[form].iso3 for form in forms if form not in readings()))
    resolved = (_resolve(form, span, article) for form, span in zip(forms, found, strict=True))
    return [named for named in resolved if named is not None]


@lru_cache(maxsize=1)
def names() -> dict[str, NationName]:
    """Every form of every nation's name: our own list first, then ISO 3166 and the CLDR."""
    found: dict[str, NationName] = {}
    for row in lexicon.read("who/nations"):
        found.setdefault(row["name"], NationName(row["iso3"], row["kind"], row["name"]))
    for iso3, name in _library_names():
        found.setdefault(name, NationName(iso3, "name", name))
    for entry in list(found.values()):
        if _DOTTED.fullmatch(entry.name):
            found.setdefault(entry.name.removesuffix("."), entry)
        if len(entry.name) >= _SHORTEST and entry.kind != "abbreviation":
            found.setdefault(entry.name.upper(), entry)
    return found


@lru_cache(maxsize=1)
def display_names() -> dict[str, str]:
    """The usual English name of each nation by ISO alpha-3 code."""
    import pycountry
    from babel import Locale

    territories = Locale("en").territories
    shown = {item.alpha_3: str(territories.get(item.alpha_2, item.name)) for item in pycountry.countries}
    return shown | {row["iso3"]: row["name"] for row in lexicon.read("who/nation_names")}


def nation_names() -> dict[str, str]:
    """The usual English name of each nation by its ISO alpha-3 code, as tables have it.

    >>> nation_names()["KEN"], nation_names()["XKX"]
    ('Kenya', 'Kosovo')
    """
    return dict(sorted(display_names().items()))


@lru_cache(maxsize=1)
def readings() -> dict[str, tuple[Reading, ...]]:
    """The readings of every ambiguous name, in the order in which they are tried."""
    found: dict[str, tuple[Reading, ...]] = {}
    for row in lexicon.read("who/nation_contexts"):
        reading = Reading(
            _compiled(row["before"]),
            _compiled(row["after"]),
            _compiled(row["article"]),
            frozenset(row["with"].split("|")) if row["with"] else frozenset(),
            row["iso3"] or None,
        )
        for name in _with_dotless(row["names"].split("|")):
            found[name] = (*found.get(name, ()), reading)
    no_nation = Reading(None, None, None, frozenset(), None)
    return dict.fromkeys(lexicon.words("who/nations_in_names", "name"), (no_nation,)) | found


def _with_dotless(written: Iterable[str]) -> list[str]:
    """The names, each abbreviation also without its last full stop."""
    return [form for name in written for form in (name, name[:-1]) if form == name or _DOTTED.fullmatch(name)]


def key(iso3: str) -> str:
    """The identity of a nation."""
    return f"nation:{iso3}"


def _library_names() -> list[tuple[str, str]]:
    import pycountry
    from babel import Locale

    territories = Locale("en").territories
    found = []
    for item in pycountry.countries:
        shown = territories.get(item.alpha_2, item.name)
        own = (item.name, getattr(item, "common_name", None), getattr(item, "official_name", None), shown)
        found += [(item.alpha_3, str(name)) for name in own if name and "," not in name and "(" not in name]
    return found


@lru_cache(maxsize=1)
def _finder() -> PhraseFinder:
    return PhraseFinder(name for name in {**names(), **readings()} if not name.startswith((_THE, "*")))


def _with_article(text: str) -> list[Span]:
    """Names by their article only ("the North"), not within another name ("the North Sea")."""
    return [span for span in _article_finder().spans(text) if not _GOES_ON.match(text, span[1])]


@lru_cache(maxsize=1)
def _article_finder() -> PhraseFinder:
    return PhraseFinder(name for name in {**names(), **readings()} if name.startswith(_THE))


@lru_cache(maxsize=10_000)
def _plain(text: str) -> str:
    form = re.sub(r"\s", " ", text.replace("’", "'"))
    return form if form in names() or form in readings() else text.replace("'", "’")


def _resolve(form: str, span: Span, article: _Article) -> EntityMention | None:
    text = article.text
    entry = names().get(form)
    name = entry.name if entry else form
    if entry is not None and _is_no_nation(entry, span, article):
        return None
    iso3 = _read(name, span, article) if name in readings() else entry.iso3 if entry else None
    if iso3 is None:
        return None
    start = span[0] + len(_THE) if form.startswith(_THE) else span[0]
    end = span[1] - 1 if form.endswith("-") else span[1]
    linked_by = _linked_by(entry.kind if entry else "name")
    shown = display_names().get(iso3, name)
    return EntityMention(start, end, text[start:end], "nation", key(iso3), shown, iso3, linked_by)


def _linked_by(kind: str) -> Literal["name", "demonym", "acronym"]:
    if kind == "abbreviation":
        return "acronym"
    return "demonym" if kind == "demonym" else "name"


@dataclass(slots=True)
class _Article:
    """The text with the nations that it names beyond doubt; each test of the whole text is made once."""

    text: str
    clear: frozenset[str]
    tested: dict[str, bool] = field(default_factory=dict)

    def holds(self, test: re.Pattern[str] | None) -> bool:
        if test is None:
            return True
        if test.pattern not in self.tested:
            self.tested[test.pattern] = test.search(self.text) is not None
        return self.tested[test.pattern]


def _is_no_nation(entry: NationName, span: Span, article: _Article) -> bool:
    """True for what any name may be part of: "Peru, Ind.", "Turkey Run Road", "a Mexican restaurant"."""
    general = readings()["*demonym" if entry.kind == "demonym" else "*name"]
    return _first_reading(general, span, article) is not None


def _read(name: str, span: Span, article: _Article) -> str | None:
    reading = _first_reading(readings()[name], span, article)
    return None if reading is None else reading.iso3


def _first_reading(choices: Iterable[Reading], span: Span, article: _Article) -> Reading | None:
    text = article.text
    before = text[max(0, span[0] - _REACH) : span[0]]
    after = text[span[1] : span[1] + _REACH]
    for reading in choices:
        if (
            (reading.before is None or reading.before.search(before))
            and (reading.after is None or reading.after.search(after))
            and (not reading.beside or reading.beside & article.clear)
            and article.holds(reading.article)
        ):
            return reading
    return None


def _inside(span: Span, closed: list[Span]) -> bool:
    before = bisect_right(closed, (span[0], sys.maxsize))
    return any(span[1] <= end for _, end in closed[max(0, before - 2) : before])


def _compiled(source: str) -> re.Pattern[str] | None:
    """A pattern of nation_contexts.csv; a group of words in braces (``{road}``) is any of them."""
    return re.compile(_GROUP.sub(lambda place: f"(?:{GROUPS[place['group']]})", source)) if source else None


def speaks(text: str, named: EntityMention) -> bool:
    """True unless a mention says whose money it is ("U.S. dollars"), or only what it is to somebody else."""
    return _MONEY.match(text, named.end_char) is None and not is_aside(text, named.start_char, named.end_char)


def is_aside(text: str, start: int, end: int) -> bool:
    """True for a nation that somebody is for or against ("anti-Syrian"), or that backs or bore him."""
    stance = _STANCE.search(text, max(0, start - _STANCE_REACH), start)
    return stance is not None or _BACKS.match(text, end) is not None


@cache
def of_currency(code: str) -> str | None:
    """ISO alpha-3 of the nation whose own money a currency is; None for money that others use or give.

    The first two letters of an ISO 4217 code are its issuer's alpha-2 code.

    >>> of_currency("NGN"), of_currency("USD"), of_currency("EUR"), of_currency("XAF")
    ('NGA', None, None, None)
    """
    import pycountry

    if code in WORLD_MONEY:
        return None
    found = pycountry.countries.get(alpha_2=code[:2])
    return None if found is None else str(found.alpha_3)


def of_host(host: str) -> str | None:
    """ISO alpha-3 of the nation whose name or top-level domain a web host bears.

    >>> of_host("www.egypttoday.com"), of_host("www.thetimes.co.uk"), of_host("example.tv")
    ('EGY', 'GBR', None)
    """
    import pycountry

    name = host.lower().replace("-", "")
    inside = [form for form in _host_names() if form in name]
    if inside:
        return _host_names()[max(inside, key=len)]
    code = name.rsplit(".", 1)[-1]
    if len(code) != _COUNTRY_CODE or code in TITLE_WORDS["sold_domain"]:
        return None
    found = pycountry.countries.get(alpha_2="GB" if code == "uk" else code.upper())
    return None if found is None else str(found.alpha_3)


@lru_cache(maxsize=1)
def _host_names() -> dict[str, str]:
    wanted = {"name", "demonym"}
    found = {entry.name: entry for entry in names().values() if entry.kind in wanted and entry.name not in readings()}
    return {name.lower().replace(" ", ""): entry.iso3 for name, entry in found.items() if len(name) >= _SHORTEST}
