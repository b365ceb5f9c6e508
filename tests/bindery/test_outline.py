"""The outline: nested, tied and counted, with places."""

import pikepdf
from pikepdf import Object

from printkit.bindery import outline
from printkit.pages import Bookmark, Position


def made(*entries: tuple[int, str]) -> pikepdf.Pdf:
    """Return a file of three pages with these bookmarks, each (level, label)."""
    file = pikepdf.new()
    for _ in range(3):
        file.add_blank_page()
    bookmarks = [
        Bookmark(level, label, Position(number % 3, 10, 20.5))
        for number, (level, label) in enumerate(entries)
    ]
    outline.add_outline(file, bookmarks, [page.obj for page in file.pages])
    return file


def shown(entry: Object) -> str:
    """Return the outline as text, `A(B C)`: an entry and the entries below it."""
    below, last = [], None
    kid = entry.get("/First")
    while kid is not None:
        assert kid.Parent.objgen == entry.objgen
        assert (kid.Prev.objgen if "/Prev" in kid else None) == (last and last.objgen)
        below.append(shown(kid))
        last, kid = kid, kid.get("/Next")
    assert (entry.Last.objgen if below else None) == (last and last.objgen)
    return str(entry.get("/Title", "")) + (f"({' '.join(below)})" if below else "")


def test_entries_nest_by_level() -> None:
    """The levels may leave a number out, and the first entry may have a deep level."""
    file = made((1, "A"), (2, "B"), (3, "C"), (2, "D"), (1, "E"), (3, "F"), (2, "G"))
    assert shown(file.Root.Outlines) == "(A(B(C) D) E(F G))"
    file = made((3, "A"), (2, "B"), (2, "C"))
    assert shown(file.Root.Outlines) == "(A B C)"


def test_the_first_level_is_open_and_the_others_are_closed() -> None:
    """Counts of open entries are positive, counts of closed entries are negative."""
    file = made((1, "A"), (2, "B"), (3, "C"), (3, "D"), (2, "E"), (1, "F"))
    top = file.Root.Outlines
    assert top.Count == 4
    assert top.First.Count == 2
    assert top.First.First.Count == -2
    assert "/Count" not in top.Last


def test_entries_lead_to_their_places() -> None:
    """An entry leads to a page and to the points on the page; the viewer keeps its zoom."""
    file = made((1, "A"), (1, "Grüße, שלום"))
    last = file.Root.Outlines.Last
    assert last.Dest[0].objgen == file.pages[1].obj.objgen
    assert [str(one) for one in last.Dest.as_list()[1:]] == ["/XYZ", "10", "20.5", "0"]
    assert str(last.Title) == "Grüße, שלום"


def test_a_file_opens_with_its_outline_if_it_has_one() -> None:
    """A file without an outline opens as the viewer likes."""
    assert made((1, "A")).Root.PageMode == pikepdf.Name.UseOutlines
    file = made()
    assert "/Outlines" not in file.Root
    assert "/PageMode" not in file.Root
