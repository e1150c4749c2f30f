"""Make base/lexicons/tender.csv and currency_nouns.csv from babel's CLDR: run it after an update of babel.

``python .ci/currencies.py`` writes them; what CLDR lacks or has wrong is corrected below, each with its reason.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_global

LEXICONS = Path(__file__).resolve().parents[1] / "src" / "factx" / "base" / "lexicons"
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
    ("ZWE", "ZWL", "2019-06-24", "2024-08-31"),  # sole tender by instrument 142 of 2019, so before the US dollar
]
"""Tender of nations before they had their own, under the state that they were part of; and Zimbabwe's return."""

SYNONYMS = {
    "koruna": ["crown"],
    "krona": ["crown", "krone"],
    "króna": ["crown", "krona", "krone"],
    "krone": ["crown", "krona"],
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
}
"""Other names of the same money, by CLDR's."""

OTHER_NOUNS = {
    "LBP": ["lira"],
    "SYP": ["lira"],
    "CYP": ["lira"],
    "XOF": ["cfa franc"],
    "XAF": ["cfa franc"],
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
    "ZWG": ["zig"],
}
"""Further names of single currencies; a sign is written beside its letter: P5 million in pesos or pula."""


def tender() -> list[Row]:
    """Nation, currency, first and last day of what was tender since ``OLDEST``, by nation and first day."""
    rows = {(row[0], row[1], row[2]): row for row in (*_from_cldr(), *ADDED)}
    return sorted(rows.values(), key=lambda row: (row[0], row[2], row[1]))


def _from_cldr() -> Iterator[Row]:
    for territory, ranges in get_global("territory_currencies").items():
        iso3 = _alpha_3(territory)
        for currency, first, last, is_tender in ranges if iso3 else ():
            days = CHANGED_DAYS.get((iso3, currency), (None, None))
            first_day, last_day = days[0] or _iso(first), days[1] or _iso(last)
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
        noun = re.sub(r" \(.*", "", english[currency]).lower().split()[-1]
        plain = "".join(sign for sign in unicodedata.normalize("NFD", noun) if not unicodedata.combining(sign))
        others = [*SYNONYMS.get(noun, ()), *OTHER_NOUNS.get(currency, ())]
        for name in dict.fromkeys([noun, plain, *others]):
            yield name, currency


def write(name: str, header: list[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a lexicon of this room."""
    with (LEXICONS / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    made = tender()
    write("tender", ["iso3", "currency", "first_day", "last_day"], made)
    write("currency_nouns", ["noun", "currency"], sorted(nouns(row[1] for row in made)))
