#!/bin/sh
# articleDateExtractor 0.20: with og:image before article:published_time, the article is of the day in the picture's address.
#
# Guess: the date of the picture is a last resort, for pages that name no date of their own.
# Seen: the meta elements are gone through in their order, and a picture with a day in its address ends the search at once. An
# article of 3 May 2021 with an archive picture of "/2019/06/12/" is of 12 June 2019; with the two elements the other way
# round it is right. In JSON-LD, dateCreated replaces datePublished.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check 'articleDateExtractor==0.20' 'beautifulsoup4==4.15.0' \
  'python-dateutil==4.0.0' 'lxml==6.1.3' 2>/dev/null
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from articleDateExtractor import extractArticlePublishedDate

picture = '<meta property="og:image" content="http://oru.example/pictures/2019/06/12/valley.jpg">'
published = '<meta property="article:published_time" content="2021-05-03T10:00:00Z">'
created = '{"@type": "NewsArticle", "datePublished": "2021-05-03", "dateCreated": "2021-04-28"}'
pages = {
    "picture first": picture + published,
    "picture last": published + picture,
    "created": f'<script type="application/ld+json">{created}</script>',
}
seen = {}
for name, head in pages.items():
    page = f"<html><head><title>Flood in Oru</title>{head}</head><body><p>41 people died.</p></body></html>"
    seen[name] = str(extractArticlePublishedDate("http://oru.example/flood", page).date())
print(seen)
assert seen == {"picture first": "2019-06-12", "picture last": "2021-05-03", "created": "2021-04-28"}, seen
PYTHON
