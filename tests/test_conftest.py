"""conftest: a test fails that skips for want of a required corpus, or leaves a file behind."""

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


def run_copy(
    tmp_path: Path, files: dict[str, str], required: str = ""
) -> "subprocess.CompletedProcess[str]":
    """Run files of tests beside a copy of conftest.py, in a small checkout."""
    tests = tmp_path / "checkout" / "tests"
    tests.mkdir(parents=True)
    for name, text in files.items():
        (tests / f"test_{name}.py").write_text(text)
    shutil.copy(Path(__file__).with_name("conftest.py"), tests)
    options = ("-rfEs", "--continue-on-collection-errors", "-p", "no:cacheprovider")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(tests)],
        capture_output=True,
        text=True,
        cwd=tests.parent,
        env=os.environ | {"PRINTKIT_CORPUS": required},
        check=False,
    )


@pytest.mark.parametrize(
    ("required", "failures"),
    [("", set()), ("required", {"by_the_fixture", "by_itself", "by_a_mark", "as_a_whole"})],
)
def test_a_required_corpus_cannot_be_passed_over(
    tmp_path: Path, required: str, failures: set[str]
) -> None:
    """A test that skips for another reason never fails."""
    ran = run_copy(tmp_path, SKIPS, required)
    assert (
        set(re.findall(r"^(?:FAILED|ERROR) .*?test_(\w+)\.py", ran.stdout, re.MULTILINE))
        == failures
    )
    assert "5 skipped" in ran.stdout if not failures else ran.returncode in (1, 2)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("stray.json", "left stray.json in"),
        ("tests/.stray", "left tests/.stray in"),
        ("build/stray.json", "1 passed"),
    ],
)
def test_a_test_that_leaves_a_file_in_the_checkout_fails(
    tmp_path: Path, place: str, told: str
) -> None:
    """The error names the file; a folder that Git ignores may change."""
    stray = (
        "from pathlib import Path\n"
        f"def test_it(path=Path({place!r})): path.parent.mkdir(exist_ok=True), path.touch()"
    )
    assert told in run_copy(tmp_path, {"stray": stray}).stdout
