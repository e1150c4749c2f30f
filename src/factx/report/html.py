"""A page as HTML: everything it needs is in it, and it may load, send or run nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from factx import __version__
from factx.base import TOLLS
from factx.report.charts import TITLES
from factx.report.growth import TOLD
from factx.report.libraries import chart_script, inline, library, table_script, table_style
from factx.report.page_data import FIELDS, as_json
from factx.report.roles import ROLES

_COLUMNS = {
    "kind": "Kind",
    "agent": "Who",
    "value_text": "Amount",
    "object": "Of what",
    "recipient": "To whom",
    "amount_usd": "US dollars",
    "country": "Country",
    "day": "Day",
    "source_type": "Sort of source",
    "status": "Status",
    "confidence": "Confidence",
}
"""Columns of the table of facts, by the names of their cells."""
_SELECTS = ("kind", "country", "source_type", "status")
"""Columns whose values are chosen from a list."""
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src"
)
"""What a browser lets the page do; scripts run only if their hashes are named."""


def make_page(
    overview: Mapping[str, Any],
    articles: Sequence[Any],
    facts: Sequence[Any],
    pages: Sequence[tuple[str, str]],
    number: int,
) -> str:
    """Return a page: the first one, 0, has the overview, each has its articles and their facts.

    ``pages`` are file names and what they hold; ``articles`` and ``facts`` are rows of ``page_data``.
    """
    is_first = number == 0
    drawn = overview["charts"] if is_first else ()
    data = {
        "fields": FIELDS,
        "columns": list(_COLUMNS),
        "labels": list(_COLUMNS.values()),
        "selects": _SELECTS,
        "roles": list(ROLES.values()),
        "nations": overview["nations"],
        "articles": articles,
        "facts": facts,
        "events": overview["events"] if is_first else [],
        "growth": overview["growth"] if is_first else [],
        "told": list(TOLD),
        "charts": {chart.name: chart.spec for chart in drawn},
    }
    scripts = [*([chart_script()] if drawn else []), table_script(), _own("report.js")]
    values = {
        "overview": overview,
        "charts": drawn,
        "undrawn": [title for title in TITLES if title not in {chart.title for chart in drawn}],
        "columns": _COLUMNS,
        "selects": {name: _COLUMNS[name] for name in _SELECTS},
        "tolls": TOLLS,
        "pages": pages,
        "number": number,
        "version": __version__,
        "data": library("markupsafe").Markup(as_json(data)),
        "scripts": [library("markupsafe").Markup(script) for script in scripts],
        "styles": library("markupsafe").Markup(table_style() + _own("report.css")),
        "policy": " ".join([_POLICY, *(f"'{_hash(script)}'" for script in scripts)]),
    }
    return str(_template().render(values))


@cache
def _own(name: str) -> str:
    """A file of ours that goes into the page."""
    return inline((files("factx") / "report" / "page" / name).read_text("utf-8"))


@cache
def _hash(script: str) -> str:
    """The hash by which a content security policy names a script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


@cache
def _template() -> Any:
    jinja2 = library("jinja2")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((files("factx") / "report" / "page" / "report.html").read_text("utf-8"))
