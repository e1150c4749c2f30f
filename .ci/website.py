"""Build the documentation as a site in build/site: ``nox -s site``; every warning is an error. Needs the extra docs.

1. Pages are copied to build/pages as they lie in the repository, with the pictures and files that they link to.
2. Pages of reference/ are made from the code: commands from argparse, columns from the records, the
   library from its docstrings. The notebook is run, and becomes a page with its results.
3. Zensical makes the site and fails where a page or a heading that a link names is not there.
"""

from __future__ import annotations

import argparse
import contextlib
import inspect
import io
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import factx
from factx.base import columns
from factx.cli import find_commands, make_parser
from factx.tables.datapackage import ALL_TABLES

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)#\s]+)((?:#[^)\s]*)?)\)")
IMAGE = re.compile(r'<img src="([^"]+)"')
WIDTH = "100"
"""Columns of a terminal that fit the page."""
LONGEST_LINE = 88
"""Characters of a block that are seen without moving it."""
LONGEST_RUN = 300
"""Seconds that a cell of the notebook may take."""


def sections(root: Path = ROOT) -> list[dict[str, Any]]:
    """The sections of docs/site.toml: a page of docs/ that none names is in the one that takes the rest."""
    found: list[dict[str, Any]] = tomllib.loads((root / "docs" / "site.toml").read_text("utf-8"))["section"]
    named = {page for section in found for page in section["pages"]}
    pages = sorted(f"docs/{path.name}" for path in (root / "docs").iterdir() if path.suffix in {".md", ".ipynb"})
    for section in found:
        if section.get("rest"):
            section["pages"] += [page for page in pages if page not in named]
    return found


def made_pages() -> dict[str, str]:
    """The pages that are made from the code, by their paths."""
    return {
        "reference/commands.md": "\n".join(commands_page()),
        "reference/columns.md": "\n".join(columns_page()),
        "reference/api.md": "\n".join(api_page()),
    }


# commands


def commands_page() -> Iterator[str]:
    """What ``factx COMMAND --help`` says, of all commands and their actions."""
    yield "# Commands\n\nWhat `--help` says of each.\n"
    for name, command in find_commands().items():
        yield f"## factx {name}\n\n{command.HELP[:1].upper()}{command.HELP[1:]}.\n"
        for words in ([name], *actions(name)):
            yield f"```text\n$ factx {' '.join(words)} --help\n{help_of(words)}```\n"


def help_of(words: Iterable[str]) -> str:
    """What a command says of itself."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        make_parser().parse_args([*words, "--help"])
    return said.getvalue()


def actions(name: str) -> list[list[str]]:
    """The actions of a command that has some, such as ``rates show``."""
    found = re.search(r"^usage: factx \S+ \[-h\] (?:ACTION|\{)", help_of([name]))
    listed = help_of([name]).split("ACTION\n")[-1] if found else ""
    return [[name, action] for action in re.findall(r"^    (\w+)", listed, re.MULTILINE)]


# columns


def columns_page() -> Iterator[str]:
    """Every column of every table: type, unit, key, values, meaning."""
    yield "# Columns\n\nAll that `datapackage.json` says, as a page. An empty cell is unknown.\n"
    for table, record in ALL_TABLES.items():
        yield f"## {table}\n\n{paragraphs(inspect.getdoc(record) or '')}\n"
        yield "| column | type | meaning |\n|---|---|---|"
        for column in columns(record):
            notes = [column.description.rstrip(".")]
            notes += [f"unit: {column.unit}"] if column.unit else []
            notes += [f"key: {column.key}"] if column.key else []
            notes += ["one of " + ", ".join(f"`{value}`" for value in column.values)] if column.values else []
            yield f"| `{column.name}` | {column.type} | {cell('; '.join(notes))} |"
        yield ""


def cell(text: str) -> str:
    """A text that a cell of a table may hold."""
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


# library


def api_page() -> Iterator[str]:
    """The public names of factx with their docstrings."""
    yield "# Library\n\nThe names of `factx`, as `import factx` gives them.\n"
    for name in sorted(set(factx.__all__) - {"__version__"}, key=str.lower):
        yield from entry(f"factx.{name}", getattr(factx, name), "##")
    yield f"## factx.dask\n\n{paragraphs(inspect.getdoc(factx.dask) or '')}\n"
    for name, value in vars(factx.dask).items():
        if name[0] != "_" and inspect.isfunction(value) and value.__module__.startswith("factx."):
            yield from entry(f"factx.dask.{name}", value, "###")


def entry(name: str, value: Any, heading: str) -> Iterator[str]:
    """A name with its signature and docstring; of a class, its public methods as well."""
    yield f"{heading} {name}\n"
    if not (inspect.isclass(value) and issubclass(value, Exception)):
        shown = textwrap.fill(name + signature(value), LONGEST_LINE, subsequent_indent="    ", break_long_words=False)
        yield f"```python\n{shown}\n```\n"
    yield f"{paragraphs(inspect.getdoc(value) or '')}\n"
    if inspect.isclass(value):
        for part, member in vars(value).items():
            if part[0] != "_" and inspect.getdoc(member) and not isinstance(member, str | int):
                shown = signature(member) if inspect.isfunction(member) else ""
                yield f"* `{part}{shown}`: {' '.join((inspect.getdoc(member) or '').split(chr(10) * 2)[0].split())}"
        yield ""


def signature(value: Any) -> str:
    """The parameters of a function or class, without ``self``."""
    found = inspect.signature(value)
    kept = [parameter for parameter in found.parameters.values() if parameter.name != "self"]
    shown = str(found.replace(parameters=kept)).removesuffix(" -> None")
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", shown)


def paragraphs(doc: str) -> str:
    """A docstring as Markdown: its examples are blocks, all else is as it stands."""
    blocks = [
        f"```pycon\n{block}\n```" if block.startswith(">>>") else re.sub(r"``([^`]+)``", r"`\1`", block)
        for block in doc.split("\n\n")
    ]
    return "\n\n".join(blocks)


# pages


def run_notebook(path: Path) -> str:
    """A notebook as a page: it is run where it lies, and its results stand below its lines."""
    notebook = import_module("nbformat").read(path, as_version=4)
    import_module("nbclient").NotebookClient(
        notebook, timeout=LONGEST_RUN, resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    page: str = import_module("nbconvert").MarkdownExporter().from_notebook_node(notebook)[0]
    plain = page.replace('<table border="1" class="dataframe">', "<table>")
    return re.sub(r"<style.*?</style>", "", plain, flags=re.DOTALL)


def stage(folder: Path) -> list[dict[str, list[str]]]:
    """Lay all pages and what they link to into the folder; return the navigation.

    Raises ``SystemExit`` for a page, a picture or a file that a page names and that is not there.
    """
    made, navigation, missing = made_pages(), [], []
    for section in sections():
        pages = []
        for page in section["pages"]:
            path = ROOT / page
            if page not in made and not path.is_file():
                missing.append(f"docs/site.toml: {page}")
                continue
            text = made.get(page) or (run_notebook(path) if path.suffix == ".ipynb" else path.read_text("utf-8"))
            target = folder / Path(page).with_suffix(".md")
            missing += [f"{page}: {link}" for link in linked_files(text, path.parent, folder)]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(as_page(text, path.parent), encoding="utf-8")
            pages.append(Path(page).with_suffix(".md").as_posix())
        navigation.append({section["title"]: pages})
    if missing:
        raise SystemExit("not there:\n" + "\n".join(missing))
    return navigation


def linked_files(text: str, place: Path, folder: Path) -> Iterator[str]:
    """Copy what a page links to and is no page; yield what is not there."""
    for link in [*(found[2] for found in LINK.findall(text)), *IMAGE.findall(text)]:
        source = Path(os.path.normpath(place / link))
        if "://" in link or link.startswith("mailto:") or source.suffix == ".md" or source.is_dir():
            continue
        if not source.is_file():
            yield link
        elif source.suffix != ".ipynb":
            target = folder / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def as_page(text: str, place: Path) -> str:
    """A page with the links that a site can follow: a notebook is a page there, and a folder is nothing."""

    def replaced(found: re.Match[str]) -> str:
        mark, words, link, anchor = found.groups()
        if (place / link).is_dir():
            return words
        return f"{mark}[{words}]({re.sub(r'[.]ipynb$', '.md', link)}{anchor})"

    return LINK.sub(replaced, text)


def build(out: Path) -> int:
    """Make the site in the folder; return the exit code of its maker."""
    shutil.rmtree(BUILD / "pages", ignore_errors=True)
    settings = {
        "site_name": "factx",
        "site_description": factx.__doc__.splitlines()[0] if factx.__doc__ else "",
        "docs_dir": "pages",
        "site_dir": os.path.relpath(out, BUILD),
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False, "features": ["navigation.sections", "content.code.copy"]},
        "nav": stage(BUILD / "pages"),
    }
    (BUILD / "mkdocs.yml").write_text(json.dumps(settings, indent=1), encoding="utf-8")  # JSON is YAML
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", "mkdocs.yml"]
    return subprocess.run(command, cwd=BUILD, check=False).returncode


if __name__ == "__main__":
    os.environ["COLUMNS"] = WIDTH
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=BUILD / "site", help="folder of the site (default: build/site)")
    raise SystemExit(build(parser.parse_args().out.resolve()))
