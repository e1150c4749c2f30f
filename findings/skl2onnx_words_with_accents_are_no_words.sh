#!/bin/sh
# skl2onnx 1.20.0: a converted text classifier sees no word with letters beyond a to z: every Ukrainian article has one score.
#
# Guess: to_onnx gives a model of the same scores, or refuses, as it does for strip_accents; a vectorizer left at
# scikit-learn's pattern of words, which takes words of all scripts, is the plainest case of all.
# Seen: that pattern is replaced by [a-zA-Z0-9_]+ without a warning. Cyrillic texts are empty ones, French words fall into
# pieces, and a festival passes for a killing (0.6 for 0.04). The new pattern also takes words of one letter, so "killed 5
# people" loses the pair "killed people". English texts without small numbers score the same, so a test on them passes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check \
    'skl2onnx==1.20.0' 'scikit-learn==1.9.1' 'onnxruntime==1.32.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import warnings

warnings.simplefilter("ignore")
import numpy as np
import onnxruntime
from skl2onnx import to_onnx
from skl2onnx.common.data_types import StringTensorType
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

texts = {
    "shells killed 5 people in the town": 1, "shells killed people near the river": 1,
    "a bus killed two people at the bridge": 1, "убиты двое у моста": 1, "погибли люди у реки": 1,
    "праздник у реки": 0, "festival opened at the river": 0, "festival opened near the bridge": 0,
    "музей открыт у моста": 0,
}
words = TfidfVectorizer(lowercase=False, ngram_range=(1, 2))
model = make_pipeline(words, LogisticRegression(C=100)).fit(list(texts), list(texts.values()))
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    converted = to_onnx(model, initial_types=[("x", StringTensorType([None, 1]))], options={"zipmap": False})
assert not [warning for warning in told if "token" in str(warning.message) or "pattern" in str(warning.message)]
session = onnxruntime.InferenceSession(converted.SerializeToString(), providers=["CPUExecutionProvider"])
scores = session.run(None, {"x": np.array(list(texts), dtype=object).reshape(-1, 1)})[1][:, 1]
pairs = dict(zip(texts, zip(model.predict_proba(list(texts))[:, 1].round(3), scores.round(3), strict=True), strict=True))
for text, (before, after) in pairs.items():
    print(f"{text}: {before:.3f}, converted {after:.3f}")
assert pairs["музей открыт у моста"][0] < 0.1 and pairs["музей открыт у моста"][1] > 0.5
assert len({after for text, (_, after) in pairs.items() if text[0] > "z"}) == 1
assert pairs["shells killed 5 people in the town"][0] != pairs["shells killed 5 people in the town"][1]
assert abs(pairs["festival opened at the river"][0] - pairs["festival opened at the river"][1]) < 0.002
PYTHON
