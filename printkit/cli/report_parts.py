"""A report in parts: accounts go in one by one, the bytes of one JSON object come out in parts.

So the report of a long run is never whole in memory.
"""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent

from printkit.cli.terminal import write_json

_EMPTY = "[]\n}"


def parts_of_report(
    head: Mapping[str, object], accounts: Iterable[Mapping[str, object]]
) -> Iterator[bytes]:
    """Yield the bytes of a report; joined, the parts are what `write_json` makes of the whole.

    Args:
        head: the values before the accounts.
        accounts: each account as plain JSON values, as `Account.to_json` gives them.
    """
    yield _encoded(write_json({**head, "records": []}).removesuffix(_EMPTY))
    before = "[\n"
    for account in accounts:
        yield _encoded(before + indent(write_json(account), "    "))
        before = ",\n"
    yield _encoded(_EMPTY if before == "[\n" else "\n  ]\n}")


def _encoded(text: str) -> bytes:
    # A name of a file may have bytes that are no UTF-8.
    return text.encode(errors="backslashreplace")
