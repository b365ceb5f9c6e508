"""The whole line: records come in, accounts and PDFs come out, with the same bytes everywhere."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import printkit
from printkit import PrintkitError, export, read
from printkit.edition.limits import Limits
from printkit.errors import (
    EditionError,
    OutputError,
    PressError,
    RecordError,
    RefusedError,
    StrictError,
    ThemeError,
)
from printkit.inspect import inspect
from printkit.pipeline.digest import digest
from printkit.press.sample_article import SAMPLE
from printkit.report import Result
from tests.support.hostile_themes import write_hostile_theme
from tests.support.own_themes import write_theme
from tests.support.plain_weasyprint import draw_square
from tests.support.press_runs import ALL_OWN_PAGES, make_record
from tests.support.printed_articles import (
    keep_letters,
    print_article,
    read_aloud,
    read_attached_record,
    read_pages,
    run_python,
)
from tests.support.sample_records import ARABIC, BROKEN, HEBREW, PLAIN, RICH, SOCHI, TEN


@cache
def sochi() -> printkit.Result:
    """Return the sample article, printed."""
    return export(SOCHI)


def test_every_sentence_of_a_plain_text_is_printed_in_order() -> None:
    """The test looks for each sentence of the body behind the sentence before."""
    source = SOCHI.read_text(encoding="utf-8")
    body = source[source.index("Five days before") : source.index("Posted on")]
    printed_letters = keep_letters(read_aloud(sochi().pdf))
    at = 0
    for sentence in re.split(r"(?<=[.”])\s+", body.strip()):
        found = printed_letters.find(keep_letters(sentence), at)
        assert found >= at, sentence
        at = found + len(keep_letters(sentence))


def test_the_labelled_lines_of_a_plain_text_are_sorted() -> None:
    """Headline, date, byline, caption, dateline, source and credit each go to their field."""
    record: dict[str, Any] = sochi().article.to_record()
    assert record["headline"] == "Netanyahu, Putin Meet to Discuss Iran, Bilateral Relations"
    assert record["authors"] == [{"name": "Ilse Strauss"}]
    assert record["date_published"] == record["date_posted"] == "2019-09-13"
    assert record["dateline"] == "Friday, 13 September 2019"
    assert record["source"] == {"name": "Bridges for Peace", "date": "2019-09-13"}
    (image,) = record["images"]
    assert image["caption"].startswith("PM Netanyahu (left) with President Putin")
    assert image["credit"] == "Ruptly/YouTube/screenshot"
    assert read_attached_record(sochi().pdf) == record


@pytest.mark.parametrize(
    "words",
    [
        "Netanyahu, Putin Meet to Discuss Iran, Bilateral Relations",
        "By Ilse Strauss",
        "PM Netanyahu (left) with President Putin at their meeting in Sochi",
        "Ruptly/YouTube/screenshot",
        "Posted on September 13, 2019",
        "Source: Bridges for Peace, September 13, 2019",
        "Friday, 13 September 2019 | Five days before",
    ],
)
def test_the_labelled_lines_of_a_plain_text_are_printed(words: str) -> None:
    """Every field of the sample is on paper."""
    assert keep_letters(words).casefold() in keep_letters(read_aloud(sochi().pdf)).casefold()


def test_a_line_of_the_web_page_is_not_printed_but_told() -> None:
    """`Print Friendly, PDF & Email` was a button of the web page."""
    assert "Print Friendly" not in "".join(read_pages(sochi().pdf))
    told = [remark.message for remark in sochi().remarks if remark.code == "PK202"]
    assert len(told) == 1
    assert "Print Friendly, PDF & Email" in told[0]
    assert {remark.code for remark in sochi().remarks} == {"PK202", "PK207", "PK401"}


PRINT = """
import json, sys
from hashlib import sha256
import printkit
for record in json.load(sys.stdin):
    print(sha256(printkit.export(record).pdf).hexdigest())
"""


def sums(records: list[dict[str, Any]], **environment: Any) -> list[str]:
    """Return the checksums of the files that a fresh process prints."""
    ran = run_python("-c", PRINT, stdin=json.dumps(records).encode(), **environment)
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode().split()


@pytest.mark.slow
def test_the_same_record_is_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    """Hash seed, earlier prints and the fonts in the cache change no byte."""
    here = sha256(print_article().pdf).hexdigest()
    cold = {"XDG_CACHE_HOME": str(tmp_path), "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    # A face that only Arabic needs has this character, too; printkit must not take that face.
    circle = {**PLAIN, "body": "<p>A dotted circle: \u25cc.</p>"}
    first = sums([circle, RICH], PYTHONHASHSEED="1")
    after_others = sums([PLAIN, HEBREW, ARABIC, circle, RICH], PYTHONHASHSEED="2", **cold)
    assert first == after_others[-2:]
    assert first[-1] == here


@pytest.mark.slow
def test_a_warm_engine_prints_the_same_bytes() -> None:
    """The engine has printed articles in other scripts and themes before."""
    first = print_article().pdf
    for record in (PLAIN, HEBREW, ARABIC):
        export(record, trusted=True)
    export(PLAIN, theme="reader", paper="A5", trusted=True)
    assert export(RICH, trusted=True).pdf == first


@pytest.mark.slow
def test_threads_print_the_same_bytes() -> None:
    """Four threads print different articles; a remark on one article reaches no other."""

    def printed_here(record: dict[str, Any]) -> Result:
        return export(record, name="record", trusted=True)

    without_glyph = {**PLAIN, "body": "<p>A sign \ue123 here.</p>" * 20}
    records: list[dict[str, Any]] = [PLAIN, without_glyph, ARABIC, RICH] * 2
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(printed_here, records))
    for one, record in zip(made, records, strict=True):
        assert one.remarks == print_article(record).remarks
        assert one.pdf == print_article(record).pdf


@pytest.mark.parametrize(
    ("record", "kind", "told"),
    [
        ({"body": "b"}, RecordError, "headline is missing"),
        ({"headline": " ", "body": "b"}, RecordError, "headline"),
        ({"headline": "A"}, RecordError, "nothing to print"),
        ({"headline": "A", "body": "<script>x</script>"}, RecordError, "nothing printable"),
        ({**PLAIN, "body": "word " * 2_000_000}, RefusedError, "at most 2,000,000"),
        ({**PLAIN, "body": "<div>" * 1_000 + "x"}, RefusedError, "at most 100"),
        ({**PLAIN, "status": "withheld"}, RefusedError, "withheld"),
        ({**PLAIN, "embargoed_until": "2999-01-01T00:00:00Z"}, RefusedError, "embargoed until"),
        ({**PLAIN, "url": "ftp://example.org/"}, RecordError, "no web address"),
        ({**PLAIN, "url": object()}, RecordError, "text is wanted"),
        (b"", RecordError, "empty"),
        (b"{", RecordError, "JSON"),
        (b"%PDF-1.7 " + bytes(100), RecordError, "PDF"),
        (bytes(range(256)), RecordError, "binary"),
        (b"[" * 1_000 + b"]" * 1_000, RecordError, "nested deeper"),
        (b'{"a":' * 100_000, RecordError, "nested deeper"),
        (json.dumps([PLAIN, PLAIN]).encode(), RecordError, "2 articles, but one article is wanted"),
    ],
)
def test_what_cannot_be_printed_is_one_clear_error(
    tmp_path: Path, record: Any, kind: type[PrintkitError], told: str
) -> None:
    """The error names the record and the fault; no file is written."""
    with pytest.raises(kind, match=told) as caught:
        export(record, tmp_path / "a.pdf", name="the record")
    assert caught.value.where.startswith("the record")
    assert not list(tmp_path.iterdir())


def test_a_field_that_is_not_on_paper_is_told() -> None:
    """A dateline hides the place, for example; the attached record has the place."""
    made = export({**PLAIN, "dateline": "CÁDIZ", "location": "Seville"})
    assert [remark.code for remark in made.remarks] == ["PK607"]
    assert "location.name" in made.remarks[0].message
    assert read_attached_record(made.pdf)["location"] == {"name": "Seville"}


def test_an_embargo_can_be_lifted() -> None:
    """The choice `allow_embargoed` lifts the embargo."""
    record = {**PLAIN, "embargoed_until": "2999-01-01T00:00:00Z"}
    assert export(record, allow_embargoed=True).remarks == ()


def test_strict_makes_remarks_an_error(tmp_path: Path) -> None:
    """The error has all remarks, and no file is written."""
    record = {**PLAIN, "images": [{"src": "a.jpg", "alt": "A"}], "colour": "red"}
    with pytest.raises(StrictError) as caught:
        export(record, tmp_path / "a.pdf", strict=True)
    assert [problem[:5] for problem in caught.value.problems] == ["PK201", "PK403"]
    assert not list(tmp_path.iterdir())
    assert export(PLAIN, strict=True).remarks == ()


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A missing folder, a file for a folder, a folder for a file, a link: each is an error."""
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    for name in ("missing/a.pdf", "file/a.pdf", "folder", "link.pdf"):
        with pytest.raises(OutputError) as caught:
            export(PLAIN, tmp_path / name)
        assert caught.value.where == str(tmp_path / name)
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder", "link.pdf"}


def test_a_picture_outside_the_records_folder_is_lost_and_told(tmp_path: Path) -> None:
    """The article prints, with a ruled box and a remark."""
    (tmp_path / "secret.png").write_bytes(b"secret")
    folder = tmp_path / "records"
    folder.mkdir()
    pictures = [{"src": src, "alt": "A"} for src in ("../secret.png", "/etc/hostname")]
    (folder / "a.json").write_text(json.dumps({**PLAIN, "images": pictures}))
    made = export(folder / "a.json")
    # `/etc/hostname` begins at the top of the record's folder, and is not there.
    assert [remark.code for remark in made.remarks] == ["PK403", "PK401"]
    assert "secret.png" in read_aloud(made.pdf)


def test_a_fetch_of_ones_own_gives_the_pictures() -> None:
    """Such a function takes an address and returns bytes or None."""
    asked = []

    def fetch(url: str) -> bytes | None:
        asked.append(url)
        return None

    record = {**PLAIN, "images": [{"src": "https://example.org/a.png", "alt": "A"}]}
    assert [remark.code for remark in export(record, fetch=fetch).remarks] == ["PK401"]
    assert asked == ["https://example.org/a.png"]
    assert [remark.code for remark in export(record).remarks] == ["PK402"]


def test_a_result_is_written_where_it_says(tmp_path: Path) -> None:
    """The file holds the bytes of the result."""
    made = export(PLAIN, tmp_path / "a.pdf")
    assert made.path == tmp_path / "a.pdf"
    assert made.path.read_bytes() == made.pdf
    assert print_article(PLAIN).path is None


def test_a_digest_takes_any_records_and_accounts_for_each(tmp_path: Path) -> None:
    """Mappings, bytes, articles, paths and readings count; a file may hold many records."""
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(map(json.dumps, (TEN[0], BROKEN, TEN[1]))))
    records = [
        many,
        str(tmp_path / "missing.json"),
        json.dumps(TEN[2]).encode(),
        TEN[3],
        print_article(TEN[4]).article,
        *read(TEN[5], "by name"),
    ]
    made = digest(iter(records), title="Ships", without=ALL_OWN_PAGES)
    assert len(made.accounts) == 8
    assert {one.record: one.status for one in made.accounts} == {
        f"{many}:1": "ok",
        f"{many}:2": "failed",
        f"{many}:3": "ok",
        str(tmp_path / "missing.json"): "failed",
        "record 3": "ok",
        "record 4": "ok",
        "record 5": "ok",
        "by name": "ok",
    }
    assert (made.path, made.title) == (None, "Ships")


def test_a_digest_of_one_record_needs_no_list() -> None:
    """A single record is enough for `export_many`, too."""
    assert [one.status for one in digest(PLAIN, without=ALL_OWN_PAGES).accounts] == ["ok"]


def test_a_digest_is_written_where_it_says(tmp_path: Path) -> None:
    """The file holds the bytes of the digest; the report has their checksum."""
    made = digest(TEN[:2], tmp_path / "week.pdf", without=ALL_OWN_PAGES)
    assert made.path == tmp_path / "week.pdf"
    assert made.path.read_bytes() == made.pdf == digest(TEN[:2], without=ALL_OWN_PAGES).pdf
    told = json.loads(json.dumps(made.to_json()))
    assert told["digest"]["sha256"] == sha256(made.pdf).hexdigest()
    assert [one["page"] for one in told["records"]] == ["1", "2"]
    with pytest.raises(OutputError):
        digest(TEN[:2], tmp_path / "missing" / "week.pdf", without=ALL_OWN_PAGES)


def test_a_digest_refuses_wrong_choices_all_at_once() -> None:
    """One error names wrong choices of the edition and wrong choices of the plan."""
    wrong: dict[str, Any] = {"papr": "A5", "start": "flowing", "links": "none"}
    with pytest.raises(EditionError) as caught:
        digest(TEN, **wrong)
    told = " ".join(caught.value.problems)
    assert "did you mean paper?" in told
    assert "start is 'flowing'" in told
    assert "links is 'none'" in told
    with pytest.raises(ThemeError):
        digest(TEN, theme="broadshet")


def test_a_period_is_chosen_by_its_name_or_its_ends() -> None:
    """Articles outside the period are skipped, and have accounts."""
    dated = [{**ship, "date_published": f"2019-09-{n + 10}"} for n, ship in enumerate(TEN[:3])]
    for choices in (
        {"since": "2019-09-11", "until": "2019-09-11"},
        {"week": "2019-W37", "limit": 1},
    ):
        made = digest(dated, without=ALL_OWN_PAGES, **choices)
        assert sorted(one.status for one in made.accounts) == ["ok", "skipped", "skipped"]


def test_a_digest_asks_the_callers_own_function_for_pictures() -> None:
    """The caller's process calls the function, as the function may need the process's state."""
    asked = []

    def fetch(url: str) -> bytes | None:
        asked.append(url)
        return None

    pictures = [{"src": "https://example.org/a.png", "alt": "A"}]
    records = [{**PLAIN, "headline": f"Ship {n}", "images": pictures} for n in range(12)]
    made = digest(records, fetch=fetch, without=ALL_OWN_PAGES, start="flow")
    assert {one.status for one in made.accounts} == {"ok"}
    assert set(asked) == {"https://example.org/a.png"}


def test_remarks_on_a_flowing_section_name_the_record_and_the_page(tmp_path: Path) -> None:
    """Three articles begin on the first page; the faults are in the second and the third."""
    css = (
        ".body blockquote { display: none } .figure img { width: 60mm; max-width: none }"
        "pre { position: relative; left: 180mm }"
    )
    faults: dict[str, dict[str, Any]] = {
        "a": {},
        "b": {
            "body": "<p>It came in at noon.</p><blockquote><p>Rye bread.</p></blockquote>",
            "images": [{"src": draw_square(50), "alt": "A square"}],
            "dateline": "At sea",
            "location": {"name": "Ushant"},
        },
        "c": {"body": "<p>It came in at noon.</p>" * 60 + "<pre><code>\ue123 salt</code></pre>"},
    }
    records = [make_record(name, **fields) for name, fields in faults.items()]
    made = digest(
        records, start="flow", theme=write_theme(tmp_path, css), without=ALL_OWN_PAGES, cache=False
    )
    told = {
        account.record: [(one.code, one.record, one.page) for one in account.remarks]
        for account in made.accounts
    }
    assert {account.page for account in made.accounts} == {"1"}
    assert told == {
        "record 1": [],
        "record 2": [
            ("PK607", "record 2", 0),
            ("PK601", "record 2", 1),
            ("PK602", "record 2", 1),
        ],
        "record 3": [
            ("PK502", "record 3", 0),
            ("PK601", "record 3", 2),
            ("PK603", "record 3", 2),
        ],
    }


def test_a_remark_on_a_digest_names_the_page_as_it_is_numbered_on_paper(
    tmp_path: Path,
) -> None:
    """The reader of the remark holds the book: a cover and contents stand before the page."""
    square = {"src": draw_square(50), "alt": "A square", "caption": "A crate", "role": "gallery"}
    long = "<p>It came in at noon.</p>" * 120
    records = [make_record("a", body=long), make_record("b", body=long, images=[square])]
    theme = write_theme(tmp_path, ".figure img { width: 60mm; max-width: none }")
    made = digest(records, theme=theme, cache=False)
    (coarse,) = [one for account in made.accounts for one in account.remarks if one.code == "PK602"]
    (place,) = [n for n, text in enumerate(read_pages(made.pdf)) if "A crate" in text]
    assert inspect(made.pdf).page_labels[place] == str(coarse.page)
    assert place + 1 > coarse.page > int(made.accounts[1].page) > 1
    assert coarse.where == f"record 2: page {coarse.page}"


PAID = {
    "en": ("The harbour bank opens its doors", "The doors open at nine.", "Sponsored by:"),
    "de": ("Die Hafenbank öffnet", "Die Türen öffnen um neun.", "Gesponsert von:"),
    "he": ("הבנק בנמל נפתח", "הדלתות נפתחות בתשע.", "בחסות:"),
}


@pytest.mark.parametrize("language", PAID)
def test_who_paid_for_an_article_is_on_paper_and_in_the_record(language: str) -> None:
    """PDFs of articles and digests name the sponsor in the article's language."""
    headline, body, label = PAID[language]
    record = {
        "headline": headline,
        "body": f"<p>{body}</p>",
        "language": language,
        "sponsor": [{"name": "Harbour Bank", "url": "https://harbourbank.example/"}],
    }
    alone = export(record)
    bound = digest([record], title="The Week", language="en", jobs=1)
    line = keep_letters(f"{label} Harbour Bank (harbourbank.example)")
    assert [keep_letters(read_aloud(made.pdf)).count(line) for made in (alone, bound)] == [1, 1]
    assert [one for one in (*alone.remarks, *bound.remarks) if one.code == "PK607"] == []
    assert read_attached_record(alone.pdf)["sponsor"] == record["sponsor"]
    assert export(read_attached_record(alone.pdf)).pdf == alone.pdf


def test_the_schema_of_a_record_tells_who_may_have_paid() -> None:
    """A sponsor is a list, an object with a name and an address, or a bare name."""
    told = json.loads(run_python("-m", "printkit", "schema").stdout)
    sponsor = told["properties"]["sponsor"]
    assert sponsor["description"].startswith("who paid for the article")
    assert [one.get("type", "ref") for one in sponsor["anyOf"]] == ["array", "ref", "string"]
    assert set(told["$defs"]["Sponsor"]["anyOf"][0]["properties"]) == {"name", "url"}


@pytest.mark.slow
def test_a_lost_record_of_one_tries_the_theme(tmp_path: Path) -> None:
    """The record is killed after five seconds of processor time, and the sample after it."""
    theme = str(write_hostile_theme(tmp_path, "flex everywhere"))
    with pytest.raises(ThemeError, match=r"the theme .*ours\.css: no article can be printed"):
        export(SAMPLE, theme=theme, limits=Limits(processor_time=5))


@pytest.mark.slow
def test_a_record_that_is_too_much_for_its_limits_stays_guilty(tmp_path: Path) -> None:
    """The theme prints the sample."""
    theme = write_theme(tmp_path, "p { color: red }")
    long = {**PLAIN, "body": "<p>One and two.</p>" * 9_000}
    with pytest.raises(PressError, match="took more than 4 seconds of processor time") as caught:
        export(long, name="long", theme=theme, limits=Limits(processor_time=4))
    assert caught.value.where == "long"
