"""``factx report``: tables as a page to look at."""

from __future__ import annotations

import argparse

from factx.commands._terminal import shown

HELP = "make one page for a browser: charts, a map, facts to search, articles to read"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.epilog = (
        "The page has everything in it, and loads nothing. More than 1,000 articles are spread over several files "
        "beside it. Needs the extra: pip install '.[report]'."
    )
    parser.add_argument("tables", metavar="TABLES", help="a folder of tables that factx extract wrote")
    parser.add_argument("-o", "--out", metavar="FILE", required=True, help="the page to write, such as report.html")
    parser.add_argument(
        "--articles",
        metavar="DIR",
        action="append",
        default=[],
        help="where the articles lie, to show their texts; those in texts.csv are shown without it",
    )


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 0."""
    from factx.report import write_report

    for path in write_report(options.tables, options.out, options.articles):
        print(shown(f"{path}  {path.stat().st_size / 1e6:.1f} MB"))
    return 0
