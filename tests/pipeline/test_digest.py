"""A digest: every caller and every cache gives the same bytes, with an account of each record."""

import json
import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pytest
from pypdf import PdfReader

from printkit.edition.limits import Limits
from printkit.errors import EditionError, EmptyIssueError, StrictError, ThemeError
from printkit.files.cache import CacheFolder
from printkit.pipeline.digest import digest
from printkit.press.sample_article import SAMPLE
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Digest
from tests.support import digest_readback
from tests.support.hostile_themes import write_hostile_theme
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.own_themes import write_theme
from tests.support.plain_weasyprint import print_plain as leaflet
from tests.support.press_runs import (
    ALL_OWN_PAGES,
    PRE,
    SITE,
    UNPRINTABLE_PRE,
    damage_entries,
    fetch_nothing,
    fetch_or_crash,
    make_linking_record,
    make_reading,
    make_record,
    remove_entries,
    replace_entries,
)
from tests.support.printed_articles import (
    keep_letters,
    read_aloud,
    read_pages,
    read_xmp_values,
    run_python,
)
from tests.support.quick_cases import mark_slow
from tests.support.sample_records import ARABIC, HEBREW

ISSUE = [
    make_linking_record("a", "b", "a", section="World"),
    make_linking_record("b", "a", section="World", language=None),
    make_record(
        "c", section="Table", body="<p>Nobody could say who had thought of it first.</p>" * 60
    ),
    HEBREW,
]
UNREADABLE = b'{"headline": "Half a rec'
CLAIM = "{http://www.aiim.org/pdfua/ns/id/}part"
printed = partial(digest, title="The Week", language="en")


def statuses(made: Digest) -> dict[str, str]:
    """Return the status of each record."""
    return {one.record: one.status for one in made.accounts}


def entries(cache: Path) -> list[str]:
    """Return the names of cache entries, without fonts."""
    return sorted(path.name for path in cache.iterdir() if not path.name.startswith("face-"))


@pytest.fixture(scope="module")
def whole() -> Digest:
    """Return the issue of this file, printed with the cache of all tests."""
    made = printed(ISSUE, jobs=1)
    assert made.remarks == ()
    return made


def test_the_issue_is_whole(whole: Digest) -> None:
    """Each record is on the page of its account; the title and the claims are right."""
    assert [one.status for one in whole.accounts] == ["ok"] * 4
    assert sorted(one.record for one in whole.accounts) == [f"record {n}" for n in (1, 2, 3, 4)]
    assert len(read_pages(whole.pdf)) == whole.page_count
    assert read_xmp_values(whole.pdf, CLAIM) == ["1"]


# Each of the next functions gives an executor, or a number of jobs without an executor.
@contextmanager
def two_workers() -> Iterator[dict[str, Any]]:
    """Print with two workers of printkit."""
    yield {"jobs": 2}


@contextmanager
def threads() -> Iterator[dict[str, Any]]:
    """Print in three threads of an executor."""
    with ThreadPoolExecutor(3) as executor:
        yield {"executor": executor}


@contextmanager
def processes() -> Iterator[dict[str, Any]]:
    """Print in two processes of an executor."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        yield {"executor": executor}


@pytest.mark.parametrize(
    "workers", [two_workers, threads, pytest.param(processes, marks=pytest.mark.slow)]
)
def test_the_bytes_do_not_depend_on_who_prints(
    whole: Digest, cold_cache: Path, workers: Callable[[], Any]
) -> None:
    """The accounts are equal, too; the cache keeps all pages for the next run."""
    with workers() as who:
        made = printed(ISSUE, **who)
    assert (made.pdf == whole.pdf, made) == (True, whole)
    # Articles that refer to each other are printed twice.
    assert Counter(name.split("-")[0] for name in entries(cold_cache))["run"] == 4 + 2


def test_the_bytes_do_not_depend_on_the_cache(whole: Digest, cold_cache: Path) -> None:
    """The cache is cold, warm, or lacks the whole digest."""
    assert printed(ISSUE, jobs=1) == whole
    assert printed(ISSUE, jobs=1) == whole
    assert remove_entries(CacheFolder(cold_cache), "digest") == 1
    assert printed(ISSUE, jobs=1) == whole


@pytest.mark.slow
def test_without_cache_nothing_is_left_behind(
    whole: Digest, cold_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The user's cache and the folder of temporary files stay empty; all work is done here."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert printed(ISSUE, cache=False, trusted=True) == whole
    assert entries(cold_cache) == []
    # WeasyPrint's fonts have a folder as long as this process lives.
    assert not [one for one in tmp_path.iterdir() if not one.name.startswith("weasyprint-")]


SMALL = ISSUE[:2]


@pytest.fixture(scope="module")
def small() -> Digest:
    """Return a digest of few records, printed."""
    return printed(SMALL, without=ALL_OWN_PAGES)


@pytest.mark.parametrize(
    ("harm", "kind"),
    mark_slow(
        [
            (remove_entries, "font"),
            (damage_entries, "font"),
            (remove_entries, "pages"),
            (damage_entries, "run"),
            (replace_entries, "asked"),
            (replace_entries, "digest"),
        ],
        but={(remove_entries, "font"), (damage_entries, "run"), (replace_entries, "digest")},
    ),
)
def test_half_a_cache_prints_again_and_the_same(
    small: Digest, cold_cache: Path, harm: Callable[[CacheFolder, str], int], kind: str
) -> None:
    """Some entries are removed, damaged, or of another shape."""
    store = CacheFolder(cold_cache)
    printed(SMALL, without=ALL_OWN_PAGES)
    assert harm(store, kind)
    if kind != "digest":
        remove_entries(store, "digest")
    assert printed(SMALL, without=ALL_OWN_PAGES) == small
    assert printed(SMALL, without=ALL_OWN_PAGES) == small


def test_a_cache_that_cannot_be_written_is_none(
    small: Digest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without a writable cache prints as well."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert printed(SMALL, without=ALL_OWN_PAGES) == small


BUILD = """
import json, sys
from hashlib import sha256
from printkit.edition.limits import Limits
from printkit.pipeline.digest import digest
made = digest(json.load(sys.stdin), title="The Week", language="en", jobs=1)
print(sha256(made.pdf).hexdigest(), len(made.accounts))
"""


@pytest.mark.slow
def test_two_processes_share_a_cache(whole: Digest, cold_cache: Path) -> None:
    """Both start with an empty cache, and have other hash seeds, clocks and languages."""
    environments = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C"},
    ]
    with ThreadPoolExecutor(2) as both:
        stdin = json.dumps(ISSUE).encode()
        ran = list(
            both.map(lambda more: run_python("-c", BUILD, stdin=stdin, **more), environments)
        )
    assert [one.returncode for one in ran] == [0, 0], ran
    wanted = f"{sha256(whole.pdf).hexdigest()} 4"
    assert [one.stdout.decode().strip() for one in ran] == [wanted, wanted]
    assert not [name for name in entries(cold_cache) if name.endswith(".draft")]


def test_what_changed_is_printed_and_nothing_else(cold_cache: Path, tmp_path: Path) -> None:
    """A new record or new bytes of a picture count; a record that was only moved does not."""
    (tmp_path / "quay.png").write_bytes(encode_picture(draw_scene(300, 200)))
    pictured = {"images": [{"src": "quay.png", "alt": "A quay"}]}

    def built(*readings: Reading) -> tuple[bytes, int]:
        before = set(entries(cold_cache))
        made = printed(list(readings), without=ALL_OWN_PAGES)
        assert [one.record for one in made.accounts] == [one.where for one in readings]
        new = [one for one in set(entries(cold_cache)) - before if one.startswith("run-")]
        return made.pdf, len(new)

    first, second = make_reading("a", tmp_path, **pictured), make_reading("b")
    pdf, new = built(first, second)
    assert new == 2
    (tmp_path / "moved").mkdir()
    (tmp_path / "moved" / "quay.png").write_bytes((tmp_path / "quay.png").read_bytes())
    moved = first._replace(where="moved/a.json", folder=tmp_path / "moved")
    assert built(moved, second) == (pdf, 0)
    changed = make_reading("b", body="<p>By noon there were ten.</p>")
    other, new = built(first, changed)
    assert (other != pdf, new) == (True, 1)
    (tmp_path / "quay.png").write_bytes(encode_picture(draw_scene(280, 220)))
    assert built(first, second)[0] not in (pdf, other)
    (tmp_path / "quay.png").unlink()
    lost = printed([first, second], without=ALL_OWN_PAGES)
    assert [[one.code for one in account.remarks] for account in lost.accounts] == [["PK401"], []]


@pytest.mark.usefixtures("cold_cache")
def test_what_reading_noticed_is_told_as_it_is_now() -> None:
    """The pages are the same, but the file now has a better encoding."""
    found, guessed = make_reading("a"), Remark("PK203", "guessed", "a")
    first = printed([found._replace(remarks=(guessed,))], without=ALL_OWN_PAGES)
    again = printed([found], without=ALL_OWN_PAGES)
    assert first.pdf == again.pdf
    assert [one.accounts[0].remarks for one in (first, again)] == [(guessed,), ()]


@pytest.mark.slow
@pytest.mark.usefixtures("cold_cache")
def test_another_theme_under_the_same_name_is_noticed(tmp_path: Path) -> None:
    """The author of a theme changes the file, and starts printkit again."""
    theme = write_theme(tmp_path, "")
    code = BUILD.replace("jobs=1", f"jobs=1, theme={theme!r}, without={ALL_OWN_PAGES!r}")
    stdin = json.dumps(SMALL).encode()
    sums = [run_python("-c", code, stdin=stdin).stdout]
    write_theme(tmp_path, ".headline { letter-spacing: 1pt }")
    sums.append(run_python("-c", code, stdin=stdin).stdout)
    assert all(sums)
    assert len(set(sums)) == 2


@pytest.mark.parametrize("start", mark_slow(["page", "flow"], but={"page"}))
@pytest.mark.usefixtures("cold_cache")
def test_a_bad_record_spoils_no_other(tmp_path: Path, start: Literal["page", "flow"]) -> None:
    """Paper, contents and accounts tell of unreadable, refused and unprintable records.

    No word of a refused record is on paper.
    """
    theme = write_theme(tmp_path, UNPRINTABLE_PRE)
    records: Sequence[Any] = [
        make_linking_record("a", "listing", section="World"),
        UNREADABLE,
        make_record("secret", headline="A secret of state", status="withheld", section="World"),
        make_record("later", headline="Not yet to be told", embargoed_until="2999-01-01T00:00:00Z"),
        make_linking_record("listing", section="World") | {"body": PRE},
        make_record("copy", section="World"),
        make_record("copy", section="World"),
    ]
    made = printed(records, theme=theme, start=start)
    assert statuses(made) == {
        "record 1": "ok",
        "record 2": "failed",
        "record 3": "refused",
        "record 4": "refused",
        "record 5": "failed",
        "record 6": "ok",
        "record 7": "duplicate",
    }
    assert len(made.accounts) == 7
    text = [keep_letters(page) for page in read_pages(made.pdf)]
    everything = "".join(text)
    assert "secret" not in everything.casefold()
    assert "Notyet" not in everything
    assert "secret" not in json.dumps(digest_readback.read_outline(made.pdf))
    at = {one.record: int(one.page) for one in made.accounts if one.page}
    assert at.keys() == {"record 1", "record 2", "record 5", "record 6"}
    (contents,) = (one for one in text if "Inthisissue" in one)
    for record, title in (("record 5", "Shiplistingcomesin"), ("record 2", "record2")):
        assert f"{title}{at[record]}" in contents
        stub = text[at[record] + 1]
        assert title in stub
        assert "couldnotbeprinted" in stub
    again = printed(records, theme=theme, start=start)
    assert (again.pdf, statuses(again)) == (made.pdf, statuses(made))


@pytest.mark.parametrize("start", mark_slow(["page", "flow"], but={"page"}))
@pytest.mark.usefixtures("cold_cache")
def test_a_process_that_dies_takes_its_article_alone(start: Literal["page", "flow"]) -> None:
    """Other articles that the same process prints come out whole."""
    records = [
        make_record("a"),
        make_record("dying", images=[{"src": f"{SITE}/dying.png", "alt": "A"}]),
        make_record("c", images=[{"src": f"{SITE}/c.png", "alt": "A"}]),
    ]
    made = printed(records, fetch=fetch_or_crash, without=ALL_OWN_PAGES, start=start)
    assert statuses(made) == {"record 1": "ok", "record 2": "crashed", "record 3": "ok"}
    (error,) = (one.error for one in made.accounts if one.error)
    assert str(error).startswith("record 2: the process that did the work died (signal 9)")
    assert "couldnotbeprinted" in keep_letters(read_aloud(made.pdf))
    assert statuses(printed(records, fetch=fetch_nothing, without=ALL_OWN_PAGES)) == dict.fromkeys(
        statuses(made), "ok"
    )


@pytest.mark.slow
@pytest.mark.usefixtures("cold_cache")
def test_one_that_takes_too_long_is_stopped() -> None:
    """The article has a stub, like any missing article."""
    body = "".join(f'<p><a href="https://a.org/{n}">Ship {n}</a></p>' for n in range(4_900))
    records = [make_record("a"), make_record("endless", body=body)]
    made = printed(records, limits=Limits(processor_time=4), without=ALL_OWN_PAGES)
    assert statuses(made) == {"record 1": "ok", "record 2": "timeout"}
    assert "tookmorethan4seconds" in keep_letters(read_aloud(made.pdf))


def test_pictures_of_the_network_are_asked_for_each_time(cold_cache: Path) -> None:
    """The digest is not kept as a whole, but bound anew from kept pages."""
    records = [make_record("a", images=[{"src": f"{SITE}/a.png", "alt": "A"}])]
    first = printed(records, fetch=fetch_nothing, without=ALL_OWN_PAGES)
    assert [one.code for one in first.accounts[0].remarks] == ["PK401"]
    assert not list(cold_cache.glob("digest-*"))
    assert printed(records, fetch=fetch_nothing, without=ALL_OWN_PAGES) == first


def test_references_are_right_and_lead_there(whole: Digest) -> None:
    """Paper says `page N`, the link leads to page N; a link to itself leads to the web."""
    at = {one.record: int(one.page) for one in whole.accounts}
    first, second = at["record 1"], at["record 2"]
    text = read_pages(whole.pdf)
    assert f"page {second}" in text[first + 1]
    assert f"page {first}" in text[second + 1]
    prefix = {name: sha256(name.encode()).hexdigest()[:10] for name in "ab"}
    marks = [f"a{prefix['a']}", f"a{prefix['b']}"]
    found = digest_readback.read_links(whole.pdf, marks)
    assert (marks[0], f"page 1 of {marks[1]}") in found
    assert (marks[1], f"page 1 of {marks[0]}") in found
    assert (marks[0], f"{SITE}/a") in found
    assert (marks[0], f"{SITE}/b") not in found


def test_an_issue_without_articles_is_an_error_with_accounts() -> None:
    """The error counts the records of each kind, and gives the reasons."""
    records: list[Any] = [
        make_record("a", status="withheld"),
        UNREADABLE,
        make_record("b", section="Table"),
    ]
    with pytest.raises(EmptyIssueError, match="1 refused, 1 skipped; 1 unreadable") as caught:
        printed(records, only_sections=["World"])
    assert len(caught.value.accounts) == 3
    with pytest.raises(EmptyIssueError, match="no records came in"):
        printed([])


@pytest.mark.usefixtures("cold_cache")
def test_one_article_is_a_digest() -> None:
    """A digest of one stub is a digest, too."""
    assert statuses(printed([make_record("a")])) == {"record 1": "ok"}


def test_only_stubs_are_a_digest(cold_cache: Path, tmp_path: Path) -> None:
    """The digest names the missing article, and can be read aloud."""
    made = printed([make_record("a", body=PRE)], theme=write_theme(tmp_path, UNPRINTABLE_PRE))
    assert statuses(made) == {"record 1": "failed"}
    assert "couldnotbeprinted" in keep_letters(read_aloud(made.pdf))
    assert not list(cold_cache.glob("digest-*"))


def test_articles_of_one_id_are_both_there() -> None:
    """The two articles get different ids in the digest."""
    twins = [
        make_record("a", url=f"{SITE}/1", body="<p>Salt came in.</p>"),
        make_record("a", url=f"{SITE}/2"),
    ]
    made = printed(twins, without=ALL_OWN_PAGES)
    assert [one.status for one in made.accounts] == ["ok", "ok"]
    assert "Saltcamein" in keep_letters(read_aloud(made.pdf))
    assert "thefirstship" in keep_letters(read_aloud(made.pdf)).casefold()


@pytest.mark.parametrize(
    ("language", "record"), [("he", HEBREW), ("ar", ARABIC), (None, make_record("a"))]
)
@pytest.mark.usefixtures("cold_cache")
def test_an_issue_in_any_language_or_none(language: str | None, record: dict[str, Any]) -> None:
    """An issue from right to left has no remark, either; the file names its language.

    If neither the issue nor any article names a language, the language of the words counts.
    """
    made = digest([record], language=language, note="Forty years.", jobs=1)
    assert made.remarks == ()
    assert made.accounts[0].remarks == ()
    reader = PdfReader(BytesIO(made.pdf))
    assert str(reader.root_object["/Lang"]) == (language or "en")
    assert made.title


@pytest.mark.usefixtures("cold_cache")
def test_an_issue_speaks_the_language_of_most() -> None:
    """Dates, heads and the file use the language; the metadata name all languages."""
    german = {"headline": "Der Hafen", "language": "de", "body": "<p>Nach elf Monaten.</p>"}
    records = [german, {**german, "headline": "Die Fähre"}, {**make_record("a"), "language": "en"}]
    made = digest(records, jobs=1)
    reader = PdfReader(BytesIO(made.pdf))
    assert str(reader.root_object["/Lang"]) == "de"
    assert reader.xmp_metadata
    assert reader.xmp_metadata.dc_language == ["de", "en"]
    assert "IndieserAusgabe" in keep_letters(read_aloud(made.pdf))


@pytest.mark.usefixtures("cold_cache")
def test_an_issue_may_mix_directions() -> None:
    """Preflight finds all words on paper, in any reading order of their page."""
    assert digest([HEBREW, make_record("b")], language="he", jobs=1).remarks == ()


@pytest.mark.parametrize("workers", [{"jobs": 2}, {"executor": ProcessPoolExecutor(1)}])
def test_a_function_that_cannot_travel_is_refused(workers: dict[str, Any]) -> None:
    """The error comes before any print; without workers, every function will do."""
    with pytest.raises(EditionError, match="cannot be sent to another process"):
        digest([make_record("a")], fetch=lambda _: None, cache=False, **workers)
    assert digest(
        [make_record("a")], fetch=lambda _: None, cache=False, without=ALL_OWN_PAGES
    ).accounts


def test_strict_makes_remarks_an_error(tmp_path: Path) -> None:
    """The remarks are on articles or on the digest's own pages; no file is written."""
    record = make_record("a", colour="red")
    with pytest.raises(StrictError, match="PK201"):
        printed([record], tmp_path / "a.pdf", strict=True, without=ALL_OWN_PAGES)
    (tmp_path / "leaflet.pdf").write_bytes(leaflet("<p>Buy.</p>", pdf_variant=None))
    leaflets: dict[str, Any] = {"append": [str(tmp_path / "leaflet.pdf")]}
    with pytest.raises(StrictError, match="PK712"):
        printed(
            [make_record("a")], tmp_path / "a.pdf", strict=True, without=ALL_OWN_PAGES, **leaflets
        )
    assert not (tmp_path / "a.pdf").exists()
    assert printed([make_record("a")], strict=True, without=ALL_OWN_PAGES).remarks == ()


@pytest.mark.usefixtures("cold_cache")
def test_pdfs_of_others_are_bound_in(tmp_path: Path) -> None:
    """The contents list such PDFs; a remark says that the digest claims no standard."""
    tagged, untagged = tmp_path / "supplement.pdf", tmp_path / "leaflet.pdf"
    tagged.write_bytes(leaflet("<h1>Supplement</h1>"))
    untagged.write_bytes(leaflet("<p>Buy now</p>", pdf_variant=None))
    one = printed([make_record("a")], prepend=[str(tagged)])
    assert [remark.code for remark in one.remarks] == ["PK716"]
    assert read_xmp_values(one.pdf, CLAIM) == []
    both = printed([make_record("a")], prepend=[str(tagged)], append=[str(untagged)])
    assert [remark.code for remark in both.remarks] == ["PK716", "PK712"]
    assert read_xmp_values(both.pdf, CLAIM) == []
    text = [keep_letters(page) for page in read_pages(both.pdf)]
    assert "Supplement" in text[1]
    assert "Buynow" in text[4]
    assert "Harbournewsii" in text[2]
    assert "Harbournews2" in text[2]
    assert printed([make_record("a")], prepend=[str(tagged)], append=[str(untagged)]) == both
    untagged.write_bytes(leaflet("<p>Buy later</p>", pdf_variant=None))
    changed = printed([make_record("a")], prepend=[str(tagged)], append=[str(untagged)])
    assert "Buylater" in keep_letters(read_pages(changed.pdf)[4])


def test_a_wrong_number_of_jobs_is_told() -> None:
    """The error comes before a page is printed."""
    with pytest.raises(EditionError, match="jobs is 0"):
        printed(ISSUE, jobs=0)


@pytest.mark.slow
def test_a_digest_names_the_theme(tmp_path: Path) -> None:
    """Two records are lost, each in four seconds of processor time; no stubs are bound."""
    theme = str(write_hostile_theme(tmp_path, "flex everywhere"))
    records = [SAMPLE.model_copy(update={"headline": f"Ship {n}"}) for n in range(3)]
    with pytest.raises(ThemeError, match=r"the theme .*ours\.css: no article can be printed"):
        digest(records, theme=theme, limits=Limits(processor_time=4), cache=False)
