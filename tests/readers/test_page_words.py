"""Words of the web page leave the headline and the byline of a record, with a remark."""

import pytest

import printkit
from tests.support.printed_articles import print_article, read_pages

RECORD = {"headline": "Harbour opens", "body": "<p>The ships came in.</p>", "language": "en"}


def test_the_name_of_the_site_leaves_the_headline() -> None:
    """Paper, file and record have the headline alone; the remark has the name."""
    result = print_article({**RECORD, "headline": "Harbour opens | The Quay", "source": "The Quay"})
    assert result.article.headline == "Harbour opens"
    assert "| The Quay" not in "".join(read_pages(result.pdf))
    (remark,) = result.remarks
    assert (remark.code, remark.field) == ("PK205", "headline")
    assert [one.words for one in remark.removed] == ["The Quay"]


@pytest.mark.parametrize(
    "given",
    [
        {"byline": "By Ana Lima, 3 May 2024"},
        {"author": "By Ana Lima, 3 May 2024"},
        {"authors": ["Ana Lima | May 3, 2024"]},
        {"authors": [{"name": "Ana Lima, 3 May 2024"}, {"name": "Li Wei"}]},
    ],
)
@pytest.mark.parametrize("day", ["", "2024-05-03", "2024-05-03T10:30:00Z"])
def test_the_date_of_the_article_leaves_the_byline(given: dict[str, object], day: str) -> None:
    """If the record has no date of publication, the date of the byline is taken."""
    dates = {"date_published": day} if day else {}
    result = printkit.export({**RECORD, **given, **dates})
    people = [person.name for person in result.article.authors] or [result.article.byline or ""]
    assert people[0] in ("Ana Lima", "By Ana Lima")
    assert str(result.article.date_published).startswith("2024-05-03")
    (remark,) = result.remarks
    assert remark.code == "PK205"
    assert "2024" in remark.removed[0].words


def test_another_date_stays_in_the_byline() -> None:
    """The byline is printed as it stands."""
    record = {**RECORD, "byline": "By Ana Lima, 4 May 2024", "date_published": "2024-05-03"}
    result = print_article(record)
    assert result.article.byline == "By Ana Lima, 4 May 2024"
    assert result.remarks == ()
