"""A run stops when too many of its records failed."""

from printkit.cli.failure_limit import FailureLimit
from printkit.report import Account

FAILED, GOOD = Account("a", "failed"), Account("b", "ok")


def test_a_number_of_failures_stops_the_run() -> None:
    """Good records and records of an earlier run do not count."""
    limit = FailureLimit(2, None)
    earlier = Account.of_earlier_run({"record": "c", "status": "timeout"})
    assert [bool(limit.take(one)) for one in (FAILED, GOOD, earlier, FAILED)] == [
        False,
        False,
        False,
        True,
    ]


def test_a_share_counts_from_twenty_records_on() -> None:
    """The share must be higher than the limit."""
    limit = FailureLimit(None, 50)
    assert not any(limit.take(FAILED) for _ in range(19))
    assert limit.take(FAILED) == (
        "stopped: 20 of 20 records failed, which is more than the 50 % of --fail-rate"
    )
    even = FailureLimit(None, 50)
    assert not any(even.take(one) for one in [GOOD, FAILED] * 20)


def test_a_run_without_limits_goes_on() -> None:
    """Records that were held back are no failures."""
    assert not any(FailureLimit(None, None).take(FAILED) for _ in range(30))
    assert not FailureLimit(1, 0).take(Account("a", "skipped"))
