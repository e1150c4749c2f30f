"""Slots: who, what, where, when, according to whom, how far it got."""
