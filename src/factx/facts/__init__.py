"""Facts: counted or priced claims, found by rules that are data, with roles read off the syntax."""

from factx.facts.finder import FactFinder

__all__ = ["FactFinder"]
