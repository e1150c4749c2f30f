"""Load a spaCy pipeline as the parser: text to a ``Doc`` in factx's label scheme."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from factx.base import DEFAULT_MODEL, OWN_MODELS, ModelError, nearest

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.model.encoder.reader import ReaderNetwork

_NEEDED = {
    "TAG": "a tagger",
    "POS": "a morphologizer or attribute ruler",
    "DEP": "a parser",
    "LEMMA": "a lemmatizer",
    "ENT_IOB": "an entity recognizer",
}
_PROBE = "Japan sent 12 officers to Manila on Tuesday."


def load_parser(model: str | Path = DEFAULT_MODEL) -> Language:
    """Load the pipeline up to factx's label scheme: layout, the model's own pipes, scheme.

    Raises ``ModelError`` saying what is missing and what to type.

    >>> [token.dep_ for token in load_parser("fast")("Police arrested nine men.")]
    ['nsubj', 'ROOT', 'nummod', 'obj', 'punct']
    """
    nlp = _read(model)
    _use_numpy_matrices(nlp)
    nlp.add_pipe("factx_layout", first=True)
    nlp.add_pipe("factx_scheme")
    _check(nlp, str(model))
    return nlp


def check_model(model: str | Path) -> None:
    """Raise ``ModelError`` if there is no such model, without loading it.

    >>> check_model("fast")
    """
    name = str(model)
    if _own(name) is None and not Path(name).exists() and find_spec(name.partition(".")[0] or " ") is None:
        raise ModelError(_not_found(name, OSError(f"no folder or package {name!r}")))


def reader_of(nlp: Language) -> ReaderNetwork | None:
    """The network of a pipeline that reads facts; None if its model has none."""
    from factx.model.encoder.component import Encoder

    encoders = (pipe for _, pipe in nlp.pipeline if isinstance(pipe, Encoder))
    return next((encoder.network.reader for encoder in encoders), None)


def _read(model: str | Path) -> Language:
    import spacy

    source = _own(str(model)) or model
    try:
        return spacy.load(source)
    except OSError as error:
        raise ModelError(_not_found(str(model), error)) from error
    except ImportError as error:
        raise ModelError(f"model {str(model)!r} needs a package that is not installed: {error}") from error
    except ValueError as error:
        raise ModelError(f"model {str(model)!r} cannot be loaded: {str(error).splitlines()[0]}") from error


def _own(name: str) -> Path | None:
    """The folder of one of factx's own models, in the package or beside ``src`` in a checkout, or None."""
    if name not in OWN_MODELS:
        return None
    package = Path(str(files("factx")))
    homes = (package / "models" / name, package.parents[1] / "models" / name)
    return next((home for home in homes if (home / "meta.json").is_file()), None)


def _not_found(name: str, error: OSError) -> str:
    if name in OWN_MODELS:
        return f"factx's model {name!r} is not installed: reinstall factx, or name another with --model"
    if Path(name).is_dir():
        return f"model {name!r} is no spaCy pipeline: {str(error).splitlines()[0]}"
    if near := nearest(name, OWN_MODELS):
        return f"no model {name!r}; did you mean '{near}'?"
    return (
        f"no model {name!r}: it is neither one of factx's own ({', '.join(OWN_MODELS)}) nor a folder nor an installed "
        f"spaCy pipeline; to install it, type: python -m spacy download {name}"
    )


def _use_numpy_matrices(nlp: Language) -> None:
    """Let the model multiply with numpy's OpenBLAS: the same output as thinc's blis in half the time.

    Only this pipeline's layers are changed, and only those that run on the CPU.
    """
    from thinc.backends.numpy_ops import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk() if hasattr(pipe, "model") and hasattr(pipe.model, "walk") else ():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = ops


def _check(nlp: Language, name: str) -> None:
    """Raise ``ModelError`` if the pipeline is not English or does not set all that the rules read."""
    if nlp.lang != "en":
        raise ModelError(f"model {name!r} is for language {nlp.lang!r}: factx reads English")
    doc = nlp(_PROBE)
    missing = [pipe for annotation, pipe in _NEEDED.items() if not doc.has_annotation(annotation)]
    if missing:
        raise ModelError(
            f"model {name!r} lacks {' and '.join(missing)}: factx needs tags, parts of speech, a parse, lemmas and "
            f"entities; use --model {DEFAULT_MODEL}, or a full pipeline such as en_core_web_sm"
        )
