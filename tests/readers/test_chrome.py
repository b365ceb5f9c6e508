"""Leftovers of web pages that copying leaves in a text."""

import pytest

from printkit.readers.chrome import is_button, is_notice, is_rule


@pytest.mark.parametrize(
    "line",
    [
        "Print Friendly, PDF & Email",
        "PrintFriendly",
        "Share this:",
        "Print this page",
        "Click to print (Opens in new window)",
        "Click to share on Facebook (Opens in new window)",
        "Advertisement",
        "Like Loading...",
    ],
)
def test_notices_are_known(line: str) -> None:
    """Notices are whole lines that no article has."""
    assert is_notice(line)
    assert is_button(line)


@pytest.mark.parametrize("line", ["Tweet", "E-mail", "Facebook | Twitter", "Share · Print"])
def test_buttons_are_known_only_as_such(line: str) -> None:
    """The words of a button may be prose, so a button is no notice."""
    assert is_button(line)
    assert not is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share this bread with the gulls",
        "Print is not dead",
        "He sent a tweet",
        "Email from the harbour master",
        "Advertisement for a ferry",
        "Tweet " * 20,
        "",
    ],
)
def test_prose_is_left_alone(line: str) -> None:
    """A line with more words than the button's belongs to the author."""
    assert not is_notice(line)
    assert not is_button(line)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [("---", True), ("* * *", True), ("=====", True), ("--", False), ("…", False)],
)
def test_rules_are_known(line: str, wanted: bool) -> None:
    """A rule has three marks or more."""
    assert is_rule(line) is wanted
