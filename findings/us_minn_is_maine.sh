#!/bin/sh
# us 4.0.0: "Minn." is Maine.
#
# Guess: lookup knows the abbreviations of newspapers, which every state has as ap_abbr; or, since it compares the sound of whole
# names, it gives None for what is no name, as it does for Mass., Calif., Pa. and most others.
# Seen: without vowels Minn. and Maine sound alike, so everything in "Duluth, Minn." is in Maine. Nearly all the abbreviations
# give None (so does D.C.), which shows at once, and Minnesota alone goes elsewhere. Oahu is Ohio by the same way.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'us==4.0.0' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import us

found = {state.ap_abbr: us.states.lookup(state.ap_abbr) for state in us.STATES}
wrong = {short: str(state) for short, state in found.items() if state and state.ap_abbr != short}
unknown = [short for short, state in found.items() if state is None]
print("wrong:", wrong, "unknown:", len(unknown), "of", len(found))
assert us.states.MN.ap_abbr == "Minn."
assert wrong == {"Minn.": "Maine"}, wrong
assert len(unknown) > 25, unknown
others = {name: str(us.states.lookup(name)) for name in ("Minn", "Oahu", "D.C.", "minnesota")}
print(others)
assert others == {"Minn": "Maine", "Oahu": "Ohio", "D.C.": "None", "minnesota": "Minnesota"}, others
PYTHON
