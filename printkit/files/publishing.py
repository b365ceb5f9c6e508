"""From bytes to a file: written whole or not at all, under a name that is safe anywhere.

A name is made of the day and the headline: `2019-09-13-netanyahu-putin-meet.pdf`.
"""

import os
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from errno import ENOENT
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from anyascii import anyascii

from printkit.article import Article
from printkit.errors import OutputError
from printkit.files.opening import kind_of_file

_LONGEST_SLUG = 80
# What Windows takes for a device, whatever ending follows.
_DEVICE = re.compile(r"con|prn|aux|nul|conin|conout|com\d|lpt\d")


def publish(data: bytes, path: Path) -> Path:
    """Write a file so that a reader sees the old one or the new one, never half of it.

    A file that stood there is replaced, with the permissions of a new file; nothing else
    is, nor written through. The folder must be there: see `make_folder`.

    Raises:
        OutputError: it could not be written; what stood there before is untouched.
    """
    _refuse_what_is_no_file(path)
    draft = path.with_name(f".{token_hex(8)}.part")
    try:
        try:
            with draft.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from error
    _settle(path.parent)
    return path


def refuse_nowhere(path: Path) -> None:
    """Refuse to publish where there is no folder, before anything is made to be published.

    Raises:
        OutputError: there is none.
    """
    if not path.parent.is_dir():
        raise _not_written(path, FileNotFoundError(ENOENT, os.strerror(ENOENT)))


def make_folder(path: Path) -> None:
    """Make a folder for files to be published in, and those above it, where missing.

    Raises:
        OutputError: it cannot be made, or something else stands there.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"no folder can be made here: {error.strerror}", where=str(path)
        ) from error


def name_for(article: Article) -> str:
    """Name the file of an article: lower-case ASCII letters, digits and dashes, then `.pdf`."""
    day = article.date_published.isoformat()[:10] if article.date_published else ""
    slug = _slug(article.headline)
    name = "-".join(part for part in (day, slug) if part)
    if not slug or _DEVICE.fullmatch(name):
        name = "-".join(part for part in (name, _mark(article)) if part)
    return f"{name}.pdf"


def names_for(articles: Sequence[Article]) -> tuple[str, ...]:
    """Name the files of many articles, in their order, no two alike.

    Articles that would share a name all get a mark of their identity, so that the order
    they came in does not matter; one that came twice is counted as well.
    """
    names = [name_for(article) for article in articles]
    uses = Counter(names)
    taken = {name for name in names if uses[name] == 1}
    chosen = []
    for article, name in zip(articles, names, strict=True):
        own = name if uses[name] == 1 else _unlike(taken, name, _mark(article))
        taken.add(own)
        chosen.append(own)
    return tuple(chosen)


def _slug(text: str) -> str:
    """The words of a line in ASCII, joined by dashes; cut between two words if it can be."""
    words = re.findall("[a-z0-9]+", re.sub("['`]", "", anyascii(text).lower()))
    slug = "-".join(words)
    if len(slug) <= _LONGEST_SLUG:
        return slug
    whole, dash, _ = slug[: _LONGEST_SLUG + 1].rpartition("-")
    return whole if dash else slug[:_LONGEST_SLUG]


def _mark(article: Article) -> str:
    return sha256(article.identity.encode(errors="replace")).hexdigest()[:8]


def _unlike(taken: set[str], name: str, mark: str) -> str:
    marked = f"{name.removesuffix('.pdf')}-{mark}"
    own, count = f"{marked}.pdf", 1
    while own in taken:
        count += 1
        own = f"{marked}-{count}.pdf"
    return own


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise _not_written(path, error) from error
    if kind := kind_of_file(mode):
        raise OutputError(
            f"here stands {kind}, which is left alone",
            where=str(path),
            remedy="Give the name of a file.",
        )


def _not_written(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    missing = isinstance(error, FileNotFoundError)
    return OutputError(
        f"could not be written: {reason}; what stood there before is untouched",
        where=str(path),
        remedy=f"Make the folder {path.parent} first." if missing else "",
    )


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut, where the file system can promise that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
