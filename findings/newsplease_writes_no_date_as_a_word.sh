#!/bin/sh
# news-please 1.6.16: an article without a date of publication is written with the string "None" for it.
#
# Guess: what the crawler did not find is null in its JSON, as the title and the text of the same article are.
# Seen: get_serializable_dict() turns dates into strings before it looks whether there are any: date_publish,
# date_download and date_modify become the word None, title and maintext stay null. A reader that asks "is it null?"
# takes the word for a date.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check --no-deps 'news-please==1.6.16' 2>/dev/null
"$folder/env/bin/python" - <<'PYTHON'
import importlib.util
import json
import sysconfig
from pathlib import Path

path = Path(sysconfig.get_paths()["purelib"], "newsplease", "NewsArticle.py")
spec = importlib.util.spec_from_file_location("NewsArticle", path)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
written = json.loads(json.dumps(module.NewsArticle().get_serializable_dict()))
print({key: written[key] for key in ("date_publish", "date_download", "date_modify", "title", "maintext")})
assert written["date_publish"] == "None"
assert written["title"] is None
assert written["maintext"] is None
PYTHON
