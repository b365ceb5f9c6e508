"""Named countries: the place first, then the address, then the language."""

import pytest

from printkit.readers.named_countries import countries_of
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("record", "countries"),
    [
        ({"language": "en-IN", "url": "https://a.co.uk/x", "dateline": "DUBLIN"}, "IE GB IN"),
        ({"location": {"name": "Haifa", "country": "IL"}}, "IL"),
        ({"contentLocation": {"address": {"addressLocality": "Mumbai"}}}, "IN"),
        ({"publisher": {"name": "P", "url": "https://p.ie"}}, "IE"),
        ({"inLanguage": "he"}, "IL"),
        ({"url": "https://example.com/in/x.ie"}, ""),
        ({"headline": "London calls Delhi", "language": "en"}, ""),
        ({"dateline": None, "url": 7, "language": ["zh"]}, "CN"),
    ],
)
def test_the_surest_country_stands_first(record: dict[str, object], countries: str) -> None:
    """A headline names no place of the article."""
    assert " ".join(countries_of(record)) == countries


def test_a_long_value_is_read_soon() -> None:
    """Only its beginning counts."""
    with ends_soon():
        hostile = {"dateline": "delhi " * 500_000, "url": "https://" + "a." * 500_000 + "ie"}
        assert countries_of({**hostile, "source": [{"url": "x"}] * 500_000}) == ("IN",)
