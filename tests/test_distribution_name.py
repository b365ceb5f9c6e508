"""Each advice to install names the distribution `printkit-press`: `printkit` is a stranger's."""

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata

import pytest
from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from tests.support.paths import CHECKOUT

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DECLARED = {
    canonicalize_name(Requirement(one).name)
    for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for one in group
} | {PROJECT["name"]}
INSTALLING = re.compile(r"\b(?:pip3?x? install|pipx run|uv add|uv pip install) (?P<rest>[^\n`#]+)")
ASKING = re.compile(
    r"""\b(?:requires\(|version\(|distribution\(|metadata\(|package_name=)["'](printkit)["']"""
)
WITH_EXTRA = re.compile(r"(?<![\w/.-])printkit\[\w+\]")
SUFFIXES = {".py", ".md", ".html", ".css", ".toml", ".txt", ""}


def wrong_names(text: str) -> list[str]:
    """Return each name in a text that would install or ask for another distribution."""
    found = [name for line in INSTALLING.finditer(text) for name in _undeclared(line["rest"])]
    return found + ASKING.findall(text) + WITH_EXTRA.findall(text)


def _undeclared(rest: str) -> Iterator[str]:
    for word in re.findall(r"""[^\s"',()]+""", rest):
        is_place = word.startswith((".", "-", "{", "$")) or ".whl" in word or word.endswith(".txt")
        if is_place or word.startswith("fontpkg-{"):
            continue
        try:
            name = canonicalize_name(Requirement(word).name)
        except InvalidRequirement:
            return
        if name not in DECLARED:
            yield name
        if not re.search(r"[\[<>=~!]", word):
            return


def test_no_page_and_no_message_names_another_distribution() -> None:
    """The test reads the program, its templates and all pages for users."""
    folders = [CHECKOUT / name for name in ("printkit", "templates", "styles", ".github")]
    paths = [path for folder in folders for path in sorted(folder.rglob("*"))]
    paths += [
        CHECKOUT / name for name in ("README.md", "CHANGELOG.md", "Makefile", "constraints.txt")
    ]
    read = [path for path in paths if path.is_file() and path.suffix in SUFFIXES]
    assert len(read) > 200
    wrong = {path: wrong_names(path.read_text(encoding="utf-8")) for path in read}
    assert {str(path): names for path, names in wrong.items() if names} == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('remedy="pip install printkit"', ["printkit"]),
        ("pip install 'printkit[fetch]'", ["printkit", "printkit[fetch]"]),
        ("`pip install --upgrade printkit` helps", ["printkit"]),
        ("pipx install printkit", ["printkit"]),
        ("uv add weasyprint>=70 print-kit", ["print-kit"]),
        ("metadata.requires('printkit')", ["printkit"]),
        ('version("printkit")', ["printkit"]),
        ("Install printkit[fetch] to do so.", ["printkit[fetch]"]),
        ("pip install fontpkg-libre-franklyn", ["fontpkg-libre-franklyn"]),
    ],
)
def test_a_wrong_name_is_found(text: str, names: list[str]) -> None:
    """Wrong names stand in commands and remedies, and in calls that ask for the version."""
    assert wrong_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "pip install 'printkit-press[fetch]'",
        "pip install 'printkit_press-0.1.0-py3-none-any.whl[fetch]'",
        "pip install --editable '.[dev,fetch]'",
        'f"pip install fontpkg-{family}"',
        "pip install weasyprint",
        "printkit export printkit.toml",
        "pip install -c constraints.txt",
    ],
)
def test_a_right_name_is_left_alone(text: str) -> None:
    """The distribution's name, a folder's name and a declared requirement pass."""
    assert wrong_names(text) == []


def test_the_installed_distribution_has_this_name() -> None:
    """The command and the import keep the short name."""
    assert metadata.version(PROJECT["name"]) == PROJECT["version"]
    commands = metadata.distribution(PROJECT["name"]).entry_points.select(group="console_scripts")
    assert [one.name for one in commands] == ["printkit"]
