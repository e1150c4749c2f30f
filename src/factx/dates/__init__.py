"""3 tag: time expressions, resolved against the publication date, kept as precise as the text.

``find`` is the pure core (text → time expressions); ``find_dates`` adds what a parse knows.
"""

from factx.dates.find import find
from factx.dates.find_in_doc import find_dates

__all__ = ["find", "find_dates"]
