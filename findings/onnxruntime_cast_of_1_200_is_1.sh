#!/bin/sh
# onnxruntime 1.32.0: Cast of the text "1,200" to a number is 1, of "3-5" is 3; of the double 123456789 to text is "1.2345679e+08".
#
# Guess: what is no whole number is an error, as "none" is, and as the operator is in ONNX's own evaluator; a double keeps
# its digits.
# Seen: it takes the number that the text begins with. Amounts with a mark are cut at it, "12 000" is 12, a range is its
# lower bound, and "1e3" is 1 as an integer but 1000 as a float. To text, doubles too have eight digits: 123,456,789 comes
# back as 123456790. So preparing columns within the model gives small numbers where preparing them before it gave an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'onnxruntime==1.32.0' 'onnx==1.23.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import numpy as np
import onnxruntime
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator


def cast(source, target):
    value = helper.make_tensor_value_info
    node = helper.make_node("Cast", ["x"], ["y"], to=target)
    graph = helper.make_graph([node], "cast", [value("x", source, [1])], [value("y", target, [1])])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def run(model, x):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(model.SerializeToString(), options).run(None, {"x": x})[0][0]


to_integer, to_float = cast(TensorProto.STRING, TensorProto.INT64), cast(TensorProto.STRING, TensorProto.DOUBLE)
for text, integer, real in (("1200", 1200, 1200), ("1,200", 1, 1), ("12 000", 12, 12), ("3-5", 3, 3), ("1e3", 1, 1000)):
    x = np.array([text], dtype=object)
    found = (int(run(to_integer, x)), float(run(to_float, x)))
    print(repr(text), "->", found)
    assert found == (integer, real), (text, found)
for evaluate in (run, lambda model, x: ReferenceEvaluator(model).run(None, {"x": x})):
    try:
        evaluate(to_integer, np.array(["none" if evaluate is run else "1,200"], dtype=object))
        raise SystemExit("cast")
    except (ValueError, onnxruntime.capi.onnxruntime_pybind11_state.RuntimeException) as error:
        print(type(error).__name__)
text = run(cast(TensorProto.DOUBLE, TensorProto.STRING), np.array([123456789.0]))
print("123456789.0 ->", text, "->", int(float(text)))
assert text == "1.2345679e+08" and int(float(text)) == 123456790
PYTHON
