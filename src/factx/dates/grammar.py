"""The grammar of time expressions: ``grammar.toml`` as regular expressions over lexemes.

A rule's pattern names classes of lexemes in braces: ``{month}`` is one lexeme that can be a month,
``{day=day_number}`` one that becomes the rule's part ``day``. Every class has one character, so a
text becomes a string of characters. Rules of a higher stage also see what lower stages found, as
classes in capitals: ``{DAY}``, ``{CLOCK}``.

1. Stretches of text without a core class, one that is no glue, are passed over.
2. Stage by stage, the matches of all rules are sorted: what begins first wins, then the longest,
   then the first rule.
3. What a match covers becomes one chunk; the next stage reads chunks and remaining lexemes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import count
from typing import Any, Literal, get_args

from factx.base import RuleError, lexicon
from factx.dates.pieces import Chunk, Item, Lexeme

RuleKey = Literal["name", "stage", "pattern", "reader", "class", "guard", "example"]
_KEYS = frozenset(get_args(RuleKey))
_PLACE = re.compile(r"\{(?:(?P<part>[a-z_]+)=)?(?P<kind>[A-Za-z_][A-Za-z_0-9]*)\}")
_FIRST_SYMBOL = 0xE000  # the private use area of Unicode: no character of a pattern means one of these
_AGAIN = "__"
"""Sets apart the alternatives that fill the same part of a rule."""
_OTHER = chr(_FIRST_SYMBOL)
_GAP = Lexeme(0, 0, "", "other")
"""Stands for the words between two stretches of text that are read."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way to write a time expression, and the reader that resolves it."""

    name: str
    stage: int
    pattern: re.Pattern[str]
    reader: str
    cls: str
    guard: str
    examples: dict[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules, the character of each class of lexemes and chunks, and the classes that open a time."""

    rules: tuple[DateRule, ...]
    symbols: dict[str, str]
    openers: dict[str, frozenset[str]]
    core: re.Pattern[str]
    """The characters of the classes of which every time expression has one."""

    def parse(self, items: Sequence[Item]) -> list[Item]:
        """The items with everything that a rule matches joined to chunks, stage by stage."""
        stretches = self._stretches(self._line(items))
        found: list[Item] = []
        for start, end in stretches:
            found += items[start:end]
            found.append(_GAP)
        for stage in sorted({rule.stage for rule in self.rules}):
            found = self._parse_stage(found, [rule for rule in self.rules if rule.stage == stage])
        return _with_gaps_filled(found, items, stretches)

    def _line(self, items: Iterable[Item]) -> str:
        known = self.symbols.get
        return "".join([known(item.cls, _OTHER) for item in items])

    def _stretches(self, line: str) -> list[tuple[int, int]]:
        """Start and end of each stretch with a core class, between two words that are in no time expression."""
        found: list[tuple[int, int]] = []
        done = 0
        for core in self.core.finditer(line):
            if core.start() >= done:
                end = line.find(_OTHER, core.end())
                done = end if end >= 0 else len(line)
                found.append((line.rfind(_OTHER, 0, core.start()) + 1, done))
        return found

    def _parse_stage(self, items: list[Item], rules: list[DateRule]) -> list[Item]:
        """The items with the matches of one stage as chunks: earliest first, then longest, then first rule."""
        line = self._line(items)
        matches = [
            (found.start(), -found.end(), order, found)
            for order, rule in enumerate(rules)
            for found in rule.pattern.finditer(line)
            if found.end() > found.start()
        ]
        matches.sort(key=lambda entry: entry[:3])
        joined: list[Item] = []
        at = 0
        for start, _, order, found in matches:
            if start < at:
                continue
            joined += items[at:start]
            joined.append(_chunk(rules[order], found, items))
            at = found.end()
        return joined + items[at:]


def _with_gaps_filled(found: list[Item], items: Sequence[Item], stretches: list[tuple[int, int]]) -> list[Item]:
    """Items and chunks of the stretches, with the words before, between and after them."""
    edges = [0, *(place for stretch in stretches for place in stretch), len(items)]
    gaps = iter(zip(edges[::2], edges[1::2], strict=True))
    filled = list(items[slice(*next(gaps))])
    for item in found:
        if item is _GAP:
            filled += items[slice(*next(gaps))]
        else:
            filled.append(item)
    return filled


def _chunk(rule: DateRule, found: re.Match[str], items: list[Item]) -> Chunk:
    """The chunk of a match, with its parts by name."""
    inside = tuple(items[found.start() : found.end()])
    parts = {
        name.partition(_AGAIN)[0]: tuple(items[found.start(name) : found.end(name)])
        for name in rule.pattern.groupindex
        if found.start(name) >= 0 and found.end(name) > found.start(name)
    }
    return Chunk(inside[0].start, inside[-1].end, rule.name, rule.reader, rule.guard, rule.cls, parts, inside)


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of factx; raises ``RuleError`` naming the rule and the key that is wrong."""
    source = files("factx.dates") / "grammar.toml"
    return compile_grammar(tomllib.loads(source.read_text(encoding="utf-8")), "grammar.toml")


def compile_grammar(data: dict[str, Any], where: str) -> Grammar:
    """A grammar from its data: ``kinds`` (groups of classes), ``macros`` (named patterns), ``rule``.

    Raises ``RuleError`` naming ``where``, the rule and the key that is wrong.
    """
    entries: list[dict[str, Any]] = data["rule"]
    for number, entry in enumerate(entries, 1):
        unknown = sorted(set(entry) - _KEYS)
        if unknown:
            known = ", ".join(sorted(_KEYS))
            raise RuleError(f"{where}, rule {number}: unknown key {unknown[0]!r}; known keys are {known}")
    classes = sorted(_lexeme_classes(data) | {entry["class"] for entry in entries})
    symbols = {cls: chr(_FIRST_SYMBOL + 1 + index) for index, cls in enumerate(classes)}
    kinds = dict(symbols)
    for kind, members in data["kinds"].items():
        kinds[kind] = "".join(_kind(member, kinds, f"{where}, kind {kind!r}") for member in members)
    macros: dict[str, str] = {}
    for name, pattern in data["macros"].items():
        macros[name] = f"(?:{_expand(pattern, kinds, macros, f'{where}, macro {name!r}')})"
    openers = {name: frozenset(members) for name, members in data["openers"].items()}
    glue = {_kind(name, kinds, f"{where}, glue") for name in data["glue"]}
    core = re.compile(f"[{''.join(symbol for symbol in symbols.values() if symbol not in glue)}]")
    return Grammar(tuple(_rule(entry, kinds, macros, where) for entry in entries), symbols, openers, core)


def _lexeme_classes(data: dict[str, Any]) -> set[str]:
    """All classes that a lexeme can have."""
    named = set(data["shapes"])
    for row in lexicon.read("base/time_words"):
        named |= {row["class"], row["lower_class"]}
    return (named | {row["class"] for row in lexicon.read("dates/time_phrases")} | {"holiday"}) - {"other"}


def _kind(name: str, kinds: dict[str, str], where: str) -> str:
    """The characters of a class or kind."""
    if name not in kinds:
        raise RuleError(f"{where}: unknown class {name!r}; classes come from time_words.csv, shapes and rules")
    return kinds[name]


def _rule(entry: dict[str, Any], kinds: dict[str, str], macros: dict[str, str], where: str) -> DateRule:
    place = f"{where}, rule {entry['name']!r}"
    pattern = re.compile(_expand(entry["pattern"], kinds, macros, place), re.VERBOSE)
    guard, examples = entry.get("guard", ""), entry["example"]
    return DateRule(entry["name"], entry["stage"], pattern, entry["reader"], entry["class"], guard, examples)


def _expand(pattern: str, kinds: dict[str, str], macros: dict[str, str], where: str) -> str:
    """The pattern with a set of characters for each class, and a named group for each part."""
    used = count(1)

    def replace(place: re.Match[str]) -> str:
        part, kind = place["part"], place["kind"]
        inner = macros[kind] if kind in macros else f"[{_kind(kind, kinds, where)}]"
        return f"(?P<{part}{_AGAIN}{next(used)}>{inner})" if part else inner

    return _PLACE.sub(replace, pattern)
