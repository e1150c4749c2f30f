"""Make the names of feasts that the package holidays lists: run it after an update of the package.

``python .ci/feasts.py`` writes dates/lexicons/listed_feasts.csv: names that ``holidays.csv`` lacks, of days that come
every year in some country. Left out are days off that are no feasts (bridges, elections, mourning), what lengthens
a feast, and words that may be no name of a day.
"""

from __future__ import annotations

import csv
import re
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any

import holidays

from factx.base import lexicon
from factx.dates.listed_holidays import names_in

TARGET = Path(__file__).resolve().parents[1] / "src" / "factx" / "dates" / "lexicons" / "listed_feasts.csv"
YEARS = range(1995, 2027)
OFTEN = 4
"""Years in which a feast comes at least; what comes less often was decreed."""
NO_FEAST = re.compile(
    r"\b(?:holidays?|bridge|off|bank|special|funeral|jubilee|elections?|coronation|visit|additional|half|observed"
    r"|mourning|following|after|before|of the first|inauguration|session|vacation|anniversary|weekend|eid"
    r"|referendum|polling|show|squeeze|taxpayer|summer day|name day|census|closing"
    r"|(?:first|second|third|fourth|fifth|sixth|seventh|last|1st|2nd|3rd|\d+th) (?:day|of)|day (?:\d+|of ashura))\b"
    r"|[,:;()/]"
)
NAMES_THE_DAY = re.compile(
    r"\b(?:day|eve|night|festival|birthday|new year|easter|christmas|lent|monday|tuesday|wednesday|thursday|saturday"
    r"|sunday|poya|pu?oo?ja|parva|bucha|bochea|jayanti|sankranti|bihu|pu?oo?rnima|lhochhar|navami|ashtami|yatra"
    r"|chaturthi|chaturdashi|panchami|tihar|dahan|padwa|krathong|chand|duj|tika|b'av|al-qadr|mi'raj|full moon)\b"
)
"""What a name of several words has, so that it is no event or person."""
NAMES_OF_ONE_WORD = frozenset(
    {
        "bihu", "candlemas", "chhath", "dashain", "falintil", "fulpati", "losar", "lohri", "onam",
        "pongal", "radunitsa", "sigd", "thaipusam", "ugadi", "vaisakhi", "vishu", "tasua",
    }
)  # fmt: skip
LONGEST = 6
"""Words of a name that news writes."""


def main() -> None:
    """Write the lexicon."""
    warnings.simplefilter("ignore")
    years = found()
    known = {row["name"] for row in lexicon.read("dates/holidays")}
    names = sorted(name for name, when in years.items() if len(when) >= OFTEN and name not in known and is_name(name))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name"])
        writer.writerows([name] for name in names)


def found() -> dict[str, set[int]]:
    """The names of all countries, each with the years in which one of them has it."""
    years: dict[str, set[int]] = defaultdict(set)
    languages = holidays.list_localized_countries(include_aliases=False)
    for code in holidays.list_supported_countries(include_aliases=False):
        library: Any = type(holidays.country_holidays(code))
        language = "en_US" if "en_US" in languages.get(code, []) else None
        categories = tuple(name for name in library.supported_categories if name != "half_day")
        listed = library(years=YEARS, categories=categories, language=language)
        for day in listed:
            for title in listed.get_list(day):
                for name in names_in(title)[0]:
                    years[name.replace("’", "'")].add(day.year)
    return years


def is_name(name: str) -> bool:
    """True for a feast that nothing else is called."""
    if NO_FEAST.search(name) or not name.isascii() or name.startswith("the "):
        return False
    if " " not in name:
        return name in NAMES_OF_ONE_WORD
    return len(name.split()) <= LONGEST and NAMES_THE_DAY.search(name) is not None


if __name__ == "__main__":
    main()
