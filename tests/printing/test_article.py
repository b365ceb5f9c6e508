"""One article is printed in a worker as in this process."""

import pytest

from printkit.edition.ticket import JobTicket
from printkit.errors import StrictError
from printkit.printing.article import print_source
from printkit.printing.press_room import open_press_room
from printkit.readers.record_sources import RecordSource
from tests.support.sample_records import PLAIN


def test_the_bytes_do_not_depend_on_the_process() -> None:
    """The result comes back whole."""
    source, ticket = RecordSource(PLAIN, "a"), JobTicket()
    here = print_source(source, ticket)
    with open_press_room(ticket) as workers:
        assert workers.do(print_source, source, ticket) == here
    assert here.pdf.startswith(b"%PDF-")


def test_errors_come_back_as_they_are() -> None:
    """A refusal is no bug."""
    source, ticket = RecordSource({**PLAIN, "colour": "red"}, "a"), JobTicket(strict=True)
    with open_press_room(ticket) as workers, pytest.raises(StrictError, match="colour"):
        workers.do(print_source, source, ticket)
