"""Make the keys of the cache: takes a task, a job or an issue, gives the key of its entry.

An entry is never out of date, because its key is made of everything that could change the entry.
Each key begins with the fingerprint (`press/fingerprint.py`): the versions of printkit, of Python
and of every installed package, the system's fonts, and the user's own theme files and templates.

| key         | entry                           | made of the fingerprint and of                 |
|-------------|---------------------------------|------------------------------------------------|
| `of_job`    | own pages, running heads        | markup, theme, profile, name of the job        |
| `of_task`   | the pictures a task asks for    | records, terms, edition, limits, ids, head …    |
| `of_run`    | printed articles                | the task, and the bytes of each picture        |
| `of_digest` | a whole digest                  | runs, plan, inserts, cover picture, remarks    |

The markup of a job names each picture by a hash of its bytes, so `of_job` needs no pictures. The
pictures that an article asks for are known only after copy-editing. So their list is kept under
`of_task`, and `of_run` is made of the bytes that these pictures have now. The folder of a record
and the roots are no part of a key, because a record prints the same pages from any folder.

`press/fonts.py` makes one more key, for a face that is cut from a variable font: of the name of the
font, its axes, and the versions of the font's package and of uharfbuzz, which cuts the face. The
press stands on a lower floor and cannot import this module.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from printkit.edition import Edition
from printkit.edition.limits import DEFAULTS, MB
from printkit.files.cache import key
from printkit.files.opening import read_at_most
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue
from printkit.pictures import gather
from printkit.pictures.restrictions import forbidding_terms
from printkit.prepare import picture_sources
from printkit.printing.jobs import ArticleTask, PressJob


def of_job(job: PressJob, fingerprint: str) -> str:
    """Return the key of the pages that a job prints."""
    choices = (str(job.furniture), str(job.markup.archive), job.theme, job.name)
    return key(fingerprint, *choices, job.markup.html)


def of_task(task: ArticleTask, fingerprint: str) -> str:
    """Return the key of everything that a task is made of, except the bytes of its pictures."""
    return key(
        fingerprint,
        repr(task.ticket.edition),
        str(bool(task.ticket.fetch)),
        task.ticket.limits.of_pages,
        task.head,
        str(task.flows),
        *task.prefixes,
        json.dumps(sorted(task.references.items())),
        *(reading.article.model_dump_json() for reading in task.readings),
        # Terms with a moment allow print until then: the same record prints other pages later.
        *(forbidding_terms(image) for reading in task.readings for image in reading.article.images),
        # A record without a folder finds no picture files; the name of the folder does not matter.
        *(
            "folder" if reading.folder or reading.carried is not None else ""
            for reading in task.readings
        ),
    )


def of_run(task: ArticleTask, asked: Sequence[Sequence[str]], fingerprint: str) -> str:
    """Return the key of the printed articles of a task, with the bytes that its pictures have now.

    Args:
        task: the articles.
        asked: for each article the addresses of the pictures that the article asks for.
        fingerprint: stands for everything else that pages depend on.
    """
    pictures = [
        gather.hash_pictures(srcs, picture_sources(reading, task.ticket))
        for reading, srcs in zip(task.readings, asked, strict=True)
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
    """Return the key of a whole digest; empty if the digest cannot be kept.

    Args:
        issue: the articles; an issue with a record that cannot be read is never kept.
        plan: the choices for the issue.
        edition: the choices for the printing.
        runs: the keys of the printed articles; empty for articles whose key is unknown.
        inserts: the PDF files that are bound in, and all values that change their pages.
        fingerprint: stands for everything else that pages depend on.
    """
    cover = _cover_picture(plan.cover_picture)
    if issue.unreadable or cover is None or not all(runs):
        return ""
    readings = [one for section in issue.sections for one in section.readings]
    return key(
        fingerprint,
        repr((plan, issue.period, issue.language, edition)),
        *runs,
        *(repr((one.where, one.remarks)) for one in readings),
        *inserts,
        cover,
    )


def _cover_picture(path: str) -> bytes | None:
    """Return the bytes of the cover's picture; None if the file is too large for a key.

    A picture that cannot be read has no bytes here; this fault is told later.
    """
    most = DEFAULTS.picture_file_size * MB
    try:
        data = read_at_most(Path(path), most) if path else b""
    except (OSError, ValueError):
        return b""
    return data if len(data) <= most else None
