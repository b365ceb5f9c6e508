"""The words of an article that may name a picture file beside the record."""

import pytest

from printkit.pipeline.named_files import names_of_files
from printkit.readers.inputs import read_one
from tests.support.sample_records import PLAIN
from tests.support.time_limits import ends_soon


def names_in(**fields: object) -> tuple[str, ...]:
    """Return the names in the plain record with other fields."""
    return names_of_files(read_one({**PLAIN, **fields}, "a").article)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<img src='a b.png'>", "a b.png"),
        ("<img src=plain>", "plain"),
        ("<img srcset='a.png 1x, b.png 2x'>", "b.png"),
        ("<p style='background: url(c/d.png)'>x</p>", "c/d.png"),
        ("<img src='a&amp;b.png'>", "a&b.png"),
        ("![Quay](quay/a.png)", "quay/a.png"),
        ("![Quay](<a b.png>)", "a b.png"),
        ("![[a b.png|300]]", "a b.png"),
        ("[1]: a.png", "a.png"),
    ],
)
def test_a_name_in_a_body_is_found(body: str, name: str) -> None:
    """HTML and Markdown are searched in the same way."""
    assert name in names_in(body=body)


def test_names_in_fields_are_found_and_pictures_stand_first() -> None:
    """Only so many names are kept, and names of pictures must be among them."""
    names = names_in(images=[{"src": "without-ending"}], source={"name": "Q", "logo": "logo"})
    assert names[0] == "without-ending"
    assert "logo" in names


def test_long_bodies_take_linear_time() -> None:
    """The number of names has an end."""
    with ends_soon():
        for piece in ("a.b ", "'", '"', "(", "[[", "<", "= ", "(x)", "a=b "):
            assert len(names_in(body=piece * 300_000, body_format="markdown")) <= 5_000
