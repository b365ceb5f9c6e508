"""Read pictures from a record's own folder, and from nowhere else on the machine."""

import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from printkit.files.opening import SpecialFileError, read_at_most

_PICTURE = re.compile(r".*\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp)", re.IGNORECASE)
_MOST_LISTED, _MOST_FOLDERS = 500, 100


class PictureFolder:
    """A folder whose pictures may be read; paths that lead out of the folder are refused."""

    def __init__(self, folder: Path) -> None:
        self.root = folder.resolve()

    def read(self, src: str, limit: int) -> bytes:
        """Return the bytes of the file that a record calls `src`, of at most `limit` bytes.

        The name may be percent-encoded, have a query, or have backslashes.

        Raises:
            PermissionError: the file is outside the folder, no regular file, or too large.
            FileNotFoundError: there is no such file, and a note names the file with the most
                similar name; or the file is a link to a missing file.
        """
        for name in _spellings(src):
            path = self._inside(name)
            if path is not None:
                return _bytes(path, limit)
        error = FileNotFoundError("the file is not there")
        error.add_note(f"looked for {src[:80]}")
        if nearest := self._nearest(src):
            error.add_note(f"there is {nearest}")
        raise error

    def _inside(self, name: str) -> Path | None:
        """Return the path of the file of this name, with links resolved; None if missing."""
        if name.startswith("/") or re.match("[a-z]:", name, re.IGNORECASE):
            told = "the address is an absolute path; write the path from the record's folder"
            raise PermissionError(told)
        try:
            path = (self.root / name).resolve()
        except RuntimeError as error:  # a loop of links, before Python 3.13
            raise PermissionError("the file is a link that leads nowhere") from error
        except (OSError, ValueError):  # a name no file can have
            return None
        if not path.is_relative_to(self.root):
            raise PermissionError("the path leaves the record's folder")
        if os.path.lexists(path):
            return path
        if os.path.islink(self.root / name):  # noqa: PTH114 (a Path raises on some names)
            raise FileNotFoundError("the file is a link that leads nowhere")
        return None

    def _nearest(self, src: str) -> str | None:
        wanted = PurePosixPath(src.replace("\\", "/")).name.lower()
        by_name = {PurePosixPath(path).name.lower(): path for path in reversed(self._pictures)}
        close = get_close_matches(wanted, by_name, n=1)
        return by_name[close[0]] if close else None

    @cached_property
    def _pictures(self) -> list[str]:
        return list(islice(self._walk(), _MOST_LISTED))

    def _walk(self) -> Iterator[str]:
        for folder, below, files in islice(os.walk(self.root), _MOST_FOLDERS):
            below.sort()
            for name in sorted(filter(_PICTURE.fullmatch, files)):
                yield (Path(folder) / name).relative_to(self.root).as_posix()


def _spellings(src: str) -> Iterator[str]:
    """Yield the file names that a record may mean by `src`, first the name as it is written."""
    name = src.replace("\\", "/")
    bare = re.split(r"[?#]", name, maxsplit=1)[0]
    yield from dict.fromkeys((name, unquote(name), bare, unquote(bare)))


def _bytes(path: Path, limit: int) -> bytes:
    try:
        data = read_at_most(path, limit, follow_link=False)
    except (SpecialFileError, IsADirectoryError) as error:
        raise PermissionError("the path leads to no regular file") from error
    if len(data) > limit:
        raise PermissionError(f"the file is over the limit of {limit // 10**6} MB")
    return data
