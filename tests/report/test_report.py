"""What is put into a report, without a browser: places of roles, sums, pages, words that are inert."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gazetteer.land import PICTURE, land
from factx.base import TOLLS, InputError, OutputError
from factx.cli import main
from factx.report import charts, figures, write_report
from factx.report import write as writing
from factx.report.conflicts import conflicts, event_rows, in_order
from factx.report.growth import growth
from factx.report.roles import spans_of
from factx.report.texts import shown_text
from tests.report.spoil import HOSTILE

SCRIPT = re.compile(r'<script type="module">.*?</script>', re.DOTALL)
TEXT = "The navy spoke. 🙂 On Monday it sent 40 sailors to Vigo from Vigo port, Ana Sousa said."
SENTENCE = TEXT[18:]


def a_fact(**cells: Any) -> dict[str, Any]:
    """A fact of the text above."""
    start = TEXT.index("40")
    roles = {"agent": "the navy", "object": "sailors", "location": "Vigo", "time_text": "Monday", "source": "Ana Sousa"}
    place = {"char_start": start, "char_end": start + 2, "value_text": "40", "sentence": SENTENCE}
    return {"fact_id": "f1", "recipient": None, "purpose": None, **roles, **place, **cells}


def words(text: str, fact: dict[str, Any], shown: Any) -> dict[str, str]:
    """The marked words by role, cut out as JavaScript would."""
    units = text.encode("utf-16-le")
    return {role: units[2 * start : 2 * end].decode("utf-16-le") for start, end, role in spans_of(fact, shown)}


def test_roles_are_found_in_the_sentence_and_before_it() -> None:
    fact = a_fact()
    shown = shown_text({"article_id": "a1"}, [fact], {"a1": TEXT}, [])
    assert shown.is_whole
    assert words(TEXT, fact, shown) == {
        "value_text": "40",
        "agent": "The navy",
        "object": "sailors",
        "location": "Vigo",
        "time_text": "Monday",
        "source": "Ana Sousa",
    }
    first = [span for span in spans_of(fact, shown) if span[2] == "location"]
    assert first[0][0] == TEXT.index("Vigo") + 1  # the smile has two units


def test_words_that_are_not_there_are_not_marked() -> None:
    fact = a_fact(recipient="Porto", purpose="sail")
    shown = shown_text({"article_id": "a1"}, [fact], {"a1": TEXT}, [])
    assert not {"recipient", "purpose"} & set(words(TEXT, fact, shown))


def test_without_a_text_the_sentences_are_shown(tmp_path: Path) -> None:
    fact = a_fact(agent=None)
    article = {"article_id": "a1", "path": "a.txt", "sha256": "0" * 64}
    (tmp_path / "a.txt").write_text("Another text, 40 in it.", "utf-8")
    shown = shown_text(article, [fact], {}, [tmp_path])
    assert (shown.text, shown.is_whole) == (SENTENCE, False)
    assert words(shown.text, fact, shown)["value_text"] == "40"


def test_a_text_in_which_offsets_do_not_hold_is_not_shown() -> None:
    fact = a_fact()
    assert not shown_text({"article_id": "a1"}, [fact], {"a1": "x" + TEXT}, []).is_whole


def a_pledge(**cells: Any) -> dict[str, Any]:
    """A claim of a pledge."""
    known = {"kind": "pledge", "agent": "Oslo", "agent_state": "NOR", "status": "pledged", "amount_usd": 5.0}
    known["modality"] = "asserted"
    return {**known, "amount_usd_low": 4.0, "amount_usd_high": None, **cells}


def test_pledges_are_summed_by_donor_with_bounds() -> None:
    claims = [
        a_pledge(),
        a_pledge(agent="Norway", amount_usd=10.0, amount_usd_low=None, amount_usd_high=12.0),
        a_pledge(agent="a foundation", agent_state=None, amount_usd=1.0, amount_usd_low=1.0),
        a_pledge(status="requested", amount_usd=99.0),
        a_pledge(modality="denied", amount_usd=98.0),
        a_pledge(amount_usd=None),
        a_pledge(part=True),
        a_pledge(kind="seized"),
    ]
    assert figures.by_donor(claims, {"NOR": "Norway"}) == [
        {"donor": "Norway", "usd": 15, "low": 14, "high": 17, "pledges": 2},
        {"donor": "a foundation", "usd": 1, "low": 1, "high": 1, "pledges": 1},
    ]


def test_donors_together_and_unknown_ones_are_no_bars() -> None:
    claims = [
        a_pledge(agent="International donors", agent_state=None, amount_usd=4e9),
        a_pledge(agent="the international community", agent_state=None, amount_usd=1e9),
        a_pledge(agent=None, agent_state=None, amount_usd=3e6),
        a_pledge(agent="Gulf states", agent_state=None),
        a_pledge(agent="leaders", agent_state="NOR"),
    ]
    assert [row["donor"] for row in figures.by_donor(claims, {"NOR": "Norway"})] == ["Gulf states", "Norway"]
    assert re.findall(r"\d[\d,]*", figures.beside_donors(claims)) == ["2", "3,000,000"]
    assert figures.beside_donors([a_pledge()]) == ""


def test_one_is_told_in_the_singular(root: Path, tmp_path: Path) -> None:
    write_report(root / "data" / "out", tmp_path / "r.html")
    tiles = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", (tmp_path / "r.html").read_text("utf-8")))
    assert {"articles read", "facts", "claims"} <= set(tiles)
    assert writing.heading_of(1) == "What 1 article says"
    assert ("conflict" in tiles) == (tiles.get("conflict") == "1")


def an_event(**cells: Any) -> dict[str, Any]:
    """An event without tolls."""
    tolls = {f"{toll}{end}": None for toll in TOLLS for end in ("", "_low", "_high")}
    known = {"incident": "fire", "location": "Oran", "country": "DZA", "time_start": None, "articles": 1}
    return {**tolls, **known, "first_reported": "2020-01-02", "conflict": False, **cells}


def test_events_with_a_conflict_come_first_then_the_newest() -> None:
    events = [
        an_event(incident="old", time_start="2019-01-01"),
        an_event(incident="new"),
        an_event(incident="odd", time_start="2001-01-01", conflict=True, killed=3, killed_low=2, killed_high=4),
    ]
    rows = event_rows(in_order(events), {"DZA": "Algeria"})
    assert {row[2] for row in rows} == {"Algeria"}
    assert [row[1].split(",")[0] for row in rows] == ["odd", "new", "old"]
    assert rows[0][4] == ["3 (2–4)", 3]


def test_a_toll_is_drawn_on_its_day_or_that_of_its_report() -> None:
    drawn = figures.tolls([an_event(injured_low=5.0)], {})
    assert drawn == [{"day": "2020-01-02", "toll": "injured", "newest": 5, "low": 5, "high": 5, "event": "fire, Oran"}]


def test_nations_go_by_their_names() -> None:
    assert figures.event_name(an_event(location=None), {"DZA": "Algeria"}) == "fire, Algeria"
    assert figures.event_name(an_event(location=None), {}) == "fire, DZA"
    spot = {"latitude": 1.0, "longitude": 2.0, "location": None, "country": "DZA"}
    assert figures.places([spot], {"DZA": "Algeria"})[0]["place"] == "Algeria"


def a_toll(number: int, **cells: Any) -> dict[str, Any]:
    """A count of dead of one event."""
    known = {"event_id": "v1", "article_id": "a1", "kind": "killed", "modality": "asserted", "bound": "exact"}
    said = {"fact_id": f"f{number}", "value_text": str(number), "low": number, "high": number, "object": "miners"}
    return {**known, **said, "published": "2020-01-02", "source": "police", **cells}


def test_an_event_grows_by_day_and_source() -> None:
    facts = [
        a_toll(9, published="2020-01-03", bound="at_least", article_id="a2"),
        a_toll(4),
        a_toll(4, fact_id="again"),
        a_toll(5, source=None),
        a_toll(99, modality="possible"),
        a_toll(2, kind="arrest"),
        a_toll(7, kind="pledge"),
        a_toll(8, event_id=None),
    ]
    assert growth(facts, {"a1": "r.html", "a2": "r-2.html"}) == {
        "v1": [
            ["2020-01-02", "killed", "4", "miners", "police", "f4", "r.html"],
            ["2020-01-02", "killed", "5", "miners", "", "f5", "r.html"],
            ["2020-01-03", "killed", "at least 9", "miners", "police", "f9", "r-2.html"],
        ]
    }


def test_a_headline_is_no_figure_beside_its_lead() -> None:
    facts = [
        a_toll(4, source=None, object=None),
        a_toll(4, fact_id="lead"),
        a_toll(6, published="2020-01-03", article_id="a2", source="Police"),
        a_toll(6, published="2020-01-03", article_id="a3", source="police"),
    ]
    assert [row[5] for row in growth(facts, {})["v1"]] == ["lead", "f6"]


def test_what_one_source_tells_on_one_day_has_not_grown() -> None:
    assert growth([a_toll(4), a_toll(5), a_toll(3, kind="injured", source="a nurse")], {}) == {}
    assert [row[1] for row in growth([a_toll(4, kind="arrest"), a_toll(5, kind="arrest", source="")], {})["v1"]] == [
        "arrested",
        "arrested",
    ]


def test_months_are_named_or_a_scale_and_days_are_no_other_days_elsewhere() -> None:
    months = [f"20{year}-{month:02}" for year in range(11, 15) for month in range(1, 13)]
    rows = [{"kind": "killed", "month": month, "facts": 1} for month in [*months, "not told"]]
    few, many = (charts.kind_and_month(part) for part in (rows[-9:], rows))
    assert few["layer"][0]["encoding"]["x"]["type"] == "ordinal"
    assert many["encoding"]["x"]["timeUnit"] == "utcyearmonth"
    assert "not told" not in str(many)
    toll = {"day": "2020-01", "toll": "killed", "newest": 1, "low": 1, "high": 2, "event": "raid"}
    assert charts.toll_times([toll])["layer"][0]["encoding"]["x"]["scale"]["type"] == "utc"


def test_many_articles_go_to_further_pages(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "ARTICLES_A_PAGE", 10)
    pages = write_report(root / "data" / "out", tmp_path / "r.html")
    assert [path.name for path in pages] == ["r.html", "r-2.html", "r-3.html"]
    ids = [fact[0] for path in pages for fact in _data(path)["facts"]]
    with (root / "data" / "out" / "facts.csv").open(encoding="utf-8") as file:
        assert sorted(ids) == sorted(line.split(",")[0] for line in file if re.match("f[0-9a-f]{16},", line))
    assert 'href="r-2.html"' in pages[0].read_text("utf-8")
    assert _data(pages[1])["charts"] == {}


def test_a_conflict_leads_to_the_page_of_its_article() -> None:
    claim: dict[str, Any] = {
        "kind": "killed",
        "agent": None,
        "object": "miners",
        "location": "Lota",
        "time_start": None,
    }
    claim |= {"conflict": True, "conflict_fact_1": "f1", "conflict_fact_2": "f2"}
    claim |= {"conflict_sentence_1": "Nine died.", "conflict_sentence_2": "Ten died."}
    told = {"source": "police", "published": "2020-01-02", "title": None, "path": "b.txt"}
    facts = [{"fact_id": "f2", "article_id": "a2", "value_text": "ten", "bound": "at_least", **told}]
    [found] = conflicts([claim, claim | {"conflict": False}], facts, {"a2": "r-2.html"})
    assert found.about == "killed: at least ten · miners · Lota"
    assert found.sentences == ("Nine died.", "Ten died.")
    assert found.told == ("", "police · 2020-01-02 · b.txt")
    assert found.homes == ("", "r-2.html")


def test_a_report_is_small_and_asks_for_nothing(page: Path) -> None:
    text = page.read_text("utf-8")
    assert len(text) < 2_500_000
    text = SCRIPT.sub("", text)
    assert not re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", text)
    assert "default-src 'none'" in html.unescape(text)


def test_hostile_words_stand_in_no_tag_and_end_no_script(hostile_page: Path) -> None:
    text = hostile_page.read_text("utf-8")
    assert "<img" not in SCRIPT.sub("", text)
    assert text.count("</script>") == len(SCRIPT.findall(text)) + 1  # that of the data
    assert _data(hostile_page)["articles"][0][0] == HOSTILE


def _data(path: Path) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    assert found
    return json.loads(found[1])


def test_tables_without_facts_make_a_page(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(root / "data" / "out", folder)
    for name in ("facts", "claims", "events", "articles"):
        path = folder / f"{name}.csv"
        path.write_text(path.read_text("utf-8").split("\n")[0] + "\n", "utf-8")
    (folder / "events.csv").unlink()
    [path] = write_report(folder, tmp_path / "r.html")
    assert _data(path)["facts"] == []


def test_what_cannot_be_made_is_said(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="no tables"):
        write_report(tmp_path, tmp_path / "r.html")
    with pytest.raises(OutputError, match=r"ends in \.html"):
        write_report(root / "data" / "out", tmp_path / "facts.csv")
    with pytest.raises(InputError, match="nowhere: no such folder of articles"):
        write_report(root / "data" / "out", tmp_path / "r.html", ["nowhere"])
    monkeypatch.setitem(__import__("sys").modules, "altair", None)
    with pytest.raises(OutputError, match=r"pip install '\.\[report\]'"):
        write_report(root / "data" / "out", tmp_path / "r.html")


def test_the_command_says_what_it_wrote(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "r.html"
    assert main(["report", str(root / "data" / "out"), "-o", str(out), "--articles", str(root / "data" / "raw")]) == 0
    assert capsys.readouterr().out == f"{out}  {out.stat().st_size / 1e6:.1f} MB\n"
    assert all(article[4] for article in _data(out)["articles"])


def test_the_ground_of_the_map_is_that_of_the_gazetteer() -> None:
    assert PICTURE.read_text("utf-8") == land()
