"""Inserts: a plan goes in, the sanitised PDFs that the bindery binds in come out.

A PDF that cannot be bound in has a stub in its place, as an article that cannot be printed.
"""

from collections.abc import Sequence
from pathlib import Path

from printkit import inserts
from printkit.bindery.book import Insert, Inserts, MissingInsert, Numbering, Part
from printkit.edition import Edition
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import InsertError
from printkit.issue.plan import Plan
from printkit.makeup.filling import fill_page_apart
from printkit.markup import digest
from printkit.pages import Pages
from printkit.printing.jobs import PressJob
from printkit.printing.printer import Printer
from printkit.remarks import Remark


def admit_inserts(plan: Plan, limits: Limits = DEFAULTS) -> Inserts:
    """Sanitise the PDFs that a plan joins to a digest, and return them with the remarks on them.

    Args:
        plan: names the files.
        limits: how much work a file may cost.
    """
    remarks: list[Remark] = []

    def admitted(name: str, numbering: Numbering, anchor: str) -> Insert | MissingInsert:
        try:
            found = inserts.admit(Path(name), limits)
        except InsertError as error:
            title, reason = inserts.readable_name(Path(name)), "; ".join(error.problems)
            return MissingInsert(title, reason, numbering, anchor, error)
        remarks.extend(found.remarks)
        return Insert(
            found.pdf,
            found.page_count,
            found.title,
            numbering,
            found.tagged,
            anchor,
            outline=found.bookmarks,
            articles=found.articles,
            conforms=found.conforms,
        )

    prepended = [
        admitted(name, "roman", f"prepended-{n}") for n, name in enumerate(plan.prepend, 1)
    ]
    appended = [admitted(name, "arabic", f"appended-{n}") for n, name in enumerate(plan.append, 1)]
    return Inserts(tuple(prepended), tuple(appended), tuple(remarks))


def with_stubs(
    found: Sequence[Insert | MissingInsert], edition: Edition, printer: Printer
) -> list[Insert | Part]:
    """Return the inserts in their order, with a printed stub for each that is missing.

    Raises:
        PrintkitError: a stub cannot be printed.
    """
    missing = [one for one in found if isinstance(one, MissingInsert)]
    jobs = [_stub_job(one, edition, printer) for one in missing]
    stubs = iter(printer.print_jobs(jobs))
    return [
        _stub_part(one, next(stubs)) if isinstance(one, MissingInsert) else one for one in found
    ]


def _stub_job(missing: MissingInsert, edition: Edition, printer: Printer) -> PressJob:
    told = (missing.title, missing.reason, missing.anchor, edition)
    make = digest.insert_stub_page
    page = fill_page_apart(printer.workers, edition, missing.title, make, *told)
    return PressJob(page, edition.theme, name=missing.title)


def _stub_part(missing: MissingInsert, pages: Pages) -> Part:
    place = {missing.anchor: missing.title}
    return Part(pages, missing.title, "", missing.numbering, targets=place, openings=place)
