"""Check: tables against gold, rows worth a look, and to the tools of annotators and back."""

from factx.check.annotate import TOOLS, read_from, write_for
from factx.check.checked import CHECKED, Checked, precision, read_checked, write_checked, write_worth
from factx.check.error_page import error_page, lines_of
from factx.check.gold import GoldArticle, read_gold, write_gold
from factx.check.marks import MarkedArticle
from factx.check.predicted import read_predicted
from factx.check.review import Worth, read_facts, worth_checking
from factx.check.scores import Score, Scores, compared, scores

__all__ = [
    "CHECKED",
    "TOOLS",
    "Checked",
    "GoldArticle",
    "MarkedArticle",
    "Score",
    "Scores",
    "Worth",
    "compared",
    "error_page",
    "lines_of",
    "precision",
    "read_checked",
    "read_facts",
    "read_from",
    "read_gold",
    "read_predicted",
    "scores",
    "worth_checking",
    "write_checked",
    "write_for",
    "write_gold",
    "write_worth",
]
