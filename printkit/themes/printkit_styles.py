"""Printkit's own style sheets by their address: `printkit:base.css` and the like.

Takes an address, says whether printkit has such a style, and which other styles this style imports.
"""

import difflib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from printkit.themes.folders import STYLES
from printkit.themes.stylesheet import ScannedSheet, scan

SCHEME = "printkit:"


@cache
def printkit_styles() -> tuple[str, ...]:
    """Return the addresses of printkit's own styles, the shortest first."""
    found = (path.relative_to(STYLES).as_posix() for path in STYLES.rglob("*.css"))
    return tuple(f"{SCHEME}{name}" for name in sorted(found, key=lambda name: (len(name), name)))


def style_address(address: str) -> str:
    """Return an address with the scheme `printkit:` in small letters; empty for another scheme.

    Schemes have no case (RFC 3986, 3.1), so `PRINTKIT:base.css` is an address of printkit's, too.
    """
    scheme, colon, name = address.partition(":")
    return f"{SCHEME}{name}" if f"{scheme}{colon}".lower() == SCHEME else ""


@cache
def scanned_style(address: str) -> ScannedSheet:
    """Return what one of printkit's own styles asks for and declares."""
    path: Path = STYLES / address.removeprefix(SCHEME)
    return scan(path.read_text(encoding="utf-8"))


def reached_styles(addresses: Iterable[str]) -> tuple[str, ...]:
    """Return addresses of printkit's styles, with all styles that these styles import."""
    reached: dict[str, None] = {}
    waiting = list(addresses)
    while waiting:
        current = waiting.pop(0)
        if current not in reached:
            reached[current] = None
            waiting += (one.text for one in scanned_style(current).imports)
    return tuple(reached)


def instead_of(address: str) -> str:
    """Return the advice to write the most similar address of printkit's styles, or nothing."""
    known = {one.removeprefix(SCHEME): one for one in printkit_styles()}
    name = address.removeprefix(SCHEME).rpartition("/")[2]
    same = [one for one in known if one.rpartition("/")[2] == name]
    near = same or difflib.get_close_matches(address.removeprefix(SCHEME), known, n=1, cutoff=0.7)
    return f'; write "{known[near[0]]}"' if near else ""
