"""Make the calendar, the nouns and the names of money from babel's CLDR: run it after an update of babel.

``python .ci/currencies.py`` writes base/lexicons/tender.csv and currency_nouns.csv, and money_names.csv of measure.
What CLDR lacks or has wrong is corrected below, each with its reason.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

ROOMS = Path(__file__).resolve().parents[1] / "src" / "factx"
OLDEST = "1990-01-01"
"""Tender that ended before is left out: news as files are younger."""

Row = tuple[str, str, str, str]

NO_ALPHA_3 = {"XK": "XKX"}
"""Territories that ISO 3166 lacks and factx's nations have."""

CHANGED_DAYS = {
    ("RUS", "RUR"): (None, "1998-12-31"),
    ("RUS", "RUB"): ("1998-01-01", None),  # the new ruble of decree 822/1997; CLDR has 1999
    ("UKR", "UAK"): (None, "1996-09-16"),  # the karbovanets until the hryvnia's reform; CLDR ends it in 1993
    ("CAF", "XAF"): ("1960-01-01", None),  # CLDR begins it in 1993, but for Cameroon
    ("COG", "XAF"): ("1960-01-01", None),
    ("GAB", "XAF"): ("1960-01-01", None),
    ("TCD", "XAF"): ("1960-01-01", None),
    ("GNQ", "XAF"): ("1985-01-01", None),  # Equatorial Guinea joined in 1985
    ("SLV", "SVC"): (None, ""),  # the law of 2000 that brought in the dollar left the colón tender
    ("SVN", "SIT"): ("1991-10-08", None),  # tolar notes of October 1991; CLDR has the coins of 1992
}
"""First and last day (None: CLDR's own) where CLDR is wrong."""

ADDED: list[Row] = [
    *[(iso3, "ANG", "1940-05-10", "2010-10-10") for iso3 in ("CUW", "SXM", "BES")],  # as Netherlands Antilles
    *[(iso3, "YUN", "1990-01-01", "1994-01-24") for iso3 in ("SRB", "MNE", "XKX")],  # as Yugoslavia
    ("SVN", "YUN", "1990-01-01", "1991-10-08"),
    ("MKD", "YUN", "1990-01-01", "1992-04-26"),
    ("SSD", "SDP", "1957-04-08", "1998-06-01"),  # as Sudan
    ("SSD", "SDD", "1992-06-08", "2007-06-30"),
    ("ALA", "FIM", "1963-01-01", "2002-02-28"),  # as Finland
    ("MDA", "SUR", "1961-01-01", "1991-12-25"),  # as the Soviet Union, then the ruble zone
    ("MDA", "RUR", "1991-12-25", "1993-07-31"),
    ("KAZ", "SUR", "1961-01-01", "1991-12-25"),
    ("KAZ", "RUR", "1991-12-25", "1993-11-18"),
    ("RUS", "SUR", "1961-01-01", "1991-12-25"),
    ("TJK", "SUR", "1961-01-01", "1991-12-25"),
    ("UZB", "SUR", "1961-01-01", "1991-12-25"),
    ("UZB", "RUR", "1991-12-25", "1994-07-01"),
    ("ERI", "ETB", "1976-10-15", "1993-05-24"),  # as Ethiopia
    ("YEM", "YDD", "1965-04-01", "1996-06-11"),  # the dinar of the South stayed tender after the union
    ("LBR", "USD", "1944-01-01", ""),  # tender beside its own: what sums in plain dollars are in
    ("ZWE", "ZWL", "2019-06-24", "2024-08-31"),  # sole tender by instrument 142 of 2019, so before the US dollar
]
"""Tender of nations before they had their own, under the state that they were part of; and Zimbabwe's return."""

SYNONYMS = {
    "koruna": ["crown"],
    "krona": ["crown"],
    "króna": ["crown", "krona"],
    "krone": ["crown"],
    "kroon": ["crown"],
    "riyal": ["rial"],
    "rial": ["riyal"],
    "rouble": ["ruble"],
    "florin": ["guilder"],
    "guilder": ["florin"],
    "denar": ["dinar"],
    "markka": ["mark"],
    "som": ["sum"],
    "paʻanga": ["pa'anga"],
    "larit": ["lari"],
    "yuan": ["renminbi"],
    "pound": ["pound sign"],
}
"""Other names of the same money, by CLDR's."""

OTHER_NOUNS = {
    "LBP": ["lira"],
    "SYP": ["lira"],
    "CYP": ["lira"],
    "XOF": ["cfa franc"],
    "XAF": ["cfa franc"],
    "SEK": ["krone"],
    "IEP": ["punt"],
    "BOB": ["bs sign"],
    "VEB": ["bs sign"],
    "VEF": ["bs sign"],
    "VES": ["bs sign"],
    "CNY": ["yen sign"],
    "JPY": ["yen sign"],
    "PHP": ["peso sign"],
    "BWP": ["peso sign"],
    "NGN": ["naira sign"],
    "ZAR": ["rand sign"],
    "ZMW": ["kwacha sign"],
    "ZMK": ["kwacha sign"],
    "MWK": ["kwacha sign"],
    "PGK": ["kwacha sign"],
    "LAK": ["kwacha sign"],
    "MMK": ["kwacha sign"],
    "CAD": ["c dollar"],
    "NIO": ["c dollar"],
    "BND": ["b dollar"],
    "BSD": ["b dollar"],
    "ZWG": ["zig"],
}
"""Further names of single currencies; a sign is written beside its letter: P5 million in pesos or pula."""

NAMED_OTHERWISE = {"CUC": "convertible peso"}
"""The noun of currencies beside which another has the plain one: pesos are Cuba's CUP."""


def tender() -> list[Row]:
    """Nation, currency, first and last day of what was tender since ``OLDEST``, by nation and first day."""
    rows = {(row[0], row[1], row[2]): row for row in (*_from_cldr(), *ADDED)}
    return sorted(rows.values(), key=lambda row: (row[0], row[2], row[1]))


def _from_cldr() -> Iterator[Row]:
    for territory, ranges in get_global("territory_currencies").items():
        iso3 = _alpha_3(territory)
        for currency, first, last, is_tender in ranges if iso3 else ():
            first_day, last_day = CHANGED_DAYS.get((iso3, currency), (None, None))
            first_day = _iso(first) if first_day is None else first_day
            last_day = _iso(last) if last_day is None else last_day
            if is_tender and (not last_day or last_day >= OLDEST):
                yield iso3, currency, first_day, last_day


def _alpha_3(territory: str) -> str:
    nation = pycountry.countries.get(alpha_2=territory) if len(territory) == len("XX") else None
    return nation.alpha_3 if nation else NO_ALPHA_3.get(territory, "")


def _iso(day: tuple[int, int, int] | None) -> str:
    return "{:04}-{:02}-{:02}".format(*day) if day else ""


def nouns(currencies: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The nouns that currencies are called by, and the currency: the last word of CLDR's English name, and others."""
    english = Locale("en").currencies
    for currency in sorted(set(currencies)):
        noun = NAMED_OTHERWISE.get(currency) or re.sub(r" \(.*", "", english[currency]).lower().split()[-1]
        plain = "".join(sign for sign in unicodedata.normalize("NFD", noun) if not unicodedata.combining(sign))
        others = [*SYNONYMS.get(noun, ()), *OTHER_NOUNS.get(currency, ())]
        for name in dict.fromkeys([noun, plain, *others]):
            yield name, currency


PLURALS = {
    "lev": ["leva", "levs"],
    "leu": ["lei", "leu"],
    "lek": ["leke", "lekë", "leks", "lek"],
    "lats": ["lati", "lats"],
    "litas": ["litai", "litas", "litass"],
    "kroon": ["kroons", "krooni"],
    "krona": ["kronor", "kronas", "krona"],
    "króna": ["krónur", "kronur"],
    "krone": ["kroner", "kroners", "krone"],
    "koruna": ["korunas", "koruny", "korun", "koruna"],
    "crown": ["crowns"],
    "zloty": ["zlotys", "zlotych", "zloties", "zloty"],
    "ruble": ["rubles"],
    "rouble": ["roubles"],
    "real": ["reais", "reals"],
    "bolivar": ["bolivars", "bolivares"],
    "bolívar": ["bolívars", "bolívares"],
    "sol": ["soles", "sols"],
    "colon": ["colones", "colons"],
    "colón": ["colones", "colóns"],
    "quetzal": ["quetzals", "quetzales"],
    "metical": ["meticais", "meticals"],
    "loti": ["maloti", "lotis"],
    "lilangeni": ["emalangeni", "lilangenis"],
    "denar": ["denars", "denari"],
    "lira": ["liras", "lire", "liri", "lira"],
    "markka": ["markkas", "markkaa", "markka"],
    "penny": ["pence"],
}
"""Plurals that are not the singular and an s."""

UNCHANGED = {
    "ariary", "baht", "birr", "cedi", "dalasi", "dobra", "dong", "dram", "franc", "gold", "gourde", "guarani",
    "hryvnia", "kina", "kip", "kuna", "kwacha", "kwanza", "kyat", "lari", "lempira", "leone", "manat", "naira",
    "nakfa", "ngultrum", "ouguiya", "pa'anga", "paʻanga", "pataca", "peso", "pula", "rand", "renminbi", "riel",
    "ringgit", "rufiyaa", "rupiah", "shekel", "som", "somoni", "sum", "taka", "tala", "tenge", "tugrik", "vatu",
    "won", "yen", "yuan", "zig",
}  # fmt: skip
"""Nouns that news writes without an s in the plural, too."""

OWN_OF_OTHERS = {"XOF": "", "XAF": "", "XPF": "", "XCD": "", "XCG": "", "ANG": "CUW SXM"}
"""Currencies of several nations that take the name of each ("Senegalese francs"); of some only, where nations stand."""

ISLANDS = {
    "antillean": "ANG",
    "netherlands antillean": "ANG",
    "netherlands antilles": "ANG",
    "antilles": "ANG",
    "dutch antillean": "ANG",
    "caribbean": "XCG",
}
"""Words that name the guilder of the Antilles before and after 2025."""

WORDLIKE = {
    "ADP", "ALL", "AON", "ARA", "BAD", "BAN", "CUP", "ECS", "ESP", "MDC", "MTL", "NIC", "PEI", "PTE", "SIT",
    "SOS", "STD", "SUR", "TOP",
}  # fmt: skip
"""Codes that news writes in capitals for something else."""


def names(made: list[Row]) -> Iterator[tuple[str, str, str]]:
    """Text, place and currency of names with a nation in them, and of codes; CLDR's names come first."""
    newest = {row[1]: row for row in sorted(made, key=lambda row: (row[3] or "9999", row[2]))}
    for currency in sorted(newest):
        yield currency, "word_code" if currency in WORDLIKE else "code", currency
    texts: dict[str, str] = {}
    for currency in sorted(newest, key=lambda code: newest[code][3] or "9999", reverse=True):
        for text in (*_english(currency), *_of_islands(currency)):
            texts.setdefault(text, currency)
    for iso3, words in _nation_words().items():
        for currency in dict.fromkeys(
            row[1] for row in sorted(made, key=lambda row: row[2], reverse=True) if row[0] == iso3
        ):
            if _is_own(iso3, currency):
                for text in (f"{word} {form}" for form in _forms(currency) for word in words):
                    texts.setdefault(text, currency)
    yield from sorted((text, "after", currency) for text, currency in texts.items())


def _english(currency: str) -> Iterator[str]:
    """CLDR's English names in singular and plural, without years."""
    for count in (1, 2):
        yield re.sub(r" \(.*", "", get_currency_name(currency, count, locale="en")).lower()


def _of_islands(currency: str) -> Iterator[str]:
    yield from (f"{word} {form}" for word, code in ISLANDS.items() if code == currency for form in _forms(currency))


def _forms(currency: str) -> list[str]:
    """Singulars and plurals of a currency's nouns, but for signs."""
    found = [noun for noun, code in nouns([currency]) if not noun.endswith(" sign")]
    plurals = [form for noun in found for form in PLURALS.get(noun, [noun + "s", *[noun] * (noun in UNCHANGED)])]
    singular = [noun for noun in found if noun != "crown"]
    return list(dict.fromkeys([*plurals, *singular]))


def _nation_words() -> dict[str, list[str]]:
    """Nation → its names, adjectives and abbreviations, lower case; plurals of persons stand beside their singulars."""
    words: dict[str, list[str]] = defaultdict(list)
    with (ROOMS / "who" / "lexicons" / "nations.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["kind"] in {"name", "demonym", "abbreviation"} and " of " not in row["name"]:
                words[row["iso3"]].append(row["name"].lower())
    with (ROOMS / "who" / "lexicons" / "nation_names.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            words[row["iso3"]].append(row["name"].lower())
    plain = {
        iso3: [word for word in some if not word.endswith("s") or word[:-1] not in some] for iso3, some in words.items()
    }
    for nation in pycountry.countries:
        name = getattr(nation, "common_name", nation.name).lower()
        plain.setdefault(nation.alpha_3, []).extend([name] * ("," not in name))
    return {iso3: list(dict.fromkeys(some)) for iso3, some in sorted(plain.items())}


def _is_own(iso3: str, currency: str) -> bool:
    nation = pycountry.countries.get(alpha_3=iso3)
    if currency in OWN_OF_OTHERS:
        return not OWN_OF_OTHERS[currency] or iso3 in OWN_OF_OTHERS[currency].split()
    return bool(nation) and currency.startswith(nation.alpha_2)


def write(room: str, name: str, header: list[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a lexicon of a room."""
    with (ROOMS / room / "lexicons" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    made = tender()
    write("base", "tender", ["iso3", "currency", "first_day", "last_day"], made)
    write("base", "currency_nouns", ["noun", "currency"], sorted(nouns(row[1] for row in made)))
    write("measure", "money_names", ["text", "place", "money"], names(made))
