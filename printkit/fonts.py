"""The faces a page may use: cut from the variable fonts of the fontpkg-* packages.

WeasyPrint embeds a variable font by instancing it anew for each document, which takes longer
than laying the page out. So each face is cut once, by HarfBuzz, and kept in the user's cache.
"""

import hashlib
import os
from contextlib import suppress
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from threading import get_ident
from urllib.parse import parse_qsl, unquote

from platformdirs import user_cache_path

from printkit.errors import PressError

FAMILIES = (
    "source-serif-4",
    "literata",
    "libre-franklin",
    "source-code-pro",
    "frank-ruhl-libre",
    "amiri",
)


def read_font(url: str) -> bytes:
    """Read a face by the address the style sheets use.

    Args:
        url: `font:<family>/<file>?<axis>=<value>&…`; the axes of a variable font are all
            given a value, as in `font:libre-franklin/LibreFranklin[wght].ttf?wght=600`.

    Returns:
        A static TrueType font.

    Raises:
        PressError: the family's package is not installed, or has no such file.
    """
    address, _, axes = unquote(url).removeprefix("font:").partition("?")
    family, _, name = address.partition("/")
    if family not in FAMILIES or "/" in name:
        raise PressError(f"there is no font at {url}", remedy=f"Families: {', '.join(FAMILIES)}.")
    if not axes:
        return _whole(family, name)
    kept = _cache_path(family, name, axes)
    try:
        return kept.read_bytes()
    except OSError:
        face = _cut(_whole(family, name), {axis: float(value) for axis, value in parse_qsl(axes)})
        _keep(face, kept)
        return face


def _whole(family: str, name: str) -> bytes:
    try:
        return (files(f"fontpkg_{family.replace('-', '_')}") / "files" / name).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise PressError(
            f"the font {name} is not installed", remedy=f"pip install fontpkg-{family}"
        ) from error


def _cut(font: bytes, axes: dict[str, float]) -> bytes:
    """The static face that a variable font gives at these places on its axes."""
    import uharfbuzz

    face = uharfbuzz.Face(font)
    plan = uharfbuzz.SubsetInput()
    plan.keep_everything()
    for axis, value in axes.items():
        plan.pin_axis_location(face, axis, value)
    cut: bytes = uharfbuzz.subset(face, plan).blob.data
    return cut


def _cache_path(family: str, name: str, axes: str) -> Path:
    """Named by all that the face is made of, so that nothing stale is ever read."""
    origin = "\0".join((name, axes, version(f"fontpkg-{family}"), version("uharfbuzz")))
    digest = hashlib.sha256(origin.encode()).hexdigest()[:24]
    return user_cache_path("printkit") / "fonts" / f"{digest}.ttf"


def _keep(face: bytes, path: Path) -> None:
    """Put a face into the cache, whole or not at all; a cache that cannot be written is none."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.stem}.{os.getpid()}.{get_ident()}.part")
        try:
            draft.write_bytes(face)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
