"""Make exchange/data/yearly.csv from the World Bank's official rates: ``python .ci/yearly_rates.py WHEEL``.

WHEEL is that of pydeflate 1.2.0, which carries the World Bank's indicator PA.NUS.FCRF (CC BY 4.0) for 1990 to 2021.
The World Bank states a nation's whole past in its unit of today; here every code has the rates of its own unit. A year
is left out where an average misleads: where it is more than ``STEADY`` times that of the year before or after, or
where most money changed hands at another rate than the official one (``PARALLEL``). Younger years are ``PUBLISHED``.
"""

from __future__ import annotations

import csv
import io
import sys
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pycountry

ROOT = Path(__file__).resolve().parents[1]
TENDER = ROOT / "src" / "factx" / "base" / "lexicons" / "tender.csv"
TARGET = ROOT / "src" / "factx" / "exchange" / "data" / "yearly.csv"
TABLE = "pydeflate/.pydeflate_data/PA.NUS.FCRF_1950_2025.feather"
FIRST_YEAR = 1990
STEADY = 1.6

OTHER_NAMES = {
    "Bahamas, The": "BHS", "Bolivia": "BOL", "Cabo Verde": "CPV", "Congo, Dem. Rep.": "COD", "Congo, Rep.": "COG",
    "Cote d'Ivoire": "CIV", "Curacao": "CUW", "Egypt, Arab Rep.": "EGY", "Gambia, The": "GMB",
    "Hong Kong SAR, China": "HKG", "Iran, Islamic Rep.": "IRN", "Korea, Rep.": "KOR", "Kosovo": "XKX",
    "Kyrgyz Republic": "KGZ", "Lao PDR": "LAO", "Macao SAR, China": "MAC", "Micronesia, Fed. Sts.": "FSM",
    "Sint Maarten (Dutch part)": "SXM", "Slovak Republic": "SVK", "St. Kitts and Nevis": "KNA",
    "St. Lucia": "LCA", "St. Vincent and the Grenadines": "VCT", "Turkiye": "TUR", "Venezuela, RB": "VEN",
    "Yemen, Rep.": "YEM", "Faroe Islands": "FRO", "Isle of Man": "IMN",
}  # fmt: skip
"""The World Bank's names that pycountry does not know, by ISO 3166-1 alpha-3."""

OLD_UNITS = {
    "AFA": ("AFN", 1000), "AZM": ("AZN", 5000), "BGL": ("BGN", 1000), "BYB": ("BYN", 10_000_000),
    "BYR": ("BYN", 10_000), "GHC": ("GHS", 10_000), "MGF": ("MGA", 5), "MRO": ("MRU", 10), "MXP": ("MXN", 1000),
    "MZM": ("MZN", 1000), "PLZ": ("PLN", 10_000), "ROL": ("RON", 10_000), "RUR": ("RUB", 1000),
    "SDD": ("SDG", 100), "SRG": ("SRD", 1000), "STD": ("STN", 1000), "TRL": ("TRY", 1_000_000),
    "UYP": ("UYU", 1000), "VEB": ("VEF", 1000), "ZMK": ("ZMW", 1000), "BRR": ("BRL", 2750),
}  # fmt: skip
"""Codes → the unit of the World Bank's series, and how many of the old were one of it by law."""

NO_FACTOR = {
    "SLE", "SDP", "TJR", "UAK", "GEK", "LVR", "LTT", "MDC", "HRD", "AOK", "AON", "AOR", "ZRZ", "ZRN", "BRE", "BRN",
    "PEI", "ARA", "NIC", "ECS", "YUM", "YUN", "YUR", "CSD", "BAD", "BAN", "MKN", "GWP", "CSK", "SUR", "VES", "ZWG",
    "ZWD", "ZWR", "DDM", "YDD", "TMM", "CUC", "SVC", "PAB", "XCG", "USD",
}  # fmt: skip
"""Codes whose years the series has in another unit by no sure factor, or in none; and the dollar."""

PARALLEL = {
    "AFN": (1990, 2002), "AFA": (1990, 2002), "AOA": (1990, 2000), "IQD": (1990, 2003), "IRR": (1990, 2099),
    "MMK": (1990, 2012), "NGN": (1990, 1998), "SYP": (1990, 2099), "VEF": (2003, 2099), "VEB": (2003, 2099),
    "UZS": (1997, 2017), "SDG": (2012, 2099), "SSP": (2011, 2016), "ZWL": (1990, 2099), "LBP": (2019, 2099),
    "LRD": (1990, 1998), "ETB": (1990, 1993), "LYD": (1990, 2002), "SOS": (1990, 2099), "TMT": (1990, 2099),
    "YER": (2015, 2099), "SRG": (1990, 1995), "CUP": (1990, 2099), "KPW": (1990, 2099), "BYR": (1996, 2000),
    "BYB": (1990, 2000),
}  # fmt: skip
"""Years, first and last, in which the official rate was not what people paid."""

PUBLISHED = tomllib.loads((Path(__file__).parent / "yearly_rates.toml").read_text(encoding="utf-8"))
"""Averages of years after the World Bank's table, rounded as statistical offices and central banks publish them."""


def averages(wheel: Path) -> dict[str, dict[int, float]]:
    """Nation → year → the World Bank's rate, in its unit."""
    with zipfile.ZipFile(wheel) as archive:
        table = pd.read_feather(io.BytesIO(archive.read(TABLE))).dropna()
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for name, year, rate in table.itertuples(index=False):
        iso3 = OTHER_NAMES.get(name) or _alpha_3(name)
        if iso3 and int(year) >= FIRST_YEAR:
            found[iso3][int(year)] = rate
    return found


def _alpha_3(name: str) -> str | None:
    try:
        return str(pycountry.countries.lookup(name).alpha_3)
    except LookupError:
        return None


def by_currency(found: dict[str, dict[int, float]]) -> dict[str, dict[int, tuple[float, str]]]:
    """Currency → year → units per dollar and source, of the currencies that a nation itself issues."""
    rates: dict[str, dict[int, tuple[float, str]]] = defaultdict(dict)
    with TENDER.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for year, rate in found.get(row["iso3"], {}).items():
                code = row["currency"]
                in_time = row["first_day"][:4] <= str(year) <= (row["last_day"] or "9999")[:4]
                if in_time and _is_its_own(code, row["iso3"]) and code not in NO_FACTOR:
                    rates[code].setdefault(year, (rate * OLD_UNITS.get(code, ("", 1))[1], "World Bank"))
    for code, years in PUBLISHED.items():
        for year, rate in years.items():
            rates[code].setdefault(int(year), (rate, "as published, rounded"))
    return rates


def _is_its_own(code: str, iso3: str) -> bool:
    nation = pycountry.countries.get(alpha_3=iso3)
    return bool(nation and code.startswith(nation.alpha_2)) or (code, iso3) in {("FRF", "FRA"), ("RUR", "RUS")}


def rows(rates: dict[str, dict[int, tuple[float, str]]]) -> Iterator[tuple[str, int, str, str]]:
    """Currency, year, units per dollar to five digits, source: the years in which an average tells something."""
    for code, years in sorted(rates.items()):
        first, last = PARALLEL.get(code, (0, 0))
        for year, (rate, source) in sorted(years.items()):
            near = [years[other][0] for other in (year - 1, year + 1) if other in years]
            steady = all(max(rate / other, other / rate) <= STEADY for other in near)
            if steady and not first <= year <= last:
                yield code, year, f"{float(f'{rate:.5g}'):f}".rstrip("0").rstrip("."), source


if __name__ == "__main__":
    made = list(rows(by_currency(averages(Path(sys.argv[1])))))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("currency", "year", "per_usd", "source"), *made])
    print(len(made), "rates of", len({row[0] for row in made}), "currencies")
