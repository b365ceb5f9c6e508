"""Limits of the command line: printkit.toml and options set them, wrong values are refused."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from printkit.cli.limit_choices import choose_limits, limit_options
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import EditionError
from tests.support.command_line import list_files, run_command
from tests.support.plain_weasyprint import print_plain


def write_limits(values: str, name: str = "printkit.toml") -> Path:
    """Write a printkit.toml with these limits into the current folder; return its path."""
    path = Path(name)
    path.write_text(f"[limits]\n{values}\n")
    return path


def test_options_take_the_place_of_the_file() -> None:
    """A file without the table, and no file, leave the defaults."""
    config = write_limits("patience = 5\nlinks = 7")
    assert choose_limits(config) == Limits(patience=5, links=7)
    assert choose_limits(config, 9.5, 700) == Limits(patience=9.5, memory=700, links=7)
    config.write_text('[export]\ntheme = "reader"')
    assert choose_limits(config) == choose_limits(None) == DEFAULTS


def test_a_wrong_limit_is_refused_with_its_place() -> None:
    """Limits of the file are judged before the options."""
    config = write_limits("patience = nan\nlnks = 7")
    with pytest.raises(EditionError) as caught:
        choose_limits(config, 3.0)
    assert caught.value.where == "printkit.toml [limits]"
    assert len(caught.value.problems) == 2
    with pytest.raises(EditionError, match="memory is -1"):
        choose_limits(None, memory=-1)


def test_the_help_of_the_options_has_the_defaults() -> None:
    """A command with both options hands on their values, and None for a missing option."""
    given: list[tuple[float | None, int | None]] = []

    @click.command()
    @limit_options
    def command(patience: float | None, memory: int | None) -> None:
        given.append((patience, memory))

    told = " ".join(CliRunner().invoke(command, ["--help"]).output.split())
    assert "--patience SECONDS Stop a record after this time; default: 60." in told
    assert "--memory MB Stop a record that takes more memory; default: 2,000." in told
    CliRunner().invoke(command, ["--patience", "2.5"])
    CliRunner().invoke(command, ["--memory", "900"])
    assert given == [(2.5, None), (None, 900)]


@pytest.mark.parametrize("command", [["inspect"], ["impose", "--booklet", "-o", "out.pdf"]])
def test_a_lowered_limit_of_the_file_refuses_a_pdf(command: list[str]) -> None:
    """The same command accepts the PDF when the limit is raised again."""
    Path("two.pdf").write_bytes(print_plain('<p>One<p style="break-before: page">Two'))
    config = write_limits("pdf_pages = 1")
    refused = run_command(*command, "two.pdf", "--config", config)
    assert (refused.exit_code, "out.pdf" in list_files()) == (1, False)
    assert "has 2 pages; a PDF must have 1 to 1 pages (limits.pdf_pages)" in refused.output
    write_limits("pdf_pages = 2")
    assert run_command(*command, "two.pdf", "--config", config).exit_code == 0


@pytest.mark.parametrize("command", [["limits"], ["inspect", "a.pdf"]])
def test_a_wrong_file_is_misuse_of_the_command(command: list[str]) -> None:
    """The exit code is 2, and the message has every problem and no traceback."""
    config = write_limits('links = "many"\ndepth = 0')
    done = run_command(*command, "--config", config)
    assert done.exit_code == 2
    assert "links is 'many'; give a whole number of links" in done.output
    assert "depth is 0; give a whole number of elements inside each other" in done.output
