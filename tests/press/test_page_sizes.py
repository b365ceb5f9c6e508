"""Margins that leave no room: WeasyPrint prints such a page larger than its sheet."""

from pathlib import Path

import pytest

from printkit import digest, export
from printkit.remarks import Remark
from tests.support.own_themes import write_theme
from tests.support.press_runs import make_record
from tests.support.sample_records import PLAIN


def told(remarks: tuple[Remark, ...]) -> list[tuple[str, str]]:
    """Return sentence and place of each remark on the size of pages."""
    return [(one.message.partition(";")[0], one.file) for one in remarks if one.code == "PK508"]


@pytest.mark.parametrize("margin", ["--margin-side: 105mm", "--margin-side: 120mm"])
def test_margins_that_leave_no_room_are_told(tmp_path: Path, margin: str) -> None:
    """WeasyPrint silently prints a page of 240 mm on paper of 210 mm."""
    theme = write_theme(tmp_path, f":root {{ {margin} }}")
    no_room = ("the margins leave no room for text on a sheet of 210 × 297 mm", "ours.css")
    assert told(export(PLAIN, theme=theme).remarks) == [no_room]


def test_a_digest_tells_it_once(tmp_path: Path) -> None:
    """The remark comes with the running heads, and not with each article."""
    theme = write_theme(tmp_path, ":root { --margin-side: 105mm }")
    records = [make_record("a"), make_record("b")]
    made = digest(records, theme=theme, title="The Week", cache=False)
    assert len(told(made.remarks)) == 1


def test_wide_margins_with_room_between_are_not_told(tmp_path: Path) -> None:
    """A sheet that the theme itself chooses for its pages gets no remark either."""
    theme = write_theme(tmp_path, ":root { --margin-side: 80mm } @page { size: 200mm 300mm }")
    assert told(export(PLAIN, theme=theme).remarks) == []
