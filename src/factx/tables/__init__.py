"""7 tables and writing: mentions of an article to the records of its tables, and those to files."""

from factx.tables.assemble import failed, make_result, skipped, whole_of
from factx.tables.csv_format import cell, original, quoted
from factx.tables.dataframes import cells_of, to_frames
from factx.tables.dataframes import frame as frame_of
from factx.tables.diff import Difference, Row, compare, natural_key, read_cells
from factx.tables.locate import ArticleMentions
from factx.tables.partition import PARTITION_TABLES, Kept, PartitionWriter, in_place, read_partition
from factx.tables.result import Result
from factx.tables.stored import read_tables, stored_tables
from factx.tables.work_folder import PARTITIONS, WORK_FOLDER, alone_in
from factx.tables.write import writing_to

__all__ = [
    "PARTITIONS",
    "PARTITION_TABLES",
    "WORK_FOLDER",
    "ArticleMentions",
    "Difference",
    "Kept",
    "PartitionWriter",
    "Result",
    "Row",
    "alone_in",
    "cell",
    "cells_of",
    "compare",
    "failed",
    "frame_of",
    "in_place",
    "make_result",
    "natural_key",
    "original",
    "quoted",
    "read_cells",
    "read_partition",
    "read_tables",
    "skipped",
    "stored_tables",
    "to_frames",
    "whole_of",
    "writing_to",
]
