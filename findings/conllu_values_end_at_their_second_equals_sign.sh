#!/bin/sh
# conllu 6.0.0: two articles whose addresses end in ?id=17 and ?id=18 have one address.
#
# Guess: MISC is Name=Value, the name ends at the first "=" and the value is the rest; what is parsed is written back as it was.
# Seen: the value ends at the second "=": "Source=https://news.example/?id=17" is "https://news.example/?id", and so is the one
# with id=18. serialize() writes the cut value. A bare name ("Checked") is an empty value, and an empty value ("Note=") becomes
# "Note=_". The line is a valid one, nothing is raised, and facts joined on that address fall together.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'conllu==6.0.0' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import conllu


def token(number: int, form: str, head: int, relation: str, misc: str) -> str:
    return "\t".join((str(number), form, "_", "_", "_", "_", str(head), relation, "_", misc))


lines = [
    token(1, "Twenty", 2, "nsubj", "Source=https://news.example/?id=17"),
    token(2, "died", 0, "root", "Source=https://news.example/?id=18|Checked"),
    token(3, "there", 2, "advmod", "Note="),
]
[sentence] = conllu.parse("\n".join(lines) + "\n\n")
misc = [word["misc"] for word in sentence]
written = [line.split("\t")[-1] for line in sentence.serialize().splitlines() if line]
print(misc, written)
assert misc[0]["Source"] == misc[1]["Source"] == "https://news.example/?id", misc
assert written == ["Source=https://news.example/?id", "Source=https://news.example/?id|Checked", "Note=_"], written
PYTHON
