"""Commands: what `factx COMMAND` does; each imports what it needs only when it runs."""
