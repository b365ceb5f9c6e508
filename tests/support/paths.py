"""Folders that tests use: the checkout, and the corpus that may lie beside the checkout."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
CORPUS = CHECKOUT.parent / "shared" / "corpus"
CASES = CHECKOUT / "tests" / "cases"
