"""The house as ``src/factx/rooms.toml`` describes it: who imports whom, which words and numbers may stand in code."""

from __future__ import annotations

import ast
import re
import runpy
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest

from factx.base import lexicon

PACKAGE = Path(__file__).parents[1] / "src" / "factx"
ROOMS: dict[str, dict[str, Any]] = tomllib.loads((PACKAGE / "rooms.toml").read_text("utf-8"))
MODULES = {".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in sorted(PACKAGE.rglob("*.py"))}
IN_ROOMS = {module: path for module, path in MODULES.items() if "." in module}
HEAVY = {package for room in ROOMS.values() for package in room["heavy"]} | {"thinc", "pandas"}
MOST_MODULES_IN_ROOT = 6
MOST_LINES = 300
MOST_BRANCHES = 15
LONGEST_DOC_LINE = 100
DOCTEST = re.compile(r"^ *>>>.*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
PLAIN_NUMBERS = frozenset({0, 1, 2})
BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.comprehension)
UNIVERSAL = (
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc ccomp compound compound:prt conj cop csubj "
    "csubj:pass dep det det:predet discourse dislocated expl fixed flat flat:foreign goeswith iobj list mark nmod "
    "nmod:desc nmod:npmod nmod:poss nmod:tmod nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent "
    "obl:npmod obl:tmod obl:unmarked orphan parataxis punct reparandum root vocative xcomp"
)


@cache
def tree(module: str) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(MODULES[module].read_text("utf-8"))


def room_of(module: str) -> str:
    """The room that a module lies in: the first part of its name."""
    return module.split(".")[0]


def imports(module: str) -> Iterator[tuple[str, str]]:
    """What a module imports as (module, name), also inside functions and for the type checker alone."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}, line {node.lineno}: absolute imports only"
            yield from ((node.module or "", name.name) for name in node.names)
        elif isinstance(node, ast.Import):
            yield from ((name.name, "") for name in node.names)


def module_named(dotted: str) -> str | None:
    """The module of the package that a dotted name is or is in."""
    name = dotted.removeprefix("factx.")
    while name and name not in MODULES and f"{name}.__init__" not in MODULES:
        name = name.rpartition(".")[0]
    return (name if name in MODULES else f"{name}.__init__") if name else None


@cache
def door(room: str) -> frozenset[str]:
    """The names that other rooms may import: those of ``__all__``."""
    for node in tree(f"{room}.__init__").body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def test_every_folder_is_a_room() -> None:
    assert {room_of(module) for module in IN_ROOMS} == set(ROOMS)
    assert len(MODULES) - len(IN_ROOMS) <= MOST_MODULES_IN_ROOT


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_its_step(room: str) -> None:
    doc = ast.get_docstring(tree(f"{room}.__init__")) or ""
    assert doc.split("\n")[0] == ROOMS[room]["step"]


def test_rooms_are_in_the_order_of_the_flow() -> None:
    names = list(ROOMS)
    for number, room in enumerate(names):
        assert set(ROOMS[room]["needs"]) <= set(names[:number]), f"{room} needs a room that comes later"


@pytest.mark.parametrize("module", IN_ROOMS)
def test_imports_go_through_doors(module: str) -> None:
    own = room_of(module)
    for source, name in imports(module):
        if source.split(".")[0] != "factx" or (source, name) == ("factx", "__version__"):
            continue
        room = room_of(source.removeprefix("factx").removeprefix(".") or name)
        if room != own:
            assert room in ROOMS[own]["needs"], f"{own} needs no {room} by rooms.toml: {source} {name}"
            assert (source, name in door(room)) == (f"factx.{room}", True), f"{source}.{name} is no door of {room}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_opens_only_what_is_used(room: str) -> None:
    """A name that no other room, the package itself or the tests ask for needs no door."""
    asked = {name for module in MODULES if room_of(module) != room for _, name in imports(module)}
    text = "".join(path.read_text("utf-8") for path in sorted(PACKAGE.parents[1].glob("[tb]e[sn][tc]*/**/*.py")))
    unused = {name for name in door(room) - asked if not re.search(rf"factx\.{room} import[^\n]*\b{name}\b", text)}
    assert not unused


def test_what_a_room_takes_some_room_gives() -> None:
    given = {"files", *(thing for room in ROOMS.values() for thing in room["gives"])}
    assert {thing for room in ROOMS.values() for thing in room["takes"]} <= given


def test_the_picture_in_contributing_is_current() -> None:
    page = (PACKAGE.parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    made = runpy.run_path(str(PACKAGE.parents[1] / ".ci" / "refresh.py"))["rooms"]()
    assert page.split("<!-- rooms -->\n")[1].split("<!-- /rooms -->")[0] == made, "type: nox -s refresh"


def test_rooms_need_what_they_import() -> None:
    for room, described in ROOMS.items():
        inside = [module for module in IN_ROOMS if room_of(module) == room]
        sources = [source for module in inside for source, _ in imports(module)]
        used = {source.split(".")[1] for source in sources if source.startswith("factx.")}
        assert set(described["needs"]) == used - {room}, f"needs of {room} in rooms.toml"


def test_no_module_needs_itself() -> None:
    """Within a room, too, imports go one way, types included; graphlib names the modules of a circle."""
    graph: dict[str, set[str]] = {}
    for module in MODULES:
        targets = {module_named(f"{source}.{name}") for source, name in imports(module) if source.startswith("factx")}
        graph[module] = {target for target in targets if target is not None} - {module}
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("module", IN_ROOMS)
def test_heavy_packages_stay_where_they_are_named(module: str) -> None:
    room, _, inner = module.partition(".")
    for source, _ in imports(module):
        package = source.split(".")[0]
        if package in HEAVY:
            allowed = ROOMS[room]["heavy"].get(package, [])
            assert any(fnmatch(inner, pattern) for pattern in allowed), f"{module} must not import {package}"


@pytest.mark.parametrize("module", IN_ROOMS)
def test_a_room_reads_its_own_lexicons(module: str) -> None:
    asked = re.findall(r'lexicon\.(?:read|words|table|classes)\(\s*"([a-z_]+)/', MODULES[module].read_text("utf-8"))
    assert set(asked) <= {room_of(module), "base"}


@pytest.mark.parametrize("module", MODULES)
def test_public_names_are_documented(module: str) -> None:
    named = [node for node in tree(module).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert ast.get_docstring(tree(module))
    named = [node for node in named if "overload" not in map(ast.unparse, node.decorator_list)]
    assert [node.name for node in named if node.name[0] != "_" and not ast.get_docstring(node)] == []


@pytest.mark.parametrize("module", MODULES)
def test_docstrings_have_short_lines(module: str) -> None:
    kinds = (ast.Module, ast.FunctionDef, ast.ClassDef)
    docs = [ast.get_docstring(node) or "" for node in ast.walk(tree(module)) if isinstance(node, kinds)]
    prose = [line for doc in docs for line in DOCTEST.sub("", doc).split("\n")]
    long = [line for line in prose if len(line) > LONGEST_DOC_LINE]
    assert not long


@pytest.mark.parametrize("module", MODULES)
def test_a_module_stays_short(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= MOST_LINES


def branches(function: ast.AST) -> int:
    """Branches of a function: if, for, while, except, conditional, comprehension, and every further and/or."""
    nodes = list(ast.walk(function))
    return sum(isinstance(node, BRANCHES) for node in nodes) + sum(
        len(node.values) - 1 for node in nodes if isinstance(node, ast.BoolOp)
    )


@pytest.mark.parametrize("module", MODULES)
def test_a_function_makes_one_decision(module: str) -> None:
    functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)]
    assert {node.name: branches(node) for node in functions if branches(node) > MOST_BRANCHES} == {}


@cache
def labels(room: str) -> frozenset[str]:
    """Lower-case strings that are labels to a room, not words of English.

    These are Universal Dependencies relations, values of columns, kinds of facts, what a ``Literal`` of the room
    declares, and what stands in a column ``class`` of its lexicons.
    """
    declared = set(UNIVERSAL.split()) | {path.stem for path in (PACKAGE / "facts" / "rules").glob("*.toml")}
    for module in MODULES:
        if room_of(module) in {room, "base"}:
            for node in ast.walk(tree(module)):
                if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal":
                    declared |= {str(item.value) for item in ast.walk(node.slice) if isinstance(item, ast.Constant)}
    for path in [path for home in (room, "base") for path in (PACKAGE / home / "lexicons").glob("*.csv")]:
        rows = lexicon.read(f"{path.parents[1].name}/{path.stem}")
        declared |= {row["class"] for row in rows if "class" in row}
    return frozenset(declared)


def word_lists(module: str) -> Iterator[tuple[int, list[str]]]:
    """Sets, and lists in ``x in (...)``, of two or more English words."""
    for node in ast.walk(tree(module)):
        held = node.comparators if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn) else []
        for group in [node, *held] if isinstance(node, ast.Set) else held:
            items = group.elts if isinstance(group, ast.Set | ast.Tuple | ast.List) else []
            texts = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            words = [text for text in texts if re.fullmatch(r"[a-z][a-z' -]+", text)]
            words = [word for word in words if word not in labels(room_of(module))]
            if len(words) > 1:
                yield group.lineno, words


@pytest.mark.parametrize("module", MODULES)
def test_words_are_data(module: str) -> None:
    assert list(word_lists(module)) == [], "put them into a lexicon of the room"


def unexplained_numbers(module: str) -> Iterator[str]:
    """Numbers compared with in place, and named ones without a line that says why."""
    lines = MODULES[module].read_text("utf-8").splitlines()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Compare):
            sides = [side for side in [node.left, *node.comparators] if isinstance(side, ast.Constant)]
            numbers = [side for side in sides if type(side.value) in (int, float) and side.value not in PLAIN_NUMBERS]
            yield from (f"line {side.lineno}: {side.value!r} has no name" for side in numbers)
    body = tree(module).body
    for node, following in zip(body, [*body[1:], None], strict=True):
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if not (isinstance(value, ast.Constant) and type(value.value) in (int, float)):
            continue
        said = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
        if not (said or "#" in lines[node.lineno - 1] or lines[node.lineno - 2].startswith("#")):
            yield f"line {node.lineno}: {lines[node.lineno - 1]} says not why"


@pytest.mark.parametrize("module", MODULES)
def test_numbers_are_explained(module: str) -> None:
    assert list(unexplained_numbers(module)) == []
