"""Check: tables against gold, rows worth a look, and to the tools of annotators and back."""

from factx.check.checked import CHECKED, Checked, precision, read_checked, write_checked, write_worth
from factx.check.error_page import error_page, lines_of
from factx.check.gold import read_gold
from factx.check.predicted import read_predicted
from factx.check.review import Worth, read_facts, worth_checking
from factx.check.scores import Score, Scores, compared, scores

__all__ = [
    "CHECKED",
    "Checked",
    "Score",
    "Scores",
    "Worth",
    "compared",
    "error_page",
    "lines_of",
    "precision",
    "read_checked",
    "read_facts",
    "read_gold",
    "read_predicted",
    "scores",
    "worth_checking",
    "write_checked",
    "write_worth",
]
