"""Remarks: stable codes, all in one list."""

import re

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
    assert str(Remark("PK401", "it is gone", "a.json: b.jpg")) == "PK401 a.json: b.jpg: it is gone"
    assert str(Remark("PK401", "it is gone")) == "PK401 it is gone"
