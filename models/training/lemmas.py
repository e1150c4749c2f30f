"""Learns the table of ``factx.model.encoder.lemmas`` from a treebank: which ending of which tag takes which script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from factx.model.encoder.lemmas import LONGEST_ENDING, WHOLE, script_for, script_of

Entry = tuple[str, str, str]
MIN_COUNT = 2


PAST = {"VBD": "VBN", "VBN": "VBD"}


def learn(
    words: Iterable[tuple[str, str, str]], extra: Iterable[tuple[str, str, str]] = ()
) -> dict[str, dict[str, str]]:
    """For each tag, the endings whose majority script differs from what a shorter ending gives, then whole words.

    ``words`` are (form, tag, lemma); ``extra`` words decide alone about themselves. Different words count once for
    endings, as frequent irregulars say nothing of others. A past tense teaches its participle, and the reverse.
    """
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for form, tag, lemma in words:
        counts[tag][form.lower()][script_of(form, lemma)] += 1
    for form, tag, lemma in extra:
        counts[tag][form] = Counter({script_of(form, lemma): 1})
    for tag, other in PAST.items():
        for form in [form for form in counts[tag] if form not in counts[other]]:
            counts[other][form] = counts[tag][form]
    return {tag: _endings_of(scripts) for tag, scripts in sorted(counts.items())}


def _endings_of(scripts: dict[str, Counter[str]]) -> dict[str, str]:
    majority = {word: _first(counter) for word, counter in scripts.items()}
    by_ending: dict[str, Counter[str]] = defaultdict(Counter)
    for word, script in majority.items():
        for size in range(min(LONGEST_ENDING, len(word)) + 1):
            by_ending[word[len(word) - size :]][script] += 1
    found: dict[str, str] = {}
    for ending in sorted(by_ending, key=lambda item: (len(item), item)):
        counter = by_ending[ending]
        script = _first(counter)
        if not ending or (counter[script] >= MIN_COUNT and script_for(found, ending) != script):
            found[ending] = script
    for word, script in sorted(majority.items()):
        if script_for(found, word) != script:
            found[WHOLE + word] = script
    return found


def _first(counter: Counter[str]) -> str:
    return min(counter, key=lambda script: (-counter[script], script))
