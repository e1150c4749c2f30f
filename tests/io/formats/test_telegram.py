"""Pages of Telegram's export: each message with words is an article of its own day."""

from __future__ import annotations

from pathlib import Path

from factx.reading import Article
from tests.io.formats.reading import message_of, read


def message(inner: str, kind: str = "default clearfix") -> str:
    return f'<div class="message {kind}"><div class="body">{inner}</div></div>'


def page(*messages: str) -> str:
    head = '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head>'
    header = '<div class="page_header"><div class="content"><div class="text bold">Andes Wire</div></div></div>'
    return (
        f'{head}<body><div class="page_wrap">{header}<div class="page_body chat_page">'
        f'<div class="history">{"".join(messages)}</div></div></div></body></html>'
    )


def dated(day: str, text: str, name: str = "Andes Wire") -> str:
    date = f'<div class="pull_right date details" title="{day} 23:30:00 UTC-05:00">23:30</div>'
    return message(f'{date}<div class="from_name">{name}</div><div class="text">{text}</div>')


def test_messages_with_words_are_articles(tmp_path: Path) -> None:
    messages = (
        message('<div class="body details">8 May 2016</div>', "service"),
        dated("09.05.2016", "Two miners <strong>died</strong> near Oruro.<br>Ten were freed."),
        message('<div class="media_wrap"><a class="photo_wrap" href="a.jpg"></a></div>'),
        dated("10.05.2016", "Nine &amp; more sailors were freed off Aden."),
    )
    found = [item for item in read(tmp_path, "messages.html", page(*messages)) if isinstance(item, Article)]
    assert [(item.path, item.text, item.published, item.publisher) for item in found] == [
        ("messages.html#1", "Two miners died near Oruro.\nTen were freed.", "2016-05-09", "Andes Wire"),
        ("messages.html#2", "Nine & more sailors were freed off Aden.", "2016-05-10", "Andes Wire"),
    ]


def test_an_export_without_words_says_so(tmp_path: Path) -> None:
    told = message_of(tmp_path, "messages.html", page(message('<div class="body details">8 May 2016</div>', "service")))
    assert told == "no message with words in this export of Telegram's"
