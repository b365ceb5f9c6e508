"""Carried files: the pictures of a record that is printed on a machine without their files.

In: the addresses in the record. Out: for each address its bytes, or the error of a file that cannot
be read. So the other machine prints the same pictures, and tells the same remarks.
"""

from collections.abc import Iterable, Mapping

from printkit.edition.limits import MB, Limits, with_setting
from printkit.pictures.folder import read_picture
from printkit.pictures.local_files import LocalFiles


class CarriedFiles:
    """The picture files that a record brings along; takes the place of `LocalFiles`.

    Args:
        carried: as `carry_files` returns.
    """

    def __init__(self, carried: Mapping[str, bytes | OSError]) -> None:
        self._carried = carried

    def find(self, src: str) -> bytes | None:
        """Return the bytes of a picture's file; None for an address that is no file's.

        Raises:
            OSError: the file could not be read where the record came from.
        """
        found = self._carried.get(src)
        if not isinstance(found, OSError):
            return found
        again = type(found)(*found.args)
        again.__notes__ = list(getattr(found, "__notes__", ()))  # a reader adds notes of its own
        raise again


def carry_files(
    srcs: Iterable[str], files: LocalFiles, limits: Limits
) -> dict[str, bytes | OSError]:
    """Return the files of a record's pictures, by address; an address that is no file's is absent.

    Args:
        srcs: the addresses in the record, each once.
        files: the folders in which the pictures are looked for.
        limits: how large the pictures may be.
    """
    carried: dict[str, bytes | OSError] = {}
    left = limits.all_pictures_size * MB
    for src in srcs:
        try:
            path = files.find(src)
            data = read_picture(path, limits.picture_file_size * MB) if path else None
        except OSError as error:
            carried[src] = error
            continue
        if data is not None and len(data) > left:
            told = f"the record's pictures are over {limits.all_pictures_size} MB together"
            carried[src] = with_setting(PermissionError(told), "all_pictures_size")
        elif data is not None:
            carried[src] = data
            left -= len(data)
    return carried
