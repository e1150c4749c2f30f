"""Files of invented articles in every form in which archives, crawlers and agencies hand out news.

``KINDS`` has a writer for each; what an article says is known (``stories``), so that what is read
of a file can be held against it. The files have the traps of their kinds: cover pages, footers,
dates of loading, wrapped lines, captions, index terms.
"""

from benchmarks.exports.kinds import KINDS, Kind
from benchmarks.exports.stories import Story, stories

__all__ = ["KINDS", "Kind", "Story", "stories"]
