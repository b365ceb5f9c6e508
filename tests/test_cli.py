"""The command line: its commands, how fast they answer, and how an interrupt ends them."""

import json
import os
import re
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from printkit.cli import CommandGroup, main
from printkit.errors import EditionError
from tests.support.command_line import list_files, read_accounts, run_command, write_record
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.paths import CHECKOUT
from tests.support.printed_articles import run_python
from tests.support.sample_records import PLAIN

HEAVY = {"babel", "jinja2", "lxml", "pikepdf", "PIL", "pydantic", "pypdf", "pypdfium2", "rich"}
HEAVY |= {"weasyprint"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run every command in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(arguments: list[str]) -> set[str]:
    """Return the modules that a fresh process has imported at its end."""
    program = (
        "import sys, atexit; from printkit.cli import main;"
        "atexit.register(lambda: print('LOADED', *sys.modules, file=sys.stderr));"
        f"main({arguments!r})"
    )
    return set(run_python("-c", program).stderr.decode().partition("LOADED")[2].split())


@pytest.mark.parametrize("name", sorted(main.commands))
def test_what_is_told_of_a_command_is_what_it_says_itself(name: str) -> None:
    """The line in the list of commands is the first line of the command's help."""
    command = import_module(f"printkit.cli.{name}").command
    assert command.name == name
    assert command.help.partition("\n\n")[0] == main.commands[name].help
    told = run_command(name, "--help").stdout
    assert f"{name} [OPTIONS]" in told
    assert str(main.commands[name].help) in told


def test_the_list_of_commands_has_whole_lines() -> None:
    """The list cuts off no line, and names every command."""
    told = run_command("--help").stdout
    listed = dict(re.findall(r"^  (\w+) +(\S.*)$", told.partition("Commands:")[2], re.MULTILINE))
    assert listed == {name: command.help for name, command in main.commands.items()}
    modules = {path.stem for path in (CHECKOUT / "printkit" / "cli").glob("*.py")}
    assert main.commands.keys() <= modules


def test_a_wrong_word_for_a_command_exits_with_2() -> None:
    """The error suggests the nearest command."""
    done = run_command("exprot")
    assert done.exit_code == 2
    assert "export" in done.stderr


def test_an_error_of_ours_is_told_with_its_code() -> None:
    """Control characters in the message are shown as marks."""

    @click.group(cls=CommandGroup)
    def group() -> None:
        """Hold the command that fails."""

    @group.command()
    def fail() -> None:
        raise EditionError("it is \x1bwrong", where="a.toml")

    done = click.testing.CliRunner().invoke(group, ["fail"])
    assert done.exit_code == 2
    assert done.stderr == "Error: a.toml: it is \ufffdwrong [PK130]\n"


def test_a_command_is_imported_when_it_is_called() -> None:
    """The list of commands needs no command's module; a command needs its own module."""
    listed, called = (loaded(arguments) for arguments in (["--help"], ["themes"]))
    assert {one for one in listed if one.startswith("printkit")} == {
        "printkit",
        "printkit.cli",
        "printkit.cli.interrupts",
        "printkit.errors",
        "printkit.files",
        "printkit.files.haste",
        "printkit.text",
        "printkit.text.address_secrets",
        "printkit.text.patterns",
        "printkit.workers",
        "printkit.workers.held_signals",
    }
    assert not {"json", "pathlib"} & listed
    assert "printkit.cli.themes" in called
    assert "printkit.cli.export" not in called


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["export", "--help"], ["export"], ["digest"], ["themes"]],
)
def test_help_is_quick(arguments: list[str]) -> None:
    """The engines take seconds to import, and help needs no engine."""
    modules = loaded(arguments)
    assert "printkit.cli" in modules
    assert not HEAVY & modules


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here")
def test_output_that_cannot_be_written_is_told() -> None:
    """Python may write the last bytes only as the process ends."""
    pdf = Path("a.pdf").absolute()
    pdf.write_bytes(save_pdf(make_numbered_pdf(1)))
    command = [sys.executable, "-m", "printkit", "impose", str(pdf), "--nup", "2", "-o", "-"]
    with Path("/dev/full").open("wb") as full:
        pipe, buffered = subprocess.PIPE, os.environ | {"PYTHONUNBUFFERED": ""}
        ran = subprocess.run(command, stdout=full, stderr=pipe, cwd=CHECKOUT, env=buffered)
    assert ran.returncode == 1
    assert b"Error: standard output could not be written: " in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
def test_an_interrupt_exits_with_130() -> None:
    """The user sees no traceback and finds no half-written file."""
    command = [sys.executable, "-m", "printkit", "export", "-", "-o", "out.pdf"]
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    pipe = subprocess.PIPE
    # A shell starts a job in the background with the interrupt ignored, and a child inherits this.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stdin=pipe, stderr=pipe, env=environment) as process:
        assert process.stdin
        # A pipe holds fewer bytes: after this write, the command is reading the record.
        process.stdin.write(b" " * 1_000_000)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.decode().strip() == "interrupted"
    assert not list_files()


DOORS = {
    "export": ("export", "a.json", "-o", "out.pdf"),
    "export of many": ("export", "a.json", "b.json", "-d", "out", "--jobs", "2"),
    "digest": ("digest", "a.json", "b.json", "-o", "out.pdf", "--no-cache", "--jobs", "2"),
    "check": ("check", "a.json", "b.json"),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("look", "text", "told"),
    [
        ("article.html", "\n{{ titel }}", "article.html:2: 'titel' is undefined"),
        ("article.html", "\n{% if %}", "article.html:2: Expected an expression"),
        ("cover.html", "\n{% if %}", "cover.html:2: Expected an expression"),
        ("parts/article.html", "\n{{ 'x' * 10 ** 9 }}", "article.html:2: a width"),
        ("theme.css", '\n@import"no.css";', "theme.css: line 2: cannot use 'no.css'"),
    ],
)
def test_a_broken_look_is_one_error_at_every_door(
    door: str, look: str, text: str, told: str
) -> None:
    """Exit code and sentence are the same, the sentence comes once; no file is written."""
    write_record(PLAIN, "a.json")
    write_record({**PLAIN, "headline": "Another", "body": "<p>Other words</p>"}, "b.json")
    path = Path("look", look)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    choice = ("--theme", path) if look == "theme.css" else ("--templates", "look")
    before = list_files()
    done = run_command(*DOORS[door], *choice)
    assert done.exit_code == 2
    assert done.stderr.count(told) == 1
    assert "[PK140]" in done.stderr
    # The manifest says that a run began.
    assert list_files() - {"out/.printkit-run.jsonl"} == before


def test_a_fault_that_only_one_record_shows_ends_the_run() -> None:
    """The report names the records that were not printed; a whole file stays."""
    write_record(PLAIN, "a.json")
    write_record({**PLAIN, "headline": "Another", "kicker": "x"}, "b.json")
    Path("look").mkdir()
    text = '{% extends "base/article.html" %}{% block head %}{{ article.kicker and nix }}'
    Path("look", "article.html").write_text(f"{text}{{% endblock %}}", encoding="utf-8")
    done = run_command(
        *("export", "a.json", "b.json", "a.json", "-d", ".", "--report", "report.json"),
        *("--templates", "look"),
    )
    assert done.exit_code == 2
    accounts = read_accounts(Path("report.json"))
    assert [one["status"] for one in accounts] == ["ok", "not_run", "not_run"]
    error = json.loads(Path("report.json").read_text(encoding="utf-8"))["error"]
    assert (error["code"], error["where"]) == ("PK140", str(Path("look", "article.html:1")))


@pytest.mark.parametrize("door", ["export", "export -o", "digest"])
def test_the_report_names_the_error_that_ended_the_run(door: str) -> None:
    """The report also says that no record was printed."""
    write_record(PLAIN, "a.json")
    where = ("-o", "out.pdf") if door != "export" else ("-d", "out")
    Path("look").mkdir()
    Path("look", "article.html").write_text("{{ nope }}", encoding="utf-8")
    look = ("--templates", "look", "--report", "report.json")
    done = run_command(door.split()[0], "a.json", *where, *look)
    told = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert (done.exit_code, told["error"]["where"]) == (2, "look/article.html:1")
    assert [one["status"] for one in told["records"]] == ["not_run"]


def test_a_template_of_a_digests_own_pages_fails_where_its_page_is_made() -> None:
    """Export and check succeed without such a page; the digest is not written."""
    write_record(PLAIN, "a.json")
    Path("look").mkdir()
    Path("look", "contents.html").write_text("{{ nope }}", encoding="utf-8")
    look = ("--templates", "look")
    assert run_command("check", "a.json", *look).exit_code == 0
    assert run_command("digest", "a.json", "-o", "out.pdf", *look).exit_code == 2
    assert list_files() == {"a.json", str(Path("look", "contents.html"))}


def test_a_check_says_what_is_misspelt_in_a_theme() -> None:
    """A check gives the same remark on a token as an export."""
    write_record(PLAIN, "a.json")
    Path("theme.css").write_text('@import "printkit:base.css";\n:root { --acent: red }')
    done = run_command("check", "a.json", "--theme", "theme.css")
    assert (done.exit_code, done.stderr.partition(" --")[0]) == (0, "PK505 theme.css:2:")
    assert run_command("check", "a.json", "--theme", "theme.css", "--strict").exit_code == 1
