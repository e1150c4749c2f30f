"""Weights of an exported model from eight bits to seven, in place; see ``export.quantised`` for why.

Models that are exported today have seven bits. This is for one whose trained weights are not kept:
each weight is halved and its scale doubled, so the error is half a step of the coarser scale.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

QUANTISED, SCALE, ZERO = "_quantized", "_scale", "_zero_point"


def main() -> None:
    """``python requantise.py MODEL``: the folder of a model, ../fast."""
    folder = Path(sys.argv[1]) / "factx_encoder"
    for name in ("encoder.onnx", "reader.onnx"):
        model = onnx.load(folder / name)
        halve(model)
        (folder / name).write_bytes(model.SerializeToString())


def halve(model: onnx.ModelProto) -> None:
    """Halve the signed weights of a model and double their scales."""
    stored = {item.name: item for item in model.graph.initializer}
    for name, item in stored.items():
        whole = numpy_helper.to_array(item)
        if not name.endswith(QUANTISED) or whole.dtype != np.int8:
            continue
        of = name.removesuffix(QUANTISED)
        assert not numpy_helper.to_array(stored[of + ZERO]).any()
        item.CopyFrom(numpy_helper.from_array(np.rint(whole / 2).astype(np.int8), name))
        scale = stored[of + SCALE]
        doubled = numpy_helper.to_array(scale) * np.float32(2)
        scale.CopyFrom(numpy_helper.from_array(doubled.astype(np.float32), scale.name))


if __name__ == "__main__":
    main()
