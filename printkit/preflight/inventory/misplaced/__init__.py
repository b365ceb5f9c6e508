"""Misplaced: a raw body and the markup of its page → parts that stand in a wrong place.

Each word may be on paper, and the meaning be lost: a caption below another picture, 78 for 7 and
8. A part counts as misplaced only if the page shows the part, and shows another relation than the
record. A heading that is printed as a paragraph counts as no loss: copy-editing makes paragraphs of
headings in cells and captions, and the words keep their place.

compared.py       the two trees of an article
captions.py       captions and credits of another picture
links.py          links behind other words
notes.py          marks that lead to another note
items.py          items of lists with another number
cells.py          cells in another column
word_gaps.py      words with a gap
word_order.py     words in another order
formula_signs.py  formulas that are drawn without a sign; tex_signs.py reads TeX
"""

from collections.abc import Iterator, Sequence

from printkit.preflight.inventory.html_items import Item
from printkit.preflight.inventory.misplaced.captions import misplaced_captions
from printkit.preflight.inventory.misplaced.cells import misplaced_cells
from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.preflight.inventory.misplaced.formula_signs import formulas_without_signs
from printkit.preflight.inventory.misplaced.items import misnumbered_items
from printkit.preflight.inventory.misplaced.links import misplaced_links
from printkit.preflight.inventory.misplaced.notes import misplaced_notes
from printkit.preflight.inventory.misplaced.word_gaps import broken_words
from printkit.preflight.inventory.misplaced.word_order import disordered_words
from printkit.remarks import Removed


def find_misplaced(one: Compared, items: Sequence[Item]) -> Iterator[Removed]:
    """Yield all parts of a body that the page shows in another place or another form.

    Args:
        one: the raw body and its page.
        items: the items of the raw body.
    """
    yield from misplaced_captions(one)
    yield from misplaced_links(one)
    yield from misplaced_notes(one)
    yield from misnumbered_items(one)
    yield from misplaced_cells(one)
    yield from broken_words(one)
    yield from disordered_words(one, items)
    yield from formulas_without_signs(one)
