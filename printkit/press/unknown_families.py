"""Remark on font families that a user's theme names and for which no font is there.

Takes a theme and the fonts that WeasyPrint loaded for the theme, gives remarks.
"""

from collections.abc import Iterator

from printkit.press.loading import weasyprint
from printkit.remarks import Remark
from printkit.themes import Theme
from printkit.themes.named_families import named_families


def unknown_families(
    theme: Theme, fonts: weasyprint.text.fonts.FontConfiguration
) -> Iterator[Remark]:
    """Yield a remark for each family of a theme that has no font, with the line of the theme.

    Args:
        theme: the look; a theme of printkit's own has no such remark.
        fonts: the fonts of the machine, and the fonts that the theme's style sheets load.
    """
    named = list(named_families(theme))
    known = _families(fonts) if named else set()
    for family, place in dict.fromkeys(named):
        if family.casefold() not in known:
            message = (
                f"no font of the family {family!r} is there, so another face is printed; "
                "write the name of the family right, or load the font with @font-face"
            )
            yield Remark("PK507", message, file=place)


def _families(fonts: weasyprint.text.fonts.FontConfiguration) -> set[str]:
    """Return the names of all families that fontconfig knows."""
    ffi, fontconfig = weasyprint.text.fonts.ffi, weasyprint.text.fonts.fontconfig
    found = set()
    name = ffi.new("FcChar8 **")
    for kind in (fontconfig.FcSetSystem, fontconfig.FcSetApplication):
        font_set = fontconfig.FcConfigGetFonts(fonts._config, kind)
        count = font_set.nfont if font_set != ffi.NULL else 0
        for pattern in font_set.fonts[0:count]:
            number = 0
            # A font may have its name in several languages.
            while not fontconfig.FcPatternGetString(pattern, b"family", number, name):
                found.add(ffi.string(name[0]).decode("utf-8", "replace").casefold())
                number += 1
    return found
