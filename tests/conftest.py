"""What all tests share: one loaded extractor, the repository's own articles, and the shared sets where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.reading.article import Article
from factx.reading.files import read_articles
from factx.run.extractor import Extractor
from factx.tables.result import Result

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold and tools beside the repository; tests that need it are skipped elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("needs the shared folder beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The default extractor, loaded once."""
    return Extractor().load()


@pytest.fixture(scope="session")
def raw_articles() -> list[Article]:
    """The articles of data/raw."""
    return [item for item in read_articles([ROOT / "data" / "raw"]) if isinstance(item, Article)]


@pytest.fixture(scope="session")
def raw_results(extractor: Extractor, raw_articles: list[Article]) -> list[tuple[Article, Result]]:
    """The articles of data/raw with what was found in them."""
    return [(article, extractor.read(article)) for article in raw_articles]
