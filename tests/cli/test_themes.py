"""`printkit themes`: the looks there are."""

from printkit.themes import themes
from tests.support.command_line import order


def test_each_theme_has_a_line() -> None:
    """Its name, and what it is for."""
    lines = order("themes").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [theme.name for theme in themes()]
    assert all(len(line.split()) > 2 for line in lines)
