"""Links that edit the web page are left out, and named."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_outline, read_pages
from tests.support.time_limits import ends_soon

URL = "https://wiki.example/w/index.php?title=A&amp;action=edit"


def copy_of(body: str) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body), links="plain")


def named(copy: Copy) -> list[str]:
    """Return the words of all edit marks that the remarks name."""
    told = [one for remark in copy.remarks for one in remark.removed]
    return [one.words for one in told if one.kind == "edit mark"]


@pytest.mark.parametrize(
    "mark",
    [
        "[edit]",
        "[ edit | edit source ]",
        "[Bearbeiten | Quelltext bearbeiten]",
        "[modifier | modifier le code]",
        "[editar | editar código]",
        "[править | править код]",
        "[編集]",
        "［编辑］",
        "[تعديل]",
        "[bewerken | brontekst bewerken]",
        "[upravit | editovat zdroj]",
    ],
)
def test_the_edit_mark_of_a_heading_goes(mark: str) -> None:
    """A mark is words, a link, or MediaWiki's element; a remark has the words."""
    inner = mark.strip("[]［］")
    for markup in (
        f"<h2>Piers {mark}</h2>",
        f'<h2>Piers[<a href="{URL}">{inner}</a>]</h2>',
        f'<h2><span id="P">Piers</span><span>[<a href="{URL}">{inner}</a>]</span></h2>',
        f'<div><h2>Piers</h2><span class="mw-editsection">{mark}</span></div>',
        f'<h2>Piers <small class="editsection">{mark}</small></h2>',
        f"<h2>Piers <a class='viewcode-link'>{mark}</a></h2>",
    ):
        copy = copy_of(f"{markup}<p>Two.</p>")
        assert write_html(copy.body) == "<h2>Piers</h2><p>Two.</p>"
        assert [one.replace(" ", "") for one in named(copy)] in (
            [mark.replace(" ", "")],
            [f"[{inner}]".replace(" ", "")],
        )


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href='https://github.com/x/y/edit/main/a.md'>Edit this page</a></p>",
        "<div><a href='https://gitlab.com/x/y/-/edit/main/a.md'>Edit this page on GitLab</a></div>",
        f"<p>[<a href='{URL}'>Edit source</a>]</p>",
        "<footer><a href='https://github.com/x/y/edit/main/a.md'>Improve this page</a></footer>",
    ],
)
def test_a_line_that_edits_the_page_goes(line: str) -> None:
    """The remark has the words and the address of the line."""
    copy = copy_of(f"<p>One.</p>{line}")
    assert write_html(copy.body) == "<p>One.</p>"
    assert len(named(copy)) == 1
    told = [one.words for remark in copy.remarks for one in remark.removed if one.kind == "link"]
    assert len(told) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Press [Enter]</h2><p>x</p>",
        "<h2>[edit]</h2><p>x</p>",
        "<h2>Arrays: a[edit] and more</h2><p>x</p>",
        "<p>Press [edit] to change the text.</p>",
        "<p>Edit source</p>",
        f"<p>We <a href='{URL}'>edit</a> by night.</p>",
        "<p><a href='https://x.example/2'>Edit</a></p>",
    ],
)
def test_other_words_stay(body: str) -> None:
    """Other brackets, a heading of such words alone, and sentences about editing stay."""
    copy = copy_of(f"{body}<p>y</p>")
    assert named(copy) == []
    assert "dit" in write_html(copy.body) or "Enter" in write_html(copy.body)


def test_no_edit_mark_is_on_paper_or_in_the_outline() -> None:
    """The check of the body finds no loss."""
    body = f"<h2>Piers [<a href='{URL}'>edit</a>]</h2><p>One.</p>"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    assert "edit" not in "".join(read_pages(result.pdf))
    assert not any("edit" in title for title, _ in read_outline(result.pdf))
    assert [one.code for one in result.remarks] == ["PK301"]


def test_long_marks_end_fast() -> None:
    """A heading may hold thousands of brackets and words."""
    hostile = ("[" * 100_000, "[edit " * 16_000, "edit source " * 9_000, "[ " * 50_000 + "]")
    with ends_soon():
        for words in hostile:
            copy_of(f"<h2>{words}</h2><p><a href='{URL}'>{words}</a></p>")
