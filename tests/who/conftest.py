"""One pipeline for all tests of who: the model that the project ships, up to the step before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from factx.base.mentions import ArticleContext
from factx.who import Who, find_who

Parse = Callable[[str, ArticleContext], Who]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """A function from a text to who it speaks of."""
    from factx.model.parser import load_parser

    nlp = load_parser()

    @cache
    def parsed(text: str, context: ArticleContext) -> Who:
        return find_who(nlp(text), context)

    return parsed
