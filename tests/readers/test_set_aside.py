"""Values that no field takes are kept, and told; after twenty values, only their number."""

from printkit.readers.set_aside import SetAside


def test_after_twenty_remarks_of_a_kind_the_others_are_counted() -> None:
    """A hostile record has a million keys."""
    aside = SetAside()
    for number in range(23):
        assert aside.is_full == (number >= 20)
        aside.tell(f"key {number}")
        aside.leave_out(f"key {number}", number, "is odd")
    told = [(one.code, one.message) for one in aside.remarks("a")]
    assert len(told) == 42
    assert told[20] == ("PK201", "and 3 more keys were kept in extra")
    assert told[21] == ("PK205", "key 0 0 is odd; left out")
    assert told[41] == ("PK205", "and 3 more values were unclear")
    assert len(aside.values) == 23


def test_the_first_texts_are_named_with_the_text_that_was_taken() -> None:
    """Only a value with other texts is kept."""
    aside = SetAside()
    aside.leave_texts("license", ["A"], "A", [])
    aside.leave_texts("license", ["A", "B"], "A", ["B"])
    assert [one.message for one in aside.remarks("a")] == [
        "of license 'A' was taken; left out: 'B'"
    ]
    assert aside.values == [("license", ["A", "B"])]
