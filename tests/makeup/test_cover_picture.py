"""The cover's picture: the picture that the plan names, else the first with enough pixels."""

import os
from pathlib import Path

import pytest

from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import EditionError
from printkit.issue.plan import Plan
from printkit.makeup.cover_picture import Cover, choose_cover
from printkit.readers import Reading
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.press_runs import make_reading


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of pictures; some pictures are wide enough for a cover."""
    folder = tmp_path_factory.mktemp("pictures")
    (folder / "wide.png").write_bytes(encode_picture(draw_scene(1200, 800)))
    (folder / "other.png").write_bytes(encode_picture(draw_scene(1000, 700)))
    (folder / "small.png").write_bytes(encode_picture(draw_scene(300, 200)))
    (folder / "words.png").write_text("no picture")
    os.mkfifo(folder / "pipe.png")
    return folder


def pictured(name: str, folder: Path, src: str, **fields: object) -> tuple[Reading, str]:
    """Return an article with one picture, and the prefix of its ids."""
    images = [{"src": src, "alt": "A quay", "credit": "Mia"}]
    return make_reading(name, folder, images=images, **fields), f"anchor-{name}"


def test_the_first_picture_that_is_fine_enough(folder: Path) -> None:
    """Small and lost pictures are passed over; the cover knows whose picture it shows."""
    articles = [
        (make_reading("words"), "anchor-words"),
        pictured("lost", folder, "gone.png"),
        pictured("small", folder, "small.png"),
        pictured("wide", folder, "wide.png"),
        pictured("other", folder, "other.png"),
    ]
    cover = choose_cover(Plan(), articles, JobTicket())
    assert cover.anchor == "anchor-wide"
    assert cover.picture
    assert (cover.picture.width, cover.picture.image.credit) == (1200, "Mia")


def test_the_other_pictures_of_an_article_are_not_asked_for(folder: Path) -> None:
    """Only the picture that opens the article is read."""
    asked: list[str] = []

    def fetch(address: str) -> bytes:
        asked.append(address)
        return (folder / "wide.png").read_bytes()

    images = [{"src": f"https://news.example.org/{n}.png", "alt": "A quay"} for n in range(4)]
    article = make_reading("several", None, images=images), "anchor-several"
    assert choose_cover(Plan(), [article], JobTicket(fetch=fetch)).anchor == "anchor-several"
    assert asked == ["https://news.example.org/0.png"]


def test_none_is_a_cover_in_type(folder: Path) -> None:
    """An issue without articles has such a cover, too."""
    assert choose_cover(Plan(), [pictured("a", folder, "small.png")], JobTicket()) == Cover()
    assert choose_cover(Plan(), [], JobTicket()) == Cover()


def test_a_few_articles_are_looked_at_and_no_more(folder: Path) -> None:
    """The preparation of a picture takes time."""
    small = [pictured(f"s{number}", folder, "small.png") for number in range(6)]
    wide = pictured("wide", folder, "wide.png")
    assert choose_cover(Plan(), [*small[:5], wide], JobTicket()).anchor == "anchor-wide"
    assert choose_cover(Plan(), [*small, wide], JobTicket()) == Cover()


def test_the_chosen_one_has_the_plans_caption_and_credit(folder: Path) -> None:
    """The plan's picture may be small, and belongs to no article."""
    plan = Plan(
        cover_picture=str(folder / "small.png"), cover_caption="Low water.", cover_credit="Li"
    )
    cover = choose_cover(plan, [pictured("wide", folder, "wide.png")], JobTicket())
    assert cover.anchor == ""
    assert cover.picture
    image = cover.picture.image
    assert (image.caption, image.credit, image.alt) == ("Low water.", "Li", "Low water.")
    assert cover.picture.width == 300


@pytest.mark.parametrize("name", ["gone.png", "words.png", ".", "pipe.png"])
def test_a_chosen_one_that_cannot_be_used_is_an_error(folder: Path, name: str) -> None:
    """The error names the file: the editor ordered this cover. A pipe is no reason to wait."""
    path = str(folder / name)
    with pytest.raises(EditionError, match="the cover's picture cannot be used") as caught:
        choose_cover(Plan(cover_picture=str(path)), [], JobTicket())
    assert caught.value.where == path


@pytest.mark.parametrize(
    "name",
    ["front  page.png", " lead.png", "cafe\u0301.png", "photo:1.png", "data:x.png", "a?b#c.png"],
)
def test_a_chosen_one_may_have_any_name(folder: Path, tmp_path: Path, name: str) -> None:
    """The name may have two spaces or combining letters, or may look like an address."""
    path = tmp_path / name
    path.write_bytes((folder / "small.png").read_bytes())
    assert choose_cover(Plan(cover_picture=str(path)), [], JobTicket()).picture


def test_a_chosen_one_has_the_limits_of_a_file(folder: Path) -> None:
    """The limit of a picture of the web is smaller, and is not that of a cover."""
    path = folder / "large.png"
    path.write_bytes((folder / "wide.png").read_bytes() + bytes(1_000_001))
    plan = Plan(cover_picture=str(path))
    assert choose_cover(plan, [], JobTicket(limits=Limits(picture_size=1))).picture
    with pytest.raises(EditionError, match=r"over the limit of 1 MB"):
        choose_cover(plan, [], JobTicket(limits=Limits(picture_file_size=1)))


def test_a_relative_path_is_taken_from_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path begins in the current folder, as in any command."""
    monkeypatch.chdir(folder)
    assert choose_cover(Plan(cover_picture="wide.png"), [], JobTicket()).picture
