"""An import counts on paper as WeasyPrint decides: WeasyPrint itself is asked here."""

import pytest
import weasyprint
from weasyprint.urls import URLFetcherResponse

from printkit.themes.stylesheet import scan

CONDITIONS = (
    "", "print", "all", "PRINT", "screen", "speech", "only print", "only screen", "not print",
    "screen, print", "screen,all", "screen, tv", "layer", "layer(x)", "layer(x) screen",
    "layer print", "layer(x.y) only print", "print and (min-width: 1px)", "(min-width: 1px)",
    "supports(top: 0)", "layer supports(top: 0)", "print print", "print,", "only", "'print'",
    "/**/", "print/* , */", "Layer(x)", "LAYER", ", print", "print, only", "layer layer", "url(x)",
)  # fmt: skip


def follows(sheet: str) -> bool:
    """Return whether WeasyPrint asks for a file that the style sheet imports."""
    asked = []

    def fetch(url: str) -> object:
        asked.append(url)
        return URLFetcherResponse(url, b"")

    weasyprint.CSS(string=sheet, base_url="https://example.org/", url_fetcher=fetch)
    return bool(asked)


def test_an_import_without_an_end_is_idle() -> None:
    """CSS would follow the import; WeasyPrint does not."""
    sheet = '@import "https://example.org/a.css'
    assert not follows(sheet)
    assert len(scan(sheet).idle_imports) == 1


@pytest.mark.parametrize("conditions", CONDITIONS)
def test_an_import_is_in_force_where_weasyprint_follows_it(conditions: str) -> None:
    """All other imports are idle: printkit neither looks for their files nor counts their rules."""
    sheet = f'@import "a.css" {conditions};'
    scanned = scan(sheet)
    assert bool(scanned.imports) == follows(sheet)
    assert bool(scanned.idle_imports) != bool(scanned.imports)
