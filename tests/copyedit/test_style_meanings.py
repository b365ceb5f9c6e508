"""A style is read for its meaning on paper, as a browser reads the style."""

import pytest

from printkit.copyedit.style_meanings import style_meaning
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("style", "meaning"),
    [
        ("display : none", "hidden"),
        ("color:red; visibility: hidden", "hidden"),
        ("DISPLAY: Block", "block"),
        ("text-decoration: underline line-through red", "struck"),
        ("font-weight: 600; font-style: italic", "bold italic"),
        ("white-space: pre-wrap", "lines spaces"),
        ("white-space: pre-line", "lines"),
        ("text-transform: uppercase; font-variant: small-caps", "uppercase smallcaps"),
        ("text-transform: none; font-variant-caps: all-small-caps", "as-written allsmallcaps"),
        ("font: small-caps 16px serif", "light upright smallcaps"),
        ("white-space: nowrap; text-decoration: none; vertical-align: top", None),
        ("my-display: block", None),
        ("font: italic bold 12px/30px Georgia, serif", "bold italic small"),
        ("font: 700 1.2em 'Bold Italic'", "upright bold"),
        ("font: 16px x", "light upright"),
        ("font: inherit", None),
        ("text-decoration: line-through; text-decoration: none", None),
        ("text-decoration: line-through !important", "struck"),
        ("content: 'a; display: none'", None),
        ("/* display: none */ color: red", None),
        ("color: red /* ; display: none", None),
        ("background: url(a;display:none)", "url(a;display:none)"),
    ],
)
def test_a_style_is_read_for_what_it_means_on_paper(style: str, meaning: str | None) -> None:
    """Colours, sizes and fonts belong to printkit's own style sheet."""
    assert style_meaning(style) == meaning


@pytest.mark.parametrize(
    ("style", "meaning"),
    [
        ("vertical-align: .5em", "raised"),
        ("vertical-align:4px", "raised"),
        ("vertical-align: -25%", "lowered"),
        ("vertical-align: 0.4rem; font-size: 70%", "raised small"),
        ("vertical-align: -2px; font-size: 9px", "lowered small"),
        ("position: relative; top: -.4em; font-size: .7em", "raised small"),
        ("position:relative;bottom:-3px;font-size:smaller", "lowered small"),
        ("font-variant-position: super", "raised"),
        ("font: 60%/1 serif; vertical-align: top", "raised light upright small"),
        ("transform: translateY(-40%); font-size: 60%", "raised small"),
        ("transform: translate(0, .3em); font-size: 60%", "lowered small"),
        ("vertical-align: -0.125em", None),
        ("vertical-align: -2px", None),
        ("vertical-align: 0", None),
        ("vertical-align: middle", None),
        ("position: relative; top: -1px", None),
        ("top: -.4em; font-size: .7em", "small"),
        ("vertical-align: super; vertical-align: baseline", None),
    ],
)
def test_a_shift_of_a_letter_makes_a_power_or_an_index(style: str, meaning: str | None) -> None:
    """Small shifts only align icons, badges and large type with their line."""
    assert style_meaning(style) == meaning


@pytest.mark.parametrize(
    ("style", "meaning"),
    [
        ("display: table-cell", "box tablecell"),
        ("display: table-row", "block tablerow items"),
        ("display: flex", "block items"),
        ("display: -webkit-inline-flex", "apart items"),
        ("display: flex; flex-flow: column wrap", "block rows"),
        ("display: grid", "block rows"),
        ("display: grid; grid-template-columns: 1fr 2fr", "block items"),
        ("float: right", "box"),
        ("display: block; float: left", "box"),
        ("position: absolute; right: 0", "box"),
        ("position: absolute; left: -9999px", "box unseen"),
        ("position:absolute;clip:rect(0 0 0 0)", "box unseen"),
        ("position:absolute;clip-path:inset(50%);width:1px", "box unseen"),
        ("text-indent: -9999px", "unseen"),
        ("text-indent: -2em", None),
        ("opacity: 0", "unseen"),
        ("opacity: 0; transform: translateY(20px)", None),
        ("opacity: 0.5", None),
        ("font-size: 0px", "sizeless"),
    ],
)
def test_a_place_of_a_box_is_read(style: str, meaning: str | None) -> None:
    """A box of which nothing can be seen is told from other boxes."""
    assert style_meaning(style) == meaning


@pytest.mark.parametrize(
    "part",
    ["/*", "/**/", "url(", "'", '"', "0", "font:", ":", ";", "opacity:0", "translate(", " ", "-",
     "font-size:.", "vertical-align:9", "(,"],
)  # fmt: skip
@pytest.mark.parametrize(
    "start",
    mark_slow(["", "font:", "opacity:", "transform:", "translate:a "], but={"", "transform:"}),
)
def test_a_long_style_is_read_fast(start: str, part: str) -> None:
    """A million signs of each kind."""
    with ends_soon():
        style_meaning(start + part * (1_000_000 // len(part)))
