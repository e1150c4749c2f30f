"""Token look-up by character: where a number or its noun stands in a doc."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc, Token

from factx.model import starts_of


class Places:
    """Token look-up by character for one doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.starts = starts_of(doc)
        self.sentences: list[int] = (doc.to_array("SENT_START") == 1).nonzero()[0].tolist()

    def sentence_end(self, token: Token) -> int:
        """The place after the last token of the token's sentence."""
        following = bisect_right(self.sentences, token.i)
        return self.sentences[following] if following < len(self.sentences) else len(self.doc)

    def at(self, char: int) -> Token | None:
        """The token that holds the character or, in a gap, the one before it."""
        place = bisect_right(self.starts, char) - 1
        return self.doc[place] if place >= 0 else None

    def closes(self, char: int) -> bool:
        """True if no noun, adjective or number follows the character in its phrase."""
        token = self.after(char)
        return token is None or token.pos_ in {"PUNCT", "CCONJ", "SCONJ", "ADP", "ADV", "PRON", "AUX", "VERB", "PART"}

    def after(self, char: int) -> Token | None:
        """The first token that starts at or after the character, but for footnote marks."""
        place = bisect_right(self.starts, char - 1)
        while place < len(self.starts) and self.doc[place].pos_ == "SPACE" and not self.doc[place].is_space:
            place += 1
        return self.doc[place] if place < len(self.starts) else None
