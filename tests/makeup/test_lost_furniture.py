"""Lost furniture: a template of the user's own that prints no folio or no head is remarked on."""

from pathlib import Path

import pytest

import printkit
from tests.support.own_templates import write_templates
from tests.support.press_runs import make_record

BLOCK = '{% extends "base/furniture.html" %}{% block '
EACH = "body %}{% for kind, running in pages %}"
LONG = "<p>It came in.</p>" * 120
NO_FOLIO = "the folio is not on 6 of 6 pages; the first: page i"
NO_HEAD = "the running head is not on 2 of 6 pages; the first: page 2"


def remarks_on_heads(folder: Path, **texts: str) -> list[str]:
    """Return the remarks on the running heads of a digest with templates of the user's own."""
    made = printkit.digest(
        [make_record("a", body=LONG), make_record("b")],
        title="The Week",
        cache=False,
        without=("cover",),
        templates=write_templates(folder, **texts),
    )
    assert made.page_count == 6
    assert all(one.file.startswith(str(folder)) for one in made.remarks)
    return [one.message for one in made.remarks if one.record == "running heads"]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (f"{BLOCK}title %}}{{% endblock %}}", []),
        (f"{BLOCK}{EACH}<div class='sheet is-{{{{ kind }}}}'></div>{{% endfor %}}", [NO_HEAD]),
        (
            f"{BLOCK}{EACH}<div class='sheet is-blank'>x</div>{{% endfor %}}",
            [NO_FOLIO, NO_HEAD],
        ),
    ],
)
def test_pages_without_folio_or_head_are_counted(
    tmp_path: Path, text: str, lost: list[str]
) -> None:
    """An opening page needs no running head."""
    end = "" if "endblock" in text else "{% endblock %}"
    assert remarks_on_heads(tmp_path, furniture=text + end) == lost


def test_a_folio_of_another_page_is_no_folio(tmp_path: Path) -> None:
    """Without the class of the numbering, each part counts in arabic numbers."""
    (told,) = remarks_on_heads(tmp_path, furniture=f"{BLOCK}kind %}}x{{% endblock %}}")
    assert told == "the folio is not on 1 of 6 pages; the first: page i"
