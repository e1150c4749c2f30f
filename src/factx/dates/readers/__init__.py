"""Readers: one surface form of time expressions each, to its value."""
