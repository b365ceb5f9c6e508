"""Details of an article: person, source, sponsor, place, correction; a bare text will do."""

from typing import ClassVar

from pydantic import Field

from printkit.article.field_types import FilledLine, Line, Logo, WebAddress
from printkit.article.moments import Moment
from printkit.article.value import Value


class Person(Value):
    """Somebody who made the piece; a bare name will do."""

    aliases: ClassVar = {
        "title": "job_title",
        "affiliation": "organization",
        "works_for": "organization",
    }
    short = "name"

    name: FilledLine
    url: WebAddress | None = None
    role: Line | None = Field(
        None, description="author, photographer, editor, translator, illustrator, ..."
    )
    job_title: Line | None = None
    organization: Line | None = None
    location: Line | None = None


class Source(Value):
    """Who published the piece, or an agency that is to be credited; a bare name will do."""

    short = "name"

    name: FilledLine
    url: WebAddress | None = None
    logo: Logo = None
    role: Line | None = None
    license: Line | None = None
    date: Moment | None = Field(
        None, description="when this source published it, where that differs"
    )


class Sponsor(Value):
    """A person or an organization that paid for the article; a bare name will do."""

    short = "name"

    name: FilledLine
    url: WebAddress | None = None


class Place(Value):
    """Where a piece was written or a picture taken; a bare name will do."""

    short = "name"

    name: FilledLine
    region: Line | None = None
    country: Line | None = None


class Correction(Value):
    """What was put right after publication; printed."""

    short = "text"

    text: FilledLine
    date: Moment | None = None
