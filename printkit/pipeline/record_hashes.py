"""Hashes for the manifest of a run: records, folders and a job ticket go in, SHA-256 sums come out.

A record with the same hash, printed with choices of the same hash, gives the same PDF. Pictures of
the network are not asked again, so a changed picture of the network is not noticed.
"""

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.pictures.restrictions import forbidding_terms
from printkit.press.fingerprint import fingerprint
from printkit.readers import Reading
from printkit.readers.files import SUFFIXES
from printkit.themes import Theme, find_templates

# Records and outputs often stand beside pictures, and a change of these files changes no picture.
_NO_PICTURES = (*SUFFIXES, ".pdf", ".html", ".log")


def hash_reading(one: Reading | RecordError) -> str:
    """Return the hash of a record, without the files of its pictures.

    The terms of its pictures go in, too: some terms forbid print from a certain day on.
    """
    if isinstance(one, RecordError):
        return _hash_of([str(one)])
    terms = (forbidding_terms(image) for image in one.article.images)
    remarks = (repr(remark) for remark in one.remarks)
    return _hash_of([one.article.model_dump_json(), *terms, *remarks])


def hash_choices(ticket: JobTicket, theme: Theme, *, html: bool) -> str:
    """Return the hash of all that a PDF depends on beside its record.

    Args:
        ticket: how the articles are printed.
        theme: the theme of the ticket.
        html: whether the HTML of a page stands beside its PDF.
    """
    flags = (bool(ticket.fetch), ticket.allow_embargoed, ticket.strict, html)
    look = fingerprint(theme, find_templates(ticket.edition.templates).state)
    return _hash_of([repr(ticket.edition), repr(flags), ticket.limits.of_pages, look])


class PictureStates:
    """The state of the picture files of each folder, which is looked at once in a run.

    Args:
        roots: the folders in which pictures of all records are looked for.
        log: a file that is no picture, and changes while the run goes on; None for no such file.
    """

    def __init__(self, roots: Sequence[Path], log: Path | None = None) -> None:
        self._roots = roots
        self._log = os.path.abspath(log) if log else ""  # noqa: PTH100  as text, for a quick look
        self._known: dict[Path | None, str] = {}

    def hash_record(self, reading_sha256: str, folder: Path | None) -> str:
        """Return the hash of a record with the picture files that its folder and the roots have.

        Args:
            reading_sha256: what `hash_reading` gives for the record.
            folder: the folder of the pictures of the record; None for no folder.
        """
        if folder not in self._known:
            places = (*([folder] if folder else []), *self._roots)
            self._known[folder] = _hash_of(
                [line for one in places for line in _states_in(one, self._log)]
            )
        return _hash_of([reading_sha256, self._known[folder]])


def _states_in(folder: Path, log: str) -> Iterator[str]:
    """Yield a line for each file of a folder that may be a picture; hidden files are left out."""
    yield "folder"
    top = os.path.abspath(folder)  # noqa: PTH100  the path of the log is absolute, too
    for parent, folders, names in os.walk(top):
        # os.walk has no order of its own, and another order would give another hash.
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(parent, name)  # noqa: PTH118  a folder may have many files
            if not name.startswith(".") and not name.lower().endswith(_NO_PICTURES) and path != log:
                yield _state_of(path, top)


def _state_of(path: str, folder: str) -> str:
    name = os.path.relpath(path, folder)
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return f"{name!r} gone"
    return f"{name!r} {found.st_size} {found.st_mtime_ns}"


def _hash_of(texts: Sequence[str]) -> str:
    told = sha256()
    for text in texts:
        data = text.encode(errors="backslashreplace")
        told.update(b"%d " % len(data) + data)
    return told.hexdigest()
