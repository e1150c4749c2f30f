"""Nations as users write them: by a code of ISO 3166-1, or by an English name."""

from __future__ import annotations

from functools import cache
from typing import Any

from factx.base import InputError, nearest


def country_given(name: str) -> str:
    """ISO alpha-3 of a nation by its alpha-3 or alpha-2 code or its English name, in any case.

    Raises ``InputError`` with what is near an unknown name, and for a name that several nations have.

    >>> country_given("ken"), country_given("FR"), country_given("ivory coast"), country_given("Kosovo")
    ('KEN', 'FRA', 'CIV', 'XKX')
    """
    code, among = name.upper(), _by_name().get(name.casefold(), frozenset())
    if code in _shown_names():
        return code
    if code in _by_alpha_2():
        return _by_alpha_2()[code]
    if len(among) == 1:
        return next(iter(among))
    if among:
        choices = " or ".join(f"{iso3} ({_shown_names()[iso3]})" for iso3 in sorted(among))
        raise InputError(f"nation '{name}' may be {choices}; give one of the codes")
    near = nearest(name, (*_shown_names(), *_shown_names().values()))
    told = f"did you mean '{near}'?" if near else "give codes or English names, such as KEN, KE or Kenya"
    raise InputError(f"no nation '{name}'; {told}")


def _shown_names() -> dict[str, str]:
    from factx.who import nations

    return nations.display_names()


@cache
def _by_alpha_2() -> dict[str, str]:
    import pycountry

    items: Any = pycountry.countries
    return {item.alpha_2: item.alpha_3 for item in items} | {"XK": "XKX"}


@cache
def _by_name() -> dict[str, frozenset[str]]:
    """Nations by their names in small letters; of one that is read in several ways, all of these."""
    from factx.who import nations

    found = {name.casefold(): frozenset({iso3}) for iso3, name in _shown_names().items()}
    for entry in nations.names().values():
        if entry.kind != "demonym":
            also = (reading.iso3 for reading in nations.readings().get(entry.name, ()) if reading.iso3)
            found.setdefault(entry.name.casefold(), frozenset({entry.iso3, *also}))
    return found
