"""4 measure: numbers with money, units, bounds, change and what they count or measure."""

from factx.measure.find import find_amounts
from factx.measure.told import Parties, ToldSum
from factx.measure.whose_money import Evidence, evidence_of

__all__ = ["Evidence", "Parties", "ToldSum", "evidence_of", "find_amounts"]
