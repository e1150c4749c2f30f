"""Guards: what looks like a time expression and is not one."""
