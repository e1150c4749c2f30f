#!/bin/sh
# email-reply-parser 0.5.12: lines such as "-12 killed" begin a signature: they and all behind them are left out.
#
# Guess: parse_reply leaves out quoted mails and what stands behind "--"; a list in the middle of a mail is text.
# Seen: a block that begins with a hyphen and a letter or digit, behind a blank line, is a signature; the two tolls and the
# sentence after them are gone. With a space behind the hyphen ("- 12 killed") all is there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'email-reply-parser==0.5.12' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from email_reply_parser import EmailReplyParser

mail = """The police gave new numbers for the valley:

-12 killed in Oru
-30 hurt in Mez

The road is open again, and 40 trucks are on the way.
"""
spaced = mail.replace("\n-", "\n- ")
seen = [EmailReplyParser.parse_reply(text) for text in (mail, spaced)]
pieces = [(piece.signature, piece.content) for piece in EmailReplyParser.read(mail).fragments]
print(seen, pieces)
first, rest = mail.strip().split("\n\n", 1)
assert seen == [first, spaced.strip()], seen
assert pieces == [(False, first), (True, rest)], pieces
PYTHON
