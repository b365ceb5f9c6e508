"""The counter: what is asked for on a command line, and what it answers."""

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from printkit.article import Article
from printkit.cli import main
from printkit.themes import themes
from tests.printing import CHECKOUT, PLAIN, SOCHI, letters, printed, record_in, run
from tests.test_pipeline import BROKEN, TEN, with_broken

HEAVY = ("weasyprint", "pydantic", "lxml", "PIL", "jinja2", "babel", "pypdf", "pypdfium2", "rich")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command runs in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def order(*arguments: str | Path, stdin: bytes = b"") -> Result:
    """Give a command line to the counter."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def written(record: Any, name: str = "a.json") -> Path:
    path = Path(name)
    path.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    return path


def files() -> set[str]:
    return {str(path) for path in Path().rglob("*") if path.is_file()}


def told(report: Path) -> list[dict[str, Any]]:
    accounts: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["records"]
    return accounts


def test_a_record_is_printed_to_the_file_that_was_named() -> None:
    """Its path on stdout; nothing on stderr."""
    done = order("export", written(PLAIN), "-o", "out.pdf")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "out.pdf\n", "")
    assert Path("out.pdf").read_bytes() == printed(PLAIN).pdf


def test_without_a_name_the_file_is_named_after_the_article() -> None:
    """In the folder that was given, which is made; else here."""
    written({**PLAIN, "date_published": "2019-09-13"})
    done = order("export", "a.json", "-d", "new/pdfs")
    assert done.stdout == "new/pdfs/2019-09-13-harbour-opens-after-forty-years.pdf\n"
    assert order("export", "a.json").stdout == "2019-09-13-harbour-opens-after-forty-years.pdf\n"


def test_dashes_are_standard_input_and_output() -> None:
    """A record in, a PDF out, and nothing else on stdout."""
    done = order("export", "-", "-o", "-", stdin=json.dumps(PLAIN).encode())
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout_bytes == printed(PLAIN).pdf
    assert not files()


def test_many_records_may_come_on_standard_input() -> None:
    """A line each; what is wrong with one is said by its line."""
    lines = "\n".join(map(json.dumps, with_broken(TEN)[3:6])).encode()
    done = order("export", "-", stdin=lines)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert "stdin:2" in done.stderr


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
@pytest.mark.parametrize("form", ["one a line", "one a file"])
def test_a_broken_record_among_ten_costs_no_other(form: str, jobs: int) -> None:
    """Nine PDFs, one named account, exit 1."""
    if form == "one a line":
        named = [written("\n".join(map(json.dumps, with_broken(TEN))), "ten.jsonl")]
        broken = "ten.jsonl:5"
    else:
        named = [written(record, f"{n}.json") for n, record in enumerate(with_broken(TEN))]
        broken = "4.json"
    done = order("export", *named, "-d", "out", "--jobs", str(jobs), "--report", "report.json")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == len(list(Path("out").glob("*.pdf"))) == 9
    assert done.stderr.startswith(f"failed: {broken}: ")
    assert done.stderr.count("failed") == 1
    statuses = [account["status"] for account in told(Path("report.json"))]
    assert statuses == ["ok"] * 4 + ["failed"] + ["ok"] * 5


def test_a_report_tells_what_became_of_each_record() -> None:
    """Its file, its pages, its sum; or what was wrong with it."""
    good, bad = written(PLAIN, "good.json"), written(BROKEN, "bad.json")
    order("export", good, bad, "missing.json", "--report", "report.json")
    first, second, third = told(Path("report.json"))
    assert (first["record"], first["status"], first["pages"]) == ("good.json", "ok", 1)
    assert first["sha256"] == sha256(Path(first["output"]).read_bytes()).hexdigest()
    assert (second["record"], second["status"], second["output"]) == ("bad.json", "failed", None)
    assert second["error"]["code"] == "PK110"
    assert (third["record"], third["status"]) == ("missing.json", "failed")


@pytest.mark.parametrize(
    ("record", "status"), [(BROKEN, "failed"), ({**PLAIN, "status": "withheld"}, "refused")]
)
def test_a_single_record_that_fails_is_reported_too(record: dict[str, Any], status: str) -> None:
    """With -o as with -d."""
    done = order("export", written(record), "-o", "out.pdf", "--report", "report.json")
    assert done.exit_code == 1
    (account,) = told(Path("report.json"))
    assert (account["record"], account["status"]) == ("a.json", status)
    assert files() == {"a.json", "report.json"}


def test_strict_makes_a_remark_a_failure() -> None:
    """No file is written, and every remark is told."""
    done = order("export", written({**PLAIN, "colour": "red"}), "--strict")
    assert done.exit_code == 1
    assert "PK201" in done.stderr
    assert "[PK180]" in done.stderr
    assert files() == {"a.json"}


def test_html_keeps_the_page_beside_the_pdf() -> None:
    """To look at it in a browser."""
    order("export", written(PLAIN), "-o", "out.pdf", "--html")
    html = Path("out.html").read_text(encoding="utf-8")
    assert "Harbour opens" in html
    assert html.startswith("<!doctype html>")


def test_choices_may_stand_in_a_file() -> None:
    """And an option on the command line counts for more."""
    config = written('[export]\npaper = "A5"\ntheme = "reader"\n', "printkit.toml")
    order("export", written(PLAIN), "-o", "out.pdf", "--config", config)
    assert Path("out.pdf").read_bytes() == printed(PLAIN, paper="A5", theme="reader").pdf
    order("export", "a.json", "-o", "out.pdf", "--config", config, "--theme", "broadsheet")
    assert Path("out.pdf").read_bytes() == printed(PLAIN, paper="A5").pdf


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('[export]\npapper = "A5"', "papper is no choice; did you mean paper?"),
        ('[export]\npaper = "A55"\nlinks = "no"', "paper is 'A55'"),
        ("[export]\npaper = 5", "paper is 5"),
        ('theme = "reader"', "theme: choices stand in the table [export]"),
        ('[exprot]\ntheme = "reader"', "exprot"),
        ("export = 5", "choices stand in the table [export]"),
        ("[export", "cannot be read"),
    ],
)
def test_a_wrong_file_of_choices_is_told(config: str, said: str) -> None:
    """By its name, and the nearest choice."""
    written(config, "printkit.toml")
    done = order("export", written(PLAIN), "-o", "out.pdf", "--config", "printkit.toml")
    assert done.exit_code == 1
    assert "printkit.toml" in done.stderr
    assert said in done.stderr
    assert "out.pdf" not in files()


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
    """It says where, what and what to do; exit 1; no PDF."""
    if content is not None:
        Path("a.json").write_bytes(content)
    done = order("export", "a.json", *where_to)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "a.json" in done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 1_000
    assert not [name for name in files() if name.endswith(".pdf")]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("missing/out.pdf", "Make the folder missing first"),
        ("a.json/out.pdf", "could not be written"),
        ("folder", "stands a folder"),
        ("link.pdf", "a symbolic link"),
    ],
)
def test_an_output_that_cannot_be_written_is_told(output: str, said: str) -> None:
    """And what stood there is untouched."""
    written(PLAIN)
    Path("folder").mkdir()
    Path("link.pdf").symlink_to("elsewhere.pdf")
    done = order("export", "a.json", "-o", output)
    assert done.exit_code == 1
    assert said in done.stderr
    assert f"{output}: " in done.stderr
    assert json.loads(Path("a.json").read_text()) == PLAIN
    assert files() == {"a.json"}


@pytest.mark.parametrize("where_to", [("-o", "out.pdf"), ("-d", "out")])
def test_an_unknown_theme_names_the_nearest(where_to: tuple[str, str]) -> None:
    """And writes nothing."""
    done = order("export", written(PLAIN), *where_to, "--theme", "raeder")
    assert done.exit_code == 1
    assert "raeder: there is no such theme" in done.stderr
    assert "Did you mean reader?" in done.stderr
    assert files() == {"a.json"}


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
        ("export", "a.json", "-o", ""),
        ("export", "a.json", "--jobs", "0"),
        ("export", "a.json", "--links", "all"),
        ("export", "a.json", "--config", "missing.toml"),
        ("exprot", "a.json"),
        ("export", "a.json", "--colour", "red"),
    ],
)
def test_a_wrong_command_line_exits_with_2(arguments: tuple[str, ...]) -> None:
    """Before anything is printed."""
    written(PLAIN)
    done = order(*arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr
    assert files() == {"a.json"}


def test_several_articles_are_not_put_into_one_file() -> None:
    """The error says where they can go."""
    done = order("export", written([PLAIN, PLAIN], "two.json"), "-o", "out.pdf")
    assert done.exit_code == 1
    assert "two.json: here are 2 articles, and one was asked for" in done.stderr
    assert "-d" in done.stderr
    assert files() == {"two.json"}


def test_a_picture_outside_the_folder_is_remarked_on() -> None:
    """The article prints all the same."""
    written({**PLAIN, "images": [{"src": "../../etc/passwd", "alt": "A"}]})
    done = order("export", "a.json", "-o", "out.pdf")
    assert done.exit_code == 0
    assert done.stderr.startswith("PK403 a.json: ../../etc/passwd: ")


def test_what_a_record_says_cannot_steer_the_terminal() -> None:
    """Escapes and direction marks are shown as what they are."""
    written({**PLAIN, "col\x1b[31mour\u202e": "red"})
    done = order("export", "a.json", "-o", "out.pdf")
    assert "PK201" in done.stderr
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


def test_a_printed_record_can_be_read_back() -> None:
    """The plain-text sample, field by field, out of its PDF."""
    order("export", SOCHI, "-o", "out.pdf")
    found = json.loads(order("inspect", "out.pdf", "--json").stdout)
    assert found["title"] == "Netanyahu, Putin Meet to Discuss Iran, Bilateral Relations"
    assert found["authors"] == ["Ilse Strauss"]
    assert found["publisher"] == "Bridges for Peace"
    assert found["claims"] == ["PDF/A-3A", "PDF/UA-1"]
    assert found["findings"] == []
    assert found["articles"] == [record_in(Path("out.pdf").read_bytes())]
    (article,) = found["articles"]
    assert article["images"][0]["credit"] == "Ruptly/YouTube/screenshot"
    body = letters(SOCHI.read_text(encoding="utf-8"))
    assert letters(article["body"]) in body


def test_records_can_be_taken_out_and_printed_again() -> None:
    """To the same bytes."""
    order("export", written(PLAIN), "-o", "out.pdf")
    done = order("inspect", "out.pdf", "--extract", "taken")
    assert done.stdout == "taken/article.json\n"
    order("export", "taken/article.json", "-o", "again.pdf")
    assert Path("again.pdf").read_bytes() == Path("out.pdf").read_bytes()


def test_what_is_no_pdf_cannot_be_inspected() -> None:
    """One clear error."""
    done = order("inspect", written(PLAIN))
    assert done.exit_code == 1
    assert "a.json: this is no PDF" in done.stderr


def test_a_check_prints_nothing() -> None:
    """It says what an export would say."""
    good, bad = written({**PLAIN, "colour": "red"}, "good.json"), written(BROKEN, "bad.json")
    assert order("check", good).exit_code == 0
    assert order("check", good, "--strict").exit_code == 1
    done = order("check", good, bad)
    assert done.exit_code == 1
    assert "PK201 good.json" in done.stderr
    assert "failed: bad.json" in done.stderr
    assert files() == {"good.json", "bad.json"}


def test_themes_and_schema_are_told() -> None:
    """One theme a line; the schema as JSON."""
    lines = order("themes").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [theme.name for theme in themes()]
    assert set(json.loads(order("schema").stdout)["properties"]) == set(Article.model_fields)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["export", "--help"], ["export"], ["themes"]]
)
def test_help_is_quick(arguments: list[str]) -> None:
    """No engine is imported before a command needs it."""
    program = (
        "import sys, atexit; from printkit.cli import main;"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr));"
        f"main({arguments!r})"
    )
    ran = run("-c", program)
    loaded = ran.stderr.decode().split()
    assert "printkit.cli" in loaded
    assert not set(HEAVY) & set(loaded)


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
def test_an_interrupt_exits_with_130() -> None:
    """Without a traceback, and nothing half written."""
    command = [sys.executable, "-m", "printkit", "export", "-", "-o", "out.pdf"]
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stderr=pipe, env=environment) as process:
        assert process.stdin
        # More than a pipe holds: once it is written, the record is being read.
        process.stdin.write(b" " * 1_000_000)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.decode().strip() == "interrupted"
    assert not files()


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
def test_an_interrupted_run_accounts_for_all_records() -> None:
    """What was printed is kept, and the rest is told as not run."""
    lines = written("\n".join(map(json.dumps, TEN * 5)), "fifty.jsonl")
    command = [sys.executable, "-m", "printkit", "export", lines, "-d", "out", "--report", "r.json"]
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment) as process:
        assert process.stdout
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    statuses = [account["status"] for account in told(Path("r.json"))]
    done = statuses.count("ok")
    assert 1 <= done < 50
    assert statuses == ["ok"] * done + ["not_run"] * (50 - done)
    # The interrupt may come between a file and its account, or its account and its path.
    assert len((first + rest).splitlines()) in (done, done - 1)
    assert len(list(Path("out").glob("*.pdf"))) in (done, done + 1)
