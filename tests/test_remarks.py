"""Remarks: one list has all codes, and each remark has its place."""

import json
import pickle
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from printkit.remarks import CODES, Remark, Removed, summary
from tests.support.paths import CHECKOUT

HOUSE = CHECKOUT / "printkit"
CODE = re.compile(r'"(PK[2-9]\d\d)"')
SENTENCE = re.compile(r"[A-Z][^.]{10,90}\.")


def codes_in(*paths: Path) -> list[str]:
    """Return the codes that these files name."""
    return [code for path in paths for code in CODE.findall(path.read_text(encoding="utf-8"))]


def raised_codes() -> set[str]:
    """Return the codes of remarks in all modules but the list itself."""
    return set(codes_in(*(path for path in HOUSE.rglob("*.py") if path.name != "remarks.py")))


def test_every_code_that_is_raised_is_listed() -> None:
    """A user can look up the code of every remark."""
    assert raised_codes() - CODES.keys() == set()


def test_every_listed_code_is_raised() -> None:
    """A module raises each code of the list."""
    assert CODES.keys() - raised_codes() == set()


def test_no_code_is_listed_twice() -> None:
    """Python would keep the last of two equal keys and say nothing."""
    listed = codes_in(HOUSE / "remarks.py")
    assert sorted(listed) == sorted(set(listed)) == sorted(CODES)


def test_every_code_has_one_plain_sentence_of_its_own() -> None:
    """The sentences become a table for users."""
    assert [told for told in CODES.values() if not SENTENCE.fullmatch(told)] == []
    assert len(set(CODES.values())) == len(CODES)


def test_no_page_explains_a_code_in_a_second_table() -> None:
    """A row of a Markdown table that begins with a code stands in one page at most."""
    row = re.compile(r"^\|\s*`?(PK\d{3})\b", re.MULTILINE)
    # `build/` may hold an older checkout, which `make compare` puts there.
    rooms = ("printkit", "styles", "templates", "tests")
    pages = [
        *CHECKOUT.glob("*.md"),
        *(page for room in rooms for page in (CHECKOUT / room).rglob("*.md")),
    ]
    rows = Counter(code for path in pages for code in row.findall(path.read_text("utf-8")))
    assert CHECKOUT / "printkit" / "README.md" in pages
    assert [code for code, times in rows.items() if times > 1] == []


def test_codes_are_listed_in_order() -> None:
    """The first two digits of a code follow the steps of the line."""
    steps = [code[:3] for code in CODES]
    assert steps == sorted(steps)


def test_a_remark_says_its_code_and_place() -> None:
    """A remark without a place says its code and its message."""
    gone = Remark("PK401", "it is gone", "a.json", file="b.jpg")
    assert str(gone) == "PK401 a.json: b.jpg: it is gone"
    assert str(Remark("PK401", "it is gone")) == "PK401 it is gone"


@pytest.mark.parametrize(
    ("known", "where"),
    [
        ({}, ""),
        ({"record": "a.json"}, "a.json"),
        ({"record": "a.json", "field": "body", "page": 3}, "a.json: body, page 3"),
        ({"record": "a.json", "file": "b.jpg", "page": 3}, "a.json: b.jpg, page 3"),
        ({"record": "a.json", "page": 3, "article": "a17"}, "a.json: page 3"),
        ({"page": 3}, "page 3"),
    ],
)
def test_the_place_names_the_record_a_part_and_the_page(known: dict[str, Any], where: str) -> None:
    """The part is the field, else the file."""
    assert Remark("PK601", "lost", **known).where == where


def test_a_remark_travels_and_is_kept_whole() -> None:
    """Workers send remarks by pickle, and the cache keeps them as JSON."""
    remark = Remark("PK601", "lost", "a.json", "images.2.caption", 3, "a17", "b.jpg")
    kept = TypeAdapter(tuple[Remark, ...])
    assert pickle.loads(pickle.dumps(remark)) == remark  # noqa: S301 - our own bytes
    assert kept.validate_json(kept.dump_json((remark,))) == (remark,)


def test_a_report_tells_the_place_as_words_and_as_fields() -> None:
    """Scripts read the fields; people read `where`."""
    remark = Remark("PK601", "lost", "a.json", "body", 3, "a17")
    assert json.loads(json.dumps(remark.to_json())) == {
        "code": "PK601",
        "message": "lost",
        "where": "a.json: body, page 3",
        "record": "a.json",
        "field": "body",
        "file": "",
        "page": 3,
        "removed": [],
    }


@pytest.mark.parametrize(
    ("removed", "told"),
    [
        ([Removed("words", "rye")], "1 word: “rye”"),
        ([Removed("words", "rye and ale"), Removed("words", "so")], "4 words: “rye and ale”, “so”"),
        ([Removed("line of program", "a")] * 2, "2 lines of program: “a”"),
        ([Removed("box", ""), Removed("box", "")], "2 boxes"),
        ([Removed("picture", "a.jpg", times=2)], "2 pictures: “a.jpg”"),
    ],
)
def test_a_remark_counts_with_the_right_noun(removed: list[Removed], told: str) -> None:
    """Words are counted one by one."""
    assert summary(removed) == told
