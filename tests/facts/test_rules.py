"""Every rule's own example and not sentences; the check that users run; explanations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factx.base.records import Fact
from factx.cli import main
from factx.facts.rule_file import FILE_KEYS, FRAMES, RULE_KEYS, parse_rules, read_rules
from factx.reading.article import article
from factx.run.check_rules import (
    PUBLISHED,
    Sentence,
    check_rules,
    differences,
    failure,
    sentences_of,
    shown,
    slot_sentences,
)
from factx.run.extractor import Extractor
from factx.tables.result import Result

SENTENCES = [*sentences_of(read_rules()), *slot_sentences()]
STRIKE = """
kind = "strike"
counts = ["person"]
order = 5
[[rule]]
name = "walked out"
verbs = ["strike", "walk out"]
frames = ["nsubj"]
unknown_nouns = true
example = [{ text = "About 300 dockers walked out on Monday.", value = 300, object = "dockers", agent = "" }]
not = ["The clock struck nine."]
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(reader=False).load()


@pytest.fixture(scope="module")
def results(extractor: Extractor) -> list[Result]:
    return list(extractor.pipe(article(item.text, published=PUBLISHED) for item in SENTENCES))


def numbered() -> list[Any]:
    """The number of each sentence, named for its rule."""
    return [pytest.param(number, id=name_of(item)) for number, item in enumerate(SENTENCES)]


def name_of(item: Sentence) -> str:
    """Kind and rule of a sentence, and how it begins."""
    return f"{item.kind}/{item.rule}: {'' if item.columns is not None else 'not '}{item.text[:60]}"


@pytest.mark.parametrize("index", numbered())
def test_a_rule_keeps_its_word(index: int, results: list[Result]) -> None:
    failed = failure(SENTENCES[index], results[index])
    assert failed is None, str(failed)


def test_every_rule_has_an_example() -> None:
    assert [rule.id for rule in read_rules() if not rule.examples] == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "strike.toml").write_text(STRIKE, encoding="utf8")
    return tmp_path


def test_a_users_rule_works_and_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules", "check", str(folder)])
    assert "strike" not in capsys.readouterr().out
    facts = Extractor(rules=folder, reader=False).extract("Some 40 welders walked out.", published=PUBLISHED).facts
    assert [(fact.kind, fact.value, fact.rule) for fact in facts] == [("strike", 40.0, "strike/walked out")]


def test_a_users_failing_example_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "strike.toml"
    path.write_text(STRIKE.replace("value = 300", "value = 299"), encoding="utf8")
    assert main(["rules", "check", str(folder)]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if "299" in line]
    assert len(lines) == 1
    for piece in (str(path), "walked out", "About 300 dockers", "value = 299", "value = 300.0"):
        assert piece in lines[0]


def test_a_users_wrong_key_is_an_error_of_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "strike.toml").write_text(STRIKE.replace("order", "ordre"), encoding="utf8")
    assert main(["rules", "check", str(folder)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "strike.toml: unknown key 'ordre'" in said


def test_one_file_is_checked_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "strike.toml"
    (folder / "other.toml").write_text("kind = 3", encoding="utf8")
    assert main(["rules", "check", str(path), "--model", "fast"]) == 0
    assert capsys.readouterr().out == "1 kind, 1 rule, 1 example and 1 not sentences, 0 fail\n"
    path.write_text(STRIKE.replace("value = 300", "value = 299"), encoding="utf8")
    assert main(["rules", "check", str(path), "--model", "fast"]) == 1
    assert capsys.readouterr().out.startswith(f"{path}, rule 'walked out': 'About 300 dockers")
    assert main(["rules", "check", str(folder / "strke.toml")]) == 2
    assert "no such file or folder of rules" in capsys.readouterr().err


def test_kinds_are_listed_with_where_they_are_from(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) == 0
    header, *lines = capsys.readouterr().out.splitlines()
    assert header.split() == ["kind", "title", "rules", "order", "from"]
    assert len(lines) == len({rule.kind for rule in read_rules()})
    assert all(line.endswith(" built in") for line in lines)
    assert len({line.index("built in") for line in lines}) == 1
    for own in (folder, folder / "strike.toml"):
        assert main(["rules", "list", "--rules", str(own)]) == 0
        first = capsys.readouterr().out.splitlines()[1]
        assert first.split() == ["strike", "1", "5", str(folder / "strike.toml")]


def test_kinds_are_listed_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "killed.toml"
    path.write_text(STRIKE.replace('"strike"', '"killed"', 1), encoding="utf8")
    (folder / "strike.toml").unlink()
    assert main(["rules", "list", "--rules", str(folder), "--json"]) == 0
    killed = [item for item in json.loads(capsys.readouterr().out) if item["kind"] == "killed"]
    assert [item["source"] for item in killed] == [str(path), "built in"]
    assert killed[0] == {"kind": "killed", "title": "", "rules": 1, "order": [5, 5], "source": str(path)}


def test_a_not_sentence_that_yields_a_fact_is_reported(folder: Path) -> None:
    (folder / "strike.toml").write_text(
        STRIKE.replace("The clock struck nine.", "Ten men walked out."), encoding="utf8"
    )
    rules = [rule for rule in read_rules(folder) if rule.kind == "strike"]
    (failed,) = check_rules(Extractor(rules=folder, reader=False), rules)
    assert (failed.expected, failed.got) == ("no strike", "strike/walked out Ten men")


def test_differences_name_the_columns() -> None:
    fact = Fact(kind="arrest", value=12.0, agent="police")
    assert differences(fact, {"value": 12, "kind": "arrest", "object": ""}) == {}
    assert differences(fact, {"value": 13, "agent": ""}) == {"value": 12.0, "agent": "police"}


def test_a_sentence_with_nothing_found_says_so() -> None:
    (rule,) = parse_rules("strike.toml", STRIKE.encode())
    wanted = Sentence(rule.file, rule.name, rule.kind, "Nobody came.", {"value": 3})
    failed = failure(wanted, Result(Extractor().extract("Nobody came.").article))
    assert failed is not None
    assert (failed.expected, failed.got) == ("strike value = 3", "no fact")
    assert shown(Fact()) == ""


def test_explains_what_fires_and_what_nearly_does(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Police arrested 33 people on Monday. The rate is 12 deaths per 100,000 people."
    assert main(["explain", text, "--published", PUBLISHED]) == 0
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "fires   arrest/arrested (obj of arrested)" in said
    assert "time     Monday: 2020-05-18" in said
    assert "nearly  killed/deaths (self of deaths): not when one per so many" in said


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Police arrested and killed 30 men.", "gives way to killed/killed (order 15 after 10)"),
        ("Villagers found the bodies of 30 men killed on Monday.", "gives way to killed/killed (its word is closer)"),
    ],
)
def test_explains_to_which_rule_another_gives_way(text: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", text]) == 0
    assert why in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("The brewery's board approved a 1.2 million dollar advertising campaign.", True),
        ("The brewery's board approved a 1.2 million dollar donation to the flood victims of Beira.", False),
    ],
)
def test_explains_when_the_reader_overrules_a_rule(
    text: str, refused: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", text]) == 0
    told = capsys.readouterr().out
    assert "fires   pledge/approved" in told
    assert ("no fact: the reader is sure" in told) is refused


def test_explains_a_count_that_shares_the_verb_of_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "Some 36 people died in Puno, 29 in Cusco."]) == 0
    assert "counted  29" in capsys.readouterr().out


def test_explains_one_fact_of_an_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "The mayor spoke. Two men were held. Nine people died."
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf8")
    fact = next(fact for fact in Extractor().extract(text).facts if fact.kind == "killed")
    assert main(["explain", str(path), "--fact", str(fact.fact_id)]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0] == "Nine people died."
    assert "Two men" not in said
    assert main(["explain", str(path), "--fact", "nothing"]) == 2
    assert "no fact whose id starts with 'nothing'" in capsys.readouterr().err


def test_colours_only_in_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["explain", "Nine people died."])
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["explain", "Nine people died."])
    assert "\x1b[" not in capsys.readouterr().out


def test_the_rule_file_of_the_docs_keeps_its_word(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf8")
    (tmp_path / "strike.toml").write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf8")
    rules = [rule for rule in read_rules(tmp_path) if rule.kind == "strike"]
    assert len(rules) == 2
    assert check_rules(Extractor(rules=tmp_path, reader=False), rules) == []


def test_the_docs_name_every_key_and_frame() -> None:
    page = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf8")
    keys = (FILE_KEYS | RULE_KEYS | FRAMES) - {"rule"}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []
