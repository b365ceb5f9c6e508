"""A check reads and edits, and prints nothing."""

from printkit.pipeline.checking import check
from tests.support.sample_records import PLAIN


def test_a_check_prints_nothing_and_says_what_printing_would() -> None:
    """A check gives the same remarks and the same errors as a print."""
    record = {**PLAIN, "colour": "red"}
    (account,) = check(record, "r")
    assert (account.status, account.result) == ("ok", None)
    assert [remark.code for remark in account.remarks] == ["PK201"]
    (refused,) = check({**PLAIN, "status": "canceled"}, "r")
    assert refused.status == "refused"
