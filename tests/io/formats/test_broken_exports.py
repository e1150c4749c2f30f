"""Exports cut off or with a piece lost: articles, bad parts or one clear error, never anything else."""

from __future__ import annotations

from contextlib import suppress

import pytest

from factx.base.errors import InputError
from factx.reading.formats import BadPart, RawArticle
from tests.io.formats import test_europresse, test_factiva, test_mail, test_proquest
from tests.io.formats.exports import parts

EXPORTS: dict[str, str | bytes] = {
    "factiva.html": test_factiva.page(
        test_factiva.coded(), test_factiva.listed("7 words", "5 January 2011", "Andes Wire")
    ),
    "factiva.xml": test_factiva.XML.format(test_factiva.element() * 2),
    "factiva.rtf": test_factiva.rtf(test_factiva.table(), test_factiva.table()),
    "proquest.txt": test_proquest.document() * 2 + test_proquest.FOOTER,
    "proquest.html": test_proquest.page(test_proquest.section(1), test_proquest.section(2)),
    "proquest.eml": test_proquest.mail(test_proquest.page(test_proquest.section(1))),
    "mail.eml": test_mail.several(("text/plain", "Two fled."), ("text/html", "<p>Two fled.</p>")),
    "europresse.html": test_europresse.page(test_europresse.new(), test_europresse.new()),
    "europresse_old.html": test_europresse.page(test_europresse.old(), test_europresse.old()),
}
PLACES = 25
"""Places at which each export is broken."""
ODD = (b"", b"\xff\xfe", b"<", b"]]>", b"{\\'", b"&#x0;", b"\r\n\r\n", b"=?")


@pytest.mark.parametrize("name", EXPORTS)
def test_a_broken_export(name: str) -> None:
    export = EXPORTS[name]
    data = export if isinstance(export, bytes) else export.encode()
    for number in range(1, PLACES):
        at = len(data) * number // PLACES
        for broken in (data[:at], data[:at] + ODD[number % len(ODD)] + data[at + 7 * number :]):
            with suppress(InputError):
                assert all(isinstance(part, RawArticle | BadPart) for part in parts(broken, name))
