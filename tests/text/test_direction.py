"""The direction in which a text runs."""

from printkit.text.direction import is_right_to_left


def test_hebrew_and_arabic_run_from_the_right() -> None:
    """One letter of these scripts is enough."""
    assert is_right_to_left("on ש street")
    assert is_right_to_left("الأخبار")
    assert not is_right_to_left("on S street, नमस्ते")
