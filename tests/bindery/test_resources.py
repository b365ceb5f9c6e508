"""Resources of pages: found at any depth, each resource once."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from printkit.bindery.resources import all_resources, drawn_streams


def form(file: pikepdf.Pdf, **resources: Any) -> Object:
    """Return a form with these resources."""
    return file.make_stream(b"", Subtype=Name.Form, Resources=Dictionary(**resources))


def test_forms_patterns_and_masks_are_followed() -> None:
    """A form within a pattern and a form within a mask are found, too."""
    with pikepdf.new() as file:
        deep = form(file, Properties=Dictionary(Deep=1))
        pattern = form(file, XObject=Dictionary(D=deep))
        mask = form(file, Properties=Dictionary(Mask=1))
        top = Dictionary(
            Pattern=Dictionary(P=pattern, S=Dictionary()),
            ExtGState=Dictionary(
                M=Dictionary(SMask=Dictionary(G=mask)), N=Dictionary(SMask=Name("/None"))
            ),
        )
        assert len(list(drawn_streams(top))) == 2
        found = [one.unparse() for one in all_resources([top])]
    assert len(found) == 4
    assert any(b"/Deep" in one for one in found)
    assert any(b"/Mask" in one for one in found)


def test_what_goes_in_a_circle_is_seen_once() -> None:
    """A form may name itself."""
    with pikepdf.new() as file:
        ring = form(file)
        ring.Resources.XObject = Dictionary(Again=ring)
        shared = file.make_indirect(Dictionary(XObject=Dictionary(R=ring)))
        assert len(list(all_resources([shared, shared]))) == 2


def test_what_is_no_dictionary_is_passed_over() -> None:
    """A foreign file may hold anything."""
    odd = Dictionary(XObject=Array([1]), Pattern=Dictionary(P=1), ExtGState=Dictionary(E=2))
    assert list(drawn_streams(odd)) == []
