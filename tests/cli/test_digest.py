"""`printkit digest`: one PDF of many articles, and an account of each record."""

import json
import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from printkit import digest
from tests.support.command_line import list_files, read_accounts, run_command, write_record
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.paths import CHECKOUT
from tests.support.printed_articles import keep_letters, read_pages

README = (CHECKOUT / "README.md").read_text(encoding="utf-8")

HARBOUR = {
    "headline": "Harbour opens after forty years",
    "date_published": "2019-09-10T08:00:00Z",
    "section": "World",
    "tags": ["ships"],
    "source": {"name": "The Coast Herald"},
    "language": "en",
    "body": "<p>The first ship came in at dawn.</p>",
}
BRIDGE = {
    "headline": "Bridge closes for a week",
    "date_published": "2019-09-11T08:00:00Z",
    "section": "Home",
    "language": "en",
    "body": "<p>Nobody crossed it, and nobody minded.</p>",
}
RAIN = {
    "headline": "Rain at last",
    "date_published": "2019-09-20T08:00:00Z",
    "section": "World",
    "language": "en",
    "body": "<p>It fell for an hour.</p>",
}


def test_articles_of_some_days_are_bound() -> None:
    """Stdout has the path, stderr the remarks; a left-out record is no failure."""
    ordered = (write_record([HARBOUR, BRIDGE], "two.json"), write_record(HARBOUR, "again.json"))
    choices = ("--title", "The Week", "--from", "2019-09-09", "--to", "2019-09-15")
    rest = ("-o", "out.pdf", "--no-cache", "--report", "report.json")
    done = run_command("digest", *ordered, write_record(RAIN), *rest, *choices)
    assert (done.exit_code, done.stdout) == (0, "out.pdf\n")
    assert "2019-09-20" in done.stderr
    text = " ".join(read_pages(Path("out.pdf").read_bytes()))
    assert keep_letters("The Week") in keep_letters(text)
    assert keep_letters(BRIDGE["headline"]) in keep_letters(text)
    assert keep_letters(RAIN["headline"]) not in keep_letters(text)

    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert report["digest"]["output"] == "out.pdf"
    assert report["digest"]["pages"] == len(read_pages(Path("out.pdf").read_bytes()))
    assert report["digest"]["sha256"] == sha256(Path("out.pdf").read_bytes()).hexdigest()
    statuses = {one["record"]: one["status"] for one in report["records"]}
    assert sorted(statuses.values()) == ["duplicate", "ok", "ok", "skipped"]
    assert statuses["a.json"] == "skipped"


def test_the_last_week_is_the_one_before_this() -> None:
    """Articles of other weeks are skipped."""
    week_ago = datetime.now(UTC) - timedelta(days=7)
    recent = {**HARBOUR, "date_published": week_ago.isoformat()}
    write_record([recent, BRIDGE])
    done = run_command(
        "digest", "a.json", "-o", "out.pdf", "--no-cache", "--report", "r.json", "--week"
    )
    assert done.exit_code == 0
    statuses = {one["record"]: one["status"] for one in read_accounts(Path("r.json"))}
    assert statuses == {"a.json[0]": "ok", "a.json[1]": "skipped"}


def test_the_library_makes_the_same_file() -> None:
    """Choices may be options or stand in a file, with pictures and PDFs beside the file."""
    Path("conf").mkdir()
    Path("conf/advert.pdf").write_bytes(save_pdf(make_numbered_pdf(1)))
    text = '[digest]\ntitle = "The Week"\nappend = ["advert.pdf"]\npaper = "A5"\nnumber = 7'
    config = write_record(text, "conf/printkit.toml")
    write_record([HARBOUR, BRIDGE])
    rest = ("-o", "-", "--no-cache", "--config", config, "--number", "8", "--jobs", "1")
    done = run_command("digest", "a.json", *rest)
    made = digest(
        Path("a.json"),
        cache=False,
        jobs=1,
        title="The Week",
        number="8",
        append=["conf/advert.pdf"],
        paper="A5",
    )
    assert done.exit_code == 0
    assert done.stdout_bytes == made.pdf
    assert [page for page in read_pages(made.pdf) if "p1e" in page]
    assert list_files() == {"a.json", "conf/advert.pdf", "conf/printkit.toml"}


def test_a_record_that_cannot_be_read_is_a_failure_and_yet_there_is_a_digest() -> None:
    """Exit code 1; stderr names the record once, and the digest names the missing record."""
    write_record([HARBOUR, {"body": "no headline"}])
    rest = ("-o", "out.pdf", "--no-cache", "--report", "report.json")
    done = run_command("digest", "a.json", *rest)
    assert (done.exit_code, done.stdout) == (1, "out.pdf\n")
    assert done.stderr.count("failed: a.json[1]") == 1
    assert [one["status"] for one in read_accounts(Path("report.json"))].count("failed") == 1
    assert Path("out.pdf").read_bytes().startswith(b"%PDF")


def test_where_no_article_is_left_there_is_no_digest() -> None:
    """The error has its code, and the report says why each record was skipped."""
    write_record([HARBOUR, BRIDGE])
    done = run_command("digest", "a.json", "-o", "out.pdf", "--tag", "x", "--report", "report.json")
    assert done.exit_code == 1
    assert "[PK131]" in done.stderr
    assert "Traceback" not in done.stderr
    assert [one["status"] for one in read_accounts(Path("report.json"))] == ["skipped", "skipped"]
    assert json.loads(Path("report.json").read_text())["digest"] is None
    assert list_files() == {"a.json", "report.json"}


def test_a_digest_that_cannot_be_written_leaves_an_account_of_each_record() -> None:
    """Unreadable records have their errors; the accounts of all other records say “not run”."""
    write_record([HARBOUR, {"body": "no headline"}])
    Path("out.pdf").mkdir()
    done = run_command("digest", "a.json", "-o", "out.pdf", "--report", "report.json")
    assert done.exit_code == 1
    assert "this is a folder" in done.stderr
    assert [one["status"] for one in read_accounts(Path("report.json"))] == ["not_run", "failed"]
    assert list_files() == {"a.json", "report.json"}


def test_a_joined_file_that_is_missing_is_a_failure_and_yet_there_is_a_digest() -> None:
    """The command ends as with a bad article: exit code 1, a stub, the error in the report."""
    write_record([HARBOUR])
    rest = ("--append", "tide-tables.pdf", "--report", "report.json", "--no-cache")
    done = run_command("digest", "a.json", "-o", "out.pdf", *rest)
    assert (done.exit_code, done.stdout) == (1, "out.pdf\n")
    assert "failed: tide-tables.pdf: there is no such file" in done.stderr
    assert "[PK190]" in done.stderr
    assert [one["status"] for one in read_accounts(Path("report.json"))] == ["ok"]
    (error,) = json.loads(Path("report.json").read_text())["digest"]["missing_inserts"]
    assert (error["where"], error["code"]) == ("tide-tables.pdf", "PK190")
    assert any("Tide tables" in page for page in read_pages(Path("out.pdf").read_bytes()))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--week", "2019-W60"), "2019-W60"),
        (("--week", "last", "--from", "2019-09-09"), "week is given, and from or to"),
        (("--from", "2019-13-01"), "is 2019-13-01; the calendar has no such day"),
        (("--without", "covers"), "covers"),
        (("--theme", "raeder"), "Did you mean reader?"),
        (("--config", "printkit.toml"), "titel is no choice; did you mean title?"),
    ],
)
def test_a_wrong_choice_is_told(options: tuple[str, ...], said: str) -> None:
    """The command ends with exit code 2 and writes no file."""
    write_record('[digest]\ntitel = "The Week"', "printkit.toml")
    done = run_command("digest", write_record(HARBOUR), "-o", "out.pdf", *options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert list_files() == {"a.json", "printkit.toml"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.json",),
        ("-o", "out.pdf"),
        ("a.json", "-o", ""),
        ("a.json", "-o", "a.json"),
        ("a.json", "-o", "out.pdf", "--append", "out.pdf"),
        ("a.json", "-o", "cover.jpg", "--cover-picture", "cover.jpg"),
        ("a.json", "-o", "out.pdf", "--report", "out.pdf"),
        ("a.json", "-o", "out.pdf", "--limit", "0"),
        ("a.json", "-o", "out.pdf", "--start", "column"),
        ("a.json", "-o", "out.pdf", "--jobs", "0"),
        ("a.json", "-o", "out.pdf", "--config", "missing.toml"),
    ],
)
def test_a_wrong_command_line_exits_with_2(arguments: tuple[str, ...]) -> None:
    """The command ends before any record is read."""
    write_record(HARBOUR)
    done = run_command("digest", *arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr
    assert list_files() == {"a.json"}


def test_strict_makes_a_remark_a_failure() -> None:
    """No file is written; the report names the record at fault and the records not printed."""
    write_record([{**HARBOUR, "colour": "red"}, BRIDGE])
    rest = ("--strict", "--no-cache", "--report", "report.json")
    done = run_command("digest", "a.json", "-o", "out.pdf", *rest)
    assert done.exit_code == 1
    assert "PK201" in done.stderr
    assert list_files() == {"a.json", "report.json"}
    assert {one["record"]: one["status"] for one in read_accounts(Path("report.json"))} == {
        "a.json[0]": "failed",
        "a.json[1]": "not_run",
    }
    error = json.loads(Path("report.json").read_text())["error"]
    assert error["code"] == "PK180"
    assert "PK201" in error["problems"][0]


def test_a_report_among_the_records_is_none_of_them() -> None:
    """The command may run several times in one folder."""
    Path("in").mkdir()
    Path("in/a.json").write_text(json.dumps(HARBOUR), encoding="utf-8")
    for _ in range(2):
        done = run_command("digest", "in", "-o", "in/out.pdf", "--report", "in/report.json")
        assert (done.exit_code, done.stdout) == (0, "in/out.pdf\n")
        assert len(read_accounts(Path("in/report.json"))) == 1


@pytest.mark.parametrize(
    "outputs", [("-o", "no/out.pdf"), ("-o", "a.pdf", "--report", "no/r.json")]
)
def test_that_there_is_no_folder_is_told_before_the_work(outputs: tuple[str, ...]) -> None:
    """The command writes no file."""
    write_record([HARBOUR])
    done = run_command("digest", "a.json", *outputs)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Make the folder no first." in done.stderr
    assert list_files() == {"a.json"}


def test_a_record_without_a_name_is_a_mistake() -> None:
    """An unset shell variable gives an empty argument; the command must not read this folder."""
    write_record([HARBOUR])
    done = run_command("digest", "", "-o", "out.pdf")
    assert done.exit_code == 2
    assert "a RECORD is empty" in done.stderr


def test_what_is_printed_is_kept_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The user's cache keeps printed pages, unless the user gives `--no-cache`."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    write_record([HARBOUR, BRIDGE])
    assert run_command("digest", "a.json", "-o", "one.pdf", "--no-cache").exit_code == 0
    # Faces of a font are cut once, and belong to no digest.
    kept = {path.name.partition("-")[0] for path in cache.rglob("*") if path.is_file()}
    assert kept <= {"face"}
    assert run_command("digest", "a.json", "-o", "two.pdf").exit_code == 0
    assert list(cache.rglob("run-*"))
    assert Path("one.pdf").read_bytes() == Path("two.pdf").read_bytes()


def test_each_week_has_files_of_its_own() -> None:
    """The README's line for cron runs twice, and the older issue is still there."""
    write_record([HARBOUR, {**BRIDGE, "date_published": "2019-09-04"}])
    rest = ("-o", "weekly-{week}.pdf", "--report", "weekly-{week}.json", "--no-cache")
    for week in ("2019-W37", "2019-W36"):
        done = run_command("digest", "a.json", "--week", week, *rest)
        assert (done.exit_code, done.stdout) == (0, f"weekly-{week}.pdf\n")
    made = {f"weekly-2019-W{number}.{kind}" for number in (36, 37) for kind in ("pdf", "json")}
    assert list_files() == {"a.json", *made}


def test_a_name_that_cannot_be_filled_is_told_before_printing() -> None:
    """Such a name is a wrong choice: exit code 2, and no file."""
    write_record([HARBOUR])
    done = run_command("digest", "a.json", "-o", "weekly-{week}.pdf")
    assert done.exit_code == 2
    assert "weekly-{week}.pdf has {week}, and the issue covers no week" in done.stderr
    assert list_files() == {"a.json"}


def test_the_readme_has_a_line_for_cron_that_loses_no_issue() -> None:
    """The files of the line have the week in their names."""
    (line,) = re.findall(r"^[\d*/ ]+printkit digest .*$", README, re.MULTILINE)
    assert line.count("{week}") == 2
    assert "%" not in line  # cron takes the sign for the end of the line
