"""How records show themselves in a console: what is set, and tells more than the usual."""

from __future__ import annotations

from typing import Any, ClassVar

_LONGEST = 60
"""Characters of a text that are shown: half a line of a console, enough to know it by."""
_USUAL = {"bound": "exact", "modality": "asserted", "status": "ok", "conflict": False, "part": False, "former": False}
"""Values that most rows have, which are not shown."""
_ENDS = {"low": ("value", "best"), "high": ("value", "best"), "end": ("start",)}
"""Ends of an interval, which are not shown where they are the number or the first day itself."""


class ShortRepr:
    """A record whose ``repr`` has only some columns, those named in ``SHOWN``, as far as they tell.

    >>> class Row(ShortRepr):
    ...     SHOWN = ("kind", "value", "low", "agent", "modality")
    ...     kind, value, low, agent, modality = "killed", 12.0, 12.0, None, "asserted"
    >>> Row()
    Row(kind='killed', value=12.0)
    """

    __slots__ = ()
    SHOWN: ClassVar[tuple[str, ...]] = ()

    def __repr__(self) -> str:
        cells = ((name, getattr(self, name)) for name in self.SHOWN)
        shown = (f"{name}={_cut(cell)}" for name, cell in cells if self._tells(name, cell))
        return f"{type(self).__name__}({', '.join(shown)})"

    def _tells(self, name: str, cell: Any) -> bool:
        if cell is None or _USUAL.get(name) == cell:
            return False
        return all(getattr(self, number, None) != cell for number in _ENDS.get(name, ()))


def _cut(cell: Any) -> str:
    if isinstance(cell, str) and len(cell) > _LONGEST:
        return f"{cell[:_LONGEST]!r}…"
    return repr(cell)
