"""Libraries that WeasyPrint loads, and the line that installs them on each system."""

import re
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from printkit.press.libraries import (
    INSTALL_EAST_ASIAN_FONTS,
    INSTALL_LIBRARIES,
    LIBRARIES,
    SYSTEMS,
    Library,
    find_system,
    line_for,
    missing,
    this_system,
)

NO_LIBRARY = Library("Nonesuch", "nonesuch", ("libnonesuch.so.0",))


def test_the_list_is_weasyprints_own() -> None:
    """Every library that WeasyPrint loads is listed, except a library without any use."""
    engine = find_spec("weasyprint")
    assert engine
    assert engine.origin
    source = (Path(engine.origin).parent / "text" / "ffi.py").read_text()
    calls = re.findall(r"= _dlopen\(\s*ffi,([^)]+)\)", source)
    assert len(calls) >= 6
    loaded = {
        files: "allow_fail" not in call
        for call in calls
        if (files := tuple(re.findall(r"'(lib[^']+(?:\.so\.\d|\.dylib|\.dll))'", call)))
        and "harfbuzz-vector" not in call
    }
    assert loaded == {library.files: library.needed for library in LIBRARIES}


def test_on_this_machine_nothing_needed_is_missing() -> None:
    """Where the tests print, all needed libraries load."""
    assert missing() == ()


def test_a_library_that_is_not_there_is_missed() -> None:
    """Only a library that printing needs is named."""
    assert missing([NO_LIBRARY, *LIBRARIES]) == (NO_LIBRARY,)
    assert missing([NO_LIBRARY._replace(needed=False)]) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's linker for a library")
def test_a_library_is_found_by_its_stem_where_the_file_has_another_name() -> None:
    """The linker of the system is asked last, as WeasyPrint asks."""
    assert Library("Pango", "pango-1.0", ("libpango-from-the-future.so.9",)).loads()


@pytest.mark.parametrize(
    ("names", "system"),
    [
        (["linux", "debian", ""], "debian"),
        (["linux", "ubuntu", "debian"], "debian"),
        (["linux", "linuxmint", "ubuntu debian"], "debian"),
        (["linux", "rocky", "rhel centos fedora"], "fedora"),
        (["linux", "alpine", ""], "alpine"),
        (["linux", "manjaro", "arch"], "arch"),
        (["darwin", "", ""], "darwin"),
        (["win32", "", ""], "win32"),
        (["linux", "slackware", ""], None),
    ],
)
def test_a_system_is_known_by_its_kin(names: list[str], system: str | None) -> None:
    """A derived system installs as its parent system does."""
    assert find_system(*names) == system


def test_this_system_has_a_name_or_none() -> None:
    """On any machine, the answer has an entry in the tables."""
    assert this_system() in {None, *SYSTEMS}


def test_every_system_has_every_line() -> None:
    """Each known system has a command for the libraries and for the East Asian type."""
    assert SYSTEMS.keys() == INSTALL_LIBRARIES.keys() == INSTALL_EAST_ASIAN_FONTS.keys()


def test_an_unknown_system_is_given_every_line() -> None:
    """The user of such a system can choose the right command."""
    lines = line_for(None, INSTALL_LIBRARIES)
    assert all(f"{name}: {INSTALL_LIBRARIES[key]}" in lines for key, name in SYSTEMS.items())
    assert line_for("arch", INSTALL_LIBRARIES) == INSTALL_LIBRARIES["arch"]
