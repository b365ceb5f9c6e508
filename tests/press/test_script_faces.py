"""Scripts that need faces of their own."""

import pytest

from printkit.press.script_faces import scripts_of


@pytest.mark.parametrize(
    ("markup", "scripts"),
    [
        ("<p>Málaga, Ελλάδα, Москва, Ọ̀yọ́ — “§ 3”…</p>", ()),
        ("<p>שלום</p>", ("hebrew",)),
        ("<p>سلام, ☎ 12, שלום</p>", ("arabic", "emoji", "hebrew")),
        ("<p>😀</p>", ("emoji",)),
    ],
)
def test_only_scripts_of_the_page_are_named(markup: str, scripts: tuple[str, ...]) -> None:
    """Scripts are sorted, so that the same page has the same engine."""
    assert scripts_of(markup) == scripts
