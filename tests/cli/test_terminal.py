"""Output of commands for a person or a program: no text of a record controls the terminal."""

import re
from itertools import chain, repeat

import pytest

from printkit.cli.terminal import print_account, show_progress, write_json
from printkit.errors import RecordError
from printkit.remarks import Remark
from printkit.report import Account
from tests.support.command_line import run_command, write_record
from tests.support.sample_records import PLAIN


def test_what_a_record_says_cannot_steer_the_terminal() -> None:
    """Escapes and direction marks are shown by their codes."""
    write_record({**PLAIN, "col\x1b[31mour\u202e": "red"})
    done = run_command("export", "a.json", "-o", "out.pdf")
    assert "PK201" in done.stderr
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_the_error_of_a_whole_command_cannot_steer_the_terminal() -> None:
    """Click itself takes out colours, but no bells and no direction marks."""
    done = run_command("inspect", "a\x07\x1b]0;b\u202e.pdf")
    assert "there is no such file" in done.stderr
    assert not set("\x07\x1b\u202e") & set(done.stderr)


def test_json_keeps_its_letters() -> None:
    """A person reads the JSON, too."""
    assert write_json({"a": "Å"}) == '{\n  "a": "Å"\n}'


def test_an_account_is_told_with_all_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    """Remarks come first, then the error with its code."""
    error = RecordError("it is no article", where="a.json", remedy="Write one.")
    print_account(Account("a.json", "failed", (Remark("PK201", "odd", "a.json"),), error=error))
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "PK201 a.json: odd\nfailed: a.json: it is no article\n  Write one. [PK110]\n"
    )


@pytest.mark.parametrize(
    ("total", "terminal", "drawn"), [(9, True, True), (9, False, False), (3, True, False)]
)
def test_a_bar_is_drawn_for_a_person_who_waits(
    total: int,
    terminal: bool,
    drawn: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A terminal shows the bar for more than a few records; the bar counts finished records."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with show_progress(lambda: total) as advance:
        for _ in range(total):
            advance()
    told = capsys.readouterr()
    assert told.out == ""
    assert ("Printing" in told.err) == drawn


@pytest.mark.parametrize(
    ("total", "done"), [(2_000, r"1200/2000 10\.0/s \d:\d\d:\d\d "), (None, r"1200/\? 10\.0/s ")]
)
def test_the_line_of_progress_has_rate_remaining_time_and_counts(
    total: int | None,
    done: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody knows how many records a pipe has."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("time.monotonic", chain([100.0], repeat(220.0)).__next__)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    with show_progress(lambda: total) as advance:
        for number in range(1_200):
            advance("failed" if number % 100 == 7 else "ok")
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", capsys.readouterr().err)
    last = plain.replace("\r", "\n").strip().splitlines()[-1]
    assert re.search(done, last)
    assert "1,188 ok, 12 failed" in last
