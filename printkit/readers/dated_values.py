"""Dated values: the value of a date field goes in, its moment and its doubts come out."""

from collections.abc import Sequence
from datetime import date, datetime

from printkit.readers.ambiguous_zones import settle_zone
from printkit.readers.date_doubts import date_doubts
from printkit.readers.date_fields import read_date_field


def read_dated(
    value: object, language: str, countries: Sequence[str]
) -> tuple[date | None, tuple[str, ...]]:
    """Return the moment of a date field, and what is unclear about the value; None if no date.

    Args:
        value: the value of the field.
        language: of the record, for the names of months.
        countries: codes of the countries that the record names, for its time zone.
    """
    moment = read_date_field(value, language)
    if moment is None:
        return None, ()
    doubts = tuple(date_doubts(value, moment, language))
    if not isinstance(value, str) or not isinstance(moment, datetime):
        return moment, doubts
    settled = settle_zone(value, moment, countries)
    return settled.moment, (*filter(None, [settled.doubt]), *doubts)
