"""Packages of the extras: what a feature beside the core needs, loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from factx.base.errors import FactxError, OutputError

_PACKAGES = {"vl_convert": "vl-convert-python"}
"""What a package is called where it is installed, if not like its module."""


def needed(module: str, extra: str, purpose: str | None = None, error: type[FactxError] = OutputError) -> Any:
    """Return a module of an extra; an ``error`` says what to type if it is not installed.

    ``purpose`` is what needs it, "the format EXTRA" if nothing is said.

    >>> needed("nowhere", "x")
    Traceback (most recent call last):
        ...
    factx.base.errors.OutputError: the format x needs the package nowhere; in factx's clone, type: pip install '.[x]'
    """
    try:
        return import_module(module)
    except ImportError:
        name = module.split(".")[0]
        package = _PACKAGES.get(name, name)
        raise error(
            f"{purpose or f'the format {extra}'} needs the package {package}; in factx's clone, type: "
            f"pip install '.[{extra}]'"
        ) from None
