"""Examine this machine: find what printing needs and does not have, and how to install it.

Takes nothing, gives findings; works where WeasyPrint cannot be imported. Owns the package
`packaging`.
"""

import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import metadata
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from typing import Literal, NamedTuple

from printkit import themes
from printkit.errors import NoSpaceError, PressError
from printkit.files.lack_of_space import refuse_full_scratch_folder
from printkit.press.fonts import FAMILIES
from printkit.press.libraries import (
    INSTALL_EAST_ASIAN_FONTS,
    INSTALL_LIBRARIES,
    LIBRARIES,
    line_for,
    missing,
    this_system,
)

_EAST_ASIAN = {
    "zh-cn": "simplified Chinese",
    "zh-tw": "traditional Chinese",
    "ja": "Japanese",
    "ko": "Korean",
}


class Finding(NamedTuple):
    """A finding about one thing that printing needs.

    Attributes:
        subject: the thing, in a word or two.
        state: `ok`; or `advice`, if printing works, but more slowly or not for every article;
            or `fault`, if printing fails.
        message: what was found, a sentence without its full stop.
        remedy: what to type or to do; empty if there is nothing to do.
    """

    subject: str
    state: Literal["ok", "advice", "fault"]
    message: str
    remedy: str = ""


def examine() -> tuple[Finding, ...]:
    """Return the findings about everything that printing needs."""
    looks: tuple[Callable[[], Iterator[Finding]], ...] = (
        _python,
        _libraries,
        _packages,
        _fetching,
        _fonts,
        _house,
        _east_asian_type,
        _scratch_folder,
        _byte_code,
    )
    return tuple(finding for look in looks for finding in look())


def missing_library(error: OSError) -> PressError:
    """Return an error that names the missing system libraries, and how to install them."""
    absent = ", ".join(library.name for library in missing())
    told = f"{absent} not found" if absent else str(error).partition("\n")[0]
    return PressError(
        f"WeasyPrint cannot load its system libraries: {told}",
        remedy=line_for(this_system(), INSTALL_LIBRARIES),
    )


def _python() -> Iterator[Finding]:
    yield Finding("Python", "ok", f"{platform.python_version()} on {platform.platform(terse=True)}")


def _libraries() -> Iterator[Finding]:
    remedy = line_for(this_system(), INSTALL_LIBRARIES)
    for library in LIBRARIES:
        if library.loads():
            yield Finding(library.name, "ok", "found")
        elif library.needed:
            yield Finding(library.name, "fault", "not found, nothing can be printed", remedy)
        else:
            yield Finding(library.name, "advice", "not found, printing is slower", remedy)


def _packages() -> Iterator[Finding]:
    """Find required packages that are missing, or installed in a version that does not fit."""
    try:
        asked = metadata.requires("printkit-press") or []
    except metadata.PackageNotFoundError:
        yield Finding("packages", "advice", "printkit itself is not installed", "pip install -e .")
        return
    wrong = [(one, told) for one in asked if (told := out_of_bounds(one))]
    for requirement, told in wrong:
        yield Finding("packages", "fault", told, f"pip install '{requirement.partition(';')[0]}'")
    if not wrong:
        engine = metadata.version("weasyprint")
        yield Finding("packages", "ok", f"all are here, WeasyPrint {engine} among them")


def out_of_bounds(requirement: str) -> str:
    """Return why no installed package meets a requirement; empty if one meets the requirement."""
    from packaging.requirements import Requirement

    asked = Requirement(requirement)
    # A package of an extra, such as `fetch`, has a marker that is false without the extra.
    if asked.marker and not asked.marker.evaluate({"extra": ""}):
        return ""
    try:
        found = metadata.version(asked.name)
    except metadata.PackageNotFoundError:
        return f"{asked.name} is not installed"
    return "" if found in asked.specifier else f"{asked.name} is {found}, not {asked.specifier}"


def _fetching() -> Iterator[Finding]:
    if find_spec("AntiSSRF"):
        yield Finding("fetching", "ok", "pictures can be fetched from the web with --fetch")
    else:
        remedy = "pip install 'printkit-press[fetch]'"
        yield Finding("fetching", "advice", "pictures cannot be fetched from the web", remedy)


def _fonts() -> Iterator[Finding]:
    absent = [name for name, package in FAMILIES.items() if not find_spec(package.module)]
    for name in absent:
        remedy = f"pip install {FAMILIES[name].name}"
        yield Finding("fonts", "fault", f"{name} is not installed", remedy)
    if not absent:
        yield Finding("fonts", "ok", f"all {len(FAMILIES)} families are here")


def _house() -> Iterator[Finding]:
    """Find the templates and styles that come with printkit."""
    absent = [folder for folder in (themes.TEMPLATES, themes.STYLES) if not folder.is_dir()]
    for folder in absent:
        remedy = "Install printkit-press again: README.md has the lines."
        yield Finding("templates and styles", "fault", f"{folder} is missing", remedy)
    if not absent:
        names = ", ".join(theme.name for theme in themes.themes())
        yield Finding("templates and styles", "ok", f"themes: {names}")


def _east_asian_type() -> Iterator[Finding]:
    """Find fonts for Chinese, Japanese and Korean, which do not come with printkit."""
    program = shutil.which("fc-list")
    if not program:
        remedy = "Install fontconfig's programs."
        told = "unknown, because the program fc-list is not here to list fonts"
        yield Finding("East Asian type", "advice", told, remedy)
        return
    remedy = line_for(this_system(), INSTALL_EAST_ASIAN_FONTS)
    for tag, language in _EAST_ASIAN.items():
        command = [program, f":lang={tag}", "family"]
        # S603: no word of the command comes from outside.
        families = subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603
        if families.strip():
            yield Finding(language, "ok", sorted(families.splitlines())[0])
        else:
            yield Finding(language, "advice", "no font is installed", remedy)


def _scratch_folder() -> Iterator[Finding]:
    """Try to write a temporary file, as WeasyPrint and the cache do."""
    try:
        refuse_full_scratch_folder()
    except NoSpaceError as error:
        yield Finding("temporary files", "fault", "; ".join(error.problems), error.remedy)
    else:
        yield Finding("temporary files", "ok", f"written to {tempfile.gettempdir()}")


def _byte_code() -> Iterator[Finding]:
    """Find compiled byte code; without it the import of WeasyPrint takes three times as long."""
    engine = find_spec("weasyprint")
    if not engine or not engine.origin:
        return
    if Path(cache_from_source(engine.origin)).is_file():
        yield Finding("byte code", "ok", "compiled")
    else:
        remedy = f"{sys.executable} -m compileall -q {Path(engine.origin).parents[1]}"
        yield Finding("byte code", "advice", "not compiled, every start is slow", remedy)
