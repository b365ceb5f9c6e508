"""Print emoji and signs in ink: takes a font configuration, makes it use printkit's own faces.

The emoji faces of a system have coloured pictures, which PDF/A-3 forbids as WeasyPrint draws them
(6.2.8). Pango prefers coloured faces, whatever a style says. So these faces are removed from the
font configuration.
"""

import re
from typing import TYPE_CHECKING

from printkit.text.patterns import regex

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

_COLOURED = regex("emoji|emojione|joypixels|blobmoji|twemoji", re.IGNORECASE)

# For emoji, printkit's face comes first. For other characters, the faces of the style come first.
_RULES = b"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<match target="pattern">
<test name="family" qual="any"><string>emoji</string></test>
<edit name="family" mode="prepend_first" binding="strong"><string>printkit emoji</string></edit>
</match>
<match target="pattern">
<edit name="family" mode="append_last" binding="strong"><string>printkit stars</string>
<string>printkit emoji</string><string>printkit signs</string></edit>
</match>
</fontconfig>"""


def prefer_ink(fonts: "FontConfiguration") -> None:
    """Make a font configuration take emoji and signs from the faces of styles/scripts/emoji.css."""
    from weasyprint.text.ffi import fontconfig

    fontconfig.FcConfigParseAndLoadFromMemory(fonts._config, _RULES, True)
    system = fontconfig.FcConfigGetFonts(fonts._config, fontconfig.FcSetSystem)
    kept = [one for one in system.fonts[0 : system.nfont] if not _COLOURED.search(_family(one))]
    for place, one in enumerate(kept):
        system.fonts[place] = one
    system.nfont = len(kept)


def _family(pattern: object) -> str:
    from weasyprint.text.ffi import ffi, fontconfig

    name = ffi.new("FcChar8 **")
    found = fontconfig.FcPatternGetString(pattern, b"family", 0, name) == fontconfig.FcResultMatch
    return str(ffi.string(name[0]).decode("utf-8", "replace")) if found else ""
