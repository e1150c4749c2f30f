"""Options that choose facts, and what is said to who mistypes an option, a name or a path."""

from __future__ import annotations

import json
from pathlib import Path

import pycountry
import pytest

from factx.base.records import ArticleRow, Fact
from factx.cli import main
from factx.commands._countries import country_given
from factx.commands.explain import _articles
from factx.tables.csv_format import read_table
from factx.who import nations

ARTICLES = {
    "a.json": {"date": "2019-05-03", "text": "Police in Nairobi arrested nine men. Two officers died in Kenya."},
    "b.json": {"date": "2020-06-10", "text": "Norway pledged $20 million to Chad. Police in Lagos arrested four men."},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("chosen")
    for name, content in ARTICLES.items():
        (made / name).write_text(json.dumps(content))
    return made


@pytest.mark.parametrize(
    ("options", "amounts"),
    [
        ([], ["nine", "Two", "$20 million", "four"]),
        (["--kinds", "arrest"], ["nine", "four"]),
        (["--kinds", "arrest,killed"], ["nine", "Two", "four"]),
        (["--since", "2020-01-01"], ["$20 million", "four"]),
        (["--until", "3 May 2019"], ["nine", "Two"]),
        (["--since", "2019-05-04", "--until", "2020-06-09"], []),
        (["--country", "ken"], ["nine", "Two"]),
        (["--country", "KE, Nigeria"], ["nine", "Two", "four"]),
        (["--kinds", "arrest", "--country", "NGA"], ["four"]),
        (["--source-type", "police"], []),
    ],
)
def test_facts_are_chosen(folder: Path, tmp_path: Path, options: list[str], amounts: list[str]) -> None:
    out = tmp_path / "out"
    assert main(["extract", str(folder), "-o", str(out), "--model", "fast", "--quiet", *options]) == 0
    facts = list(read_table(out / "facts.csv", Fact))
    assert [fact.value_text for fact in facts] == amounts
    articles = list(read_table(out / "articles.csv", ArticleRow))
    assert [article.status for article in articles] == ["ok", "ok"]
    assert sum(article.facts or 0 for article in articles) == len(amounts)
    given = json.loads((out / "run.json").read_text("utf-8"))["options"]
    assert given.keys() >= {option.strip("-").replace("-", "_") for option in options if option.startswith("--")}


def test_the_summary_says_how_many_facts_are_left_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(folder), "-o", str(tmp_path / "out"), "--model", "fast", "--kinds", "protesters"]) == 0
    assert "left out  4 facts by the options that choose facts" in capsys.readouterr().out
    assert main(["extract", str(folder), "-o", str(tmp_path / "out"), "--model", "fast"]) == 0
    assert "left out" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--kinds", "kiled"], "no kind 'kiled'; did you mean 'killed'?"),
        (["--kinds", "weather"], "no kind 'weather'; there are"),
        (["--country", "KNE"], "no nation 'KNE'; did you mean 'KEN'?"),
        (["--country", "KEN,Nigera"], "no nation 'Nigera'; did you mean 'Nigeria'?"),
        (["--country", "Zzyzx"], "no nation 'Zzyzx'; give codes or English names"),
        (["--country", "Congo"], "COD (Democratic Republic of the Congo) or COG (Republic of the Congo)"),
        (["--country", "French"], "no nation 'French'"),
        (["--country", ","], "names no nation"),
        (["--source-type", "polcie"], "did you mean 'police'?"),
        (["--since", "yesterday"], "--since 'yesterday' is no full date"),
        (["--kinds", " , "], "names no kind; without the option, all are written"),
        (["--since", "2018-01-01", "--until", "2017-01-01"], "no day is since 2018-01-01 and until 2017-01-01"),
        (["--engine", "dask", "--kinds", "killed"], "give what chooses them to factx merge"),
    ],
)
def test_a_wrong_choice_is_an_error(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert main(["extract", str(folder), "-o", str(tmp_path / "out"), *options]) == 2
    assert said in capsys.readouterr().err


def test_every_nation_goes_by_its_codes_and_its_name() -> None:
    for iso3, name in nations.display_names().items():
        assert country_given(iso3) == iso3
        assert country_given(name.upper()) == iso3
    assert [country_given(item.alpha_2.lower()) for item in pycountry.countries] == [
        item.alpha_3 for item in pycountry.countries
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["extrct", "news"], "did you mean 'extract'?"),
        (["extract", "news", "-o", "t", "--wrokers", "2"], "did you mean '--workers'?"),
        (["report", "t", "-o", "r.html", "--artcles", "news"], "did you mean '--articles'?"),
    ],
)
def test_what_may_have_been_meant_is_said(capsys: pytest.CaptureFixture[str], typed: list[str], meant: str) -> None:
    with pytest.raises(SystemExit):
        main(typed)
    assert meant in capsys.readouterr().err


def test_what_is_like_nothing_gets_no_hint(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["zzzz"])
    assert "did you mean" not in capsys.readouterr().err


@pytest.fixture
def news_with_blanks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder holds "my news" with one article."""
    (tmp_path / "my news").mkdir()
    (tmp_path / "my news" / "May 1.txt").write_text("Nine fled.")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("news_with_blanks")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("nes/a.txt", "no such file; to explain a sentence"),
        ("a.txt", "no such file"),
        ("a.jsonl#7", "no such file"),
        ("our news/a.txt", "no such file"),
        ("my news/May 2", "no such file; to explain a sentence"),
        ("my news/May 1", "no such file; did you mean 'my news/May 1.txt'?"),
        ("my news/Mai 1.txt", "no such file; did you mean 'my news/May 1.txt'?"),
        ("my  news/May 1.txt#3", "no such file"),
        ("our report.docx", "no such file"),
        ("last report.xlsx", "no such file"),
        ("my news", "my news: a folder; give a file of articles"),
    ],
)
def test_a_mistyped_path_is_no_sentence(capsys: pytest.CaptureFixture[str], asked: str, said: str) -> None:
    assert main(["explain", "--model", "fast", asked]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("news_with_blanks")
@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("my news/May 1.txt", "Nine fled."),
        ("Six fled to my news/May.", "Six fled"),
        ("Police held 3 and/or 4 men", "Police held"),
        ("Two ran to example.com", "Two ran"),
        ("Storm hits Mt. Merapi", "Storm hits"),
        ("Two\0 fled", "Two"),
    ],
)
def test_a_path_with_blanks_is_one_and_a_sentence_with_strokes_is_none(
    capsys: pytest.CaptureFixture[str], asked: str, begins: str
) -> None:
    assert main(["explain", "--model", "fast", asked]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_a_text_may_be_longer_than_a_path() -> None:
    (item,) = _articles("Two fled. " * 9_000, None)
    assert item.text.startswith("Two fled.")


def test_one_article_of_a_file_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps({"text": f"Police arrested {number} men."}) for number in ("nine", "four")]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(lines))
    assert main(["explain", "--model", "fast", f"{file}#2"]) == 0
    shown = capsys.readouterr().out
    assert "four" in shown
    assert "nine" not in shown
    assert main(["explain", "--model", "fast", f"{file}#3"]) == 2
    assert "no article 3" in capsys.readouterr().err


def test_a_fact_is_explained_from_its_tables_alone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    main(["extract", str(folder), "-o", str(out), "--model", "fast", "--quiet"])
    fact = next(read_table(out / "facts.csv", Fact))
    assert main(["explain", "--model", "fast", str(out), "--fact", str(fact.fact_id)]) == 0
    assert str(fact.sentence) in capsys.readouterr().out
    assert main(["explain", "--model", "fast", str(out), "--fact", "fz"]) == 2
    assert "no fact whose id starts with 'fz'" in capsys.readouterr().err
