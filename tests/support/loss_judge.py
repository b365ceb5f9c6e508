"""Prints bodies that lost words on the way, and judges prints by a plain search.

print_spoilt(body, spoilt)    the print of a record, made as if a pass had changed its body
judge_print(make_body(7))     the words that are lost, and the words that the remark PK608 names
"""

from typing import NamedTuple

from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.markup.article import section_page
from printkit.preflight import preflight
from printkit.prepare import prepare
from printkit.press import engine
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.themes import find_theme
from tests.support.fuzzed_bodies import FuzzedBody
from tests.support.printed_articles import keep_letters, read_aloud

_EDITION = Edition(language="en")


class SpoiltPrint(NamedTuple):
    """A print, and all remarks on the record."""

    pdf: bytes
    remarks: tuple[Remark, ...]


class Judgement(NamedTuple):
    """The result of a plain search in a print.

    Attributes:
        missed: words that are neither on paper nor in any remark.
        unnamed: words that are neither on paper nor in another remark than PK608.
        false: words that PK608 names, although they are on paper or in another remark; apart from
            formulas, whose letters may stand on paper without their meaning.
    """

    missed: tuple[str, ...]
    unnamed: tuple[str, ...]
    false: tuple[str, ...]


def print_spoilt(body: str, spoilt: str, body_format: str = "html") -> SpoiltPrint:
    """Print a record whose copy was made of another body, and check the pages.

    Between copy-editing and the markup, the value `Prepared` gets the reading of the whole body:
    so every word that the other body lacks counts as lost in copy-editing.
    """
    whole, other = (
        Reading("a", Article(headline="HEADLINE", body=one, body_format=body_format), None, ())
        for one in (body, spoilt)
    )
    made = prepare(other, JobTicket(_EDITION))._replace(reading=whole)
    page = section_page([made], _EDITION)
    theme = find_theme(_EDITION.theme)
    pages = engine.print_for_binding(page, theme, dict[str, bytes]().setdefault, "a")
    return SpoiltPrint(pages.pdf, (*made.remarks, *preflight(pages, page)))


def judge_print(made: FuzzedBody, spoilt: str | None = None) -> Judgement:
    """Print a body, or the rest that a faulty pass left of the body; return the judgement."""
    printed = print_spoilt(made.body, spoilt or made.body, made.body_format)
    told: list[str] = []
    alarm: list[str] = []
    formulas: list[str] = []
    for remark in printed.remarks:
        if remark.code == "PK608":
            alarm += [one.words for one in remark.removed if one.kind != "formula"]
            formulas += [one.words for one in remark.removed if one.kind == "formula"]
        else:
            told += [*(one.words for one in remark.removed), remark.file]
    paper = keep_letters(read_aloud(printed.pdf)).casefold()
    known = paper + keep_letters(" ".join(told)).casefold()
    alarmed = keep_letters(" ".join(alarm)).casefold()
    lost = [one for one in made.words if one not in known]
    return Judgement(
        tuple(one for one in lost if one not in alarmed and one not in " ".join(formulas)),
        tuple(lost),
        tuple(one for one in made.words if one in alarmed and one not in lost),
    )
