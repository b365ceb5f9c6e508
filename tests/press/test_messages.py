"""WeasyPrint's log and exceptions become remarks, missing characters and errors."""

import logging
from pathlib import Path

import pytest

from printkit import digest, export
from printkit.errors import PressError
from printkit.press.engine import print_pages
from printkit.press.messages import missing_characters, overheard, remarks_on
from printkit.remarks import Remark
from printkit.themes import find_theme
from tests.support.own_templates import write_templates
from tests.support.own_themes import write_theme
from tests.support.printed_articles import make_unsafe_page
from tests.support.sample_records import PLAIN


def test_a_theme_that_is_broken_is_remarked_on(tmp_path: Path) -> None:
    """The remark has line and fault; all other rules of the theme count."""
    made = export(PLAIN, theme=write_theme(tmp_path, "p { color: ; }\n}}"))
    assert {remark.code for remark in made.remarks} == {"PK501"}
    assert [one.where for one in made.remarks] == ["ours.css:2", "ours.css:3"]


def test_a_page_too_deep_to_lay_out_is_told() -> None:
    """The error is an error of printkit, not a RecursionError."""
    with pytest.raises(PressError, match="too deep") as caught:
        print_pages(make_unsafe_page("<div>" * 1_000), find_theme("broadsheet"), "r")
    assert caught.value.where == "r"


def test_missing_characters_are_counted_once_and_remarked_on_elsewhere() -> None:
    """WeasyPrint logs a missing glyph for each run of text; the message names its code."""
    said = [
        '.notdef glyph rendered for Unicode string unsupported by fonts: "\ue123" (U+E123)',
        '.notdef glyph rendered for Unicode string unsupported by fonts: "a" (U+0061)',
        '.notdef glyph rendered for Unicode string unsupported by fonts: "\ue123" (U+E123)',
    ]
    assert missing_characters(said) == "a\ue123"
    assert list(remarks_on([*said, "Anchor defined twice: 'a'"], find_theme("reader"), "r")) == [
        Remark(
            "PK501", "two elements of a page have the id a; links lead to the first element", "r"
        )
    ]


def test_only_what_weasyprint_says_meanwhile_is_overheard() -> None:
    """Messages of other libraries and later messages of WeasyPrint are not collected."""
    logger = logging.getLogger("weasyprint")
    with overheard() as messages:
        logger.warning("%s is lost", "a file")
        logging.getLogger("elsewhere").warning("not this")
    logger.warning("too late")
    assert messages == ["a file is lost"]


def test_a_problem_of_a_users_own_template_names_the_template(tmp_path: Path) -> None:
    """The remark blamed the record, which is right."""
    text = (
        '{% include "base/parts/article.html" %}\n<p><img src="cat.jpg"> <a href="#nope">x</a></p>'
    )
    templates = write_templates(tmp_path, parts__article=text)
    told = export({**PLAIN, "url": "https://example.org/a"}, templates=templates).remarks
    place = f"{templates}/parts/article.html:2"
    assert [(one.code, one.record, one.file) for one in told] == [("PK501", "", place)] * 2
    assert told[0].message.startswith("the address cat.jpg leads to no file")
    assert told[1].message.startswith("a link leads to #nope, but no element of the page has")


def test_a_digest_tells_a_problem_of_a_template_once(tmp_path: Path) -> None:
    """Each article has the same problem; none of the records is to blame."""
    text = '{% include "base/parts/article.html" %}<p><img src="cat.jpg"></p>'
    templates = write_templates(tmp_path, parts__article=text)
    made = digest([PLAIN, {**PLAIN, "headline": "B"}], templates=templates, title="W", cache=False)
    assert [one.code for one in made.remarks if "cat.jpg" in one.message] == ["PK501"]
    assert not [one for account in made.accounts for one in account.remarks if one.code == "PK501"]
