"""Articles from files and folders, by the name of 0.1.0: ``from factx.read import article``."""

from factx.reading import Article, article, read_articles

__all__ = ["Article", "article", "read_articles"]
