"""The body: pictures, dateline and references put into clean copy."""

from printkit import copyedit
from printkit.article import Article
from printkit.markup.body import dateline_of, set_body
from printkit.markup.cross_references import CrossReference, CrossReferences
from printkit.markup.figures import show_pictures
from printkit.wording.attribution import attribution_in
from tests.support.clean_copy import lose_pictures

ENGLISH = attribution_in("en")
QUAY = "https://example.org/quay"


def body(text: str, dateline: str = "") -> str:
    """Return the HTML of a body, with links to other articles."""
    copy = copyedit.edit(Article(headline="H", body=text), links="plain")
    links = CrossReferences(ENGLISH, {QUAY: CrossReference("a7", "12")})
    pictures = show_pictures(copy, lose_pictures(copy), ENGLISH, links, "a")
    return str(set_body(copy, pictures, dateline, links))


def test_a_dateline_is_as_given_else_the_place() -> None:
    """Region and country stand once each."""
    place = {"name": "Cádiz", "region": "Cádiz", "country": "Spain"}
    article = {"headline": "A", "body": "b"}
    assert dateline_of(Article(**article, dateline="CÁDIZ", location=place)) == "CÁDIZ"
    assert dateline_of(Article(**article, location=place)) == "Cádiz, Spain"
    assert dateline_of(Article(**article)) == ""


def test_the_dateline_runs_in_before_the_first_words() -> None:
    """The dateline stands within the paragraph, and is escaped, as the record is hostile."""
    made = body("<p lang=fr>Salt.</p>", "CÁDIZ <b>")
    assert made.startswith('<p lang="fr"><span class="dateline">CÁDIZ &lt;b&gt;</span> ')
    assert made.endswith(" Salt.</p>")


def test_code_that_opens_the_body_is_not_taken_for_a_paragraph() -> None:
    """`pre` begins with a `p`, too."""
    assert body("<pre>code</pre>", "CÁDIZ").endswith("</p><pre>code</pre>")


def test_without_a_dateline_nothing_is_put_in() -> None:
    """The body begins with the first paragraph as the record has it."""
    assert body("<p>Salt.</p>") == "<p>Salt.</p>"
    assert body("<pre>code</pre>") == "<pre>code</pre>"


def test_pictures_stand_on_lines_of_their_own_or_in_the_text() -> None:
    """Each picture has the id that is counted for this picture."""
    made = body("<p>One <img src=a.png alt=sign width=9> two.</p><img src=b.jpg><p>x</p>")
    assert '<p>One <span class="inline-lost" id="a.1">[sign]</span> two.</p>' in made
    assert '\n<figure class="figure " id="a.2">\n<div class="lost">' in made


def test_links_in_body_and_captions_lead_to_the_other_article() -> None:
    """The page number of the other article stands behind the link."""
    link = f'<a href="{QUAY}">quay</a>'
    made = body(f"<p>x</p><p>{link}</p><figure><img src=b.jpg><figcaption>{link}</figcaption>")
    assert made.count('<a href="printkit:a7">quay</a><span class="address"> (page 12)</span>') == 2
