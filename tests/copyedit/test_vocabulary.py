"""The elements and attributes that copy-editing knows."""

from printkit.copyedit import vocabulary
from printkit.copyedit.vocabulary import names


def test_a_line_of_names_is_a_set() -> None:
    """White space parts the names."""
    assert names("a b\n  c") == {"a", "b", "c"}


def test_nothing_that_runs_loads_or_hides_is_printed() -> None:
    """The lists are short on purpose; a longer list is a decision."""
    active = names("script style iframe object embed link meta base form input svg math template")
    assert not vocabulary.PRINTED_TAGS & active
    allowed = set().union(*vocabulary.PRINTED_ATTRIBUTES.values())
    assert not allowed & names("style src srcset rel target download action data background")
    assert not any(name.startswith("on") for name in allowed)
    assert {"http", "https", "mailto", "tel"} == vocabulary.SCHEMES


def test_all_that_is_printed_is_also_read() -> None:
    """Otherwise repairing would drop elements that certifying lets through."""
    assert vocabulary.PRINTED_TAGS <= vocabulary.READ_TAGS
    assert not vocabulary.READ_TAGS & vocabulary.UNREAD
