"""A parsed page goes in, for a while the page shows samples of some of its tables and no more.

Each sample stands within copies of the elements around its table, and so has the same room.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from xml.etree.ElementTree import Element


@contextmanager
def sample_page(
    body: Element, samples: Mapping[Element, Element]
) -> Iterator[dict[Element, Element]]:
    """Put samples in the place of all that a page shows; put the page back at the end.

    Args:
        body: the body of a parsed page, in which each table stands; changed in place.
        samples: the sample of each table, by the table.

    Yields:
        The element around each sample, by the sample.
    """
    whole, words = list(body), body.text
    around = _elements_around(body, samples)
    body[:], body.text = [], None
    copies = {body: body}
    parents: dict[Element, Element] = {}
    # The order of `around` is that of the page: the copy of a parent is there before its children.
    for element, parent in around.items():
        shown = samples.get(element)
        if shown is None:
            shown = copies[element] = Element(element.tag, dict(element.attrib))
        else:
            parents[shown] = copies[parent]
        copies[parent].append(shown)
    try:
        yield parents
    finally:
        body[:], body.text = whole, words


def _elements_around(body: Element, tables: Mapping[Element, Element]) -> dict[Element, Element]:
    """Return the tables and the elements around them, each with its parent, in reading order."""
    parents = {child: parent for parent in body.iter() for child in parent}
    wanted: set[Element] = set()
    for table in tables:
        at = table
        while at is not body and at not in wanted:
            wanted.add(at)
            at = parents[at]
    return {one: parents[one] for one in body.iter() if one in wanted}
