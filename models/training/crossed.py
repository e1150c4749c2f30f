"""Evidence of facts in news of our own that a reader did not learn from, for ``benchmarks/confidence.py``.

    python crossed.py --model ../accurate --begin OLDER --gold READ --known DEV --cases … --out FILE

Half of the files of ``own`` is learned beside the annotated articles, and facts are sought in the other half; then the
other way round. ``OLDER`` is a model whose reader has seen none of them (the one released before they were written).
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from own_news import pieces
from reader import INPUTS, begun, exported, fit, without_rules
from reader_classes import SLOTS
from reader_data import Example, Sentences
from reader_network import Reader

from factx.facts import FactFinder
from factx.model import reader_of
from factx.reading.article import article
from factx.run.extractor import Extractor

OWN = Path(__file__).parent / "own"
DIGITS = 3


def main() -> None:
    args = arguments()
    torch.set_num_threads(1)
    made = Sentences(args.model.name, INPUTS[args.model.name])
    known = [one for folder in args.gold for one in made.of_gold(folder)]
    known += without_rules(one for folder in args.known for one in made.of_gold(folder))
    known += without_rules(made.of_cases(args.cases))
    files = sorted(OWN.glob("*.txt"))
    halves = files[::2], files[1::2]
    rows: list[dict[str, Any]] = []
    for learned, unseen in (halves, halves[::-1]):
        reader = begun(args.begin, args.model)
        rows += found_by(
            fit(reader, known + kinds_alone(made.of_own(learned)), args.epochs, args, 0), args.model, unseen
        )
    text = "".join(
        json.dumps(row, separators=(",", ":")) + "\n" for row in sorted(rows, key=lambda row: row["article"])
    )
    with gzip.GzipFile(args.out, "wb", mtime=0) as file:
        file.write(text.encode())


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="folder of the model: ../accurate or ../fast")
    parser.add_argument("--begin", type=Path, required=True, help="a reader that has not seen our own news")
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="folders with articles/ and facts/")
    parser.add_argument("--known", type=Path, nargs="*", default=[], help="the same, of articles that the rules know")
    parser.add_argument("--cases", type=Path, nargs="*", default=[], help="case tables and rule files, right by rule")
    parser.add_argument("--out", type=Path, required=True, help="file for the evidence")
    parser.set_defaults(epochs=2, batch=32, rate=1e-4, head_rate=2.5e-4, seed=0)
    return parser.parse_args()


def kinds_alone(examples: Iterable[Example]) -> list[Example]:
    """Examples that teach kinds and modalities only."""
    told = list(examples)
    for label in (label for one in told for label in one.labels if label.kind):
        label.slots, label.status = dict.fromkeys(SLOTS), -1
    return told


def found_by(reader: Reader, model: Path, files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The evidence of each fact that the model finds with a reader in some files, and whether it is right."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / model.name
        shutil.copytree(model, copy)
        (copy / "factx_encoder" / "reader.onnx").write_bytes(exported(reader))
        extractor = Extractor(str(copy))
        finder = FactFinder.load(network=reader_of(extractor.nlp))
        for piece in (piece for path in files for piece in pieces(path)):
            wanted = list(piece.facts)
            doc = extractor.doc(article(piece.text, published=piece.published))
            for fact, evidence in finder.find_with_evidence(doc):
                span = range(fact.start_char, fact.end_char)
                hit = next((one for one in wanted if one["kind"] == fact.kind and _overlaps(one, span)), None)
                if hit is not None:
                    wanted.remove(hit)
                found = {name: round(value, DIGITS) for name, value in evidence.items()}
                yield {"article": piece.name, "right": hit is not None, "found": found}


def _overlaps(fact: dict[str, Any], span: range) -> bool:
    start = fact["char_start"]
    return bool(start < span.stop and span.start < start + len(fact["value_text"]))


if __name__ == "__main__":
    main()
