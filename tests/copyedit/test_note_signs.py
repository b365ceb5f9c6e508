"""The signs of a note, and the weight of each sign."""

import pytest

from printkit.copyedit.mark_looks import Look
from printkit.copyedit.note_signs import Evidence, is_note

# A plain number that leads to one of four items in the middle of a text.
STEP = Evidence(
    items=4, share=0.25, look=Look.PLAIN, is_letter=False, named=False, answered=False,
    headed=False, repeated=True, ends=False, counted=False, long=False,
)  # fmt: skip
# A plain number that leads to a paragraph with the same number.
PASSAGE = STEP._replace(items=0, share=1.0)


@pytest.mark.parametrize(
    ("signs", "judged"),
    [
        (STEP, False),
        (STEP._replace(look=Look.RAISED), False),
        (STEP._replace(look=Look.RAISED, ends=True), True),
        (STEP._replace(look=Look.BRACKETED, share=0.5), True),
        (STEP._replace(look=Look.BRACKETED, share=1, counted=True), False),
        (STEP._replace(look=Look.BRACKETED, share=1, is_letter=True), False),
        (STEP._replace(share=1, ends=True), True),
        (STEP._replace(share=1, ends=True, items=2), False),
        (STEP._replace(share=1, ends=True, is_letter=True), False),
        (STEP._replace(share=1, ends=True, counted=True), False),
        (STEP._replace(share=1), False),
        (STEP._replace(answered=True), False),
        (PASSAGE._replace(answered=True, counted=True), False),
        (STEP._replace(answered=True, share=0.5), True),
        (STEP._replace(named=True, headed=True), True),
        (STEP._replace(headed=True), True),
        (PASSAGE, False),
        (PASSAGE._replace(ends=True), False),
        (PASSAGE._replace(named=True), True),
        (PASSAGE._replace(named=True, long=True), True),
        (PASSAGE._replace(answered=True), True),
        (PASSAGE._replace(headed=True), True),
        (PASSAGE._replace(headed=True, repeated=False), False),
        (PASSAGE._replace(look=Look.RAISED), True),
        (PASSAGE._replace(look=Look.RAISED, long=True), False),
        (PASSAGE._replace(look=Look.ATTACHED), False),
        (PASSAGE._replace(look=Look.ATTACHED, ends=True), True),
        (PASSAGE._replace(look=Look.ROUND, ends=True), True),
        (PASSAGE._replace(look=Look.ROUND, ends=True, counted=True), False),
    ],
)
def test_a_note_needs_a_proof_or_the_look_and_the_place(signs: Evidence, judged: bool) -> None:
    """Every other link of this kind is a cross-reference."""
    assert is_note(signs) is judged
