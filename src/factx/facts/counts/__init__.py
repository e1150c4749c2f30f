"""What a text counts: phrases with an amount, persons told singly, parts, tolls, groups."""
