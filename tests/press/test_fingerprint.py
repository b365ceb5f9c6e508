"""The fingerprint of code, theme and packages: different after any change, else equal."""

import os
import subprocess
import sys
from pathlib import Path

from printkit.press.fingerprint import fingerprint
from printkit.themes import find_theme


def test_it_is_the_same_in_any_process() -> None:
    """Another fingerprint in each process would keep the cache from finding any entry."""
    theme = find_theme("broadsheet")
    code = (
        "from printkit.press.fingerprint import fingerprint;"
        "from printkit.themes import find_theme;"
        "print(fingerprint(find_theme('broadsheet')))"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    assert told == [fingerprint(theme)] * 2
    assert len(told[0]) == 64


def test_a_theme_of_ones_own_counts_with_all_that_it_uses(tmp_path: Path) -> None:
    """The style sheet counts, and so do the files that the style sheet names."""
    path = tmp_path / "mine" / "own.css"
    path.parent.mkdir()
    path.write_text("/* Mine. */")
    seen = [fingerprint(find_theme(str(path)))]
    (path.parent / "ornament.png").write_bytes(b"1")
    path.write_text("h1 { background: url(ornament.png) }")
    seen.append(fingerprint(find_theme(str(path))))
    (path.parent / "ornament.png").write_bytes(b"22")
    seen.append(fingerprint(find_theme(str(path))))
    assert len({*seen, fingerprint(find_theme("broadsheet"))}) == 4
    assert fingerprint(find_theme(str(path))) == seen[-1]


def test_the_users_own_templates_count() -> None:
    """The state of the templates changes with each template."""
    theme = find_theme("broadsheet")
    assert len({fingerprint(theme), fingerprint(theme, "a"), fingerprint(theme, "b")}) == 3


def test_printkits_own_files_and_packages_count(tmp_path: Path) -> None:
    """A package that is added to the path changes the fingerprint."""
    code = (
        "from printkit.press.fingerprint import fingerprint;"
        "from printkit.themes import find_theme;"
        "print(fingerprint(find_theme('reader')))"
    )

    def told() -> str:
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    before = told()
    (tmp_path / "weasyprint-99.0.dist-info").mkdir()
    assert told() != before
