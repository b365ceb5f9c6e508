"""Orders and replies are plain values: they come out of a channel as they went in."""

import math

from printkit.edition.limits import Limits
from printkit.workers.channel import packed, unpacked
from printkit.workers.orders import Order, Reply


def test_an_order_and_a_reply_can_be_sent() -> None:
    """The function travels as its name."""
    order = Order(math.sqrt, (4,), "/", {"A": "b"}, Limits(), ("/in",), ("/out",))
    assert unpacked(packed(order)) == order
    assert unpacked(packed(Reply("result", 2.0, 50.0))) == Reply("result", 2.0, 50.0)
