"""Every kind of long body is printed in time that grows with its length, not with the square."""

import time
from collections.abc import Callable

import pytest

import printkit
from tests.support.time_limits import TooLongError, stop_after

FEW = 5_000
"""Characters of the shorter body; the longer body has four times as many."""
_MOST = 9
"""The greatest ratio of the times for four times the body; with the square, the ratio is 16."""
_LEAST = 0.3
"""Seconds: a shorter time is mostly that of the page around the body."""


def _row(text: str) -> Callable[[int], str]:
    return lambda length: f"<p>{text * (length // len(text))}</p>"


def _blocks(text: str) -> Callable[[int], str]:
    """Return a body of numbered blocks, one for each 40 characters."""
    return lambda length: "".join(text.replace("#", str(one)) for one in range(length // 40))


def _footnotes(length: int) -> str:
    numbers = range(length // 40)
    marks = [f'<p>word<sup><a href="#n{one}" id="r{one}">{one}</a></sup></p>' for one in numbers]
    return (
        f"{''.join(marks)}<ol>{''.join(f'<li id=n{one}>Note {one}</li>' for one in numbers)}</ol>"
    )


KINDS: dict[str, Callable[[int], str]] = {
    "letters": _row("abcdefghij"),
    "letters and signs": _row("x1y2-"),
    "ampersands": _row("&amp;"),
    "words between no-break spaces": _row("ab\u00a0"),
    "words with soft hyphens": _row("ab\u00ad"),
    "Thai consonants": _row("กขคงจฉชซ"),
    "Thai words": _row("สวัสดีชาวโลกวันนี้อากาศดี"),
    "Chinese": _row("春眠不覺曉處處聞啼鳥"),
    "Arabic": _row("السلام عليكم ورحمة الله "),
    "narrow letters of Arabic": _row("ب"),
    "vowels of Thai": _row("า"),
    "emoji": _row("😀"),
    "marks": _row("a\u0301\u0302"),
    "commas": _row(", . "),
    "apostrophes": _row("'"),
    "prose": _row("The quick brown fox jumps over the lazy dog near the bank. "),
    "code": lambda length: f"<pre><code>{'x=1;' * (length // 4)}</code></pre>",
    "paragraphs": _blocks("<p>word #</p>"),
    "links": _blocks('<p><a href="https://example.org/#">link #</a></p>'),
    "links of one paragraph": lambda length: (
        f"<p>{_blocks('<a href=https://example.org/#>link</a> ')(length)}</p>"
    ),
    "rows": lambda length: f"<table>{_blocks('<tr><td>row #<td>#')(length)}</table>",
    "formulas": _blocks(r"<p>word # \(x_#^2\)</p>"),
    "footnotes": _footnotes,
    "items": _blocks("<ul><li>item #</li></ul>"),
    "definitions": _blocks("<dl><dt>term #</dt><dd>meaning #</dd></dl>"),
}


# Fields that stand in boxes of their own, filled with Chinese letters.
FIELDS = ("headline", "kicker", "subheadline", "byline", "source", "tags")


def _seconds(kind: str, length: int) -> float:
    """Return the processor time for printing a body or a field."""
    text = KINDS[kind](length) if kind in KINDS else "春眠不覺曉處處聞啼鳥" * (length // 10)
    record = {"headline": "Long", "body": "<p>a</p>", "language": "en"}
    record["body" if kind in KINDS else kind] = text
    began = time.process_time()
    printkit.export(record, trusted=True)  # else a worker has the processor time
    return time.process_time() - began


def _is_linear(kind: str) -> bool:
    _seconds(kind, 100)
    few = max(_LEAST, _seconds(kind, FEW))
    try:
        with stop_after(_MOST * few):
            _seconds(kind, 4 * FEW)
    except TooLongError:
        return False
    return True


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", [*KINDS, *FIELDS])
def test_a_long_body_takes_linear_time(kind: str) -> None:
    """Some of these bodies kept the press busy for minutes at the limits of a body."""
    # The machine may have been busy: a kind that fails is tried once more.
    assert _is_linear(kind) or _is_linear(kind)
