"""Measures factx: how well it reads (gold sets, own cases), beside peers, how fast, and the gate under its figures.

    python -m benchmarks --help

A module measures one thing; functions that compute a figure are pure and shared with the gate (``tests/gate``).
"""
