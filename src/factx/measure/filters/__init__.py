"""Filters: numbers that are no quantities."""
