"""Name every entry of the cache by all that the entry is made of.

An entry is never stale, because whatever could change the entry goes into its key. Each key
begins with the fingerprint (`press/fingerprint.py`): the version of printkit, of Python and of
every installed package, the system's fonts, and the files of a theme of the user's own.

| key         | names                           | goes in besides the fingerprint                |
|-------------|---------------------------------|------------------------------------------------|
| `of_job`    | own pages, running heads        | markup, theme, profile, name of the job        |
| `of_task`   | the pictures a task asks for    | records, edition, fetching, ids, head, links   |
| `of_run`    | printed articles                | the task, and the bytes of each picture        |
| `of_digest` | a whole digest                  | runs, plan, inserts, cover picture, remarks    |

Why: markup names its pictures by their content, so no picture goes into `of_job`. Which pictures
an article asks for is known only after copy-editing; so the list is kept under `of_task`, and the
bytes that these pictures have today make `of_run`. Where a record lies is no part of a key: a
moved record prints the same pages.

One more key stands elsewhere, in `press/fonts.py`: a face cut from a variable font is named by
the font, its axes and the cutter's version. The press stands below this floor and must not
import from here.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from printkit.edition import Edition
from printkit.files.cache import key
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue
from printkit.pictures import gather
from printkit.pictures.network import resolve_fetch
from printkit.printing.jobs import ArticleTask, PressJob


def of_job(job: PressJob, fingerprint: str) -> str:
    """Return the key of the pages that a job prints."""
    choices = (str(job.furniture), str(job.markup.archive), job.theme, job.name)
    return key(fingerprint, *choices, job.markup.html)


def of_task(task: ArticleTask, fingerprint: str) -> str:
    """Return the key of what a task is made of, except the bytes of its pictures."""
    return key(
        fingerprint,
        repr(task.ticket.edition),
        str(bool(task.ticket.fetch)),
        task.head,
        str(task.flows),
        *task.prefixes,
        json.dumps(sorted(task.references.items())),
        *(reading.article.model_dump_json() for reading in task.readings),
        # Without a folder, no local picture is found; which folder it is does not matter.
        *("folder" if reading.folder else "" for reading in task.readings),
    )


def of_run(task: ArticleTask, asked: Sequence[Sequence[str]], fingerprint: str) -> str:
    """Return the key of the printed articles of a task, as its pictures are now.

    Args:
        task: the articles.
        asked: for each article the addresses of the pictures that the article asks for.
        fingerprint: of everything else that pages depend on.
    """
    pictures = [
        gather.hash_pictures(sources, folder=reading.folder, fetch=resolve_fetch(task.ticket.fetch))
        for reading, sources in zip(task.readings, asked, strict=True)
    ]
    return key(of_task(task, fingerprint), json.dumps(pictures))


def of_digest(
    issue: Issue,
    plan: Plan,
    edition: Edition,
    runs: Sequence[str],
    inserts: Sequence[bytes],
    fingerprint: str,
) -> str:
    """Return the key of a whole digest; empty where a part of the digest is not kept.

    Args:
        issue: the articles; a record that cannot be read is never kept.
        plan: what stands around the articles.
        edition: how the articles are printed.
        runs: the keys of the printed articles; an empty key is an unknown one.
        inserts: the PDF files that are bound in.
        fingerprint: of everything else that pages depend on.
    """
    if issue.unreadable or not all(runs):
        return ""
    picture = Path(plan.cover_picture) if plan.cover_picture else None
    readings = [one for section in issue.sections for one in section.readings]
    return key(
        fingerprint,
        repr((plan, issue.period, issue.language, edition)),
        *runs,
        *(repr((one.where, one.remarks)) for one in readings),
        *inserts,
        picture.read_bytes() if picture and picture.is_file() else b"",
    )
