"""Values in SI base units: how large the units of news are; by pint, those put together of them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from factx.base import lexicon


class Size(NamedTuple):
    """What one of a unit is in SI base units, where its zero is, and the SI unit."""

    one: float
    zero: float
    si: str


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    registry: Any = pint.UnitRegistry(None)
    definitions = files("factx") / "measure" / "data" / "units.txt"
    registry.load_definitions(definitions.read_text(encoding="utf-8").splitlines())
    return registry


@lru_cache(maxsize=1)
def sizes() -> dict[str, Size | None]:
    """The size of each unit of unit_words.csv, as pint has it; None for a word of several ("ton")."""
    rows = lexicon.read("measure/unit_sizes")
    return {row["unit"]: Size(float(row["one"]), float(row["zero"]), row["si"]) if row["si"] else None for row in rows}


@lru_cache(maxsize=1024)
def size_by_pint(unit: str) -> Size | None:
    """The size of any unit; None if pint does not know it.

    >>> size_by_pint("kilometer / hour").si
    'meter / second'
    """
    import pint

    registry = _registry()
    many, name = _split(unit)
    try:
        zero = registry.Quantity(0.0, name).to_root_units()
        one = registry.Quantity(1.0, name).to_root_units()
    except (pint.PintError, AttributeError, AssertionError, ValueError, TypeError):
        return None
    return Size((one.magnitude - zero.magnitude) / many, zero.magnitude, str(one.units))


def _split(unit: str) -> tuple[float, str]:
    """A unit without the number in its divisor, which pint takes for no unit: "liter / 100 kilometer"."""
    dividend, sign, divisor = unit.partition(" / ")
    many, blank, name = divisor.partition(" ")
    if not blank or not many.replace(",", "").isdigit():
        return 1.0, unit
    return float(many.replace(",", "")), dividend + sign + name


def to_si(value: float | None, unit: str, difference: bool = False) -> tuple[float, str] | None:
    """Return the value in SI base units, and the SI unit; None for a unit without one (a counted noun).

    A ``difference`` of temperatures does not begin at a zero: 9 degrees Fahrenheit more are 5 kelvin.

    >>> to_si(50, "fahrenheit")
    (283.15, 'kelvin')
    >>> to_si(9, "fahrenheit", difference=True), to_si(48, "degree")
    ((5.0, 'kelvin'), None)
    >>> to_si(90, "kilometer / hour"), to_si(8, "liter / 100 kilometer")
    ((25.0, 'meter / second'), (8e-08, 'meter ** 2'))
    """
    if value is None:
        return None
    size = sizes()[unit] if unit in sizes() else size_by_pint(unit)
    if size is None:
        return None
    zero = 0.0 if difference else size.zero
    return float(f"{value * size.one + zero:.12g}"), size.si
