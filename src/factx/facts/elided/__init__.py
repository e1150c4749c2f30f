"""Numbers whose noun or verb is told elsewhere: in a list, in the sentence before."""
