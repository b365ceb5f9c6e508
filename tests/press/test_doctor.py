"""The doctor examines a machine, also a broken machine, and names the remedy."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from printkit.press.doctor import Finding, examine, missing_library, out_of_bounds
from printkit.press.libraries import INSTALL_LIBRARIES, line_for, this_system
from tests.support.paths import CHECKOUT

EXAMINE = """
import json, sys
from printkit.press.doctor import examine
findings = [finding._asdict() for finding in examine()]
print(json.dumps({"findings": findings, "loaded": "weasyprint" in sys.modules}))
"""
IMPORT_ENGINE = """
from printkit.press.doctor import missing_library
try:
    import weasyprint
except OSError as error:
    raise SystemExit(str(missing_library(error)))
"""


def run(program: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a Python of its own."""
    command = [sys.executable, "-W", "ignore", "-c", program]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env=os.environ | environment,
        check=False,
    )


def examine_elsewhere(**environment: str) -> dict[str, Finding]:
    """Examine in a process of its own, with other variables; return findings by subject."""
    ran = run(EXAMINE, **environment)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert not told["loaded"]
    return {finding["subject"]: Finding(**finding) for finding in told["findings"]}


@pytest.fixture
def broken_pango(tmp_path: Path) -> str:
    """Return a folder with a broken Pango library, for the linker to find first."""
    (tmp_path / "libpango-1.0.so.0").write_bytes(b"no library" * 100)
    return str(tmp_path)


def test_this_machine_has_no_fault() -> None:
    """The tests print here, so nothing that printing needs is missing."""
    findings = examine()
    assert [finding for finding in findings if finding.state == "fault"] == []
    subjects = {finding.subject for finding in findings}
    assert subjects >= {
        "Python",
        "Pango",
        "HarfBuzz Subset",
        "packages",
        "fetching",
        "fonts",
        "templates and styles",
        "temporary files",
        "byte code",
    }


def test_what_is_not_well_has_a_remedy() -> None:
    """Only a finding that is ok may have no remedy."""
    assert all(finding.remedy for finding in examine() if finding.state != "ok")


@pytest.mark.skipif(sys.platform != "linux", reason="breaks a library by LD_LIBRARY_PATH")
def test_a_broken_pango_is_a_fault_with_this_systems_line(broken_pango: str) -> None:
    """The examination runs without importing WeasyPrint, and names Pango."""
    findings = examine_elsewhere(LD_LIBRARY_PATH=broken_pango)
    line = line_for(this_system(), INSTALL_LIBRARIES)
    assert findings["Pango"] == Finding("Pango", "fault", "not found, nothing can be printed", line)
    assert findings["HarfBuzz"].state == "ok"


@pytest.mark.skipif(sys.platform != "linux", reason="breaks a library by LD_LIBRARY_PATH")
def test_an_engine_that_cannot_start_ends_in_one_clear_error(broken_pango: str) -> None:
    """WeasyPrint's error becomes the names of the libraries and a line to type."""
    ran = run(IMPORT_ENGINE, LD_LIBRARY_PATH=broken_pango)
    assert ran.returncode == 1
    told, line = ran.stderr.strip().split("\n", maxsplit=1)
    # PangoFT2 rests on Pango, and cannot be loaded without Pango.
    assert told == "WeasyPrint cannot load its system libraries: Pango, PangoFT2 not found"
    assert line.strip() == line_for(this_system(), INSTALL_LIBRARIES)


def test_a_library_of_an_unknown_kind_is_told_in_the_engines_words() -> None:
    """If all known libraries load, the message has the first line of WeasyPrint's error."""
    error = missing_library(OSError("cannot load library 'libnew'\nand more"))
    assert error.problems[0].endswith("system libraries: cannot load library 'libnew'")


def test_a_temporary_folder_that_cannot_be_written_is_a_fault() -> None:
    """The remedy is to set TMPDIR."""
    nowhere = "import tempfile; tempfile.tempdir = '/proc/none'\n"
    ran = run(nowhere + EXAMINE)
    findings = {one["subject"]: one for one in json.loads(ran.stdout)["findings"]}
    assert findings["temporary files"]["state"] == "fault"
    assert "TMPDIR" in findings["temporary files"]["remedy"]


def test_byte_code_that_is_not_compiled_is_advised(tmp_path: Path) -> None:
    """The remedy is the command that compiles the byte code."""
    found = examine_elsewhere(PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONDONTWRITEBYTECODE="1")
    assert found["byte code"].state == "advice"
    assert found["byte code"].remedy.startswith(f"{sys.executable} -m compileall -q ")


def test_without_fc_list_east_asian_type_is_unknown(tmp_path: Path) -> None:
    """The finding does not claim that there are no such fonts."""
    found = examine_elsewhere(PATH=str(tmp_path))
    assert found["East Asian type"].state == "advice"
    assert "Japanese" not in found


def test_a_font_configuration_without_fonts_has_no_east_asian_type(tmp_path: Path) -> None:
    """Each script without a font is named with the package to install."""
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    found = examine_elsewhere(FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    for language in ("simplified Chinese", "traditional Chinese", "Japanese", "Korean"):
        assert found[language].message == "no font is installed"


@pytest.mark.parametrize(
    ("requirement", "problem"),
    [
        ("pytest>=9", ""),
        ("pytest<9", "pytest is "),
        ("nonesuch-of-printkit>=1", "nonesuch-of-printkit is not installed"),
        ("nonesuch-of-printkit>=1; extra == 'fetch'", ""),
        ("nonesuch-of-printkit>=1; python_version < '3'", ""),
    ],
)
def test_a_package_out_of_bounds_is_told(requirement: str, problem: str) -> None:
    """Old and absent packages are named; packages of an extra or of another Python are not."""
    told = out_of_bounds(requirement)
    assert told.startswith(problem)
    assert bool(told) == bool(problem)
