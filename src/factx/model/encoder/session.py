"""ONNX models as sessions: one thread each, and inner values as further outputs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from factx.base import ModelError

# The numbers of the fields in onnx.proto: ModelProto.graph, GraphProto.output, ValueInfoProto.name.
_GRAPH, _OUTPUT, _NAME = 7, 12, 1
_LENGTH_DELIMITED = 2  # the type of a field that says how long it is
_SEVEN_BITS = 0x7F  # what a byte of a number holds; its eighth bit says that more follow


def session(model: bytes) -> Any:
    """The model, ready to run in one thread; raises ``ModelError`` if onnxruntime is not installed."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # newer versions would report each use to their makers
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelError("the accurate model needs onnxruntime; type: pip install onnxruntime tokenizers") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    # onnxruntime's kernel for addition and normalisation in one is slow: without it a window takes a fifth less time
    return onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def with_outputs(model: bytes, names: Iterable[str]) -> bytes:
    """The model with some of its inner values as outputs, after its own.

    Protocol buffers merge messages that stand one after the other: what follows adds to the graph.

    >>> with_outputs(b"", ["x"]).hex()
    '3a0562030a0178'
    """
    outputs = b"".join(_field(_OUTPUT, _field(_NAME, name.encode())) for name in names)
    return model + _field(_GRAPH, outputs) if outputs else model


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | _LENGTH_DELIMITED) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    if number <= _SEVEN_BITS:
        return bytes([number])
    return bytes([number & _SEVEN_BITS | _SEVEN_BITS + 1]) + _varint(number >> 7)
