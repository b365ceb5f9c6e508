"""Details of an article: a mapping or a bare text goes in, a person, place or the like comes out.

Each detail is a frozen value: person, source, sponsor, place and correction.
"""

from typing import ClassVar

from pydantic import Field

from printkit.article.field_types import FilledLine, Logo, SingleLine, WebAddress
from printkit.article.moments import Moment
from printkit.article.value import Value


class Person(Value):
    """A person who made the article; may be given as a bare name."""

    aliases: ClassVar = {
        "title": "job_title",
        "affiliation": "organization",
        "works_for": "organization",
    }
    short = "name"

    name: FilledLine
    url: WebAddress | None = None
    role: SingleLine | None = Field(
        None, description="author, photographer, editor, translator, illustrator, ..."
    )
    job_title: SingleLine | None = None
    organization: SingleLine | None = None
    location: SingleLine | None = None


class Source(Value):
    """The publisher of the article, or an agency to credit; may be given as a bare name."""

    short = "name"

    name: FilledLine
    url: WebAddress | None = None
    logo: Logo = None
    role: SingleLine | None = None
    license: SingleLine | None = None
    date: Moment | None = Field(
        None, description="when this source published the article, if on another day"
    )


class Sponsor(Value):
    """A person or an organization that paid for the article; may be given as a bare name."""

    short = "name"

    name: FilledLine
    url: WebAddress | None = None


class Place(Value):
    """The place of writing, or of a picture; may be given as a bare name."""

    aliases: ClassVar = {
        "address_locality": "name",
        "address_region": "region",
        "address_country": "country",
    }
    short = "name"

    name: FilledLine
    region: SingleLine | None = None
    country: SingleLine | None = None


class Correction(Value):
    """A correction after publication; printkit prints it with the article."""

    aliases: ClassVar = {"date_published": "date", "comment": "text", "description": "text"}
    short = "text"

    text: FilledLine
    date: Moment | None = None
