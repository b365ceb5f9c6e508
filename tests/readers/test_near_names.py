"""Misspelt keys, and keys that only look misspelt."""

import pytest

from printkit.readers.near_names import nearest, stop_for


@pytest.mark.parametrize(
    ("key", "stop"),
    [
        ("statu", "status"),
        ("Stauts", "status"),
        ("pubstatuss", "status"),
        ("embargo_date", "embargoed_until"),
        ("http_status", ""),
        ("httpStatus", ""),
        ("comment_status", ""),
        ("ping-status", ""),
        ("status_code", ""),
        ("marital status", ""),
        ("tags", ""),
    ],
)
def test_a_misspelt_key_may_stop_an_article(key: str, stop: str) -> None:
    """The status of another thing stops nothing."""
    assert stop_for(key, "closed") == stop


def test_the_nearest_name_is_found() -> None:
    """If no name is near, the answer is empty."""
    assert nearest("headlin", ["headline", "body"]) == "headline"
    assert nearest("mood", ["headline", "body"]) == ""
