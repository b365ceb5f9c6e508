"""Printkit's own style sheets: their addresses, and the style sheets that they import."""

from printkit.themes import STYLES
from printkit.themes.printkit_styles import instead_of, printkit_styles, reached_styles


def test_the_addresses_of_printkits_styles_lead_to_files() -> None:
    """Each address names a style sheet; the base comes first of all."""
    assert printkit_styles()[0] in ("printkit:bare.css", "printkit:base.css")
    assert "printkit:themes/broadsheet.css" in printkit_styles()
    assert all((STYLES / one.partition(":")[2]).is_file() for one in printkit_styles())


def test_a_style_reaches_what_it_imports() -> None:
    """Each style is listed once, imported directly or through another style."""
    reached = reached_styles(["printkit:themes/reader.css", "printkit:base/rules.css"])
    assert len(reached) == len(set(reached))
    assert {"printkit:base/fonts-literata.css", "printkit:base/page.css"} <= set(reached)
    assert "printkit:base/fonts-source-serif.css" not in reached


def test_only_a_similar_address_is_advised() -> None:
    """All addresses share a scheme; so the scheme does not make two addresses similar."""
    assert instead_of("printkit:bse.css") == '; write "printkit:base.css"'
    assert instead_of("../reader.css") == '; write "printkit:themes/reader.css"'
    assert instead_of("printkit:nothere.css") == ""
