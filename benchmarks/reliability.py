"""``benchmarks/RELIABILITY.md``: one section a command, which replaces its own and leaves the others."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.report import Section, markdown

PAGE = Path(__file__).with_name("RELIABILITY.md")
SECTIONS = (
    "Kill points",
    "Accidents",
    "Memory and cost a word",
    "Long articles",
    "The report",
    "Engines",
    "Remote files",
    "Fuzzing",
    "Dependencies",
)
"""The order of the sections."""
HEAD = "# Reliability\n\nAny size, any accident: each section says by which command its figures are made.\n"
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


def with_section(page: str, title: str, text: str) -> str:
    """Return the page with a section in its place.

    >>> print(with_section("# Page\\n\\n## Fuzzing\\n\\nOld.\\n", "Fuzzing", "New."))
    # Page
    <BLANKLINE>
    ## Fuzzing
    <BLANKLINE>
    New.
    <BLANKLINE>
    """
    head, *parts = _SECTION.split(page)
    told = {name.strip(): said.strip() for name, said in zip(parts[::2], parts[1::2], strict=True)}
    told[title] = text.strip()
    names = sorted(told, key=lambda name: SECTIONS.index(name) if name in SECTIONS else len(SECTIONS))
    return "\n\n".join([head.strip(), *(f"## {name}\n\n{told[name]}" for name in names)]) + "\n"


def write_section(section: Section) -> None:
    """Put a section into the page, which is begun if it is not there."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    text = markdown(section).removeprefix(f"## {section.title}")
    PAGE.write_text(with_section(page, section.title, text), encoding="utf-8")
