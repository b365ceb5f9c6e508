"""The values that one step passes on to the next."""

from printkit.article import Image
from printkit.pages import Gathered, LostPicture, Picture


def image(name: str) -> Image:
    """Return an image of this name."""
    return Image(src=name)


def test_only_found_pictures_are_served() -> None:
    """A found picture has a url; a lost picture has no url."""
    found = Picture("picture:1", b"x", "image/png", 1, 1, image("a"))
    gathered = Gathered((found, LostPicture(image("b"), "gone")))
    assert dict(gathered.pictures) == {"picture:1": found}
