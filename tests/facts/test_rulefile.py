"""Rule files: what is wrong in one is said with file, rule and what is allowed; what is right is kept."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factx.base.errors import FactxError, RuleError
from factx.facts.rule_file import Rule, own_rules, parse_rules, read_rules
from factx.run.provenance import content_of

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "rule_errors.toml").read_text("utf8"))["case"]
CASE_KEYS = {"name", "content", "file", "rule", "says"}
SOUND = """
kind = "strike"
{file}
[[rule]]
name = "struck"
verbs = ["strike", "walk out"]
frames = ["nsubj", "obl:by"]
{rule}
"""


def written(**lines: str) -> bytes:
    return SOUND.format(**{"file": "", "rule": ""} | lines).encode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_says_what_is_wrong_and_what_is_allowed(case: dict[str, Any]) -> None:
    assert set(case) <= CASE_KEYS
    lines = {key: case[key] for key in ("file", "rule") if key in case}
    content = case["content"].encode() if "content" in case else written(**lines)
    with pytest.raises(RuleError) as raised:
        list(parse_rules("strike.toml", content))
    for piece in case["says"]:
        assert piece in str(raised.value)


def test_bytes_that_are_no_utf8() -> None:
    with pytest.raises(RuleError, match=r"strike\.toml: not a TOML file"):
        list(parse_rules("strike.toml", 'kind = "grève"'.encode("latin-1")))


def test_a_rule_takes_over_what_the_file_sets() -> None:
    content = written(file='order = 7\ncounts = ["person"]\ndefault_status = "planned"', rule='counts = ["force"]')
    (rule,) = parse_rules("strike.toml", content)
    assert (rule.order, rule.counts, rule.status) == (7, frozenset({"force"}), "planned")


def test_a_rule_has_defaults() -> None:
    (rule,) = parse_rules("strike.toml", written())
    assert rule == Rule(
        name="struck",
        kind="strike",
        file="strike.toml",
        frames=frozenset({"nsubj", "obl:by"}),
        verbs=("strike", "walk out"),
    )
    assert rule.id == "strike/struck"


def test_an_example_keeps_its_columns() -> None:
    (rule,) = parse_rules(
        "strike.toml", written(rule='example = [{ text = "Nine dockers struck.", value = 9, agent = "" }]')
    )
    assert rule.examples[0].text == "Nine dockers struck."
    assert dict(rule.examples[0].expected) == {"value": 9, "agent": ""}


def test_users_rules_join_ours_in_order(tmp_path: Path) -> None:
    (tmp_path / "strike.toml").write_bytes(written(file="order = 1"))
    rules = read_rules(tmp_path)
    assert rules[0].id == "strike/struck"
    assert [rule for rule in rules if rule.kind != "strike"] == list(read_rules())
    assert [rule.order for rule in rules] == sorted(rule.order for rule in rules)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such file or folder of rules"):
        read_rules(tmp_path / "absent")


def test_a_file_is_a_folder_with_one(tmp_path: Path) -> None:
    path = tmp_path / "strike.toml"
    path.write_bytes(written())
    assert read_rules(path) == read_rules(tmp_path)
    assert content_of(path) == content_of(tmp_path, ".toml")
    assert [rule.id for rule in own_rules(path)] == ["strike/struck"]


def test_a_folder_without_rule_files(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"no \.toml file"):
        read_rules(tmp_path)


def test_a_users_wrong_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "strike.toml"
    path.write_text('kind = "strike"\npatern = 1', encoding="utf8")
    with pytest.raises(FactxError) as raised:
        read_rules(tmp_path)
    assert str(path) in str(raised.value)


def test_our_rules_are_documented_and_named_for_their_kind() -> None:
    rules = read_rules()
    assert all(rule.file == f"{rule.kind}.toml" for rule in rules)
    assert len({rule.id for rule in rules}) == len(rules)


def test_kinds_beyond_the_eight_give_way_to_them() -> None:
    eight = {"pledge", "troops", "arrest", "killed", "injured", "missing", "displaced", "members"}
    assert all(rule.order <= 60 for rule in read_rules() if rule.kind in eight)
    assert all(rule.order > 36 for rule in read_rules() if rule.kind not in eight)
