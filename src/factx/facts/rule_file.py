"""Rule files: one TOML file per kind of fact, read, checked and indexed.

A file names its ``kind`` and holds ``[[rule]]`` tables. A rule fires when a counted noun or sum of
money stands in one of its ``frames`` to one of its triggers::

    kind = "arrest"
    counts = ["person"]

    [[rule]]
    name = "arrested"
    verbs = ["arrest", "take into custody"]
    frames = ["obj", "nsubj:pass"]
    example = [{ text = "Police arrested 12 men.", value_text = "12", agent = "Police" }]
    not = ["Police arrested on 12 May."]

Frames: ``obj``, ``nsubj``, ``nsubj:pass`` and ``obl:PREP`` to a verb; ``nmod:PREP`` and
``modifier`` to a noun; ``self`` (the counted noun is the trigger: "12 arrests"), ``class`` (its
class alone makes the fact: "7,500 troops"), ``company`` (the counted noun, beside a force: "700
soldiers and 150 partisans"), ``content`` (money in or of something: "$5m in aid"), ``predicate``
(dead, missing … said of it), ``toll`` (the number that a toll rose to, stands at, is), ``value``
(the noun whose value a sum is: "the grants came to $5m"), ``amid`` (whatever governs a sum in a
text that tells of giving). Where ``self`` or ``nmod:of`` names nouns and the rule names verbs too,
one of the verbs must govern the noun ("claimed 230 lives", "the lives of 40 miners"). A trigger
may name a class of the lexicon ``event_words`` ("@killing", "rush to @hospital"), and "* to death"
is met by any verb. What rules may ``need`` or forbid (``unless``) is listed in the lexicon
``rule_features``, what they may count (``counts``) in ``counted_nouns``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

from factx.base import Fact, Modality, RuleError, columns, hint, lexicon
from factx.facts.cues import EVENT_WORDS, members

FrameName = Literal[
    "obj",
    "nsubj",
    "nsubj:pass",
    "self",
    "class",
    "predicate",
    "toll",
    "modifier",
    "content",
    "iobj",
    "company",
    "value",
    "amid",
    "headline",
]
"""The relations that have a name; besides them there are obl:PREP and nmod:PREP. ``headline`` is made, not written."""
FRAMES = frozenset(get_args(FrameName)) - {"headline"}
UNWORDED = frozenset({"class", "amid"})
"""Frames whose rules listen to no word of their own."""
PREPOSITIONAL = ("obl:", "nmod:")
AMOUNTS = ("count", "money", "measure", "percent", "goods")
GOODS_AMOUNTS = frozenset({"count", "measure"})
"""What the amount ``goods`` takes: goods are counted ("500 tents") or weighed ("33 tonnes of rice")."""
FileKey = Literal[
    "kind", "title", "description", "rule", "default_status", "counts", "order", "amount", "unless", "goals"
]
ListKey = Literal["frames", "verbs", "nouns", "adjectives", "counts", "needs", "unless", "sure"]
SentenceKey = Literal["example", "not"]
SetKey = Literal["frames", "counts", "needs", "unless", "sure"]
Flag = Literal["unknown_nouns", "singular", "agents", "goals"]
Text = Literal["title", "description", "default_status", "status"]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what must be found in it: any columns of facts.csv that are worth stating."""

    text: str
    expected: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One surface form of a kind of fact; the keys are those of the rule files."""

    name: str
    kind: str
    file: str
    frames: frozenset[str]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    counts: frozenset[str] = frozenset()
    unknown_nouns: bool = False
    singular: bool = False
    agents: bool = True
    goals: bool = False
    amount: str = "count"
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    status: str | None = None
    sure: frozenset[str] = frozenset()
    modality: Modality | None = None
    order: int = 50
    title: str = ""
    own: bool = field(default=False, compare=False)
    examples: tuple[Example, ...] = field(default=(), compare=False)
    negatives: tuple[str, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """The name that travels with every fact, e.g. ``arrest/arrested``."""
        return f"{self.kind}/{self.name}"

    @property
    def transfers(self) -> bool:
        """True if what the rule finds is given by somebody to somebody: money, or goods."""
        return self.amount in {"money", "goods"}

    def takes(self, kind: str) -> bool:
        """True if the rule is for amounts of this kind."""
        return kind in GOODS_AMOUNTS if self.amount == "goods" else kind == self.amount


OfFile = Literal["kind", "file", "title", "own", "examples", "negatives"]
"""Fields of a rule that no key of a rule sets."""
TRIGGERS = ("verbs", "nouns", "adjectives")
SHARED_KEYS = ("counts", "order", "amount", "unless", "goals")
"""Keys of a file that hold for all of its rules which say nothing else."""
FILE_KEYS = frozenset(get_args(FileKey))
RULE_KEYS = frozenset(item.name for item in fields(Rule)) - frozenset(get_args(OfFile)) | frozenset(
    get_args(SentenceKey)
)


def read_rules(own: Path | None = None) -> tuple[Rule, ...]:
    """All rules of factx and those of a user's folder or file; RuleError names file and reason.

    >>> "displaced" in {rule.kind for rule in read_rules()}
    True
    """
    ours = resources.files("factx") / "facts" / "rules"
    files = sorted((item for item in ours.iterdir() if item.name.endswith(".toml")), key=lambda item: item.name)
    rules = [rule for item in files for rule in parse_rules(item.name, item.read_bytes())]
    return _in_order([*rules, *(() if own is None else own_rules(own))])


def own_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of the ``.toml`` files in a folder, or of one file; RuleError names file and reason."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise RuleError(f"{path}: no .toml file in it; a rule file is named for its kind, e.g. strike.toml")
    if not files[0].is_file():
        raise RuleError(f"{path}: no such file or folder of rules; give a .toml file or a folder with some")
    return _in_order([replace(rule, own=True) for file in files for rule in parse_rules(str(file), file.read_bytes())])


def _in_order(rules: list[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: (rule.order, rule.file, rule.name)))


def parse_rules(name: str, content: bytes) -> Iterator[Rule]:
    """The rules of one file; RuleError names the file, the rule and what is allowed."""
    try:
        table = tomllib.loads(content.decode("utf8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{name}: not a TOML file: {error}") from error
    _check_keys(name, table, FILE_KEYS)
    kind = table.get("kind")
    if not isinstance(kind, str) or not kind:
        raise RuleError(f'{name}: needs a line such as kind = "strike"')
    _check_values(name, table)
    entries = table.get("rule", [])
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise RuleError(f"{name}: needs at least one table [[rule]]")
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        rule = _rule(f"{name}, rule {number}", name, table, entry)
        if rule.name in seen:
            raise RuleError(f"{name}, rule {number}: a second rule {rule.name!r}; every rule needs a name of its own")
        seen.add(rule.name)
        yield rule


def _rule(where: str, file: str, table: dict[str, Any], entry: dict[str, Any]) -> Rule:
    where = _named(where, entry)
    _check_keys(where, entry, RULE_KEYS)
    _check_values(where, entry)
    merged = {key: table[key] for key in SHARED_KEYS if key in table} | entry
    values: dict[str, Any] = {}
    for key, value in merged.items():
        if key in get_args(ListKey):
            strings = _strings(where, key, value)
            values[key] = _members(f"{where}, {key}", strings) if key in TRIGGERS else strings
        elif key not in get_args(SentenceKey):
            values[key] = value
    for key in get_args(SetKey):
        values[key] = frozenset(values.get(key, ()))
    _check_frames(where, values["frames"])
    if not any(values.get(key) for key in TRIGGERS) and not values["frames"] & UNWORDED:
        raise RuleError(f"{where}: needs verbs, nouns or adjectives; only the frames 'class' and 'amid' do without")
    for key in ("needs", "unless"):
        _check_names(where, key, values[key], (row["feature"] for row in lexicon.read("facts/rule_features")))
    _check_names(where, "counts", values["counts"], (row["class"] for row in lexicon.read("base/counted_nouns")))
    values.setdefault("status", table.get("default_status"))
    return Rule(
        kind=table["kind"],
        file=file,
        examples=tuple(_example(where, item) for item in _list(where, "example", entry.get("example", []))),
        negatives=_strings(where, "not", entry.get("not", [])),
        title=table.get("title", ""),
        **values,
    )


def _named(where: str, entry: dict[str, Any]) -> str:
    """Where a rule is, with its name; RuleError if it has none, or keys that no rule has."""
    if not isinstance(entry.get("name"), str) or not entry["name"]:
        _check_keys(where, entry, RULE_KEYS)
        raise RuleError(f'{where}: needs a name, such as name = "walked out"')
    return f"{where} ({entry['name']})"


def _example(where: str, entry: Any) -> Example:
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise RuleError(f'{where}: an example is a table such as {{ text = "…", value_text = "12" }}')
    _check_keys(f"{where}, example", entry, {"text", *(column.name for column in columns(Fact))})
    return Example(entry["text"], tuple((key, value) for key, value in entry.items() if key != "text"))


def _list(where: str, key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise RuleError(f"{where}: {key} must be a list")
    return value


def _strings(where: str, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RuleError(f"{where}: {key} must be a list of strings")
    return tuple(value)


def _members(where: str, triggers: tuple[str, ...]) -> tuple[str, ...]:
    """Triggers with the class that opens one ("@striking") spelled out; RuleError if it is unknown."""
    classes = {f"@{name}" for name in EVENT_WORDS}
    for word in (word for trigger in triggers for word in trigger.split()):
        if word.startswith("@") and word not in classes:
            raise RuleError(f"{where}: unknown class {word!r}; {hint(word, classes, 'classes are')}")
    spelled = [(sorted(members(first)), rest) for first, *rest in map(str.split, triggers)]
    return tuple(" ".join((word, *rest)) for words, rest in spelled for word in words)


def _check_values(where: str, table: dict[str, Any]) -> None:
    """Raises RuleError for a value that must be a list, or that is not one of the choices."""
    for key in get_args(Flag):
        if not isinstance(table.get(key, True), bool):
            raise RuleError(f"{where}: {key} is {table[key]!r}; allowed are true, false")
    for key in get_args(Text):
        if not isinstance(table.get(key, ""), str):
            raise RuleError(f"{where}: {key} is {table[key]!r}; it must be a string")
    order = table.get("order", 0)
    if not isinstance(order, int) or isinstance(order, bool):
        raise RuleError(f"{where}: order is {order!r}; it must be a whole number, the lowest wins")
    for key, allowed in (("amount", AMOUNTS), ("modality", get_args(Modality))):
        if table.get(key, allowed[0]) not in allowed:
            raise RuleError(f"{where}: {key} is {table[key]!r}; {hint(str(table[key]), allowed, 'allowed are')}")


def _check_names(where: str, key: str, names: Iterable[str], known: Iterable[str]) -> None:
    allowed = set(known)
    for name in sorted(names):
        if name not in allowed:
            raise RuleError(f"{where}: unknown name {name!r} in {key}; {hint(name, allowed, 'known are')}")


def _check_keys(where: str, table: dict[str, Any], known: Iterable[str]) -> None:
    for key in table:
        if key not in known:
            raise RuleError(f"{where}: unknown key {key!r}; {hint(key, known, 'known keys are')}")


def _check_frames(where: str, frames: frozenset[str]) -> None:
    known = {*FRAMES, *(f"{prefix}PREP" for prefix in PREPOSITIONAL)}
    if not frames:
        raise RuleError(f"{where}: needs frames; known frames are {', '.join(sorted(known))}")
    for frame in sorted(frames):
        if frame not in FRAMES and not frame.startswith(PREPOSITIONAL):
            raise RuleError(f"{where}: unknown frame {frame!r}; {hint(frame, known, 'known are')}")
