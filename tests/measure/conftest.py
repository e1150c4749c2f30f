"""The pipeline that the tests of amounts share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factx.base.mentions import ArticleContext, QuantityMention


@pytest.fixture(scope="session")
def parser() -> Any:
    """The default pipeline up to factx's label scheme."""
    from factx.model.parser import load_parser

    return load_parser()


@pytest.fixture(scope="session")
def amounts_of(parser: Any) -> Callable[..., list[QuantityMention]]:
    """A function from text (and context) to its amounts, with dates found first."""
    from factx.dates import find_dates
    from factx.measure import find_amounts

    def find(text: str, context: ArticleContext | None = None) -> list[QuantityMention]:
        about = context or ArticleContext()
        doc = parser(text)
        return find_amounts(doc, about, find_dates(doc, about))

    return find
