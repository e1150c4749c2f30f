"""Elements of pages that are of another kind than their tags say, and stories in several posts."""

from __future__ import annotations

import pytest

from tests.io.formats.stories import AFTER, BEFORE, lines_of, story_in

TOLLS = ["In Oru 12 people were killed, police said.", "In Mez 30 people were hurt.", "In Tarvo five were arrested."]
LONG = [f"{toll} {BEFORE}".strip() for toll in TOLLS]


def page_of(body: str) -> list[str]:
    return story_in(f"<html><body>{body}</body></html>")


@pytest.mark.parametrize(
    "inside",
    [
        "<story-line>{}</story-line><story-line>{}</story-line><story-line>{}</story-line>",
        "<news-block><p>{}</p><p>{}</p></news-block><news-block>{}</news-block>",
        "<menu><li>{}</li><li>{}</li><li>{}</li></menu>",
        "<dir><li>{}</li><li>{}</li><li>{}</li></dir>",
        "<details><summary>{}</summary>{}<p>{}</p></details>",
        "<center><font size='2'>{}</font></center><font><p>{}</p><p>{}</p></font>",
        "<p><font>{}<p>{}<p>{}</font>",
        "<span style='display:block'>{}</span><span style='display: block'>{}</span><p>{}</p>",
        "<ul><li>{}<ul><li>{}</li><li>{}</li></ul></li></ul>",
        "<pre>{}\n\n{}\n\n{}</pre>",
    ],
)
def test_blocks_are_told_apart(inside: str) -> None:
    assert lines_of(inside.format(*TOLLS)) == TOLLS


def test_an_element_of_a_sites_own_making_may_be_a_word() -> None:
    assert lines_of("<p>In <x-place>Oru</x-place> <x-n>12</x-n> people died.</p>") == ["In Oru 12 people died."]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><a href='/'>Home</a></td><td><font>{}<p>{}<p>{}</font></td></tr></table>",
        "<table><tr><td>{}<br><br>{}<br><br>{}</td></tr></table>",
        "<table><tr><td><table><tr><td>{}<p>{}</p><p>{}</p></td></tr></table></td></tr></table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_none(table: str) -> None:
    assert page_of(table.format(*LONG)) == LONG


def test_a_table_of_numbers_keeps_its_rows() -> None:
    rows = "<tr><td>Town</td><td>Dead</td></tr><tr><td>Oru</td><td>12</td></tr><tr><td>Mez</td><td>0 | 1</td></tr>"
    assert lines_of(f"<table>{rows}</table>") == ["Town Dead", "Oru 12", "Mez 0 1"]


def test_a_bar_in_a_line_of_no_table_stays() -> None:
    assert lines_of("<p>Oru | Mez: 12 people died.</p>") == ["Oru | Mez: 12 people died."]


@pytest.mark.parametrize("element", ["<pre>{}</pre>", "<p>{}</p>", "<div><b>Oru</b> {}</div>"])
def test_a_line_that_was_wrapped_goes_on(element: str) -> None:
    lines = [
        "The flood in the valley below the dam killed 12 people and",
        "injured 30 others, the mayor said on Tuesday.",
        "Police came.",
    ]
    mark = "\n" if element.startswith("<pre") else "<br>\n"
    read = lines_of(element.format(mark.join(lines)))
    assert [line.removeprefix("Oru ") for line in read] == [f"{lines[0]} {lines[1]}", lines[2]]


@pytest.mark.parametrize("element", ["<p>{}</p>", "<div>{}</div>", "<blockquote>{}</blockquote>", "<p><b>{}</b></p>"])
def test_the_lines_of_the_source_are_none(element: str) -> None:
    assert lines_of(element.format("In Oru\n12 people\r\n  died.<br/>\nIn Mez\n30 did.")) == [
        "In Oru 12 people died.",
        "In Mez 30 did.",
    ]


POST = "<article><time>{}</time><h2>{}</h2><p>{}</p></article>"


@pytest.mark.parametrize("around", ["<div>{}</div>", "{}", "<main><h1>Flood in Oru</h1><div>{}</div></main>"])
def test_all_posts_of_a_live_blog_are_read(around: str) -> None:
    posts = [
        POST.format(time, f"Post {time}", text) for time, text in zip(("12:45", "11:20", "10:05"), LONG, strict=True)
    ]
    read = page_of(around.format("".join(posts)))
    assert [line for line in read if line in LONG] == LONG


def test_posts_in_a_list_are_read_with_their_times_in_front() -> None:
    form = "<li><article><div class='ts'>{}</div><div class='text'><p>{}</p></div></article></li>"
    posts = "".join(map(form.format, ("12:45", "11:20", "10:05"), LONG))
    assert [line for line in page_of(f"<h1>Flood in Oru</h1><ul>{posts}</ul>") if line in LONG] == LONG


@pytest.mark.parametrize(
    "other",
    [
        "<article><time>1:05</time><h2><a href='/mez'>Mez</a></h2><p>{}</p></article>",
        "<article><h1>Mez</h1><time>1:05</time><p>{}</p></article>",
    ],
)
def test_another_story_below_is_none_of_its_posts(other: str) -> None:
    story = f"<article><h1>Oru</h1><p>{BEFORE}</p><p>{AFTER}</p></article>"
    assert page_of(story + other.format(TOLLS[1] * 3))[-2:] == [BEFORE.strip(), AFTER.strip()]


@pytest.mark.parametrize(
    "form",
    [
        "<div class='text-block'><p>{}</p></div>",
        "<section><div><p>{}</p></div></section>",
        "<div class='speech'><h2>Ana Roe</h2><div class='content'><p>{}</p><p>We thank the army.</p></div></div>",
    ],
)
def test_paragraphs_in_blocks_of_their_own_are_one_story(form: str) -> None:
    page = f"<main><h1>Dam bursts</h1>{''.join(map(form.format, TOLLS))}</main>"
    assert [line for line in page_of(page) if line in TOLLS] == TOLLS


def test_blocks_of_another_kind_are_no_part_of_a_short_story() -> None:
    story = "".join(f"<p>{toll}</p>" for toll in TOLLS)
    card = "<div class='cards'><div class='content'><p>Bus falls from a bridge: 7 die.</p></div></div>"
    assert page_of(f"<div class='content'>{story}</div>{card}") == TOLLS
