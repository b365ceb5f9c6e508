"""Judges of the suite of hostile bodies: records and their accounts go in, faults come out."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from printkit.files.kept_run import MANIFEST

GOOD: Sequence[dict[str, Any]] = [
    {"headline": f"Good ship {n}", "language": "en", "body": "<p>She came in at dawn.</p>"}
    for n in range(3)
]
Account = Mapping[str, Any]
Records = Sequence[dict[str, Any]]


def find_faults_of_group(records: Records, accounts: Sequence[Account] | None) -> list[str]:
    """Return faults of the number of accounts, and of the good records of a group."""
    if accounts is None:
        return []
    if len(accounts) != len(records):
        return [f"{len(records)} records have {len(accounts)} accounts"]
    return [
        f"a good neighbour is {account['status']}: {account['error']}"
        for record, account in zip(records, accounts, strict=True)
        if record in GOOD and account["status"] != "ok"
    ]


def find_faults_of_record(
    record: Mapping[str, Any], records: Records, accounts: Sequence[Account]
) -> list[str]:
    """Return faults of a refusal: a refusal names the limit, its value, and what to do."""
    number = records.index(dict(record))
    if number >= len(accounts):
        return []  # `find_faults_of_group` counts the accounts
    error, status = accounts[number]["error"], accounts[number]["status"]
    if not error:
        return [] if status in ("ok", "skipped", "duplicate") else [f"{status} without a reason"]
    words = " ".join(error["problems"])
    if status in ("refused", "timeout") and not any(sign.isdigit() for sign in words):
        return [f"the refusal names no value: {words}"]
    return (
        [] if (words and error["remedy"]) or error["code"] == "PK110" else [f"no remedy: {words}"]
    )


def find_late_records(folder: Path, most: float) -> list[str]:
    """Return the records that took more seconds than allowed, by the manifest of their run."""
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    return [
        f"{one['record']} took {one['seconds']:.1f} seconds"
        for one in told
        if (one.get("seconds") or 0) > most
    ]
