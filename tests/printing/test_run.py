"""One press run: its pages depend on its key alone, and one failure costs one article."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.errors import PressError, RefusedError
from printkit.files.cache import CacheFolder
from printkit.issue.canonical_urls import canonical_address
from printkit.markup.cross_references import CrossReference
from printkit.pages import Pages, PrintedText
from printkit.press.fingerprint import fingerprint
from printkit.press.theme_trial import Suspicion
from printkit.printing import kept, keys, run
from printkit.printing.jobs import ArticleTask, PressJob
from printkit.printing.printer import Printer
from printkit.remarks import Remark
from printkit.themes import find_theme
from printkit.workers.losses import time_error
from printkit.workers.tasks import Workers
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.own_themes import write_theme
from tests.support.press_runs import (
    PRE,
    SITE,
    UNPRINTABLE_PRE,
    damage_entries,
    fetch_nothing,
    make_press_job,
    make_reading,
    plan_section,
    remove_entries,
    replace_entries,
)
from tests.support.printed_articles import keep_letters, read_aloud, read_link_addresses

PRINT = fingerprint(find_theme("broadsheet"))


def expected(task: ArticleTask, cache: CacheFolder) -> str:
    """Return the key under which the articles of a task are kept."""
    workers = Workers()
    printer = Printer(workers, cache, PRINT, Suspicion(task.ticket.edition, workers))
    return printer.keys([task])[0]


def crossing(name: str, anchor: str, page: str) -> dict[str, CrossReference]:
    """Return a cross-reference to an article."""
    return {canonical_address(f"{SITE}/{name}"): CrossReference(anchor, page)}


def to(name: str) -> str:
    """Return a paragraph with a link to another article."""
    return f'<p>See <a href="{SITE}/{name}">there</a>.</p>'


def only(**fields: Any) -> ArticleTask:
    """Return the one task of an article."""
    (task,) = plan_section(make_reading("a", **fields))
    return task


def test_a_run_is_printed_once_and_found_again(tmp_path: Path) -> None:
    """The key of the run is known without copy-editing."""
    store, task = CacheFolder(tmp_path), only(body=to("b") + "<p>\ue123</p>")
    assert expected(task, store) == ""
    first = run.print_articles(task, PRINT, tmp_path)
    assert first.pages
    assert first.failures == {}
    assert first.links == ((f"{SITE}/b",),)
    assert first.entries[0].anchor == task.prefixes[0]
    assert [one.code for one in first.remarks[0]] == ["PK502"]
    key = expected(task, store)
    assert kept.find_run(key, store) == first
    assert kept.find_run("", store) is None
    assert run.print_articles(task, PRINT, tmp_path) == first


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (harm, kind)
        for harm in (remove_entries, damage_entries, replace_entries)
        for kind in ("run", "asked")
    ]
    + [(remove_entries, "font")],
)
def test_half_a_cache_prints_again_and_the_same(tmp_path: Path, kind: str, harm: Any) -> None:
    """Entries of the cache may be removed, damaged, or of another shape."""
    store, task = CacheFolder(tmp_path), only()
    first = run.print_articles(task, PRINT, tmp_path)
    assert harm(store, kind)
    key = expected(task, store)
    assert key == "" or kept.find_run(key, store) in (None, first)
    assert run.print_articles(task, PRINT, tmp_path) == first


def test_another_picture_under_the_same_name_is_noticed(tmp_path: Path) -> None:
    """A picture that was missing before is noticed, too."""
    store, folder = CacheFolder(tmp_path / "cache"), tmp_path / "records"
    folder.mkdir()
    picture = folder / "a.png"
    (task,) = plan_section(make_reading("a", folder, images=[{"src": "a.png", "alt": "A"}]))
    keys = []
    for data in (
        None,
        encode_picture(draw_scene()),
        encode_picture(draw_scene(280, 200)),
        b"no picture",
    ):
        if data:
            picture.write_bytes(data)
        assert kept.find_run(expected(task, store), store) is None
        assert run.print_articles(task, PRINT, store.folder).pages
        keys.append(expected(task, store))
        assert kept.find_run(keys[-1], store)
    assert len(set(keys)) == 4


def test_a_twin_that_changes_is_noticed(tmp_path: Path) -> None:
    """The twin is not printed, but its bytes make it a twin."""
    store, folder = CacheFolder(tmp_path / "cache"), tmp_path / "records"
    folder.mkdir()
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(encode_picture(draw_scene()))
    body = "<p>One.</p><p><img src=a.png alt=A></p><p><img src=b.png alt=A></p>"
    (task,) = plan_section(make_reading("a", folder, body=body))
    once = run.print_articles(task, PRINT, store.folder)
    assert kept.find_run(expected(task, store), store) == once
    (folder / "b.png").write_bytes(encode_picture(draw_scene(280, 200)))
    assert kept.find_run(expected(task, store), store) is None
    both = run.print_articles(task, PRINT, store.folder)
    assert [len(one.entries[0].pictures) for one in (once, both)] == [1, 2]


def test_pictures_of_the_network_are_asked_for_each_time_and_once(tmp_path: Path) -> None:
    """The bytes of the pictures decide whether the kept pages are still right."""
    asked: list[str] = []
    pictures = {f"{SITE}/a.png": encode_picture(draw_scene())}

    def fetch(url: str) -> bytes | None:
        asked.append(url)
        return pictures.get(url)

    found = make_reading("a", images=[{"src": f"{SITE}/a.png", "alt": "A"}])
    (task,) = plan_section(found, ticket=JobTicket(fetch=fetch))
    first = run.print_articles(task, PRINT, tmp_path)
    assert asked == [f"{SITE}/a.png"]
    assert expected(task, CacheFolder(tmp_path)) == ""
    assert run.print_articles(task, PRINT, tmp_path) == first
    pictures.clear()
    lost = run.print_articles(task, PRINT, tmp_path)
    assert lost.pages
    assert lost != first
    assert [one.code for one in lost.remarks[0]] == ["PK401"]
    assert asked == [f"{SITE}/a.png"] * 3


def test_what_must_not_be_printed_is_accounted_for(tmp_path: Path) -> None:
    """The account has status and name; the cache keeps nothing."""
    (task,) = plan_section(make_reading("killed", status="canceled"))
    outcome = run.print_articles(task, PRINT, tmp_path)
    assert outcome.pages is None
    (account,) = outcome.failures.values()
    assert (account.record, account.status) == ("killed", "refused")
    assert isinstance(account.error, RefusedError)
    assert account.error.where == "killed"
    assert expected(task, CacheFolder(tmp_path)) == ""


def test_one_that_the_press_cannot_print_spoils_no_other(tmp_path: Path) -> None:
    """The other articles of a flowing section are printed; the next run tries the failure again."""
    ticket = JobTicket(Edition(theme=write_theme(tmp_path, UNPRINTABLE_PRE)))
    found = [
        make_reading("a"),
        make_reading("listing", body=PRE),
        make_reading("killed", status="canceled"),
        make_reading("c"),
    ]
    (task,) = plan_section(*found, ticket=ticket, start="flow")
    outcome = run.print_articles(task, PRINT, tmp_path / "cache")
    assert outcome.pages
    assert [entry.anchor for entry in outcome.entries] == [task.prefixes[0], task.prefixes[3]]
    assert {place: one.status for place, one in outcome.failures.items()} == {
        1: "failed",
        2: "refused",
    }
    assert isinstance(outcome.failures[1].error, PressError)
    assert outcome.failures[1].error.where == "listing: ours.css:2"
    assert "Shipaccomesin" not in keep_letters(read_aloud(outcome.pages.pdf))
    assert expected(task, CacheFolder(tmp_path / "cache")) == ""
    (alone,) = plan_section(found[1], ticket=ticket)
    assert run.print_articles(alone, PRINT, tmp_path / "cache").pages is None


def test_a_reference_says_the_page_and_leads_there(tmp_path: Path) -> None:
    """Every spelling of an address counts; a link of an article to itself is no reference."""
    body = to("b") + to("b/?utm_source=x") + to("a") + to("c")
    (task,) = plan_section(make_reading("a", url=f"{SITE}/a", body=body))
    crossings = crossing("b", "a77", "12") | crossing("a", "a1", "1")
    outcome = run.print_articles(replace(task, references=crossings), PRINT, tmp_path)
    assert outcome.pages
    words = read_aloud(outcome.pages.pdf)
    assert words.count("page 12") == 2
    assert "page 1\n" not in words.replace("page 12", "")
    found = read_link_addresses(outcome.pages.pdf)
    assert found.count("printkit:a77") == 4
    assert f"{SITE}/b" not in found
    assert {f"{SITE}/a", f"{SITE}/c"} < set(found)


def test_what_a_text_says_of_a_link_stays_as_it_is(tmp_path: Path) -> None:
    """Code that shows an address is no link; a link with more attributes is a link."""
    shown = f'&lt;a href="{SITE}/b"&gt;'
    link = f'<a title="B" href="{SITE}/b" lang="en">salt</a>'
    (task,) = plan_section(
        make_reading("a", body=f"<pre><code>{shown}</code></pre><p>{shown} {link}.</p>")
    )
    outcome = run.print_articles(
        replace(task, references=crossing("b", "a77", "12")), PRINT, tmp_path
    )
    assert outcome.pages
    words = keep_letters(read_aloud(outcome.pages.pdf))
    assert words.count(keep_letters(f'<a href="{SITE}/b">')) == 2
    assert "printkit" not in words
    assert set(read_link_addresses(outcome.pages.pdf)) == {"printkit:a77"}
    assert outcome.remarks == ((),)


def test_an_address_with_signs_of_its_own_is_led_to(tmp_path: Path) -> None:
    """HTML may escape these signs in several ways."""
    odd = "q?x='1'&y=2&z=%22"
    (task,) = plan_section(make_reading("a", body=to(odd.replace("&", "&amp;"))))
    crossed = replace(task, references=crossing(odd, "a77", "12"))
    outcome = run.print_articles(crossed, PRINT, tmp_path)
    assert outcome.pages
    assert "page 12" in read_aloud(outcome.pages.pdf)
    assert set(read_link_addresses(outcome.pages.pdf)) == {"printkit:a77"}


def test_a_link_in_a_caption_is_a_reference(tmp_path: Path) -> None:
    """The text itself may have no link to the same article."""
    caption = f'<figcaption>Seen <a href="{SITE}/b">there</a></figcaption>'
    body = f'<p>Salt.</p><figure><img src="gone.jpg">{caption}</figure><p>Rye.</p>'
    (task,) = plan_section(make_reading("a", body=body))
    crossed = replace(task, references=crossing("b", "a77", "12"))
    outcome = run.print_articles(crossed, PRINT, tmp_path)
    assert outcome.pages
    assert outcome.links == ((f"{SITE}/b",),)
    assert "page 12" in read_aloud(outcome.pages.pdf)
    assert set(read_link_addresses(outcome.pages.pdf)) == {"printkit:a77"}


def test_a_remark_on_a_section_is_told_of_the_article_it_is_about(tmp_path: Path) -> None:
    """Each article gets its own remarks; a fault of the theme belongs to no article."""
    css = ".body blockquote { display: none } .body { color: no-colour }"
    ticket = JobTicket(Edition(theme=write_theme(tmp_path, css)))
    lost = "<p>Salt.</p><blockquote><p>Rye bread, and enough of it.</p></blockquote>"
    found = [
        make_reading("a"),
        make_reading("b", body=lost),
        make_reading("c", body="<p>\ue123</p>"),
    ]
    (task,) = plan_section(*found, start="flow", ticket=ticket)
    outcome = run.print_articles(task, PRINT, tmp_path)
    assert outcome.pages
    codes = [[(one.code, one.page) for one in remarks] for remarks in outcome.remarks]
    assert codes == [[], [("PK601", 1)], [("PK502", 0)]]


def test_within_a_flowing_section_only_links_to_others_are_references(tmp_path: Path) -> None:
    """One address is a reference in the first article, and the second article's own address."""
    found = [
        make_reading("a", url=f"{SITE}/a", body=to("b")),
        make_reading("b", url=f"{SITE}/b", body=to("b") + to("a")),
    ]
    (task,) = plan_section(*found, start="flow")
    crossings = crossing("a", "a1", "7") | crossing("b", "a2", "8")
    outcome = run.print_articles(replace(task, references=crossings), PRINT, tmp_path)
    assert outcome.pages
    words, targets = read_aloud(outcome.pages.pdf), read_link_addresses(outcome.pages.pdf)
    assert (words.count("page 7"), words.count("page 8")) == (1, 1)
    # In the body and in the notes; the source below has the article's own address.
    assert (targets.count("printkit:a1"), targets.count("printkit:a2")) == (2, 2)
    assert (targets.count(f"{SITE}/a"), targets.count(f"{SITE}/b")) == (1, 3)


def test_a_lost_process_is_accounted_for_with_each_of_its_articles() -> None:
    """Each account names the record, and says that the press took too long."""
    (task,) = plan_section(
        make_reading("a"), make_reading("b"), ticket=JobTicket(fetch=fetch_nothing), start="flow"
    )
    outcome = run.lost_articles(time_error(60), task, PRINT, Path())
    assert outcome.pages is None
    assert [(one.record, one.status) for one in outcome.failures.values()] == [
        ("a", "timeout"),
        ("b", "timeout"),
    ]
    assert "a: took more than 60 seconds" in str(outcome.failures[0].error)


def printed(job: PressJob, cache: CacheFolder) -> Pages:
    """Print a job; return its pages."""
    pages = run.print_job(job, PRINT, cache.folder)
    assert isinstance(pages, Pages)
    return pages


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> CacheFolder:
    """Return a cache with one printed job in it."""
    store = CacheFolder(tmp_path_factory.mktemp("jobs"))
    printed(make_press_job(), store)
    return store


def test_what_is_printed_is_kept_whole(store: CacheFolder) -> None:
    """The cache keeps pages, ids, outline, remarks, and every font file that the bindery needs."""
    pages = kept.find_pages(keys.of_job(make_press_job(), PRINT), store)
    assert pages
    assert (pages.page_count, pages.bookmarks[0].label) == (1, "Ship a comes\N{NO-BREAK SPACE}in")
    assert pages.faces
    assert all(store.get(kept.FONT, face.program) for face in pages.faces)
    assert printed(make_press_job(), CacheFolder(store.folder)) == pages


def test_a_job_that_is_kept_is_not_printed_again(store: CacheFolder) -> None:
    """The pages of the job come from the cache."""
    key = keys.of_job(make_press_job(), PRINT)
    before = store.folder.joinpath(f"pages-{key}").stat().st_ino
    printed(make_press_job(), store)
    assert store.folder.joinpath(f"pages-{key}").stat().st_ino == before


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (remove_entries, "pages"),
        (damage_entries, "pages"),
        (replace_entries, "pages"),
        (remove_entries, kept.FONT),
    ],
)
def test_a_job_with_half_a_cache_is_printed_again(
    store: CacheFolder, harm: Callable[[CacheFolder, str], int], kind: str
) -> None:
    """Pages without their fonts cannot be bound; the new pages are the same."""
    pages = printed(make_press_job(), store)
    assert harm(store, kind)
    assert kept.find_pages(keys.of_job(make_press_job(), PRINT), store) is None
    assert printed(make_press_job(), store) == pages
    assert kept.find_pages(keys.of_job(make_press_job(), PRINT), store) == pages


def test_where_nothing_can_be_kept_it_is_printed_all_the_same(
    store: CacheFolder, tmp_path: Path
) -> None:
    """A file stands in the place of the cache folder."""
    (tmp_path / "file").write_text("")
    assert printed(make_press_job(), CacheFolder(tmp_path / "file")) == printed(
        make_press_job(), store
    )


def test_what_the_pages_lack_is_remarked_and_kept(tmp_path: Path) -> None:
    """The remarks come from the cache the second time."""
    sign = make_press_job("sign", body="<p>A sign \ue123 here.</p>")
    first = printed(sign, CacheFolder(tmp_path))
    assert [(one.code, one.where) for one in first.remarks] == [("PK502", "sign")]
    assert printed(sign, CacheFolder(tmp_path)).remarks == first.remarks
    assert Remark("PK601", "x") not in first.remarks


def test_words_that_are_not_on_paper_are_remarked(tmp_path: Path) -> None:
    """Preflight checks pages of text, but not pages of running heads alone."""
    page = make_press_job().markup
    page = page._replace(printed=(*page.printed, PrintedText("kicker", "Nowhere to be read")))
    lost = replace(make_press_job("lost"), markup=page)
    assert [one.code for one in printed(lost, CacheFolder(tmp_path)).remarks] == ["PK601"]
    heads = replace(lost, furniture=True)
    assert printed(heads, CacheFolder(tmp_path)).remarks == ()


def test_what_cannot_be_printed_is_not_kept(tmp_path: Path) -> None:
    """The next run tries the job again."""
    theme = write_theme(tmp_path, UNPRINTABLE_PRE)
    store = CacheFolder(tmp_path / "cache")
    failed = run.print_job(make_press_job("listing", theme, body=PRE), PRINT, store.folder)
    assert isinstance(failed, PressError)
    assert "WeasyPrint cannot print position" in str(failed)
    assert failed.where == "listing: ours.css:2"
    assert not list(store.folder.glob("pages-*"))
    assert (
        kept.find_pages(keys.of_job(make_press_job("listing", theme, body=PRE), PRINT), store)
        is None
    )
