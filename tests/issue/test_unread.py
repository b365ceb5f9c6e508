"""Unread records: which of them get no stub in an issue."""

import pytest

from printkit.errors import RecordError, SectionPageError
from printkit.issue.unread import account_without_stub


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (RecordError("url is no address", where="a", held=True), "refused"),
        (SectionPageError("body is empty", where="a", named=False), "skipped"),
        (SectionPageError("body is empty", where="a"), None),
        (RecordError("url is no address", where="a"), None),
    ],
)
def test_a_record_that_must_not_be_printed_has_no_stub(
    error: RecordError, status: str | None
) -> None:
    """A stub would show its headline; a page that only lists articles is none."""
    account = account_without_stub(error)
    assert (account and account.status) == status
