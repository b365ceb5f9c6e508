"""A value that a theme sets in `:root` is the value that is used, on every kind of sheet."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import tinycss2
import weasyprint

import printkit
from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.markup.article import article_page
from printkit.prepare import prepare
from printkit.press.fetcher import GatheredFetcher, read_style
from printkit.readers import Reading
from printkit.themes import find_theme, tokens
from tests.support.quick_cases import mark_slow

# Usual, small, large, wide, small and wide, large and wide.
PAPERS = ("A4", "A5", "A3", "210x148mm", "148x105mm", "297x210mm")
LANGUAGES = ("en", "he", "ar", "fa", "zh")
BASES = ("printkit:base.css", "printkit:themes/large-print.css", "printkit:themes/reader.css")
TOKENS = tuple(one for one in tokens() if not one.is_set_by_the_edition)
# The base sets these tokens for the letters of a script, in rules such as `:lang(he)`.
OF_SCRIPTS = {
    *("--serif", "--sans", "--text-face", "--subhead-face", "--headline-face", "--furniture-face"),
    *("--script-scale", "--script-leading"),
}


@cache
def parse_theme(path: Path) -> weasyprint.CSS:
    """Return the parsed style sheet of a theme."""
    theme = find_theme(str(path)) if path.suffix else find_theme(path.name)
    own = path.read_bytes() if path.suffix else b""
    # The values of the test are names, which printkit would leave out as wrong.
    fetcher = GatheredFetcher(
        lambda url: own if own and url == theme.address else read_style(url, theme)
    )
    return weasyprint.CSS(url=theme.address, url_fetcher=fetcher)


def make_page(paper: str, language: str) -> str:
    """Return the markup of a small article, as `export` writes this markup."""
    article = Article(headline="A", body="<p>It came in.</p>", language=language)
    edition = Edition(paper=paper)
    prepared = prepare(Reading("a", article, None, ()), JobTicket(edition), "a")
    return article_page(prepared, edition).html


def used_values(path: Path, paper: str, language: str) -> tuple[Mapping[str, str], ...]:
    """Return the values of all tokens on the root of a page and in a paragraph of its text.

    WeasyPrint is asked for the styles of the elements, and lays nothing out: printing every token
    on every sheet would take an hour.
    """
    html = weasyprint.HTML(string=make_page(paper, language))
    style_for = weasyprint.css.get_all_computed_styles(html, [parse_theme(path)])
    elements = html.etree_element, html.etree_element.find(".//p")
    return tuple(
        {one.name: value_of(style_for(element), one.name) for one in tokens()}
        for element in elements
    )


def value_of(style: Mapping[str, object], name: str) -> str:
    """Return the value of a custom property in the style of an element."""
    value = style[name.replace("-", "_")]
    return tinycss2.serialize(value).strip() if isinstance(value, list | tuple) else str(value)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize(
    "selector",
    mark_slow(
        [":root", ".wide-sheet", ".large-sheet", ".small-sheet"], but={":root", ".small-sheet"}
    ),
)
def test_the_value_of_a_theme_is_the_value_on_every_sheet(
    tmp_path: Path, base: str, selector: str
) -> None:
    """Each token, each kind of sheet, both directions; also on top of a theme of printkit's."""
    path = tmp_path / "ours.css"
    settings = "; ".join(f"{one.name}: ours{number}" for number, one in enumerate(TOKENS))
    path.write_text(f'@import "{base}";\n{selector} {{ {settings} }}')
    wrong = []
    for paper in PAPERS:
        for language in LANGUAGES:
            page = make_page(paper, language)
            if selector != ":root" and selector[1:] not in page.partition(">")[2].partition(">")[0]:
                continue
            for place, values in zip(
                ("root", "p"), used_values(path, paper, language), strict=True
            ):
                for number, one in enumerate(TOKENS):
                    excused = language != "en" and place == "p" and one.name in OF_SCRIPTS
                    if values[one.name] != f"ours{number}" and not excused:
                        wrong.append((paper, language, place, one.name, values[one.name]))
    assert wrong == []


@pytest.mark.parametrize(
    ("paper", "kind"),
    [
        ("A4", "value"),
        ("A5", "small"),
        ("A3", "large"),
        ("210x148mm", "wide"),
        ("297x210mm", "wide_large"),
    ],
)
def test_the_table_has_the_values_that_are_used(paper: str, kind: str) -> None:
    """`printkit themes --tokens` tells the truth for each kind of sheet."""
    root, _ = used_values(Path("broadsheet"), paper, "en")
    told = {one.name: getattr(one, kind) for one in TOKENS}
    plain = {name: value for name, value in told.items() if not {"(", ","} & {*value}}
    assert len(plain) > 70
    assert {name: root[name] for name in plain} == plain


def print_words(theme: str, paper: str, words: str, language: str = "en") -> tuple[float, float]:
    """Print an article; return the size of these words in points, and their left edge in mm."""
    record = {
        "headline": "Ship",
        "subheadline": "Standfirst",
        "section": "World",
        "body": "<p>It came in.</p>" * 90,
        "language": language,
    }
    made = printkit.export(record, theme=theme, paper=paper)
    assert {one.code for one in made.remarks} <= {"PK206", "PK502"}
    for page in pypdfium2.PdfDocument(made.pdf):
        text = page.get_textpage()
        index = text.get_text_range().find(words)
        if index >= 0:
            size = pypdfium2.raw.FPDFText_GetFontSize(text, index) * 0.75
            return round(size, 1), text.get_charbox(index)[0] / 72 * 25.4
    raise AssertionError(words)


@pytest.mark.parametrize("paper", ["A4", "A5", "297x210mm", "420x297mm", "148x105mm"])
def test_the_value_of_a_theme_is_printed(tmp_path: Path, paper: str) -> None:
    """The styles that the engine tells are the styles that are printed."""
    path = tmp_path / "ours.css"
    path.write_text('@import "printkit:base.css";\n:root { --headline-size: 12pt }')
    assert print_words(str(path), paper, "Ship")[0] == 12


@pytest.mark.parametrize("paper", ["A4", "297x210mm"])
def test_large_print_has_its_standfirst_on_every_sheet(paper: str) -> None:
    """On A4 landscape the standfirst was smaller than the text."""
    assert print_words("large-print", paper, "Standfirst")[0] == 20


def test_the_running_head_of_a_theme_stands_in_text_from_right_to_left(tmp_path: Path) -> None:
    """The base exchanges left and right, but not the values that a theme sets."""
    path = tmp_path / "ours.css"
    margins = ":root { --top-left: 'Mine'; --top-left-case: none }"
    path.write_text(f'@import "printkit:base.css";\n{margins}')
    assert print_words(str(path), "A4", "Mine")[1] == pytest.approx(25, abs=1)
    assert print_words(str(path), "A4", "Mine", "he")[1] == pytest.approx(25, abs=1)
