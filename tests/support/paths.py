"""Folders that tests use: the checkout, its cases, and the corpus beside the checkout, if any."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
CASES = CHECKOUT / "tests" / "cases"
CORPUS = CHECKOUT.parent / "shared" / "corpus"
CASES = CHECKOUT / "tests" / "cases"
