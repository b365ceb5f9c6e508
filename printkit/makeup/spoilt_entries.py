"""Spoilt entries: takes own pages that cannot be printed, gives own pages that can.

The words of one article may make the press or a template fail on the contents, the cover, the lists
behind the articles, or the running heads. The articles that cause the failure are found by halves.
On the own pages, the name of the record then stands for all words of such an article; the pages of
the article stay as they are.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from printkit.bindery.book import Part
from printkit.errors import PrintkitError
from printkit.makeup.cover_picture import Cover
from printkit.makeup.look_trial import blame_look, fails_on_own_pages
from printkit.makeup.own_pages import OwnPages
from printkit.markup.entries import PlacedSection
from printkit.pages import opening_anchor
from printkit.printing.printer import Printer
from printkit.remarks import Remark


class Mended(NamedTuple):
    """Own pages that can be printed, with a remark on each article whose words are not there."""

    own: OwnPages
    remarks: tuple[Remark, ...]


def stub_spoilt_entries(own: OwnPages, error: PrintkitError, printer: Printer) -> Mended:
    """Put the names of records in the place of the articles that make the own pages fail.

    Args:
        own: the own pages, which cannot be printed.
        error: the error of these pages.
        printer: prints the pages again, with the words of fewer articles.

    Raises:
        PrintkitError: no single article is the cause. The error is the error that was given, or
            names the theme or the templates of the user's own that are to blame.
    """
    where = {prefix: reading.where for reading, prefix in own.articles.readings}
    names = {one: re.split(r"[/\\]", where.get(one, ""))[-1] or one for one in _anchors(own)}

    def fails(kept: Sequence[str]) -> bool:
        stubs = {one: names[one] for one in names if one not in kept}
        return fails_on_own_pages(_stubbed(own, stubs), printer)

    # With an article alone, nobody knows whether the words or the template are at fault.
    spoilt = _spoilt(list(names), fails) if len(names) > 1 and not fails([]) else list(names)
    if len(spoilt) == len(names):
        raise blame_look(own, error, printer)
    told = "the words of the article cannot be printed on the digest's own pages, which have the"
    told += f" name of the record instead: {'; '.join(error.problems)}"
    remarks = tuple(Remark("PK706", told, where.get(one, names[one])) for one in spoilt)
    return Mended(_stubbed(own, {one: names[one] for one in spoilt}), remarks)


def _anchors(own: OwnPages) -> list[str]:
    return [entry.anchor for entry in own.articles.entries]


def _spoilt(some: Sequence[str], fails: Callable[[Sequence[str]], bool]) -> list[str]:
    """Return the articles that fail; all articles, if each half of them can be printed."""
    if not fails(some):
        return []
    if len(some) == 1:
        return list(some)
    half = len(some) // 2
    return [*_spoilt(some[:half], fails), *_spoilt(some[half:], fails)] or list(some)


def _stubbed(own: OwnPages, names: Mapping[str, str]) -> OwnPages:
    """Return the own pages with a name for each of some articles, by the ids of the headlines."""

    def section(one: PlacedSection) -> PlacedSection:
        entries = (
            entry._replace(article=None, name=names[entry.anchor], pictures=())
            if entry.anchor in names
            else entry
            for entry in one.entries
        )
        return one._replace(entries=tuple(entries))

    def part(one: Part) -> Part:
        titles = {anchor: begun.get(anchor, title) for anchor, title in one.openings.items()}
        return replace(one, openings=titles)

    # An article begins with its headline, or with what stands above the headline.
    begun = {**names, **{opening_anchor(one): name for one, name in names.items()}}

    articles = own.articles
    readings = tuple(one for one in articles.readings if one[1] not in names)
    sections, parts = tuple(map(section, articles.sections)), tuple(map(part, articles.parts))
    shown = replace(articles, parts=parts, sections=sections, readings=readings)
    return replace(own, articles=shown, cover=Cover() if own.cover.anchor in names else own.cover)
