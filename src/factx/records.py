"""The records of the tables, by the name of 0.1.0: ``from factx.records import Fact``."""

from factx.base import (
    TABLES,
    ArticleRow,
    Claim,
    Entity,
    Fact,
    Failure,
    Mention,
    Official,
    Quantity,
    Text,
    Timex,
    columns,
)

__all__ = [
    "TABLES",
    "ArticleRow",
    "Claim",
    "Entity",
    "Fact",
    "Failure",
    "Mention",
    "Official",
    "Quantity",
    "Text",
    "Timex",
    "columns",
]
