"""Words that decide in who, by class; a class that a lexicon lacks is an error naming those it has."""

from __future__ import annotations

from factx.base import lexicon

TITLE_WORDS = lexicon.classes("who/title_words")
HONORIFICS = lexicon.words("who/honorifics")
"""Forms of address, lower case and without full stop."""
PARTICLES = lexicon.words("who/name_particles")
"""Small words inside names ("bin", "van", "de"), lower case."""
STANDING = TITLE_WORDS["former"] | TITLE_WORDS["designate"] | TITLE_WORDS["standing"]
"""Words that say how somebody holds an office ("former", "acting"), lower case."""
PORTFOLIOS = lexicon.words("who/portfolios")
"""Fields of government ("defense", "trade"), lower case."""
BODY_NOUNS = lexicon.classes("who/organisation_heads", by="ends_name")["yes"]
"""Nouns that end an organisation's name and no person's or place's ("Commission", "Police")."""
_VERDICTS = lexicon.table("who/organisation_heads", "word", "public")
BODY_HEADS = {word: verdict for word, verdict in _VERDICTS.items() if verdict}
"""Head nouns of organisations: such a body is public (``yes``), not public (``no``), or by ``name`` only."""
NOT_NAMES = lexicon.words("who/not_names")
"""Capital words behind an office that are no person's name."""
