"""`make audit`: a known hole fails, and an index that cannot be asked is told in capitals."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.advisories.__main__ import audit
from tests.advisories.judging import judge

SAFE: dict[str, Any] = {"name": "pypdf", "version": "7.1.1", "vulns": []}
UNSAFE: dict[str, Any] = {
    "name": "pypdf",
    "version": "7.1.0",
    "vulns": [{"id": "GHSA-1", "aliases": ["CVE-2"], "fix_versions": ["7.1.1"]}],
}
SKIPPED: dict[str, Any] = {"name": "lxml", "skip_reason": "not found on PyPI"}


def test_a_known_hole_fails_and_names_the_cure() -> None:
    """The sentence has the numbers that the advisory goes by."""
    told = judge({"dependencies": [SAFE, UNSAFE]})
    assert not told.passes
    assert told.sentences[1] == "pypdf 7.1.0 is unsafe (GHSA-1, CVE-2); mended in 7.1.1"


def test_safe_packages_pass_without_a_warning() -> None:
    """The number of packages is told: an audit of nothing would be safe, too."""
    told = judge({"dependencies": [SAFE]})
    assert (told.passes, told.sentences) == (True, ("1 of 1 pinned packages were audited",))


@pytest.mark.parametrize("packages", [[SKIPPED], [SAFE, SKIPPED]])
def test_a_package_that_was_not_audited_is_told_loudly(packages: list[dict[str, Any]]) -> None:
    """The audit passes, as a machine without a network must pass."""
    told = judge({"dependencies": packages})
    assert told.passes
    assert told.sentences[-1].startswith("NOT AUDITED: 1 packages: not found on PyPI")


def test_a_hole_counts_beside_packages_that_were_not_audited() -> None:
    """One answer of the index is enough to fail."""
    assert not judge({"dependencies": [SKIPPED, UNSAFE]}).passes


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("echo 'no route to pypi.org' >&2; exit 1", "no route to pypi.org"),
        ("exit 1", "pip-audit wrote no report"),
        (None, "pip-audit could not be installed"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="the program of the test is for a shell")
def test_without_a_report_the_reason_is_told(
    tmp_path: Path, program: str | None, said: str
) -> None:
    """An audit that could not be made passes, and says NOT AUDITED."""
    path = tmp_path / "pip-audit"
    if program is not None:
        path.write_text(f"#!/bin/sh\n{program}\n")
        path.chmod(0o755)
    told = audit(path)
    assert told.passes
    assert told.sentences[0].startswith(f"NOT AUDITED: nothing was audited: {said}")


def test_a_report_is_read(tmp_path: Path) -> None:
    """The program gets constraints.txt, and its exit code is left aside."""
    path = tmp_path / "pip-audit"
    report = '{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}'
    path.write_text(f"#!/bin/sh\ngrep -q pypdf \"$2\" && echo '{report}'\nexit 1\n")
    path.chmod(0o755)
    assert audit(path).sentences == ("1 of 1 pinned packages were audited",)
