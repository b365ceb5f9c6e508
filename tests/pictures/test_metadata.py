"""The metadata of picture files, in three formats; some files are hostile."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PIL import Image as Pixels

from printkit.article import Image, Place
from printkit.pictures.decoding import MetadataBlocks
from printkit.pictures.metadata import MAX_CHARACTERS, FoundField, fill_gaps, read_fields
from printkit.pictures.photograph import develop
from tests.support.made_pictures import (
    add_segment,
    build_iim,
    build_photoshop_segment,
    build_xmp,
    draw_scene,
    encode_picture,
)

EVERYTHING = build_xmp("""
  <dc:description><rdf:Alt><rdf:li xml:lang="x-default">A mole at low tide</rdf:li></rdf:Alt></dc:description>
  <photoshop:Headline>The mole</photoshop:Headline>
  <photoshop:Credit>Harbour Press</photoshop:Credit>
  <dc:creator><rdf:Seq><rdf:li>Ana Ruiz</rdf:li><rdf:li>Li Wei</rdf:li></rdf:Seq></dc:creator>
  <photoshop:Source>Harbour archive</photoshop:Source>
  <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2019 Ana Ruiz</rdf:li></rdf:Alt></dc:rights>
  <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Once</rdf:li></rdf:Alt></xmpRights:UsageTerms>
  <xmpRights:WebStatement>https://example.org/terms</xmpRights:WebStatement>
  <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Stones in mud</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
  <photoshop:City>Cádiz</photoshop:City><photoshop:State>Andalucía</photoshop:State>
  <photoshop:Country>Spain</photoshop:Country>
  <photoshop:DateCreated>2019-09-13T08:30:00+02:00</photoshop:DateCreated>
  <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>
  <photoshop:Instructions>Do not print before noon</photoshop:Instructions>
  <photoshop:CaptionWriter>jb</photoshop:CaptionWriter>
""")  # noqa: E501


def values(blocks: MetadataBlocks, language: str | None = None) -> dict[str, object]:
    """Return the values that were read, by field."""
    return {name: found.value for name, found in read_fields(blocks, language=language).items()}


def test_xmp_gives_every_field() -> None:
    """XMP gives every IPTC field that printkit prints, and no notes for editors."""
    summer = timezone(timedelta(hours=2))
    assert values(MetadataBlocks(xmp=EVERYTHING)) == {
        "caption": "A mole at low tide",
        "headline": "The mole",
        "credit": "Harbour Press",
        "creator": ("Ana Ruiz", "Li Wei"),
        "source": "Harbour archive",
        "copyright_notice": "© 2019 Ana Ruiz",
        "usage_terms": "Once",
        "license_url": "https://example.org/terms",
        "alt": "Stones in mud",
        "place": Place(name="Cádiz", region="Andalucía", country="Spain"),
        "date_created": datetime(2019, 9, 13, 8, 30, tzinfo=summer),
        "digital_source_type": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
    }


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_xmp_is_found_in_every_format(kind: str) -> None:
    """Each format of pictures keeps the packet in another place."""
    if kind == "PNG":
        from PIL.PngImagePlugin import PngInfo

        words = PngInfo()
        words.add_itxt("XML:com.adobe.xmp", EVERYTHING.decode())
        data = encode_picture(draw_scene(), pnginfo=words)
    elif kind == "TIFF":
        data = encode_picture(draw_scene(), kind, tiffinfo={700: EVERYTHING})
    else:
        data = encode_picture(draw_scene(), kind, xmp=EVERYTHING)
    assert values(develop(data).blocks)["credit"] == "Harbour Press"


def test_iim_gives_what_it_has() -> None:
    """The test reads IPTC-IIM, the format of the nineties, in a JPEG."""
    block = build_iim(
        (2, 120, b"A mole at low tide"),
        (2, 105, b"The mole"),
        (2, 110, b"Harbour Press"),
        (2, 80, b"Ana Ruiz"),
        (2, 80, b"Li Wei"),
        (2, 115, b"Harbour archive"),
        (2, 116, b"2019 Ana Ruiz"),
        (2, 90, b"Cadiz"),
        (2, 101, b"Spain"),
        (2, 55, b"20190913"),
        (2, 60, b"083000+0200"),
    )
    jpeg = add_segment(encode_picture(draw_scene(), "JPEG"), 0xED, build_photoshop_segment(block))
    found = read_fields(develop(jpeg).blocks)
    assert {one.provenance for one in found.values()} == {"iim"}
    assert found["creator"].value == ("Ana Ruiz", "Li Wei")
    assert found["place"].value == Place(name="Cadiz", country="Spain")
    assert str(found["date_created"].value) == "2019-09-13 08:30:00+02:00"
    assert len(found) == 8


def test_iim_is_found_in_tiff() -> None:
    """TIFF keeps the datasets in a tag of its own."""
    data = encode_picture(
        draw_scene(), "TIFF", tiffinfo={33723: build_iim((2, 110, b"Harbour Press"))}
    )
    assert values(develop(data).blocks) == {"credit": "Harbour Press"}


def test_exif_is_read_last() -> None:
    """Cameras write description, artist, copyright and time."""
    exif = Pixels.Exif()
    exif[0x010E] = "A mole at low tide"
    exif[0x013B] = "Ana Ruiz; Li Wei"
    exif[0x8298] = "Ana Ruiz\0Harbour Press"
    exif.get_ifd(0x8769)[0x9003] = "2019:09:13 08:30:00"
    exif.get_ifd(0x8769)[0x9011] = "+02:00"
    found = read_fields(develop(encode_picture(draw_scene(), "JPEG", exif=exif)).blocks)
    assert {one.provenance for one in found.values()} == {"exif"}
    assert found["creator"].value == ("Ana Ruiz", "Li Wei")
    assert found["copyright_notice"].value == "Ana Ruiz Harbour Press"
    assert str(found["date_created"].value) == "2019-09-13 08:30:00+02:00"


@pytest.mark.parametrize(
    "junk",
    [
        "OLYMPUS DIGITAL CAMERA         ",
        "MINOLTA DIGITAL CAMERA",
        "SAMSUNG",
        "SONY DSC",
        "DCIM\\100MEDIA\\DJI_0001.JPG",
        "DCIM/100MEDIA",
        "default",
        "Exif_JPEG_PICTURE",
        "IMG_2041.JPG",
        "DSC01234",
        "Untitled",
        "<KENOX S760  / Samsung S760>",
        "cof",
        "...",
        "   ",
        "\0\0\0",
    ],
)
def test_camera_junk_is_no_caption(junk: str) -> None:
    """Default texts of camera makers are ignored, in every format."""
    assert read_fields(MetadataBlocks(exif={0x010E: junk})) == {}
    assert read_fields(MetadataBlocks(iim=build_iim((2, 120, junk.encode())))) == {}


@pytest.mark.parametrize(
    "caption", ["Samsung opens a plant in Izmir", "Default of a bank", "Untitled no more", "Hdr"]
)
def test_captions_that_begin_like_junk_are_kept(caption: str) -> None:
    """Only the whole text is compared."""
    kept = values(MetadataBlocks(exif={0x010E: caption}))
    assert kept == ({} if caption == "Hdr" else {"caption": caption})


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019-09-13", date(2019, 9, 13)),
        ("2019-09-13T08:30Z", datetime(2019, 9, 13, 8, 30, tzinfo=UTC)),
        ("2019-09", None),
        ("2019", None),
        ("0000:00:00 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("yesterday", None),
    ],
)
def test_a_date_is_a_date_or_nothing(text: str, moment: date | None) -> None:
    """Half a date is not completed, and no time is added."""
    packet = build_xmp(f"<photoshop:DateCreated>{text}</photoshop:DateCreated>")
    assert values(MetadataBlocks(xmp=packet)) == ({"date_created": moment} if moment else {})


def test_xmp_goes_before_iim_before_exif() -> None:
    """For each field, a later format fills the gaps that earlier formats leave."""
    blocks = MetadataBlocks(
        xmp=build_xmp("<photoshop:Credit>from XMP</photoshop:Credit>"),
        iim=build_iim((2, 110, b"from IIM"), (2, 120, b"from IIM")),
        exif={0x010E: "from EXIF", 0x8298: "from EXIF"},
    )
    assert read_fields(blocks) == {
        "credit": FoundField("from XMP", "xmp"),
        "caption": FoundField("from IIM", "iim"),
        "copyright_notice": FoundField("from EXIF", "exif"),
    }


def test_only_gaps_are_filled() -> None:
    """The record's own words stay; the source of each filled field is kept."""
    image = Image(src="a.jpg", caption="Ours", provenance={"caption": "figcaption"})
    filled = fill_gaps(image, read_fields(MetadataBlocks(xmp=EVERYTHING)))
    assert filled.caption == "Ours"
    assert filled.credit == "Harbour Press"
    assert filled.provenance["caption"] == "figcaption"
    assert filled.provenance["credit"] == "xmp"
    assert filled.model_fields_set >= {"src", "credit", "creator"}
    assert Image.model_validate(filled.model_dump()) == filled
    assert image.credit is None


def test_a_decorative_picture_is_given_no_alternative_text() -> None:
    """Screen readers pass over a decorative picture."""
    filled = fill_gaps(
        Image(src="a.jpg", decorative=True), read_fields(MetadataBlocks(xmp=EVERYTHING))
    )
    assert filled.alt is None
    assert filled.caption


def test_long_texts_are_cut_and_controls_taken_out() -> None:
    """Two thousand characters, on one line, are enough for a caption."""
    found = values(
        MetadataBlocks(iim=build_iim((2, 120, b"word \x1b[31m\r\n" * 2000), (2, 110, b"\x07A\x00")))
    )
    assert found["credit"] == "A"
    caption = str(found["caption"])
    assert len(caption) == MAX_CHARACTERS
    assert caption.startswith("word [31m word [31m")
    assert caption.endswith("…")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "see our site", "https://"]
)
def test_a_licence_address_is_a_web_address(url: str) -> None:
    """The address becomes a link: any other text is left out."""
    packet = build_xmp(f"<xmpRights:WebStatement>{url}</xmpRights:WebStatement>")
    assert read_fields(MetadataBlocks(xmp=packet)) == {}


def test_real_photographs_are_credited(corpus: Path) -> None:
    """The two photographs of the corpus with metadata give caption, creator, credit and rights."""
    for name in ("china.jpg", "flower.jpg"):
        found = read_fields(develop((corpus / "photos" / name).read_bytes()).blocks)
        assert {"caption", "creator", "credit", "copyright_notice"} <= found.keys()
        assert found["copyright_notice"] == FoundField("CC BY 2.0", "xmp")
