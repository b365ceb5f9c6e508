"""An answer of the recognition tells whether the language is known."""

import pytest

from printkit.wording.recognised import Recognised


@pytest.mark.parametrize(("tag", "known"), [("ja", True), ("und", False), ("und-Arab", False)])
def test_a_script_alone_is_no_language(tag: str, known: bool) -> None:
    """The tag `und` means that the language is unknown."""
    assert Recognised(tag, 0.5).is_known == known
