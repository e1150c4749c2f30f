#!/bin/sh
# pypdf 7.1.1: the lines of a table are cut between cells instead of rows: a number stands beside the place of the next row.
#
# Guess: extract_text() gives each row as a line, "Tarvo 12", "Oru 30", or, where it cannot see that, each cell as a line.
# Seen: "Tarvo", "12 Oru", "30 Mez", "45", if each cell is drawn in a frame of its own (q … cm … Q, as drawing programs do).
# Set by Td without frames the same table is right, and so are frames with extraction_mode="layout".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pypdf==7.1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import io

from pypdf import PdfReader

rows = (("Tarvo", 12), ("Oru", 30), ("Mez", 45))
cells = [(x, 200 - 14 * row, text) for row, texts in enumerate(rows) for x, text in zip((20, 80), texts)]
framed = " ".join(f"q 1 0 0 1 {x} {y} cm BT /F 12 Tf ({text}) Tj ET Q" for x, y, text in cells)
single = " ".join(f"BT /F 12 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in cells)


def read(content, **options):
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    data, starts = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        starts.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n"
    table = "0000000000 65535 f \n" + "".join(f"{start:010} 00000 n \n" for start in starts)
    data += f"xref\n0 6\n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    lines = PdfReader(io.BytesIO(data.encode())).pages[0].extract_text(**options).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


seen = read(framed), read(single), read(framed, extraction_mode="layout")
print(seen)
assert seen[0] == ["Tarvo", "12 Oru", "30 Mez", "45"], seen
assert seen[1] == seen[2] == ["Tarvo 12", "Oru 30", "Mez 45"], seen
PYTHON
