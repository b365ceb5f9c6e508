"""Keys: another key as soon as another page would be printed, and the same key until then."""

import os
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Self

import pytest

from printkit.edition import Edition
from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.issue.canonical_urls import canonical_address
from printkit.issue.plan import Plan
from printkit.issue.sections import Section
from printkit.issue.selection import Issue
from printkit.markup.cross_references import CrossReference
from printkit.pictures import limited_terms
from printkit.printing import keys
from printkit.printing.jobs import ArticleTask
from printkit.remarks import Remark
from tests.support.press_runs import SITE, make_press_job, make_reading, plan_section

PRINT = "0" * 64


def only(**fields: Any) -> ArticleTask:
    """Return the one task of an article."""
    (task,) = plan_section(make_reading("a", **fields))
    return task


def reference(name: str, anchor: str, page: str) -> dict[str, CrossReference]:
    """Return a cross-reference to an article."""
    return {canonical_address(f"{SITE}/{name}"): CrossReference(anchor, page)}


def test_the_key_of_a_task_is_what_the_task_prints() -> None:
    """Each of these changes makes another key; another place of the record does not."""
    ticket = JobTicket(Edition(paper="A5"))
    made = [
        only(),
        only(body="<p>Other words.</p>"),
        plan_section(make_reading("a"), ticket=ticket)[0],
        plan_section(make_reading("a"), ticket=JobTicket(fetch=True))[0],
        plan_section(make_reading("a"), ticket=JobTicket(limits=Limits(cut_pictures=1)))[0],
        plan_section(make_reading("a"), name="World")[0],
        plan_section(make_reading("a", Path("/anywhere")))[0],
        plan_section(make_reading("a"), make_reading("b"), start="flow")[0],
        replace(only(), references=reference("b", "a2", "2")),
        replace(only(), references=reference("b", "a2", "3")),
    ]
    assert len({keys.of_task(task, PRINT) for task in made}) == len(made)
    assert keys.of_task(only(), PRINT) != keys.of_task(only(), "another shop")
    moved = make_reading("a", Path("/elsewhere"))._replace(where="/elsewhere/a.json")
    assert keys.of_task(plan_section(moved)[0], PRINT) == keys.of_task(made[6], PRINT)
    patient = plan_section(make_reading("a"), ticket=JobTicket(limits=Limits(patience=1)))[0]
    assert keys.of_task(patient, PRINT) == keys.of_task(only(), PRINT)


def test_the_key_of_a_task_changes_when_terms_are_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache has the page with the picture, and the picture must not be printed any more."""

    class Later(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2150, 1, 2, tzinfo=tz)

    task = only(images=[{"src": "a.png", "usage_terms": "Print until 31 Dec 2149"}])
    before = keys.of_task(task, PRINT)
    assert keys.of_task(task, PRINT) == before
    monkeypatch.setattr(limited_terms, "datetime", Later)
    assert keys.of_task(task, PRINT) != before


def test_the_key_of_a_job_is_all_that_its_pages_depend_on() -> None:
    """Each of these changes makes other pages."""
    one = make_press_job()
    others = [
        replace(one, theme="reader"),
        replace(one, furniture=True),
        replace(one, name="b"),
        replace(one, markup=one.markup._replace(archive=False)),
        replace(one, markup=one.markup._replace(html=one.markup.html + " ")),
    ]
    assert len({keys.of_job(each, PRINT) for each in (one, *others)}) == 6
    assert keys.of_job(one, PRINT) != keys.of_job(one, "another shop") != ""
    assert keys.of_job(one, PRINT) == keys.of_job(make_press_job(), PRINT)


def issue(**fields: Any) -> Issue:
    """Return an issue of one article."""
    unreadable = fields.pop("unreadable", ())
    return Issue("en", None, (Section("", (make_reading("a", **fields),)),), unreadable, ())


def test_the_key_of_a_digest_is_all_that_stands_in_the_file(tmp_path: Path) -> None:
    """The key has plan, language, inserts, cover picture, and the remarks of reading."""
    picture = tmp_path / "cover.png"
    plan, edition = Plan(cover_picture=str(picture)), Edition()

    def key(
        issue: Issue, plan: Plan = plan, runs: tuple[str, ...] = ("1" * 64,), *inserts: bytes
    ) -> str:
        return keys.of_digest(issue, plan, edition, runs, inserts, PRINT)

    remarked = issue()
    section = remarked.sections[0]
    guessed = section.readings[0]._replace(remarks=(Remark("PK203", "guessed", "a"),))
    made = [
        key(issue()),
        key(issue(), replace(plan, title="The Week")),
        key(issue(), plan, ("2" * 64,)),
        key(issue(), plan, ("1" * 64,), b"%PDF"),
        key(replace(remarked, sections=(section._replace(readings=(guessed,)),))),
        key(replace(issue(), language="he")),
    ]
    picture.write_bytes(b"a picture")
    made.append(key(issue()))
    assert len(set(made)) == len(made)
    assert key(issue()) == made[-1]


def test_a_digest_with_a_cover_too_large_for_a_key_is_not_kept(tmp_path: Path) -> None:
    """A key of the first bytes alone would be the same for another picture."""
    picture = tmp_path / "cover.png"
    picture.write_bytes(b"x")
    given = (issue(), Plan(cover_picture=str(picture)), Edition(), ["run"], (), PRINT)
    assert keys.of_digest(*given)
    os.truncate(picture, DEFAULTS.picture_file_size * MB + 1)
    assert keys.of_digest(*given) == ""


def test_a_digest_is_kept_only_where_all_of_it_is() -> None:
    """An unreadable record, or an article without a known key, keeps a digest out of the cache."""
    error = RecordError("no JSON", where="a")
    unread = keys.of_digest(issue(unreadable=(error,)), Plan(), Edition(), ("1",), (), PRINT)
    unknown = keys.of_digest(issue(), Plan(), Edition(), ("",), (), PRINT)
    assert (unread, unknown) == ("", "")
