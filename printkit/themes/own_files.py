"""The files of a theme that is not printkit's: its style sheets, fonts and pictures.

Takes the path of the theme's style sheet, gives every file that the theme may use and a hash
that changes with them. A theme may use printkit's own styles by the address `printkit:…`, and
files of its own folder; it may use no other file, and nothing from the network.
"""

from pathlib import Path
from typing import NamedTuple

from printkit.errors import ThemeError
from printkit.remarks import Remark
from printkit.themes.file_search import FileSearch
from printkit.themes.imported_sheets import circles_of_imports
from printkit.themes.printkit_styles import reached_styles
from printkit.themes.sheet_remarks import remarks_on_sheets
from printkit.themes.value_remarks import remarks_on_values

REMEDY = (
    'A theme may use printkit\'s styles, as in @import "printkit:base.css", and its own folder.'
)
_REMEDY_OF_EXCESS = "Write less: a page has no use for so much, and would never be finished."


class OwnFiles(NamedTuple):
    """The files that a theme uses, and the remarks on its style sheets.

    Attributes:
        paths: the resolved paths of the theme's style sheet and of every file that it asks for.
        state: a hash that changes when one of these files does.
        styles: the addresses of printkit's styles that the theme imports, directly or not.
        remarks: on tokens that the theme may not set, and on a theme without printkit's base.
    """

    paths: tuple[Path, ...]
    state: str
    styles: tuple[str, ...]
    remarks: tuple[Remark, ...]


def own_files(sheet: Path, where: str) -> OwnFiles:
    """Find the files that a theme's style sheet asks for, in its own folder.

    Args:
        sheet: the resolved path of the theme's style sheet.
        where: names the theme in errors, as the user named it.

    Raises:
        ThemeError: the theme asks for a file that it may not use, or that is not there.
    """
    found = FileSearch(sheet, where)
    while found.waiting and not found.is_excessive:
        found.take(found.waiting.pop(0))
    if problems := (*found.problems, *circles_of_imports(found.sheets)):
        raise ThemeError(*problems, where=where, remedy=REMEDY)
    if excesses := found.excesses():
        raise ThemeError(*excesses, where=where, remedy=_REMEDY_OF_EXCESS)
    for path in found.others:
        # Fonts and pictures may be large: their time and size stand for their bytes.
        seen = path.stat()
        found.state.update(f"{path} {seen.st_mtime_ns} {seen.st_size}\0".encode())
    reached = reached_styles(found.styles)
    texts, folder = found.texts, sheet.parent
    remarks = (*remarks_on_sheets(texts, reached, folder), *remarks_on_values(texts, folder))
    return OwnFiles((*texts, *found.others), found.state.hexdigest(), reached, remarks)
