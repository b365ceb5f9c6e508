"""The values between the workshops."""

from printkit.article import Image
from printkit.pages import Copy, Figure, Gathered, LostPicture, Picture


def image(name: str) -> Image:
    return Image(src=name)


def test_the_pictures_of_a_copy_come_in_reading_order() -> None:
    """The lead, then those in the body, then the gallery."""
    copy = Copy(
        html="",
        lead=Figure(image("lead")),
        figures=(Figure(image("one")), Figure(image("two"))),
        gallery=(Figure(image("last")),),
    )
    assert [found.src for found in copy.images] == ["lead", "one", "two", "last"]


def test_a_copy_may_have_no_picture() -> None:
    """Then there is nothing to gather."""
    assert Copy(html="<p>x</p>").images == ()


def test_only_found_pictures_are_served() -> None:
    """By their url; a lost one has none."""
    found = Picture("picture:1", b"x", "image/png", 1, 1, image("a"))
    gathered = Gathered({"a": found, "b": LostPicture(image("b"), "gone")})
    assert dict(gathered.pictures) == {"picture:1": found}
