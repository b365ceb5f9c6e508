"""The lines of the new tree: words and pictures keep their places."""

from printkit.copyedit import tree
from printkit.copyedit.line_writer import LineWriter


def writer() -> tuple[LineWriter, tree.Node]:
    """Return a line writer, and the block that it writes into."""
    block = tree.make("div")
    return LineWriter(block, "p", {"lang": "en"}), block


def test_a_line_is_opened_for_its_first_word() -> None:
    """An element without a word and white space open no line."""
    lines, block = writer()
    with lines.inside(tree.make("b")):
        lines.write(" \n ")
    lines.end_line()
    assert tree.inner(block) == ""
    with lines.inside(tree.make("b")):
        lines.write("one ")
    lines.write(" two ")
    lines.finish()
    assert tree.inner(block) == "<p><b>one </b>two</p>"


def test_an_inline_element_is_opened_again_in_each_line() -> None:
    """HTML allows no block inside an inline element."""
    lines, block = writer()
    with lines.inside(tree.make("em")):
        lines.write("one")
        lines.end_line()
        lines.write("two")
    lines.finish()
    assert tree.inner(block) == "<p><em>one</em></p><p><em>two</em></p>"


def test_two_breaks_part_paragraphs_and_one_parts_lines() -> None:
    """Several breaks in a heading are one break."""
    lines, block = writer()
    for word in ("one", "two"):
        lines.write(word)
        lines.break_line()
    lines.break_line()
    lines.write("three")
    lines.end_line()
    with lines.of_kind("h2"):
        for word in ("four", "five"):
            lines.write(word)
            lines.break_line()
            lines.break_line()
        lines.end_line()
    assert tree.inner(block) == "<p>one<br>two</p><p>three</p><h2>four<br>five</h2>"


def test_code_keeps_its_white_space() -> None:
    """Empty lines around the code go."""
    lines, block = writer()
    with lines.of_kind("pre"):
        lines.write("\n a\n\n\tb \n\n")
        lines.end_line()
    assert tree.inner(block) == "<pre> a\n\n\tb</pre>"


def test_a_picture_that_needs_a_line_of_its_own_ends_the_line() -> None:
    """A picture of class `after` waits for the end of the line."""
    lines, block = writer()
    figure, waiting, sign = (tree.make(tag) for tag in ("figure", "figure", "img"))
    waiting.set("class", "after")
    for number, mark in enumerate((figure, waiting, sign)):
        mark.set("data-figure", str(number))
    lines.write("one")
    lines.put_picture(figure)
    lines.write("two")
    lines.put_picture(waiting)
    lines.put_picture(sign)
    lines.finish()
    assert tree.inner(block) == (
        '<p>one</p><figure data-figure="0"></figure>'
        '<p>two<img data-figure="2"></p><figure data-figure="1"></figure>'
    )


def test_what_is_around_a_block_is_not_said_again() -> None:
    """No block repeats the language or the direction of article or container."""
    lines, block = writer()
    lines.inherited = {"lang": "en", "dir": "rtl"}
    quotation = tree.make("blockquote")
    with lines.within(quotation, {}):
        lines.inherited = {"lang": "fr", "dir": "rtl"}
        lines.write("x")
        lines.end_line()
    assert tree.inner(block) == '<blockquote dir="rtl"><p lang="fr">x</p></blockquote>'


def test_the_target_of_an_empty_container_is_what_comes_next() -> None:
    """Links to the container still lead to a place."""
    lines, block = writer()
    empty = tree.make("ul")
    lines.expect_id("here")
    with lines.within(empty, {}):
        pass
    lines.take_back(empty)
    lines.write("x")
    lines.finish()
    assert tree.inner(block) == '<p id="here">x</p>'
