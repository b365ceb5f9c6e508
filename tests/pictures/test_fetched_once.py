"""A function that asks each address once."""

import pytest

from printkit.pictures.fetched_once import fetch_once


def test_answers_and_errors_are_kept() -> None:
    """The answer may also be that nothing is at the address."""
    asked: list[str] = []

    def fetch(url: str) -> bytes | None:
        asked.append(url)
        if url == "broken":
            raise TimeoutError("no answer in time")
        return None if url == "nothing" else url.encode()

    once = fetch_once(fetch)
    for _ in range(3):
        assert (once("a"), once("nothing")) == (b"a", None)
        with pytest.raises(TimeoutError, match="no answer in time"):
            once("broken")
    assert asked == ["a", "nothing", "broken"]
