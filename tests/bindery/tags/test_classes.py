"""Classes of attributes keep their meaning beside other classes of the same name."""

from pikepdf import Array, Dictionary, Name, Object

from printkit.bindery.tags import classes

WIDE = Dictionary(O=Name.Layout, Placement=Name.Block)


def test_names_are_told_apart_and_elements_follow() -> None:
    """An element may name one class or several classes, with and without revisions."""
    elements = [
        Dictionary(S=Name.P, C=Name.wide),
        Dictionary(S=Name.P, C=Array([Name.tall, 0, Name.wide, 3])),
        Dictionary(S=Name.P),
    ]
    tree = Dictionary(ClassMap=Dictionary(tall=Array([WIDE]), wide=WIDE))
    own = classes.rename_classes(tree, elements, "Insert2-")
    assert [own[str(name)] for name in elements[0].C] == [WIDE]
    assert [own[str(name)] for name in elements[1].C] == [Array([WIDE]), WIDE]
    assert all(name.startswith("/Insert2-") for name in own)
    assert "/C" not in elements[2]


def test_what_is_in_no_map_is_no_class() -> None:
    """A name in no map could be a class of another file; a name need not be text."""
    elements = [Dictionary(C=Name("/Insert1-1")), Dictionary(C=7), Object.parse(b"<</C /A#FF>>")]
    tree = Object.parse(b"<< /ClassMap << /A#FF << /O /List >> >> >>")
    own = classes.rename_classes(tree, elements, "Insert2-")
    assert [len(one.C) for one in elements] == [0, 0, 1]
    assert str(own[str(elements[2].C[0])].O) == "/List"
    for broken in (Dictionary(), Dictionary(ClassMap=Array())):
        assert classes.rename_classes(broken, elements[:1], "Insert3-") == {}
