"""`printkit inspect`: lists the contents of a PDF, and takes its records out."""

import json
from pathlib import Path

from tests.support.command_line import run_command, write_record
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.printed_articles import keep_letters, read_attached_record
from tests.support.sample_records import PLAIN, SOCHI


def test_a_printed_record_can_be_read_back() -> None:
    """The fields of the plain-text sample come back from its PDF, field by field."""
    run_command("export", SOCHI, "-o", "out.pdf")
    found = json.loads(run_command("inspect", "out.pdf", "--json").stdout)
    assert found["title"] == "Netanyahu, Putin Meet to Discuss Iran, Bilateral Relations"
    assert found["authors"] == ["Ilse Strauss"]
    assert found["publisher"] == "Bridges for Peace"
    assert found["claims"] == ["PDF/A-3A", "PDF/UA-1"]
    assert found["findings"] == []
    assert found["articles"] == [read_attached_record(Path("out.pdf").read_bytes())]
    (article,) = found["articles"]
    assert article["images"][0]["credit"] == "Ruptly/YouTube/screenshot"
    body = keep_letters(SOCHI.read_text(encoding="utf-8"))
    assert keep_letters(article["body"]) in body


def test_records_can_be_taken_out_and_printed_again() -> None:
    """The second print has the same bytes as the first print."""
    run_command("export", write_record(PLAIN), "-o", "out.pdf")
    done = run_command("inspect", "out.pdf", "--extract", "taken")
    assert done.stdout == "taken/article.json\n"
    run_command("export", "taken/article.json", "-o", "again.pdf")
    assert Path("again.pdf").read_bytes() == Path("out.pdf").read_bytes()


def test_what_is_no_pdf_cannot_be_inspected() -> None:
    """The command ends with one clear error."""
    done = run_command("inspect", write_record(PLAIN))
    assert done.exit_code == 1
    assert "a.json: the file is no PDF" in done.stderr


def test_a_summary_is_for_a_person() -> None:
    """Each fact has a line; the names that a file gives cannot steer the terminal."""
    run_command("export", write_record(PLAIN), "-o", "out.pdf")
    told = run_command("inspect", "out.pdf").stdout
    assert f"title      {PLAIN['headline']}\n" in told
    assert "claims     PDF/A-3A, PDF/UA-1\n" in told
    assert "pages      1, A4 210 x 297 mm\n" in told
    assert f"article    {PLAIN['headline']}\n" in told
    assert "publisher" not in told
    pdf = make_numbered_pdf(1)
    pdf.attachments["a\x1b[2J.txt"] = b"attached"
    Path("odd.pdf").write_bytes(save_pdf(pdf))
    told = run_command("inspect", "odd.pdf").stdout
    assert "a\ufffd[2J.txt" in told
    assert "\x1b" not in told
