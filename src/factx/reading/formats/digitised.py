"""Old newspapers as libraries give them: Trove's answers, pages of Chronicling America.

There ``title`` is the paper. Trove has the headline under ``heading`` and lists its articles within
zones (version 2) or categories (version 3); Chronicling America gives the text of whole pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from factx.reading.formats.field_values import strings_in

_HEADING, _PAPER, _OF_PAGE = "heading", "title", "ocr_eng"
_ZONES = ("zone", "category")
_YEAR = re.compile(r"\b1[5-9]\d\d\b")
"""What stands with the place behind the name of a paper: "The Argus (Melbourne, Vic. : 1848 - 1957)"."""


def is_digitised(item: Mapping[str, Any]) -> bool:
    """True for an article of Trove or a page of Chronicling America.

    >>> is_digitised({"heading": "DAM BURSTS", "title": {"value": "The Argus"}}), is_digitised({"heading": "A"})
    (True, False)
    """
    return (_HEADING in item and isinstance(item.get(_PAPER), dict)) or isinstance(item.get(_OF_PAGE), str)


def as_plain(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article or page under names that are known.

    >>> as_plain({"ocr_eng": "Two fled.", "title": "The Argus. (Oru)", "date": "19240604"})["publisher"]
    'The Argus. (Oru)'
    """
    paper = next(strings_in(item.get(_PAPER)), "")
    known = {key: value for key, value in item.items() if key not in (_HEADING, _PAPER, _OF_PAGE)}
    name, _, run = paper.rpartition("(")
    known["publisher"] = name.rstrip() if name and _YEAR.search(run) else paper
    if _OF_PAGE in item:
        return {**known, "text": item[_OF_PAGE], "url": str(item.get("url") or "").removesuffix(".json")}
    return {**known, "title": item[_HEADING], "url": item.get("troveUrl") or item.get("identifier")}


def articles_of(content: Mapping[str, Any]) -> list[Any]:
    """The articles of an answer of Trove, [] for anything else.

    >>> articles_of({"category": [{"code": "newspaper", "records": {"article": [{"heading": "DAM BURSTS"}]}}]})
    [{'heading': 'DAM BURSTS'}]
    """
    answer = content.get("response", content)
    zones: list[Any] = []
    if isinstance(answer, dict):
        zones = next((answer[key] for key in _ZONES if isinstance(answer.get(key), list)), [])
    records = [zone.get("records") for zone in zones if isinstance(zone, dict)]
    lists = [held.get("article") for held in records if isinstance(held, dict)]
    return [item for items in lists if isinstance(items, list) for item in items]
