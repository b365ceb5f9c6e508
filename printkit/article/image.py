"""Image: the fields of a picture go in, a frozen value with its caption and rights comes out."""

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from printkit.article.details import Place
from printkit.article.field_types import FreeTexts, PersonNames, PictureSource, SingleLine
from printkit.article.moments import Moment
from printkit.article.value import Value


class Image(Value):
    """A picture with caption, credit and rights; may be given as a bare path or address."""

    aliases: ClassVar = {
        "url": "src",
        "content_url": "src",
        "source_url": "src",
        "href": "src",
        "path": "src",
        "file": "src",
        "credit_text": "credit",
        "credit_line": "credit",
        "creators": "creator",
        "author": "creator",
        "photographer": "creator",
        "copyright": "copyright_notice",
        "license": "license_url",
        "copyrightnotice": "copyright_notice",
        "usage_info": "usage_terms",
        "usageterms": "usage_terms",
        "content_location": "place",
        "alt_text": "alt",
    }
    short = "src"

    src: PictureSource = Field(
        None,
        description="a path from the record's own folder, a web address, or a data: address; "
        "None where only the words of a picture came with the record",
    )
    role: Literal["lead", "inline", "gallery"] | None = Field(
        None,
        description="None: inline if the body shows the picture, else lead for the first picture, "
        "else gallery",
    )
    alt: SingleLine | None = None
    decorative: bool = False
    caption: SingleLine | None = None
    headline: SingleLine | None = None
    credit: SingleLine | None = None
    creator: PersonNames = ()
    source: SingleLine | None = None
    copyright_notice: SingleLine | None = None
    license_url: SingleLine | None = None
    usage_terms: SingleLine | None = None
    place: Place | None = None
    date_created: Moment | None = None
    width: int | None = Field(None, gt=0, description="in pixels")
    height: int | None = Field(None, gt=0, description="in pixels")
    digital_source_type: SingleLine | None = None
    provenance: FreeTexts = Field(
        default_factory=dict, description="which input gave each field: figcaption, xmp, iim, exif"
    )

    @model_validator(mode="after")
    def _something_to_show(self) -> "Image":
        if not (self.src or self.caption or self.credit):
            raise ValueError("has no src, and neither caption nor credit to print in its place")
        return self
