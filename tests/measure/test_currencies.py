"""Money by nation and day: the calendar over its whole range, and every name and code that CLDR has for it."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import babel
import pytest
from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from factx.base import lexicon
from factx.base.currencies import currencies_called, currency_of, currency_then, tender
from factx.measure.candidates import find_candidates
from factx.measure.whose_money import Evidence

YEARS = range(1990, 2027)
NATIONS = sorted({row["iso3"] for row in lexicon.read("base/tender")})
WORD_CODES = sorted(
    row["text"]
    for name in ("money_names", "money_words")
    for row in lexicon.read(f"measure/{name}")
    if row["place"] == "word_code"
)
NOUNS = sorted({row["noun"] for row in lexicon.read("base/currency_nouns")})
ENGLISH = Locale("en").currencies
DISSOLVED = frozenset({"CS", "DD", "SU", "TP", "YU", "ZR"})


def days() -> list[str]:
    """The middle of every year."""
    return [f"{year}-07-01" for year in YEARS]


def test_every_nation_has_tender_in_every_year() -> None:
    gaps = {(iso3, day) for iso3 in NATIONS for day in days() if not tender(iso3, day)}
    assert not gaps


def test_every_tender_is_found_by_each_of_its_nouns() -> None:
    called = {noun: currencies_called(noun) for noun in NOUNS}
    nouns_of = {code: [noun for noun in NOUNS if code in called[noun]] for code in frozenset().union(*called.values())}
    for iso3 in NATIONS:
        for day in days():
            current = tender(iso3, day)
            for code in current:
                for noun in nouns_of[code]:
                    found = currency_of(iso3, noun, day)
                    assert found in current, (iso3, day, noun)
                    assert found in called[noun], (iso3, day, noun)
                assert currency_then(code, day) == code, (iso3, day, code)


def test_no_nation_has_money_of_a_noun_that_none_of_its_tender_bears() -> None:
    for iso3 in NATIONS:
        for noun in NOUNS:
            for day in ("1991-02-03", "2004-08-09", "2016-09-30", "2026-03-02"):
                found = currency_of(iso3, noun, day)
                assert found is None or found in tender(iso3, day), (iso3, noun, day)


@pytest.mark.parametrize(
    ("iso3", "noun", "changes"),
    [
        ("TUR", "lira", "2004-12-31 TRL, 2005-01-03 TRY"),
        ("ROU", "leu", "2005-06-30 ROL, 2005-07-01 RON"),
        ("GHA", "cedi", "2007-07-02 GHC, 2007-07-03 GHS"),
        ("VEN", "bolivar", "2007-12-31 VEB, 2008-01-01 VEF, 2018-08-19 VEF, 2018-08-20 VES"),
        ("SLE", "leone", "2022-06-30 SLL, 2022-07-01 SLE"),
        ("BLR", "ruble", "1998-05-05 BYB, 2016-06-30 BYR, 2016-07-01 BYN"),
        ("MRT", "ouguiya", "2017-12-31 MRO, 2018-01-02 MRU"),
        ("ZMB", "kwacha", "2012-12-31 ZMK, 2013-01-01 ZMW"),
        ("MOZ", "metical", "2006-06-30 MZM, 2006-07-01 MZN"),
        ("AZE", "manat", "2005-12-31 AZM, 2006-01-02 AZN"),
        ("TKM", "manat", "2008-12-31 TMM, 2009-01-02 TMT"),
        ("RUS", "ruble", "1997-12-31 RUR, 1998-01-01 RUB"),
        ("POL", "zloty", "1994-12-31 PLZ, 1995-01-01 PLN"),
        ("MEX", "peso", "1992-12-31 MXP, 1993-01-01 MXN"),
        ("SDN", "pound", "1995-01-01 SDP, 2007-02-01 SDG"),
        ("SDN", "dinar", "2003-01-01 SDD"),
        ("ZWE", "dollar", "2005-03-03 ZWD, 2008-09-01 ZWR, 2012-05-05 USD, 2020-05-05 ZWL"),
        ("ZWE", "zig", "2024-10-08 ZWG"),
        ("CUW", "guilder", "2008-03-03 ANG, 2024-03-03 ANG, 2025-03-31 XCG"),
        ("BGR", "lev", "1998-03-03 BGL, 2025-12-30 BGN"),
        ("HRV", "kuna", "2022-12-30 HRK"),
        ("SVK", "crown", "1992-06-01 CSK, 2008-12-31 SKK"),
        ("EST", "crown", "2010-12-30 EEK"),
        ("PRT", "escudo", "2001-12-31 PTE"),
        ("SRB", "dinar", "1991-05-05 YUN, 1999-05-05 YUM, 2004-05-05 CSD, 2012-05-05 RSD"),
        ("GAB", "cfa franc", "1991-05-05 XAF"),
        ("UKR", "karbovanets", "1995-05-05 UAK"),
    ],
)
def test_a_name_changes_its_code_on_its_day(iso3: str, noun: str, changes: str) -> None:
    for change in changes.split(", "):
        day, code = change.split()
        assert currency_of(iso3, noun, day) == code, day


@pytest.mark.parametrize(
    ("iso3", "noun", "day"),
    [
        ("HRV", "kuna", "2024-01-20"),
        ("FRA", "franc", "2003-01-01"),
        ("BGR", "lev", "2026-03-02"),
        ("XKX", "euro", "1998-01-01"),
    ],
)
def test_what_is_no_tender_counts_only_if_asked_for(iso3: str, noun: str, day: str) -> None:
    assert currency_of(iso3, noun, day) is None
    assert (currency_of(iso3, noun, day, ended=True) is None) == (noun == "euro")


def test_what_babel_calls_tender_stands_in_the_calendar() -> None:
    """A tender that an update of babel adds would be missing: run .ci/currencies.py."""
    known = {row["currency"] for row in lexicon.read("base/tender")}
    for territory, ranges in get_global("territory_currencies").items():
        if len(territory) == len("XX") and territory not in DISSOLVED:
            current = {code for code, _, last, is_tender in ranges if is_tender and (not last or last > (1990, 1, 1))}
            assert current <= known, territory


@pytest.mark.skipif(babel.__version__ != "2.19.0", reason="the calendar is made from babel 2.19.0")
def test_the_calendar_is_what_its_maker_makes(root: Path) -> None:
    maker = runpy.run_path(str(root / ".ci" / "currencies.py"), run_name="maker")
    assert maker["tender"]() == [tuple(row.values()) for row in lexicon.read("base/tender")]
    codes = [row["currency"] for row in lexicon.read("base/tender")]
    assert sorted(maker["nouns"](codes)) == [tuple(row.values()) for row in lexicon.read("base/currency_nouns")]


def names(code: str) -> Iterator[str]:
    """CLDR's English names of many and of one, without years."""
    for count in (2, 1):
        yield re.sub(r" \(.*", "", get_currency_name(code, count, locale="en"))


def money_in(text: str, day: str, iso3: str) -> str | None:
    """The currency of the only sum in a text."""
    _, found = find_candidates(text)
    (sum_,) = found
    return None if sum_.money is None else Evidence(country=iso3, published=day).currency(sum_.money.name)


def tenders() -> dict[str, tuple[str, str]]:
    """Currency → a nation that it is tender in, and its first day of ``days``."""
    found = [(code, (iso3, day)) for day in days() for iso3 in NATIONS for code in tender(iso3, day)]
    return dict(reversed(found))


@pytest.mark.parametrize("code", sorted(tenders()))
def test_every_name_and_code_is_read_on_a_day_of_its_tender(code: str) -> None:
    iso3, day = tenders()[code]
    for name in names(code):
        assert money_in(f"They gave 5 million {name}.", day, iso3) == code, name
    assert money_in(f"They gave {code} 5 million.", day, iso3) == code
    assert money_in(f"They gave {code} 4,500.", day, iso3) == code
    assert money_in(f"They gave 5 million {code}.", day, iso3) == code


@pytest.mark.parametrize("code", WORD_CODES)
def test_codes_that_are_words_count_before_sums_only(code: str) -> None:
    _, (found,) = find_candidates(f"{code} 5 clerks left.")
    assert found.money is None
    _, (found,) = find_candidates(f"{code} 5 million readers wrote.")
    assert found.money is None
