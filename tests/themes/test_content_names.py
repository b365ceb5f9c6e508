"""Names of strings and counters in the contents of margins."""

from printkit.themes.content_names import names_in, names_set_by
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


def test_each_function_with_a_name_is_found() -> None:
    """The name is the first argument, or the second behind an address."""
    text = '"string(no)" STRING(a, first) counters(b, ".") target-counter(attr(href), c) attr(d)'
    assert [*names_in(text)] == [("string", "a"), ("counters", "b"), ("target-counter", "c")]
    assert [*names_in("string() target-counter(attr(href))")] == []
