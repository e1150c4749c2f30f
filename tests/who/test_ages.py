"""Ages beside persons' names: those that news gives, and numbers that are none."""

from __future__ import annotations

import pytest

from factx.who.ages import age_beside

NAME = "Dana Lee"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Dana Lee, 24, died.", 24),
        ("Dana Lee (24) died.", 24),
        ("Dana Lee, aged 24, died.", 24),
        ("Dana Lee, 24 of Dover, died.", 24),
        ("They named Dana Lee, 24.", 24),
        ("Dana Lee, 24; Ola Berg, 31", 24),
        ("Dana Lee – 24 – died.", 24),
        ("Dana Lee, a 24-year-old nurse, died.", 24),
        ("Dana Lee is 24 years old.", 24),
        ("24-year-old Dana Lee died.", 24),
        ("The 24-year-old victim, Dana Lee, died.", 24),
        ("A 24-year-old shop assistant named Dana Lee died.", 24),
        ("Dana Lee, 24 nurses and a cook died.", None),
        ("Dana Lee, 24,000 dollars richer, left.", None),
        ("Dana Lee, 1987, oil on canvas", None),
        ("Dana Lee, 240, was no age.", None),
        ("Dana Lee 24 Ola Berg 21", None),
        ("Dana Lee, 24%, leads.", None),
        ("Dana Lee, 24.5 points, leads.", None),
        ("The 24-year-old Marlow man shot his wife. Dana Lee fled.", None),
        ("Dana Lee died.", None),
    ],
)
def test_the_age_beside_a_name(text: str, age: int | None) -> None:
    start = text.index(NAME)
    assert age_beside(text, start, start + len(NAME)) == age
