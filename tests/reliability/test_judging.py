"""The judges of `make reliability` are seen to fail: a case that does not hold is noticed."""

import json
import signal
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.ledger import Ledger
from tests.reliability.cases import Case, Setting, faults_of_end, has_option, try_all
from tests.reliability.crowd import find_faults_at_end
from tests.reliability.guards import GUARDS, Guard
from tests.reliability.hostile_bodies import make_hostile
from tests.reliability.in_turn import run_in_turn
from tests.reliability.judges import (
    find_faults_of_group,
    find_faults_of_record,
    find_late_records,
)
from tests.reliability.load import find_growth
from tests.reliability.sabotage import copy_checkout, try_guard
from tests.reliability.strange_pdfs import ACTIVE, find_active_words
from tests.support.paths import CHECKOUT
from tests.support.watched_commands import Ran

if sys.platform != "linux":
    pytest.skip("the suites use limits and namespaces of Linux", allow_module_level=True)

FINE = Ran(0, b"", "", 1.0, 100.0, ())
SETTING = Setting(Path(), 1, 0.1)
TRACEBACK = "Traceback (most recent call last):"
RECORD = {"headline": "Case a"}
REFUSAL = {"code": "PK120", "problems": ["over 5,000 links"], "remedy": "Split the article."}


@pytest.mark.parametrize(
    ("ran", "fault"),
    [
        (FINE._replace(code=None), "did not end in 1 seconds"),
        (FINE._replace(code=-signal.SIGSEGV), "ended with exit code -11"),
        (
            FINE._replace(errors="Traceback (most recent call last):\nKeyError: 1"),
            "a traceback: Key",
        ),
        (FINE._replace(megabytes=2_001.0), "a process took 2001 MB"),
    ],
)
def test_each_bad_end_of_a_command_is_a_fault(ran: Ran, fault: str) -> None:
    """A command that ends with 0 or 1, in little memory, has no fault."""
    (found,) = faults_of_end(ran, SETTING)
    assert found.startswith(fault)
    assert faults_of_end(FINE._replace(code=1), SETTING) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"error": None}, "refused without a reason"),
        ({"error": REFUSAL | {"problems": ["too many"]}}, "the refusal names no value: too many"),
        ({"error": REFUSAL | {"remedy": ""}}, "no remedy: over 5,000 links"),
    ],
)
def test_a_refusal_names_its_limit_and_a_remedy(change: dict[str, object], fault: str) -> None:
    """A refusal with a value and a remedy is no fault."""
    account = {"status": "refused", "error": REFUSAL}
    assert find_faults_of_record(RECORD, [RECORD], [account]) == []
    assert find_faults_of_record(RECORD, [RECORD], [account | change]) == [fault]


def test_a_good_neighbour_must_be_printed() -> None:
    """A lost account is a fault, too."""
    good = {"headline": "Good ship 0", "language": "en", "body": "<p>She came in at dawn.</p>"}
    fine, lost = {"status": "ok", "error": None}, {"status": "not_run", "error": None}
    assert find_faults_of_group([good, RECORD], [fine, lost]) == []
    assert find_faults_of_group([good, RECORD], [lost, fine]) == [
        "a good neighbour is not_run: None"
    ]
    assert find_faults_of_group([good, RECORD], [fine]) == ["2 records have 1 accounts"]


@pytest.mark.parametrize("word", ACTIVE)
def test_each_active_word_is_found_in_a_file(tmp_path: Path, word: str) -> None:
    """A key counts, and a name that is a value, however deep."""
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Deep = pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name(word))])
        pdf.save(path)
    assert find_active_words(path) == [f"the file has {word}"]


def test_a_damaged_name_hides_no_active_word(tmp_path: Path) -> None:
    """The bytes of a name may be no text."""
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Odd = pikepdf.Array([pikepdf.Object.parse(b"/a#80"), pikepdf.Name.JS])
        pdf.save(path)
    assert find_active_words(path) == ["the file has /JS"]


def test_a_torn_line_of_a_manifest_is_found(tmp_path: Path) -> None:
    """A whole line is no fault."""
    with Ledger(tmp_path) as ledger:
        out = ledger.folder / "out"
        out.mkdir()
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(out / "a.pdf")
        (out / ".printkit-run.jsonl").write_text('{"a": 1}\n{"b"')
        assert find_faults_at_end(ledger, [FINE]) == ['a line of the manifest is torn: {"b"']


def test_a_record_that_runs_too_long_is_found(tmp_path: Path) -> None:
    """A worker is killed within two seconds; lines of the run itself have no seconds."""
    times = ({"record": "a", "seconds": 11}, {"record": "b", "seconds": 13}, {"run": "ended"})
    (tmp_path / ".printkit-run.jsonl").write_text("\n".join(map(json.dumps, times)))
    assert find_late_records(tmp_path, 12) == ["b took 13.0 seconds"]


def test_commands_run_in_turn_and_each_has_its_end(tmp_path: Path) -> None:
    """A command that fails ends no other command."""
    with Ledger(tmp_path) as ledger:
        commands = [["limits"], ["inspect", "missing.pdf"], ["--version"]]
        ran, ends = run_in_turn(ledger, commands, 60)
    assert (ran.code, [one.code for one in ends]) == (0, [0, 1, 0])
    assert "missing.pdf" in ends[1].errors
    assert all(one.seconds > 0 for one in ends)


def test_an_error_of_a_suite_is_a_case_that_does_not_hold() -> None:
    """The other cases go on."""

    def work(number: int) -> list[Case]:
        return [Case("row", str(10 // number), ())]

    first, second, third = try_all(work, [1, 0, 2])
    assert (first.name, third.name) == ("10", "5")
    assert "ZeroDivisionError" in second.faults[0]


def test_growth_of_the_parent_is_found() -> None:
    """The first records warm the process up, and do not count."""
    assert find_growth({0: 50.0, 100: 80.0, 300: 80.5, 500: 81.0}) == []
    assert find_growth({0: 50.0, 100: 80.0, 300: 84.0, 500: 88.0}) == [
        "the parent grew by 2.0 MB for 100 records"
    ]


def test_the_hostile_records_are_the_same_each_time(tmp_path: Path) -> None:
    """More than 150 records, each with a name of its own, can be written as JSON."""
    with Ledger(tmp_path) as ledger:
        first, second = (make_hostile(ledger, seed) for seed in (1, 1))
        assert first == second
        assert len({name for name, _ in first}) == len(first) >= 150
        assert all(json.dumps(record) for _, record in first)


def test_the_cases_of_all_items_come_in_their_order() -> None:
    """Two items are worked on at a time."""
    cases = try_all(lambda n: [Case("row", str(n), ())], range(5))
    assert [case.name for case in cases] == list("01234")


def test_an_option_is_known_by_the_help_of_its_command() -> None:
    """Suites use options for limits where a command has such options."""
    assert has_option("export", "--jobs")
    assert not has_option("export", "--job")


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_each_guard_stands_in_its_module_once(guard: Guard) -> None:
    """A change that moves the code of a guard moves the row of the guard, too."""
    path = CHECKOUT / "printkit" / guard.module
    assert path.read_text(encoding="utf-8").count(guard.words) == 1


@pytest.mark.slow
def test_a_guard_that_no_test_misses_is_told(tmp_path: Path) -> None:
    """The words are replaced by other words of the same meaning."""
    (guard,) = (one for one in GUARDS if one.name == "a changed file passes for one of ours")
    harmless = guard._replace(weak=f"{guard.words}  # the same")
    copy = copy_checkout(tmp_path / "copy")
    assert try_guard(copy, guard).faults == ()
    assert try_guard(copy, harmless).faults == (
        "no test fails without the guard; pytest ended with 0",
    )
    gone = guard._replace(words="nothing of this kind")
    assert try_guard(copy, gone).faults == ("the words of the guard are not in its module once",)
