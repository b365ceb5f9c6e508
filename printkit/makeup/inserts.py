"""Inserts: a plan goes in, the sanitised PDFs that the bindery binds in come out."""

from pathlib import Path

from printkit import inserts
from printkit.bindery.book import Insert, Inserts, Numbering
from printkit.issue.plan import Plan
from printkit.remarks import Remark


def admit_inserts(plan: Plan) -> Inserts:
    """Sanitise the PDFs that a plan joins to a digest, and return them with the remarks on them.

    Raises:
        InsertError: a PDF cannot be joined.
    """
    remarks: list[Remark] = []

    def admitted(name: str, numbering: Numbering, anchor: str) -> Insert:
        found = inserts.admit(Path(name))
        remarks.extend(found.remarks)
        return Insert(
            found.pdf,
            found.page_count,
            found.title,
            numbering,
            found.tagged,
            anchor,
            outline=found.bookmarks,
        )

    prepended = [
        admitted(name, "roman", f"prepended-{n}") for n, name in enumerate(plan.prepend, 1)
    ]
    appended = [admitted(name, "arabic", f"appended-{n}") for n, name in enumerate(plan.append, 1)]
    return Inserts(tuple(prepended), tuple(appended), tuple(remarks))
