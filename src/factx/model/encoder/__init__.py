"""The encoder: one network that reads every token once, and what is decoded from it."""
