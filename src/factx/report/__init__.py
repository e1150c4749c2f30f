"""Report: tables to a page that opens from the disk, with charts, a map and the articles."""

from factx.report.write import write_report

__all__ = ["write_report"]
