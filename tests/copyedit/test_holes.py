"""Holes: marked in the tree, certified with the text, cut out of it."""

from printkit.article import Article, Image
from printkit.copyedit import edit, tree
from printkit.copyedit.clean_copy import AddressHole, DatelineHole, FigureHole, PageHole, SafeHtml
from printkit.copyedit.holes import Holes
from tests.support.clean_copy import write_html

ODD = "https://example.org/?a=1&copy=2'"


def test_a_text_is_cut_where_it_was_marked() -> None:
    """The holes come in the order of the text, and not in the order of the marks."""
    holes = Holes()
    second, first = holes.mark(FigureHole(7, in_line=True)), holes.mark(DatelineHole(True))
    root = tree.make("div")
    root.append(tree.make("p", f"{first}a {second}b"))
    assert holes.write(root, "a") == (
        *("<p>", DatelineHole(True), "a "),
        *(FigureHole(7, in_line=True), "b</p>"),
    )


def test_the_address_of_a_link_is_a_hole_that_tells_it_twice() -> None:
    """The hole has the plain address, and the address as the certifying parser escapes it."""
    root = tree.make("div")
    root.append(tree.make("a", "x", href=ODD))
    written = ODD.replace("&", "&amp;")
    assert Holes().write(root, "a") == ('<a href="', AddressHole(ODD, SafeHtml(written)), '">x</a>')


def test_other_links_have_no_hole() -> None:
    """A link within the article, to a person or to a telephone leads to no other article."""
    root = tree.parse('<a href="#a-x">1</a><a href="mailto:a@b.org">2</a><a href="tel:+1">3</a>')
    (whole,) = Holes().write(root, "a")
    assert whole == tree.inner(root)


def test_what_looks_like_a_mark_is_none() -> None:
    """No text of a record keeps the character that marks holes, in any spelling."""
    mark = Holes().mark(PageHole("https://example.org/", in_brackets=True))
    body = f"<p title='{mark}'>{mark} &#xFDD0;0&#xFDD0; <a href='https://e.org/{mark}'>x</a></p>"
    copy = edit(
        Article(headline="H", body=body, images=[Image(src="a.jpg", caption=f"c {mark}")]),
        links="plain",
    )
    assert write_html(copy.body) == '<p>0 0 <a href="https://e.org/0">x</a></p>'
    assert copy.lead is not None
    assert write_html(copy.lead.caption) == "c 0"
    assert sum(isinstance(piece, tuple) for piece in copy.body) == 3
