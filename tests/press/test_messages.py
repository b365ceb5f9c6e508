"""WeasyPrint's log and exceptions become remarks, missing characters and errors."""

import logging
from pathlib import Path

import pytest

from printkit import export
from printkit.errors import PressError
from printkit.press.engine import print_pages
from printkit.press.messages import missing_characters, overheard, remarks_on
from printkit.remarks import Remark
from printkit.themes import find_theme
from tests.support.own_themes import write_theme
from tests.support.printed_articles import make_unsafe_page
from tests.support.sample_records import PLAIN


def test_a_theme_that_is_broken_is_remarked_on(tmp_path: Path) -> None:
    """The remark has line and fault; all other rules of the theme count."""
    made = export(PLAIN, theme=write_theme(tmp_path, "p { color: ; }\n}}"))
    assert {remark.code for remark in made.remarks} == {"PK501"}
    assert [one.where for one in made.remarks] == ["ours.css:2", "ours.css"]


def test_a_page_too_deep_to_lay_out_is_told() -> None:
    """The error is an error of printkit, not a RecursionError."""
    with pytest.raises(PressError, match="too deep") as caught:
        print_pages(make_unsafe_page("<div>" * 3_000), find_theme("broadsheet"), "r")
    assert caught.value.where == "r"


def test_missing_characters_are_counted_once_and_remarked_on_elsewhere() -> None:
    """WeasyPrint logs a missing glyph for each run of text; the message names its code."""
    said = [
        '.notdef glyph rendered for Unicode string unsupported by fonts: "\ue123" (U+E123)',
        '.notdef glyph rendered for Unicode string unsupported by fonts: "a" (U+0061)',
        '.notdef glyph rendered for Unicode string unsupported by fonts: "\ue123" (U+E123)',
    ]
    assert missing_characters(said) == "a\ue123"
    assert list(remarks_on([*said, "Failed to load image"], find_theme("reader"), "r")) == [
        Remark("PK501", "Failed to load image", "r")
    ]


def test_only_what_weasyprint_says_meanwhile_is_overheard() -> None:
    """Messages of other libraries and later messages of WeasyPrint are not collected."""
    logger = logging.getLogger("weasyprint")
    with overheard() as messages:
        logger.warning("%s is lost", "a file")
        logging.getLogger("elsewhere").warning("not this")
    logger.warning("too late")
    assert messages == ["a file is lost"]
