"""Frames: how a counted phrase is related to the word that may trigger a fact."""
