"""The table of the slowest records."""

import random

from printkit.cli.slowest_records import SlowestRecords


def test_the_ten_slowest_are_told_the_slowest_first() -> None:
    """The order in which the records were done does not matter."""
    found = SlowestRecords()
    seconds = list(range(1, 1_201))
    random.Random(3).shuffle(seconds)
    for one in seconds:
        found.note(f"{one}.json", "ok" if one % 2 else "timeout", one / 10, 1_000.0 + one)
    head, *lines = found.table()
    assert head == "the slowest 10 of 1,200 records:"
    assert [line.split()[-1] for line in lines] == [f"{n}.json" for n in range(1200, 1190, -1)]
    assert lines[0].split() == ["120.00", "s", "2,200", "MB", "timeout", "1200.json"]


def test_a_record_without_memory_keeps_the_columns() -> None:
    """Some systems do not tell how much memory a process had."""
    found = SlowestRecords()
    found.note("a", "ok", 1.0, 300.0)
    found.note("b", "ok", 1.0)
    _, first, second = found.table()
    assert first.index("ok") == second.index("ok")
    assert (first[-1], second[-1]) == ("a", "b")


def test_a_run_without_records_has_no_table() -> None:
    """Not even the head of the table is told."""
    assert list(SlowestRecords().table()) == []


def test_a_name_cannot_steer_the_terminal() -> None:
    """The end of a long name tells more than its beginning."""
    found = SlowestRecords()
    found.note("long/" * 100 + "\x1b[31m\n/a.json: line 3", "ok", 1.0)
    _, line = found.table()
    assert line.isprintable()
    assert line.endswith("/a.json: line 3")
    assert len(line) < 150
