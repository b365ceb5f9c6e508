"""The pages for operators: their tables and their commands are those of the code."""

import ast
import re
import shlex
import signal
from pathlib import Path
from typing import get_args

import click
import pytest

from printkit import errors
from printkit.cli import main
from printkit.cli.event_log import Event, LogEntry
from printkit.cli.interrupts import Interrupted
from printkit.report import Account, AccountStatus
from printkit.workers import losses
from printkit.workers.held_signals import ENDING
from tests.support.command_line import run_command
from tests.support.paths import CHECKOUT
from tests.support.source_code import list_modules, parse_module

OPERATING = (CHECKOUT / ".github" / "OPERATING.md").read_text(encoding="utf-8")
SECURITY = (CHECKOUT / ".github" / "SECURITY.md").read_text(encoding="utf-8")
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")


def first_cells(name: str) -> list[str]:
    """Return the first cell of each row of a table between two marks."""
    block = OPERATING.partition(f"<!-- {name} -->")[2].partition(f"<!-- /{name} -->")[0]
    rows = [line.split("|")[1].strip(" `") for line in block.splitlines() if line.startswith("|")]
    return rows[2:]


def exit_codes() -> set[int]:
    """Return the exit codes that the command line gives."""
    found = {0, click.ClickException.exit_code, click.UsageError.exit_code}
    found |= {Interrupted(signal.Signals[name]).exit_code for name in ENDING}
    for module, path in list_modules(CHECKOUT).items():
        calls = (node for node in ast.walk(parse_module(path)) if isinstance(node, ast.Call))
        for call in calls if module.startswith("cli") else ():
            name = ast.unparse(call.func)
            if name in ("SystemExit", "ctx.exit", "sys.exit") and call.args:
                value = call.args[0].value if isinstance(call.args[0], ast.Constant) else None
                found |= {value} if isinstance(value, int) else set()
    return found


def codes_of_readme() -> list[str]:
    """Return the codes in the table of the README; a row may have several."""
    rows = re.findall(r"^\| (\d+(?:, \d+)*) \|", README, re.MULTILINE)
    return [code for row in rows for code in row.split(", ")]


def test_the_exit_codes_are_those_of_the_command_line() -> None:
    """The README has the same codes."""
    codes = {int(code) for code in first_cells("exit codes")}
    assert codes == exit_codes()
    assert codes == {int(code) for code in codes_of_readme()}


@pytest.mark.parametrize(
    ("words", "code"),
    [(["schema"], 0), (["export", "nowhere.json"], 1), (["export", "--nonesuch"], 2)],
)
def test_a_command_ends_with_the_code_of_the_table(
    words: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that is missing has failed; an option that is unknown is misuse."""
    monkeypatch.chdir(tmp_path)
    assert run_command(*words).exit_code == code


def test_the_statuses_and_the_errors_are_those_of_the_code() -> None:
    """A new status or a new error needs a row."""
    found = [*vars(errors).values(), *vars(losses).values()]
    kinds = [one for one in found if isinstance(one, type)]
    codes = {one.code for one in kinds if issubclass(one, errors.PrintkitError)}
    assert set(first_cells("statuses")) == set(get_args(AccountStatus))
    assert first_cells("errors") == sorted(codes)


def test_the_fields_of_the_report_are_those_of_an_account() -> None:
    """The fields stand in their order."""
    assert first_cells("report") == list(Account("a.json", "ok").to_json())
    assert "`page`" in OPERATING


def test_the_events_and_the_fields_of_the_log_are_those_of_an_entry() -> None:
    """The time comes before the values of an entry; the counts have names of their own."""
    entry = LogEntry("failed", "a.json", "crashed", "PK155", "died", 1.5, 90.0, {"failed": 1})
    assert first_cells("events") == list(get_args(Event))
    assert first_cells("log") == ["time", *list(entry.values())[:-1]]
    assert "`taken_over`" in OPERATING


def commands_on_the_page() -> list[list[str]]:
    """Return the words of each command of printkit in the examples."""
    joined = OPERATING.replace("\\\n", " ")
    lines = re.findall(
        r"^.*?\bprintkit ((?:export|digest|check) -?[/\w{].*)$", joined, re.MULTILINE
    )
    return [shlex.split(line) for line in lines]


def test_the_commands_of_the_examples_have_their_options() -> None:
    """A misspelt option would end the job of the night with exit code 2."""
    commands = commands_on_the_page()
    assert [words[0] for words in commands] == ["export", "digest", *["export"] * 4]
    for name, *words in commands:
        command = main.commands[name].make_context(name, ["--help"], resilient_parsing=True).command
        known = {option for one in command.params for option in one.opts}
        assert {word for word in words if word.startswith("-")} <= known


def test_the_container_has_the_libraries_of_the_makefile() -> None:
    """`make` installs the same packages on Debian."""
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    libraries = re.findall(r"\.ci/install (libpango.*)$", makefile, re.MULTILINE)
    assert len(libraries) == 1
    assert libraries[0] in OPERATING


def test_a_limit_of_memory_is_in_both_examples() -> None:
    """The system has the last word on memory."""
    assert re.search(r"^MemoryMax=\dG$", OPERATING, re.MULTILINE)
    assert "--memory 6g" in OPERATING


@pytest.mark.parametrize("page", [OPERATING, SECURITY])
def test_every_path_on_the_pages_exists(page: str) -> None:
    """Paths are those of the checkout; a page names at least one other page."""
    named = set(re.findall(r"`((?:printkit|tests|styles)/[\w./]+)`", page))
    named |= {f".github/{name}" for name in re.findall(r"\]\((\w+\.md)\)", page)}
    assert named
    assert [path for path in named if not (CHECKOUT / path).exists()] == []
