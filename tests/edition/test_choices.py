"""The choices as types: the types agree with the values that are made of the choices."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_type_hints

from printkit.edition import Edition
from printkit.edition.choices import EditionChoices, TicketChoices, unknown_choice
from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket


def test_the_choices_of_an_edition_are_its_fields() -> None:
    """Names and types are the same, but a path may be a `Path`, too."""
    roots = Path | str | Sequence[Path | str]
    paths = {"theme": str | Path, "templates": str | Path | None, "roots": roots}
    assert get_type_hints(EditionChoices) == get_type_hints(Edition) | paths
    assert not EditionChoices.__required_keys__


def test_a_theme_and_a_folder_of_templates_may_be_paths() -> None:
    """An edition keeps the text of such a path."""
    edition = Edition(**EditionChoices(theme=Path("a.css"), templates=Path("b")))  # type: ignore[arg-type]
    assert edition == Edition(theme="a.css", templates="b")
    assert hash(edition) == hash(Edition(theme="a.css", templates="b"))


def test_the_choices_of_a_ticket_are_its_fields() -> None:
    """The edition alone is missing: an edition has choices of its own."""
    own = {"edition": Edition, "limits": Limits}
    assert get_type_hints(TicketChoices) | own == get_type_hints(JobTicket)
    assert not TicketChoices.__required_keys__


def test_an_unknown_choice_is_told_with_the_nearest() -> None:
    """The error names a known choice if a known name is near."""
    known = Edition.__dataclass_fields__
    assert unknown_choice("papr", known) == "papr is no choice; did you mean paper?"
    assert unknown_choice("weak", known) == "weak is no choice"
