"""The account book of a run: accounts go in one by one, and the report comes out at the end."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from printkit.cli.failure_limit import FINE
from printkit.cli.owed_report import write_report
from printkit.cli.standard_output import list_file
from printkit.cli.terminal import print_account

if TYPE_CHECKING:
    from printkit.errors import PrintkitError
    from printkit.files.addresses import Destination
    from printkit.remarks import Remark
    from printkit.report import Account


class AccountBook:
    """Prints each account on the terminal, and keeps what the report needs.

    Args:
        report: the file of the report; None for no report.
    """

    def __init__(self, report: "Destination | None") -> None:
        self._report = report
        self._statuses: list[str] = []
        self._entries: list[dict[str, object]] = []
        self._told: set[Remark] = set()
        self._all_listed = True

    @property
    def has_failures(self) -> bool:
        """Whether a record was neither printed nor skipped, or a PDF could not be listed."""
        return not (self._all_listed and FINE.issuperset(self._statuses))

    @property
    def not_run(self) -> int:
        """The number of records that were not run, after the book was closed."""
        return self._statuses.count("not_run")

    def take(self, account: "Account") -> None:
        """Print an account, with the path of its PDF, and keep the account for the report."""
        self._keep(account)
        print_account(account, self._told)
        # A remark that names a file and no record is about the theme, for every record.
        self._told |= {one for one in account.remarks if one.file and not one.record}
        if account.result and account.result.place:
            self._all_listed &= list_file(account.result.place)

    def close(
        self,
        places: Sequence[str],
        failed: "PrintkitError | None",
        earlier: "Mapping[int, Account] | None" = None,
    ) -> None:
        """Account for the records that were not run, and write the report.

        Args:
            places: the names of all records.
            failed: the error that ended the run; None for a run that came to its end.
            earlier: the accounts that were taken over from an earlier run, by their index in
                `places`; some may not have been reached.

        Raises:
            OutputError: the report cannot be written.
        """
        from printkit.report import Account

        done = len(self._statuses)
        for index, name in enumerate(places[done:], done):
            self._keep((earlier or {}).get(index) or Account(name, "not_run"))
        if self._report:
            ended = {"error": failed.to_json()} if failed else {}
            write_report({**ended, "records": self._entries}, self._report)

    def tell_left(self) -> None:
        """Say how many records were not run, if a run came to its end without some of them."""
        if left := self.not_run:
            click.echo(f"not run: {left} of {len(self._statuses)} records", err=True)

    def _keep(self, account: "Account") -> None:
        self._statuses.append(account.status)
        if self._report:
            self._entries.append(account.to_json())
