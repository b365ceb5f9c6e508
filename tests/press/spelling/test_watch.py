"""The hook into WeasyPrint's drawing of lines: set once, checked, and quiet on other versions."""

import pytest
import weasyprint
from weasyprint.draw import text

from printkit.press import spelling
from tests.support.plain_weasyprint import print_plain
from tests.support.text_behind import find_told_twice, read_with_pdfium

LINES = "<p lang=en>incomprehensibility</p>"
NARROW = "p { hyphens: auto; width: 25mm }"


@pytest.fixture
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the hook out of WeasyPrint for a test."""
    spelling.watch_lines()
    original = text.draw_first_line.printkit_original
    monkeypatch.setattr(text, "draw_first_line", original)


def test_twice() -> None:
    """Setting the hook twice wraps WeasyPrint's function once."""
    assert spelling.watch_lines()
    wrapped = text.draw_first_line
    assert spelling.watch_lines()
    assert text.draw_first_line is wrapped


@pytest.mark.usefixtures("unwatched")
def test_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """In another major version of WeasyPrint, no hook is set."""
    monkeypatch.setattr(weasyprint, "VERSION", "71.0")
    before = text.draw_first_line
    assert not spelling.watch_lines()
    assert text.draw_first_line is before


@pytest.mark.usefixtures("unwatched")
def test_other_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a function with other parameters, no hook is set."""
    monkeypatch.setattr(text, "draw_first_line", lambda _stream: [])
    assert not spelling.watch_lines()


def test_a_hyphen_at_the_end_of_a_line_is_soft() -> None:
    """A reader then joins both halves of the word."""
    spelling.watch_lines()
    pdf = print_plain(LINES, NARROW)
    assert find_told_twice(pdf) == []
    assert "incomprehensibility" in read_with_pdfium(pdf).replace("\x02", "").replace("\r\n", "")
