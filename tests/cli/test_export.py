"""`printkit export`: a PDF for each article, and an account of each record."""

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from printkit.files.kept_run import MANIFEST
from tests.support.command_line import list_files, read_accounts, run_command, write_record
from tests.support.own_themes import write_theme
from tests.support.paths import CHECKOUT
from tests.support.printed_articles import print_article
from tests.support.sample_records import BROKEN, PLAIN, TEN, replace_fifth_by_broken


def test_a_record_is_printed_to_the_file_that_was_named() -> None:
    """The command writes the path of the PDF to stdout, and nothing to stderr."""
    done = run_command("export", write_record(PLAIN), "-o", "out.pdf")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "out.pdf\n", "")
    assert Path("out.pdf").read_bytes() == print_article(PLAIN).pdf


def test_without_a_name_the_file_is_named_after_the_article() -> None:
    """The command makes the folder that `-d` names; without `-d` the file is put here."""
    write_record({**PLAIN, "date_published": "2019-09-13"})
    done = run_command("export", "a.json", "-d", "new/pdfs")
    assert done.stdout == "new/pdfs/2019-09-13-harbour-opens-after-forty-years.pdf\n"
    assert (
        run_command("export", "a.json").stdout == "2019-09-13-harbour-opens-after-forty-years.pdf\n"
    )


def test_many_records_may_come_on_standard_input() -> None:
    """Each line is a record; a remark on a record names its line."""
    lines = "\n".join(map(json.dumps, replace_fifth_by_broken(TEN)[3:6])).encode()
    done = run_command("export", "-", stdin=lines)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert "stdin:2" in done.stderr


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
@pytest.mark.parametrize("form", ["one a line", "one a file"])
def test_a_broken_record_among_ten_costs_no_other(form: str, jobs: int) -> None:
    """The command prints nine PDFs, names one record, and ends with exit code 1."""
    if form == "one a line":
        named = [
            write_record("\n".join(map(json.dumps, replace_fifth_by_broken(TEN))), "ten.jsonl")
        ]
        broken = "ten.jsonl:5"
    else:
        named = [
            write_record(record, f"{n}.json")
            for n, record in enumerate(replace_fifth_by_broken(TEN))
        ]
        broken = "4.json"
    done = run_command(
        "export", *named, "-d", "out", "--jobs", str(jobs), "--report", "report.json"
    )
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == len(list(Path("out").glob("*.pdf"))) == 9
    assert done.stderr.startswith(f"failed: {broken}: ")
    assert done.stderr.count("failed") == 1
    statuses = [account["status"] for account in read_accounts(Path("report.json"))]
    assert statuses == ["ok"] * 4 + ["failed"] + ["ok"] * 5


def test_a_report_tells_what_became_of_each_record() -> None:
    """An account has file, pages and checksum, or the error of the record."""
    good, bad = write_record(PLAIN, "good.json"), write_record(BROKEN, "bad.json")
    run_command("export", good, bad, "missing.json", "--report", "report.json")
    first, second, third = read_accounts(Path("report.json"))
    assert (first["record"], first["status"], first["pages"]) == ("good.json", "ok", 1)
    assert first["sha256"] == sha256(Path(first["output"]).read_bytes()).hexdigest()
    assert (second["record"], second["status"], second["output"]) == ("bad.json", "failed", None)
    assert second["error"]["code"] == "PK110"
    assert (third["record"], third["status"]) == ("missing.json", "failed")


@pytest.mark.parametrize(
    ("record", "status"), [(BROKEN, "failed"), ({**PLAIN, "status": "withheld"}, "refused")]
)
def test_a_single_record_that_fails_is_reported_too(record: dict[str, Any], status: str) -> None:
    """The report is written with `-o` as well as with `-d`."""
    done = run_command("export", write_record(record), "-o", "out.pdf", "--report", "report.json")
    assert done.exit_code == 1
    (account,) = read_accounts(Path("report.json"))
    assert (account["record"], account["status"]) == ("a.json", status)
    assert list_files() == {"a.json", "report.json"}


def test_a_fault_of_the_theme_is_printed_once_for_all_records() -> None:
    """The account of each record has the remark; the screen shows the remark once."""
    theme = write_theme(Path(), ":root { --accent: var(--qr) }")
    named = [write_record(PLAIN | {"headline": one}, f"{one}.json") for one in "abc"]
    done = run_command("export", *named, "--theme", theme, "--report", "report.json")
    assert done.stderr.count("ours.css:2: --accent cannot be 17mm") == 1
    accounts = read_accounts(Path("report.json"))
    assert [[one["code"] for one in account["remarks"]] for account in accounts] == [["PK501"]] * 3


def test_strict_makes_a_remark_a_failure() -> None:
    """No file is written, and stderr has every remark."""
    done = run_command("export", write_record({**PLAIN, "colour": "red"}), "--strict")
    assert done.exit_code == 1
    assert "PK201" in done.stderr
    assert "[PK180]" in done.stderr
    assert list_files() == {"a.json", MANIFEST}


def test_html_keeps_the_page_beside_the_pdf() -> None:
    """A browser can show the HTML page."""
    run_command("export", write_record(PLAIN), "-o", "out.pdf", "--html")
    html = Path("out.html").read_text(encoding="utf-8")
    assert "Harbour opens" in html
    assert html.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"body": "b"}', "headline is missing"),
        (b'{"headline": "A", "body": ""}', "nothing to print"),
        (b'{"headline": "A" "body": "b"}', "JSON"),
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "PNG"),
        (json.dumps({**PLAIN, "body": "word " * 2_000_000}).encode(), "at most 2,000,000"),
        (b"[" * 1_000 + b"]" * 1_000, "nested deeper"),
        (json.dumps({**PLAIN, "body": "<p>" + "<b><i>" * 1_000}).encode(), "at most"),
        (None, "no such file"),
    ],
)
@pytest.mark.parametrize("where_to", [("-o", "out.pdf"), ("-d", "out")])
def test_bad_input_ends_in_one_clear_error(
    content: bytes | None, said: str, where_to: tuple[str, str]
) -> None:
    """The error has the place, the fault and the remedy; the exit code is 1; no PDF is written."""
    if content is not None:
        Path("a.json").write_bytes(content)
    done = run_command("export", "a.json", *where_to)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "a.json" in done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 1_000
    assert not [name for name in list_files() if name.endswith(".pdf")]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("missing/out.pdf", "Make the folder missing first"),
        ("a.json/out.pdf", "could not be written"),
        ("folder", "this is a folder"),
        ("link.pdf", "a symbolic link"),
    ],
)
def test_an_output_that_cannot_be_written_is_told(output: str, said: str) -> None:
    """The file or folder at the path stays untouched."""
    write_record(PLAIN)
    Path("folder").mkdir()
    Path("link.pdf").symlink_to("elsewhere.pdf")
    done = run_command("export", "a.json", "-o", output)
    assert done.exit_code == 1
    assert said in done.stderr
    assert f"{output}: " in done.stderr
    assert json.loads(Path("a.json").read_text()) == PLAIN
    assert list_files() == {"a.json"}


@pytest.mark.parametrize("where_to", [("-o", "out.pdf"), ("-d", "out")])
def test_an_unknown_theme_names_the_nearest(where_to: tuple[str, str]) -> None:
    """The command writes no file."""
    done = run_command("export", write_record(PLAIN), *where_to, "--theme", "raeder")
    assert done.exit_code == 2
    assert "raeder: there is no such theme" in done.stderr
    assert "Did you mean reader?" in done.stderr
    assert list_files() == {"a.json"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("export",),
        ("export", "a.json", "b.json", "-o", "out.pdf"),
        ("export", "a.json", "-o", "out.pdf", "-d", "out"),
        ("export", "a.json", "-o", "-", "--html"),
        ("export", "a.json", "-o", "a.json"),
        ("export", "a.json", "-o", "out.pdf", "--report", "out.pdf"),
        ("export", "a.json", "--report", "./a.json"),
        ("export", "a.json", "-o", "out.pdf", "--html", "--report", "out.html"),
        ("export", "a.json", "-o", ""),
        ("export", "a.json", "--jobs", "0"),
        ("export", "a.json", "--links", "all"),
        ("export", "a.json", "--config", "missing.toml"),
        ("exprot", "a.json"),
        ("export", "a.json", "--colour", "red"),
    ],
)
def test_a_wrong_command_line_exits_with_2(arguments: tuple[str, ...]) -> None:
    """The command ends before a page is printed."""
    write_record(PLAIN)
    done = run_command(*arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr
    assert list_files() == {"a.json"}


def test_several_articles_are_not_put_into_one_file() -> None:
    """The error names `-d`, which writes a file for each article."""
    done = run_command("export", write_record([PLAIN, PLAIN], "two.json"), "-o", "out.pdf")
    assert done.exit_code == 1
    assert "two.json: holds 2 articles, but one article is wanted" in done.stderr
    assert "-d" in done.stderr
    assert list_files() == {"two.json"}


def test_a_picture_outside_the_folder_is_remarked_on() -> None:
    """The article is printed without the picture."""
    write_record({**PLAIN, "images": [{"src": "../../etc/passwd", "alt": "A"}]})
    done = run_command("export", "a.json", "-o", "out.pdf")
    assert done.exit_code == 0
    assert done.stderr.startswith("PK403 a.json: ../../etc/passwd: ")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
def test_an_interrupted_run_accounts_for_all_records() -> None:
    """Printed files are kept, and the report calls all other records “not run”."""
    lines = write_record("\n".join(map(json.dumps, TEN * 20)), "many.jsonl")
    command = [
        sys.executable,
        "-m",
        "printkit",
        "export",
        str(lines),
        "-d",
        "out",
        "--report",
        "r.json",
    ]
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    pipe = subprocess.PIPE
    # A shell starts a job in the background with the interrupt ignored, and a child inherits this.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment) as process:
        assert process.stdout
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    statuses = [account["status"] for account in read_accounts(Path("r.json"))]
    done = statuses.count("ok")
    assert 1 <= done < 200
    assert statuses == ["ok"] * done + ["not_run"] * (200 - done)
    # The interrupt may come between a file and its account, or its account and its path.
    assert len((first + rest).splitlines()) in (done, done - 1)
    assert len(list(Path("out").glob("*.pdf"))) in (done, done + 1)


@pytest.mark.parametrize("command", [("export",), ("check",), ("digest", "-o", "out.pdf")])
def test_an_address_as_a_record_says_what_to_do(command: tuple[str, ...]) -> None:
    """The error has the address exactly as the user wrote the address."""
    done = run_command(*command, "https://example.org/a.json")
    assert done.exit_code == 1
    assert "https://example.org/a.json: is an address" in done.stderr
    assert "save what the address leads to in a file" in done.stderr
