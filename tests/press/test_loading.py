"""WeasyPrint's import is quiet; a missing system library is one clear error."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.paths import CHECKOUT

PRINT = """
import printkit
from printkit.errors import PressError
try:
    printkit.export({"headline": "A", "body": "<p>B</p>", "language": "en"})
except PressError as error:
    print(error.code, error)
"""


def test_a_missing_library_is_told_in_one_error(tmp_path: Path) -> None:
    """The error names Pango and the install command; WeasyPrint's own advice is not printed."""
    (tmp_path / "libpango-1.0.so.0").write_bytes(b"no library" * 100)
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PRINT],
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env=os.environ | {"LD_LIBRARY_PATH": str(tmp_path)},
        check=True,
    )
    assert ran.stdout.startswith("PK150 WeasyPrint cannot load its system libraries: Pango")
    assert "install" in ran.stdout
    assert "WeasyPrint could not import" not in ran.stdout + ran.stderr
