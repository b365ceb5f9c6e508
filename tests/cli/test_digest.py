"""`printkit digest`: many articles under one cover, and an account of each record."""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from printkit import pipeline
from tests.support.command_line import files, order, told, written
from tests.support.imposition_pdfs import numbered, saved
from tests.support.printed_articles import letters, pages

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
    """The path on stdout, remarks on stderr; what was left out is no failure."""
    ordered = (written([HARBOUR, BRIDGE], "two.json"), written(HARBOUR, "again.json"))
    choices = ("--title", "The Week", "--from", "2019-09-09", "--to", "2019-09-15")
    rest = ("-o", "out.pdf", "--no-cache", "--report", "report.json")
    done = order("digest", *ordered, written(RAIN), *rest, *choices)
    assert (done.exit_code, done.stdout) == (0, "out.pdf\n")
    assert "2019-09-20" in done.stderr
    text = " ".join(pages(Path("out.pdf").read_bytes()))
    assert letters("The Week") in letters(text)
    assert letters(BRIDGE["headline"]) in letters(text)
    assert letters(RAIN["headline"]) not in letters(text)

    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert report["digest"]["output"] == "out.pdf"
    assert report["digest"]["pages"] == len(pages(Path("out.pdf").read_bytes()))
    assert report["digest"]["sha256"] == sha256(Path("out.pdf").read_bytes()).hexdigest()
    statuses = {one["record"]: one["status"] for one in report["records"]}
    assert sorted(statuses.values()) == ["duplicate", "ok", "ok", "skipped"]
    assert statuses["a.json"] == "skipped"


def test_the_last_week_is_the_one_before_this() -> None:
    """What is of another is skipped."""
    week_ago = datetime.now(UTC) - timedelta(days=7)
    recent = {**HARBOUR, "date_published": week_ago.isoformat()}
    written([recent, BRIDGE])
    done = order("digest", "a.json", "-o", "out.pdf", "--no-cache", "--report", "r.json", "--week")
    assert done.exit_code == 0
    statuses = {one["record"]: one["status"] for one in told(Path("r.json"))}
    assert statuses == {"a.json[0]": "ok", "a.json[1]": "skipped"}


def test_the_library_makes_the_same_file() -> None:
    """Whether choices are options or stand in a file, and pictures or PDFs beside it."""
    Path("conf").mkdir()
    Path("conf/advert.pdf").write_bytes(saved(numbered(1)))
    text = '[digest]\ntitle = "The Week"\nappend = ["advert.pdf"]\npaper = "A5"\nnumber = 7'
    config = written(text, "conf/printkit.toml")
    written([HARBOUR, BRIDGE])
    rest = ("-o", "-", "--no-cache", "--config", config, "--number", "8", "--jobs", "1")
    done = order("digest", "a.json", *rest)
    made = pipeline.digest(
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
    assert [page for page in pages(made.pdf) if "p1e" in page]
    assert files() == {"a.json", "conf/advert.pdf", "conf/printkit.toml"}


def test_a_record_that_cannot_be_read_is_a_failure_and_yet_there_is_a_digest() -> None:
    """Exit 1, told once on stderr, and on paper what is missing."""
    written([HARBOUR, {"body": "no headline"}])
    rest = ("-o", "out.pdf", "--no-cache", "--report", "report.json")
    done = order("digest", "a.json", *rest)
    assert (done.exit_code, done.stdout) == (1, "out.pdf\n")
    assert done.stderr.count("failed: a.json[1]") == 1
    assert [one["status"] for one in told(Path("report.json"))].count("failed") == 1
    assert Path("out.pdf").read_bytes().startswith(b"%PDF")


def test_where_no_article_is_left_there_is_no_digest() -> None:
    """The error says so, and the report says why of each."""
    written([HARBOUR, BRIDGE])
    done = order("digest", "a.json", "-o", "out.pdf", "--tag", "x", "--report", "report.json")
    assert done.exit_code == 1
    assert "[PK131]" in done.stderr
    assert "Traceback" not in done.stderr
    assert [one["status"] for one in told(Path("report.json"))] == ["skipped", "skipped"]
    assert json.loads(Path("report.json").read_text())["digest"] is None
    assert files() == {"a.json", "report.json"}


def test_an_order_that_is_refused_leaves_an_account_of_each_record() -> None:
    """Those that cannot be read say why; no other was run."""
    written([HARBOUR, {"body": "no headline"}])
    rest = ("--append", "missing.pdf", "--report", "report.json", "--no-cache")
    done = order("digest", "a.json", "-o", "out.pdf", *rest)
    assert done.exit_code == 1
    assert "missing.pdf" in done.stderr
    assert [one["status"] for one in told(Path("report.json"))] == ["not_run", "failed"]
    assert files() == {"a.json", "report.json"}


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
    """Exit 2, and no file."""
    written('[digest]\ntitel = "The Week"', "printkit.toml")
    done = order("digest", written(HARBOUR), "-o", "out.pdf", *options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert files() == {"a.json", "printkit.toml"}


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
    """Before anything is read."""
    written(HARBOUR)
    done = order("digest", *arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr
    assert files() == {"a.json"}


def test_strict_makes_a_remark_a_failure() -> None:
    """No file is written; the report says over which record, and of others that none was."""
    written([{**HARBOUR, "colour": "red"}, BRIDGE])
    rest = ("--strict", "--no-cache", "--report", "report.json")
    done = order("digest", "a.json", "-o", "out.pdf", *rest)
    assert done.exit_code == 1
    assert "PK201" in done.stderr
    assert files() == {"a.json", "report.json"}
    assert {one["record"]: one["status"] for one in told(Path("report.json"))} == {
        "a.json[0]": "failed",
        "a.json[1]": "not_run",
    }
    error = json.loads(Path("report.json").read_text())["error"]
    assert error["code"] == "PK180"
    assert "PK201" in error["problems"][0]


def test_a_report_among_the_records_is_none_of_them() -> None:
    """However often the job runs."""
    Path("in").mkdir()
    Path("in/a.json").write_text(json.dumps(HARBOUR), encoding="utf-8")
    for _ in range(2):
        done = order("digest", "in", "-o", "in/out.pdf", "--report", "in/report.json")
        assert (done.exit_code, done.stdout) == (0, "in/out.pdf\n")
        assert len(told(Path("in/report.json"))) == 1


@pytest.mark.parametrize(
    "outputs", [("-o", "no/out.pdf"), ("-o", "a.pdf", "--report", "no/r.json")]
)
def test_that_there_is_no_folder_is_told_before_the_work(outputs: tuple[str, ...]) -> None:
    """And nothing is written anywhere."""
    written([HARBOUR])
    done = order("digest", "a.json", *outputs)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Make the folder no first." in done.stderr
    assert files() == {"a.json"}


def test_a_record_without_a_name_is_a_mistake() -> None:
    """A variable of the shell's that is not set is not this folder."""
    written([HARBOUR])
    done = order("digest", "", "-o", "out.pdf")
    assert done.exit_code == 2
    assert "has no name" in done.stderr


def test_what_is_printed_is_kept_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In the user's cache."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    written([HARBOUR, BRIDGE])
    assert order("digest", "a.json", "-o", "one.pdf", "--no-cache").exit_code == 0
    assert not cache.exists()
    assert order("digest", "a.json", "-o", "two.pdf").exit_code == 0
    assert [path for path in cache.rglob("*") if path.is_file()]
    assert Path("one.pdf").read_bytes() == Path("two.pdf").read_bytes()
