#!/bin/sh
# pysubs2 1.8.1: a caption of WebVTT "The toll has risen to / 250" is "The toll has risen to", and so is the last one of an
# .srt file.
#
# Guess: the text of a caption is all lines up to the empty one; only a number that stands alone after an empty line is the
# number of the next caption.
# Seen: in WebVTT, where captions mostly have no numbers, a last line of digits is taken for the number of the next caption,
# after an empty line or not, and is left out; digits with a comma or a word stay. In .srt this is so of the last caption of
# the file.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'pysubs2==1.8.1' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
from pysubs2 import SSAFile

said = ["The toll has risen to\n250", "and of the injured to\n1,300", "Homes lost in Oru:\n40", "In all they count\n700"]
web = "WEBVTT\n\n" + "\n\n".join(f"00:0{place}.000 --> 00:0{place}.900\n{text}" for place, text in enumerate(said)) + "\n"
old = "\n\n".join(f"{place + 1}\n00:00:0{place},000 --> 00:00:0{place},900\n{text}" for place, text in enumerate(said)) + "\n"
read = {name: [caption.plaintext for caption in SSAFile.from_string(file)] for name, file in (("vtt", web), ("srt", old))}
print(read)
short = [text.split("\n")[0] for text in said]
assert read["vtt"] == [short[0], said[1], short[2], short[3]], read
assert read["srt"] == [*said[:3], short[3]], read
PYTHON
