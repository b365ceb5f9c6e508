"""Remarks: stable codes, all in one list."""

import json
import pickle
import re
from typing import Any

import pytest
from pydantic import TypeAdapter

from printkit.remarks import CODES, Remark
from tests.support.paths import CHECKOUT

HOUSE = CHECKOUT / "printkit"
USED = re.compile(r'"(PK[2-9]\d\d)"')


def used_codes() -> set[str]:
    """The codes of remarks that some module but the list itself names."""
    sources = [path for path in HOUSE.rglob("*.py") if path.name != "remarks.py"]
    return {code for path in sources for code in USED.findall(path.read_text(encoding="utf-8"))}


def test_every_code_is_listed() -> None:
    """What is remarked on can be looked up."""
    assert used_codes() - CODES.keys() == set()


def test_every_listed_code_is_used() -> None:
    """The list promises nothing that no module says."""
    assert CODES.keys() - used_codes() == set()


def test_codes_are_told_in_order() -> None:
    """Shop by shop, as the line runs."""
    shops = [code[:3] for code in CODES]
    assert shops == sorted(shops)


def test_a_remark_says_its_code_and_place() -> None:
    """Code, place, message; without a place, code and message."""
    gone = Remark("PK401", "it is gone", "a.json", file="b.jpg")
    assert str(gone) == "PK401 a.json: b.jpg: it is gone"
    assert str(Remark("PK401", "it is gone")) == "PK401 it is gone"


@pytest.mark.parametrize(
    ("known", "where"),
    [
        ({}, ""),
        ({"record": "a.json"}, "a.json"),
        ({"record": "a.json", "field": "body", "page": 3}, "a.json: body"),
        ({"record": "a.json", "file": "b.jpg", "page": 3}, "a.json: b.jpg"),
        ({"record": "a.json", "page": 3, "article": "a17"}, "a.json: page 3"),
        ({"page": 3}, "page 3"),
    ],
)
def test_the_place_names_the_record_and_one_part_of_it(known: dict[str, Any], where: str) -> None:
    """The part is the field, else the file, else the page."""
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
        "where": "a.json: body",
        "record": "a.json",
        "field": "body",
        "file": "",
        "page": 3,
    }
