"""A page of the digest is filled in by a process that can be killed, if templates are a user's."""

from pathlib import Path

import pytest

import printkit
from printkit.edition import Edition
from printkit.edition.limits import Limits
from printkit.errors import ThemeError
from printkit.makeup.filling import fill_page_apart
from printkit.markup import digest
from printkit.markup.entries import PlacedSection
from printkit.printing.readable import readable_files
from printkit.workers.idle import PRELOADED
from printkit.workers.tasks import Workers
from tests.support.own_templates import write_templates
from tests.support.sample_records import PLAIN

TEN = str(list(range(10)))
LOOPS = "".join(f"{{% for {one} in {TEN} %}}" for one in "abcde")
WORK = "{% set x = a * b + c %}" * 1_000
# The sandbox counts the turns of loops, but not the work within a turn: this takes minutes.
ENDLESS = f"{LOOPS}{WORK}{'{% endfor %}' * 5}"


def workers(limits: Limits) -> Workers:
    """Return processes that may read the files of their tasks."""
    return Workers(limits=limits, preload=PRELOADED, readable=readable_files)


def test_templates_of_a_user_are_filled_in_by_a_worker(tmp_path: Path) -> None:
    """The worker reads the folder; the markup is that of this process."""
    edition = Edition(templates=write_templates(tmp_path, contents="<h1 id=contents>Ours</h1>"))
    given: tuple[tuple[PlacedSection, ...], Edition] = ((), edition)
    with workers(Limits()) as room:
        made = fill_page_apart(room, edition, "contents", digest.contents_page, *given)
    assert made == digest.contents_page(*given)
    assert "Ours" in made.html


def test_a_limit_names_the_templates_and_the_page(tmp_path: Path) -> None:
    """Printkit's own templates need no worker, and so no limit."""
    own = Edition(templates=write_templates(tmp_path, contents=ENDLESS))
    with workers(Limits(processor_time=1)) as room:
        fill_page_apart(room, Edition(), "contents", digest.contents_page, (), Edition())
        with pytest.raises(ThemeError, match=r"“contents” cannot be .* 1 seconds of") as caught:
            fill_page_apart(room, own, "contents", digest.contents_page, (), own)
    assert caught.value.where == f"the templates {own.templates}"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cover", "contents", "colophon", "furniture", "note"])
def test_a_template_that_loops_ends_the_digest_at_the_limit(tmp_path: Path, name: str) -> None:
    """The article itself is printed with printkit's template."""
    templates = write_templates(tmp_path, **{name: ENDLESS})
    with pytest.raises(ThemeError, match="cannot be filled in") as caught:
        printkit.digest(
            [PLAIN, PLAIN | {"headline": "Another"}],
            note="Forty years.",
            templates=templates,
            limits=Limits(processor_time=4),
            cache=False,
        )
    assert caught.value.where == f"the templates {templates}"
