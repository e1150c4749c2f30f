"""Whether articles on one incident share an event, and articles on two do not: pairs of the shared local news."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.shared import shared_at

HELP = "measure which articles of the shared local news are put together as one event"
SINGLES = 1000
"""At most so many articles on incidents that no other tells of: with them come the pairs that must stay apart."""

Events = Mapping[str, frozenset[str]]
Incidents = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles: of one incident and event, of one event alone, of one incident alone.

    ``tellable`` are those of the last for which both articles have an event at all.
    """

    right: int
    wrong: int
    missed: int
    tellable: int

    @property
    def precision(self) -> float:
        """The share of pairs with a common event that are on one incident; 1 if there is none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of pairs on one incident that have a common event; 0 if there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0


def pairs_of(events: Events, incidents: Incidents) -> Pairs:
    """Compare the events of articles with the incidents that they are about.

    >>> found = {"a": frozenset("1"), "b": frozenset("1"), "c": frozenset("12"), "d": frozenset()}
    >>> pairs_of(found, {"a": "x", "b": "x", "c": "y", "d": "x"})
    Pairs(right=1, wrong=2, missed=2, tellable=0)
    """
    told: Counter[str] = Counter()
    for one, other in combinations(sorted(events), 2):
        same = incidents[one] == incidents[other]
        if events[one] & events[other]:
            told["right" if same else "wrong"] += 1
        elif same:
            told["missed"] += 1
            told["tellable"] += bool(events[one] and events[other])
    return Pairs(told["right"], told["wrong"], told["missed"], told["tellable"])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--singles", metavar="N", type=int, default=SINGLES, help="articles on incidents told of once")
    parser.add_argument("--model", default="accurate", help="(default: accurate)")


def run(options: argparse.Namespace) -> int:
    """Read the articles, put their tolls together, and print precision and recall of pairs."""
    found = shared_at(getattr(options, "shared", None))
    if found is None:
        print("benchmarks: no shared sets", file=sys.stderr)
        return 2
    folder = found.data / "casualties_dev"
    incidents = incidents_of(folder / "gold.csv", options.singles)
    pairs = pairs_of(events_of(folder / "articles", incidents, options.model), incidents)
    print(f"articles {len(incidents)}; pairs right {pairs.right}, wrong {pairs.wrong}, missed {pairs.missed}", end="")
    print(f" ({pairs.tellable} with a toll in both)")
    print(f"precision {pairs.precision:.3f}, recall {pairs.recall:.3f}")
    return 0


def incidents_of(gold: Path, singles: int) -> Incidents:
    """The incident of every article on one that several tell of, and of some that are told of once."""
    with gold.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    count = Counter(row["incident"] for row in rows)
    several = [row for row in rows if count[row["incident"]] > 1]
    once = [row for row in rows if count[row["incident"]] == 1]
    return {row["article_id"]: row["incident"] for row in (*several, *once[:singles])}


def events_of(folder: Path, ids: Iterable[str], model: str) -> Events:
    """The events of each article, read in the order of publication."""
    from factx.claims import ClaimGrouper, EventGrouper, named_people
    from factx.run import Extractor

    extractor = Extractor(model)
    claims, events = ClaimGrouper(), EventGrouper()
    found: dict[str, frozenset[str]] = {}
    for name, stated in sorted(_read(folder, ids), key=lambda article: (article[1]["date"], article[0])):
        result = extractor.extract(stated["text"], published=stated["date"] or None, title=stated["title"])
        day = result.article.published
        people = named_people(result.mentions, result.named, result.officials)
        facts = events.assign(claims.assign(result.facts, day), day, people)
        found[name] = frozenset(fact.event_id for fact in facts if fact.event_id)
    return found


def _read(folder: Path, ids: Iterable[str]) -> Iterator[tuple[str, dict[str, str]]]:
    for name in ids:
        stated = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        yield name, {key: stated.get(key) or "" for key in ("text", "title", "date")}
