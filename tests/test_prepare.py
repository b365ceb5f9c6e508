"""Preparing: unprintable articles are refused; other articles get clean copy and pictures."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from printkit.edition.ticket import JobTicket
from printkit.errors import RefusedError
from printkit.prepare import prepare, refuse_unprintable
from printkit.remarks import Remark
from tests.support.clean_copy import write_html
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.press_runs import make_reading

NOON = datetime(2019, 9, 13, 12, tzinfo=UTC)


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_what_is_not_usable_is_refused_whatever_is_allowed(status: str) -> None:
    """`allow_embargoed` lifts an embargo and no other reason."""
    reading = make_reading("feed:2", status=status)
    with pytest.raises(RefusedError, match=f"feed:2: the article is {status}"):
        refuse_unprintable(reading, allow_embargoed=True)


def test_an_embargo_ends_at_its_moment() -> None:
    """The moment counts in the zone of the record, to the second."""
    reading = make_reading("a", embargoed_until="2019-09-13T14:00:00+02:00")
    refuse_unprintable(reading, now=NOON)
    refuse_unprintable(reading, now=NOON - timedelta(days=9), allow_embargoed=True)
    with pytest.raises(RefusedError, match=r"embargoed until 2019-09-13T14:00:00\+02:00"):
        refuse_unprintable(reading, now=NOON - timedelta(seconds=1))


def test_now_is_now() -> None:
    """If the caller gives no moment, the clock of the machine counts."""
    refuse_unprintable(make_reading("a", embargoed_until="2001-01-01T00:00:00Z"))
    with pytest.raises(RefusedError):
        prepare(make_reading("a", embargoed_until="2999-01-01T00:00:00Z"), JobTicket())
    prepare(
        make_reading("a", embargoed_until="2999-01-01T00:00:00Z"), JobTicket(allow_embargoed=True)
    )


def test_copy_pictures_and_remarks_in_the_order_of_the_line(tmp_path: Path) -> None:
    """Remarks of reading come first, then remarks of copy-editing, then remarks on pictures."""
    (tmp_path / "quay.png").write_bytes(encode_picture(draw_scene()))
    pictures = [{"src": "quay.png", "alt": "A quay"}, {"src": "gone.png", "alt": "A ship"}]
    body = '<p id="b">Salt. <a href="#b">Here</a>.</p><iframe src="x"></iframe>'
    found = make_reading("a", tmp_path, images=pictures, body=body)
    found = found._replace(remarks=(Remark("PK203", "guessed", "a"),))
    made = prepare(found, JobTicket(), "a7")
    assert (made.reading, made.prefix) == (found, "a7")
    assert "a7-" in write_html(made.copy.body)
    assert [remark.code for remark in made.remarks] == ["PK203", "PK301", "PK401"]
    assert all(remark.where.startswith("a") for remark in made.remarks)
    assert len(made.gathered.pictures) == 1
    assert {one.image.src for one in made.gathered.uses} == {"quay.png", "gone.png"}


@pytest.mark.parametrize("language", ["tlh", "sw-KE", "gsw"])
def test_a_language_without_words_is_told(language: str) -> None:
    """The byline of such an article begins with the English word."""
    made = prepare(make_reading("a", language=language, byline="Mia Falk"), JobTicket())
    (remark,) = made.remarks
    assert (remark.code, remark.record, remark.field) == ("PK206", "a", "language")
    assert f"no words in the language {language}" in remark.message


@pytest.mark.parametrize("language", ["en", "de-AT", "no", "zh-TW", "pt-AO"])
def test_a_language_with_words_is_not_told(language: str) -> None:
    """A region and an old name have the words of their language."""
    assert prepare(make_reading("a", language=language), JobTicket()).remarks == ()


def test_a_language_that_was_recognised_is_told() -> None:
    """The article gets the language; the record keeps no language."""
    made = prepare(make_reading("a", language=None), JobTicket())
    (remark,) = made.remarks
    assert (remark.code, remark.record, remark.field) == ("PK207", "a", "language")
    article = made.reading.article
    assert (article.language, "language" in article.to_record()) == ("en", False)
