"""Ids that two parts both use."""

import re

from tests import structure
from tests.bindery.parts import HARBOUR, bound, coalesced, faults, part


def ids(pdf: bytes) -> list[str]:
    return [str(one["/ID"]) for one in structure.elements(pdf, "TH")]


def test_ids_are_told_apart_and_cells_find_their_heads() -> None:
    """The first part keeps its own, of the others each gets another opening."""
    parts = [part(HARBOUR, name) for name in "abd"]
    own = ids(parts[0].pages.pdf)
    made = coalesced(bound(*parts))
    assert ids(parts[1].pages.pdf) == own
    assert len(set(ids(made))) == 3 * len(own) > 0
    assert ids(made)[: len(own)] == own
    cells = structure.elements(made, "TD")
    heads = [[str(head) for head in cell["/A"]["/Headers"]] for cell in cells]
    assert all(set(named) <= set(ids(made)) for named in heads)
    assert len({re.sub(r"th-.*", "", named[0]) for named in heads}) == 3
    assert faults(made, archive=False) == []
