"""Pledges as activities of IATI 2.03, the International Aid Transparency Initiative.

A pledge is an Outgoing Pledge (12), what is approved an Outgoing Commitment (2), what is delivered
a Disbursement (3): the codes of ``TransactionType``. Requests and what is withheld are none of
these. One activity is one claim; factx is a secondary reporter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from factx.base import lexicon
from factx.exports.rows import Exported, Row, Tables, country, rows_of
from factx.tables import cell

_VERSION = "2.03"
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 lacks."""
_CODES = lexicon.table("exports/iati_transactions", "status", "transaction_type")
_OTHER, _FUNDING, _GENERAL, _PLANNED_START = "90", "1", "1", "1"
"""Codes of OrganisationType, OrganisationRole, DescriptionType and ActivityDateType."""
_PLANNED, _UNDER_WAY = "1", "2"
"""Codes of ActivityStatus: pipeline, and implementation."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the activities: an organisation's name, and its identifier in IATI's registry."""

    name: str = "factx"
    ref: str = "factx"


def iati(tables: Tables, publisher: Publisher) -> Exported:
    """Return the claims of pledges of money that are asserted and dated."""
    from lxml import etree

    done = Exported()
    facts: dict[str, list[Row]] = {}
    for row in rows_of(tables["facts"]):
        if row["kind"] == "pledge":
            facts.setdefault(row.get("claim_id", ""), []).append(row)
    articles = {row["article_id"]: row for row in rows_of(tables["articles"])}
    root: Any = etree.Element("iati-activities", version=_VERSION)
    for claim in rows_of(tables["claims"]):
        if claim["kind"] == "pledge":
            told = transactions(facts.get(claim["claim_id"], []))
            if not told:
                done.left_out["that are no asserted, dated pledge of a stated sum"] += 1
            elif "agent" not in claim:
                done.left_out["whose giver is not told"] += 1
            else:
                root.append(_activity(etree, claim, told, articles, publisher))
                done.rows += 1
    done.content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return done


def transactions(facts: Iterable[Row]) -> dict[str, Row]:
    """The newest fact of each standing that is a transaction, by its code, in order of their days.

    >>> day = date(2017, 3, 1)
    >>> told = {"status": "pledged", "value": 5.0, "currency": "EUR", "modality": "asserted", "published": day}
    >>> list(transactions([told, told | {"status": "requested"}, told | {"status": "delivered"}]))
    ['12', '3']
    """
    found: dict[str, Row] = {}
    for row in sorted(facts, key=lambda one: str(day_of(one))):
        code = _CODES.get(row.get("status", ""))
        if code and day_of(row) and is_stated(row):
            found[code] = row
    return found


def is_stated(row: Row) -> bool:
    """Whether a fact asserts a sum of money in a known currency."""
    return row.get("modality") == "asserted" and "value" in row and "currency" in row


def day_of(row: Row) -> date | None:
    """The day of a pledge if it is told, else that of its report."""
    try:
        start, end = (date.fromisoformat(row[name]) for name in ("time_start", "time_end"))
    except (KeyError, ValueError):
        return row.get("published")
    return start if start == end else row.get("published")


def _activity(etree: Any, claim: Row, told: dict[str, Row], articles: dict[str, Row], publisher: Publisher) -> Any:
    """One claim; elements stand in the order of the schema."""
    days = [day_of(row) for row in told.values()]
    newest = list(told.values())[-1]
    activity = etree.Element("iati-activity")
    activity.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    activity.set("default-currency", newest["currency"])
    reported = claim.get("last_reported")
    if reported:
        activity.set("last-updated-datetime", datetime.combine(reported, datetime.min.time()).isoformat())
    _add(etree, activity, "iati-identifier").text = f"{publisher.ref}-{claim['claim_id']}"
    organisation = {"ref": publisher.ref, "type": _OTHER, "secondary-reporter": "1"}
    _told(etree, _add(etree, activity, "reporting-org", **organisation), publisher.name)
    _told(etree, _add(etree, activity, "title"), _title(newest))
    _told(etree, _add(etree, activity, "description", type=_GENERAL), newest.get("sentence", _title(newest)))
    _told(etree, _add(etree, activity, "participating-org", role=_FUNDING), newest.get("agent", claim["agent"]))
    _add(etree, activity, "activity-status", code=_PLANNED if set(told) == {_CODES["pledged"]} else _UNDER_WAY)
    _add(etree, activity, "activity-date", **{"iso-date": str(min(filter(None, days))), "type": _PLANNED_START})
    nation = country(claim.get("recipient_country")).get("alpha_2")
    if nation:
        _add(etree, activity, "recipient-country", code=nation)
    for code, row in told.items():
        _transaction(etree, activity, code, row, articles)
    return activity


def _transaction(etree: Any, activity: Any, code: str, row: Row, articles: dict[str, Row]) -> None:
    made = _add(etree, activity, "transaction", ref=row.get("fact_id", ""))
    day = str(day_of(row))
    _add(etree, made, "transaction-type", code=code)
    _add(etree, made, "transaction-date", **{"iso-date": day})
    value = {"currency": row["currency"], "value-date": day}
    _add(etree, made, "value", **value).text = cell(row["value"])
    source = articles.get(row.get("article_id", ""), {})
    where = source.get("url", source.get("path", ""))
    bound = row.get("bound", "exact")
    told = f"{row.get('sentence', '')} [{where}{'' if bound == 'exact' else f'; the sum is stated as {bound}'}]"
    _told(etree, _add(etree, made, "description"), told)
    for element, slot in (("provider-org", "agent"), ("receiver-org", "recipient")):
        if slot in row:
            _told(etree, _add(etree, made, element), row[slot])


def _title(row: Row) -> str:
    """A pledge in a line: who, what, how much, to whom."""
    receiver = f"to {row['recipient']}" if "recipient" in row else None
    return " ".join(filter(None, [row.get("agent"), row.get("status"), row.get("value_text"), receiver]))


def _add(etree: Any, parent: Any, name: str, **attributes: str) -> Any:
    return etree.SubElement(parent, name, **attributes)


def _told(etree: Any, parent: Any, text: str) -> None:
    _add(etree, parent, "narrative").text = _NOT_IN_XML.sub(" ", text)
