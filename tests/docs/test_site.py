"""The documentation's site has every page; what is made from the code says all; the notebook runs."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

import factx
from factx.base import columns
from factx.cli import find_commands
from factx.tables.datapackage import ALL_TABLES

SNIPPET = re.compile(r"^```(?:python|sql|sh)$", re.MULTILINE)


@pytest.fixture(scope="module")
def site() -> dict[str, Any]:
    """The names of the script that builds the site."""
    return runpy.run_path(str(Path(__file__).parents[2] / ".ci" / "website.py"), run_name="website")


@pytest.fixture(scope="module")
def made(site: dict[str, Any]) -> dict[str, str]:
    """The pages that are made from the code."""
    pages: dict[str, str] = site["made_pages"]()
    return pages


def pages_of_docs(root: Path) -> list[Path]:
    """The pages that the repository has."""
    return sorted(path for path in (root / "docs").rglob("*") if path.suffix in {".md", ".ipynb"})


def test_every_page_is_in_the_navigation_once(root: Path, site: dict[str, Any], made: dict[str, str]) -> None:
    named = [page for section in site["sections"]() for page in section["pages"]]
    assert len(named) == len(set(named))
    assert {path.relative_to(root).as_posix() for path in pages_of_docs(root)} <= set(named)
    assert [page for page in named if page not in made and not (root / page).is_file()] == []
    assert made.keys() <= set(named)


def test_a_page_that_no_section_names_is_not_lost(tmp_path: Path, root: Path, site: dict[str, Any]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "site.toml").write_bytes((root / "docs" / "site.toml").read_bytes())
    (tmp_path / "docs" / "brand-new.md").write_text("# New\n")
    (how_to,) = (section for section in site["sections"](tmp_path) if section.get("rest"))
    assert how_to["pages"][-1] == "docs/brand-new.md"


def test_links_between_pages_lead_to_pages_of_the_site(root: Path, site: dict[str, Any]) -> None:
    pages = [root / page for section in site["sections"]() for page in section["pages"]]
    lost = [
        f"{page.relative_to(root)}: {link}"
        for page in pages
        if page.suffix == ".md" and page.is_file()
        for _, _, link, _ in site["LINK"].findall(page.read_text("utf-8"))
        if link.endswith((".md", ".ipynb")) and "://" not in link and (page.parent / link).resolve() not in pages
    ]
    assert lost == []


def test_the_readme_leads_to_every_page(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    pages = [path.relative_to(root).as_posix() for path in pages_of_docs(root)]
    assert [page for page in pages if f"({page})" not in readme] == [], "name it in README.md, The documentation"


def test_extras_are_named_as_a_clone_installs_them(root: Path) -> None:
    folders = ("src", "benchmarks", "docs", "tests")
    read = [root / "README.md", root / "CONTRIBUTING.md"]
    read += [path for folder in folders for path in (root / folder).rglob("*") if path.suffix in {".py", ".md"}]
    wrong = "install 'factx" + "["
    assert [path.name for path in read if wrong in path.read_text("utf-8")] == []


def test_every_page_with_lines_to_run_has_a_test_that_reads_it(root: Path) -> None:
    tests = "".join(path.read_text("utf-8") for path in (root / "tests").rglob("test_*.py"))
    with_lines = [path.name for path in (root / "docs").glob("*.md") if SNIPPET.search(path.read_text("utf-8"))]
    assert [name for name in with_lines if f'"{name}"' not in tests] == []


def test_the_pages_made_from_the_code_say_all(made: dict[str, str]) -> None:
    for command in find_commands():
        assert f"\n## factx {command}\n" in made["reference/commands.md"]
    assert "$ factx rates show --help" in made["reference/commands.md"]
    for table, record in ALL_TABLES.items():
        part = made["reference/columns.md"].split(f"\n## {table}\n")[1].split("\n## ")[0]
        assert [f"| `{column.name}` |" in part for column in columns(record)].count(False) == 0
    for name in set(factx.__all__) - {"__version__"}:
        assert f"\n## factx.{name}\n" in made["reference/api.md"]
    assert "factx.dask.merge_claims(" in made["reference/api.md"]


def test_links_to_what_is_no_page_are_copied_or_told(tmp_path: Path, root: Path, site: dict[str, Any]) -> None:
    text = "[a](../benchmarks/peers.py) ![b](no-such.png) [c](rules.md#frames) [d](https://example.org)"
    assert list(site["linked_files"](text, root / "docs", tmp_path)) == ["no-such.png"]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["peers.py"]
    changed = site["as_page"]("[a](tutorial.ipynb#b) [c](../benchmarks/exports)", root / "docs")
    assert changed == "[a](tutorial.md#b) c"


def test_the_figures_are_those_of_the_results(root: Path) -> None:
    figures = runpy.run_path(str(root / ".ci" / "refresh.py"), run_name="refresh")["figures"]()
    page = (root / "docs" / "facts-and-claims.md").read_text("utf-8")
    assert f"<!-- figures -->\n{figures}<!-- /figures -->" in page, "nox -s refresh"
    assert "| accurate | both |" in figures


def test_the_reference_is_of_this_version(root: Path) -> None:
    assert f"\nversion: {factx.__version__}\n" in (root / "CITATION.cff").read_text("utf-8")
    assert f"version = {{{factx.__version__}}}" in (root / "docs" / "citing.md").read_text("utf-8")


def test_the_notebook_is_stripped_and_runs(root: Path) -> None:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    notebook = nbformat.read(root / "docs" / "tutorial.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell for cell in code if cell.outputs or cell.execution_count is not None] == []
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(root / "docs")}}).execute()
    shown = [cell.outputs[0].data["text/plain"] for cell in code[1:]]
    questions = re.findall(r"```python\n(.*?)\n```", (root / "docs" / "questions.md").read_text("utf-8"), re.DOTALL)
    lines = [cell.source for cell in code]
    assert [line for line in questions[1:] if line not in lines] == []
    assert len(shown) > len(questions)
    assert all("Empty DataFrame" not in answer for answer in shown)
