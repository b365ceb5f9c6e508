"""Cases of a test of which `make test` runs some, and `make slow` all others.

mark_slow(["a", "b", "c"], but={"b"})    three parameters of a test: `b` is quick
"""

from collections.abc import Collection, Hashable, Iterable

import pytest
from _pytest.mark import ParameterSet


def mark_slow(cases: Iterable[Hashable], *, but: Collection[Hashable]) -> list[ParameterSet]:
    """Return the cases as parameters of a test, of which all but some are marked slow.

    A tuple holds the values of several parameters. A quick case that is no case is an error:
    otherwise a case that was renamed would leave `make test` unseen.
    """
    rows = list(cases)
    if rows and (unknown := [one for one in but if one not in rows]):
        raise ValueError(f"no case of this test: {unknown}")
    return [
        pytest.param(
            *(row if isinstance(row, tuple) else (row,)),
            marks=[] if row in but else [pytest.mark.slow],
        )
        for row in rows
    ]
