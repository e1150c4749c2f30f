"""Exports of WhatsApp: each message with words is an article of its own day."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.reading import Article
from factx.reading.files import read_articles
from tests.io.formats.reading import message_of, read

ANDROID = (
    "12/05/2019, 14:01 - Messages and calls are end-to-end encrypted. Nobody outside can read them.\n"
    '12/05/2019, 14:02 - Ann Li created group "Bor desk"\n'
    "12/05/2019, 14:03 - Ann Li: Two men were shot in Bor.\n\nTen fled: all to Juba.\n"
    "12/05/2019, 14:04 - Joe Ray: <Media omitted>\n"
    "12/05/2019, 14:05 - Joe Ray: IMG-20190512.jpg (file attached)\nThe clinic took in 12 hurt.\n"
    "13/05/2019, 09:00 - +44 7700 900123: This message was deleted\n"
    "13/05/2019, 09:01 - +44 7700 900123: Six more were found. <This message was edited>\n"
)
READ = [
    ("chat.txt#1", "Two men were shot in Bor.\n\nTen fled: all to Juba.", "2019-05-12", "Ann Li"),
    ("chat.txt#2", "The clinic took in 12 hurt.", "2019-05-12", "Joe Ray"),
    ("chat.txt#3", "Six more were found.", "2019-05-13", None),
]


def messages(folder: Path, content: str, name: str = "chat.txt", **options: bool) -> list[Article]:
    return [item for item in read(folder, name, content, **options) if isinstance(item, Article)]


def test_messages_with_words_are_articles(tmp_path: Path) -> None:
    for text in (ANDROID, ANDROID.replace("\n", "\r\n")):
        found = messages(tmp_path, text)
        assert [(item.path, item.text, item.published, item.author) for item in found] == READ


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("[12/05/2019, 14:03:22] ", "\u200e[13/05/2019, 14:03:22] \u200e~ ", ["2019-05-12", "2019-05-13"]),
        ("5/12/19, 2:03\u202fPM - ", "5/13/19, 2:03\u202fPM - ", ["2019-05-12", "2019-05-13"]),
        ("12.05.19, 14:03 - ", "12.05.19, 14:04 - ", ["2019-05-12", "2019-05-12"]),
        ("2019-05-12, 14:03 - ", "2019-05-12, 14:04 - ", ["2019-05-12", "2019-05-12"]),
        ("03/04/2019, 14:03 - ", "01/05/2019, 14:04 - ", ["2019-04-03", "2019-05-01"]),
        ("03/04/2019, 14:03 - ", "05/01/2019, 14:04 - ", ["2019-03-04", "2019-05-01"]),
        ("03/04/2019, 14:03 - ", "03/04/2019, 14:04 - ", [None, None]),
    ],
)
def test_days_are_read_as_telephones_write_them(
    tmp_path: Path, first: str, second: str, days: list[str | None]
) -> None:
    found = messages(tmp_path, f"{first}Ann Li: Two men were shot in Bor.\n{second}Joe Ray: Ten fled to Juba.\n")
    assert [(item.published, item.text, item.author) for item in found] == [
        (days[0], "Two men were shot in Bor.", "Ann Li"),
        (days[1], "Ten fled to Juba.", "Joe Ray"),
    ]


def test_the_user_says_which_figure_is_the_day(tmp_path: Path) -> None:
    text = "03/04/2019, 14:03 - Ann: Two men fled.\n03/04/2019, 14:04 - Joe: Ten men fled.\n"
    assert {item.published for item in messages(tmp_path, text, day_first=True)} == {"2019-04-03"}


def test_the_group_is_the_publisher(tmp_path: Path) -> None:
    found = messages(tmp_path, ANDROID, "WhatsApp Chat with Bor desk.txt")
    assert {item.publisher for item in found} == {"Bor desk"}


def test_the_group_is_that_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "WhatsApp Chat - Bor desk"
    folder.mkdir()
    (folder / "_chat.txt").write_text(ANDROID, encoding="utf-8")
    found = read_articles([tmp_path])
    assert {item.publisher for item in found if isinstance(item, Article)} == {"Bor desk"}


def test_an_export_without_words_says_so(tmp_path: Path) -> None:
    text = "12/05/2019, 14:03 - Ann: <Media omitted>\n12/05/2019, 14:04 - Joe: image omitted\n"
    assert message_of(tmp_path, "chat.txt", text) == "no message with words in this export of WhatsApp's"


@pytest.mark.parametrize(
    "text",
    [
        "12/05/2019, 14:03 - Two men were shot in Bor.\n\nTen fled to Juba, the mayor said.",
        "The log of the ferry\n\n12/05/2019, 14:03 - Captain: all is well.\n12/05/2019, 14:09 - Mate: Two are hurt.",
        "12/05/2019\n14:03 - Bor: two men were shot.\n14:05 - Juba: ten men came.",
    ],
)
def test_other_texts_are_one_article(tmp_path: Path, text: str) -> None:
    (item,) = messages(tmp_path, text)
    assert (item.path, item.text) == ("chat.txt", text)
