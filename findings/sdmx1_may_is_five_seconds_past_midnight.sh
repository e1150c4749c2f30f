#!/bin/sh
# sdmx1 2.28.0: with datetime="TIME_PERIOD" the month 2024-M05 is 1 January 2024, five seconds past midnight; 2024-T2 is February.
#
# Guess: TIME_PERIOD may be 2024-05 or, as the standard and the Monetary Fund write reporting months, 2024-M05; both are May, or the
# call says that it cannot read the second.
# Seen: quarters are right, weeks and half years raise an error, months with M are seconds (years of the data stand, all in January),
# and trimesters (T2, May to August) are the second month. A sum by month of such a table is that of the year, in January.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'sdmx1==2.28.0' 'pandas==3.1.1' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import io

import sdmx

SCHEMA = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
FILE = f"""<m:GenericData xmlns:m="{SCHEMA}/message" xmlns:g="{SCHEMA}/data/generic" xmlns:c="{SCHEMA}/common">
<m:Header><m:ID>T</m:ID><m:Test>false</m:Test><m:Prepared>2024-06-01T10:00:00</m:Prepared><m:Sender id="X"/>
<m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:Structure><Ref agencyID="X" id="D" version="1.0"/></c:Structure>
</m:Structure></m:Header><m:DataSet structureRef="S"><g:Series><g:SeriesKey><g:Value id="PLACE" value="ORU"/></g:SeriesKey>%s
</g:Series></m:DataSet></m:GenericData>"""


def days(*periods: str) -> list[str]:
    rows = "".join(f'<g:Obs><g:ObsDimension value="{period}"/><g:ObsValue value="12"/></g:Obs>' for period in periods)
    message = sdmx.read_sdmx(io.BytesIO((FILE % rows).encode()))
    return [str(day) for day in sdmx.to_pandas(message.data[0], datetime="TIME_PERIOD").index]


seen = {"by month": days("2024-05", "2024-12"), "M": days("2024-M05", "2024-M12"), "Q": days("2024-Q2", "2024-Q4"), "T": days("2024-T2")}
print(seen)
assert seen["by month"] == ["2024-05-01 00:00:00", "2024-12-01 00:00:00"], seen
assert seen["Q"] == ["2024-04-01 00:00:00", "2024-10-01 00:00:00"], seen
assert seen["M"] == ["2024-01-01 00:00:05", "2024-01-01 00:00:12"], seen
assert seen["T"] == ["2024-02-01 00:00:00"], seen
PYTHON
