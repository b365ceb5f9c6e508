"""Limits: a lowered limit refuses a small input, and a raised limit lets the input pass."""

import io
import math
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, String
from PIL import Image as PillowImage

from printkit import inserts
from printkit.edition.limits import DEFAULTS, Limits, limits_from, list_limits
from printkit.edition.ticket import JobTicket
from printkit.errors import EditionError, InsertError, PrintkitError
from printkit.imposition import impose
from printkit.inserts.opening import open_and_sanitise
from printkit.inspect import inspect
from printkit.prepare import prepare
from printkit.readers import read_bytes, read_file
from tests.support.attached_files import make_pdf_with_files
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.made_pictures import add_segment, draw_scene, draw_steps, encode_picture
from tests.support.plain_weasyprint import print_plain
from tests.support.press_runs import make_reading

# Nothing but a worker process keeps these limits; the tests of the workers lower each of them.
OF_WORKERS = (
    *("patience", "processor_time", "memory", "file_size", "open_files", "tasks_per_worker"),
)
# These limits bound a fetch; the tests of the network lower each of them.
OF_A_FETCH = (
    "fetch_seconds",
    "redirects",
    "fetches_per_host",
    "run_fetches_seconds",
    "run_fetches_size",
)
Told = Callable[[Path, Limits], str]


def read(record: str, name: str = "a.json") -> Told:
    """Return a case that reads the bytes of a record."""

    def told(folder: Path, limits: Limits) -> str:
        read_bytes(record.encode(), name, folder, limits)
        return ""

    return told


def read_large(folder: Path, limits: Limits) -> str:
    """Read a file of 1.1 MB."""
    path = folder / "a.md"
    path.write_text("# H\n\nB\n\n" + "<!-- -->" * 140_000)
    read_file(path, limits)
    return ""


def edit(body: str, body_format: str = "html") -> Told:
    """Return a case that prepares an article with this body."""

    def told(_: Path, limits: Limits) -> str:
        reading = make_reading("a", body=body, body_format=body_format)
        return " ".join(one.message for one in prepare(reading, JobTicket(limits=limits)).remarks)

    return told


def picture(*files: bytes, in_folder: bool = True, seconds: float = 0) -> Told:
    """Return a case that gathers pictures from a folder, or from a fetch of so many seconds."""

    def fetch(url: str) -> bytes:
        time.sleep(seconds)
        return files[int(url[-1])]

    def told(folder: Path, limits: Limits) -> str:
        names = [f"{number}" for number in range(len(files))]
        for name, data in zip(names, files, strict=True):
            (folder / f"{name}.png").write_bytes(data)
        address = "{}.png" if in_folder else "https://a.example/{}"
        images = [{"src": address.format(name), "decorative": True} for name in names]
        reading = make_reading("a", images=images)._replace(folder=folder)
        ticket = JobTicket(fetch=False if in_folder else fetch, limits=limits)
        remarks = prepare(reading, ticket).gathered.remarks
        return " ".join(one.message for one in remarks)

    return told


def read_back(make: Callable[[], bytes]) -> Told:
    """Return a case that inspects a PDF and imposes the PDF; both give the same error."""

    def told(_: Path, limits: Limits) -> str:
        pdf = make()
        try:
            impose(pdf, booklet=True, limits=limits)
        except PrintkitError as error:
            with pytest.raises(type(error)):
                inspect(pdf, limits)
            raise
        inspect(pdf, limits)
        return ""

    return told


def inspect_attached(_: Path, limits: Limits) -> str:
    """Inspect a PDF with an attached file of 1.1 MB."""
    inspect(make_pdf_with_files(("a.txt", b"x" * 1_100_000)), limits)
    return ""


def inspect_large(_: Path, limits: Limits) -> str:
    """Inspect a PDF with an attached file of 80 MB; pypdf has a limit of its own, of 75 MB."""
    with pikepdf.open(io.BytesIO(two_pages())) as pdf:
        pdf.attachments["a.bin"] = bytes(80_000_000)
        made = io.BytesIO()
        pdf.save(made, compress_streams=True)
    (attached,) = inspect(made.getvalue(), limits).attachments
    assert attached.size == 80_000_000
    return ""


def join(folder: Path, limits: Limits) -> str:
    """Read a PDF of two pages and two bookmarks as an insert of a digest."""
    with pikepdf.open(io.BytesIO(two_pages())) as pdf:
        second = pdf.make_indirect(Dictionary(Title=String("b")))
        first = pdf.make_indirect(Dictionary(Title=String("a"), Next=second))
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=first))
        pdf.save(folder / "a.pdf")
    if limits.joined_seconds < 1:
        (folder / "long.pdf").write_bytes(save_pdf(make_numbered_pdf(900)))
        with pytest.raises(InsertError, match=r"not read within [\d.]+ seconds"):
            inserts.admit(folder / "long.pdf", limits)
        return "limits.joined_seconds"  # the process that reads the file has no limits to name
    return " ".join(open_and_sanitise((folder / "a.pdf").read_bytes(), limits).astray)


def two_pages() -> bytes:
    """Return a PDF of two pages."""
    return print_plain('<p>One<p style="break-before: page">Two')


def unpacked(*sizes: int) -> Callable[[], bytes]:
    """Return the maker of a PDF whose streams have so many bytes when they are unpacked."""

    def make() -> bytes:
        with pikepdf.open(io.BytesIO(two_pages())) as pdf:
            streams = [pdf.make_stream(bytes(size)) for size in sizes]
            pdf.Root.Unknown = pdf.make_indirect(pikepdf.Array(streams))
            made = io.BytesIO()
            pdf.save(made, compress_streams=True)
        return made.getvalue()

    return make


def plain(width: int, height: int) -> bytes:
    """Return a grey picture of this size."""
    return encode_picture(PillowImage.new("L", (width, height)))


FIELDS = '{"headline": "H", "body": "B", %s}'
FEW, MANY = (", ".join(['{"name": "A"}'] * number) for number in (10, 25_000))
SCANS = encode_picture(draw_scene(), "JPEG", progressive=True)
SMALL = encode_picture(draw_scene(40, 30))
TALL = encode_picture(draw_steps())
CASES: dict[str, tuple[float, Told]] = {
    "record_size": (1, read_large),
    "record_depth": (3, read(FIELDS % '"x": [[[[[1]]]]]')),
    "record_values": (9, read(FIELDS % f'"authors": [{FEW}]')),
    "front_matter": (9, read("---\ntitle: Harbours\n---\nB", "a.md")),
    "characters": (9, edit("<p>Ten and more")),
    "elements": (5, edit("<p>x</p>" * 6)),
    "depth": (3, edit("<div>" * 4 + "x")),
    "attributes": (9, edit(f"<p {'a' * 60_000} {'b ' * 9}>x")),
    "brackets": (3, edit("[[[[ x", "markdown")),
    "links": (2, edit("<p><a href='https://a.example/'>x</a>" * 3)),
    "told_addresses": (
        1,
        edit("<p><a href=https://a.example/>x</a> <a href=https://b.example/>y</a>"),
    ),
    "letters": (5, edit("<p>a long text")),
    "formulas": (2, edit(r"<p>\(x^2\) and \(x^3\) and \(x^4\)")),
    "pictures": (2, edit("<p><img src=a>x" * 3)),
    "picture_size": (1, picture(SMALL + bytes(1_000_000), in_folder=False)),
    "picture_file_size": (1, picture(SMALL + bytes(1_000_000))),
    "all_pictures_size": (1, picture(*(SMALL + bytes(400_000 + n) for n in range(3)))),
    "picture_megapixels": (1, picture(plain(1000, 1001), in_folder=False)),
    "picture_file_megapixels": (1, picture(plain(1000, 1001))),
    "all_pictures_megapixels": (1, picture(plain(800, 800), plain(801, 800))),
    "picture_scans": (2, picture(SCANS)),
    "picture_segments": (9, picture(add_segment(SCANS, 0xFE, b"x"))),
    "cut_pictures": (1, picture(TALL, TALL + b" ")),
    "all_fetches_seconds": (0.01, picture(*[SMALL] * 3, in_folder=False, seconds=0.05)),
    "pdf_size": (1, read_back(lambda: two_pages() + bytes(1_000_000))),
    "pdf_pages": (1, read_back(two_pages)),
    "pdf_stream_size": (1, read_back(unpacked(1_100_000))),
    "pdf_unpacked_size": (1, read_back(unpacked(600_000, 600_001))),
    "attachments_size": (1, inspect_attached),
    "joined_pages": (1, join),
    "joined_bookmarks": (1, join),
    "joined_seconds": (0.01, join),
}


def outcome(case: Told, folder: Path, limits: Limits) -> str:
    """Return the error or the remarks of a case; empty for an input that passes."""
    try:
        return case(folder, limits)
    except PrintkitError as error:
        return str(error)


@pytest.mark.parametrize("name", CASES)
def test_a_lowered_limit_refuses_and_a_raised_one_passes(name: str, tmp_path: Path) -> None:
    """The refusal names the setting; with the default, the same input passes."""
    lowered, case = CASES[name]
    assert lowered < getattr(DEFAULTS, name)
    assert f"limits.{name}" in outcome(case, tmp_path, limits_from({name: lowered}))
    assert "limits." not in case(tmp_path, DEFAULTS)


def test_every_limit_has_a_case() -> None:
    """A new limit is in the table above, or is kept by the workers or by a fetch."""
    assert {*CASES, *OF_WORKERS, *OF_A_FETCH} == {one.name for one in list_limits()}


@pytest.mark.parametrize(
    ("name", "value", "case"),
    [
        ("depth", 150, edit("<div>" * 140 + "x")),
        ("depth", 150, edit("> " * 140 + "x", "markdown")),
        ("brackets", 2_000, edit("[" * 1_500 + " x", "markdown")),
        ("record_depth", 150, read(FIELDS % f'"x": {"[" * 140}{"]" * 140}')),
        ("record_values", 100_000, read(FIELDS % f'"authors": [{MANY}]')),
        ("front_matter", 60_000, read(f"---\ntitle: H\nx: {'a' * 40_000}\n---\nB", "a.md")),
        ("pictures", 600, edit("<p><img src=a>x" * 501)),
        ("pdf_stream_size", 90, inspect_large),
    ],
)
def test_a_limit_above_its_default_lets_more_pass(
    name: str, value: float, case: Told, tmp_path: Path
) -> None:
    """The default refuses the input."""
    assert f"limits.{name}" in outcome(case, tmp_path, DEFAULTS)
    assert "limits." not in case(tmp_path, limits_from({name: value}))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"patience": math.nan}, "patience is nan; give a number of seconds from 0.01 to 86,400"),
        ({"patience": math.inf}, "patience is inf; give a number of seconds from 0.01 to 86,400"),
        ({"links": -1}, "links is -1; give a whole number of links from 1 to 5,000,000"),
        ({"links": 10**9}, "links is 1000000000; give a whole number of links from 1 to 5,000,000"),
        ({"links": 2.5}, "links is 2.5; give a whole number of links from 1 to 5,000,000"),
        ({"links": True}, "links is True; give a whole number of links from 1 to 5,000,000"),
        ({"links": "9" * 99}, f"links is '{'9' * 39}…; give a whole number of links from 1 to "),
        ({"link": 3}, "link is no limit; did you mean links?"),
        ({"Ω": 3}, "Ω is no limit"),
    ],
)
def test_a_wrong_value_is_refused(values: dict[str, object], told: str) -> None:
    """The error says what to write, and where the list of limits is."""
    with pytest.raises(EditionError) as caught:
        limits_from(values, "printkit.toml [limits]")
    (problem,) = caught.value.problems
    assert problem.startswith(told)
    assert caught.value.where == "printkit.toml [limits]"
    assert "`printkit limits`" in caught.value.remedy


def test_all_wrong_values_are_told_at_once() -> None:
    """Unknown names stand before wrong values; so it is for a program that calls `Limits`."""
    with pytest.raises(EditionError) as caught:
        limits_from({"memory": 0, "link": 1, "depth": None})
    assert [one.split()[0] for one in caught.value.problems] == ["link", "memory", "depth"]
    with pytest.raises(EditionError) as caught:
        Limits(memory=0, depth=10**6)
    assert len(caught.value.problems) == 2


def test_every_limit_says_what_it_is() -> None:
    """Each limit has a default within its own bounds, a unit and a purpose."""
    assert Limits() == DEFAULTS
    assert [one for one in list_limits() if not (one.unit and one.guards)] == []
    assert DEFAULTS.told("links") == "5,000 links (limits.links)"
    assert (DEFAULTS.patience, DEFAULTS.memory) == (60.0, 2_000)


def test_the_mark_of_kept_pages_has_the_limits_that_change_pages() -> None:
    """More patience prints no other page; a limit of pictures does."""
    assert Limits(patience=1, memory=500).of_pages == DEFAULTS.of_pages
    assert Limits(cut_pictures=1).of_pages != DEFAULTS.of_pages


def test_a_date_is_told_as_a_date() -> None:
    """TOML has dates, and the sentence shows no class of Python."""
    with pytest.raises(EditionError, match=r"^patience is a date; give a number of seconds"):
        limits_from({"patience": date(1979, 5, 27)})
