"""Sums: which are gifts, and which are prices, credit, deals or gain."""
