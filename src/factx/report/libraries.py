"""The kept libraries that a page is made with: the extra ``report``, and what it ships for browsers."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from factx.base import OutputError, needed

_EXPORTS = re.compile(r"\bexport\s*\{([^{}]*)\}\s*;?")
"""What a JavaScript module hands out; the last such statement of a bundle counts."""
_CLOSING = re.compile(r"<(/script|!--)", re.IGNORECASE)
"""What would end a script inside a page, or begin a comment there; both stand in strings alone."""


def library(module: str) -> Any:
    """Return a module of the extra; ``OutputError`` says what to type if it is not installed."""
    return needed(module, "report", "factx report")


@cache
def chart_script() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script, as vl-convert ships them; it sets ``vegaEmbed``."""
    return inline(library("vl_convert").javascript_bundle())


@cache
def table_script() -> str:
    """DataTables as itables ships it: a module, whose default export becomes ``window.DataTable``."""
    library("itables")
    return inline(as_global((files("itables") / "html" / "dt_bundle.js").read_text("utf-8"), "DataTable"))


@cache
def table_style() -> str:
    """The style sheet of DataTables."""
    library("itables")
    return (files("itables") / "html" / "dt_bundle.css").read_text("utf-8").replace("</", "<\\/")


def as_global(module: str, name: str) -> str:
    """Return a JavaScript module as one that hands out nothing: its default export is a global.

    Raises ``OutputError`` if it has none.

    >>> as_global("const a=1,b=2;export{a as Other,b as default};", "B")
    'const a=1,b=2;window.B=b;'
    """
    for found in reversed(list(_EXPORTS.finditer(module))):
        local = re.search(r"([\w$]+)\s+as\s+default\b", found[1])
        if local:
            return f"{module[: found.start()]}window.{name}={local[1]};{module[found.end() :]}"
    raise OutputError(
        "the installed itables has no table component that this version of factx knows; install itables<3"
    )


def inline(script: str) -> str:
    r"""Return a script as it may stand inside a page: nothing in it ends it.

    >>> inline("s='</script>'")
    "s='<\\/script>'"
    """
    return _CLOSING.sub(r"<\\\1", script.replace("\r\n", "\n"))
