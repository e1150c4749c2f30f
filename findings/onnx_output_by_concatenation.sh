#!/bin/sh
# onnxruntime 1.27.0, onnx 1.23.0: an inner value of a model becomes an output by bytes written behind the file.
#
# Guess: an output needs a type, so a graph with an output that has only a name is refused, as onnx.checker does;
# and bytes behind the end of a model file make it corrupt.
# Seen: protocol buffers merge messages that follow one another, so the appended graph adds its output to the first
# one; onnx.checker refuses the result for the missing type, onnxruntime loads it, infers type and shape and runs it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'onnx==1.23.0' 'onnxruntime==1.27.0' 'numpy>=1.26,<3' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper

x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["rows", 3])
y = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["rows", 1])
nodes = [
    helper.make_node("Relu", ["x"], ["inner"]),
    helper.make_node("ReduceSum", ["inner", "axes"], ["y"], keepdims=1),
]
axes = helper.make_tensor("axes", TensorProto.INT64, [1], [1])
graph = helper.make_graph(nodes, "g", [x], [y], [axes])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
onnx.checker.check_model(model)

# ModelProto.graph is field 7, GraphProto.output field 12, ValueInfoProto.name field 1
name = b"\x0a\x05inner"
output = b"\x62" + bytes([len(name)]) + name
longer = model.SerializeToString() + b"\x3a" + bytes([len(output)]) + output

try:
    onnx.checker.check_model(longer)
    checked = "accepted"
except onnx.checker.ValidationError as error:
    checked = "refused: " + str(error).splitlines()[0]
session = onnxruntime.InferenceSession(longer, providers=["CPUExecutionProvider"])
found = {item.name: (item.type, item.shape) for item in session.get_outputs()}
total, inner = session.run(None, {"x": np.array([[-1, 2, 3]], dtype=np.float32)})
print("onnx.checker", checked)
print("onnxruntime", found, total.tolist(), inner.tolist())
assert checked.startswith("refused"), checked
assert found == {"y": ("tensor(float)", ["rows", 1]), "inner": ("tensor(float)", ["rows", 3])}, found
assert total.tolist() == [[5.0]]
assert inner.tolist() == [[0.0, 2.0, 3.0]]
PYTHON
