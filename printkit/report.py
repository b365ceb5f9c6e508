"""The report of a run: one account for each record that came in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, cast

from printkit.article import Article
from printkit.errors import InsertError, PrintkitError, RefusedError, SectionPageError, StrictError
from printkit.files.addresses import Destination
from printkit.remarks import Remark

AccountStatus = Literal[
    "ok", "refused", "failed", "timeout", "crashed", "duplicate", "skipped", "not_run"
]


@dataclass(frozen=True)
class Result:
    """A printed article.

    Attributes:
        article: the article that was printed.
        pdf: the file's bytes.
        page_count: the number of pages.
        remarks: from reading the record to checking the PDF, in this order.
        markup: the page's HTML, to look at in a browser.
        place: the file that was written, a path or an address of a store; None if no file was
            asked for.
        sha256: the SHA-256 of a file that a worker wrote, in hexadecimal; `pdf` and `markup` are
            empty then, because the worker kept them. Empty for all other files.
        html_sha256: the SHA-256 of the markup that such a worker made.
    """

    article: Article
    pdf: bytes = field(repr=False)
    page_count: int
    remarks: tuple[Remark, ...]
    markup: str = field(repr=False)
    place: Destination | None = None
    sha256: str = ""
    html_sha256: str = ""

    @property
    def path(self) -> Path | None:
        """The file that was written; None if no file was asked for, or if a store has the file."""
        return self.place if isinstance(self.place, Path) else None

    def without_bytes(self) -> "Result":
        """Return the result with the SHA-256 of PDF and HTML in the place of their bytes."""
        html_sha256 = sha256(self.markup.encode()).hexdigest()
        own = sha256(self.pdf).hexdigest()
        return replace(self, pdf=b"", markup="", sha256=own, html_sha256=html_sha256)


@dataclass(frozen=True)
class Digest:
    """A bound digest.

    Attributes:
        title: the title of the file.
        pdf: the file's bytes.
        page_count: the number of pages.
        accounts: one for each record that came in.
        remarks: on the digest's own pages, such as cover and contents.
        place: the file that was written, a path or an address of a store; None if no file was
            asked for.
        missing_inserts: the error of each PDF that could not be joined; a stub replaces the PDF.
    """

    title: str
    pdf: bytes = field(repr=False)
    page_count: int
    accounts: tuple["Account", ...]
    remarks: tuple[Remark, ...] = ()
    place: Destination | None = None
    missing_inserts: tuple[InsertError, ...] = ()

    @property
    def path(self) -> Path | None:
        """The file that was written; None if no file was asked for, or if a store has the file."""
        return self.place if isinstance(self.place, Path) else None

    def to_json(self) -> dict[str, object]:
        """Return the digest as plain JSON values: the whole report."""
        return {
            "digest": {
                "title": self.title,
                "output": str(self.place) if self.place else None,
                "pages": self.page_count,
                "sha256": sha256(self.pdf).hexdigest(),
                "remarks": [remark.to_json() for remark in self.remarks],
                "missing_inserts": [error.to_json() for error in self.missing_inserts],
            },
            "records": [account.to_json() for account in self.accounts],
        }


@dataclass(frozen=True)
class Account:
    """The account of one record: how its printing ended.

    Attributes:
        record: the record as the user named it; with its line, if a file holds many records.
        status: `ok`, or why the record was not printed.
        remarks: on the record and its pages.
        result: the printed article, if it has a PDF of its own.
        error: why the record was not printed; None for a printed record.
        page: in a digest, the printed number of the page on which the article begins.
        earlier: the account as `to_json` gave it in an earlier run, whose PDF was taken over; None
            for a record of this run.
        seconds: how long the printing took on the clock; None if nobody measured this.
        memory_mb: the most memory that its process had while the record was printed, in MB; with
            `trusted` and outside Linux, since the process began. None if nobody measured this.
    """

    record: str
    status: AccountStatus
    remarks: tuple[Remark, ...] = ()
    result: Result | None = None
    error: PrintkitError | None = None
    page: str = ""
    earlier: Mapping[str, object] | None = None
    seconds: float | None = field(default=None, compare=False)
    memory_mb: float | None = field(default=None, compare=False)

    @classmethod
    def of_earlier_run(cls, earlier: Mapping[str, object]) -> "Account":
        """Return the account of a record whose PDF an earlier run printed.

        Args:
            earlier: the account as `to_json` gave it.
        """
        status = cast("AccountStatus", earlier["status"])
        return cls(str(earlier["record"]), status, earlier=earlier)

    @classmethod
    def of_error(cls, record: str, error: PrintkitError, *, named: bool = True) -> "Account":
        """Return the account of a record that could not be printed, or must not be.

        An article that is held back is skipped if the user named the folder, and not its file:
        folders hold drafts, too. The page of a section without text is skipped likewise.
        """
        if isinstance(error, SectionPageError) and not error.named:
            remark = Remark("PK209", f"not printed: {'; '.join(error.problems)}", record)
            return cls(record, "skipped", (remark,))
        if isinstance(error, RefusedError) and error.held and not named:
            remark = Remark("PK208", f"not printed: {'; '.join(error.problems)}", record)
            return cls(record, "skipped", (remark,))
        return cls(record, cast("AccountStatus", error.status), error=error)

    def to_json(self) -> dict[str, object]:
        """Return the account as plain JSON values: an entry of the report."""
        if self.earlier is not None:
            return dict(self.earlier)
        made, error = self.result, self.error
        return {
            "record": self.record,
            "status": self.status,
            "output": str(made.place) if made and made.place else None,
            # Articles of a digest may share pages, so only the page where each begins is known.
            **({"page": self.page} if self.page else {"pages": made.page_count if made else 0}),
            "sha256": (made.sha256 or sha256(made.pdf).hexdigest()) if made else None,
            "remarks": [remark.to_json() for remark in self.remarks],
            "error": error and error.to_json(),
        }


_LENIENT = "Mend what the remarks name, or print without --strict."


def refuse_remarks_on_article(remarks: Sequence[Remark], where: str) -> None:
    """Refuse an article on which there is a remark.

    Raises:
        StrictError: there is a remark.
    """
    if remarks:
        raise StrictError(*map(str, remarks), where=where, remedy=_LENIENT)


def refuse_remarks_on_digest(made: Digest, left_out: Sequence[Account]) -> None:
    """Refuse a digest on which there is a remark.

    Args:
        made: the digest.
        left_out: the accounts of records that are not in the digest; remarks on them are allowed.

    Raises:
        StrictError: there is a remark; the error carries the accounts.
    """
    remarks = [*made.remarks, *(one for account in made.accounts for one in account.remarks)]
    if remarks:
        accounts = (*map(_unprinted_accounts, made.accounts), *left_out)
        raise StrictError(*map(str, remarks), remedy=_LENIENT, accounts=accounts)


def _unprinted_accounts(account: Account) -> Account:
    """Return the account of a record after its digest was refused.

    A record with remarks has failed; a record without remarks was not run. The account of a
    record that could not be printed stays as it is.
    """
    if account.error or account.status != "ok":
        return account
    if not account.remarks:
        return replace(account, status="not_run", page="")
    error = StrictError(*map(str, account.remarks), where=account.record, remedy=_LENIENT)
    return replace(account, status="failed", error=error, page="")
