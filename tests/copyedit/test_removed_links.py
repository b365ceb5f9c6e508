"""Links that were removed: told in one remark."""

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.removed_links import RemovedLink, tell_removed


def test_nothing_is_told_where_no_link_was_removed() -> None:
    """A good body has no remark on links."""
    assert tell_removed([], "r") == []


def test_a_long_address_is_cut_in_the_remark() -> None:
    """A record can hold an address of a megabyte."""
    (remark,) = tell_removed([RemovedLink("x:" + "y" * 1_000, "why")], "r")
    assert len(remark.message) < 300
    assert remark.message.startswith("1 link was removed")


def test_removed_links_are_one_remark_with_an_example() -> None:
    """The body may lose thousands of links."""
    body = "<p><a href='ftp://h/x'>a</a> <a href='#y'>b</a> <a href='#'>c</a></p>"
    assert [one.message for one in edit(Article(headline="H", body=body)).remarks] == [
        "2 links were removed and the words kept (ftp://h/x: ftp: is not printed)"
    ]
