#!/bin/sh
# cas2iob 0.1.0: an entity linked to GeoNames is a second Lima, Wikidata number and all; one that has no label yet is another person.
#
# Guess: the column of the Wikidata number says O for a link to another knowledge base, and the label stays; what the annotator has not given
# a label is O, as a token outside of every entity.
# Seen: both are errors inside the loop over the tokens, which it catches, and then it writes the row with what the token before it left:
# place, person and number are those of the entity before, with B- too, as a new entity of its own. After a plain word they are O.
# The span is listed in entities_without_tags.txt, also where it has a label and only its link is another.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'cas2iob==0.1.0' 'dkpro-cassis==0.12.0' 2>/dev/null
cd "$folder"
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pathlib

import cas2iob
from cassis import Cas, TypeSystem

types = TypeSystem()
TYPE = "de.tudarmstadt.ukp.dkpro.core.api."
for name in ("Sentence", "Token"):
    types.create_type(f"{TYPE}segmentation.type.{name}", "uima.tcas.Annotation")
entity = types.create_type(f"{TYPE}ner.type.NamedEntity", "uima.tcas.Annotation")
for feature in ("value", "identifier"):
    types.create_feature(entity, feature, "uima.cas.String")
types.to_xml("TypeSystem.xml")

LIMA = "http://www.wikidata.org/entity/Q2868"


def convert(words, entities):
    cas = Cas(types)
    cas.sofa_string = " ".join(words)
    cas.add(types.get_type(f"{TYPE}segmentation.type.Sentence")(begin=0, end=len(cas.sofa_string)))
    for word in words:
        begin = cas.sofa_string.index(word)
        cas.add(types.get_type(f"{TYPE}segmentation.type.Token")(begin=begin, end=begin + len(word)))
        if word in entities:
            value, link = entities[word]
            cas.add(entity(begin=begin, end=begin + len(word), value=value, identifier=link))
    cas.to_xmi("text.xmi")
    cas2iob.file("text.xmi", "text.tsv")
    rows = [line.split("\t") for line in pathlib.Path("text.tsv").read_text().splitlines()[1:] if line]
    seen = {row[0]: (row[1], row[5]) for row in rows}
    print(seen)
    return seen


seen = convert(["Lima", "Ramos", "said"], {"Lima": ("LOC", LIMA), "Ramos": ("PER", None)})
assert seen == {"Lima": ("B-LOC", "Q2868"), "Ramos": ("B-PER", "O"), "said": ("O", "O")}
seen = convert(["Lima", "Ramos", "said"], {"Lima": ("LOC", LIMA), "Ramos": ("PER", "https://sws.geonames.org/1")})
assert seen["Ramos"] == ("B-LOC", "Q2868")
seen = convert(["Ramos", "Lima", "said"], {"Ramos": ("PER", None), "Lima": (None, LIMA)})
assert seen["Lima"] == ("B-PER", "Q2868")
seen = convert(["In", "Cali", "today"], {"Cali": ("LOC", "https://sws.geonames.org/3687925/")})
assert seen["Cali"] == ("O", "O")
PYTHON
