"""Reports in parts: the same bytes as a report that is written at once."""

import json

import pytest

from printkit.cli.report_parts import parts_of_report
from printkit.cli.terminal import write_json
from printkit.remarks import Remark
from printkit.report import Account

ACCOUNTS = [Account(f"ä{n}", "ok", (Remark("PK405", "no\nalt"),) * n).to_json() for n in range(3)]


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("head", [{}, {"error": {"code": "PK140"}, "run": None}])
def test_the_parts_are_the_report(head: dict[str, object], count: int) -> None:
    """A reader cannot tell how the report was written."""
    whole = write_json({**head, "records": ACCOUNTS[:count]})
    parts = list(parts_of_report(head, ACCOUNTS[:count]))
    assert b"".join(parts).decode() == whole
    assert len(parts) == count + 2


def test_the_name_of_a_file_need_not_be_unicode() -> None:
    """The bytes of the name are escaped."""
    name = b"\xff.json".decode(errors="surrogateescape")
    told = b"".join(parts_of_report({}, [{"record": name}]))
    assert json.loads(told)["records"] == [{"record": name}]
