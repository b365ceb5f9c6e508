"""Setting: dictionaries of fonts are shared as far as names mean the same."""

from functools import cache

from printkit.bindery.book import Part
from tests.support.bindery_parts import bind_book, change_meaning, open_pdf, print_part


@cache
def print_one() -> Part:
    """Return a part in one face, printed once."""
    return print_part("<p>abc</p>", "a")


@cache
def print_other() -> Part:
    """Return a part in two faces, printed once."""
    return print_part("<p>xyz <b>bold</b></p>", "b")


def test_parts_that_differ_from_the_first_share_a_second_dictionary() -> None:
    """A book has as many font dictionaries as there are meanings, however many parts."""
    odd = [change_meaning(print_part(f"<p>abc{n}</p>", f"p{n}"), "ß") for n in range(3)]
    file = open_pdf(bind_book(print_one(), *odd, print_other()))
    first, *others, last = (page.obj.Resources.Font.objgen for page in file.pages)
    assert first == last
    assert len({first, *others}) == 2


def test_groups_use_the_same_dictionary_as_their_page() -> None:
    """Fonts are called by name within a transparent group, too."""
    grey = print_part("<p style='opacity: 0.5'>Grey</p>", "g")
    file = open_pdf(bind_book(print_one(), grey))
    resources = file.pages[1].obj.Resources
    group = next(one for _, one in resources.XObject.items() if "/Resources" in one)
    assert (
        group.Resources.Font.objgen
        == resources.Font.objgen
        == file.pages[0].obj.Resources.Font.objgen
    )
