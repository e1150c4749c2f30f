"""4 measure: numbers with money, units, bounds, change and what they count or measure."""

from factx.measure.find import find_amounts

__all__ = ["find_amounts"]
