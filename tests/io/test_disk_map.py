"""Dictionaries of any size, and what is grouped and counted in them: the same whatever fits into memory."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.base.disk_map import DiskMap, Form
from factx.base.errors import OutputError
from factx.base.records import Fact
from factx.claims import cluster
from factx.claims.cluster import ClaimGrouper
from factx.reading.article import Article
from factx.tables import entity_counts
from factx.tables.result import Result
from factx.tables.work_folder import WORK_FOLDER
from factx.tables.write import writing_to

KEYS = st.text(max_size=3) | st.sampled_from(["a", "b", "\ud800", "\U0001f600", "\uffff", "\0"])
LISTS: Form[list[int]] = Form(list, list)


@given(st.lists(st.tuples(KEYS, st.integers())), st.integers(1, 5))
@settings(max_examples=60)
def test_a_disk_map_is_a_dictionary(given_items: list[tuple[str, int]], most: int) -> None:
    expected: dict[str, list[int]] = {}
    found = DiskMap(LISTS, most)
    for key, number in given_items:
        expected[key] = [*expected.get(key, []), number]
        found.put(key, [*(found.get(key) or []), number])
    assert {key: found.get(key) for key in expected} == expected
    assert list(found.items()) == sorted(expected.items())
    found.close()


def test_what_was_put_again_counts(tmp_path: Path) -> None:
    found = DiskMap(LISTS, 2, tmp_path / "numbers")
    for number in range(20):
        found.put(f"{number % 5}", [number])
        found.get(f"{(number + 2) % 5}")
    assert [value for _, value in found.items()] == [[15], [16], [17], [18], [19]]
    assert [path.name for path in tmp_path.iterdir()] == ["numbers"]
    found.close()
    assert not list(tmp_path.iterdir())


def test_little_needs_no_file(tmp_path: Path) -> None:
    found = DiskMap(LISTS, 3, tmp_path / "numbers")
    for number in range(3):
        found.put(f"{number}", [number])
    assert len(list(found.items())) == 3
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    found = DiskMap(LISTS, 1, tmp_path / "gone" / "numbers")
    found.put("a", [1])
    with pytest.raises(OutputError, match="numbers: unable to open"):
        found.put("b", [2])


def facts(count: int) -> list[list[Fact]]:
    """Articles of a few facts on few places and days, so that many report one claim."""
    chance = random.Random(7)
    towns = ("Herat", "Lima", "the port of Tema", "Oslo", "Quito", "Tunis")
    return [
        [
            Fact(
                fact_id=f"f{number}.{place}", article_id=f"a{number}",
                kind=chance.choice(("killed", "injured", "pledge")),
                agent=chance.choice((None, "police", "the army")), object=chance.choice(("men", "miners", None)),
                location=chance.choice(towns), low=toll, high=chance.choice((toll, None)), value=toll,
                currency=None, time_start=chance.choice((None, "2021-03-02")),
                modality=chance.choice(("asserted", "denied")),
            )
            for place in range(chance.randrange(4))
            for toll in [float(chance.randrange(1, 40))]
        ]
        for number in range(count)
    ]  # fmt: skip


def test_claims_do_not_depend_on_what_is_in_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    articles = facts(200)
    days = [f"2021-03-{number % 28 + 1:02d}" if number % 7 else None for number in range(200)]

    def grouped(folder: Path | None) -> tuple[object, object]:
        grouper = ClaimGrouper(folder)
        assigned = [grouper.assign(found, day) for found, day in zip(articles, days, strict=True)]
        claims = list(grouper.claims())
        grouper.close()
        return assigned, claims

    expected = grouped(None)
    for most in (1, 2, 7):
        monkeypatch.setattr(cluster, "CLUSTERS_IN_MEMORY", most)
        monkeypatch.setattr(cluster, "BLOCKS_IN_MEMORY", most)
        assert grouped(tmp_path if most > 1 else None) == expected
    assert not list(tmp_path.iterdir())


def test_tables_do_not_depend_on_what_is_in_memory(
    raw_results: list[tuple[Article, Result]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written(name: str) -> dict[str, bytes]:
        with writing_to(tmp_path / name, all_texts=True) as writer:
            for _, result in raw_results:
                writer.add(result)
        assert not (tmp_path / name / WORK_FOLDER / "scratch").exists()
        return {path.name: path.read_bytes() for path in (tmp_path / name).glob("*.*") if path.is_file()}

    expected = written("all")
    for module, limit in ((cluster, "CLUSTERS_IN_MEMORY"), (cluster, "BLOCKS_IN_MEMORY"), (entity_counts, "IN_MEMORY")):
        monkeypatch.setattr(module, limit, 2)
    assert written("little") == expected
    assert len(expected["entities.csv"].splitlines()) > 10
