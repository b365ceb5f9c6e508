"""A run of one record, or of many: the records go to a worker, and their accounts come out."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from printkit.cli import files
from printkit.cli.standard_output import write_pdf
from printkit.errors import PrintkitError, ThemeError

if TYPE_CHECKING:
    from printkit.edition.ticket import JobTicket
    from printkit.files.addresses import Destination
    from printkit.report import Account


class ExportRun(Protocol):
    """Records that are printed one by one: a `Batch`, or a single record."""

    @property
    def places(self) -> Sequence[str]:
        """Return the names of all records."""

    @property
    def earlier(self) -> "Mapping[int, Account]":
        """Return the accounts that were taken over from an earlier run, by index in `places`."""

    @property
    def problems(self) -> Sequence[str]:
        """Return a sentence for each kind of bad line in the manifest of the earlier run."""

    def accounts(self) -> "Generator[Account, None, None]":
        """Print the records, and yield the account of each."""


class SingleRun:
    """One record that is printed to one file, or to standard output.

    Args:
        argument: the RECORD argument.
        pdf: the file; None for standard output.
        ticket: how the article is printed.
        trusted: print in this process.
        html: keep the HTML of the page beside the PDF.
    """

    def __init__(
        self,
        argument: str,
        pdf: "Destination | None",
        ticket: "JobTicket",
        *,
        trusted: bool,
        html: bool = False,
    ) -> None:
        self._record, self._name = files.find_record(argument)
        self.places = [self._name or argument]
        self.earlier: Mapping[int, Account] = {}
        self.problems: Sequence[str] = ()
        self._pdf = pdf
        self._ticket = ticket
        self._trusted = trusted
        self._html = html

    def accounts(self) -> "Generator[Account, None, None]":
        """Print the record, and yield its account."""
        from printkit.files.publishing import publish, publish_alone
        from printkit.pipeline import single
        from printkit.report import Account

        (where,) = self.places
        try:
            made = single.print_record(
                self._record, self._ticket, self._name, trusted=self._trusted
            )
            if self._pdf:
                made = replace(made, place=publish_alone(made.pdf, self._pdf, into_new=True))
                if self._html:
                    publish(made.markup.encode(), self._pdf.with_suffix(".html"))
        except ThemeError:
            raise  # a wrong option, and no fault of the record
        except PrintkitError as error:
            yield Account.of_error(where, error)
        else:
            if self._pdf is None:
                write_pdf(made.pdf)
            yield Account(where, "ok", made.remarks, made)
