"""Persons with a public office, and the state served."""
