"""An open page → its structure tree: the reading order, and the figures without description."""

from printkit.preflight import readback
from tests.support import tagged_snippets
from tests.support.plain_weasyprint import draw_square, print_plain

FLOAT = '<p>One</p><p style="position: absolute; top: 0">Two</p><p>Three</p>'


def test_text_is_read_as_the_tree_has_it() -> None:
    """Without a tree, the order of painting counts: positioned text comes last."""
    assert readback.read_pages(print_plain(FLOAT))[0].text == ("One", "Two", "Three")
    untagged = print_plain(FLOAT, pdf_variant=None)
    assert readback.read_pages(untagged)[0].text == ("One", "Three", "Two")


def test_margin_boxes_are_artifacts_however_they_are_tagged() -> None:
    """WeasyPrint's tags leave margin boxes out of the tree; printkit's tags mark artifacts."""
    css = '@page { @top-center { content: "Running head" } @bottom-center { content: "7" } }'
    assert readback.read_pages(print_plain("<p>Body</p>", css))[0].text == ("Body",)
    assert readback.read_pages(tagged_snippets.print_snippet("<p>Body</p>", css).pdf)[0].text == (
        "Body",
    )


def test_figures_without_alternative_text_are_counted() -> None:
    """The second figure has an alternative text."""
    pictures = f'<img src="{draw_square(9)}"><img src="{draw_square(9)}" alt="A square">'
    assert readback.read_pages(print_plain(pictures))[0].undescribed == 1


def test_the_children_of_every_page_are_found_among_many() -> None:
    """Most children of one element belong to other pages; a float stands before its neighbours."""
    lines = "".join(f"<p>{number}</p>" for number in range(600))
    pages = readback.read_pages(print_plain(lines + FLOAT + lines))
    told = [str(number) for number in range(600)]
    assert [words for page in pages for words in page.text] == [
        *told, "One", "Two", "Three", *told
    ]  # fmt: skip
