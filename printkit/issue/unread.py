"""Unread records: the error of a record goes in, its account comes out if it gets no stub."""

from printkit.errors import RecordError, SectionPageError
from printkit.report import Account


def account_without_stub(error: RecordError) -> Account | None:
    """Return the account of an unreadable record of which nothing may be printed; else None.

    The record may be held back, or may only list the pages of a section of a web site.
    """
    if isinstance(error, SectionPageError) and not error.named:
        return Account.of_error(error.where, error)
    if not error.held:
        return None
    message = "the record may be embargoed, withheld or canceled, so nothing of it is printed"
    told = RecordError(*error.problems, message, where=error.where, remedy=error.remedy)
    return Account(error.where, "refused", error=told)
