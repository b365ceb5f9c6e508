"""Find pictures in a folder, and nowhere else on the machine: a name goes in, a path comes out."""

import os
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

from printkit.edition.limits import with_setting
from printkit.files.opening import SpecialFileError, read_at_most
from printkit.pictures.addresses import slashed
from printkit.text.patterns import regex

_PICTURE = regex(r".*\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp)", re.IGNORECASE)
_MOST_LISTED, _MOST_FOLDERS = 500, 100
_LONGEST_NAME, _LONGEST_PATH = 255, 4096  # no disk has longer ones


class PictureFolder:
    """A folder whose pictures may be read; paths that lead out of the folder are refused.

    Args:
        folder: the folder.
        others: further folders that may be read. A path or a link may lead into them.
    """

    def __init__(self, folder: Path, others: Iterable[Path] = ()) -> None:
        self.root = folder.resolve()
        self._allowed = (self.root, *(other.resolve() for other in others))
        self._composed: dict[str, dict[str, str]] = {}

    def find(self, src: str) -> Path | None:
        """Return the path of the file that a record calls `src`; None if there is no such file.

        The name may be percent-encoded, have a query, or have backslashes. Letters with marks may
        be written as one character or as two (Unicode NFC and NFD).

        Raises:
            PermissionError: the file is outside the folder, or no regular file.
            FileNotFoundError: the file is a link to a missing file.
        """
        for name in _spellings(src):
            path = self._inside(name) or self._composed_otherwise(name)
            if path is not None:
                if not path.is_file():
                    raise PermissionError("the path leads to no regular file")
                return path
        return None

    def nearest(self, src: str) -> str | None:
        """Return the path of the picture with the most similar name; None if none is similar."""
        wanted = PurePosixPath(slashed(src)).name.lower()
        if len(wanted) > _LONGEST_NAME:
            return None
        by_name = {PurePosixPath(path).name.lower(): path for path in reversed(self._pictures)}
        close = get_close_matches(wanted, by_name, n=1)
        return by_name[close[0]] if close else None

    def _inside(self, name: str) -> Path | None:
        """Return the path of the file of this name, with links resolved; None if missing."""
        if name.startswith("/") or re.match("[a-z]:", name, re.IGNORECASE):
            told = "the address is an absolute path; write the path from the record's folder"
            raise PermissionError(told)
        if len(name) > _LONGEST_PATH:
            return None
        try:
            path = (self.root / name).resolve()
        except RuntimeError as error:  # a loop of links, before Python 3.13
            raise PermissionError("the file is a link that leads nowhere") from error
        except (OSError, ValueError):  # a name no file can have
            return None
        if not self._allows(path):
            raise PermissionError("the path leaves the folder")
        if os.path.lexists(path):
            return path
        if os.path.islink(self.root / name):  # noqa: PTH114 (a Path raises on some names)
            raise FileNotFoundError("the file is a link that leads nowhere")
        return None

    def _allows(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self._allowed)

    def _composed_otherwise(self, name: str) -> Path | None:
        """Return the file whose name has the same letters, composed otherwise (NFC and NFD)."""
        if name.isascii() or len(name) > _LONGEST_PATH:
            return None
        found = self.root
        for part in PurePosixPath(os.path.normpath(name)).parts:
            if not found.is_dir():
                return None
            found /= part if part.isascii() else self._as_on_disk(found, part)
        return self._inside(os.path.relpath(found, self.root))

    def _as_on_disk(self, folder: Path, name: str) -> str:
        """Return a name as the folder has it; the name itself if the folder has no such name."""
        key = os.fspath(folder)
        if key not in self._composed:
            listed = _listed(folder) if self._allows(folder.resolve()) else []
            self._composed[key] = {normalize("NFC", one): one for one in listed}
        return self._composed[key].get(normalize("NFC", name), name)

    @cached_property
    def _pictures(self) -> list[str]:
        return list(islice(self._walk(), _MOST_LISTED))

    def _walk(self) -> Iterator[str]:
        for folder, below, files in islice(os.walk(self.root), _MOST_FOLDERS):
            below.sort()
            for name in sorted(filter(_PICTURE.fullmatch, files)):
                yield (Path(folder) / name).relative_to(self.root).as_posix()


def read_picture(path: Path, limit: int) -> bytes:
    """Return the bytes of a file that `PictureFolder.find` found, of at most `limit` bytes.

    Raises:
        PermissionError: somebody put a link or a pipe in the place of the file, or the file is
            too large.
        OSError: the file cannot be read.
    """
    try:
        data = read_at_most(path, limit, follow_link=False)
    except (SpecialFileError, IsADirectoryError) as error:
        raise PermissionError("the path leads to no regular file") from error
    if len(data) > limit:
        told = f"the file is over the limit of {limit // 10**6} MB"
        raise with_setting(PermissionError(told), "picture_file_size")
    return data


def _spellings(src: str) -> Iterator[str]:
    """Yield the file names that a record may mean by `src`, first the name as it is written."""
    name = src.replace("\\", "/")
    bare = re.split(r"[?#]", name, maxsplit=1)[0]
    yield from dict.fromkeys((name, unquote(name), bare, unquote(bare)))


def _listed(folder: Path) -> list[str]:
    """Return the names in a folder that have other letters than those of ASCII."""
    try:
        return [name for name in os.listdir(folder) if not name.isascii()]  # noqa: PTH208 (names)
    except (OSError, ValueError):
        return []
