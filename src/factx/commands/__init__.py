"""One module per command; each imports what it needs only when it runs, so that ``factx --help`` is quick."""
