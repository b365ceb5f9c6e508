"""Remark on characters that no font has: their script, and the fonts to install for it.

Takes characters, gives remarks. Owns fontTools, beside the bindery.
"""

from collections import defaultdict

from printkit.press.libraries import INSTALL_EAST_ASIAN_FONTS, line_for, this_system
from printkit.remarks import Remark

# Bopomofo, Hangul, Han, Hiragana and Katakana (ISO 15924): one package of fonts has them all.
_EAST_ASIAN = {"Bopo", "Hang", "Hani", "Hira", "Kana"}
# Debian's fonts-noto-core has a face for every other script in use today.
_INSTALL_OTHER_FONTS = {
    "debian": "sudo apt-get install fonts-noto-core",
    "fedora": "sudo dnf install google-noto-fonts-common",
    "alpine": "sudo apk add font-noto-all",
    "arch": "sudo pacman -S noto-fonts",
    "darwin": "brew install --cask font-noto-sans",
    "win32": "Settings, System, Optional features: add the language's supplemental fonts",
}
# No package of Debian and the others has emoji in outlines. A newer face may have a newer emoji.
_INSTALL_EMOJI = "pip install --upgrade manimgx-fonts"
_EMOJI = "Zsye"  # the ISO 15924 code
_SHOWN = 12


def missing_glyphs(missing: str, where: str = "") -> tuple[Remark, ...]:
    """Return one remark for each script whose characters were printed as empty boxes.

    Args:
        missing: the characters, each once.
        where: names the record in the remarks.
    """
    by_script: dict[str, list[str]] = defaultdict(list)
    for char in missing:
        by_script["Hani" if (script := _script(char)) in _EAST_ASIAN else script].append(char)
    return tuple(
        Remark("PK502", _told(script, chars), where) for script, chars in sorted(by_script.items())
    )


def _script(char: str) -> str:
    """Return the ISO 15924 code of a character's script; Zyyy for a character of all scripts."""
    from fontTools import unicodedata

    if "\U0001f000" <= char <= "\U0001faff":
        return _EMOJI
    code: str = unicodedata.script(char)
    return code


def _told(script: str, chars: list[str]) -> str:
    lines = INSTALL_EAST_ASIAN_FONTS if script == "Hani" else _INSTALL_OTHER_FONTS
    install = _INSTALL_EMOJI if script == _EMOJI else line_for(this_system(), lines)
    more = f" and {len(chars) - _SHOWN} more" if len(chars) > _SHOWN else ""
    codes = " ".join(f"{char} (U+{ord(char):04X})" for char in chars[:_SHOWN])
    return (
        f"no font has {codes}{more}; they are printed as empty boxes, and the file claims "
        f"neither PDF/UA nor PDF/A; install a font: {install}"
    )
