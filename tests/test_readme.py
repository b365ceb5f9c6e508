"""The README is true: its session and its example run, and every command is named."""

import ast
import pkgutil
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from printkit.cli import main
from tests.support.paths import CHECKOUT
from tests.support.source_code import list_modules, parse_module

ROOT = CHECKOUT
README = (ROOT / "README.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent


def block(language: str) -> str:
    """Return the only block of the README in a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return str(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that looks like a checkout."""
    place = tmp_path_factory.mktemp("checkout")
    (place / "tests").symlink_to(ROOT / "tests")
    return place


@pytest.mark.slow
def test_the_session_runs(folder: Path) -> None:
    """Each command succeeds, and prints the lines that the README shows."""
    session = re.split(r"^\$ ", block("console"), flags=re.MULTILINE)[1:]
    assert len(session) > 5

    for step in session:
        command, _, printed = step.partition("\n")
        program, *arguments = shlex.split(command)
        if program == "make":
            assert re.search(rf"^{arguments[0]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
            continue
        run = subprocess.run(
            [BIN / Path(program).name, *arguments], cwd=folder, capture_output=True, text=True
        )
        assert run.returncode == 0, run.stderr
        assert printed in run.stdout


def test_the_example_runs(folder: Path) -> None:
    """The library example prints its page count and no remark."""
    (folder / "build").mkdir(exist_ok=True)
    run = subprocess.run(
        [sys.executable, "-c", block("python")], cwd=folder, capture_output=True, text=True
    )

    assert (run.stdout, run.stderr) == ("1 []\n", "")
    assert (folder / "build" / "harbour.pdf").is_file()


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_told_of_and_has_help(name: str) -> None:
    """The README names the command, and `--help` has a sentence."""
    assert re.search(rf"printkit {name}\b|`{name}`", README)
    assert main.commands[name].help


@pytest.mark.parametrize("page", ["README.md", ".github/CONTRIBUTING.md", "tests/README.md"])
def test_every_make_command_on_a_page_is_in_the_makefile(page: str) -> None:
    """The pages name commands in code spans, or after a prompt."""
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|\$ )make ([a-z-]+)", text))
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert named
    assert named <= set(targets)


@pytest.mark.parametrize(
    "page", [".github/CONTRIBUTING.md", "printkit/README.md", "tests/README.md"]
)
def test_every_path_on_a_page_exists(page: str) -> None:
    """A path has a slash or a suffix, and is relative to the checkout or to the page's folder."""
    text = (ROOT / page).read_text(encoding="utf-8")
    suffixes = r"\.(?:md|py|toml|txt)"
    named = set(re.findall(rf"`((?:[\w.-]+/)+[\w.-]*|[\w.-]+{suffixes})`", text))
    homes = (ROOT, (ROOT / page).parent, ROOT / "tests" / "support")

    assert len(named) > 5
    # An output of make, an example, and what may lie beside the checkout.
    named -= {"build/", "printkit/a/b.py", "tests/a/test_b.py", "../shared/corpus"}
    assert [path for path in named if not any((home / path).exists() for home in homes)] == []


def test_every_class_and_function_on_the_map_exists() -> None:
    """A class has a capital letter; a function is called by its module: `copyedit.edit`."""
    page = (ROOT / "printkit" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z]\w*[a-z]|[a-z]\w*(?:\.[a-z]\w*)+)`", page))
    modules = [parse_module(path) for path in list_modules(ROOT).values()]
    nodes = [node for module in modules for node in ast.walk(module)]
    classes = {node.name for node in nodes if isinstance(node, ast.ClassDef)}

    assert {"PrintedRun", "pipeline.single.export"} <= named
    lost = [name for name in named - classes if not name.endswith((".html", ".py"))]
    assert [name for name in lost if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    try:
        return bool(pkgutil.resolve_name(f"printkit.{name}"))
    except (ImportError, AttributeError):
        return False


def test_the_page_on_the_house_can_be_read_at_once() -> None:
    """A longer page repeats what the names of modules say."""
    lines = (CHECKOUT / "printkit" / "README.md").read_text(encoding="utf-8").splitlines()
    assert 150 < len(lines) <= 250


def test_the_pictures_are_there() -> None:
    """The README shows pictures of printed pages."""
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)

    assert pictures
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []
