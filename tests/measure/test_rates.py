"""Exchange rates: the ECB's, pegs, the user's own, and when there is none."""

from __future__ import annotations

import io
import pickle
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from factx.base.errors import RateError
from factx.base.mentions import QuantityMention
from factx.base.records import Bound
from factx.cli import main
from factx.exchange.dollars import in_dollars
from factx.exchange.ecb import store
from factx.exchange.pegs import pegs
from factx.exchange.rates import NO_RATE, Rates
from factx.exchange.yearly import yearly_rate

TABLE = "Date,USD,MYR,\n2017-03-22,1.0800,4.7863,\n2017-03-21,1.0790,N/A,\n2017-03-10,1.0606,4.7200,\n"


def zipped(text: str) -> bytes:
    """A zip file as the ECB serves it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("eurofxref-hist.csv", text)
    return packed.getvalue()


@pytest.fixture
def rates(tmp_path: Path) -> Rates:
    """Rates of a small table."""
    path = tmp_path / "hist.zip"
    path.write_bytes(zipped(TABLE))
    return Rates(path, yearly=False)


def test_the_rate_of_the_day_is_crossed_over_the_euro(rates: Rates) -> None:
    found = rates.convert(4_431_800, "MYR", "2017-03-22")
    assert (found.rate, found.date, found.source) == (4.4318, "2017-03-22", "ECB")
    assert found.usd == pytest.approx(1_000_000)


@pytest.mark.parametrize(
    ("currency", "day", "used"),
    [
        ("MYR", "2017-03-25", "2017-03-22"),
        ("MYR", "2017-03-29", "2017-03-22"),
        ("MYR", "2017-03-30", None),
        ("MYR", "2017-03-21", None),
        ("MYR", "2017-03-17", "2017-03-10"),
        ("MYR", "2017-03-09", None),
        ("MYR", None, None),
        ("MYR", "2017-03", None),
        ("MYR", "soon", None),
        ("EUR", "2017-03-23", "2017-03-22"),
        ("SOS", "2017-03-22", None),
        ("XYZ", "2017-03-22", None),
    ],
)
def test_a_rate_at_most_seven_days_old_counts(rates: Rates, currency: str, day: str | None, used: str | None) -> None:
    found = rates.convert(100, currency, day)
    assert found.date == used
    assert (found.usd is None) == (used is None)
    assert (found.source == NO_RATE) == (used is None)


@pytest.mark.parametrize(
    ("currency", "day", "rate"),
    [
        ("SAR", "2017-03-22", 3.75),
        ("AED", "2017-03-22", 3.6725),
        ("QAR", "2017-03-22", 3.64),
        ("OMR", "2017-03-22", 0.3845),
        ("BHD", "2017-03-22", 0.376),
        ("JOD", "2017-03-22", 0.709),
        ("LBP", "2017-03-22", 1507.5),
        ("LBP", "2021-03-22", None),
        ("XOF", "2017-03-22", 607.37),
        ("XOF", "2018-03-22", None),
    ],
)
def test_pegs_hold_while_they_are_valid(rates: Rates, currency: str, day: str, rate: float | None) -> None:
    found = rates.convert(1, currency, day)
    assert found.rate == rate
    assert rate is None or "peg" in found.source


FIXED_FOR_GOOD = {
    "1999-01-01": "ATS BEF DEM ESP FIM FRF IEP ITL LUF NLG PTE",
    "2001-01-01": "GRD",
    "2007-01-01": "SIT",
    "2008-01-01": "CYP MTL",
    "2009-01-01": "SKK",
    "2011-01-01": "EEK",
    "2014-01-01": "LVL",
    "2015-01-01": "LTL",
    "2023-01-01": "HRK",
    "2026-01-01": "BGN",
}
"""What became the euro, and when."""


@pytest.mark.parametrize(
    ("since", "currency"), [(day, one) for day, all in FIXED_FOR_GOOD.items() for one in all.split()]
)
def test_what_became_the_euro_has_a_rate_on_every_day_since(since: str, currency: str) -> None:
    bundled = Rates(yearly=False)
    first = int(since[:4])
    days = [f"{year}-{day}" for year in range(first, 2027) for day in ("01-12", "06-02")]
    found = {day: bundled.rate(currency, day) for day in days if day <= (bundled.newest() or "")}
    assert found
    for day, conversion in found.items():
        euro = bundled.rate("EUR", day)
        (fixed,) = (peg.per_anchor for peg in pegs()[currency] if peg.first_day == since)
        assert (conversion.rate or 0) / (euro.rate or 1) == pytest.approx(fixed, rel=1e-4), day


@pytest.mark.parametrize("currency", sorted(pegs()))
def test_days_of_pegs_follow_each_other_and_no_peg_leads_back_to_itself(currency: str) -> None:
    found = pegs()[currency]
    for earlier, later in pairwise(found):
        assert earlier.last_day < later.first_day, currency
        assert earlier.last_day, currency
    anchors = {peg.anchor for peg in found}
    beyond = {peg.anchor for anchor in anchors for peg in pegs().get(anchor, ())}
    assert currency not in anchors | beyond
    assert all(peg.source and peg.per_anchor > 0 for peg in found)


@pytest.mark.parametrize(
    ("currency", "day", "rate"),
    [
        ("ARS", "1991-12-31", None),
        ("ARS", "1999-10-05", 1),
        ("ARS", "2002-01-06", 1),
        ("ARS", "2002-01-07", None),
        ("XCG", "2025-03-30", None),
        ("XCG", "2025-10-06", 1.79),
        ("ANG", "2011-10-06", 1.79),
        ("TMT", "2013-05-07", 2.85),
        ("TMT", "2019-05-07", 3.5),
        ("CUC", "2014-05-07", 1),
    ],
)
def test_pegs_have_days(currency: str, day: str, rate: float | None) -> None:
    assert Rates(yearly=False).rate(currency, day).rate == rate


def test_a_peg_to_pegged_money_is_followed() -> None:
    bundled = Rates()
    franc, mark = bundled.rate("XAF", "1996-03-05"), bundled.rate("FRF", "1996-03-05")
    assert franc.rate == pytest.approx((mark.rate or 0) * 100, rel=1e-4)
    assert franc.source.startswith("yearly average (World Bank), peg (")


@pytest.mark.parametrize(
    ("currency", "day", "rate"),
    [
        ("KES", "2012-08-14", 84.53),
        ("PKR", "2005-11-02", 59.514),
        ("GHC", "2003-04-09", 8667.6),
        ("ZMK", "2000-04-09", 3110.8),
        ("DEM", "1997-04-09", 1.7341),
        ("NGN", "1999-04-09", None),
        ("EGP", "2017-04-09", None),
        ("IRR", "2012-04-09", None),
        ("VES", "2020-04-09", None),
    ],
)
def test_the_average_of_the_year_is_the_last_resort(currency: str, day: str, rate: float | None) -> None:
    found = Rates().rate(currency, day)
    assert found.rate == rate
    assert Rates(yearly=False).rate(currency, day).rate is None
    if rate is not None:
        assert found.date == day[:4]
        assert found.source.startswith("yearly average")


@pytest.mark.parametrize("currency", ["CHF", "CZK", "GBP", "HRK", "HUF", "JPY", "KRW", "PLN", "RON", "TRL", "ZAR"])
def test_yearly_averages_agree_with_the_ecbs_rates_of_that_year(currency: str) -> None:
    """A wrong unit or year would show."""
    bundled = Rates(yearly=False)
    for year in range(1999, 2022):
        days = [bundled.rate(currency, f"{year}-{month}-15").rate or 0 for month in ("02", "05", "08", "11")]
        average = yearly_rate(currency, year)
        if average and all(days):
            assert average[0] == pytest.approx(sum(days) / len(days), rel=0.1), year


def test_dollars_need_no_rate(rates: Rates) -> None:
    assert rates.convert(12.5, "USD", None).usd == 12.5


def test_the_users_rates_win(tmp_path: Path, rates: Rates) -> None:
    own = tmp_path / "own.csv"
    own.write_text("currency,date,per_usd\nNGN,2017-03-20,315.2\nMYR,2017-03-22,5\n", encoding="utf-8")
    mine = Rates(rates.ecb, own, yearly=False)
    assert mine.convert(3152, "NGN", "2017-03-22").usd == pytest.approx(10)
    assert mine.convert(10, "MYR", "2017-03-22").usd == 2
    assert mine.convert(10, "MYR", "2017-03-22").source == "own.csv"
    assert mine.convert(10, "NGN", "2017-04-22").source == NO_RATE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("currency,day,per_usd\n", "line 1"),
        ("", "line 1"),
        ("currency,date,per_usd\nNGN,2017-03-20\n", "line 2: 2 cells"),
        ("currency,date,per_usd\nnaira,2017-03-20,3\n", "currency 'naira'"),
        ("currency,date,per_usd\nNGN,20.3.2017,3\n", "date '20.3.2017'"),
        ("currency,date,per_usd\nNGN,2017-03-20,three\n", "per_usd 'three'"),
        ("currency,date,per_usd\nNGN,2017-03-20,0\n", "per_usd '0'"),
        ("currency,date,per_usd\nNGN,2017-03-20,nan\n", "per_usd 'nan'"),
    ],
)
def test_a_wrong_file_of_rates_is_named_with_line_and_fault(tmp_path: Path, text: str, told: str) -> None:
    own = tmp_path / "own.csv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(RateError, match=told):
        Rates.default(own)


def pledged(currency: str, equivalent: float | None, bound: Bound = "exact") -> QuantityMention:
    """200 million of a currency, with an equivalent in dollars."""
    high = None if bound == "more_than" else 2e8
    named = None if equivalent is None else "USD"
    plain = QuantityMention(0, 1, "2", "money", 2e8, 2e8, high, bound, currency=currency)
    return replace(plain, equivalent_value=equivalent, equivalent_currency=named)


def test_the_texts_own_conversion_counts_where_no_rate_is_known(rates: Rates) -> None:
    found = in_dollars(pledged("NGN", 1.25e6, "more_than"), "2017-03-22", rates)
    assert (found.value, found.low, found.high) == (1_250_000, 1_250_000, None)
    assert (found.rate, found.date, found.source) == (160, "2017-03-22", "stated")


def test_a_known_rate_goes_before_the_texts_own_conversion(rates: Rates) -> None:
    assert in_dollars(pledged("MYR", 1.25e6), "2017-03-22", rates).source == "ECB"


def test_the_texts_own_conversion_goes_before_the_average_of_a_year() -> None:
    assert in_dollars(pledged("NGN", 1.25e6), "2017-03-22", Rates()).source == "stated"
    alone = in_dollars(pledged("NGN", None), "2017-03-22", Rates())
    assert (alone.date, alone.source) == ("2017", "yearly average (World Bank)")


def test_without_rate_and_conversion_there_are_no_dollars(rates: Rates) -> None:
    found = in_dollars(pledged("NGN", None), "2017-03-22", rates)
    assert (found.value, found.rate, found.source) == (None, None, NO_RATE)


def test_rates_travel_to_worker_processes(rates: Rates) -> None:
    copy = pickle.loads(pickle.dumps(rates))
    assert copy.convert(1, "MYR", "2017-03-22") == rates.convert(1, "MYR", "2017-03-22")


def test_the_bundled_rates_are_known() -> None:
    assert Rates().convert(1, "MYR", "2017-03-22").rate == 4.4275


def test_a_fetched_file_is_used_and_a_wrong_one_is_not_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTX_DATA", str(tmp_path / "data"))
    for wrong in (b"<html>", zipped("nothing"), zipped("")):
        with pytest.raises(RateError, match="nothing was changed"):
            store(wrong)
    assert Rates.default().ecb is None
    path = store(zipped(TABLE))
    assert Rates.default().ecb == path
    assert Rates.default().newest() == "2017-03-22"


def test_a_fetched_file_that_is_damaged_is_an_error_before_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would cost every article with money, and the tables of the few others would replace the older ones."""
    monkeypatch.setenv("FACTX_DATA", str(tmp_path))
    (tmp_path / "eurofxref-hist.zip").write_bytes(b"PK")
    (tmp_path / "a.txt").write_text("Norway pledged 5 million kroner to Kenya.")
    given = ["extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--published", "2019-03-04"]
    assert main(given) == 2
    assert "eurofxref-hist.zip: not the ECB's file of rates" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "broken.zip"
    path.write_bytes(b"no zip")
    with pytest.raises(RateError, match="factx rates update"):
        Rates(path).convert(1, "MYR", "2017-03-22")


def test_show_prints_a_rate(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTX_DATA", str(tmp_path))
    assert main(["rates", "show", "myr", "2017-03-22"]) == 0
    assert capsys.readouterr().out == "4.4275 MYR per USD on 2017-03-22 (ECB)\n"
    assert main(["rates", "show", "NGN", "2017-03-22"]) == 0
    assert capsys.readouterr().out == "305.79 NGN per USD in 2017 (yearly average (World Bank))\n"
    assert main(["rates", "show", "NGN", "2017-03-22", "--no-yearly-rates"]) == 1
    assert (
        capsys.readouterr().out == "NGN 2017-03-22: no rate (to give your own: --rates FILE, see docs/own-rates.md)\n"
    )
    assert main(["rates", "show", "NGN", "yesterday"]) == 2
    assert "2017-03-22" in capsys.readouterr().err


def test_update_without_network_changes_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError("no network")

    monkeypatch.setenv("FACTX_DATA", str(tmp_path))
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    assert main(["rates", "update"]) == 2
    assert "the rates stay as they were" in capsys.readouterr().err


def test_update_stores_what_it_fetches(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FACTX_DATA", str(tmp_path))
    monkeypatch.setattr("urllib.request.urlopen", lambda *args, **kwargs: io.BytesIO(zipped(TABLE)))
    assert main(["rates", "update"]) == 0
    assert "rates until 2017-03-22" in capsys.readouterr().out
