"""Everything that is taken out of a body is named in one remark."""

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from printkit.remarks import Removed


def copy_of(body: str, url: str | None = None) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body, url=url), links="plain")


def lost(copy: Copy) -> list[str]:
    """Return the messages about what was left out."""
    return [one.message for one in copy.remarks if one.code == "PK301"]


def removed(copy: Copy) -> list[Removed]:
    """Return everything that was left out."""
    return [one for remark in copy.remarks for one in remark.removed]


def test_all_that_was_lost_is_one_remark() -> None:
    """With kinds and counts."""
    body = (
        "<p>a</p><video></video><video></video><iframe></iframe>"
        "<form><input><button>Send</button></form><svg width=600><text>chart</text></svg>"
    )
    assert lost(copy_of(body)) == [
        "not printable, removed: 1 form field, 1 button, 2 videos, 1 iframe, 1 drawing: “Send”",
    ]
