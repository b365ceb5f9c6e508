"""Press runs of a digest: an article, or a section that flows on, printed apart from all else.

What a run prints depends on nothing around it, so it may be printed in any process, and kept:
under the fingerprint of printkit, the records, and the bytes of every picture they ask for.
Which those are is known only after copy-editing; so that is kept as well, under the rest.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, get_args

from pydantic import TypeAdapter, ValidationError

from printkit.errors import PressError, PrintkitError
from printkit.files import cache
from printkit.files.cache import CacheFolder
from printkit.issue.canonical_urls import address_of, canonical
from printkit.issue.plan import Plan
from printkit.issue.selection import Section
from printkit.markup.entries import ArticleEntry
from printkit.pages import Copy, Gathered, PageMarkup, Pages
from printkit.pictures import gather
from printkit.preflight import fields
from printkit.prepare import Fetch, JobTicket, prepare
from printkit.printing import leaves
from printkit.printing.leaves import PressJob
from printkit.printing.workers import Loss, lost_error
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account
from printkit.text.comparing import letters

_ASKED, _RUN = "asked", "run"
_NO_PAGES = Pages(b"", 0)
_QUOTED = re.compile("“([^”]+?)…?”")
_PAGE = re.compile(r"\bpage ([0-9]+)\Z")


class CrossReference(NamedTuple):
    """Where an article of the issue stands.

    Attributes:
        anchor: the id of its headline.
        page: its folio.
    """

    anchor: str
    page: str


@dataclass(frozen=True)
class ArticleTask:
    """What is to be printed in one run.

    Attributes:
        readings: one article, or those of a section that flows on.
        prefixes: what opens the ids of each; no two alike in the issue.
        section: the name of the section it is in.
        head: the same, where the run opens the section under its head; else empty.
        order: how to print.
        flows: whether it is such a section, or what is left of one.
        crossings: where the issue's articles stand, by their canonical addresses, for
            references from one to another.
    """

    readings: tuple[Reading, ...]
    prefixes: tuple[str, ...]
    section: str
    head: str
    order: JobTicket
    flows: bool = False
    crossings: Mapping[str, CrossReference] = field(default_factory=dict)

    def of(self, places: Sequence[int]) -> "ArticleTask":
        """The same with some of the articles alone."""
        return replace(
            self,
            readings=tuple(self.readings[place] for place in places),
            prefixes=tuple(self.prefixes[place] for place in places),
        )

    def key(self, fingerprint: str) -> str:
        """What the run depends on, but for its pictures."""
        return cache.key(
            fingerprint,
            repr(self.order.edition),
            str(bool(self.order.fetch)),
            self.head,
            str(self.flows),
            *self.prefixes,
            json.dumps(sorted(self.crossings.items())),
            *(reading.article.model_dump_json() for reading in self.readings),
            *("folder" if reading.folder else "" for reading in self.readings),
        )


@dataclass(frozen=True)
class PrintedRun:
    """Printed pages of one or more articles.

    Attributes:
        pages: for the bindery.
        leaf: under which key the pages are kept.
        stories: one for each article that was printed, in order.
        links: the addresses that each links to.
        remarks: what was noticed of each.
    """

    pages: Pages
    leaf: str
    stories: tuple[ArticleEntry, ...]
    links: tuple[tuple[str, ...], ...]
    remarks: tuple[tuple[Remark, ...], ...]


class Outcome(NamedTuple):
    """What became of a task.

    Attributes:
        run: what was printed, if anything was.
        failures: what became of articles that were not printed, by their place among the
            readings.
    """

    run: PrintedRun | None
    failures: Mapping[int, Account]

    @property
    def is_lost(self) -> bool:
        """Whether a process was lost over it: one article may be to blame, or none."""
        return any(one.status in get_args(Loss) for one in self.failures.values())


def plan_runs(sections: Sequence[Section], plan: Plan, order: JobTicket) -> list[ArticleTask]:
    """The press runs that an issue takes, in its order."""
    marks = iter(_prefixes([one for section in sections for one in section.readings]))
    tasks = []
    for section in sections:
        flowing = plan.start == "flow"
        groups = [section.readings] if flowing else [(one,) for one in section.readings]
        head = "" if "heads" in plan.without else section.name
        for group in groups:
            prefixes = tuple(next(marks) for _ in group)
            flows = len(group) > 1
            tasks.append(ArticleTask(tuple(group), prefixes, section.name, head, order, flows))
            head = ""
    return tasks


def _prefixes(readings: Sequence[Reading]) -> Iterator[str]:
    """What opens the ids of each article: the same wherever it is printed, and no two alike."""
    seen: Counter[str] = Counter()
    for reading in readings:
        identity = reading.article.identity.encode(errors="replace")
        mark = f"a{sha256(identity).hexdigest()[:10]}"
        seen[mark] += 1
        yield mark if seen[mark] == 1 else f"{mark}x{seen[mark]}"


def expected(task: ArticleTask, fingerprint: str, shelf: CacheFolder) -> str:
    """Where the run would be kept, its pictures being what they are now.

    Empty if its pictures are not known yet, or come from the network.
    """
    data = None if task.order.fetch else shelf.get(_ASKED, task.key(fingerprint))
    if data is None:
        return ""
    try:
        asked = _asked_shape().validate_json(data)
    except ValidationError:
        return ""
    return _key(task, fingerprint, asked) if len(asked) == len(task.readings) else ""


def kept(key: str, shelf: CacheFolder) -> PrintedRun | None:
    """The run that is kept under this key; None if there is none, or its pages are gone."""
    data = shelf.get(_RUN, key) if key else None
    if data is None:
        return None
    try:
        run = _shape().validate_json(data)
    except ValidationError:
        return None
    pages = leaves.kept(run.leaf, shelf)
    return replace(run, pages=pages) if pages else None


def print_run(task: ArticleTask, fingerprint: str, folder: Path) -> Outcome:
    """Print a task's articles, and keep what was printed; those that cannot be are accounted for.

    Args:
        task: what to print.
        fingerprint: of all that pages depend on besides.
        folder: the cache's.
    """
    shelf = CacheFolder(folder)
    task = replace(task, order=replace(task.order, fetch=_remembering(task.order.fetching)))
    pieces, failures = _prepared(task)
    # Pictures from the network are known only now: the same run may be kept after all.
    key = "" if failures else _key(task, fingerprint, [_sources(one) for one in pieces.values()])
    if run := kept(key, shelf):
        return Outcome(run, {})
    while pieces:
        try:
            run = _printed(task, list(pieces.values()), fingerprint, shelf)
            break
        except PressError as error:
            spoilt = _spoilt(task, pieces, fingerprint, shelf, error)
            failures |= spoilt
            pieces = {place: one for place, one in pieces.items() if place not in spoilt}
    else:
        return Outcome(None, failures)
    if not failures:
        asked = [_sources(piece) for piece in pieces.values()]
        shelf.put(_RUN, key, _shape().dump_json(replace(run, pages=_NO_PAGES)))
        shelf.put(_ASKED, task.key(fingerprint), json.dumps(asked).encode())
    return Outcome(run, failures)


def lost_run(loss: Loss, task: ArticleTask, fingerprint: str, folder: Path) -> Outcome:
    """The outcome of a task over which a process was lost."""
    return Outcome(
        None,
        {
            place: Account(reading.where, loss, error=lost_error(loss, reading.where))
            for place, reading in enumerate(task.readings)
        },
    )


class _Piece(NamedTuple):
    """An article ready for its markup."""

    reading: Reading
    prefix: str
    copy: Copy
    gathered: Gathered
    remarks: tuple[Remark, ...]


def _prepared(task: ArticleTask) -> tuple[dict[int, _Piece], dict[int, Account]]:
    """The articles that can be printed, and why the others cannot, by their places."""
    pieces: dict[int, _Piece] = {}
    failures: dict[int, Account] = {}
    for place, (reading, prefix) in enumerate(zip(task.readings, task.prefixes, strict=True)):
        # Where the record lies is no part of what is printed, nor of what is kept.
        unnamed = reading._replace(where="", remarks=())
        try:
            pieces[place] = _Piece(unnamed, prefix, *prepare(unnamed, task.order, prefix))
        except PrintkitError as error:
            failures[place] = Account.of_error(reading.where, error.at(reading.where))
    return pieces, failures


def _spoilt(
    task: ArticleTask,
    pieces: Mapping[int, _Piece],
    fingerprint: str,
    shelf: CacheFolder,
    error: PressError,
) -> dict[int, Account]:
    """Which articles the press cannot print: one can spoil a section that flows on."""

    def account(place: int, error: PressError) -> Account:
        where = task.readings[place].where
        return Account.of_error(where, error.at(where))

    spoilt: dict[int, Account] = {}
    for place, piece in pieces.items() if len(pieces) > 1 else ():
        try:
            _printed(task, [piece], fingerprint, shelf)
        except PressError as own:
            spoilt[place] = account(place, own)
    return spoilt or {place: account(place, error) for place in pieces}


def _printed(
    task: ArticleTask, pieces: Sequence[_Piece], fingerprint: str, shelf: CacheFolder
) -> PrintedRun:
    """Print the articles one after the other.

    Raises:
        PressError: the press cannot.
    """
    from printkit.markup import figures
    from printkit.markup.cross_references import led_home, links_of
    from printkit.wording.attribution import attribution_in

    edition = task.order.edition
    crossings = [_crossings(task, piece) for piece in pieces]
    page = _marked_up(task, pieces, crossings)
    anchors = [{url: one.anchor for url, one in own.items()} for own in crossings]
    page = page._replace(html=led_home(page.html, anchors))
    pictures = {url: one for piece in pieces for url, one in piece.gathered.pictures.items()}
    leaf = PressJob(page, edition.theme, pictures)
    pages = leaves.print_leaf(leaf, fingerprint, shelf)
    of_the_pages = [(_whose(remark, pages, pieces), remark) for remark in pages.remarks]
    remarks = [
        (
            *piece.remarks,
            *fields.left_out(piece.reading.article, page.printed),
            *(remark for owner, remark in of_the_pages if owner == number),
        )
        for number, piece in enumerate(pieces)
    ]
    stories = tuple(
        figures.story(
            piece.copy,
            piece.gathered,
            attribution_in(piece.reading.article.language or edition.language),
            piece.prefix,
        )
        for piece in pieces
    )
    links = tuple(links_of(piece.copy.html) for piece in pieces)
    return PrintedRun(pages, leaf.key(fingerprint), stories, links, tuple(remarks))


def _whose(remark: Remark, pages: Pages, pieces: Sequence[_Piece]) -> int:
    """Which article a remark on the pages is about: whose words it quotes, else whose page it is.

    Of a page that several share it is the last that begins there or before.
    """
    from printkit.copyedit import plain_blocks

    if quoted := _QUOTED.search(remark.message):
        opening = letters(quoted[1])
        for number, piece in enumerate(pieces):
            if opening in letters("".join(plain_blocks(piece.copy))):
                return number
    if place := _PAGE.search(remark.where):
        page = int(place[1]) - 1
        begun = [n for n, one in enumerate(pieces) if pages.anchors[one.prefix].page <= page]
        return begun[-1] if begun else 0
    return 0


def _marked_up(
    task: ArticleTask, pieces: Sequence[_Piece], crossings: Sequence[Mapping[str, CrossReference]]
) -> PageMarkup:
    from printkit.markup import article as markup

    set_pieces = [
        markup.Piece(
            piece.reading.article,
            piece.copy,
            piece.gathered,
            piece.prefix,
            {url: one.page for url, one in own.items()},
        )
        for piece, own in zip(pieces, crossings, strict=True)
    ]
    edition, section = task.order.edition, task.head
    if not task.flows:
        article, copy, gathered, prefix, folios = set_pieces[0]
        return markup.article_page(
            article, copy, gathered, edition, prefix=prefix, section=section, crossings=folios
        )
    return markup.section_page(set_pieces, edition, section=section)


def _sources(piece: _Piece) -> list[str]:
    return list(dict.fromkeys(image.src for image in piece.copy.images if image.src))


def _crossings(task: ArticleTask, piece: _Piece) -> dict[str, CrossReference]:
    """Where the links of one article to others of the issue lead, by their addresses."""
    from printkit.markup.cross_references import links_of

    found = {url: task.crossings.get(canonical(url)) for url in links_of(piece.copy.html)}
    own = address_of(piece.reading.article)
    return {url: one for url, one in found.items() if one and canonical(url) != own}


def _key(task: ArticleTask, fingerprint: str, asked: Sequence[Sequence[str]]) -> str:
    pins = [
        gather.pinned(sources, folder=reading.folder, fetch=task.order.fetching)
        for reading, sources in zip(task.readings, asked, strict=True)
    ]
    return cache.key(task.key(fingerprint), json.dumps(pins))


def _remembering(fetch: Fetch | None) -> bool | Fetch:
    """Fetch each address once: what is printed is what is kept."""
    if fetch is None:
        return False
    return lru_cache(maxsize=None)(fetch)


@lru_cache(maxsize=1)
def _asked_shape() -> "TypeAdapter[list[list[str]]]":
    return TypeAdapter(list[list[str]])


@lru_cache(maxsize=1)
def _shape() -> "TypeAdapter[PrintedRun]":
    return TypeAdapter(PrintedRun)
