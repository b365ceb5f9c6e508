"""Bookmarks of a joined PDF stay below its title, and lead to the page they named."""

import io
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, NameTree, OutlineItem, Pdf, String

from printkit import digest, inserts
from printkit.edition.limits import DEFAULTS
from tests.support.admitted_inserts import admit_here
from tests.support.digest_readback import read_outline
from tests.support.imposition_pdfs import make_numbered_pdf
from tests.support.paths import CASES


def admit(tmp_path: Path, pdf: Pdf) -> inserts.AdmittedInsert:
    """Save a PDF and admit it."""
    path = tmp_path / "guide.pdf"
    pdf.save(path)
    return admit_here(path)


def shown(admitted: inserts.AdmittedInsert) -> list[tuple[int, str, int]]:
    """Return level, title and page of each bookmark."""
    return [(one.level, one.label, one.place.page) for one in admitted.bookmarks]


def told(admitted: inserts.AdmittedInsert) -> list[str]:
    """Return the remarks on bookmarks."""
    return [one.message for one in admitted.remarks if one.code == "PK302"]


def outlined(pages: int, *items: dict[str, Any]) -> Pdf:
    """Return a PDF with bookmarks on the first level, each given as its dictionary in the file."""
    pdf = make_numbered_pdf(pages)
    made = [pdf.make_indirect(Dictionary(one)) for one in items]
    for one, after in itertools.pairwise(made):
        one.Next = after
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=made[0]))
    return pdf


def test_bookmarks_of_an_appended_file_stand_below_its_title() -> None:
    """Field case b23 has three levels; a bookmark that leads nowhere keeps its place."""
    joined = CASES / "b23-outline-labels-links.pdf"
    made = digest(CASES / "b20-small.json", append=[joined], cache=False)
    outline = read_outline(made.pdf)
    titles = [title for _, title, _ in outline]
    start = titles.index("Annual report of the harbour")
    level, _, first = outline[start]
    assert [
        (one - level, title, page - first) for one, title, page in outline[start : start + 5]
    ] == [
        (0, "Annual report of the harbour", 0),
        (1, "Chapter one", 2),
        (2, "Section 1.1", 3),
        (2, "Broken", 3),
        (1, "Chapter two", 4),
    ]


def test_a_bookmark_keeps_its_corner(tmp_path: Path) -> None:
    """The bookmark leads to the corner by name, by action, and by each kind of destination."""

    def page(number: int, *view: Any) -> Array:
        return Array([pdf.pages[number].obj, *view])

    pdf = make_numbered_pdf(3)
    names = NameTree.new(pdf)
    names["quay"] = Dictionary(D=page(1, Name.FitH, 500))
    pdf.Root.Names = Dictionary(Dests=names.obj)
    with pdf.open_outline() as outline:
        outline.root += [
            OutlineItem("Kästchen", page(2, Name.XYZ, 20, 300, 0)),
            OutlineItem("Quay", String("quay")),
            OutlineItem("Pier", action=Dictionary(S=Name.GoTo, D=page(1, Name.FitR, 5, 6, 7, 8))),
            OutlineItem("Mole", page(1, Name.XYZ, None, None, None)),
        ]
    admitted = admit(tmp_path, pdf)
    infinite = float("inf")
    assert [tuple(one.place) for one in admitted.bookmarks] == [
        (2, 20, 300),
        (1, 0, 500),
        (1, 5, 8),
        (1, 0, infinite),
    ]
    assert [one.label for one in admitted.bookmarks] == ["Kästchen", "Quay", "Pier", "Mole"]
    assert told(admitted) == []


def test_a_head_without_a_target_leads_to_its_first_bookmark(tmp_path: Path) -> None:
    """Books have such heads if their parts have no page of their own; there is no remark."""
    pdf = make_numbered_pdf(3)
    with pdf.open_outline() as outline:
        part, chapter = OutlineItem("Part two"), OutlineItem("Chapter three")
        chapter.children.append(OutlineItem("Boats", 2))
        part.children.append(chapter)
        outline.root += [OutlineItem("Part one", 1), part]
    admitted = admit(tmp_path, pdf)
    assert shown(admitted) == [
        (1, "Part one", 1),
        (1, "Part two", 2),
        (2, "Chapter three", 2),
        (3, "Boats", 2),
    ]
    assert told(admitted) == []


def test_a_bookmark_to_another_place_keeps_its_words_and_is_told(tmp_path: Path) -> None:
    """Other places are a web address, another file, a script, or a name that is missing."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf = outlined(
        2,
        {"/Title": String("Dawn"), "/Dest": Array([1, Name.Fit])},
        {"/Title": String("Web"), "/A": Dictionary(S=Name.URI, URI=String("https://a.example/"))},
        {"/Title": String("Other"), "/A": Dictionary(S=Name.GoToR, F=String("b.pdf"))},
        {"/Title": String("Script"), "/A": script},
        {"/Title": String("Gone"), "/Dest": String("gone")},
        {"/Title": String("  "), "/Dest": Array([1, Name.Fit])},
    )
    admitted = admit(tmp_path, pdf)
    assert shown(admitted) == [(1, one, 1) for one in ("Dawn", "Web", "Other", "Script", "Gone")]
    opening = "a bookmark lost its target and leads where its neighbour leads: "
    assert told(admitted) == [
        opening + one for one in ("Web: https://a.example/", "Other", "Script", "Gone")
    ]
    assert b"alert" not in admitted.pdf


def loop(pdf: Pdf) -> None:
    """Let the last bookmark lead to the first bookmark, and the first bookmark contain itself."""
    first = pdf.Root.Outlines.First
    first.Next.Next, first.First = first, first


def dig(pdf: Pdf) -> None:
    """Nest bookmarks very deep."""
    item = pdf.Root.Outlines.First.Next
    for number in range(200):
        item.First = pdf.make_indirect(Dictionary(Title=String(f"{number}")))
        item = item.First


@pytest.mark.parametrize(("spoil", "count"), [(loop, 2), (dig, 202)])
def test_a_hostile_outline_ends(tmp_path: Path, spoil: Callable[[Pdf], None], count: int) -> None:
    """Each bookmark is read once, and levels are limited."""
    one = {"/Title": String("\x1b[31mOne\u202e\n"), "/Dest": Array([0, Name.Fit])}
    pdf = outlined(1, one, one)
    spoil(pdf)
    admitted = admit(tmp_path, pdf)
    assert len(admitted.bookmarks) == count
    assert admitted.bookmarks[0].label == "[31mOne"
    assert max(one.level for one in admitted.bookmarks) <= 30


def test_very_many_bookmarks_end_with_a_remark(tmp_path: Path) -> None:
    """The remark names the first bookmark that is left out."""
    items = [{"/Title": String(f"No. {number}")} for number in range(DEFAULTS.joined_bookmarks + 5)]
    admitted = admit(tmp_path, outlined(1, *items))
    assert len(admitted.bookmarks) == DEFAULTS.joined_bookmarks
    assert told(admitted)[0].endswith(
        "No. 5000, and all bookmarks after it (limits.joined_bookmarks)"
    )


def test_a_title_stands_once(tmp_path: Path) -> None:
    """Word processors make one bookmark of the title, and put all other bookmarks below it."""
    pdf = make_numbered_pdf(3)
    pdf.docinfo["/Title"] = "Harbour guide"
    with pdf.open_outline() as outline:
        root = OutlineItem("Harbour guide", 0)
        root.children += [OutlineItem("Boats", 1), OutlineItem("Nets", 2)]
        outline.root.append(root)
    file = io.BytesIO()
    pdf.save(file)
    path = tmp_path / "a.pdf"
    path.write_bytes(file.getvalue())
    made = digest(CASES / "b20-small.json", append=[path], cache=False)
    titles = [title for _, title, _ in read_outline(made.pdf)]
    start = titles.index("Harbour guide")
    assert titles[start : start + 3] == ["Harbour guide", "Boats", "Nets"]
