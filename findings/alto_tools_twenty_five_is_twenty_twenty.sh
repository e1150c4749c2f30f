#!/bin/sh
# alto-tools 0.1.0: twenty-five, broken at the end of a line, is "twenty" and "twenty" in the text; the five is nowhere.
#
# Guess: a word of two parts is written once, as its parts stand at the end of one line and the head of the next, or as the
# whole that SUBS_CONTENT has.
# Seen: instead of the second part the first is written again, without a blank after it: "killed twenty / twentymen", "three hun /
# hunwere hurt". Newspapers in columns break words in every other line, and each of these loses its end.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'alto-tools==0.1.0' 2>/dev/null
cat >"$folder/page.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page ID="P1"><PrintSpace><TextBlock ID="B1">
<TextLine><String CONTENT="Raiders"/><SP/><String CONTENT="killed"/><SP/>
<String CONTENT="twenty" SUBS_TYPE="HypPart1" SUBS_CONTENT="twenty-five"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="five" SUBS_TYPE="HypPart2" SUBS_CONTENT="twenty-five"/><SP/><String CONTENT="men;"/><SP/>
<String CONTENT="three"/><SP/><String CONTENT="hun" SUBS_TYPE="HypPart1" SUBS_CONTENT="hundred"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="dred" SUBS_TYPE="HypPart2" SUBS_CONTENT="hundred"/><SP/>
<String CONTENT="were"/><SP/><String CONTENT="hurt."/></TextLine>
</TextBlock></PrintSpace></Page></Layout></alto>
XML
text=$("$folder/env/bin/alto-tools" -t "$folder/page.xml" 2>/dev/null | tr '\n' '|')
printf '%s\n' "$text"
case $text in
*'Raiders killed twenty|twentymen; three hun|hunwere hurt.'*) ;;
*) exit 1 ;;
esac
case $text in *five* | *dred*) exit 1 ;; esac
