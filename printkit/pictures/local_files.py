"""Local files: the address of a picture goes in, the path of its file comes out.

A picture is looked for in the record's own folder, then in each of the roots, which the user names
with `--root`. For an address from the top of the site, `/pics/mole.jpg`, each folder is the top.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from printkit.pictures.addresses import is_path, path_on_site, slashed
from printkit.pictures.folder import PictureFolder

_LONGEST_NAME = 80  # characters of an address in a message


class LocalFiles:
    """The folders in which the pictures of one record are looked for, in this order.

    Args:
        folder: the record's own folder; None for none.
        roots: folders that hold copies of the record's site, or of its folder of pictures.
        url: the address of the article.
    """

    def __init__(self, folder: Path | None, roots: Sequence[Path], url: str | None) -> None:
        self._own = PictureFolder(folder, roots) if folder else None
        others = (*roots, folder) if folder else roots
        self._roots = [(str(root), PictureFolder(root, others)) for root in roots]
        self._url = url

    def find(self, src: str) -> Path | None:
        """Return the path of a picture's file; None for an address that is no file's.

        Raises:
            PermissionError: the path leads out of the folders, or to no regular file; or the
                record has neither a folder nor a root.
            FileNotFoundError: there is no such file. Notes say where it was looked for, and what
                the user can do.
        """
        looked: dict[str, list[str]] = {}
        refused: OSError | None = None
        for folder, name, shown in self._places(src):
            try:
                if path := folder.find(name):
                    return path
            except OSError as error:
                refused = refused or error
            else:
                looked.setdefault(name[:_LONGEST_NAME], []).append(shown)
        if not (looked or refused or is_path(src)):
            return None
        lost = refused or self._missing()
        for note in self._notes(src, looked, is_refused=refused is not None):
            lost.add_note(note)
        raise lost

    def path_of(self, src: str) -> Path | None:
        """Return the path of a picture's file; None if there is none that may be read."""
        for folder, name, _ in self._places(src):
            with suppress(OSError):
                if path := folder.find(name):
                    return path
        return None

    def _missing(self) -> OSError:
        if self._own or self._roots:
            return FileNotFoundError("the file is not there")
        return PermissionError("the picture is a file, but the record came without a folder")

    def _notes(
        self, src: str, looked: Mapping[str, Sequence[str]], *, is_refused: bool
    ) -> Iterator[str]:
        if looked:
            places = (f"{name} in {' and in '.join(shown)}" for name, shown in looked.items())
            yield f"looked for {', '.join(places)}"
        if not is_refused and (near := self._nearest(src)):
            yield f"there is {near}"
        if is_path(src):
            yield f"--root DIR names {'one more' if self._roots else 'a'} folder to look in"

    def _nearest(self, src: str) -> str | None:
        """Return the picture with the most similar name, and its folder if this is a root."""
        if self._own and (near := self._own.nearest(src)):
            return near
        found = ((folder.nearest(src), shown) for shown, folder in self._roots)
        return next((f"{near} in {shown}" for near, shown in found if near), None)

    def _places(self, src: str) -> Iterator[tuple[PictureFolder, str, str]]:
        """Yield each folder with the name to look for, and the folder's name in messages."""
        names = [path_on_site(src, self._url)]
        if is_path(src):
            name = slashed(src)
            # Two slashes name a computer on a network of Windows, and no file of a folder.
            given = name if name.startswith("//") else name.removeprefix("/")
            names = [given] if given != name else [*names, given]
            if self._own:
                yield self._own, given, "the record's folder"
        for shown, folder in self._roots:
            for name in dict.fromkeys(filter(None, names)):
                yield folder, name, shown
