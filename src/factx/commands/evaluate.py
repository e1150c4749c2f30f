"""``factx evaluate``: how right the tables are, by gold that people have made."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factx.base import OutputError, counted
from factx.commands._terminal import shown

if TYPE_CHECKING:
    from factx.check import Score, Scores

HELP = "tell how often tables are right, by facts that people have marked (gold)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.epilog = (
        "Precision is the share of found facts that are right, recall the share of all facts that were found, F1 their "
        "mean; a slot is a column such as agent or location. "
        "GOLD has articles/ID.json (id, title, date, text) and facts/ID.json, as factx annotate brings it back; TABLES "
        "is what factx extract GOLD/articles -o TABLES wrote, or the gold of a second annotator: the F1 is then their "
        "agreement. The range behind a figure holds 95 % of 1,000 samples of the articles. GOLD may also be the file "
        "checked.csv of factx review: then only the precision of the facts that were checked is told."
    )
    parser.add_argument("gold", metavar="GOLD", help="a folder of facts that people have marked, or a file checked.csv")
    parser.add_argument("tables", metavar="TABLES", help="a folder of tables, or of gold")
    parser.add_argument("--html", metavar="FILE", help="write the errors beside their sentences as a page")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Carry out the command; return 0."""
    from pathlib import Path

    from factx.check import compared, error_page, read_gold, read_predicted, scores

    if Path(options.gold).is_file():
        return _precision(options)
    gold, predicted = read_gold(options.gold), read_predicted(options.tables)
    items = compared(gold, predicted)
    found = scores(items)
    unread = [article.id for article in gold if article.id not in predicted]
    if unread:
        told = f"{len(unread)} of {len(gold)} articles of the gold are not in {options.tables}, all of them missed"
        print(shown(f"factx: {told}: {unread[0]} …"), file=sys.stderr)
    if options.html:
        _write(options.html, error_page(items, found))
    print(_as_json(found) if options.json else shown("\n".join(report(found)), keep="\n"))
    return 0


def _precision(options: argparse.Namespace) -> int:
    """Tell the precision of the facts that were checked."""
    import json

    from factx.check import precision, read_checked, read_facts

    checked, facts = read_checked(options.gold), read_facts(options.tables)[0]
    found = precision(checked, {str(fact["fact_id"]): fact for fact in facts})
    if options.json:
        told = {item.name.strip(): {**item._asdict(), "p": item.right / max(item.of, 1)} for item in found}
        print(json.dumps(told, indent=1))
        return 0
    print(f"{counted(len(checked), 'fact')} checked, {found[0].of} still as they were")
    for item in found:
        print(shown(f"{item.name:<20}{item.right / max(item.of, 1):.3f} ({item.low:.3f}-{item.high:.3f})   {item.of}"))
    return 0


def report(found: Scores) -> Iterator[str]:
    """Yield the lines for a reader."""
    from factx.check import lines_of

    yield f"{'':<20}{'precision':<22}{'recall':<22}{'F1':<22}in the gold"
    for depth, score in lines_of(found):
        name = "  " * depth + score.name
        cells = ((score.p, score.p_interval), (score.r, score.r_interval), (score.f1, score.f1_interval))
        told = "".join(f"{value:.3f} ({low:.3f}-{high:.3f})   " for value, (low, high) in cells)
        yield f"{name:<20}{told}{score.gold}"
    for told, share in (("facts of which all is right", found.row), ("officials with title and country", found.title)):
        if share is not None:
            low, high = share.r_interval if share is found.row else share.p_interval
            value = share.r if share is found.row else share.p
            yield f"{told}: {value:.3f} ({low:.3f}-{high:.3f})"


def _as_json(found: Scores) -> str:
    import json

    told: dict[str, Any] = {
        "facts": _line(found.facts),
        "row": _line(found.row),
        "kind": {score.name: _line(score) for score in found.kinds},
        "slots": {score.name: _line(score) for score in found.slots},
        "officials": found.officials and _line(found.officials),
        "title_and_country": found.title and _line(found.title),
        "nations": found.nations and _line(found.nations),
    }
    return json.dumps(told, indent=1, ensure_ascii=False)


def _line(score: Score) -> dict[str, Any]:
    return {
        **{"p": score.p, "r": score.r, "f1": score.f1, "gold": score.gold},
        **{"p_interval": score.p_interval, "r_interval": score.r_interval, "f1_interval": score.f1_interval},
        **score.count._asdict(),
    }


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error
