"""Reading: every format, every encoding, and every way in which a file can be wrong."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from factx.base.records import Failure
from factx.reading.article import Article
from factx.reading.encoding import decode, decoded
from factx.reading.files import read_articles, read_sources
from factx.reading.formats import UnreadFiles
from factx.reading.sources import find_sources


def read_one(path: Path) -> Article | Failure:
    (item,) = read_articles([path])
    return item


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\t\n", "the file is empty"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file"),
        ("noise.txt", bytes(range(1, 32)) * 20, "a binary file"),
        ("odd.txt", b"caf\x81 two held", "neither UTF-8 nor Windows-1252"),
        ("half.txt", b"\xff\xfea", "the file is empty"),
        ("broken.json", b'{"text": "Two held', "not valid JSON"),
        ("deep.json", b"[" * 100_000, "nested too deeply"),
        ("notext.json", b'{"title": "Two held", "lead": "x"}', "no text: the article needs a field 'text'"),
        ("list.json", b'{"text": ["Two", "held"]}', "the field 'text' is a list"),
        ("null.json", b'{"text": null}', "no text"),
        ("void.json", b'{"text": "  "}', "the text is empty"),
        ("number.json", b"17", "a number where an article belongs"),
        ("lake.png", b"\x89PNG\0", "'.png' is no kind of file that factx reads"),
        ("table.csv", b"id,title\n1,Two held\n", "no text"),
        ("quote.csv", b'id,text\n1,"Two held\n', "not a valid CSV table"),
    ],
)
def test_a_wrong_file_is_one_clear_failure(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    item = read_one(tmp_path / name)
    assert isinstance(item, Failure)
    assert (item.path, item.stage) == (name, "read")
    assert message in (item.message or "")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("São Tomé – two held".encode(), "São Tomé – two held"),
        ("São Tomé".encode("utf-8-sig"), "São Tomé"),
        ("São Tomé".encode("utf-16"), "São Tomé"),
        (b"S\xe3o Tom\xe9 \x96 two held", "São Tomé – two held"),
        (b"One\r\nTwo", "One\r\nTwo"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gbk", "Police in 北京 held nine, 警方 said."),
        ("shift_jis", "Police in 東京 held nine, 警視庁 said."),
        ("euc_kr", "Police in 서울 held nine, 경찰 said."),
        ("mac_roman", "Police in São Paulo held nine, José said."),
        ("cp850", "Police held nine in a café near Lyon."),
    ],
)
def test_what_is_no_windows_1252_is_not_read_as_it_without_a_word(encoding: str, text: str) -> None:
    assert decoded(text.encode(encoding))[1] is not None


@pytest.mark.parametrize(
    "text",
    [
        "In São Tomé, ‘Œuvre’ by «Žižek» and „Šibenik“ – £½m for 5½ km² at 30°C",
        "Šefčovič’s café… “É” †‡ 10‰ of José’s §§ 3–4, Þór Sigurðsson, Ó Briain, O’Ólaf, ÑAÑO, McÉ",
    ],
)
def test_windows_1252_has_no_note(text: str) -> None:
    data = text.encode("cp1252", "ignore")
    assert decoded(data) == (data.decode("cp1252"), None)


def test_json_fields_go_by_their_usual_names(tmp_path: Path) -> None:
    story = {"headline": "Two Held", "body": "Two men were held.", "date_publish": "2016-05-03 10:00:00"}
    (tmp_path / "a.json").write_text(
        json.dumps({**story, "authors": ["Ann Li", "Joe Ray"], "link": "https://a.example/"})
    )
    item = read_one(tmp_path / "a.json")
    assert isinstance(item, Article)
    assert (item.title, item.text, item.published) == ("Two Held", "Two men were held.", "2016-05-03")
    assert (item.author, item.url, item.published_from) == ("Ann Li, Joe Ray", "https://a.example/", "metadata")


def test_an_address_where_the_publisher_belongs_is_the_articles(tmp_path: Path) -> None:
    crawled = {"text": "Two were held.", "source": "https://wire.example/a/7", "source-hostname": "Andes Wire"}
    (tmp_path / "a.json").write_text(json.dumps(crawled))
    item = read_one(tmp_path / "a.json")
    assert isinstance(item, Article)
    assert (item.url, item.publisher) == ("https://wire.example/a/7", "Andes Wire")


def test_markup_in_a_field_is_undone(tmp_path: Path) -> None:
    text = "<p>Two were <b>held</b>.</p>Ten fled&nbsp;to Lima.<br />One died; 3 < 4 and a <noise> stays."
    (tmp_path / "a.json").write_text(json.dumps({"text": text}))
    item = read_one(tmp_path / "a.json")
    assert isinstance(item, Article)
    assert item.text == "Two were held.\n\nTen fled to Lima.\nOne died; 3 < 4 and a <noise> stays."
    assert not item.is_source


def test_markup_left_in_a_text_file_is_undone(tmp_path: Path) -> None:
    text = "Two were <b>held</b>.<br />One died; 3 < 4 and a <noise> stays."
    (tmp_path / "a.txt").write_text(text)
    item = read_one(tmp_path / "a.txt")
    assert isinstance(item, Article)
    assert item.text == "Two were held.\nOne died; 3 < 4 and a <noise> stays."
    assert not item.is_source


def test_one_bad_row_does_not_spoil_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One was held."}\n{"text": \n\n{"text": "Three were held."}\n')
    items = list(read_articles([tmp_path / "a.jsonl"]))
    assert [item.path for item in items] == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#3"]
    assert [type(item) for item in items] == [Article, Failure, Article]


def test_csv_rows_are_articles(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,title,date,text\n7,Two Held,2016-05-03,"Two men, both\nyoung, were held."\n')
    item = read_one(tmp_path / "a.csv")
    assert isinstance(item, Failure | Article)
    assert (item.path, getattr(item, "text", None)) == ("a.csv#1", "Two men, both\nyoung, were held.")


def test_a_json_list_holds_several_articles(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"text": "One was held."}, {"text": "Two were held."}]')
    assert [item.path for item in read_articles([tmp_path / "a.json"])] == ["a.json#1", "a.json#2"]


def test_a_lone_surrogate_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Two \\ud83d men were held."}')
    item = read_one(tmp_path / "a.json")
    assert isinstance(item, Article)
    assert item.text == "Two \ufffd men were held."


def test_folders_are_read_in_path_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.json", "a/b/c.txt", ".hidden.txt", ".git/x.txt", "notes.md", "out/facts.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}")
    sources = find_sources([tmp_path], leave_out=tmp_path / "out")
    assert [source.path for source in sources] == ["a/b/c.txt", "a/z.json", "b.txt", "notes.md"]


def test_nothing_of_a_folder_vanishes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.doc", "c.png", "d/e.png", "broken.txt", "tables/facts.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\0\1" if name == "broken.txt" else b"Two were held.")
    (tmp_path / "tables" / "datapackage.json").write_text('{"name": "factx"}')
    unread = UnreadFiles()
    items = list(read_sources(find_sources([tmp_path], unread=unread), unread=unread))
    assert [(item.path, type(item)) for item in items] == [("a.txt", Article), ("broken.txt", Failure)]
    assert unread.summary() == "4 files: 2 .png, 1 folder of factx tables, 1 .doc (save it as .docx)"


def test_members_of_an_archive_that_are_not_read_are_counted(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("a.txt", "b.doc", "c.png"):
            archive.writestr(name, "Two were held.")
    unread = UnreadFiles()
    items = list(read_sources(find_sources([tmp_path]), unread=unread))
    assert [item.path for item in items] == ["a.zip/a.txt"]
    assert unread.summary() == "2 files: 1 .doc (save it as .docx), 1 .png"


def test_a_file_given_by_name_is_an_error_if_it_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "b.doc").write_text("Two were held.")
    item = read_one(tmp_path / "b.doc")
    assert isinstance(item, Failure)
    assert item.message == "'.doc' is no kind of file that factx reads: save it as .docx"


def test_other_packages_of_tables_are_read(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "news", "text": "Two were held."}')
    assert [item.path for item in read_articles([tmp_path])] == ["datapackage.json"]


def test_standard_input_is_read_by_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    for given, paths in (
        (b'{"text": "One fled."}', ["stdin"]),
        (b'[{"text": "A"}, {"text": "B"}]', ["stdin#1", "stdin#2"]),
    ):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(given)))
        assert [item.path for item in read_articles(["-"])] == paths


def test_other_languages_are_skipped(tmp_path: Path) -> None:
    german = "Bei einem Unfall auf der Autobahn sind am Montag vier Menschen gestorben, teilte die Polizei mit. " * 4
    (tmp_path / "a.txt").write_text(german)
    (tmp_path / "b.json").write_text(json.dumps({"text": "Deux morts.", "language": "fr"}))
    skipped = [item.skipped for item in read_articles([tmp_path]) if isinstance(item, Article)]
    assert skipped == [
        "the language is not English; factx reads English",
        "the language is 'fr'; factx reads English",
    ]


def test_ids_depend_on_the_text_alone(tmp_path: Path) -> None:
    ids = set()
    for name in ("x/a.txt", "y/b.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("Two men were held.")
        item = read_one(tmp_path / name)
        assert isinstance(item, Article)
        ids.add(item.article_id)
    assert len(ids) == 1


def test_a_date_that_is_not_understood_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Two were held.", "date": "03/04/2016"}')
    item = read_one(tmp_path / "a.json")
    assert isinstance(item, Article)
    assert (item.published, item.note) == (None, "the date '03/04/2016' was not understood; write it as 2017-03-22")


def test_one_path_need_not_be_in_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two men were held.")
    for path in (tmp_path, str(tmp_path), tmp_path / "a.txt"):
        assert [getattr(item, "path", None) for item in read_articles(path)] == ["a.txt"]
