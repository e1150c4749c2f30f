"""Texts as their writers meant them: letters, marks and markup are undone, and what needs nothing stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.reading.markup import without_markup
from factx.reading.repair import repaired

REPAIRED = {
    "ligatures": ("Oﬃcials said ﬁfty-ﬁve ﬂed.", "Officials said fifty-five fled."),
    "ligature of a long s": ("the ﬆeamer", "the steamer"),
    "full-width figures": ("１４ boats, ６ ％", "14 boats, 6 %"),
    "full-width letters and brackets": ("ＵＮ（Geneva）", "UN(Geneva)"),
    "full-width currencies": ("￡9, ￥8 and ￦7", "£9, ¥8 and ₩7"),
    "squared units": ("30㎏ of rice on 2㎢", "30kg of rice on 2km²"),
    "degrees": ("40℃", "40°C"),
    "letters of mathematics": ("𝗡𝗶𝗻𝗲 dead, 𝟏𝟐 hurt", "Nine dead, 12 hurt"),
    "ideographic blank": ("Nine　dead", "Nine dead"),
    "decomposed letters": ("Co\u0302te d'Ivoire and Tu\u0308rkiye", "Côte d'Ivoire and Türkiye"),
    "soft hyphens": ("wound\u00aded on Thurs\u00adday", "wounded on Thursday"),
    "soft hyphen at the end of a line": ("wound\u00ad\n  ed", "wounded"),
    "zero-width blanks": ("at\u200b the\ufeff port\u2060", "at the port"),
    "zero-width blank between word and figure": ("killed\u200b8 and 9\u200bboys", "killed 8 and 9 boys"),
    "marks of direction": ("\u200eTel Aviv\u200f", "Tel Aviv"),
    "wrong encoding": ("The cafÃ© in BogotÃ¡ â€“ shut", "The café in Bogotá – shut"),
    "wrong encoding in one line": ("Ã‰ric fled.\nÉva stayed.", "Éric fled.\nÉva stayed."),
    "broken word": ("Rebels cap-\ntured nine sol-\r\ndiers.", "Rebels captured nine soldiers."),
    "broken word with indent": ("the minis- \n    ter", "the minister"),
    "broken word in capitals": ("GUERRIL-\nLAS FLED", "GUERRILLAS FLED"),
    "broken name known elsewhere": ("Mr Okonkwo said Okon-\nkwo", "Mr Okonkwo said Okonkwo"),
    "broken compound": ("thirty-\none boys, a six-\nyear-old", "thirty-one boys, a six-year-old"),
    "broken compound, first part broken": ("thir-\nty-one boys", "thirty-one boys"),
    "broken number": (
        "Four-\nteen men, SIX-\nTY huts and a nine-\nteen-year-old",
        "Fourteen men, SIXTY huts and a nineteen-year-old",
    ),
    "compound beside a number": ("a four-\nday walk, six-\nmember crews", "a four-day walk, six-member crews"),
    "broken name with a hyphen": ("Guinea-\nBissau and al-\nShabaab", "Guinea-Bissau and al-Shabaab"),
    "surrogate alone": ("a \ud83d b", "a \ufffd b"),
}
KEPT = {
    "plain": "Nine people died, police said.",
    "accents": "São Tomé, Kraków and Đà Nẵng",
    "quotes and dashes": "“Nine” – it’s said — ‘ten’…",
    "raised and circled figures": "people² and ① and 5 m²",
    "fractions": "½ of 3¾",
    "a dash at the end of a line": "Oslo —\nthe donor - \nsaid",
    "an item below a hyphenated line": "the list:-\n- nine boats",
    "comparison": "3 < 4 and 5 > 2 & 6",
    "unknown tags": "a <noise> and <b-52>",
    "no-break blanks": "5\u00a0000 people",
    "joined emoji": "family",
    "words in brackets": "It [video] shows [sic] the [gallery] [row 3]",
    "other alphabets": "Свобода, 自由 and حرية",
    "line ends": "one\r\n\r\ntwo\rthree",
}
UNDONE = {
    "paragraphs": ("<p>Nine died.</p><p>Ten fled.</p>", "Nine died.\n\nTen fled."),
    "breaks": ("Nine died.<br>Ten fled.<BR />", "Nine died.\nTen fled."),
    "words keep together": ("kil<b>led</b> <i>nine</i>", "killed nine"),
    "attributes": ('<a href="/a?b=1" class="x">Nine</a> died', "Nine died"),
    "list": ("<ul><li>Nine died</li><li>Ten fled</li></ul>", "Nine died\n\nTen fled"),
    "comment": ("Nine <!-- ad: <p>90 dead</p> -->died", "Nine died"),
    "script": ("Nine died.<script>var toll = 90;</script>", "Nine died."),
    "script that nothing closes": ("Nine <script>died", "Nine died"),
    "entities": ("Nine&nbsp;men &amp; &#8220;ten&rdquo; &mdash; &pound;5", "Nine men & “ten” — £5"),
    "escaped twice": ("Marks &amp;amp; Co", "Marks & Co"),
    "a page escaped as a whole": (
        "&lt;p&gt;Nine died.&lt;/p&gt;&lt;p&gt;Ten fled.&lt;/p&gt;",
        "Nine died.\n\nTen fled.",
    ),
    "notes": ("Nine men<sup>2</sup> died in the 12<sup>th</sup> raid", "Nine men² died in the 12th raid"),
    "shortcodes": (
        '[caption id="p7" width="640"]The pier[/caption] Nine fled.\n[gallery ids="4,5"]\nTen [sic] died.',
        " Nine fled.\n\nTen [sic] died.",
    ),
    "no entity": ("AT&T; R&D and &unknown;", "AT&T; R&D and &unknown;"),
}


@pytest.mark.parametrize("case", REPAIRED)
def test_is_repaired(case: str) -> None:
    given_text, wanted = REPAIRED[case]
    assert repaired(given_text) == wanted


@pytest.mark.parametrize("case", KEPT)
def test_stays_as_it_is(case: str) -> None:
    assert repaired(KEPT[case]) == KEPT[case]


@pytest.mark.parametrize("case", UNDONE)
def test_markup_is_undone(case: str) -> None:
    text, wanted = UNDONE[case]
    assert without_markup(text) == wanted


@given(st.text(alphabet="ab<>/&;-\n ﬁ１\u00ad\u200b\u0301Ã©pscrit!#8", max_size=120))
def test_any_text_is_repaired_and_has_no_hidden_characters(text: str) -> None:
    assert not set(repaired(text)) & set("\u00ad\u200bﬁ１")


@pytest.mark.parametrize(
    "piece", ["<script>", "<!--", "<p>", "<p ", "&amp;", "a-\n", "Ã©", "\u00ad", "e\u0301", "<sup>1"]
)
def test_a_megabyte_of_one_piece_is_repaired(piece: str) -> None:
    assert isinstance(repaired(piece * (500_000 // len(piece))), str)
