"""Texts of schema.org as HTML: each text once, and no markup from a plain text."""

import pytest

from printkit.readers.schema_texts import as_paragraphs, headed_texts, list_of
from printkit.wording.words import Words

ENGLISH = Words.of("en")


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        ("One < two\n\nThree", "<p>One &lt; two</p><p>Three</p>"),
        ("<p>One</p>", "<p>One</p>"),
        (["One", {"@value": "Two"}], "<p>One</p><p>Two</p>"),
        (None, ""),
        (True, ""),
    ],
)
def test_a_text_becomes_paragraphs(value: object, markup: str) -> None:
    """HTML stays as it is, for copy-editing."""
    assert as_paragraphs(value) == markup


@pytest.mark.parametrize(
    ("value", "markup"),
    [
        (["a", "b & c"], "<ol><li>a</li><li>b &amp; c</li></ol>"),
        ("a\n\nb", "<ol><li>a</li><li>b</li></ol>"),
        ("a. b.", "<p>a. b.</p>"),
        ([{"name": "Boil", "text": "Boil all."}], "<ol><li>Boil all.</li></ol>"),
        ([{"name": "One", "text": "Cut."}], "<ol><li><strong>One</strong> Cut.</li></ol>"),
        ([{"item": {"name": "Skye"}}, {"item": "Mull"}], None),
    ],
)
def test_objects_become_a_list(value: object, markup: str | None) -> None:
    """A name that begins the text is not repeated."""
    wanted = markup or "<ol><li><strong>Skye</strong> </li><li><strong>Mull</strong> </li></ol>"
    assert list_of(value, "ol").replace(" </li>", "</li>") == wanted.replace(" </li>", "</li>")


def test_a_picture_of_a_step_stands_in_the_step() -> None:
    """The caption stands with the picture."""
    step = {"text": "Cut.", "image": {"url": 'https://e.org/"a.jpg', "caption": "A <cut>"}}
    assert list_of([step], "ol") == (
        '<ol><li>Cut.<figure><img src="https://e.org/&quot;a.jpg" alt="">'
        "<figcaption>A &lt;cut&gt;</figcaption></figure></li></ol>"
    )


def test_a_question_is_signed_before_its_answers() -> None:
    """Question and answers are signed by their own authors."""
    answer = {"text": "B", "author": {"name": "Bo"}}
    question = {"name": "A?", "text": "A", "author": "Ann", "acceptedAnswer": answer}
    assert headed_texts(question, ENGLISH) == "<h2>A?</h2><p>A</p><p>— Ann</p><p>B</p><p>— Bo</p>"
