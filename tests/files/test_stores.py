"""A real store of objects: runs are kept, resumed and stopped there, and its errors are clear.

The store is moto, which answers as S3 does; printkit reads and writes through s3fs.
"""

import json
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from printkit.errors import OutputError
from printkit.files.addresses import Address
from printkit.files.kept_run import MANIFEST
from printkit.files.remote_lock import LOCK
from printkit.files.stores import open_store, translated
from tests.ledger import Ledger
from tests.support.object_stores import ObjectStore, open_object_store
from tests.support.sample_records import TEN

pytestmark = pytest.mark.slow

TWELVE = [{**TEN[0], "headline": f"Ship {n}"} for n in range(12)]


@pytest.fixture(scope="module")
def running_store() -> Iterator[ObjectStore]:
    """Return a store that the tests of this file share."""
    with open_object_store() as store:
        yield store


@pytest.fixture
def store(running_store: ObjectStore) -> ObjectStore:
    """Return an empty store."""
    running_store.empty()
    return running_store


def lines_of(records: list[dict[str, Any]]) -> bytes:
    """Return records as JSON Lines."""
    return "\n".join(map(json.dumps, records)).encode()


def pdfs_of(store: ObjectStore) -> list[str]:
    """Return the keys of all PDFs, of which each is whole."""
    found = [key for key in store.list_keys() if key.endswith(".pdf")]
    assert all(store.read(key).rstrip().endswith(b"%%EOF") for key in found)
    return found


def test_a_run_is_kept_and_resumed_in_a_store(store: ObjectStore, ledger: Ledger) -> None:
    """Only what is missing is printed; the report can be read from the store."""
    store.put("in/a.jsonl", lines_of(TEN[:2]))
    store.put("in/b.json", json.dumps(TEN[2]).encode())
    store.put("in/c.bin", b"no record")
    run = ("export", "s3://bucket/in", "--fetch", "-d", "s3://bucket/out/{date}", "--resume")
    pattern = ("--output-pattern", "{year}/{slug}.pdf", "--report", "s3://bucket/report.json")
    first = ledger.run(*run, *pattern, **store.surroundings)
    assert (first.code, first.errors) == (0, "")
    today = datetime.now().astimezone().date().isoformat()
    names = [f"out/{today}/undated/ship-number-{n}-comes-in.pdf" for n in range(3)]
    assert pdfs_of(store) == names
    own = [f"out/{today}/{MANIFEST}", "report.json"]
    assert sorted(store.list_keys()) == sorted(
        [*names, *own, "in/a.jsonl", "in/b.json", "in/c.bin"]
    )
    store.remove(names[1])
    again = ledger.run(*run, *pattern, **store.surroundings)
    assert again.output.decode() == f"s3://bucket/{names[1]}\n"
    assert again.errors == "taken over from an earlier run: 2 of 3 records\n"
    told = ledger.run("report", f"s3://bucket/out/{today}", **store.surroundings)
    accounts = json.loads(told.output)["records"]
    assert [one["record"] for one in accounts] == [
        "s3://bucket/in/a.jsonl:1",
        "s3://bucket/in/a.jsonl:2",
        "s3://bucket/in/b.json",
    ]
    assert json.loads(store.read("report.json"))["records"] == accounts
    assert ledger.find_traces(again) == []


@pytest.mark.slow
def test_a_digest_and_its_sheets_go_to_a_store(store: ObjectStore, ledger: Ledger) -> None:
    """Records are read from the store, too."""
    for number, record in enumerate(TEN[:3]):
        store.put(f"in/{number}.json", json.dumps(record).encode())
    out = ("-o", "s3://bucket/{date}.pdf", "--date", "2019-09-13")
    made = ledger.run("digest", "s3://bucket/in/[01].json", "--fetch", *out, **store.surroundings)
    assert (made.code, made.output, made.errors) == (0, b"s3://bucket/2019-09-13.pdf\n", "")
    (ledger.folder / "a.pdf").write_bytes(store.read("2019-09-13.pdf"))
    sheets = ("impose", "a.pdf", "--booklet", "-o", "s3://bucket/sheets.pdf")
    assert ledger.run(*sheets, **store.surroundings).code == 0
    assert pdfs_of(store) == ["2019-09-13.pdf", "sheets.pdf"]


def test_records_are_read_from_a_store_only_with_fetch(store: ObjectStore, ledger: Ledger) -> None:
    """The record is accounted for."""
    store.put("a.json", json.dumps(TEN[0]).encode())
    ran = ledger.run("export", "s3://bucket/a.json", "--report", "r.json", **store.surroundings)
    assert ran.code == 1
    assert "s3://bucket/a.json: is an address, and the network is off" in ran.errors
    assert ledger.find_faults(ran, 1, "r.json") == []


@pytest.mark.slow
def test_a_run_that_is_stopped_goes_on_later(store: ObjectStore, ledger: Ledger) -> None:
    """The manifest in the store has all records that were done when SIGTERM came."""
    (ledger.folder / "a.jsonl").write_bytes(lines_of(TWELVE))
    run = ("export", "a.jsonl", "-d", "s3://bucket/out", "--resume", "--report", "r.json")
    begun = ledger.begin(*run, **store.surroundings)
    end = time.monotonic() + 120
    while not pdfs_of(store) and time.monotonic() < end:
        time.sleep(0.05)
    begun.send(signal.SIGTERM)
    stopped = begun.wait(60)
    assert stopped.code == 143
    printed = stopped.output.decode().split()
    done = store.read(f"out/{MANIFEST}").decode().count('"status": "ok"')
    assert done == len(pdfs_of(store)) >= len(printed) > 0
    assert f"out/{LOCK}" not in store.list_keys()
    accounts = json.loads((ledger.folder / "r.json").read_text())["records"]
    assert len(accounts) == 12
    ended = ledger.run(*run, **store.surroundings)
    assert ended.code == 0
    assert ended.errors == f"taken over from an earlier run: {done} of 12 records\n"
    assert len(pdfs_of(store)) == 12


def test_a_second_run_on_the_folder_is_told_who_holds_it(
    store: ObjectStore, ledger: Ledger
) -> None:
    """The lock of a run on another machine counts, too."""
    now = datetime.now(UTC).isoformat()
    holder = {"process": 7, "host": "far", "since": now, "alive": now, "token": "t"}
    store.put(f"out/{LOCK}", json.dumps(holder).encode())
    (ledger.folder / "a.json").write_text(json.dumps(TEN[0]))
    ran = ledger.run("export", "a.json", "-d", "s3://bucket/out", **store.surroundings)
    assert ran.code == 1
    assert "another run of printkit writes to this folder: process 7 on far" in ran.errors
    assert store.list_keys() == [f"out/{LOCK}"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "variables", "told"),
    [
        (("-d", "s3://none/out"), {}, "s3://none/out: the store has no bucket none"),
        (("-o", "s3://none/a.pdf"), {}, "the store has no bucket none"),
        (("--report", "s3://none/r.json"), {}, "the store has no bucket none"),
        (
            ("-d", "s3://bucket/out"),
            {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "HOME": "/nonexistent"},
            "Unable to locate credentials",
        ),
    ],
)
def test_a_store_that_cannot_be_used_is_one_sentence(
    arguments: tuple[str, ...],
    variables: dict[str, Any],
    told: str,
    store: ObjectStore,
    ledger: Ledger,
) -> None:
    """Nothing is printed before, and no secret is told."""
    (ledger.folder / "a.json").write_text(json.dumps(TEN[0]))
    ran = ledger.run("export", "a.json", *arguments, **(store.surroundings | variables))
    assert ran.code == 1
    assert told in ran.errors
    assert ran.errors.startswith("Error: s3://")
    assert len(ran.errors.splitlines()) <= 2
    assert "CANARY" not in ran.errors
    assert list(ledger.folder.iterdir()) == [ledger.folder / "a.json"]


@pytest.mark.slow
def test_a_store_that_goes_away_ends_the_run(ledger: Ledger) -> None:
    """The rest is not run, as with a full disk; the report here has every record."""
    (ledger.folder / "a.jsonl").write_bytes(lines_of(TWELVE))
    with open_object_store() as store:
        run = ("export", "a.jsonl", "-d", "s3://bucket/out", "--report", "r.json")
        begun = ledger.begin(*run, **store.surroundings)
        end = time.monotonic() + 120
        while not pdfs_of(store) and time.monotonic() < end:
            time.sleep(0.05)
        store.stop()
        ran = begun.wait(200)
    assert ran.code == 1
    assert "could not be written: Could not connect to the endpoint URL" in ran.errors
    accounts = json.loads((ledger.folder / "r.json").read_text())["records"]
    statuses = [one["status"] for one in accounts]
    assert len(statuses) == 12
    assert statuses.count("failed") == 1
    assert set(statuses) == {"ok", "failed", "not_run"}
    assert ledger.find_traces(ran) == []


@pytest.mark.slow
def test_a_signal_ends_a_run_whose_store_hangs(ledger: Ledger) -> None:
    """The error of the store does not replace the interrupt; the user hears of the lock."""
    (ledger.folder / "a.jsonl").write_bytes(lines_of(TWELVE))
    with open_object_store() as store:
        run = ("export", "a.jsonl", "-d", "s3://bucket/out", "--report", "r.json")
        begun = ledger.begin(*run, **store.surroundings)
        end = time.monotonic() + 120
        while not pdfs_of(store) and time.monotonic() < end:
            time.sleep(0.05)
        store.hang()
        begun.sleep(1)
        began = begun.seconds
        begun.send(signal.SIGTERM)
        ran = begun.wait(began + 30)
    assert ran.code == 128 + signal.SIGTERM
    assert "the store does not answer" in ran.errors
    assert "A lock .printkit-run.lock that stays there is taken over" in ran.errors
    assert ran.errors.endswith("interrupted\n")
    accounts = json.loads((ledger.folder / "r.json").read_text())["records"]
    assert len(accounts) == 12
    assert {one["status"] for one in accounts} == {"ok", "not_run"}
    assert ledger.find_traces(ran) == []


def test_only_addresses_of_stores_are_opened() -> None:
    """A file of this machine is none."""
    with pytest.raises(OutputError, match="is not the address of a store"):
        open_store(Address("file:///etc/hostname"))


def test_a_package_that_quotes_a_password_alone_does_not_tell_the_password() -> None:
    """The address in use says which word is a secret."""
    address = Address("s3://a:CANARY@bk/x")
    with pytest.raises(OutputError) as failed, translated(address, "cannot be used"):
        raise ValueError('Invalid bucket name "a:CANARY@bk"')
    assert str(failed.value).startswith(
        's3://***@bk/x: cannot be used: Invalid bucket name "***@bk"'
    )


def test_an_error_of_a_package_is_one_line_without_secrets() -> None:
    """A long answer of the store is cut."""
    long = f"see sftp://ana:CANARY@host/x\n{'answer ' * 200}"
    with pytest.raises(OutputError) as failed, translated(Address("s3://b/x"), "could not be read"):
        raise KeyError(long)
    told, _, remedy = str(failed.value).partition("\n")
    assert told.startswith("s3://b/x: could not be read: 'see sftp://***@host/x")
    assert len(told) < 500
    assert remedy == "  Look at the address, the network, and the keys and rights of the store."
