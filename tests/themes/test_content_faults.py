"""Functions in the contents of margins: each has the form and the names that it needs."""

import pytest

from printkit.themes.content_faults import content_fault
from printkit.themes.content_names import names_set_by
from printkit.themes.stylesheet import scan
from tests.support.time_limits import ends_soon

CSS = ".kicker { position: running(kick) } p { counter-reset: fig }"
NAMES = names_set_by(scan(CSS).declarations)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('"a" string()', "string(); write string(section) or string(section, last)"),
        ("string(section last)", "string(section last); write string(section) or string(section"),
        (
            "string(section, frist)",
            "string(section, frist); the second word is one of first, start, last, first-except",
        ),
        ("string(sction)", "string(sction), but no string has this name; did you mean section?"),
        ("string('section')", 'string("section"); write string(section) or'),
        ("element(foo)", "element(foo), but no running element has this name; there are kick"),
        ("counter()", "counter(); write counter(page) or counter(page, lower-roman)"),
        ("counter(page, )", "counter(page, ); write counter(page) or"),
        (
            "counter(page, persion)",
            "counter(page, persion), but no style of numbers has this name; did you mean persian?",
        ),
        ("counter(pge)", "counter(pge), but no counter has this name; did you mean page?"),
        ("counters(fig)", 'counters(fig); write counters(part, ".")'),
        ("counters(fig, dot)", 'counters(fig, dot); write counters(part, ".")'),
        ('target-counter(url("#a"), pge)', 'target-counter(url("#a"), pge), but no counter'),
    ],
)
def test_a_wrong_function_is_told(content: str, fault: str) -> None:
    """The words begin with the function, and end with the remedy."""
    assert content_fault(content, NAMES).startswith(fault)


@pytest.mark.parametrize(
    "content",
    [
        "string(section)",
        "STRING(section, First-Except)",
        "element(kick, last)",
        'counter(page) " / " counter(pages, lower-roman)',
        'counters(fig, ".", upper-alpha)',
        "counter(page, '*')",
        "target-counter(attr(href), page)",
        "string(var(--name))",
        '"string(no)"',
        "none",
        "",
    ],
)
def test_a_right_content_has_no_fault(content: str) -> None:
    """A name with `var()` is not known before the page is styled."""
    assert content_fault(content, NAMES) == ""


def test_a_long_content_ends_soon() -> None:
    """Each name is compared with few others."""
    with ends_soon():
        content_fault("string(section) " * 6_000 + f"string({'a' * 50_000})", NAMES)
