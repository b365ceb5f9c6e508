"""Sizes in paths."""

import pytest

from printkit.copyedit.sized_paths import SizedPath, is_picture_file, split_path


@pytest.mark.parametrize(
    ("path", "split"),
    [
        ("/a/boat-300x200.jpg", SizedPath("/a/boat.jpg", (300, 200))),
        ("/a/boat-300x200@2x.jpg", SizedPath("/a/boat.jpg", (300, 200), 2.0)),
        ("/a/w_300,c_fill/boat.jpg", SizedPath("/a/boat.jpg", (300,))),
        ("/unsafe/300x200/smart/boat.jpg", SizedPath("/boat.jpg", (300, 200))),
        ("/a/f_auto,q_auto/boat.jpg", SizedPath("/a/boat.jpg")),
        ("/a/boat-300x200", SizedPath("/a/boat-300x200")),
        ("boat.jpg", SizedPath("boat.jpg")),
        ("", SizedPath("")),
    ],
)
def test_a_path_is_taken_apart(path: str, split: SizedPath) -> None:
    """The parts are the rest of the path, and the sides that the path names."""
    assert split_path("e.org", path) == split


def test_only_google_writes_a_letter_and_a_number_as_a_size() -> None:
    """On other hosts `s320` may be the name of a car."""
    assert split_path("1.bp.blogspot.com", "/x/s320/a.jpg").rest == "/x/a.jpg"
    assert split_path("e.org", "/x/s320/a.jpg").rest == "/x/s320/a.jpg"


def test_pictures_are_known_by_their_ending() -> None:
    """The ending may be in capitals."""
    assert is_picture_file("/a/B.JPEG")
    assert not is_picture_file("/a/image.php")
