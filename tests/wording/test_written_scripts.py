"""A language of several scripts: its tag names the script of a text."""

import pytest

from printkit.wording.written_scripts import in_script


@pytest.mark.parametrize(
    ("tag", "script", "wanted"),
    [
        ("ku", "Arab", "ku-Arab"),
        ("pa-IN", "Arab", "pa-Arab-IN"),
        ("pa-PK", "Arab", "pa-PK"),
        ("ku-Latn", "Arab", "ku-Latn"),
        ("ku-Latn-TR", "Arab", "ku-Latn-TR"),
        ("ms", "Arab", "ms-Arab"),
        ("yi", "Latn", "yi-Latn"),
        ("en", "Hebr", "en"),
        ("und", "Hebr", "und"),
        ("ar", "", "ar"),
    ],
)
def test_a_tag_names_a_script_in_which_its_language_is_written(
    tag: str, script: str, wanted: str
) -> None:
    """A script that the tag names stays, and a language is not put into a foreign script."""
    assert in_script(tag, script) == wanted
