"""Leaves: printed once, kept under all that they are made of, never stale and never half."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from printkit.edition import Edition
from printkit.errors import PressError
from printkit.files.cache import CacheFolder
from printkit.markup import article
from printkit.prepare import JobTicket, prepare
from printkit.press.fingerprint import fingerprint
from printkit.printing import leaves
from printkit.printing.leaves import FACE, PressJob, kept, print_leaf
from printkit.remarks import Remark
from printkit.themes import find_theme
from tests.press.test_engine import own_theme
from tests.support.press_runs import PRE, UNPRINTABLE_PRE, broken, damaged, gone, reading

PRINT = fingerprint(find_theme("broadsheet"))


def leaf(name: str = "a", theme: str = "broadsheet", **fields: object) -> PressJob:
    """One short article."""
    found = reading(name, **fields)
    copy, gathered, _ = prepare(found, JobTicket())
    page = article.article_page(found.article, copy, gathered, Edition())
    return PressJob(page, theme, gathered.pictures, name=name)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> CacheFolder:
    """A cache with one leaf in it."""
    shelf = CacheFolder(tmp_path_factory.mktemp("leaves"))
    print_leaf(leaf(), PRINT, shelf)
    return shelf


def test_what_is_printed_is_kept_whole(shelf: CacheFolder) -> None:
    """Pages, ids, outline, remarks; and every font file that the bindery will need."""
    pages = kept(leaf().key(PRINT), shelf)
    assert pages
    assert (pages.page_count, pages.bookmarks[0].label) == (1, "Ship a comes\N{NO-BREAK SPACE}in")
    assert pages.faces
    assert all(shelf.get(FACE, face.program) for face in pages.faces)
    assert print_leaf(leaf(), PRINT, CacheFolder(shelf.folder)) == pages


def test_what_is_kept_is_not_printed_again(shelf: CacheFolder) -> None:
    """It is taken as it is."""
    key = leaf().key(PRINT)
    before = shelf.folder.joinpath(f"leaf-{key}").stat().st_ino
    print_leaf(leaf(), PRINT, shelf)
    assert shelf.folder.joinpath(f"leaf-{key}").stat().st_ino == before


def test_the_key_is_all_that_the_pages_depend_on() -> None:
    """Each of these makes other pages."""
    one = leaf()
    others = [
        replace(one, theme="reader"),
        replace(one, furniture=True),
        replace(one, name="b"),
        replace(one, markup=one.markup._replace(archive=False)),
        replace(one, markup=one.markup._replace(html=one.markup.html + " ")),
    ]
    assert len({each.key(PRINT) for each in (one, *others)}) == 6
    assert one.key(PRINT) != one.key("another shop") != ""
    assert one.key(PRINT) == leaf().key(PRINT)


@pytest.mark.parametrize(
    ("harm", "kind"), [(gone, "leaf"), (damaged, "leaf"), (broken, "leaf"), (gone, FACE)]
)
def test_half_a_cache_prints_again(
    shelf: CacheFolder, tmp_path: Path, harm: Callable[[CacheFolder, str], int], kind: str
) -> None:
    """Pages without their fonts cannot be bound; and what comes out is the same."""
    pages = print_leaf(leaf(), PRINT, shelf)
    assert harm(shelf, kind)
    assert kept(leaf().key(PRINT), shelf) is None
    assert print_leaf(leaf(), PRINT, shelf) == pages
    assert kept(leaf().key(PRINT), shelf) == pages


def test_where_nothing_can_be_kept_it_is_printed_all_the_same(
    shelf: CacheFolder, tmp_path: Path
) -> None:
    """With a file in the place of the folder."""
    (tmp_path / "file").write_text("")
    assert print_leaf(leaf(), PRINT, CacheFolder(tmp_path / "file")) == print_leaf(
        leaf(), PRINT, shelf
    )


def test_what_the_pages_lack_is_remarked_and_kept(tmp_path: Path) -> None:
    """The second time as well."""
    sign = leaf("sign", body="<p>A sign \ue123 here.</p>")
    first = print_leaf(sign, PRINT, CacheFolder(tmp_path))
    assert [(one.code, one.where) for one in first.remarks] == [("PK502", "sign")]
    assert print_leaf(sign, PRINT, CacheFolder(tmp_path)).remarks == first.remarks
    assert Remark("PK601", "x") not in first.remarks


def test_words_that_are_not_on_paper_are_remarked(tmp_path: Path) -> None:
    """Preflight reads the pages, but not those of running heads alone."""
    page = leaf().markup
    page = page._replace(printed=(*page.printed, ("kicker", "Nowhere to be read")))
    lost = replace(leaf("lost"), markup=page)
    assert [one.code for one in print_leaf(lost, PRINT, CacheFolder(tmp_path)).remarks] == ["PK601"]
    heads = replace(lost, furniture=True)
    assert print_leaf(heads, PRINT, CacheFolder(tmp_path)).remarks == ()


def test_what_cannot_be_printed_is_not_kept(tmp_path: Path) -> None:
    """It is tried again the next time."""
    theme = own_theme(tmp_path, UNPRINTABLE_PRE)
    shelf = CacheFolder(tmp_path / "cache")
    with pytest.raises(PressError, match="WeasyPrint failed on this page") as caught:
        print_leaf(leaf("listing", theme, body=PRE), PRINT, shelf)
    assert caught.value.where == "listing"
    assert not list(shelf.folder.glob("leaf-*"))
    assert leaves.kept(leaf("listing", theme, body=PRE).key(PRINT), shelf) is None
