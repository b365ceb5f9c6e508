"""The wheel: a wheel that was built from the sdist and installed elsewhere prints."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.support.paths import CHECKOUT
from tests.support.readme_blocks import read_blocks
from tests.support.type_checking import find_refused_lines

RECORD = {
    "headline": "The ferry sails again",
    "byline": "By Ana Ruiz",
    "language": "en",
    "body": "<p>After a winter in dry dock the ferry took forty passengers across.</p>",
}


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command as on a machine where printkit was never checked out."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ran = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the sdist that was built from the checkout; return its path."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, CHECKOUT, cwd=folder)
    assert len(list(folder.glob("printkit_press-*.tar.gz"))) == 1
    (wheel,) = folder.glob("printkit_press-*.whl")
    return wheel


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a new environment with the wheel in it, and this one's engines; return its folder."""
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=wheel.parent)
    python = folder / "bin" / "python"
    install = ("-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet")
    run(sys.executable, *install, f"{wheel}[fetch]", cwd=wheel.parent)
    ours = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    # A path file is read after the environment's own packages: the wheel's printkit comes first.
    engines = Path(ours.strip()) / "engines.pth"
    engines.write_text(sysconfig.get_path("purelib"))
    return folder


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_wheel_carries_the_templates_styles_types_and_licence(wheel: Path) -> None:
    """Files that lie beside the package in a checkout lie inside the package in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    wanted = {
        f"printkit/{path.relative_to(CHECKOUT)}"
        for folder in ("templates", "styles")
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file()
    }
    assert len(wanted) > 5
    assert wanted | {"printkit/py.typed", "printkit/cli/__init__.py"} <= carried
    assert any(name.endswith("licenses/LICENSE") for name in carried)
    assert not any(name.startswith("tests/") for name in carried)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_what_was_installed_prints_elsewhere(environment: Path, tmp_path: Path) -> None:
    """The folder of the record has nothing to do with the checkout."""
    (tmp_path / "ferry.json").write_text(json.dumps(RECORD))
    python = environment / "bin" / "python"
    at = run(python, "-c", "import printkit; print(printkit.__file__)", cwd=tmp_path)
    assert Path(at.strip()).is_relative_to(environment)
    run(environment / "bin" / "printkit", "export", "ferry.json", "-o", "ferry.pdf", cwd=tmp_path)
    text = pypdf.PdfReader(tmp_path / "ferry.pdf").pages[0].extract_text()
    assert "The ferry sails again" in " ".join(text.split())
    assert "forty passengers" in " ".join(text.split())


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_theme_and_templates_of_the_users_own_print_elsewhere(
    environment: Path, tmp_path: Path
) -> None:
    """The wheel carries the READMEs of styles and templates, with their examples."""
    python = environment / "bin" / "python"
    at = run(python, "-c", "import printkit; print(printkit.__file__)", cwd=tmp_path)
    home = Path(at.strip()).parent
    (theme,) = read_blocks(home / "styles" / "README.md", "css")
    part, _ = read_blocks(home / "templates" / "README.md", "html")
    (tmp_path / "evening.css").write_text(theme)
    (tmp_path / "pages" / "parts").mkdir(parents=True)
    (tmp_path / "pages" / "parts" / "article.html").write_text(part)
    (tmp_path / "ferry.json").write_text(json.dumps({**RECORD, "tags": ["ferry"]}))
    own = ("--theme", "evening.css", "--templates", "pages", "--strict", "-o", "ferry.pdf")
    run(environment / "bin" / "printkit", "export", "ferry.json", *own, cwd=tmp_path)
    page: Any = pypdf.PdfReader(tmp_path / "ferry.pdf").pages[0]
    assert "Filed under ferry" in " ".join(page.extract_text().split())
    faces = {str(one.get_object()["/BaseFont"]) for one in page["/Resources"]["/Font"].values()}
    assert {name for name in faces if "Literata-Text" in name}


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_what_was_installed_runs_as_a_module(environment: Path, tmp_path: Path) -> None:
    """`python -m printkit` is the command `printkit`."""
    told = run(environment / "bin" / "python", "-m", "printkit", "--help", cwd=tmp_path)
    assert "export" in told


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_what_was_installed_is_typed(environment: Path, tmp_path: Path) -> None:
    """A type checker finds the types of the public functions in the wheel."""
    refused, wrong = find_refused_lines(tmp_path, environment / "bin" / "python")
    assert refused == wrong
