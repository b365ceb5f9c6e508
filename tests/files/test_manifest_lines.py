"""Lines of a manifest: a line comes back as it went in, and damage is seen."""

import json
import random
from dataclasses import replace

import pytest

from printkit.files.manifest_lines import (
    LineError,
    ManifestLine,
    RecordLine,
    RunLine,
    TakenLine,
    line_text,
    read_manifest_line,
)
from printkit.remarks import Remark
from printkit.report import Account

ACCOUNT = Account("a.json: line 3", "ok", (Remark("PK405", "no “alt”\n\x1b", "a.json"),)).to_json()
LINE = RecordLine(ACCOUNT, "1" * 64, "2" * 64, "news/a.pdf", 1.25, 310.5, number=7, copy=2)


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        replace(LINE, memory_mb=None),
        replace(LINE, html_sha256="3" * 64),
        TakenLine("ä", 2, 7),
    ],
)
def test_a_line_comes_back(line: ManifestLine) -> None:
    """The text is one line of ASCII."""
    text = line_text(line)
    assert text.isascii()
    assert text.isprintable()
    assert read_manifest_line(text) == line


def test_a_line_says_when_and_which_printkit() -> None:
    """The moment is in UTC."""
    line = read_manifest_line(line_text(RunLine("started")))
    assert isinstance(line, RunLine)
    assert line.state == "started"
    assert line.time.endswith("+00:00")
    assert line.printkit == "0.1.0"


def test_a_program_finds_what_it_needs_at_the_top_of_a_line() -> None:
    """The account keeps the names of the report."""
    values = json.loads(line_text(LINE))
    assert (values["record"], values["status"]) == ("a.json: line 3", "ok")
    assert (values["file"], values["seconds"], values["memory_mb"]) == ("news/a.pdf", 1.25, 310.5)
    assert values["remarks"] == ACCOUNT["remarks"]


def test_the_name_of_a_file_need_not_be_unicode() -> None:
    """Linux takes any bytes for a name; Python keeps these bytes as halves of surrogates."""
    name = b"\xff.json".decode(errors="surrogateescape")
    line = replace(LINE, account={**ACCOUNT, "record": name}, file=name)
    assert read_manifest_line(line_text(line)) == line


def test_every_change_of_one_character_is_seen() -> None:
    """A line that looks whole and is not would take a wrong file over."""
    chance, text = random.Random(9), line_text(LINE)
    for place in range(len(text)):
        other = chance.choice([one for one in "0123456789 abc{}\"'," if one != text[place]])
        for changed in (text[:place] + other + text[place + 1 :], text[:place] + text[place + 1 :]):
            with pytest.raises(LineError, match="damaged"):
                read_manifest_line(changed)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "[" * 100_000, '{"check": "00000000"}'])
def test_other_lines_are_damaged(text: str) -> None:
    """Nothing but an error of its own comes out."""
    with pytest.raises(LineError, match="damaged"):
        read_manifest_line(text)


def signed(values: object) -> str:
    """Return a line whose checksum is right."""
    import zlib

    text = json.dumps(values)[:-1]
    return f'{text}, "check": "{zlib.crc32(text.encode()):08x}"}}'


@pytest.mark.parametrize(
    "change",
    [
        {"file": "/etc/passwd"},
        {"file": "../a.pdf"},
        {"number": 0},
        {"copy": "two"},
        {"seconds": "long"},
        {"run": "paused"},
        {"record": ""},
        {"memory_mb": []},
    ],
)
def test_a_line_with_wrong_values_is_damaged(change: dict[str, object]) -> None:
    """The checksum is right, as if another program had written the line."""
    values = json.loads(line_text(LINE))
    del values["check"]
    assert read_manifest_line(signed(values)) == LINE
    with pytest.raises(LineError, match="damaged"):
        read_manifest_line(signed(values | change))


@pytest.mark.parametrize("key", ["time", "printkit", "file", "seconds", "memory_mb", "record"])
def test_a_line_that_lacks_a_value_is_damaged(key: str) -> None:
    """The checksum is right."""
    values = json.loads(line_text(LINE))
    del values["check"], values[key]
    with pytest.raises(LineError, match="damaged"):
        read_manifest_line(signed(values))


def test_lines_of_another_format_are_known() -> None:
    """A newer printkit may write other lines."""
    with pytest.raises(LineError, match="of another version of printkit, which writes"):
        read_manifest_line(signed({"manifest": 2, "printkit": "9.0"}))
