"""Where a sentence ends, by which prose is told from titles, labels and captions."""

from __future__ import annotations

_STOPS = ".!?…"
_CLOSING = "”\"’')]"


def ends_sentence(text: str, also: str = "") -> bool:
    """True for a text at whose end a stop stands, or one of the marks ``also``, before what closes quotes.

    >>> [ends_sentence(text) for text in ("Two fled. ", "“Who fled?”", "Two fled:", "Flood")]
    [True, True, False, False]
    >>> ends_sentence("Two fled:", also=":"), ends_sentence("")
    (True, False)
    """
    bare = text.rstrip().rstrip(_CLOSING)
    return bare != "" and bare[-1] in _STOPS + also
