"""The layers of the package: one way from articles to tables, no cycles, a core that knows nothing of spaCy."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

LAYERS = tomllib.loads((Path(__file__).parent / "layers.toml").read_text())
TIER = {part: number for number, parts in enumerate(LAYERS["tiers"]) for part in parts}
PACKAGE = Path(__file__).parents[1] / "src" / "factx"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def part_of(module: str) -> str | None:
    """The part that a module belongs to: itself or the package around it, whichever the layers name."""
    names = [module, module.split(".")[0]]
    return next((name for name in names if name in TIER), None)


def runtime_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but those that only a type checker sees."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        yield node
        yield from runtime_nodes(node)


def imports(path: Path) -> Iterator[str]:
    """The dotted names of all that a module imports, at its top or inside its functions."""
    for node in runtime_nodes(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "factx":
            yield from (f"factx.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def modules_imported(path: Path) -> set[str]:
    """The modules of the package that one imports; a name of a package is its own module where there is one."""
    found = set()
    for node in runtime_nodes(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{name}" for name in names]
        found.update(filter(None, map(module_of, names)))
    return found


def module_of(name: str) -> str | None:
    """The module of the package that a dotted name is or is in."""
    if not name.startswith("factx."):
        return None
    module = name.removeprefix("factx.")
    while module and module not in MODULES:
        module = module.rpartition(".")[0]
    return module or None


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_its_tier(module: str) -> None:
    assert part_of(module) is not None, f"name {module} in tests/layers.toml"


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module: str) -> None:
    part = part_of(module)
    assert part is not None
    for name in imports(MODULES[module]):
        imported = part_of(name.removeprefix("factx.")) if name.startswith("factx.") else None
        if imported is not None and imported != part:
            assert TIER[imported] < TIER[part], f"{module} must not import {name}"


def test_no_module_needs_itself() -> None:
    """Within a part, too, imports go one way; graphlib names the modules of a cycle."""
    graph = {module: modules_imported(path) - {module} for module, path in MODULES.items()}
    TopologicalSorter(graph).prepare()


def test_few_modules_are_everybodys() -> None:
    """What many parts import is hard to change: the layers say which modules may be, and why."""
    users = Counter(
        imported
        for module, path in MODULES.items()
        for imported in modules_imported(path)
        if imported.split(".")[0] != module.split(".")[0]
    )
    common = {module for module, count in users.items() if count > LAYERS["most_users"]}
    assert common <= set(LAYERS["common"]), "let it do less, or name it among the common ones with a reason"
    assert set(LAYERS["common"]) <= common, "no longer common: take it from the list"


@pytest.mark.parametrize("module", LAYERS["pure"])
def test_the_core_is_pure(module: str) -> None:
    heavy = {name.split(".")[0] for name in imports(MODULES[module])} & set(LAYERS["heavy"])
    assert not heavy


def test_the_layers_name_no_module_that_is_gone() -> None:
    known = {part_of(module) for module in MODULES} | {"__version__"}
    assert set(TIER) <= known
    assert set(LAYERS["pure"]) <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_public_names_are_documented(module: str) -> None:
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    named = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"]
    assert ast.get_docstring(tree)
    assert [node.name for node in named if not ast.get_docstring(node)] == []


def test_modules_stay_short() -> None:
    lines = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in MODULES.items()}
    long = {module: count for module, count in lines.items() if count > 300}
    assert len(long) <= len(lines) / 10, f"split one of {long}"
    assert max(lines.values()) <= 450, f"split {max(lines, key=lambda module: lines[module])}"
