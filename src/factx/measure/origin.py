"""Money of several nations ("$", "pounds", "rupees") → ISO 4217 code, by where an article comes from.

It is resolved by the first of these that applies:

1. a qualifier in the text ("US$", "Canadian dollars", "$5 million US");
2. the country of the dateline, where it has such money ("rupees" are PKR in news from Karachi), but
   for "$", which agencies use for USD anywhere;
3. the country that the article is about: "$" is AUD in an Australian article, "pounds" EGP in an
   Egyptian one;
4. the last nation with such money that the sentence names before the amount ("Norway, 40 million
   crowns; Sweden, 25 million crowns"), but for "$";
5. nations that the article names, where exactly one money of that name belongs to them (for "$"
   only where the article names a single nation at all);
6. the default of ``money_by_country.csv`` (USD for "$", GBP for "pounds", INR for "rupees");
   without one ("pesos", "dinars") the currency is empty and the unit is the name in the text.

An article from before a change of currency has the code of that time (ZMK until 2013, then ZMW).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from factx.base import ArticleContext, lexicon
from factx.measure.money import DOLLAR


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from, as far as money needs it.

    ``home`` is the nation of its dateline, ``country`` the one that it is about, ``nations`` are those
    that it names, each with its place; ``published`` is its day.

    >>> Origin(country="AUS").currency("dollar"), Origin(home="PAK").currency("rupee"), Origin().currency("peso")
    ('AUD', 'PKR', None)
    >>> Origin(nations=((0, "EGY"),)).currency("pound"), Origin(published="2006-11-17").currency("ZMW")
    ('EGP', 'ZMK')
    """

    country: str | None = None
    home: str | None = None
    nations: tuple[tuple[int, str], ...] = ()
    published: str | None = None

    def currency(self, name: str, before: tuple[int, int] = (0, 0)) -> str | None:
        """Return the code of money by its name; ``before`` are the sentence's characters before it."""
        code = self._resolved(name, before)
        return code if code is None else _at_that_time(code, self.published)

    def has_money(self, name: str) -> bool:
        """True if the country, the dateline's or a nation that the article names has money of that name."""
        places = {self.country, self.home, *(iso3 for _, iso3 in self.nations)}
        return any(iso3 in _by_country().get(name, {}) for iso3 in places if iso3)

    def _resolved(self, name: str, before: tuple[int, int]) -> str | None:
        if name not in _by_country():
            return name if name.isupper() else None
        gone = _gone(self.published)
        table = {iso3: code for iso3, code in _by_country()[name].items() if code not in gone}
        own = (self.country,) if name == DOLLAR else (self.home, self.country)
        spoken = [iso3 for at, iso3 in self.nations if before[0] <= at < before[1] and name != DOLLAR]
        for iso3 in (*own, *reversed(spoken)):
            if iso3 and iso3 in table:
                return table[iso3]
        places = {iso3 for _, iso3 in self.nations}
        named = {table[iso3] for iso3 in places if iso3 in table}
        if len(named) == 1 and (name != DOLLAR or len(places) == 1):
            return named.pop()
        return table.get("") or None


@lru_cache(maxsize=1)
def _by_country() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in lexicon.read("measure/money_by_country"):
        table.setdefault(row["money"], {})[row["iso3"]] = row["currency"]
    return table


@lru_cache(maxsize=1000)
def _gone(day: str | None) -> frozenset[str]:
    """Return the currencies that nobody paid with any more on a day (ISO 8601), or today."""
    rows = lexicon.read("measure/money_renewed")
    return frozenset(row["before"] for row in rows if not row["currency"] and (day is None or day >= row["since"]))


def _at_that_time(code: str, day: str | None) -> str:
    """Return the code that money had on a day (ISO 8601), if it had another than today."""
    for row in lexicon.read("measure/money_renewed") if day else ():
        if row["currency"] == code and day is not None and day < row["since"]:
            code = row["before"]
    return code


def origin_of(doc: Doc, context: ArticleContext) -> Origin:
    """Return the origin of a doc whose nations have been found."""
    mentions = doc.spans["factx_mentions"].attrs.get("findings", []) if "factx_mentions" in doc.spans else []
    named = [(item["start_char"], str(item["iso3"])) for item in mentions if item.get("type") == "nation"]
    nations = tuple(sorted((at, iso3) for at, iso3 in named if iso3 and iso3 != "None"))
    return Origin(context.country, context.home, nations, context.published)
