"""Prepare: a reading goes in, an article with clean copy and gathered pictures comes out.

An article that must not be printed is refused.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from printkit import copyedit
from printkit.article import Image
from printkit.copyedit.clean_copy import Copy
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError, RecordError, RefusedError, SectionPageError
from printkit.pages import Gathered
from printkit.pictures import gather
from printkit.pictures.contents import PictureContents
from printkit.pictures.fetched_once import fetch_once
from printkit.pictures.network import resolve_fetch
from printkit.pictures.sources import PictureSources
from printkit.readers import Reading
from printkit.readers.section_pages import is_section_page
from printkit.readers.unnamed_language import name_language
from printkit.remarks import Remark
from printkit.wording.language import canonical_tag
from printkit.wording.words import find_words


class Prepared(NamedTuple):
    """An article that is ready for its markup.

    Attributes:
        reading: the article as it was read.
        prefix: the beginning of all ids in the copy.
        copy: the body after copy-editing.
        gathered: the pictures, found or lost.
        remarks: on reading, copy-editing and gathering, in this order.
        asked: the addresses of all pictures that were read, each once; not all of these are
            printed.
    """

    reading: Reading
    prefix: str
    copy: Copy
    gathered: Gathered
    remarks: tuple[Remark, ...]
    asked: tuple[str, ...] = ()


def prepare(reading: Reading, ticket: JobTicket, prefix: str = "a") -> Prepared:
    """Copy-edit an article and gather its pictures.

    Args:
        reading: the article as it was read.
        ticket: how the article is printed.
        prefix: the beginning of all ids in the copy.

    Raises:
        RefusedError: the article must not be printed, or not yet.
        PrintkitError: the body is larger than a limit.
    """
    refuse_unprintable(reading, allow_embargoed=ticket.allow_embargoed)
    refuse_without_text(reading, ticket.limits)
    reading = name_language(reading, ticket.edition.language)
    article, where, edition = reading.article, reading.where, ticket.edition
    fetch = resolve_fetch(ticket.fetch, ticket.limits)
    ticket = replace(ticket, fetch=fetch_once(fetch) if fetch else False)
    sources = picture_sources(reading, ticket)
    copy, asked = _edit_and_ask(reading, ticket, prefix, sources)
    gathered = gather_pictures(copy.images, reading, ticket, sources)
    remarks = (
        *reading.remarks,
        *_remarks_on_language(article.language or edition.language, where),
        *copy.remarks,
        *gathered.remarks,
    )
    return Prepared(reading, prefix, copy, gathered, remarks, asked)


def carry_pictures(reading: Reading, ticket: JobTicket) -> Reading:
    """Return a record that brings along the files of its pictures, and needs no folder.

    Args:
        reading: the record. A record that cannot be printed brings nothing along.
        ticket: how the article is printed; no picture of the network is fetched.
    """
    if not (reading.folder or ticket.edition.roots):
        return reading
    ticket = replace(ticket, fetch=False)
    named = name_language(reading, ticket.edition.language)
    sources = picture_sources(named, ticket)
    try:
        _, asked = _edit_and_ask(named, ticket, "a", sources)
    except PrintkitError:
        asked = ()  # the print gives the error
    return reading._replace(folder=None, carried=sources.carry(asked))


def _edit_and_ask(
    reading: Reading, ticket: JobTicket, prefix: str, sources: PictureSources
) -> tuple[Copy, tuple[str, ...]]:
    """Return the clean copy of an article, and the addresses of all pictures that it asks for."""
    contents = PictureContents(sources)
    copy = copyedit.edit(
        reading.article,
        links=ticket.edition.links,
        prefix=prefix,
        where=reading.where,
        digest_of=contents.digest,
        limits=ticket.limits,
    )
    asked = (*(image.src for image in copy.images if image.src), *contents.asked)
    return copy, tuple(dict.fromkeys(asked))


def _remarks_on_language(language: str | None, where: str) -> Iterator[Remark]:
    """Yield a remark if the words that printkit adds, such as “By”, are in another language."""
    tag = canonical_tag(language)
    if not tag.startswith("und") and not find_words(tag):
        message = f"printkit has no words in the language {tag}, so bylines and labels are English"
        yield Remark("PK206", message, where, "language")


def gather_pictures(
    images: Iterable[Image], reading: Reading, ticket: JobTicket, sources: PictureSources
) -> Gathered:
    """Gather pictures of an article from the sources that `picture_sources` gives for it."""
    return gather.gather_images(
        images,
        sources,
        page_size=ticket.edition.sheet,
        language=reading.article.language or ticket.edition.language,
        allow_restricted=ticket.edition.allow_restricted,
        where=reading.where,
    )


def picture_sources(reading: Reading, ticket: JobTicket) -> PictureSources:
    """Return the folders and the network, from which the pictures of an article come."""
    return PictureSources(
        reading.folder,
        resolve_fetch(ticket.fetch, ticket.limits),
        roots=ticket.edition.roots,
        url=reading.article.url,
        limits=ticket.limits,
        carried=reading.carried,
    )


def refuse_unprintable(
    reading: Reading,
    *,
    allow_embargoed: bool = False,
    now: datetime | None = None,
) -> None:
    """Refuse an article that is withheld, canceled, or under embargo.

    Args:
        reading: the article; its remarks may tell the reason.
        allow_embargoed: let the article pass before the end of its embargo.
        now: the moment to compare the embargo with; None for the present.

    Raises:
        RefusedError: the article must not be printed, or not yet.
    """
    article, where = reading.article, reading.where
    reasons = [remark.message for remark in reading.remarks if remark.code == "PK208"]
    if article.status != "usable":
        raise RefusedError(
            f"the article is {article.status}",
            *reasons,
            where=where,
            remedy="Only a usable article is printed; ask its source.",
            held=True,
        )
    until = article.embargoed_until
    if until and until > (now or datetime.now(UTC)) and not allow_embargoed:
        raise RefusedError(
            f"the article is embargoed until {until.isoformat()}",
            *reasons,
            where=where,
            remedy="Print the article then, or with --allow-embargoed.",
            held=True,
        )


def refuse_without_text(reading: Reading, limits: Limits = DEFAULTS) -> None:
    """Refuse the page of a section of which copy-editing leaves nothing: only a shortcode, say.

    The body is edited, so call this in a process that can be killed.

    Args:
        reading: the article.
        limits: how much work the body may cost.

    Raises:
        SectionPageError: the file was found in a folder, and only lists the pages of a section.
    """
    if reading.named or not is_section_page(reading.where, {}):
        return
    try:
        copyedit.edit(reading.article, where=reading.where, limits=limits)
    except RecordError as error:
        raise SectionPageError(*error.problems, where=error.where, named=False) from error
