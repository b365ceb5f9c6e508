"""Lines with a moment or a level are a log; a live report with a headline is none."""

import pytest

from printkit.readers.detection.logs import format_of_log


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-29 12:00:00,123 INFO ferry: it sails",
        "2026-11-29T12:00:00Z it sails",
        "[2026-11-29 12:00:00] it sails",
        "Nov 29 12:00:00 host ferry[1]: it sails",
        '192.0.2.1 - ana [29/Nov/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5',
        "<34>1 2026-11-29T12:00:00Z host ferry - - it sails",
        "[    0.000001] it sails",
        "ERROR: it sails",
    ],
)
def test_lines_of_a_program_are_a_log(line: str) -> None:
    """Three lines are enough; a message may go on below its line."""
    assert format_of_log(f"{line}\n" * 3)
    assert format_of_log(f"{line}\n" * 2) is None


def test_a_message_may_have_several_lines() -> None:
    """The lines of a stack stand below the message."""
    line = "2026-11-29 12:00:00 ERROR the ferry sinks\n  at Ship.sail\n  at Port.open\n"
    assert format_of_log(line * 3)


@pytest.mark.parametrize(
    "text",
    [
        "Live: the ferry\n\n" + "2026-11-29 12:00:00 It sails.\n" * 4,
        "WARNING: fog\nERROR: ferry hits mole\nINFO: nobody is hurt\n\nThe harbour is open.\n",
        "NOTICE OF A HEARING\n\nNOTICE IS GIVEN that it sails.\n\nNOTICE IS GIVEN of fog.\n",
        "WARNING: fog\n\nWARNING: closed until 10:00:00 today.\n\nINFO: call us.\n\nIt stays.\n",
        "WARNING: fog\n\nWARNING: it is dense.\n\nWARNING: it stays.\n",
        "WARNING: the fog over the mole is dense today.\n" * 3,
        "12:00 It sails.\n12:10 It is out.\n12:20 It is back.\n",
        "",
    ],
)
def test_an_article_is_no_log(text: str) -> None:
    """A headline stands above the moments of a live report."""
    assert format_of_log(text) is None
