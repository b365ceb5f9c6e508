"""Tables in styles/README.md and templates/README.md are the program's; examples there print."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from printkit.themes import STYLES, TEMPLATES, find_templates, find_theme, tokens
from printkit.themes.own_templates import printkit_templates
from tests.support.paths import CHECKOUT
from tests.support.readme_blocks import read_blocks
from tests.support.reference_tables import TABLES, replace_table
from tests.support.sample_records import PLAIN

BIN = Path(sys.executable).parent
ARTICLE = (
    "---\ntitle: The ferry sails again\ntags: [ferry, harbour]\n---\n\nAfter a winter it left.\n"
)


def run(command: str, folder: Path) -> str:
    """Run a command of a README in a folder, and return its remarks."""
    program, *arguments = shlex.split(command.removeprefix("$ "))
    done = subprocess.run(
        [BIN / program, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("place", "table"), TABLES.items(), ids=[f"{path.parent.name} {mark}" for path, mark in TABLES]
)
def test_a_table_is_what_the_program_says(
    place: tuple[Path, str], table: Callable[[], str]
) -> None:
    """On a sound checkout, `make reference` changes no file."""
    path, mark = place
    text = path.read_text(encoding="utf-8")
    assert replace_table(text, mark, table()) == text


def test_the_tables_leave_nothing_out() -> None:
    """Every token, every template, and every style sheet of the base is in a README."""
    styles, templates = (
        (folder / "README.md").read_text(encoding="utf-8") for folder in (STYLES, TEMPLATES)
    )
    assert [one.name for one in tokens() if f"| `{one.name}` |" not in styles] == []
    assert [name for name in printkit_templates() if f"| `{name}` |" not in templates] == []
    sheets = {path.name for path in (STYLES / "base").glob("*.css") if "fonts" not in path.name}
    assert {name for name in sheets if f"| `base/{name}` |" not in styles} == set()


def test_the_theme_of_the_readme_prints_from_any_folder(tmp_path: Path) -> None:
    """One file and one command print in Literata, without a remark."""
    readme = STYLES / "README.md"
    (theme,) = read_blocks(readme, "css")
    (tmp_path / "evening.css").write_text(theme, encoding="utf-8")
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    (command,) = read_blocks(readme, "console")
    assert run(f"{command.strip()} --language en", tmp_path) == ""
    page: Any = PdfReader(BytesIO((tmp_path / "article.pdf").read_bytes())).pages[0]
    faces = {str(one.get_object()["/BaseFont"]) for one in page["/Resources"]["/Font"].values()}
    assert {name for name in faces if "Literata-Text" in name}
    assert not {name for name in faces if "Source-Serif" in name}
    assert find_theme(str(tmp_path / "evening.css")).purpose.startswith("Evening: ")


def test_each_address_of_the_readme_leads_somewhere() -> None:
    """Addresses that begin with `printkit:` name style sheets."""
    text = (STYLES / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r'"printkit:([^"]+)"', text))
    assert len(named) > 3
    assert [name for name in named if not (STYLES / name).is_file()] == []


def test_the_templates_of_the_readme_print_from_any_folder(tmp_path: Path) -> None:
    """The README has a part, and a template that extends the template of an article."""
    readme = TEMPLATES / "README.md"
    part, article = read_blocks(readme, "html")
    (tmp_path / "pages" / "parts").mkdir(parents=True)
    (tmp_path / "pages" / "parts" / "article.html").write_text(part, encoding="utf-8")
    (tmp_path / "pages" / "article.html").write_text(article, encoding="utf-8")
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    (command,) = read_blocks(readme, "console")
    assert run(f"{command.strip()} --language en --html", tmp_path) == ""
    page: Any = PdfReader(BytesIO((tmp_path / "article.pdf").read_bytes())).pages[0]
    assert "Filed under ferry, harbour." in " ".join(page.extract_text().split())
    assert 'content="The Coast Herald"' in (tmp_path / "article.html").read_text(encoding="utf-8")
    assert len(find_templates(str(tmp_path / "pages")).templates) == 2


def test_the_choices_of_the_readmes_are_choices(tmp_path: Path) -> None:
    """The paths of `theme` and `templates` are relative to the folder of printkit.toml."""
    lines = [
        line
        for folder in (STYLES, TEMPLATES)
        for line in re.findall(r'`(\w+ = "[\w.]+")`', (folder / "README.md").read_text("utf-8"))
    ]
    assert len(lines) == 2
    (tmp_path / "conf" / "pages").mkdir(parents=True)
    (tmp_path / "conf" / "pages" / "note.html").write_text("")
    (tmp_path / "conf" / "evening.css").write_text('@import "printkit:base.css";')
    (tmp_path / "conf" / "printkit.toml").write_text("\n".join(("[export]", *lines)))
    (tmp_path / "a.json").write_text(json.dumps(PLAIN))
    run("printkit export a.json -o a.pdf --config conf/printkit.toml", tmp_path)
    assert (tmp_path / "a.pdf").is_file()


def test_make_reference_rewrites_the_tables() -> None:
    """The command that the READMEs name is in the Makefile."""
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"(?m)^reference:.*\n\t.* -m tests\.support\.reference_tables$", makefile)
