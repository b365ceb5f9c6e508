"""A dateline is printed run in before the text, and once."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html


def html(body: str, dateline: str | None = "CÁDIZ, Spain") -> str:
    """Return the edited body of an article with this dateline."""
    copy = edit(Article(headline="H", body=body, dateline=dateline))
    assert copy.remarks == ()
    return write_html(copy.body)


@pytest.mark.parametrize(
    "opening",
    [
        "CÁDIZ, Spain — ",
        "CA\u0301DIZ, Spain—",
        "Cádiz,  Spain: ",
        "CÁDIZ, SPAIN – ",
        "CÁDIZ, Spain - ",
        "CÁDIZ, Spain -- ",
        "CÁDIZ, Spain. | ",
        "<strong>CÁDIZ, Spain</strong> — ",
        "<strong><em>CÁDIZ</em>, Spain —</strong> ",
        "CÁDIZ, Spain —<br>",
        "CÁDIZ, Spain</p><p>",
    ],
)
def test_an_opening_that_repeats_the_dateline_is_taken_off(opening: str) -> None:
    """The dash behind the place goes, too, with any markup around the two."""
    assert html(f"<p>{opening}The <b>ships</b> came.</p>") == "<p>The <b>ships</b> came.</p>"


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("London-based ships came.", "London"),
        ("London–Paris trains went.", "LONDON"),
        ("London was full — of ships.", "London"),
        ("Londoners — all of them.", "London"),
        ("— The ships came.", "—"),
        ("London — The ships came.", None),
        ("London", "London"),
        ("The ships came. London — far away.", "London"),
    ],
)
def test_other_openings_stay(opening: str, dateline: str | None) -> None:
    """The place may be the subject of the sentence, or all that the body has."""
    assert html(f"<p>{opening}</p>", dateline) == f"<p>{opening}</p>"


def test_a_dateline_of_several_parts_is_found_past_its_own_dashes() -> None:
    """The dateline is found behind a picture, too."""
    body = "<h2>x</h2><p>Stratford - upon - Avon - Plays.</p>"
    assert html(body, "Stratford-upon-Avon").endswith("Avon - Plays.</p>")
    body = "<p>Stratford - upon - Avon - Plays.</p>"
    assert html(body, "Stratford-upon-Avon") == "<p>Plays.</p>"
    body = "<img src=a.jpg><p>Rome — <a id=t></a>Plays <a href='#t'>x</a>.</p>"
    assert "Rome" not in html(body, "Rome")
