"""Gathering: which pictures come in, which pictures are refused, and the remarks on them."""

import socket
from base64 import b64encode
from pathlib import Path

import pytest
from PIL import Image as PillowImage

from printkit.article import Image
from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import PrintkitError
from printkit.pages import Gathered, LostPicture, Picture
from printkit.pictures.gather import gather_images, shown_src
from printkit.pictures.sources import PictureSources
from printkit.remarks import CODES
from tests.support.made_pictures import (
    build_png,
    build_xmp,
    draw_scene,
    draw_steps,
    encode_picture,
)

PNG = encode_picture(draw_scene(40, 30))
JPEG = encode_picture(draw_scene(40, 30), "JPEG")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a record's folder with one photograph."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "mole.jpg").write_bytes(JPEG)
    return tmp_path


def plain(src: str | None = None, **more: object) -> Image:
    """Return a picture that causes no remark but the remark under test."""
    return Image.model_validate({"src": src, "alt": "a mole", "credit": "Ana Ruiz", **more})


def only(gathered: Gathered) -> Picture | LostPicture:
    """Return the only outcome."""
    (outcome,) = gathered.uses
    return outcome


def codes(gathered: Gathered) -> list[str]:
    """Return the codes of the remarks; every code must be known."""
    assert {remark.code for remark in gathered.remarks} <= CODES.keys()
    return [remark.code for remark in gathered.remarks]


def test_a_local_picture_is_gathered_and_pinned(folder: Path) -> None:
    """A picture has bytes, type and size; its name is the hash of its bytes."""
    gathered = gather_images([plain("images/mole.jpg")], PictureSources(folder, None))
    picture = only(gathered)
    assert isinstance(picture, Picture)
    assert (picture.data, picture.mime) == (JPEG, "image/jpeg")
    assert (picture.width, picture.height) == (40, 30)
    assert picture.url.startswith("picture:")
    assert len(picture.url) == len("picture:") + 64
    assert gathered.pictures == {picture.url: picture}
    assert gathered.remarks == ()


def test_each_src_is_handled_once(folder: Path) -> None:
    """A picture that stands twice is fetched once and remarked on once."""
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return PNG

    images = [Image(src=src) for src in ("https://a.example/x.png", "images/mole.jpg") * 2]
    gathered = gather_images(images, PictureSources(folder, fetch))
    assert [one.image.src for one in gathered.uses] == [one.src for one in images]
    assert asked == ["https://a.example/x.png"]
    assert codes(gathered) == ["PK405", "PK405", "PK406"]


def test_words_without_a_picture_are_remarked_on(folder: Path) -> None:
    """The page prints the words in a ruled box, and a remark tells the editor."""
    gathered = gather_images(
        [plain("images/mole.jpg"), plain(None, caption="A mole")], PictureSources(folder, None)
    )
    assert [type(one) for one in gathered.uses] == [Picture, LostPicture]
    (remark,) = gathered.remarks
    assert str(remark) == "PK401 picture 2: the record has words for this picture, but no address"


def test_a_missing_file_is_named_with_its_nearest(folder: Path) -> None:
    """The remark suggests a name; the printed reason says nothing about the folder."""
    gathered = gather_images(
        [plain("img/mole.jpg")], PictureSources(folder, None), where="week.json"
    )
    lost = only(gathered)
    assert lost == LostPicture(plain("img/mole.jpg"), "the file is not there", "img/mole.jpg")
    assert str(gathered.remarks[0]) == (
        "PK401 week.json: img/mole.jpg: the file is not there; looked for img/mole.jpg in the"
        " record's folder; there is images/mole.jpg; --root DIR names a folder to look in"
    )


REFUSED = (
    "../secret.jpg",
    "C:\\secret.jpg",
    "\\\\server\\share\\a.jpg",
    "file:///etc/hostname",
    "FILE:///etc/hostname",
    "file:images/mole.jpg",
    "ftp://example.org/a.jpg",
    "blob:https://example.org/1234",
    "javascript:alert(1)",
    "about:blank",
    "chrome://settings/a.png",
    "x-" + "a" * 500 + ":b",
    "images",
)


@pytest.mark.parametrize("src", REFUSED)
def test_what_must_not_be_read_is_refused_in_one_line(src: str, folder: Path) -> None:
    """Each foreign folder or scheme gets one remark, and the good picture is gathered."""
    (folder.parent / "secret.jpg").write_bytes(JPEG)
    images = [plain(src), plain("images/mole.jpg")]
    gathered = gather_images(images, PictureSources(folder, lambda _: PNG))
    assert [type(one) for one in gathered.uses] == [LostPicture, Picture]
    assert codes(gathered) == ["PK403"]
    assert "\n" not in str(gathered.remarks[0])
    assert len(str(gathered.remarks[0])) < 200
    assert ("absolute path" in str(gathered.remarks[0])) == src.startswith(("C:", "\\"))


def test_without_a_folder_no_file_is_read() -> None:
    """A record from a pipe or a database has no folder."""
    gathered = gather_images([plain("images/mole.jpg")], PictureSources(None, None))
    assert codes(gathered) == ["PK403"]
    assert "without a folder" in gathered.remarks[0].message


@pytest.mark.parametrize(
    "src", ["https://a.example/x.jpg", "HTTP://a.example/x.jpg", "//a.example/x.jpg"]
)
def test_the_network_is_off_unless_it_is_given(
    src: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No name is looked up; the remark names the option that allows the network."""

    def never(*asked: object, **_: object) -> None:
        raise AssertionError(f"looked up {asked}")

    monkeypatch.setattr(socket, "getaddrinfo", never)
    gathered = gather_images([plain(src)], PictureSources(folder, None))
    assert isinstance(only(gathered), LostPicture)
    assert codes(gathered) == ["PK402"]
    assert "--fetch" in gathered.remarks[0].message


def test_a_resolver_of_the_callers_is_used() -> None:
    """The caller's function gets the whole address and returns bytes."""
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return PNG

    gathered = gather_images(
        [plain("//a.example/x.png?y=1"), plain("HTTPS://b.example/")], PictureSources(None, fetch)
    )
    assert asked == ["https://a.example/x.png?y=1", "HTTPS://b.example/"]
    assert all(isinstance(one, Picture) for one in gathered.uses)


@pytest.mark.parametrize(
    ("failure", "code", "told"),
    [
        (FileNotFoundError("gone"), "PK401", "gone"),
        (TimeoutError("no answer"), "PK401", "no answer"),
        (OSError(13, "Permission denied", "/srv/secret/place"), "PK403", "Permission denied"),
        (PermissionError("not public"), "PK403", "not public"),
        (OSError("line one\nline two" + "x" * 999), "PK401", "line one line two"),
        (OSError(), "PK401", "OSError"),
        (None, "PK401", "nothing"),
    ],
)
def test_a_resolver_may_fail(failure: OSError | None, code: str, told: str) -> None:
    """The picture is lost, with the reason in one line, without paths of the machine."""

    def fetch(_: str) -> bytes | None:
        if failure:
            raise failure
        return None

    gathered = gather_images([plain("https://a.example/x.jpg")], PictureSources(None, fetch))
    assert codes(gathered) == [code]
    lost = only(gathered)
    assert isinstance(lost, LostPicture)
    assert told in lost.reason
    assert len(lost.reason) <= 200
    assert "secret" not in str(gathered)


def test_a_missing_extra_is_not_taken_for_a_missing_picture() -> None:
    """A library that must be installed is an error, told once."""

    def fetch(_: str) -> bytes:
        raise PrintkitError("needs a package", remedy="pip install it")

    with pytest.raises(PrintkitError, match="pip install it"):
        gather_images([plain("https://a.example/x.jpg")], PictureSources(None, fetch))


@pytest.mark.parametrize(
    "src",
    [
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        "data:image/png;base64,",
        "data:text/html,<p>x",
    ],
)
def test_data_that_is_no_picture_is_told(src: str) -> None:
    """The data may be a drawing, an empty text or a web page."""
    gathered = gather_images([plain(src)], PictureSources(None, None))
    assert codes(gathered) == ["PK404"]
    assert isinstance(only(gathered), LostPicture)


def test_bytes_in_a_record_are_a_picture() -> None:
    """A caller of the library may give bytes."""
    picture = only(gather_images([Image.model_validate({"src": JPEG})], PictureSources(None, None)))
    assert isinstance(picture, Picture)
    assert picture.data == JPEG


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"<!doctype html><p>Not found", "a web page"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (JPEG[:150], ""),
        (b"plain words", "none of JPEG"),
    ],
)
def test_what_is_no_picture_is_told(data: bytes, told: str, folder: Path) -> None:
    """PK404 says what the file is: empty, a web page, a drawing or a fragment."""
    (folder / "x.jpg").write_bytes(data)
    gathered = gather_images([plain("x.jpg")], PictureSources(folder, None))
    assert codes(gathered) == ["PK404"]
    assert told in gathered.remarks[0].message


def test_a_cut_photograph_is_printed_and_remarked_on(folder: Path) -> None:
    """Most of the photograph is there, so the page shows this part."""
    whole = encode_picture(draw_scene(400, 400), "JPEG")
    (folder / "cut.jpg").write_bytes(whole[: len(whole) * 9 // 10])
    gathered = gather_images([plain("cut.jpg")], PictureSources(folder, None))
    assert isinstance(only(gathered), Picture)
    assert codes(gathered) == ["PK404"]
    assert "ends early" in gathered.remarks[0].message


def test_every_limit_is_named(folder: Path) -> None:
    """If a picture is too large or too slow, or the pictures too many, the rest is printed."""
    with (folder / "large.png").open("wb") as file:
        file.truncate(DEFAULTS.picture_file_size * MB + 1)
    (folder / "wide.png").write_bytes(build_png(12_001, 10_000, 1, 0, b""))
    wide = f"data:image/png;base64,{b64encode(build_png(8000, 5001, 1, 0, b'')).decode()}"
    data = f"data:image/png,{'A' * (DEFAULTS.picture_size * MB + 1)}"
    for src, told in (
        ("large.png", "50 MB"),
        ("wide.png", "120 megapixels"),
        (data, "10 MB"),
        (wide, "40 megapixels"),
    ):
        gathered = gather_images([plain(src)], PictureSources(folder, None))
        assert codes(gathered) == ["PK403"]
        assert told in gathered.remarks[0].message
    large = PNG + bytes(DEFAULTS.picture_size * MB)
    gathered = gather_images([plain("https://a.example/")], PictureSources(None, lambda _: large))
    assert codes(gathered) == ["PK403"]
    three = Limits(pictures=3)
    five = [plain(f"https://a.example/{n}.png") for n in range(5)]
    gathered = gather_images(five, PictureSources(None, lambda _: PNG, limits=three))
    assert codes(gathered) == ["PK403", "PK403"]
    told = "the record has more than 3 pictures; limits.pictures changes the limit"
    assert gathered.remarks[0].message == told
    padded, together = PNG + bytes(400_000), Limits(all_pictures_size=1)
    gathered = gather_images(five[:3], PictureSources(None, lambda _: padded, limits=together))
    assert codes(gathered) == ["PK403"]
    assert "together" in gathered.remarks[0].message


def test_the_pixels_of_all_pictures_have_a_limit(folder: Path) -> None:
    """A picture that is too much does not stop a smaller one behind it."""
    limits = Limits(all_pictures_megapixels=1)
    for name, size in {"a": (900, 900), "b": (901, 900), "c": (300, 300), "d": (400, 400)}.items():
        (folder / f"{name}.png").write_bytes(encode_picture(PillowImage.new("L", size)))
    gathered = gather_images(
        [plain(f"{name}.png", decorative=True) for name in "abcd"],
        PictureSources(folder, None, limits=limits),
    )
    found = [isinstance(use, Picture) for use in gathered.uses]
    assert found == [True, False, True, False]
    told = "the record's pictures are over 1 megapixels together"
    told += "; limits.all_pictures_megapixels changes the limit"
    assert [(one.code, one.message, one.file) for one in gathered.remarks] == [
        ("PK403", told, "b.png"),
        ("PK403", told, "d.png"),
    ]


def test_the_files_own_words_fill_the_gaps() -> None:
    """If the record has no caption or credit, the file's is taken, in the article's language."""
    packet = build_xmp("""<photoshop:Credit>Harbour Press</photoshop:Credit>
        <dc:description><rdf:Alt>
        <rdf:li xml:lang="x-default">A mole</rdf:li><rdf:li xml:lang="de">Eine Mole</rdf:li>
        </rdf:Alt></dc:description>""")
    image = Image(src="https://a.example/x.jpg", headline="Ours")
    data = encode_picture(draw_scene(), "JPEG", xmp=packet)
    gathered = gather_images([image], PictureSources(None, lambda _: data), language="de")
    picture = only(gathered)
    assert isinstance(picture, Picture)
    assert picture.image.caption == "Eine Mole"
    assert picture.image.headline == "Ours"
    assert picture.image.provenance == {"credit": "xmp", "caption": "xmp"}
    assert codes(gathered) == ["PK405"]


@pytest.mark.parametrize(
    ("image", "data", "expected"),
    [
        ({}, JPEG, ["PK405", "PK406"]),
        ({"alt": "a mole"}, JPEG, ["PK406"]),
        ({"decorative": True}, JPEG, ["PK406"]),
        ({"alt": "a mole", "creator": "Ana Ruiz"}, JPEG, []),
        ({"alt": "a mole", "copyright_notice": "© Ana Ruiz"}, JPEG, []),
        ({"alt": "a chart"}, PNG, []),
        ({"decorative": True}, PNG, []),
    ],
)
def test_what_readers_will_miss_is_remarked_on(
    image: dict[str, object], data: bytes, expected: list[str]
) -> None:
    """Readers miss a description and a credit."""
    asked = Image.model_validate({"src": "https://a.example/x", **image})
    assert codes(gather_images([asked], PictureSources(None, lambda _: data))) == expected


@pytest.mark.parametrize(
    ("src", "shown"),
    [
        ("images/mole.jpg", "images/mole.jpg"),
        ("https://ana:geheim@a.example/x.jpg?token=geheim#geheim", "https://a.example/x.jpg"),
        ("https://ana:ge@heim@a.example/x.jpg", "https://a.example/x.jpg"),
        ("//ana:geheim@a.example/x.jpg", "//a.example/x.jpg"),
        ("ftp://ana:geheim@[broken/x.jpg", "ftp://[broken/x.jpg"),
        ("x.jpg?token=geheim", "x.jpg"),
        ("DATA:image/png;base64,geheim", "data:"),
        ("\ud800.jpg", "?.jpg"),
        ("a" * 60 + "/" + "b" * 60, "a" * 39 + "…" + "b" * 40),
    ],
)
def test_secrets_are_not_shown(src: str, shown: str) -> None:
    """A remark shows no password, no token and no base64."""
    assert shown_src(src) == shown
    assert len(shown) <= 80


def test_the_place_of_a_remark_names_the_picture() -> None:
    """The place is the record and the address; for a data: address, its number."""
    images = [plain("https://u:geheim@a.example/x.jpg?geheim"), plain("data:image/png,geheim")]
    gathered = gather_images(images, PictureSources(None, None), where="week.json")
    assert [remark.where for remark in gathered.remarks] == [
        "week.json: https://a.example/x.jpg",
        "week.json: data: picture 2",
    ]
    assert "geheim" not in "".join(map(str, gathered.remarks))


def test_pictures_are_scaled_to_the_page(folder: Path) -> None:
    """A page of one inch shows 300 pixels."""
    (folder / "wide.jpg").write_bytes(encode_picture(draw_scene(600, 200), "JPEG"))
    picture = only(
        gather_images([plain("wide.jpg")], PictureSources(folder, None), page_size=(25.4, 25.4))
    )
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (300, 100)


def test_gathering_twice_gives_the_same(folder: Path) -> None:
    """The two results have equal values and equal remarks."""
    images = [plain("images/mole.jpg"), plain("gone.jpg"), plain("data:image/png,x")]
    assert gather_images(images, PictureSources(folder, None)) == gather_images(
        images, PictureSources(folder, None)
    )


@pytest.mark.parametrize(
    ("image", "size", "expected"),
    [
        ({"alt": "a harbour"}, (3000, 250), ["PK407"]),
        ({"decorative": True}, (3000, 250), []),
        ({"alt": "a list"}, (700, 21_000), ["PK407"]),
        ({"alt": "steps"}, (700, 4200), []),
        ({"alt": "a quay"}, (3000, 2000), []),
    ],
)
def test_a_picture_that_is_a_narrow_strip_on_paper_is_told(
    image: dict[str, object], size: tuple[int, int], expected: list[str]
) -> None:
    """A tall picture that is cut into pieces is no strip."""
    data = encode_picture(draw_steps(*size))
    asked = Image.model_validate({"src": "https://a.example/x", **image})
    assert codes(gather_images([asked], PictureSources(None, lambda _: data))) == expected


def test_only_some_pictures_of_a_record_are_cut() -> None:
    """Each cut picture takes up to fifteen pages; a remark names the pictures left whole."""
    data = encode_picture(draw_steps())
    several = [plain(f"https://a.example/{number}") for number in range(2)]
    once = Limits(cut_pictures=1)
    gathered = gather_images(several, PictureSources(None, lambda _: data, limits=once))
    first, second = gathered.uses
    assert isinstance(first, Picture)
    assert isinstance(second, Picture)
    assert (len(first.pieces) > 5, second.pieces) == (True, ())
    assert gathered.pictures.keys() == {first.url, *(piece.url for piece in first.pieces)}
    (remark,) = gathered.remarks
    assert remark.code == "PK407"
    assert remark.where.endswith("https://a.example/1")


def test_each_use_keeps_its_own_words_and_the_file_fills_its_gaps(folder: Path) -> None:
    """The file is read once; the file's caption is for the use that has no caption."""
    xmp = build_xmp("<dc:description>A caption of the file</dc:description>")
    (folder / "dome.jpg").write_bytes(encode_picture(draw_scene(40, 30), "JPEG", xmp=xmp))
    first = Image(src="dome.jpg", alt="In May", caption="The dome in May", credit="Ana Ruiz")
    second = Image(src="dome.jpg", alt="From afar")
    uses = gather_images([first, second], PictureSources(folder, None)).uses
    assert [one.image.caption for one in uses] == ["The dome in May", "A caption of the file"]
    assert [one.image.credit for one in uses] == ["Ana Ruiz", None]
    assert [one.image.alt for one in uses] == ["In May", "From afar"]
    assert len({one.url for one in uses if isinstance(one, Picture)}) == 1


def test_a_use_without_alternative_text_is_remarked_on_beside_a_use_with_one(folder: Path) -> None:
    """The words of one use say nothing of another use."""
    images = [plain("images/mole.jpg"), Image(src="images/mole.jpg", credit="Ana Ruiz")]
    assert codes(gather_images(images, PictureSources(folder, None))) == ["PK405"]
