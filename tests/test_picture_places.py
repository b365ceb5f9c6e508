"""One rule for every picture's address, in the body and in the list: folder, roots, web."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image

import printkit
from printkit.errors import EditionError
from printkit.pipeline.checking import check
from printkit.remarks import Remark
from tests.support.command_line import run_command, write_record
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.quick_cases import mark_slow
from tests.support.sample_records import PLAIN

RED, BLUE = (encode_picture(Image.new("RGB", (90, 60), name)) for name in ("red", "blue"))
URL = "https://paper.example/news/ferries"
LOST = ("PK401", "PK402", "PK403", "PK404", "PK608")


def body(src: str) -> dict[str, Any]:
    """Return a record whose body shows a picture."""
    shown = f'<p>One.</p><figure><img src="{src}" alt="A quay"></figure><p>Two.</p>'
    return {**PLAIN, "body": shown}


def markdown_like(src: str) -> dict[str, Any]:
    """Return a record whose body shows a picture that a script loads late."""
    lazy = f'<p>One.</p><p><img src="blank.gif" data-src="{src}" alt="A quay"></p><p>Two.</p>'
    return {**PLAIN, "body": lazy}


def listed(src: str) -> dict[str, Any]:
    """Return a record that lists a picture."""
    return {**PLAIN, "images": [{"src": src, "alt": "A quay"}]}


def saved(src: str) -> dict[str, Any]:
    """Return a record whose body is a page that a browser saved."""
    web = f'<source srcset="https://cdn.example/large.webp 900w"><img src="{src}" alt="A quay">'
    return {**PLAIN, "body": f"<p>One.</p><picture>{web}</picture><p>Two.</p>"}


PARTS = (body, markdown_like, listed)


def colours(pdf: bytes) -> list[tuple[int, ...]]:
    """Return the colour in the corner of each picture of a PDF, in any order of pages."""
    images = [image for page in pypdf.PdfReader(BytesIO(pdf)).pages for image in page.images]
    found = {image.name: image.image for image in images}
    return [one.convert("RGB").getpixel((0, 0)) for one in found.values() if one]  # type: ignore[misc]


def lost(remarks: tuple[Remark, ...]) -> list[Remark]:
    """Return the remarks on lost pictures."""
    return [one for one in remarks if one.code in LOST]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder with the record's folder `record`, and with the copy of a site, `site`."""
    for name, data in (
        ("record/pics/own.png", RED),
        ("record/pics/both.png", RED),
        ("site/pics/both.png", BLUE),
        ("site/pics/top.png", BLUE),
        ("site/news/pics/beside.png", BLUE),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("url", mark_slow([None, URL], but={URL}))
@pytest.mark.parametrize(
    ("src", "colour"),
    [
        ("pics/own.png", (255, 0, 0)),
        ("/pics/own.png", (255, 0, 0)),
        ("pics/both.png", (255, 0, 0)),
        ("/pics/top.png", (0, 0, 255)),
        ("pics/top.png", (0, 0, 255)),
    ],
)
def test_the_folder_comes_first_and_then_the_roots(
    src: str, colour: tuple[int, ...], url: str | None, part: Callable[[str], Any], site: Path
) -> None:
    """The order is the same for a record with an address on the web (A04, A22)."""
    made = printkit.export({**part(src), "url": url}, folder=site / "record", roots=[site / "site"])
    assert colours(made.pdf) == [colour]
    assert lost(made.remarks) == []


@pytest.mark.parametrize("url", [None, URL])
def test_a_page_that_a_browser_saved_shows_its_saved_picture(url: str | None, site: Path) -> None:
    """The saved picture is printed, though the web has larger pictures."""
    for src in ("pics/own.png", "./pics/own.png", "pics\\own.png", "../record/pics/own.png"):
        made = printkit.export({**saved(src), "url": url}, folder=site / "record")
        assert colours(made.pdf) == [(255, 0, 0)]
        assert lost(made.remarks) == []


@pytest.mark.parametrize("part", PARTS)
def test_a_saved_site_gives_the_pictures_of_its_own_address(
    part: Callable[[str], Any], site: Path
) -> None:
    """An address has the record's own host, or is relative to the article's address."""
    for src in ("https://paper.example/pics/top.png", "pics/beside.png"):
        made = printkit.export({**part(src), "url": URL}, roots=site / "site")
        assert colours(made.pdf) == [(0, 0, 255)]
        assert lost(made.remarks) == []
    away = printkit.export({**part("https://cdn.example/pics/top.png"), "url": URL}, roots=site)
    assert [one.code for one in lost(away.remarks)] == ["PK402"]


@pytest.mark.parametrize("part", PARTS)
def test_the_web_comes_last(part: Callable[[str], Any], site: Path) -> None:
    """A picture without a file here is fetched from beside the article."""
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        return BLUE

    for src in ("pics/own.png", "pics/far.png", "../far.png", "/far.png"):
        made = printkit.export({**part(src), "url": URL}, folder=site / "record", fetch=fetch)
        assert len(colours(made.pdf)) == 1
        assert lost(made.remarks) == []
    assert asked == [
        "https://paper.example/news/pics/far.png",
        "https://paper.example/far.png",
        "https://paper.example/far.png",
    ]


@pytest.mark.parametrize("part", mark_slow(PARTS, but={body}))
@pytest.mark.parametrize(
    ("src", "url", "code", "told"),
    [
        ("pics/far.png", None, "PK401", "looked for pics/far.png in the record's folder and in"),
        ("pics/far.png", URL, "PK402", "--fetch turns the network on; looked for pics/far.png in"),
        ("/pics/Own.png", None, "PK401", "there is pics/own.png; --root DIR names one more"),
        ("../far.png", None, "PK403", "the path leaves the folder"),
        ("../far.png", URL, "PK402", "--fetch"),
        ("https://paper.example/far.png", URL, "PK402", "looked for far.png in"),
    ],
)
def test_the_remark_says_where_a_picture_was_looked_for(
    src: str, url: str | None, code: str, told: str, part: Callable[[str], Any], site: Path
) -> None:
    """Paper names the address of the web, and no folder of the machine."""
    made = printkit.export({**part(src), "url": url}, folder=site / "record", roots=[site / "site"])
    (remark,) = lost(made.remarks)
    assert remark.code == code
    assert told in remark.message
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(made.pdf)).pages)
    assert ("paper.example" in text) == bool(url)
    assert site.name not in text
    assert str(site).encode() not in made.pdf


def test_a_record_that_is_no_file_has_no_folder_of_its_own(site: Path) -> None:
    """The library gives `folder` or `roots`; a wrong folder is one error."""
    alone = printkit.export(body("pics/own.png"))
    (remark,) = lost(alone.remarks)
    assert remark.code == "PK403"
    assert "--root DIR" in remark.message
    with pytest.raises(EditionError, match=r"folder .*nowhere: there is no such folder"):
        printkit.export(PLAIN, folder=site / "nowhere")


def test_every_door_takes_roots(site: Path) -> None:
    """One error names all wrong roots."""
    record, root = body("/pics/top.png"), site / "site"
    (account,) = printkit.export_many([record], site / "out", roots=[root])
    assert account.result is not None
    assert account.result.path is not None
    made = [account.result.path.read_bytes(), printkit.digest(record, roots=str(root)).pdf]
    assert [colours(pdf) for pdf in made] == [[(0, 0, 255)], [(0, 0, 255)]]
    (checked,) = check(record, roots=[root])
    assert lost(checked.remarks) == []
    wrong = [site / "nowhere", site / "site" / "pics" / "top.png"]
    for door in (printkit.export, printkit.digest, check):
        with pytest.raises(EditionError) as caught:
            door(record, roots=wrong)
        assert [one.rpartition(": ")[2] for one in caught.value.problems] == [
            "there is no such folder",
            "is a file, not a folder",
        ]


@pytest.mark.usefixtures("cold_cache")
def test_a_digest_follows_the_bytes_and_not_the_names_of_the_roots(site: Path) -> None:
    """The same file from another root gives the same bytes; another file, other pages."""
    record = {**body("/pics/top.png"), "url": URL}
    first = printkit.digest(record, roots=[site / "site"]).pdf
    (site / "site").rename(site / "moved")
    assert printkit.digest(record, roots=[site / "moved"]).pdf == first
    assert printkit.digest(record, roots=[site / "moved"], cache=False).pdf == first
    (site / "moved" / "pics" / "top.png").write_bytes(RED)
    assert colours(printkit.digest(record, roots=[site / "moved"]).pdf) == [(255, 0, 0)]
    without = printkit.digest(record)
    assert colours(without.pdf) == []
    (account,) = without.accounts
    assert [one.code for one in lost(account.remarks)] == ["PK402"]


@pytest.mark.usefixtures("cold_cache")
def test_a_kept_digest_tells_the_folders_of_this_run(site: Path) -> None:
    """The pages were kept by a run with another root."""
    record = body("/pics/far.png")
    for root in (site / "site", site / "record"):
        (account,) = printkit.digest(record, roots=[root]).accounts
        (remark,) = lost(account.remarks)
        assert f"in {root};" in remark.message


def test_a_large_file_keeps_the_limit_of_files(site: Path) -> None:
    """A file may have 45 megapixels in a root as in the record's folder."""
    large = encode_picture(draw_scene(300, 200).resize((7500, 6000)), "JPEG", quality=20)
    (site / "site" / "large.jpg").write_bytes(large)
    made = printkit.export({**body("/large.jpg"), "url": URL}, roots=[site / "site"])
    assert lost(made.remarks) == []


def test_the_command_line_and_printkit_toml_name_roots(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file's roots are relative to its folder; an option replaces the roots of the file."""
    monkeypatch.chdir(site)
    write_record({**body("/pics/top.png"), "url": URL}, "record/a.json")
    config = write_record('[export]\nroot = ["."]\n[digest]\nroots = "."', "site/printkit.toml")
    for command in (
        ("export", "record/a.json", "--root", "record", "--root", "site", "-o", "a.pdf"),
        ("export", "record/a.json", "--config", config, "-o", "a.pdf"),
        ("digest", "record/a.json", "--config", config, "-o", "a.pdf"),
    ):
        done = run_command(*command)
        assert done.exit_code == 0
        assert not any(code in done.stderr for code in LOST)
        assert colours(Path("a.pdf").read_bytes()) == [(0, 0, 255)]
    done = run_command("check", "record/a.json", "--config", config, "--root", "record")
    assert "PK402" in done.stderr
    assert "in the record's folder and in record; there is" in done.stderr


def test_a_root_that_is_no_folder_is_one_usage_error(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Command line and file give the error before a page is printed."""
    monkeypatch.chdir(site)
    write_record(PLAIN, "record/a.json")
    config = write_record('[export]\nroot = ["gone"]\n[digest]\nroot = [7]', "printkit.toml")
    told = "there is no such folder"
    for command, said in (
        (("export", "record/a.json", "--root", "gone", "-o", "a.pdf"), f"root gone: {told}"),
        (("export", "record", "--root", "gone", "-d", "out"), f"root gone: {told}"),
        (("digest", "record", "--root", "gone", "-o", "a.pdf"), f"root gone: {told}"),
        (("check", "record", "--root", "gone"), f"root gone: {told}"),
        (("export", "record/a.json", "--config", config, "-o", "a.pdf"), f"root gone: {told}"),
        (("digest", "record", "--config", config, "-o", "a.pdf"), "roots is [7]; write a list"),
    ):
        done = run_command(*command)
        assert done.exit_code == 2
        assert said in done.stderr
        assert done.stderr.count("Error") == 1
        assert not Path("a.pdf").exists()


@pytest.mark.parametrize(
    ("case", "pictures"),
    [
        ("a/A04-saved-pictures-with-address.json", 1),
        ("a/A22-site-root-picture.md", 2),
    ],
)
def test_complaints_about_lost_files(case: str, pictures: int, corpus: Path) -> None:
    """The pictures of the two records lie beside the records."""
    made = printkit.export(corpus / "field" / case)
    assert len(colours(made.pdf)) == pictures
    assert lost(made.remarks) == []
