"""The shape of a field is told by its type."""

from printkit.article import Article, Image
from printkit.readers.shapes import nested_model, shape_of


def test_each_field_has_its_shape() -> None:
    """A field is a text, a list of texts, a number, a date or an object; `extra` has no shape."""
    assert shape_of(Article, "headline").line
    assert (shape_of(Article, "tags").line, shape_of(Article, "tags").many) == (True, True)
    assert shape_of(Image, "width").number
    assert shape_of(Article, "date_published").moment
    assert not shape_of(Article, "embargoed_until").moment
    assert not shape_of(Article, "extra").line
    assert not shape_of(Article, "authors").line
    assert nested_model(Article, "images") is Image
    assert nested_model(Article, "headline") is None
