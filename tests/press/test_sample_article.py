"""The sample article has every element that clean copy can have."""

import re

from printkit.copyedit.vocabulary import CLASSES, PRINTED_TAGS
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.pages import LostPicture, Picture
from printkit.prepare import Prepared, prepare
from printkit.press.sample_article import SAMPLE
from printkit.readers import Reading
from tests.support.clean_copy import write_html


def prepared(edition: Edition) -> Prepared:
    """Return the sample article made ready for paper."""
    return prepare(Reading("the sample article", SAMPLE, None, ()), JobTicket(edition))


def test_every_element_and_class_of_clean_copy_is_in_the_sample() -> None:
    """A new element of the vocabulary fails here, so no theme can hide behind the element.

    Copy-editing has no `div` left in a body; the templates put several around the body.
    """
    ready = [prepared(Edition()), prepared(Edition(links="inline"))]
    html = "".join(write_html(each.copy.body) for each in ready)
    assert set(PRINTED_TAGS) - set(re.findall(r"<([a-z][a-z0-9]*)", html)) == {"div"}
    found = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
    assert CLASSES - found == set()


def test_the_sample_has_pictures_notes_and_text_from_right_to_left() -> None:
    """One picture is shown, and a box is printed for the other."""
    ready = prepared(Edition())
    assert [type(one) for one in ready.gathered.uses] == [Picture, LostPicture]
    assert any("A note." in "".join(map(str, one.text)) for one in ready.copy.notes)
    assert 'dir="rtl"' in write_html(ready.copy.body)
