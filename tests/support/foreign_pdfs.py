"""Tagged PDFs of other programs, with structure trees that differ from printkit's.

print_foreign_article()      an article of our own, as a foreign file
make_workbook(change)        an office program's file: roles, branches, ids and classes of its own
"""

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from printkit.bindery.book import Insert
from tests.support import printed_articles
from tests.support.bindery_parts import HARBOUR, open_pdf, print_pages

Change = Callable[[Pdf], object]


@cache
def print_foreign_article() -> bytes:
    """Print an article by itself, to be bound as a foreign file."""
    return printed_articles.print_article().pdf


def make_insert(pdf: bytes, title: str = "Theirs") -> Insert:
    """Return a tagged insert."""
    with open_pdf(pdf) as file:
        return Insert(pdf, len(file.pages), title, tagged=True)


def change_pdf(pdf: bytes, *changes: Change) -> bytes:
    """Return the PDF after these changes."""
    made = BytesIO()
    with open_pdf(pdf) as file:
        for change in changes:
            change(file)
        file.save(made)
    return made.getvalue()


def make_workbook(*changes: Change) -> bytes:
    """Return two pages with roles and classes of their own, and ids like printkit's ids."""
    return change_pdf(print_pages(HARBOUR, "a").pdf, rename_roles, branch_parent_tree, *changes)


def list_elements(pdf: Pdf) -> list[Object]:
    """Return all elements of the structure tree, parents before kids."""
    found: list[Object] = []
    ahead = [pdf.Root.StructTreeRoot.K[0]]
    while ahead:
        one = ahead.pop()
        if isinstance(one, Dictionary) and Name.S in one:
            found.append(one)
            below = one.get(Name.K)
            ahead += reversed(list(below) if isinstance(below, Array) else [])
    return found


def find_first_element(pdf: Pdf, role: str) -> Object:
    """Return the first element of a role."""
    return next(one for one in list_elements(pdf) if str(one.S) == f"/{role}")


def rename_roles(pdf: Pdf) -> None:
    """Give headings and paragraphs new role names; one new name is a standard role's."""
    words = {"/H1": "/Heading", "/P": "/Textbody", "/Document": "/Book", "/Figure": "/P"}
    for one in list_elements(pdf):
        one.S = Name(words.get(str(one.S), str(one.S)))
    root = pdf.Root.StructTreeRoot
    root.RoleMap = Dictionary(
        Heading=Name.Caption1, Caption1=Name.H1, Textbody=Name.P1, Book=Name.Document, TH=Name.TH
    )
    root.RoleMap.update(Dictionary({"/P": Name.Figure, "/P1": Name.Body, "/Body": Name.BT}))
    root.RoleMap.BT = Name.Quote
    root.ClassMap = Dictionary(wide=Dictionary(O=Name.Layout, Placement=Name.Block))
    find_first_element(pdf, "Heading").C = Name.wide


def branch_parent_tree(pdf: Pdf) -> None:
    """Spread the ParentTree over two branches, with large gaps between its keys."""
    root = pdf.Root.StructTreeRoot
    entries = root.ParentTree.Nums.as_list()
    shifted = [one if place % 2 else int(one) * 10 for place, one in enumerate(entries)]
    for one in pdf.objects:
        for key in ("/StructParents", "/StructParent"):
            if isinstance(one, Dictionary | pikepdf.Stream) and key in one:
                one[key] = int(one[key]) * 10
    half = len(shifted) // 4 * 2
    leaves = [
        pdf.make_indirect(Dictionary(Nums=Array(some), Limits=Array([some[0], some[-2]])))
        for some in (shifted[:half], shifted[half:])
    ]
    middle = pdf.make_indirect(Dictionary(Kids=Array(leaves[1:])))
    root.ParentTree = pdf.make_indirect(Dictionary(Kids=Array([leaves[0], middle])))
