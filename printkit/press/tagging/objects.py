"""Find objects in a `pydyf.PDF` that is being written, and take objects out of it."""

from typing import Any

import pydyf


def resolve(pdf: Any, reference: bytes) -> Any:
    """Return the object of a reference such as `b"12 0 R"`."""
    return pdf.objects[int(reference.split()[0])]


def root_and_document(pdf: Any) -> tuple[Any, Any]:
    """Return the StructTreeRoot and the /Document element below it."""
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    return root, resolve(pdf, root["K"][0])


def free(pdf: Any, number: int) -> None:
    """Take an object out of the file."""
    # A dictionary that is marked as free stays in pydyf's index of the object stream. A bare
    # Object that looks like object 0 becomes a free entry of the cross-reference table.
    empty = pydyf.Object()
    empty.number, empty.generation, empty.free = 0, 65535, "f"
    pdf.objects[number] = empty
