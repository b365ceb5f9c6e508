"""Roots of XML and HTML are found behind all that may stand before them."""

import pytest

from printkit.readers.detection.roots import format_of_piece, format_of_root

BEFORE = (
    "",
    "\n  ",
    "<?xml version='1.0'?>\n",
    "<!-- a <rss> --> <!-- > -->\n",
    "<?xml version='1.0'?><?xml-stylesheet href='<html>'?>\n<!-- <feed> -->\n",
    "<!DOCTYPE x SYSTEM 'x.dtd'>\n",
    "<!-- a --><!DOCTYPE x [<!ENTITY a '<html>'>\n<!-- ] -->\n]>\n",
)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize(
    ("root", "name"),
    [
        ("<rss version='2.0'>", "a feed in RSS"),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "a feed in Atom"),
        ("<NewsML>", "an item in NewsML 1"),
        ("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", "an item in NewsML-G2"),
        ("<nitf >", "an article in NITF"),
        ("<HTML\nlang='en'>", "an HTML page"),
        ("<x:page xmlns:x='http://www.w3.org/1999/xhtml'>", "an HTML page"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
        ("<ship xmlns='https://example.org/'>", "an XML file with the root element ship"),
    ],
)
def test_a_root_tells_the_format(before: str, root: str, name: str) -> None:
    """Comments, instructions and doctypes hold other roots, which do not count."""
    found = format_of_root(f"{before}{root}")
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!DOCTYPE html><title>x", "an HTML page"),
        ("<!doctype HTML PUBLIC 'x' 'y'>\n<p>A", "an HTML page"),
        ("<title>A</title>", "an HTML page"),
        ("<meta charset='utf-8'>\n<p>A", "an HTML page"),
        ("<head>\n<title>A</title></head>\n", "an HTML page"),
        ("<html>\n<body>A", "an HTML page"),
        ("<entry><title>A</title></entry>", "a feed in Atom"),
        ("<topic id='a'><title>A</title>\n", "a text in DITA"),
        ("<tt xml:lang='en'><body/></tt>", "subtitles in TTML"),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>", "a feed in RSS"),
        ("<?xml version='1.0'?>", "an XML file"),
        ("<?xml version='1.0'?><p>A</p>", "an XML file with the root element p"),
        ("<?xml version='1.0'?><article>A</article>", "an article in JATS or DocBook"),
        ("<ships><ship>A</ship></ships>\n", "an XML file with the root element ships"),
        ("<rss xmlns:wp='http://wordpress.org/export/1.2/'>", "an export of WordPress (WXR)"),
        ("<plist><dict><key>URL</key></dict></plist>", "a bookmark (.webloc)"),
    ],
)
def test_a_file_of_markup_is_named(text: str, name: str) -> None:
    """The name is that of the most exact format."""
    found = format_of_root(text)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        *("<p>A paragraph", "A headline about <html>", "<3 for the harbour", "<-- Turn left"),
        *("<b>Exclusive</b> The harbour", "<ana@example.org> wrote", "<!-- a -->\n# The ferry\n"),
        *("<silence>\n\nNobody spoke. </silence>", "<div>The ferry</div>", "<article>A</article>"),
        *("", "<", "<!-- a", "<name> and no end", "<svg> and I\n\nA story", "<head> or tail?"),
        *("<!DOCTYPE html> turns twenty\n\nA", "<?xml version='1.0'?>\n\n# The ferry\n"),
        *(
            "<svg width='2'><path d='M0'/></svg>\n\n# The ferry",
            "<meta charset='a'>\n\n# The ferry",
        ),
        "<div xmlns='http://www.w3.org/1999/xhtml'>A</div>\n\n# The ferry",
        *("<title> matters\n\nA", "<meta> a new name", "<base> camp", "<book> of May\n\nA"),
        *(
            "<entry> in my diary",
            "<Topic> The ferry",
            "<tt>make</tt>, forty years later",
            "<body> art",
        ),
    ],
)
def test_other_texts_are_no_whole_file_of_markup(text: str) -> None:
    """A paragraph of HTML may open an article in Markdown."""
    assert format_of_root(text) is None


@pytest.mark.parametrize(
    ("text", "is_piece"),
    [
        ("<h2>The ferry</h2>\n<p>It is back.</p>", True),
        ("<!-- a -->\n<DIV class='a'>The ferry</DIV>", True),
        ("<article>The ferry</article>", True),
        ("<p>A paragraph", False),
        ("<h1 align='center'>The ferry</h1>\n\nIt is back, and the town is glad.", False),
        ("<div> soup: a dish\n\nEach </div> costs.", False),
        ("<h1>The ferry</h1>", True),
        ("<link> rot\n\nThe web forgets.", False),
        ("<div>\n<h1>The ferry</h1>\n\n<p>It is back.</p>\n</div>\n", True),
        ("<link rel='a' href='b'>\n<p>It is back.</p>", True),
        ("<b>Exclusive</b> The harbour", False),
        ("The ferry\n\n<p>It is back.</p>", False),
        ("<3 <p></p>", False),
    ],
)
def test_a_piece_of_html_is_a_whole_block(text: str, is_piece: bool) -> None:
    """A block that never closes may be words about HTML."""
    assert bool(format_of_piece(text)) is is_piece
