"""Templates: every one can be read, and lets no word through as markup."""

import pytest
from jinja2 import UndefinedError

from printkit.markup.templates import fill, generator, macros
from printkit.themes import TEMPLATES

PAGES = sorted(path.name for path in TEMPLATES.glob("*.*ml"))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_left_out_unsaid(name: str) -> None:
    """A value that a template asks for and is not given is an error, not a gap."""
    with pytest.raises(UndefinedError):
        fill(name)


def test_words_are_escaped() -> None:
    """In macros too."""
    assert "&lt;b&gt;" in macros("parts/dateline.html").paragraph("<b>")


def test_the_program_is_named_with_its_version() -> None:
    """As in colophon and metadata."""
    assert generator().startswith("printkit ")
