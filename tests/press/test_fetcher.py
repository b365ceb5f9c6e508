"""The fetchers: a theme and a page get what they may have, and no other file or address."""

from pathlib import Path

import pytest

from printkit import export
from printkit.errors import ThemeError
from printkit.press.engine import print_pages
from printkit.themes import find_theme
from tests.support import structure_tree
from tests.support.own_themes import own_theme
from tests.support.printed_articles import PLAIN, page_with


@pytest.mark.parametrize(
    "css",
    [
        "@import url(file:///etc/hostname);",
        "@import url(http://127.0.0.1:9/x.css);",
        "@import url(../../../../../../../../etc/hostname);",
        "@font-face { font-family: X; src: url(file:///etc/hostname) }",
        "@font-face { font-family: X; src: url(http://127.0.0.1:9/x.ttf) }",
    ],
)
def test_a_theme_that_reaches_out_is_refused(tmp_path: Path, css: str) -> None:
    """It may use printkit's styles and its own folder, and nothing else."""
    with pytest.raises(ThemeError, match=r"cannot use (file|http)") as caught:
        export(PLAIN, theme=own_theme(tmp_path, css))
    assert "may import" in caught.value.remedy


def test_what_was_not_gathered_is_not_loaded(tmp_path: Path) -> None:
    """A picture that the theme asks for while printing is left out, and told."""
    made = export(PLAIN, theme=own_theme(tmp_path, "h1 { background: url(file:///etc/hostname) }"))
    assert "PK503" in {remark.code for remark in made.remarks}


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='file:///etc/hostname'>",
        "<img src='http://127.0.0.1:9/x.png'>",
        "<link rel=stylesheet href='file:///etc/hostname'>",
        "<style>@import url(http://127.0.0.1:9/x.css);</style>",
        "<link rel=attachment href='file:///etc/hostname'>",
        "<object data='file:///etc/hostname'></object>",
        "<svg><image href='file:///etc/hostname'/></svg>",
    ],
)
def test_even_unsafe_markup_loads_nothing(markup: str) -> None:
    """Should copy-editing ever fail, the shelf still hands out nothing else."""
    page = page_with(markup)
    made = print_pages(page, find_theme("broadsheet"), {})
    hostname = Path("/etc/hostname").read_bytes() if Path("/etc/hostname").is_file() else b"?!?"
    assert "PK503" in {remark.code for remark in made.remarks}
    reader = structure_tree.PdfReader(structure_tree.BytesIO(made.pdf))
    contents = [data for files in reader.attachments.values() for data in files]
    assert hostname not in contents
