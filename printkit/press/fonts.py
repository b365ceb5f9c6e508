"""Make the static fonts that style sheets use from the variable fonts of other packages.

Takes an address such as `font:literata/Literata[opsz,wght].ttf?opsz=11&wght=400`, gives a
static TrueType font. Owns uharfbuzz, beside the bindery.

WeasyPrint would make each static font again for each document, which takes longer than the
layout of a page. So HarfBuzz makes each static font once, and the user's cache keeps the font.
"""

from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

from printkit.errors import PressError
from printkit.files import cache


class FontPackage(NamedTuple):
    """A package with font files.

    Attributes:
        name: the name under which pip installs the package.
        folder: the folder of the font files in the package.
    """

    name: str
    folder: str

    @property
    def module(self) -> str:
        """The name under which Python imports the package."""
        return self.name.replace("-", "_")


_FONTPKG = (
    "source-serif-4",
    "literata",
    "libre-franklin",
    "source-code-pro",
    "frank-ruhl-libre",
    "amiri",
    "inter",
)
_NOTO = FontPackage("manimgx-fonts", ".")
FAMILIES = {
    **{family: FontPackage(f"fontpkg-{family}", "files") for family in _FONTPKG},
    "noto-emoji": _NOTO,
    "noto-sans-symbols": _NOTO,
}


def read_font(url: str) -> bytes:
    """Return the font that an address in a style sheet names.

    Args:
        url: `font:<family>/<file>?<axis>=<value>&…`; each axis of the variable font has a
            value, as in `font:libre-franklin/LibreFranklin[wght].ttf?wght=600`.

    Returns:
        A static TrueType font; without any axis in the address, the file as it is.

    Raises:
        PressError: the family's package is not installed, or has no such file.
    """
    address, _, axes = unquote(url).removeprefix("font:").partition("?")
    family, _, name = address.partition("/")
    if family not in FAMILIES or "/" in name:
        raise PressError(f"there is no font at {url}", remedy=f"Families: {', '.join(FAMILIES)}.")
    if not axes:
        return _whole(family, name)
    # All that the face depends on goes into its key.
    origin = cache.key(name, axes, _version(FAMILIES[family].name), _version("uharfbuzz"))
    store = cache.user_cache()
    face = store.get("face", origin)
    if face is None:
        face = _cut(_whole(family, name), {axis: float(value) for axis, value in parse_qsl(axes)})
        store.put("face", origin, face)
    return face


def family(program: bytes, index: int = 0) -> str:
    """Return the family name that a font file states.

    Args:
        program: the whole font file.
        index: the number of the font in a collection.
    """
    import uharfbuzz

    face = uharfbuzz.Face(program, index)
    names = uharfbuzz.OTNameIdPredefined
    # The legacy name may have a style in it, such as "Literata Light": OpenType, name IDs 1 and 16.
    whole, legacy = (face.get_name(name) for name in (names.TYPOGRAPHIC_FAMILY, names.FONT_FAMILY))
    return whole or legacy or ""


def _whole(family: str, name: str) -> bytes:
    package = FAMILIES[family]
    try:
        return (files(package.module) / package.folder / name).read_bytes()
    except (ModuleNotFoundError, OSError) as error:
        raise PressError(
            f"the font {name} is not installed", remedy=f"pip install {package.name}"
        ) from error


def _cut(font: bytes, axes: dict[str, float]) -> bytes:
    """Return the static font that a variable font gives with these values of its axes."""
    import uharfbuzz

    face = uharfbuzz.Face(font)
    plan = uharfbuzz.SubsetInput()
    plan.keep_everything()
    for axis, value in axes.items():
        plan.pin_axis_location(face, axis, value)
    cut: bytes = uharfbuzz.subset(face, plan).blob.data
    return cut


@lru_cache(maxsize=len(FAMILIES) + 1)
def _version(package: str) -> str:
    return version(package)
