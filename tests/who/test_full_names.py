"""Short names of organisations: tied to the one body of the article whose name ends so, or left alone."""

from __future__ import annotations

import pytest

from factx.base import EntityMention
from factx.who import organisations


def mention(name: str) -> EntityMention:
    return EntityMention(0, len(name), name, "organisation", organisations.key(name), name, None, "name")


@pytest.mark.parametrize(
    ("names", "of_last"),
    [
        (["World Bank", "Bank"], "World Bank"),
        (["African Development Bank", "Development Bank"], "African Development Bank"),
        (["Bank of Uganda", "Bank"], "Bank of Uganda"),
        (["Marr Foundation", "Foundation"], "Marr Foundation"),
        (["World Bank", "Asian Development Bank", "Bank"], "Bank"),
        (["Lebanese Army", "Army"], "Army"),
        (["Kenyan Senate", "Senate"], "Senate"),
        (["Kenya Red Cross", "Red Cross"], "Red Cross"),
        (["Ford Foundation", "Ford"], "Ford"),
        (["Bank"], "Bank"),
    ],
)
def test_a_short_name_is_of_the_one_body_that_it_ends(names: list[str], of_last: str) -> None:
    found = organisations.with_full_names([mention(name) for name in names])
    assert [item.name for item in found[:-1]] == names[:-1]
    assert (found[-1].name, found[-1].key) == (of_last, organisations.key(of_last))
    assert (found[-1].linked_by == "short") == (of_last != names[-1])
