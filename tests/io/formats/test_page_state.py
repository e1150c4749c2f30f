"""Pages that show their story only once their scripts run: it is read from the data that they hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from factx.base.errors import InputError
from factx.reading.formats import RawArticle
from factx.reading.formats.prose import prose_of
from tests.io.formats.exports import article, parts

TITLE = "Dam bursts above the town of Ore"
STORY = (
    "Two miners died and seven were hurt when a dam burst above the town of Ore on Tuesday, the province said.",
    "Rescuers searched the valley with dogs and boats through the night, and the mayor asked all who live below the "
    "works to leave their houses before the rain that is forecast.",
    "The company that owns the dam said it would pay $2 million to the families.",
)
TEXT = "\n\n".join(STORY)
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
OTHER_TEXT = "Forty people died on the bus, police said. " * 9
OTHER = {"title": "Bus falls from a bridge", "content": f"<p>{OTHER_TEXT}</p>"}
BLOCKS = [{"type": "p", "children": [{"type": "text", "data": paragraph}]} for paragraph in STORY]
DAY = 1557360000000


def page(scripts: str, body: str = "<div id='root'></div>", title: str = f"{TITLE} | Tin Gazette") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}{scripts}</body></html>"


def data(state: Any) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'


def program(state: Any, name: str = "window.__INITIAL_STATE__", after: str = "window.a=1;") -> str:
    return f"<script>{name} = {state if isinstance(state, str) else json.dumps(state)};{after}</script>"


ARTICLE = {"id": 4, "title": TITLE, "publishedAt": "2019-05-08T23:30:00-05:00", "author": {"name": "Ana Roe"}}
APOLLO = {
    "ROOT_QUERY": {"story": {"__ref": "Article:9"}},
    "Article:9": {
        "headline": TITLE,
        "publishedDate": DAY,
        'body({"format":"json"})': {"type": "json", "json": BLOCKS},
        "authors": [{"__ref": "Author:1"}],
        "related": [{"__ref": "Article:9"}],
    },
    "Author:1": {"name": "Ana Roe", "story": {"__ref": "Article:9"}},
}
ARC = {
    "type": "story",
    "headlines": {"basic": TITLE},
    "display_date": "2019-05-09T02:00:00Z",
    "credits": {"by": [{"type": "author", "name": "Ana Roe"}]},
    "content_elements": [
        {"type": "text", "content": STORY[0]},
        {"type": "image", "caption": "Forty houses stand there"},
        *({"type": "text", "content": f"{paragraph}<br/>"} for paragraph in STORY[1:]),
    ],
}
STATES = {
    "next": data({"props": {"pageProps": {"article": {**ARTICLE, "content": HTML}, "related": [OTHER]}}}),
    "state": program({"story": {**ARTICLE, "paragraphs": list(STORY)}, "more": [OTHER]}),
    "undefined": program(json.dumps({"user": 7, "story": {**ARTICLE, "body": HTML}}).replace("7", "undefined", 1)),
    "quoted": program(f"JSON.parse({json.dumps(json.dumps({'story': {**ARTICLE, 'body': BLOCKS}}))})"),
    "Apollo": program(APOLLO, "window.__APOLLO_STATE__"),
    "Arc": program(ARC, "Fusion.globalContent", "Fusion.globalContentConfig={}"),
}


@pytest.mark.parametrize("way", STATES)
def test_the_story_is_read_from_the_data_of_the_page(way: str) -> None:
    part = article(page(STATES[way]))
    assert part.text == TEXT
    assert (part.metadata["title"], part.metadata["author"]) == (TITLE, "Ana Roe")
    assert part.metadata["published"][:10] in {"2019-05-08", "2019-05-09", str(DAY)[:10]}


def test_a_page_that_asks_for_scripts_has_its_story_in_them() -> None:
    wall = "<noscript>Please enable JavaScript.</noscript><p>Please enable JavaScript to continue.</p>"
    assert article(page(STATES["next"], wall)).text == TEXT


def test_the_rest_of_a_story_is_read_if_it_begins_as_the_page_shows() -> None:
    shown = f"<article><h1>{TITLE}</h1><p>{STORY[0]}</p></article>"
    assert article(page(STATES["next"], shown)).text == TEXT
    other = f"<article><h1>{TITLE}</h1><p>Ten men were arrested in the harbour of Aden, officers said.</p></article>"
    assert article(page(STATES["next"], other)).text.startswith("Ten men were arrested")


@pytest.mark.parametrize(
    "scripts",
    [
        data({"related": [OTHER, {**OTHER, "title": "A", "content": f"<p>{OTHER_TEXT}</p><p>Two.</p>"}]}),
        data({"title": TITLE, "content": "<p>Two miners died.</p>"}),
        program("{broken: function() { return 1 }}" + " " * 300),
        program("{" + '"a":[' * 2000),
    ],
    ids=["other stories", "a teaser", "a program", "broken"],
)
def test_data_without_the_story_is_none(scripts: str) -> None:
    with pytest.raises(InputError, match="no text of an article"):
        parts(page(scripts))


LEAF, SPAN = {"type": "text", "text": "Two fled."}, {"_type": "span", "text": " fled."}
LINK = {"nodeType": "hyperlink", "data": {"uri": "x"}, "content": [{"nodeType": "text", "value": "fled."}]}
LINE = {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "Two "}, LINK]}
TEXT_OF_LINE = {"text": "Two fled.", "blocks": [{"type": "fragment", "model": {"text": "Two fled."}}]}
ITEMS = {"type": "list", "data": {"items": ["Two fled.", "b"]}}
TREES: dict[str, tuple[Any, str | None]] = {
    "Slate": ([{"type": "paragraph", "children": [{"text": "Two"}, {"text": " fled.", "bold": True}]}], "Two fled."),
    "ProseMirror": ({"type": "doc", "content": [{"type": "paragraph", "content": [LEAF]}]}, "Two fled."),
    "Contentful": ({"nodeType": "document", "content": [LINE, {"nodeType": "embedded-asset-block"}]}, "Two fled."),
    "Portable Text": ([{"_type": "block", "children": [{"_type": "span", "text": "Two"}, SPAN]}], "Two fled."),
    "Editor.js": ({"blocks": [{"type": "header", "data": {"text": "Why"}}, ITEMS]}, "Why\n\nTwo fled.\n\nb"),
    "Lexical": ({"root": {"type": "root", "children": [{"type": "paragraph", "children": [LEAF]}]}}, "Two fled."),
    "BBC": ([{"type": "text", "model": {"blocks": [{"type": "paragraph", "model": TEXT_OF_LINE}]}}], "Two fled."),
    "a name": ({"name": "Andes Wire", "type": "site"}, "Andes Wire"),
    "articles": ([{"title": "Dam", "text": "One fled."}], None),
    "numbers": ([1, 2], None),
}


@pytest.mark.parametrize("way", TREES)
def test_a_tree_of_blocks_is_its_paragraphs(way: str) -> None:
    value, expected = TREES[way]
    assert prose_of(value) == expected


def test_a_tree_without_end_is_cut() -> None:
    tree: dict[str, Any] = {"type": "p", "text": "Two fled."}
    for _ in range(200):
        tree = {"type": "doc", "content": [tree]}
    assert not prose_of(tree)
    assert isinstance(article(page(program({"a": 1, "story": {**ARTICLE, "body": HTML, "tree": tree}}))), RawArticle)
