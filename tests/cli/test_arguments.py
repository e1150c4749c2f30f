"""Command lines that are not whole, or mistyped: each is told in two lines what is missing or was meant."""

from __future__ import annotations

import pytest

from factx.cli import find_commands, main


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 2) -> str:
    """What a command line that ends at once prints."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == code
    out, err = capsys.readouterr()
    assert not (out if code else err)
    return out + err


def test_no_command_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys)
    assert all(f"    {name}" in said for name in find_commands())
    assert "factx extract articles -o tables" in said


@pytest.mark.parametrize(("command", "actions"), [("rates", ["show", "update"]), ("rules", ["list", "check"])])
def test_a_command_of_actions_lists_them(capsys: pytest.CaptureFixture[str], command: str, actions: list[str]) -> None:
    said = told(capsys, command)
    assert all(f"    {name}" in said for name in actions)


@pytest.mark.parametrize(
    ("typed", "usage", "missing"),
    [
        ("extract in", "extract PATH ... -o OUT", "missing: -o OUT (the folder to write the tables to)"),
        ("extract -o out", "extract PATH ... -o OUT", "missing: PATH ... (a file of articles or a folder of them"),
        ("report tables", "report TABLES -o FILE", "missing: -o FILE (the page to write, such as report.html)"),
        ("export tables -o f", "export TABLES --to NAME -o FILE", "missing: --to NAME (acled, geojson, hxl"),
        ("annotate t -o o", "annotate FOLDER -o OUT (--to NAME | --from NAME)", "missing: --to NAME (write the facts"),
        ("diff tables", "diff OLD NEW", "missing: NEW (the folder to compare it with)"),
        ("rates show EUR", "rates show CURRENCY DATE", "missing: DATE (a day: 2017-03-22)"),
    ],
)
def test_what_is_missing_is_said_with_what_must_be_typed(
    capsys: pytest.CaptureFixture[str], typed: str, usage: str, missing: str
) -> None:
    first, last = told(capsys, *typed.split()).splitlines()
    assert first == f"usage: factx {usage} (--help tells more)"
    assert missing in last


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("extract in -O out", "unrecognized arguments: -O; did you mean '-o'?"),
        ("extract in --oot out", "unrecognized arguments: --oot; did you mean '--out'?"),
        ("extract in -o out --kidns killed", "did you mean '--kinds'?"),
        ("extract in -o out -w 2", "unrecognized arguments: -w 2; did you mean '--workers'?"),
        ("extract in -w 2", "unrecognized arguments: -w; did you mean '--workers'?"),
        ("extract in -o out -m fast", "did you mean '--model' or '--min-confidence'?"),
        ("-v", "did you mean '-V'?"),
        ("--hlep", "unrecognized arguments: --hlep; did you mean '--help'?"),
        ("extrct in", "did you mean 'extract'?"),
        ("annotate t --to brta -o o", "did you mean 'brat'?"),
    ],
)
def test_an_option_that_is_unknown_is_told_before_what_is_missing(
    capsys: pytest.CaptureFixture[str], typed: str, said: str
) -> None:
    last = told(capsys, *typed.split()).splitlines()[-1]
    assert said in last
    assert "missing" not in last


def test_a_letter_that_begins_no_option_is_told_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, *["extract", "in", "-o", "out", "-x"]).splitlines()[-1] == "factx: unrecognized arguments: -x"


def test_short_options_that_programs_have_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "-V", code=0) == told(capsys, "--version", code=0)
    assert told(capsys, "extract", "-h", code=0) == told(capsys, "extract", "--help", code=0)
    assert "-q, --quiet" in told(capsys, "extract", "-h", code=0)


@pytest.mark.parametrize("typed", ["extract --ou", "extract -oout", "extract --out=out", "extract -o=out"])
def test_an_option_that_is_known_is_not_told_as_unknown(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert "unrecognized" not in told(capsys, *typed.split())


@pytest.mark.parametrize("typed", ["help", "help extract", "help rates show"])
def test_help_is_a_word_too(capsys: pytest.CaptureFixture[str], typed: str) -> None:
    asked = told(capsys, *typed.split(), code=0)
    assert asked == told(capsys, *typed.split()[1:], "--help", code=0)


def test_a_currency_goes_by_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rates", "show", "euro", "2019-03-05"]) == 2
    assert "euro: no code of a currency; write it as EUR or MYR" in capsys.readouterr().err
    assert main(["rates", "show", "eur", "2019-03-05"]) == 0
