"""Which facts a run writes, by kind, day, nation and sort of source.

Views, claims and events are made of the facts that are written; all other tables stay whole.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factx.base import Fact, InputError, columns, hint
from factx.commands._countries import country_given
from factx.commands._options import published_day

if TYPE_CHECKING:
    from factx.tables import Result

_NAMES = ("kinds", "since", "until", "country", "source_type")


@dataclass(frozen=True, slots=True)
class Filter:
    """The facts that are wanted; empty sets and None want all.

    A fact whose article has no date is not within any days, and one without a nation is in none.
    """

    kinds: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    countries: frozenset[str] = frozenset()
    source_types: frozenset[str] = frozenset()

    def kept(self, result: Result) -> Result:
        """The result with the facts that are wanted, and their number in the article's row."""
        if self == Filter():
            return result
        facts = [fact for fact in result.facts if self.wants(fact)]
        return replace(result, facts=facts, article=replace(result.article, facts=len(facts)))

    def wants(self, fact: Fact) -> bool:
        """True if a fact is to be written.

        >>> Filter(kinds=frozenset({"killed"})).wants(Fact(kind="injured"))
        False
        >>> Filter(since="2017-03-01").wants(Fact(kind="injured", published="2017-03-22"))
        True
        """
        day = fact.published
        return (
            (not self.kinds or fact.kind in self.kinds)
            and (self.since is None or (day is not None and day >= self.since))
            and (self.until is None or (day is not None and day <= self.until))
            and (not self.countries or fact.country in self.countries)
            and (not self.source_types or fact.source_type in self.source_types)
        )


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The options that choose facts."""
    group = parser.add_argument_group(
        "facts to write", "claims, events and views are made of these alone; articles, mentions and the like stay whole"
    )
    group.add_argument("--kinds", metavar="LIST", help="only these kinds: killed,injured")
    group.add_argument("--since", metavar="DATE", help="only facts of articles published on this day or later")
    group.add_argument("--until", metavar="DATE", help="only facts of articles published on this day or earlier")
    group.add_argument(
        "--country",
        metavar="LIST",
        help="only facts of these nations (column country): KEN,UGA, KE or Kenya",
    )
    group.add_argument("--source-type", metavar="LIST", help="only facts told by such sources: police,health")


def filter_of(options: argparse.Namespace, kinds: Callable[[], Collection[str]] | None) -> Filter:
    """The filter that options ask for; ``kinds`` are those there are, None if they cannot be known.

    Raises ``InputError`` for names that there are not, and for days of which none is within.
    """
    since, until = published_day(options.since, "--since"), published_day(options.until, "--until")
    if since and until and since > until:
        raise InputError(f"no day is since {since} and until {until}; give the earlier one with --since")
    return Filter(
        kinds=_chosen(options.kinds, "kind", kinds),
        since=since,
        until=until,
        countries=frozenset(map(country_given, [] if options.country is None else _listed(options.country, "nation"))),
        source_types=_chosen(options.source_type, "sort of source", _source_types),
    )


def filters_told(options: argparse.Namespace) -> dict[str, Any]:
    """The filters that were given, as ``run.json`` tells them."""
    return {name: getattr(options, name) for name in _NAMES if getattr(options, name) is not None}


def kinds_of(rules: str | None) -> set[str]:
    """The kinds of facts that there are rules for, those of a folder of one's own among them."""
    from factx.facts import read_rules

    return {rule.kind for rule in read_rules(Path(rules) if rules else None)}


def _chosen(
    given: str | None,
    what: str,
    known: Callable[[], Collection[str]] | None,
) -> frozenset[str]:
    """The names of a list; an unknown one is an error that says what is near it."""
    if given is None:
        return frozenset()
    names = frozenset(name.lower() for name in _listed(given, what))
    all_known = names if known is None else known()
    for name in sorted(names - set(all_known)):
        raise InputError(f"no {what} '{name}'; {hint(name, set(all_known))}")
    return names


def _listed(given: str, what: str) -> list[str]:
    """The names of a list, at least one."""
    names = [name.strip() for name in given.split(",") if name.strip()]
    if not names:
        raise InputError(f"'{given}' names no {what}; without the option, all are written")
    return names


def _source_types() -> tuple[str, ...]:
    return next(column.values for column in columns(Fact) if column.name == "source_type")
