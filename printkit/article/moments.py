"""Moments: a date as newsrooms and feeds write it goes in, a date or a datetime comes out."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Annotated

from pydantic import AwareDatetime, BeforeValidator

from printkit.text.iso_dates import read_iso


def _read_moment(value: object) -> object:
    """Return a date for a day, and a datetime for a day and time.

    Pydantic alone would make a datetime at midnight of a day, although the record gives no time.
    """
    if not isinstance(value, str):
        return value
    text = value.strip()
    if (moment := read_iso(text)) is not None:
        return moment
    try:
        # As in e-mail and feeds: Fri, 13 Sep 2019 08:00 GMT. Python drops a zone with a colon.
        return parsedate_to_datetime(re.sub(r"([+-]\d\d):(\d\d)$", r"\1\2", text))
    except ValueError:
        raise ValueError(
            "is no date; write the date as 2019-09-13 or 2019-09-13T08:30:00+02:00"
        ) from None


def _read_embargo(value: object) -> object:
    """Return the moment when an embargo ends; None for `false`.

    The moment needs a zone, because a day ends at different moments in different places.
    """
    if value is False:
        return None
    moment = _read_moment(value)
    if isinstance(moment, date) and getattr(moment, "tzinfo", None) is None:
        raise ValueError(
            "is without time or time zone; write the time as 2019-09-13T08:30:00+02:00"
        )
    return moment


Moment = Annotated[datetime | date, BeforeValidator(_read_moment)]
EndOfEmbargo = Annotated[AwareDatetime | None, BeforeValidator(_read_embargo)]
