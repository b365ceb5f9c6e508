"""Bytes become text; a guess or a loss is always remarked on."""

import codecs

import pytest

from printkit.errors import RecordError
from printkit.readers.decoding import decode_record

TEXT = "Die Fähre ist zurück\n\nNach dem Winter fährt sie wieder über den Fluss."


def codes(data: bytes) -> list[str]:
    """Return the codes of the remarks on some bytes."""
    return [remark.code for remark in decode_record(data, "a.txt").remarks]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"\x84\x31\x95\x33", "gb18030"),
        (b"+/v8-", "utf-7"),
    ],
)
def test_a_mark_settles_the_encoding(mark: bytes, encoding: str) -> None:
    """The byte order mark is taken off, without a remark."""
    assert decode_record(mark + TEXT.encode(encoding), "a.txt") == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [TEXT, "渡し船\n\n長い冬のあと、 港に戻った。\n\n" * 3])
def test_wide_text_is_known_by_its_zeros(encoding: str, text: str) -> None:
    """UTF-16 without a mark is guessed, and a remark names the encoding."""
    decoded = decode_record(text.encode(encoding), "a.txt")
    assert decoded.text == text
    assert [remark.code for remark in decoded.remarks] == ["PK203"]
    assert encoding in decoded.remarks[0].message


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It’s the harbour’s ferry.", "cp1252"),
        ("El barco volvió a Cádiz el año pasado, según la señora Núñez.", "cp1252"),
        ("Le ferry est revenu après l’hiver, déjà mouillé, à côté du café.", "cp1252"),
        ("Паром вернулся в гавань после долгой зимы, сказала она.", "cp1251"),
        ("Паром вернулся в гавань после долгой зимы", "koi8_r"),
        ("渡し船は長い冬のあと港に戻ってきたと彼女は言った。", "cp932"),
        ("渡轮在漫长的冬天之后返回了港口，她说。孩子们在码头等着。", "gb18030"),
    ],
)
def test_an_older_encoding_is_guessed_and_named(text: str, encoding: str) -> None:
    """Short texts of common encodings come out right, and a remark names the guess."""
    decoded = decode_record(text.encode(encoding), "a.txt")
    assert decoded.text == text
    assert [remark.code for remark in decoded.remarks] == ["PK203"]


def test_broken_bytes_in_utf_8_are_counted() -> None:
    """Two broken bytes do not change the encoding of the whole text."""
    decoded = decode_record(TEXT.encode() + b" \xff and \xfe", "a.txt")
    assert decoded.text == TEXT + " \ufffd and \ufffd"
    assert [remark.code for remark in decoded.remarks] == ["PK204"]
    assert "2 unreadable" in decoded.remarks[0].message


def test_replacement_characters_of_the_sender_are_not_counted() -> None:
    """A U+FFFD that came with the text is no loss of printkit's reading."""
    assert codes("Fähre, kühl, \ufffd".encode()) == []
    assert codes("Fähre \ufffd".encode("utf-16")) == []


def test_a_stray_zero_is_replaced_and_counted() -> None:
    """One zero byte does not make a text a binary file."""
    decoded = decode_record(
        b"A headline\n\nA body with a \0 in it, and more words after it.", "a.txt"
    )
    assert "with a \ufffd in it" in decoded.text
    assert [remark.code for remark in decoded.remarks] == ["PK204"]


def test_line_ends_are_made_equal() -> None:
    """Windows and old Macintosh line ends become newlines."""
    assert decode_record(b"a\r\nb\rc\n", "a.txt").text == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\xff\xd8\xff\xe0JFIF", "is a JPEG picture, not an article"),
        (bytes(range(32)) * 4, "is a binary file"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, told: str) -> None:
    """The message names the file and its kind."""
    with pytest.raises(RecordError, match=f"a.txt: {told}"):
        decode_record(data, "a.txt")
