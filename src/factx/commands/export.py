"""``factx export``: tables to the formats that other fields share."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from factx.base import TABLES, OutputError, counted
from factx.commands._terminal import shown

HELP = "write claims or events for others: HXL, IATI, ACLED, UCDP GED, GeoJSON, iCalendar"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.epilog = "What each standard asks for, and what stays empty, is told in docs/handing-on.md."
    parser.add_argument("tables", metavar="TABLES", help="a folder that factx extract wrote, in any format but xlsx")
    parser.add_argument("--to", metavar="NAME", required=True, help="acled, geojson, hxl, iati, ics or ucdp")
    parser.add_argument("-o", "--out", metavar="FILE", required=True, help="the file to write")
    parser.add_argument(
        "--table", metavar="NAME", help="for hxl: events, claims, facts, pledges; for geojson: events, facts"
    )
    parser.add_argument("--publisher", metavar="NAME", default="factx", help="for iati: who publishes (default: factx)")
    parser.add_argument("--publisher-ref", metavar="ID", default="factx", help="for iati: its identifier (XM-DAC-7)")


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 0."""
    from factx.exports import Publisher, exported

    publisher = Publisher(options.publisher, options.publisher_ref)
    done = exported(options.tables, options.to, options.table, publisher)
    out = Path(options.out)
    if out.stem in TABLES and out.resolve().parent == Path(options.tables).resolve():
        raise OutputError(f"{out}: a table of factx's own is called so; give another name or folder")
    partial = out.with_name(f".{out.name}.part")
    try:
        partial.write_bytes(done.content)
        partial.replace(out)
    except OSError as error:
        raise OutputError(f"{out}: {error.strerror or error}") from error
    finally:
        partial.unlink(missing_ok=True)
    left_out = ", ".join(f"{count} {why}" for why, count in sorted(done.left_out.items()))
    print(shown(f"{out}: {counted(done.rows, 'row')}{f'; left out: {left_out}' if left_out else ''}"), file=sys.stderr)
    return 0
