"""Values of a site that tags in the body name."""

from printkit.article import Article
from printkit.copyedit.site_values import begin_site


def test_a_tag_may_name_the_fields_of_the_article() -> None:
    """A tag may name every other value of the front matter, too."""
    article = Article(
        headline="The ferry",
        body="x",
        body_format="markdown",
        authors=["Ana Ruiz", "Li Wei"],
        extra={"Price": 9, "draft": True, "list": [1]},
    )
    site = begin_site(article)
    assert dict(site.fields) == {"title": "The ferry", "author": "Ana Ruiz, Li Wei", "price": "9"}
    assert site.inline("*a* & b") == "<em>a</em> &amp; b"


def test_words_in_html_are_html_where_they_have_markup() -> None:
    """Words without markup are escaped."""
    site = begin_site(Article(headline="H", body="x"))
    assert (site.inline("R&D"), site.inline("<b>R&amp;D</b>")) == ("R&amp;D", "<b>R&amp;D</b>")
    assert site.as_written("{{ a }}") == "{{ a }}"
