"""Carried look: the user's own theme and templates, for a machine without their files.

In: the paths of a theme and of a folder of templates. Out: all their files as bytes, which the
other machine writes to a folder of its own.
"""

from dataclasses import dataclass
from pathlib import Path

from printkit.errors import ThemeError
from printkit.files.opening import read_whole, reason
from printkit.themes.finding import find_theme
from printkit.themes.own_templates import find_templates

_THEME, _TEMPLATES = "theme", "templates"
_LARGEST = 500_000_000  # bytes of a font or a picture; a theme has no more in all its files


@dataclass(frozen=True)
class CarriedLook:
    """The look of pages: a theme, templates, and the files of both.

    Attributes:
        theme: the name of a theme; for a theme of the user's own, the path in the folder of files.
        templates: the path of the templates in the folder of files; None for no templates.
        files: the bytes of each file, by its path in the folder of files, with slashes.
        places: for each path in the folder of files, the path that the user gave.
    """

    theme: str
    templates: str | None
    files: tuple[tuple[str, bytes], ...] = ()
    places: tuple[tuple[str, str], ...] = ()

    def unpack(self, folder: Path) -> "CarriedLook":
        """Write the files to a folder; return the look with the paths of that folder.

        Args:
            folder: an empty folder, as an absolute path.
        """
        for name, data in self.files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        own = {name: str(folder / name) for name, _ in self.places}
        templates = self.templates and own[self.templates]
        places = tuple((own[name], place) for name, place in self.places)
        return CarriedLook(own.get(self.theme, self.theme), templates, places=places)


def carry_look(theme: str, templates: str | None) -> CarriedLook:
    """Return a theme and templates with all their files.

    Args:
        theme: the name of a theme, or the path of a style sheet.
        templates: the folder of the user's own templates; None for none.

    Raises:
        ThemeError: the theme or the templates are broken, or a file cannot be read.
    """
    files: dict[str, bytes] = {}
    places: list[tuple[str, str]] = []
    if own := find_theme(theme).files:
        sheet = Path(theme)
        home = sheet.resolve().parent
        files |= {f"{_THEME}/{one.relative_to(home).as_posix()}": _bytes(one) for one in own}
        theme = f"{_THEME}/{sheet.resolve().name}"
        places.append((theme, str(sheet)))
    if templates:
        found = find_templates(templates).templates
        files |= {f"{_TEMPLATES}/{one.name}": one.text.encode() for one in found}
        places.append((_TEMPLATES, templates))
    return CarriedLook(theme, templates and _TEMPLATES, tuple(files.items()), tuple(places))


def _bytes(path: Path) -> bytes:
    try:
        return read_whole(path, _LARGEST)
    except OSError as error:
        raise ThemeError(reason(error), where=str(path)) from error
