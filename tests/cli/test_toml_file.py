"""The file printkit.toml: its tables are read, and a file without tables is refused."""

import os
from pathlib import Path

import pytest

from printkit.cli.toml_file import read_tables
from printkit.errors import EditionError


def test_all_tables_are_read(tmp_path: Path) -> None:
    """The tables of other commands stand beside the wanted table, in a file of a Windows editor."""
    config = tmp_path / "printkit.toml"
    config.write_text('\ufeff[limits]\nlinks = 7\n[export]\ntheme = "reader"\n')
    read = {"limits": {"links": 7}, "export": {"theme": "reader"}}
    assert read_tables(config, "limits") == read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("links = 7", "links: choices stand in the table [limits]"),
        ("[limit]\nlinks = 7", "limit: choices stand in the table [limits]"),
        ("limits = 7", "limits: choices stand in the table [limits]"),
        ("[limits", "cannot be read: "),
        ("a = " + "[" * 9_000, "cannot be read: brackets nest too deep"),
        ("#" * 1_000_001, "is over 1,000,000 bytes long"),
    ],
)
def test_a_wrong_file_is_refused(text: str, told: str, tmp_path: Path) -> None:
    """The error names the file."""
    config = tmp_path / "printkit.toml"
    config.write_text(text)
    with pytest.raises(EditionError) as caught:
        read_tables(config, "limits")
    assert caught.value.where == str(config)
    assert caught.value.problems[0].startswith(told)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """No program writes to the pipe, so a reader would wait for ever."""
    os.mkfifo(tmp_path / "printkit.toml")
    with pytest.raises(EditionError, match="is a pipe"):
        read_tables(tmp_path / "printkit.toml", "limits")


@pytest.mark.parametrize(
    ("text", "table"),
    [("limits = 5", "limits"), ("[[limits]]\nlinks = 5", "limits"), ("digest = []", "digest")],
)
def test_a_table_that_is_none_is_told_by_its_own_name(
    text: str, table: str, tmp_path: Path
) -> None:
    """The remedy names the table that was meant, whichever table the command wants."""
    config = tmp_path / "printkit.toml"
    config.write_text(text)
    with pytest.raises(EditionError) as caught:
        read_tables(config, "export")
    assert caught.value.remedy.startswith(f"Write [{table}], ")


def test_a_number_of_too_many_digits_is_told_in_plain_words(tmp_path: Path) -> None:
    """The sentence names no function of Python."""
    config = tmp_path / "printkit.toml"
    config.write_text(f"[limits]\nlinks = {'7' * 10_000}")
    with pytest.raises(EditionError, match=r"cannot be read: a number has too many digits$"):
        read_tables(config, "export")
