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
6. the usual nation of ``money_usual.csv`` (USD for "$", GBP for "pounds", INR for "rupees");
   without one ("pesos", "dinars") the currency is empty and the unit is the name in the text.

Codes are those of the article's day, by ``factx.base.currencies`` (ZMK until 2013, then ZMW).
Tender that has ended counts only where no other money has the name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from factx.base import ArticleContext, currency_of, currency_then, lexicon, tender
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
        if name.isupper():
            return currency_then(name, self.published)
        return self._shared(name, before, ended=False) or self._shared(name, before, ended=True)

    def has_money(self, name: str) -> bool:
        """True if the country, the dateline's or a nation that the article names has money of that name."""
        return any(currency_of(iso3, name, self.published) for iso3 in self._places())

    def has_tender(self, code: str) -> bool:
        """True if one of these nations pays with the currency."""
        return any(code in tender(iso3, self.published) for iso3 in self._places())

    def _places(self) -> list[str]:
        return [iso3 for iso3 in (self.country, self.home, *(iso3 for _, iso3 in self.nations)) if iso3]

    def _shared(self, name: str, before: tuple[int, int], ended: bool) -> str | None:
        """Return the code of money that several nations have under one name, also of tender that has ended."""

        def money(iso3: str) -> str | None:
            return currency_of(iso3, name, self.published, ended=ended)

        own = (self.country,) if name == DOLLAR else (self.home, self.country)
        spoken = [iso3 for at, iso3 in self.nations if before[0] <= at < before[1] and name != DOLLAR]
        for iso3 in (*own, *reversed(spoken)):
            if iso3 and (code := money(iso3)):
                return code
        places = {iso3 for _, iso3 in self.nations}
        named = {code for iso3 in places if (code := money(iso3))}
        if len(named) == 1 and (name != DOLLAR or len(places) == 1):
            return named.pop()
        return next((code for iso3 in _usual().get(name, ()) if (code := money(iso3))), None)


@lru_cache(maxsize=1)
def _usual() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for row in lexicon.read("measure/money_usual"):
        table.setdefault(row["noun"], []).append(row["iso3"])
    return table


def origin_of(doc: Doc, context: ArticleContext) -> Origin:
    """Return the origin of a doc whose nations have been found."""
    mentions = doc.spans["factx_mentions"].attrs.get("findings", []) if "factx_mentions" in doc.spans else []
    named = [(item["start_char"], str(item["iso3"])) for item in mentions if item.get("type") == "nation"]
    nations = tuple(sorted((at, iso3) for at, iso3 in named if iso3 and iso3 != "None"))
    return Origin(context.country, context.home, nations, context.published)
