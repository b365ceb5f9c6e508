"""Roles of a foreign structure tree become standard roles."""

from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object

from printkit.bindery.tags import roles

MAP = Dictionary(
    {
        "/Heading": Name.Top,
        "/Top": Name.H1,
        "/P": Name.Quote,
        "/Span": Name.Span,
        "/Round": Name.Again,
        "/Again": Name.Round,
        "/Shout": Name.Strong,
        "/Word": pikepdf.String("H1"),
    }
)


def role(given: str, **more: Any) -> str:
    """Return the standard role that a given role becomes."""
    element = Dictionary(S=Name(given), **more)
    roles.standardise_roles(Dictionary(RoleMap=MAP), [element])
    assert "/NS" not in element
    return str(element.S)


@pytest.mark.parametrize(
    ("given", "standard"),
    [
        ("/Heading", "/H1"),
        ("/H2", "/H2"),
        ("/P", "/Quote"),
        ("/Span", "/Span"),
        ("/Round", "/NonStruct"),
        ("/Unheard", "/NonStruct"),
        ("/Word", "/NonStruct"),
        ("/Title", "/P"),
        ("/Shout", "/Span"),
    ],
    ids=[
        "over two maps",
        "standard already",
        "a standard role that means another",
        "itself",
        "in a circle",
        "nobody's",
        "mapped to no name",
        "of PDF 2.0",
        "mapped to one of PDF 2.0",
    ],
)
def test_every_role_becomes_a_standard_one(given: str, standard: str) -> None:
    """The role map of the file comes first, as the PDF standard demands."""
    assert role(given) == standard


def test_a_namespace_has_a_map_of_its_own() -> None:
    """A name there may lead to a name of the tree's map or of another namespace."""
    newer = Dictionary(NS=pikepdf.String("http://iso.org/pdf2/ssn"))
    inner = Dictionary(RoleMapNS=Dictionary(Para=Array([Name.Em, newer]), Heading=Name.H3))
    outer = Dictionary(RoleMapNS=Dictionary(Text=Array([Name.Para, inner])))
    assert role("/Text", NS=outer) == "/Span"
    assert role("/Heading", NS=inner) == "/H3"
    assert role("/Heading") == "/H1"


def test_names_need_not_be_text() -> None:
    """A role whose bytes are no text is looked up like any other role."""
    tree = Object.parse(b"<< /RoleMap << /A#FFb /H4 >> >>")
    some = [Object.parse(b"<< /S /A#FFb >>"), Object.parse(b"<< /S /C#FF >>")]
    roles.standardise_roles(tree, some)
    assert [str(one.S) for one in some] == ["/H4", "/NonStruct"]


def test_a_tree_may_have_no_map() -> None:
    """Some trees have another object in the place of the map."""
    for tree in (Dictionary(), Dictionary(RoleMap=Array([Name.P]))):
        element = Dictionary(S=Name.LBody)
        roles.standardise_roles(tree, [element])
        assert str(element.S) == "/LBody"
