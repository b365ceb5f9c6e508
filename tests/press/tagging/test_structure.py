"""The structure check finds no fault in a sound tree, and each fault put into a tree."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.support import structure_tree
from tests.support.tagged_snippets import SQUARE, print_snippet

PAGE = f"""<h1>Title</h1><p>Some <a href="http://x.y/">linked</a> words <img alt=x src="{SQUARE}">
<table><tr><th>a<th>b<tr><td>c<td>d</table><p style="break-before: page">More words"""


class Opened:
    """A page to put a fault into."""

    def __init__(self) -> None:
        self.writer = PdfWriter(
            clone_from=BytesIO(print_snippet(PAGE, "@page{@top-left{content:'H'}}").pdf)
        )
        root: Any = self.writer.root_object["/StructTreeRoot"]
        self.root = root
        self.top = root["/K"][0].get_object()
        self.nums = root["/ParentTree"]["/Nums"]

    def one(self, role: str, nth: int = 0) -> Any:
        """Return the nth element of a role."""
        return [e for e in self.below(self.top) if e["/S"] == f"/{role}"][nth]

    def below(self, element: Any) -> list[Any]:
        """Return an element and all elements below this element."""
        found = [element]
        for kid in element["/K"]:
            kid = kid.get_object()
            if isinstance(kid, DictionaryObject) and "/S" in kid:
                found += self.below(kid)
        return found

    def redraw(self, number: int, old: bytes, new: bytes) -> None:
        """Replace some bytes in the content of a page."""
        page: Any = self.writer.pages[number]
        stream = DecodedStreamObject()
        data = page.get_contents().get_data()
        assert old in data
        stream.set_data(data.replace(old, new, 1))
        page[NameObject("/Contents")] = self.writer._add_object(stream)

    def link(self) -> Any:
        """Return the annotation of the first link."""
        page: Any = self.writer.pages[0]
        return page["/Annots"][0].get_object()

    def saved(self) -> bytes:
        """Return the bytes of the file."""
        target = BytesIO()
        self.writer.write(target)
        return target.getvalue()


def wrong_parent(page: Opened) -> None:
    """Name the root as a paragraph's parent."""
    page.one("P")[NameObject("/P")] = page.root.indirect_reference


def dropped_element(page: Opened) -> None:
    """Take an element out of the document."""
    del page.top["/K"][1]


def element_twice(page: Opened) -> None:
    """Hang an element in two places."""
    page.top["/K"].append(page.top["/K"][0])


def content_twice(page: Opened) -> None:
    """Give a heading the same content twice."""
    page.one("H1")["/K"].append(page.one("H1")["/K"][0])


def unknown_role(page: Opened) -> None:
    """Give a paragraph a role that no standard has."""
    page.one("P")[NameObject("/S")] = NameObject("/Foo")


def dangling_kid(page: Opened) -> None:
    """Hang an object into the tree that is not in the file."""
    lost = page.writer._add_object(DictionaryObject())
    page.top["/K"].append(lost)
    page.writer._objects[lost.idnum - 1] = None


def shifted_parents(page: Opened) -> None:
    """Exchange two entries of the ParentTree."""
    page.nums[1], page.nums[3] = page.nums[3], page.nums[1]


def turned_parents(page: Opened) -> None:
    """Reverse an entry of the ParentTree."""
    page.nums[1].reverse()


def no_parents(page: Opened) -> None:
    """Take the ParentTree away."""
    del page.root["/ParentTree"]


def extra_parent(page: Opened) -> None:
    """Add a key to the ParentTree that no page has."""
    page.nums.extend([NumberObject(99), page.top.indirect_reference])


def shared_key(page: Opened) -> None:
    """Give two pages one key of the ParentTree."""
    page.writer.pages[1][NameObject("/StructParents")] = NumberObject(0)


def moved_link(page: Opened) -> None:
    """Move a link's annotation into a heading."""
    link = page.one("Link")
    page.one("H1")["/K"].append(link["/K"].pop(0))
    page.nums[5] = page.one("H1").indirect_reference


def link_out_of_tree(page: Opened) -> None:
    """Take a link's annotation out of the tree."""
    page.one("Link")["/K"].pop(0)


def link_off_page(page: Opened) -> None:
    """Take a link's annotation off its page."""
    page.writer.pages[0][NameObject("/Annots")] = ArrayObject()


def wrong_link_key(page: Opened) -> None:
    """Give a link's annotation the key of a page."""
    page.link()[NameObject("/StructParent")] = NumberObject(0)


def wordless_link(page: Opened) -> None:
    """Take the words of a link away."""
    del page.link()["/Contents"]


def unprinted_link(page: Opened) -> None:
    """Take away the flag that lets a link be printed."""
    del page.link()["/F"]


def same_id(page: Opened) -> None:
    """Give two cells one id."""
    page.one("TH")[NameObject("/ID")] = page.one("TH", 1)["/ID"]


def no_id_tree(page: Opened) -> None:
    """Take the IDTree away."""
    del page.root["/IDTree"]


def unsorted_ids(page: Opened) -> None:
    """Put the names of the IDTree out of order."""
    names = page.root["/IDTree"]["/Names"]
    names[:] = [*names[2:4], *names[:2], *names[4:]]


def unknown_head(page: Opened) -> None:
    """Name a head cell that is not there."""
    page.one("TD")["/A"]["/Headers"][0] = TextStringObject("nobody")


def undescribed_figure(page: Opened) -> None:
    """Take the description of a figure away."""
    del page.one("Figure")["/Alt"]


def misplaced_figure(page: Opened) -> None:
    """Put the box of a figure off its page."""
    page.one("Figure")["/A"]["/BBox"][3] = NumberObject(9999)


def unmarked_text(page: Opened) -> None:
    """Take the mark of a text away."""
    page.redraw(0, b"/MCID 0", b"/X 0")


def hidden_words(page: Opened) -> None:
    """Hide words in an artifact."""
    page.redraw(0, b"<</MCID 0>>", b"<</Type /Layout>>")
    page.redraw(0, b"/Span", b"/Artifact")


def mcid_twice(page: Opened) -> None:
    """Give two texts one mark."""
    page.redraw(0, b"/MCID 0", b"/MCID 1")


FAULTS: dict[Callable[[Opened], None], str] = {
    wrong_parent: "/P of a /P is not its parent",
    dropped_element: "content stands in no element",
    element_twice: "a /H1 stands in the tree twice",
    content_twice: "content is owned twice",
    unknown_role: "/Foo is no standard role",
    dangling_kid: "a kid of a /Document is not in the file",
    shifted_parents: "the ParentTree disagrees with the tree",
    turned_parents: "the ParentTree disagrees with the tree",
    no_parents: "a page has no entry of its own in the ParentTree",
    extra_parent: "the ParentTree's entry 99 is nobody's",
    shared_key: "a page has no entry of its own in the ParentTree",
    moved_link: "a link belongs to a /H1",
    link_out_of_tree: "an annotation stands in no element",
    link_off_page: "which is on no page",
    wrong_link_key: "the ParentTree disagrees with the tree about an annotation",
    wordless_link: "an annotation has no words, or is not printed",
    unprinted_link: "an annotation has no words, or is not printed",
    same_id: "two elements have one /ID",
    no_id_tree: "the IDTree disagrees with the tree",
    unsorted_ids: "the IDTree is not sorted",
    unknown_head: "a cell names a head that is not there",
    undescribed_figure: "a figure has no description",
    misplaced_figure: "a figure's box does not lie on its page",
    unmarked_text: "text is neither marked nor an artifact",
    hidden_words: "words are hidden in an artifact",
    mcid_twice: "an MCID is used twice on a page",
}


def test_whole() -> None:
    """The check finds no fault in a tree that is sound."""
    assert structure_tree.find_faults(Opened().saved()) == []


@pytest.mark.parametrize("put", FAULTS, ids=lambda put: put.__name__)
def test_fault(put: Callable[[Opened], None]) -> None:
    """Each fault is found."""
    page = Opened()
    put(page)
    assert any(FAULTS[put] in fault for fault in structure_tree.find_faults(page.saved()))


def test_leftover() -> None:
    """An element that stayed in the file but left the tree is found."""
    page = Opened()
    page.one("TD")["/K"].clear()
    lost = page.top["/K"].pop(0)
    page.one("TD")[NameObject("/Kept")] = lost
    assert "an element in the file is not in the tree" in " ".join(
        structure_tree.find_faults(page.saved())
    )
