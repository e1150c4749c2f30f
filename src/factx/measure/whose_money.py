"""Whose money a sum is: money that several nations have ("$", "pounds", "rupees") → ISO 4217 code.

What the text itself says ("US$", "Canadian dollars", "$5 million US") is read with the number. Else
the first of ``DECISIONS`` that knows an answer decides, by what was tender on the article's day
(ZMK until 2013), and if none does, by what had been tender before. Where nobody knows ("5 million
pesos" in news of nowhere), the currency is empty and the unit is the name in the text.

Giver and receiver are known only when facts have been found: until then, and for sums that nobody
gives, they are empty and the other decisions count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from factx.base import (
    ArticleContext,
    EntityMention,
    currencies_called,
    currency_of,
    currency_then,
    lexicon,
    load_mentions,
    only_currency_called,
    tender,
)
from factx.measure.money import DOLLAR
from factx.measure.told import NationsNamed, Parties, ToldSum, ToldSums
from factx.measure.words import WORDS

USUAL = tuple((row["noun"], row["iso3"], row["ended"] == "yes") for row in lexicon.read("measure/money_usual"))
"""Names, the nation whose money each means where nothing is known, and whether it does once that has ended."""
US_DOLLAR = "USD"
OPEN = ""
"""The answer of a decision that nobody can know: two givers with a money of that name each."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an article, and of the parties to a sum, that can tell whose money it is.

    ``home`` is the nation of the dateline, ``press`` that of the publisher, ``country`` the one that
    the article is about; ``nations`` are those that it names, each with its place in the text;
    ``told`` are the sums that say whose they are; ``published`` is its day (ISO 8601).

    >>> Evidence(country="AUS").currency("dollar"), Evidence(home="PAK").currency("rupee")
    ('AUD', 'PKR')
    >>> Evidence().currency("pound"), Evidence().currency("peso")
    ('GBP', None)
    >>> sudan = Evidence(home="SDN", published="2017-05-09")
    >>> sudan.currency("pound"), sudan.given(Parties(givers=("EGY",))).currency("pound")
    ('SDG', 'EGP')
    """

    published: str | None = None
    home: str | None = None
    press: str | None = None
    country: str | None = None
    nations: NationsNamed = field(default_factory=NationsNamed)
    told: ToldSums = field(default_factory=ToldSums)
    parties: Parties = field(default_factory=Parties)

    def given(self, parties: Parties) -> Evidence:
        """Return the evidence for a sum with these parties."""
        return replace(self, parties=parties)

    def currency(self, name: str, before: tuple[int, int] = (0, 0), other: str | None = None) -> str | None:
        """Return the code of money by its name, or None where it stays open.

        ``before`` are the characters of the sentence before the amount; ``other`` is the currency in which
        the text tells the same sum once more, "C$5 million ($3.7 million)": it is another one.
        """
        if name.isupper():
            return currency_then(name, self.published)
        money = Sum(name, before, self)
        answers = (decision(asked) for asked in (money, replace(money, ended=True)) for decision in DECISIONS)
        code = next((code for code in answers if code is not None), None)
        if code is not None and code == other:
            code = usual_money(money)
        return None if code in {OPEN, other} else code

    def has_money(self, name: str) -> bool:
        """True if the country, the dateline's, the publisher's or a nation named has money of that name."""
        return any(currency_of(iso3, name, self.published) for iso3 in self._places())

    def has_tender(self, code: str) -> bool:
        """True if one of these nations pays with the currency, by the code that it had on the day."""
        code = currency_then(code, self.published)
        return any(code in tender(iso3, self.published) for iso3 in self._places())

    def _places(self) -> list[str]:
        return [iso3 for iso3 in (self.country, self.home, self.press, *self.nations.codes) if iso3]


@dataclass(frozen=True, slots=True)
class Sum:
    """Money by the name that the text gives it, with the evidence for whose it is.

    With ``ended`` what was tender before the article's day counts, too.
    """

    name: str
    before: tuple[int, int]
    evidence: Evidence
    ended: bool = False

    @property
    def is_dollar(self) -> bool:
        """True for "$" and dollars, which many who have none reckon in."""
        return self.name == DOLLAR

    @property
    def is_sign(self) -> bool:
        """True for "£" and "¥", by which money is told of from abroad, too; not for pounds and yen."""
        return self.name in WORDS["sign_used_abroad"]

    def goes_abroad(self, iso3: str | None) -> bool:
        """True if the nation gets the sum, or if other nations give it."""
        parties = self.evidence.parties
        return iso3 == parties.receiver or (bool(parties.givers) and iso3 not in parties.givers)

    def of(self, iso3: str | None) -> str | None:
        """Return the money of this name that a nation has on the article's day, or None."""
        return currency_of(iso3, self.name, self.evidence.published, ended=self.ended) if iso3 else None


def own_money_of_giver(money: Sum) -> str | None:
    """Egypt pledged 50 million pounds: EGP. News from elsewhere gives Canada's dollars as C$ only.

    Dollars that nations without them give as well are nobody's own: "Canada and Japan gave $3 million".
    """
    evidence, givers = money.evidence, money.evidence.parties.givers
    origins = {evidence.press, evidence.home} - {None}
    if money.is_dollar and origins and origins.isdisjoint(givers):
        return None
    if money.is_dollar and (evidence.parties.international or not all(map(money.of, givers))):
        return None
    codes = {code for iso3 in givers if (code := money.of(iso3)) is not None}
    if len(codes) > 1 and not money.is_dollar:
        return OPEN
    return codes.pop() if len(codes) == 1 else None


def former_money_of_giver(money: Sum) -> str | None:
    """Cyprus gave 4 million pounds in 2006, in news of 2010: CYP, for it has no pounds any more."""
    parties = money.evidence.parties
    if parties.day is None or any(map(money.of, parties.givers)):
        return None
    codes = {code for iso3 in parties.givers if (code := currency_of(iso3, money.name, parties.day)) is not None}
    return codes.pop() if len(codes) == 1 else None


def dollars_between_nations(money: Sum) -> str | None:
    """The World Bank, Norway or a foundation abroad gave Namibia $50 million: USD.

    So did Canada in news from Chad; a Fijian paper may have converted what China gave.
    """
    evidence, parties = money.evidence, money.evidence.parties
    if not money.is_dollar:
        return None
    if parties.givers and not parties.international:
        return money.of(evidence.press) or US_DOLLAR
    abroad = parties.named and parties.receiver is not None and parties.receiver not in {evidence.home, evidence.press}
    return US_DOLLAR if parties.international or abroad else None


def us_dollars_told(money: Sum) -> str | None:
    """$ beside US$ in news about nations that have no dollars, of a paper that has none: USD.

    At home the two are told apart: in a Trinidadian report with US$ in it, $ is TTD.
    """
    evidence = money.evidence
    if not money.is_dollar or US_DOLLAR not in evidence.told:
        return None
    about = evidence.nations.codes if evidence.country is None else {evidence.country}
    return None if not about or any(map(money.of, (*about, evidence.press))) else US_DOLLAR


def money_told_before(money: Sum) -> str | None:
    """The last sum before it that says whose it is: 60 million German marks, and 2 million marks more."""
    evidence, name = money.evidence, money.name
    return None if money.is_dollar else evidence.told.last_before(money.before[1], currencies_called(name), name)


def money_of_press_or_dateline(money: Sum) -> str | None:
    """CAIRO (Reuters) … 5 million pounds: EGP; a Fijian paper's $: FJD.

    The publisher counts first for dollars, which papers reckon in at home; the place for the rest.
    """
    evidence = money.evidence
    places = (evidence.press, evidence.home) if money.is_dollar else (evidence.home, evidence.press)
    return _first(money, places)


def money_of_receiver(money: Sum) -> str | None:
    """Japan pledged Uganda 50 million shillings: UGX. $, £ and ¥ are given to those who have others.

    A nation with such money that opens the sentence tells its own: Saudi officials said 50 million
    riyals would go to Yemen.
    """
    receiver = money.evidence.parties.receiver
    code = None if money.is_dollar or money.is_sign else money.of(receiver)
    spoken = money.evidence.nations.between(*money.before)
    opens = spoken and len(set(spoken)) == 1 and spoken[0] != receiver
    return (money.of(spoken[0]) or code) if code is not None and opens else code


def money_of_article(money: Sum) -> str | None:
    """The nation that the article is about: $ is AUD in Australian news; £ from abroad is not."""
    country = money.evidence.country
    return None if money.is_sign and money.goes_abroad(country) else money.of(country)


def money_of_nation_before(money: Sum) -> str | None:
    """The last nation before the sum in its sentence: "Norway, 40 million crowns; Sweden, 25 million"."""
    spoken = money.evidence.nations.between(*money.before)
    return None if money.is_dollar or money.is_sign else _first(money, reversed(spoken))


def money_of_nations_named(money: Sum) -> str | None:
    """The only money of that name among the nations named; for $, £ and ¥ only of a single nation.

    It may not get the money as well: Oxfam gave £2 million to Egypt.
    """
    places = money.evidence.nations.codes
    codes = {code for iso3 in places if (code := money.of(iso3)) is not None}
    if len(codes) != 1 or ((money.is_dollar or money.is_sign) and len(places) > 1):
        return None
    return None if money.is_sign and any(map(money.goes_abroad, places)) else codes.pop()


def usual_money(money: Sum) -> str | None:
    """USD for $, GBP for pounds, INR for rupees, as long as that is tender; pesos and dinars have none."""
    usual = (iso3 for name, iso3, ended in USUAL if name == money.name and (ended or not money.ended))
    return _first(money, usual)


def only_money_in_use(money: Sum) -> str | None:
    """The one money of that name that anybody has on the day: only Cape Verde has escudos since 2002."""
    return only_currency_called(money.name, money.evidence.published) if money.ended else None


Decision = Callable[[Sum], str | None]
DECISIONS: tuple[Decision, ...] = (
    own_money_of_giver,
    former_money_of_giver,
    dollars_between_nations,
    us_dollars_told,
    money_told_before,
    money_of_press_or_dateline,
    money_of_receiver,
    money_of_article,
    money_of_nation_before,
    money_of_nations_named,
    usual_money,
    only_money_in_use,
)
"""Who decides whose money a sum is: the first that knows (docs/quantities.md has the same list)."""


def _first(money: Sum, nations: Iterable[str | None]) -> str | None:
    codes = (money.of(iso3) for iso3 in nations)
    return next((code for code in codes if code is not None), None)


def evidence_of(doc: Doc, context: ArticleContext, sums: Iterable[ToldSum | None]) -> Evidence:
    """Return the evidence of a doc whose nations have been found; nobody gives anything yet."""
    mentions: list[EntityMention] = load_mentions(doc, "factx_mentions", EntityMention)
    nations = NationsNamed((item.start_char, item.iso3) for item in mentions if item.type == "nation" and item.iso3)
    told = ToldSums(one for one in sums if one is not None)
    return Evidence(context.published, context.home, context.press, context.country, nations, told)
