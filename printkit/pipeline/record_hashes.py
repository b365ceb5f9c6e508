"""Hashes for the manifest of a run: a record or a job ticket goes in, a SHA-256 sum comes out.

A record with the same hash, printed with choices of the same hash, gives the same PDF. Pictures of
the network are not asked again, so a changed picture of the network is not noticed.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.pictures.local_files import LocalFiles
from printkit.pictures.restrictions import forbidding_terms
from printkit.press.fingerprint import fingerprint
from printkit.readers import Reading
from printkit.themes import Theme, find_templates


def hash_reading(one: Reading | RecordError) -> str:
    """Return the hash of a record, without the files of its pictures.

    The terms of its pictures go in, too: some terms forbid print from a certain day on.
    """
    if isinstance(one, RecordError):
        return _hash_of([one.code, *one.problems])
    terms = (forbidding_terms(image) for image in one.article.images)
    remarks = (repr(remark._replace(record="")) for remark in one.remarks)
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


def hash_with_files(
    reading_sha256: str,
    names: Sequence[str],
    folder: Path | None,
    roots: Sequence[Path] = (),
    url: str | None = None,
) -> str:
    """Return the hash of a record with the state of the picture files that the record names.

    Other files of the same folders do not count, nor does the path of a folder.

    Args:
        reading_sha256: what `hash_reading` gives for the record.
        names: what `names_of_files` gives for the article.
        folder: the folder of the pictures of the record; None for no folder.
        roots: the folders in which pictures of all records are looked for.
        url: the address of the article.
    """
    files = LocalFiles(folder, roots, url)
    found = ((name, files.path_of(name)) for name in names)
    return _hash_of([reading_sha256, *(_state_of(name, path) for name, path in found if path)])


def _state_of(name: str, path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return f"{name!r} gone"
    return f"{name!r} {found.st_size} {found.st_mtime_ns}"


def _hash_of(texts: Sequence[str]) -> str:
    told = sha256()
    for text in texts:
        data = text.encode(errors="backslashreplace")
        told.update(b"%d " % len(data) + data)
    return told.hexdigest()
