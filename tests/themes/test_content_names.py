"""Names of strings, counters, elements and styles of numbers in the contents of margins."""

import re
from pathlib import Path

import weasyprint

from printkit.themes.content_names import NUMBER_STYLES, names_set_by
from printkit.themes.stylesheet import scan


def test_the_names_that_printkit_and_a_theme_set_are_known() -> None:
    """The base sets three strings, and WeasyPrint the counters of pages."""
    none = names_set_by(())
    assert none.strings == {"publication", "section", "running-title"}
    assert {"page", "pages"} <= none.counters
    css = "h1 { string-set: mine content(), yours 'a' } p { counter-reset: fig 2 part }"
    own = names_set_by(scan(css).declarations)
    assert own.strings - none.strings == {"mine", "yours"}
    assert own.counters - none.counters == {"fig", "part"}


def test_a_margin_prints_the_counters_of_pages_only() -> None:
    """WeasyPrint prints 0 in a margin for a counter that `body` sets."""
    css = "body { counter-reset: mine } @page :first { counter-increment: yours 2 }"
    names = names_set_by(scan(css).declarations)
    assert names.counters - names.in_margins().counters == {"mine"}
    assert "yours" in names.in_margins().counters


def test_running_elements_and_styles_of_numbers_are_known() -> None:
    """A theme may name both."""
    css = ".kicker { position: running(kick) } @counter-style stars { symbols: '*' }"
    names = names_set_by(scan(css).declarations)
    assert names.elements == {"kick"}
    assert names.styles - NUMBER_STYLES == {"stars"}


def test_the_styles_of_numbers_are_those_of_weasyprint() -> None:
    """A new WeasyPrint may have more styles of numbers."""
    sheet = Path(weasyprint.__file__).parent / "css" / "html5_ua.css"
    found = re.findall(r"@counter-style ([\w-]+)", sheet.read_text(encoding="utf-8"))
    assert {*found, "none"} == NUMBER_STYLES
