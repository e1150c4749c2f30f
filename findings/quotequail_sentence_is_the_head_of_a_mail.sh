#!/bin/sh
# quotequail 0.5.4: a sentence of a report, "On Monday, the general ... wrote:", is the head of a quoted mail.
#
# Guess: unwrap() finds mails inside a mail by their head, "On Mon, 3 May 2021 at 10:00, Ada Lind <ada@...> wrote:", with a
# time or an address, or by the marks ">" below it; prose is None.
# Seen: "Monday" is the date, "the general who leads the army of the north" the sender, and all behind the colon the text of
# his mail; what is above is the reply. quote() marks it as quoted, so a reader that drops quotations loses the tolls.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'quotequail==0.5.4' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from quotequail import quote, unwrap

report = """The toll rose to 41 in the night.

On Monday, the general who leads the army of the north wrote:

We lost 12 men in the hills.

The police said 30 people were hurt.
"""
found = unwrap(report)
shown = "".join(text for is_shown, text in quote(report) if is_shown)
other = unwrap(report.replace("wrote:", "said:"))
print(found, shown, other, sep="\n")
assert (found["type"], found["date"]) == ("reply", "Monday"), found
assert found["from"] == "the general who leads the army of the north", found
assert found["text_top"] == "The toll rose to 41 in the night.", found
assert "41" in shown and "12" not in shown and "30" not in shown, shown
assert other is None, other
PYTHON
