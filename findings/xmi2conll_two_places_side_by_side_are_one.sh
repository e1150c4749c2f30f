#!/bin/sh
# xmi2conll 0.1.6: two entities side by side are one, "5 000" with a hard space has no label, and a quotation mark is four.
#
# Guess: IOB with B- where an entity begins, as the annotations of the XMI do, so "from Lima Cali and Quito reports came" has three places; a token keeps
# its characters and its label, since the columns are parted by a space or, when asked, a tab.
# Seen: each token is given the label of the entity it lies in and B- is set where the label changes, so a second entity of the same label goes on the
# first. The table is written as CSV, which doubles and frames quotation marks, and is read again by splitting lines at any white space, hard
# spaces too: of each line the first two pieces stay. The thousands stand where the label should, in both kinds of columns.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check --no-compile 'xmi2conll==0.1.6' 2>/dev/null # pins the others itself
cd "$folder"
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import contextlib
import io
import pathlib

from cassis import Cas, TypeSystem
from src.x2c_converters import Xmi2Conll

TYPE = "de.tudarmstadt.ukp.dkpro.core.api."
types = TypeSystem()
for name in ("Sentence", "Token"):
    types.create_type(f"{TYPE}segmentation.type.{name}", "uima.tcas.Annotation")
types.create_feature(types.create_type(f"{TYPE}ner.type.NamedEntity", "uima.tcas.Annotation"), "value", "uima.cas.String")
types.to_xml("types.xml")


def convert(words, labels, separator):
    cas = Cas(types)
    cas.sofa_string = " ".join(words)
    cas.add(types.get_type(f"{TYPE}segmentation.type.Sentence")(begin=0, end=len(cas.sofa_string)))
    begin = 0
    for word in words:
        span = {"begin": begin, "end": begin + len(word)}
        begin = span["end"] + 1
        cas.add(types.get_type(f"{TYPE}segmentation.type.Token")(**span))
        if word in labels:
            cas.add(types.get_type(f"{TYPE}ner.type.NamedEntity")(value=labels[word], **span))
    cas.to_xmi("text.xmi")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        Xmi2Conll("text.xmi", "types.xml", f"{TYPE}ner.type.NamedEntity", "out/", separator)
    lines = pathlib.Path("out/text.conll").read_text().splitlines()
    print(lines)
    return lines


places = {"Lima": "LOC", "Cali": "LOC", "Ramos": "PER"}
assert convert(["Lima", "Cali", "Ramos", "."], places, "space")[:4] == ["Lima B-LOC", "Cali I-LOC", "Ramos B-PER", ". O"]
assert convert(["5\u00a0000", "died"], {"5\u00a0000": "TOLL"}, "space")[:2] == ["5 000", "died O"]
assert convert(["5\u00a0000", "died"], {"5\u00a0000": "TOLL"}, "tab")[:2] == ["5\t000", "died\tO"]
assert convert(['"', "We", "fled"], {}, "space")[0] == '"""" O'
PYTHON
