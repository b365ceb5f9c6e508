"""conftest: with PRINTKIT_CORPUS=required, a test that skips for want of the corpus fails."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SKIPS = {
    "by_the_fixture": "def test_it(corpus): assert False",
    "by_itself": 'import pytest\ndef test_it(): pytest.skip("no corpus here")',
    "by_a_mark": 'import pytest\n@pytest.mark.skipif(True, reason="no corpus")\ndef test_it(): 1',
    "as_a_whole": 'import pytest\npytest.skip("no corpus", allow_module_level=True)',
    "for_want_of_corpus_of_java": 'import pytest\ndef test_it(): pytest.skip("no Java")',
    "expected": "import pytest\n@pytest.mark.xfail\ndef test_corpus(): assert not 'corpus'",
}


@pytest.mark.parametrize(
    ("required", "failures"),
    [("", set()), ("required", {"by_the_fixture", "by_itself", "by_a_mark", "as_a_whole"})],
)
def test_a_required_corpus_cannot_be_passed_over(
    tmp_path: Path, required: str, failures: set[str]
) -> None:
    """A test that skips for another reason never fails."""
    tests = tmp_path / "checkout" / "tests"
    tests.mkdir(parents=True)
    for name, text in SKIPS.items():
        (tests / f"test_{name}.py").write_text(text)
    shutil.copy(Path(__file__).with_name("conftest.py"), tests)
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-rfEs",
            "--continue-on-collection-errors",
            "-p",
            "no:cacheprovider",
            str(tests),
        ],
        capture_output=True,
        text=True,
        env=os.environ | {"PRINTKIT_CORPUS": required},
        check=False,
    )
    assert (
        set(re.findall(r"^(?:FAILED|ERROR) .*?test_(\w+)\.py", ran.stdout, re.MULTILINE))
        == failures
    )
    assert "5 skipped" in ran.stdout if not failures else ran.returncode in (1, 2)
