"""Runs of `printkit export -d`: resumed, locked, logged, stopped early, killed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from printkit.files.folder_lock import hold_folder
from printkit.files.kept_run import MANIFEST, KeptRun
from tests.support.command_line import read_accounts, run_command, write_record
from tests.support.sample_records import BROKEN, PLAIN, TEN, replace_fifth_by_broken

pytestmark = pytest.mark.slow


def write_lines(records: Iterable[Any], name: str = "a.jsonl") -> Path:
    """Write records to a file of JSON Lines in the current folder."""
    return write_record("\n".join(map(json.dumps, records)), name)


def sums_of(folder: str) -> dict[str, str]:
    """Return the SHA-256 of each PDF in a folder, by its path in the folder."""
    found = Path(folder).rglob("*.pdf")
    return {str(one.relative_to(folder)): sha256(one.read_bytes()).hexdigest() for one in found}


def read_events(log: str) -> list[dict[str, Any]]:
    """Return the events of a log of JSON."""
    return [json.loads(line) for line in Path(log).read_text().splitlines()]


def test_a_resumed_run_prints_only_what_is_missing_or_changed() -> None:
    """A lost file, a changed file and a changed record are printed again; the rest is not."""
    write_lines(TEN[:5])
    first = run_command("export", "a.jsonl", "-d", "out", "--report", "first.json")
    before = sums_of("out")
    lost, changed = [Path(one) for one in first.stdout.splitlines()[:2]]
    lost.unlink()
    changed.write_bytes(b"%PDF-no more")
    write_lines([*TEN[:4], {**TEN[4], "body": "<p>Other words.</p>"}])
    done = run_command("export", "a.jsonl", "-d", "out", "--resume", "--report", "r.json")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr == "taken over from an earlier run: 2 of 5 records\n"
    after = sums_of("out")
    assert [one for one in before if before[one] != after[one]] == [
        Path(first.stdout.splitlines()[4]).name
    ]
    assert read_accounts(Path("r.json"))[:4] == read_accounts(Path("first.json"))[:4]


def test_other_choices_and_changed_pictures_print_again() -> None:
    """A picture file, the paper: whatever changes the PDF ends the use of the earlier PDF."""
    write_record({**PLAIN, "images": [{"src": "pic.png", "alt": "A"}]})
    Path("pic.png").write_bytes(b"no picture")
    run = ("export", "a.json", "-d", "out", "--resume")
    assert run_command(*run).stdout
    assert not run_command(*run).stdout
    Path("pic.png").write_bytes(b"another picture")
    assert run_command(*run).stdout
    assert run_command(*run, "--paper", "A5").stdout
    assert not run_command(*run, "--paper", "A5").stdout


def test_a_record_that_gets_another_name_is_printed_again() -> None:
    """A second record of the same headline changes the names of both files."""
    write_lines([PLAIN])
    run_command("export", "a.jsonl", "-d", "out")
    write_lines([PLAIN, {**PLAIN, "body": "<p>Other words.</p>", "url": "https://e.org/2"}])
    resumed = run_command("export", "a.jsonl", "-d", "out", "--resume")
    anew = run_command("export", "a.jsonl", "-d", "new")
    assert {Path(one).name for one in resumed.stdout.splitlines()} == {
        Path(one).name for one in anew.stdout.splitlines()
    }


def test_a_record_that_ran_out_of_time_is_tried_again_only_with_retry() -> None:
    """The run says how many such records it took over, and still fails because of these."""
    write_lines([TEN[0], {**TEN[1], "body": "<p>word</p>" * 9_000}])
    # The limit is no part of the choices: a longer patience alone tries nothing again.
    first = run_command("export", "a.jsonl", "-d", "out", "--patience", "3")
    assert "timeout: a.jsonl:2" in first.stderr
    again = run_command("export", "a.jsonl", "-d", "out", "--resume", "--patience", "3")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "of these, 1 ran out of time or crashed" in again.stderr
    retried = run_command("export", "a.jsonl", "-d", "out", "--resume", "--retry", "--patience=3")
    assert "timeout: a.jsonl:2" in retried.stderr
    assert "1 of 2 records" in retried.stderr


def test_a_second_run_is_told_who_holds_the_folder() -> None:
    """The second run prints nothing."""
    write_record(PLAIN)
    Path("out").mkdir()
    with hold_folder(Path("out")):
        done = run_command("export", "a.json", "-d", "out", "--report", "r.json")
    assert done.exit_code == 1
    assert f"process {os.getpid()}" in done.stderr
    assert not sums_of("out")
    assert [one["status"] for one in read_accounts(Path("r.json"))] == ["not_run"]


def test_a_run_can_wait_for_another_run() -> None:
    """The waiting run begins when the other run ends."""
    write_record(PLAIN)
    Path("out").mkdir()
    command = [sys.executable, "-m", "printkit", "export", "a.json", "-d", "out", "--wait"]
    with hold_folder(Path("out")):
        waiting = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(4)
        assert not sums_of("out")
    assert waiting.wait(60) == 0
    assert len(sums_of("out")) == 1
    assert sorted(one.name for one in Path("out").glob(".*")) == [MANIFEST]


def test_the_log_has_a_line_for_each_event() -> None:
    """A run of five has seven events, with times; a resumed run counts what it took over."""
    write_lines(replace_fifth_by_broken(TEN)[2:7])
    run = ("export", "a.jsonl", "-d", "out", "--log", "log", "--log-format", "json")
    assert run_command(*run).exit_code == 1
    events = read_events("log")
    kinds = ["printed", "printed", "failed", "printed", "printed"]
    assert [one["event"] for one in events] == ["started", *kinds, "finished"]
    assert (events[3]["record"], events[3]["code"]) == ("a.jsonl:3", "PK110")
    assert all(one["seconds"] > 0 for one in events if one["event"] == "printed")
    assert (events[-1]["ok"], events[-1]["failed"]) == (4, 1)
    run_command(*run, "--resume")
    assert [one["event"] for one in read_events("log")[7:]] == ["started", "failed", "finished"]
    assert read_events("log")[-1]["taken_over"] == 4


def test_a_killed_record_is_an_event() -> None:
    """The event has the time after which the process was killed."""
    write_record({**PLAIN, "body": "<p>word</p>" * 9_000})
    run_command(
        "export", "a.json", "-d", "out", "--log", "log", "--log-format", "json", "--patience", "3"
    )
    killed = read_events("log")[1]
    assert (killed["event"], killed["status"]) == ("killed", "timeout")
    assert killed["seconds"] >= 3


def test_verbose_lists_the_slowest_records() -> None:
    """The table is on standard error."""
    write_lines(TEN[:2])
    shown = run_command("export", "a.jsonl", "-d", "out", "--verbose").stderr
    assert "the slowest 2 of 2 records:" in shown
    assert "a.jsonl:1" in shown


def test_a_pattern_names_the_files() -> None:
    """Folders of the pattern are made; numbers are those of the run."""
    write_lines([{**one, "section": "World"} for one in TEN[:3]])
    done = run_command(
        "export", "a.jsonl", "-d", "out", "--output-pattern", "{section}/{number}-{slug}.pdf"
    )
    assert done.stdout.splitlines() == [
        f"out/world/00000{n + 1}-ship-number-{n}-comes-in.pdf" for n in range(3)
    ]


def test_a_wrong_pattern_is_refused_before_the_first_record() -> None:
    """No folder is made."""
    write_record(PLAIN)
    done = run_command("export", "a.json", "-d", "out", "--output-pattern", "../{slug}.pdf")
    assert done.exit_code == 2
    assert "--output-pattern" in done.stderr
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("option", "printed", "said"),
    [
        (("--fail-after", "2"), 1, "stopped: 2 of 3 records failed"),
        (("--fail-rate", "40%"), 12, "stopped: 9 of 21 records failed"),
    ],
)
def test_a_run_that_makes_no_sense_is_stopped(
    option: tuple[str, str], printed: int, said: str
) -> None:
    """The rest is not run, and the report says so."""
    broken = [BROKEN, TEN[0], BROKEN] if option[0] == "--fail-after" else []
    many = [{**TEN[0], "headline": f"Ship {n}"} for n in range(12)] + [BROKEN] * 15
    records = [*broken, *TEN] if broken else many
    write_lines(records)
    done = run_command("export", "a.jsonl", "-d", "out", "--report", "r.json", *option)
    assert done.exit_code == 1
    assert said in done.stderr
    statuses = [one["status"] for one in read_accounts(Path("r.json"))]
    assert len(statuses) == len(records)
    assert statuses.count("ok") == len(sums_of("out")) == printed
    assert statuses[-1] == "not_run"
    assert not KeptRun(Path("out")).ended


def test_the_html_is_kept_beside_each_pdf() -> None:
    """The HTML belongs to the choices: a resumed run that wants HTML prints again."""
    write_record(PLAIN)
    run = ("export", "a.json", "-d", "out", "--resume")
    run_command(*run)
    assert run_command(*run, "--html").stdout
    assert len(list(Path("out").glob("*.html"))) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_run_has_all_accounts_and_goes_on(number: int) -> None:
    """The report after the signal has every record; nothing stays but PDFs and manifest."""
    write_lines(TEN)
    run_command("export", "a.jsonl", "-d", "whole")
    with start_run("--report", "r.json") as process:
        wait_for_lines(process, 3)
        process.send_signal(number)
    assert process.returncode == 128 + number
    statuses = [one["status"] for one in read_accounts(Path("r.json"))]
    assert len(statuses) == 10
    assert statuses.count("ok") >= 3
    assert {one.name for one in Path("out").glob(".*")} == {MANIFEST}
    resumed = run_command("export", "a.jsonl", "-d", "out", "--resume", "--report", "r.json")
    assert "taken over from an earlier run" in resumed.stderr
    assert sums_of("out") == sums_of("whole")
    assert [one["status"] for one in read_accounts(Path("r.json"))] == ["ok"] * 10


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 4, 8])
def test_a_killed_run_goes_on_as_if_nothing_had_been(lines: int) -> None:
    """After SIGKILL the manifest gives the report; the resumed run ends as an unbroken run."""
    write_lines(TEN)
    run_command("export", "a.jsonl", "-d", "whole", "--report", "whole.json")
    with start_run() as process:
        wait_for_lines(process, lines)
        process.kill()
    done = len(json.loads(run_command("report", "out").stdout)["records"])
    assert lines <= done <= len(sums_of("out")) <= done + 1
    resumed = run_command("export", "a.jsonl", "-d", "out", "--resume", "--report", "r.json")
    assert f"taken over from an earlier run: {done} of 10 records" in resumed.stderr
    assert len(resumed.stdout.splitlines()) == 10 - done
    assert sums_of("out") == sums_of("whole")
    told = [
        {**one, "output": Path(one["output"]).name}
        for name in ("r.json", "whole.json")
        for one in read_accounts(Path(name))
    ]
    assert told[:10] == told[10:]


def start_run(*options: str) -> "subprocess.Popen[bytes]":
    """Start a run of the ten records into the folder `out`, as a process of its own."""
    command = [sys.executable, "-m", "printkit", "export", "a.jsonl", "-d", "out", *options]
    # A shell starts a job in the background with the interrupt ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def wait_for_lines(process: "subprocess.Popen[bytes]", count: int) -> None:
    """Wait until a process has written so many lines."""
    assert process.stdout
    for _ in range(count):
        process.stdout.readline()
