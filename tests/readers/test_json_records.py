"""JSON and JSON Lines → records."""

import json
from typing import Any

import pytest

from printkit.errors import RecordError
from printkit.readers.json_records import RawRecord, raw_records
from tests.support.time_limits import ends_soon

FERRY = '{"headline": "The ferry is back", "body": "It is."}'


def read(text: str, name: str = "a.json") -> list[RawRecord]:
    """Read all records of a text."""
    return list(raw_records(text, name))


def fields_of(text: str) -> Any:
    """Return the fields of the first record of a text."""
    return read(text)[0].fields


def test_one_object_is_one_record() -> None:
    """The record has the name of the file."""
    assert read(FERRY) == [RawRecord("a.json", json.loads(FERRY))]


def test_a_list_is_many_records() -> None:
    """The place in the list names each record; an entry that is no object becomes an error."""
    first, second, third = read(f'[{FERRY}, 3, {{"title": "x"}}]')
    assert (first.where, second.where, third.where) == ("a.json[0]", "a.json[1]", "a.json[2]")
    assert isinstance(second.fields, RecordError)
    assert "is 3, not an article record" in str(second.fields)


@pytest.mark.parametrize("name", ["a.jsonl", "a.NDJSON", "-"])
def test_lines_are_records(name: str) -> None:
    """Blank lines are skipped and counted; a broken line does not spoil the other lines."""
    found = read(f'{FERRY}\n\n{{"headline": "x" "y"}}\n{FERRY}\n', name)
    assert [one.where for one in found] == [f"{name}:1", f"{name}:3", f"{name}:4"]
    assert isinstance(found[1].fields, RecordError)
    assert "expecting ',' delimiter at column 18" in str(found[1].fields)


def test_a_first_line_that_is_broken_spoils_nothing() -> None:
    """The first line may even be no object at all."""
    found = read(f"oops\n{FERRY}\n", "a.jsonl")
    assert [isinstance(one.fields, RecordError) for one in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{FERRY},\n{FERRY},\n", ["a.json:1", "a.json:2"]),
        (f"[{FERRY},\n{FERRY},\n]", ["a.json[0]", "a.json[1]"]),
    ],
)
def test_a_comma_too_many_costs_no_record(text: str, places: list[str]) -> None:
    """The comma stands behind the last record, or behind each line."""
    found = read(text)
    assert [one.where for one in found] == places
    assert [one.fields for one in found] == [json.loads(FERRY)] * 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'[{FERRY}, {{"headline": "x', "unterminated string starting at line 1, column 68"),
        (f'[\n{FERRY},\n{{"headline": "x', "unterminated string starting at line 3, column 14"),
        (f"[\n{FERRY},\n", "the list has no end, so records may be lost here"),
        (f"[{FERRY}]\nnonsense", "expecting value at line 2, column 1"),
    ],
)
def test_of_a_list_that_is_cut_off_the_whole_records_are_read(text: str, told: str) -> None:
    """The last account names the place where the file was cut."""
    whole, cut = read(text)
    assert (whole.where, whole.fields) == ("a.json[0]", json.loads(FERRY))
    assert cut.where == "a.json[1]"
    assert told in str(cut.fields)


def test_a_broken_item_of_a_list_is_one_error() -> None:
    """The item stands on lines of its own."""
    first, broken, last = read(f'[\n  {FERRY},\n  {{"headline": x}},\n  {FERRY}\n]')
    assert first.fields == last.fields == json.loads(FERRY)
    assert "expecting value at line 3, column 16" in str(broken.fields)


def test_a_single_line_keeps_its_number() -> None:
    """A file may have one line below a blank line."""
    assert read(f"\n{FERRY}", "a.jsonl")[0].where == "a.jsonl:2"


def test_an_object_over_many_lines_is_one_record() -> None:
    """The suffix of the file makes no difference."""
    assert read(json.dumps(json.loads(FERRY), indent=1), "a.jsonl")[0].where == "a.jsonl"


def test_a_syntax_error_has_line_and_column() -> None:
    """An editor can jump there."""
    with pytest.raises(RecordError, match=r"a\.json: .*double quotes at line 3, column 14"):
        read('{\n "headline": "x",\n "body": "y",,\n}')


def test_an_empty_list_holds_no_record() -> None:
    """An empty list is an error, so that nobody takes the list for success."""
    with pytest.raises(RecordError, match="holds no record"):
        read(" [] ")


@pytest.mark.parametrize("depth", [150, 1000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_refused(depth: int, opening: str, closing: str) -> None:
    """Any depth gives an error, never a crash."""
    with pytest.raises(RecordError, match="nested deeper"):
        read(opening * depth + "1" + closing * depth)


def test_a_deep_line_does_not_spoil_the_others() -> None:
    """One hostile line of a file is one error."""
    found = read("[" * 5000 + "]" * 5000 + f"\n{FERRY}", "a.jsonl")
    assert [isinstance(one.fields, RecordError) for one in found] == [True, False]


def test_repeated_keys_are_remarked_on() -> None:
    """The last value counts, as in every JSON parser, but with a remark."""
    [record] = read('{"dek": "a", "dek": "b", "x": {"y": 1, "y": 2}}')
    assert record.fields == {"dek": "b", "x": {"y": 2}}
    [remark] = record.remarks
    assert remark.code == "PK205"
    assert remark.message.endswith("'y', 'dek'")


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "9" * 5000])
def test_numbers_beyond_all_counting_are_text(number: str) -> None:
    """Numbers that JSON does not have, or that are too long, keep their spelling."""
    [record] = read(f'{{"n": {number}}}')
    assert record.fields == {"n": number}
    assert [remark.code for remark in record.remarks] == ["PK205"]


def test_lone_surrogates_are_replaced_and_counted() -> None:
    """Keys and nested values are searched, too; a pair of surrogates is one character."""
    [record] = read(r'{"a": "\ud800 \ud83d\ude00", "\udfff": ["\udc00"]}')
    assert record.fields == {"a": "\ufffd \U0001f600", "\ufffd": ["\ufffd"]}
    assert [remark.code for remark in record.remarks] == ["PK204"]
    assert "3 unreadable" in record.remarks[0].message


def test_ordinary_numbers_stay_numbers() -> None:
    """Ordinary numbers are whole, fractional or negative."""
    assert fields_of('{"a": [1, -2.5, 1e3]}') == {"a": [1, -2.5, 1000.0]}


@pytest.mark.parametrize("form", ["{%s}", '{"headline": "H", "extra": {%s}}'])
def test_keys_count_as_values_of_a_record(form: str) -> None:
    """Each key costs work in many passes, also a key that is no field."""
    many = ", ".join(f'"k{number}": {number}' for number in range(200_000))
    with ends_soon(), pytest.raises(RecordError) as caught:
        read(form % many)
    told = "holds more than 20,000 values (limits.record_values), which is no article"
    assert caught.value.problems == (told,)
