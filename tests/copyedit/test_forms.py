"""Fields and buttons go, and are named with their words."""

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.remarks import Removed
from tests.support.clean_copy import write_html


def copy_of(body: str, url: str | None = None) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body, url=url), links="plain")


def lost(copy: Copy) -> list[str]:
    """Return the messages about what was left out."""
    return [one.message for one in copy.remarks if one.code == "PK301"]


def removed(copy: Copy) -> list[Removed]:
    """Return everything that was left out."""
    return [one for remark in copy.remarks for one in remark.removed]


def test_words_in_a_form_stay_and_fields_go_with_their_labels() -> None:
    """Some sites wrap all they have in one form."""
    body = "<form><p>Words.</p><label>Mail <input></label><select><option>x</select></form>"
    assert write_html(copy_of(body).body) == "<p>Words.</p>"


def test_boxes_of_a_task_list_are_printed() -> None:
    """They say what is done."""
    body = "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox> b</li></ul>"
    assert write_html(copy_of(body).body) == "<ul><li>☑ a</li><li>☐ b</li></ul>"
