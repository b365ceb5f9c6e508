"""A picture's fields."""

import pytest
from pydantic import ValidationError

from printkit.article import Image


def test_picture_bytes_become_an_address() -> None:
    """A record is text only."""
    assert Image(src=b"\x89PNG").src == "data:;base64,iVBORw=="


def test_makers_may_stand_on_one_line() -> None:
    """Photographers are parted at “&”, as in a printed credit."""
    assert Image.model_validate({"src": "a", "photographer": "Ana Ruiz & Li Wei"}).creator == (
        "Ana Ruiz",
        "Li Wei",
    )


def test_words_are_enough_and_nothing_is_not() -> None:
    """A lost picture keeps its caption and credit on paper."""
    assert Image(caption="The harbour").src is None
    with pytest.raises(ValidationError, match="neither caption nor credit"):
        Image(alt="The harbour")
