"""Texts of metadata blocks: three formats, also in hostile files."""

from pathlib import Path

import pytest

from printkit.article import Place
from printkit.pictures.decoding import MetadataBlocks
from printkit.pictures.metadata import read_fields
from tests.support.made_pictures import build_iim, build_xmp
from tests.support.time_limits import ends_soon


def values(blocks: MetadataBlocks, language: str | None = None) -> dict[str, object]:
    """Return the values that were read, by field."""
    return {name: found.value for name, found in read_fields(blocks, language=language).items()}


def test_notes_to_the_desk_are_never_read() -> None:
    """Two formats have instructions and the name of the caption writer."""
    block = build_iim((2, 40, b"Do not print before noon"), (2, 122, b"jb"), (2, 120, b"A mole"))
    packet = build_xmp(
        "<photoshop:Instructions>Do not print before noon</photoshop:Instructions>"
        "<photoshop:CaptionWriter>jb</photoshop:CaptionWriter><photoshop:Credit>Ana</photoshop:Credit>"
    )
    told = str(read_fields(MetadataBlocks(xmp=packet))) + str(
        read_fields(MetadataBlocks(iim=block))
    )
    assert "noon" not in told
    assert "jb" not in told
    assert "Ana" in told


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        (None, "A mole"),
        ("de", "Eine Mole"),
        ("de-AT", "Eine Mole"),
        ("pt-BR", "Um molhe"),
        ("PT", "Um molhe"),
        ("fi", "A mole"),
    ],
)
def test_of_several_languages_the_articles_is_taken(language: str | None, caption: str) -> None:
    """The article's language comes first, then a related language, then the default."""
    packet = build_xmp("""<dc:description><rdf:Alt>
        <rdf:li xml:lang="pt-BR">Um molhe</rdf:li><rdf:li xml:lang="x-default">A mole</rdf:li>
        <rdf:li xml:lang="de">Eine Mole</rdf:li></rdf:Alt></dc:description>""")
    assert values(MetadataBlocks(xmp=packet), language)["caption"] == caption


def test_xmp_written_as_attributes_is_read() -> None:
    """Programs write simple properties as attributes, and text in the place of a list."""
    packet = build_xmp("<dc:creator>Ana Ruiz</dc:creator><dc:rights>© Ana</dc:rights>").replace(
        b'rdf:about=""', b'rdf:about="" photoshop:Credit="Harbour Press" photoshop:Country="Spain"'
    )
    assert values(MetadataBlocks(xmp=packet)) == {
        "credit": "Harbour Press",
        "creator": ("Ana Ruiz",),
        "copyright_notice": "© Ana",
        "place": Place(name="Spain"),
    }


@pytest.mark.parametrize(
    ("block", "caption"),
    [
        (build_iim((1, 90, b"\x1b%G"), (2, 120, "Cádiz, el muelle".encode())), "Cádiz, el muelle"),
        (build_iim((2, 120, "Cádiz, el muelle".encode())), "Cádiz, el muelle"),
        (build_iim((2, 120, "Cádiz – “el muelle”".encode("cp1252"))), "Cádiz – “el muelle”"),
        (build_iim((2, 120, "Cádiz".encode("latin-1"))), "Cádiz"),
        (build_iim((1, 90, b"\x1b%G"), (2, 120, b"C\xe1diz")), "C\ufffddiz"),
        (b"\x1c\x02\x78\x80\x04\0\0\0\x06A mole" + build_iim((2, 110, b"Ana")), "A mole"),
        (build_iim((2, 120, b"A mole")) + b"\x1c\x02", "A mole"),
        (build_iim((2, 120, b"A mole")) + b"rubbish", "A mole"),
        (build_iim((2, 120, b"A mole"))[:-2], "A mo"),
    ],
)
def test_the_alphabet_of_iim_is_found_out(block: bytes, caption: str) -> None:
    """The text is declared UTF-8, undeclared UTF-8 or cp1252; datasets are long or truncated."""
    assert values(MetadataBlocks(iim=block))["caption"] == caption


def test_exif_in_utf8_is_no_mojibake() -> None:
    """EXIF allows ASCII only; programs write UTF-8, which a reader of latin-1 would garble."""
    tags = {0x010E: "Cádiz".encode().decode("latin-1"), 0x013B: "José"}
    assert values(MetadataBlocks(exif=tags)) == {"caption": "Cádiz", "creator": ("José",)}


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE = {
    "laughs in text": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x>&l11;</x>',
    "laughs in an attribute": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x y="&l11;"/>',
    "a file": '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>',
    "a far DTD": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
    "deep": "<x>" * 300_000,
    "wide": "<x>" + "<y/>" * 3_000_000 + "</x>",
    "broken": "<x:xmpmeta><rdf:RDF>",
    "empty": "",
    "no XML": "\0\1\2 <<<>>>",
    "half a character": "<x>\ud800</x>",
    "odd encoding": "<?xml version='1.0' encoding='klingon'?><x/>",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_xmp_does_nothing(text: str) -> None:
    """Entity bombs, external files, deep trees and garbage give no field, no delay, no crash."""
    with ends_soon():
        assert read_fields(MetadataBlocks(xmp=text.encode("utf-8", "surrogatepass"))) == {}


def test_an_entity_brings_no_file_into_a_caption(tmp_path: Path) -> None:
    """A packet with a DTD is ignored as a whole."""
    (tmp_path / "canary").write_text("CANARY")
    packet = build_xmp("<photoshop:Credit>&f;</photoshop:Credit>").replace(
        b"<x:xmpmeta",
        f'<!DOCTYPE x [<!ENTITY f SYSTEM "{tmp_path / "canary"}">]><x:xmpmeta'.encode(),
        1,
    )
    assert read_fields(MetadataBlocks(xmp=packet)) == {}


def test_damaged_labels_do_no_harm() -> None:
    """Each byte of each format is changed in turn: reading never crashes."""
    block = build_iim(
        (1, 90, b"\x1b%G"), (2, 120, "Cádiz".encode()), (2, 55, b"20190913"), (2, 90, b"A")
    )
    packet = build_xmp("<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>")
    for at in range(len(block)):
        for byte in (0, 0x1C, 0x80, 0xFF):
            read_fields(MetadataBlocks(iim=block[:at] + bytes([byte]) + block[at + 1 :]))
    for at in range(0, len(packet), 3):
        read_fields(MetadataBlocks(xmp=packet[:at] + b"\xff" + packet[at + 1 :]))
        read_fields(MetadataBlocks(xmp=packet[:at]))
