"""Article: the fields of a record go in, a frozen value that holds all of them comes out."""

import hashlib
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from printkit.article.details import Correction, Person, Place, Source, Sponsor
from printkit.article.field_types import (
    NAMES,
    ONE_OR_MORE,
    Extra,
    FilledLine,
    FreeText,
    LanguageTag,
    NumberedLine,
    SingleLine,
    Tags,
    WebAddress,
)
from printkit.article.image import Image
from printkit.article.moments import EndOfEmbargo, Moment
from printkit.article.status import PublicationStatus
from printkit.article.value import Value


class Article(Value):
    """An article to print. A headline is required, and a body or a picture.

    Raises:
        pydantic.ValidationError: a field is missing or wrong. `export` turns the error into a
            RecordError, in plain words.
    """

    aliases: ClassVar = {
        "title": "headline",
        "name": "headline",
        "eyebrow": "kicker",
        "overline": "kicker",
        "label": "kicker",
        "dek": "subheadline",
        "deck": "subheadline",
        "standfirst": "subheadline",
        "subtitle": "subheadline",
        "subheading": "subheadline",
        "alternative_headline": "subheadline",
        "description": "summary",
        "abstract": "summary",
        "excerpt": "summary",
        "author": "authors",
        "published_bylines": "authors",
        "contributor": "contributors",
        "location_created": "location",
        "date": "date_published",
        "published": "date_published",
        "published_at": "date_published",
        "published_on": "date_published",
        "publish_date": "date_published",
        "publication_date": "date_published",
        "pub_date": "date_published",
        "pubdate": "date_published",
        "post_date": "date_published",
        "updated": "date_modified",
        "modified": "date_modified",
        "updated_at": "date_modified",
        "modified_at": "date_modified",
        "last_modified": "date_modified",
        "last_updated": "date_modified",
        "lastmod": "date_modified",
        "article_body": "body",
        "content": "body",
        "text": "body",
        "html": "body",
        "content_html": "body",
        "body_html": "body",
        "image": "images",
        "publisher": "source",
        "sponsors": "sponsor",
        "sponsored_by": "sponsor",
        "paid_for_by": "sponsor",
        "canonical_url": "url",
        "permalink": "url",
        "main_entity_of_page": "url",
        "identifier": "id",
        "article_section": "section",
        "keywords": "tags",
        "in_language": "language",
        "lang": "language",
        "dir": "direction",
        "copyright": "copyright_notice",
        "rights": "copyright_notice",
        "usage_info": "usage_terms",
        "usageterms": "usage_terms",
        "copyrightnotice": "copyright_notice",
        "copyrightholder": "copyright_holder",
        "correction": "corrections",
        "pub_status": "status",
        "pubstatus": "status",
        "creative_work_status": "status",
        "embargo": "embargoed_until",
        "embargoed": "embargoed_until",
        "embargo_until": "embargoed_until",
    }

    headline: FilledLine
    body: FreeText = Field("", description="HTML, Markdown or plain text, as body_format says")
    body_format: Literal["html", "markdown", "text"] = "html"
    id: NumberedLine | None = Field(
        None, description="default: the url, else a hash of headline, date and body"
    )
    kicker: SingleLine | None = None
    subheadline: SingleLine | None = None
    summary: SingleLine | None = None
    authors: Annotated[tuple[Person, ...], NAMES] = ()
    byline: SingleLine | None = Field(
        None, description="printed as it stands, instead of the authors"
    )
    contributors: Annotated[tuple[Person, ...], NAMES] = ()
    dateline: SingleLine | None = Field(None, description="as printed, for example CÁDIZ, Spain")
    location: Place | None = None
    date_published: Moment | None = None
    date_line: SingleLine | None = Field(
        None, description="the date as printed, where date_published is not given: Summer 1987"
    )
    date_modified: Moment | None = None
    date_posted: Moment | None = Field(
        None, description="when the article was put online, if its text says so"
    )
    images: Annotated[tuple[Image, ...], ONE_OR_MORE] = ()
    source: Source | None = None
    info_sources: Annotated[tuple[Source, ...], ONE_OR_MORE] = ()
    sponsor: Annotated[tuple[Sponsor, ...], ONE_OR_MORE] = Field(
        (), description="who paid for the article; printed, so that readers know"
    )
    credit_text: SingleLine | None = None
    url: WebAddress | None = None
    section: SingleLine | None = None
    tags: Tags = ()
    genre: SingleLine | None = None
    language: LanguageTag | None = Field(None, description="BCP 47, for example en or pt-BR")
    direction: Literal["ltr", "rtl", "auto"] | None = None
    copyright_notice: SingleLine | None = None
    copyright_holder: SingleLine | None = None
    copyright_year: int | None = None
    license: SingleLine | None = Field(None, description="an SPDX identifier or a web address")
    usage_terms: SingleLine | None = None
    corrections: Annotated[tuple[Correction, ...], ONE_OR_MORE] = ()
    embargoed_until: EndOfEmbargo = None
    status: PublicationStatus = "usable"
    version: NumberedLine | None = None
    extra: Extra = Field(default_factory=dict)

    @model_validator(mode="after")
    def _something_to_print(self) -> "Article":
        # A notice that withdraws an article, or holds one back, may have no words to print.
        if self.status == "usable" and not self.body.strip() and not self.images:
            raise ValueError("body is empty and there is no picture: nothing to print")
        return self

    @property
    def identity(self) -> str:
        """Return the identity of the article: its id, else its url, else a hash of its words."""
        if given := self.id or self.url:
            return given
        words = "\0".join((self.headline, str(self.date_published or ""), self.body))
        return hashlib.sha256(words.encode(errors="replace")).hexdigest()

    def in_language(self, tag: str) -> "Article":
        """Return the article in a language that its record does not name.

        The record of the article stays without a language: nobody stated the one that was found.
        """
        found = self.model_copy(update={"language": tag})
        found.model_fields_set.discard("language")
        return found

    def to_record(self) -> dict[str, object]:
        """Return the record as plain JSON values: the fields that were given, by our names."""
        return self.model_dump(mode="json", exclude_unset=True)
