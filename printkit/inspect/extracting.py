"""Write the attached files of a PDF to a folder, under safe names."""

import os
import re
from itertools import count
from pathlib import Path

from printkit.edition.limits import DEFAULTS, Limits
from printkit.files.opening import read_at_most
from printkit.files.publishing import make_folder, publish
from printkit.inspect.contents import Attachment, attachments
from printkit.inspect.opening import name_file_in_errors, open_pdf, read_pdf
from printkit.inspect.unlocking import without_encryption
from printkit.text.characters import one_line
from printkit.text.patterns import regex

# Windows allows none of these characters in a name. The two marks of direction are invisible.
_UNSAFE = regex('[<>:"|?*\u200e\u200f]+')
# Windows takes these names for devices, whatever suffix follows.
_DEVICE = regex(r"(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST_NAME = 100


def extract(pdf: bytes | Path, folder: Path, limits: Limits = DEFAULTS) -> tuple[Path, ...]:
    """Write the attached files to a folder, which is made if it does not exist.

    No existing file is overwritten. If a file of the same name has the same content, nothing is
    written; if its content differs, the new file gets a number. Names are made safe, and none
    leads out of the folder. `limits` bounds the size of the PDF and of its files.

    Returns:
        The paths in the order of the attachments.

    Raises:
        InspectionError: the PDF cannot be read.
        OutputError: a file cannot be written.
    """
    with name_file_in_errors(pdf):
        data = without_encryption(read_pdf(pdf, limits), limits)
        with open_pdf(data, limits) as reader:
            attached = attachments(reader, limits)
    if attached:
        make_folder(folder)
    return tuple(_write(one, folder) for one in attached)


def _write(one: Attachment, folder: Path) -> Path:
    name = Path(_safe_name(one.name))
    for number in count(1):
        path = folder / (f"{name.stem}-{number}{name.suffix}" if number > 1 else name.name)
        if _holds(path, one.data):
            break
        # lexists is also true for a symbolic link that leads nowhere.
        if not os.path.lexists(path):
            publish(one.data, path)
            break
    return path


def _holds(path: Path, data: bytes) -> bool:
    """Tell whether a path names a regular file with exactly these bytes, and no link to one."""
    try:
        return read_at_most(path, len(data), follow_link=False) == data
    except OSError:
        return False


def _safe_name(name: str) -> str:
    """Return a name without folders, forbidden characters or names of devices, for any system."""
    last = re.split(r"[/\\]", _UNSAFE.sub("", one_line(name)))[-1].strip(". ")
    stem, dot, suffix = last.rpartition(".")
    if len(last) > _LONGEST_NAME:
        last = f"{(stem or suffix)[:_LONGEST_NAME]}{dot}{suffix[:10] if stem else ''}"
    return f"_{last}" if _DEVICE.match(last) else last or "attachment"
