#!/bin/sh
# iati2hxl 0.2: a donor with a name in two languages is two organisations, a reporter's own code for roads is "Health", the third partner is left out.
#
# Guess: one organisation for each participating-org, by its name in the main language; sectors of the DAC list only, since the column is
# "DAC sector" (or others marked); no partner is left out for a translation.
# Seen: each narrative counts as an organisation, so a translated name takes the column of the next partner (three in all). The vocabulary of a sector is
# not looked at: own codes (99) are cut to three digits and named after the DAC list, and a cluster (10) stands there as its code. The title is the one
# that comes first, and shares are not written. Country and status are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'iati2hxl==0.2' 'requests==2.34.2' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import io

from iati2hxl.generator import genhxl

ACTIVITY = """<iati-activities version="2.03"><iati-activity xml:lang="en"><iati-identifier>XX-1</iati-identifier>
<title><narrative xml:lang="fr">Routes</narrative><narrative>Roads</narrative></title>
<participating-org role="1" type="10"><narrative>Foreign Office</narrative><narrative xml:lang="fr">Affaires étrangères</narrative></participating-org>
<participating-org role="2" type="40"><narrative>UN Women</narrative><narrative xml:lang="fr">ONU Femmes</narrative></participating-org>
<participating-org role="4" type="21"><narrative>Red Cross</narrative></participating-org>
<activity-status code="2"/><recipient-country code="ML"/>
<sector vocabulary="99" vocabulary-uri="https://aid.example/codes" code="12005" percentage="100"><narrative>Roads</narrative></sector>
<sector vocabulary="10" code="4"/><sector vocabulary="1" code="21020" percentage="90"/><sector vocabulary="1" code="31120" percentage="10"/>
</iati-activity></iati-activities>"""

headers, _, row = genhxl(io.BytesIO(ACTIVITY.encode()))
table = {}
for header, value in zip(headers, row, strict=True):
    table.setdefault(header, []).append(value)
for header in ("Activity", "Participating org", "DAC sector", "Country name", "Activity status"):
    print(header, "->", table[header])
assert table["Participating org"] == ["Foreign Office", "Affaires étrangères", "UN Women"]
assert table["DAC sector"] == ["Health", "4", "Transport & Storage"]
assert table["Activity"] == ["Routes"]
assert table["Country name"][0] == "Mali" and table["Activity status"] == ["Implementation"]
PYTHON
