"""Pictures and profiles: equal streams are stored once."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from printkit.bindery.shared_streams import share
from tests.support.bindery_parts import HARBOUR, bind_book, open_pdf, print_part


def picture(file: pikepdf.Pdf, data: bytes, **more: object) -> Object:
    """Return a picture of the file with this data."""
    return file.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=1, **more)


def test_a_picture_of_three_parts_is_stored_once() -> None:
    """The colour profile of the parts and of their groups is stored once, too."""
    file = open_pdf(bind_book(*(print_part(HARBOUR, name) for name in "abd")))
    streams = [one for one in file.objects if isinstance(one, pikepdf.Stream)]
    assert sum(one.get("/Subtype") == Name.Image for one in streams) == 1
    assert sum("/N" in one and "/Type" not in one for one in streams) == 1


def test_pictures_are_alike_in_every_byte_and_entry() -> None:
    """The masks must be equal, too; the same data in another size is another picture."""
    with pikepdf.new() as file:
        masks = [picture(file, mask) for mask in (b"m", b"m", b"n")]
        masked = [picture(file, b"a", SMask=mask) for mask in masks]
        plain = [picture(file, b"a"), picture(file, b"b"), picture(file, b"a", Height=2)]
        named = {f"/P{n}": one for n, one in enumerate((*masked, *plain))}
        resources = Dictionary(XObject=Dictionary(named))
        share([resources])
        kept = [one.objgen for _, one in sorted(resources.XObject.items())]
    assert kept[0] == kept[1]
    assert len(set(kept)) == 5


def test_profiles_are_shared_by_pictures_groups_and_names() -> None:
    """A colour space stands in a picture, in a group or among named resources."""
    with pikepdf.new() as file:
        spaces = [Array([Name.ICCBased, file.make_stream(b"icc", N=3)]) for _ in range(3)]
        group = file.make_stream(b"", Subtype=Name.Form, Group=Dictionary(CS=spaces[1]))
        shown = picture(file, b"a", ColorSpace=spaces[2])
        resources = Dictionary(
            ColorSpace=Dictionary(srgb=spaces[0], gray=Name.DeviceGray),
            XObject=Dictionary(G=group, P=shown),
        )
        share([resources])
        named = resources.ColorSpace.srgb
        others = (resources.XObject.G.Group.CS, resources.XObject.P.ColorSpace)
        assert all(one[1].objgen == named[1].objgen for one in others)
