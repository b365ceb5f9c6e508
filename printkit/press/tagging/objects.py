"""The pydyf objects of a PDF being written: find them, take them out."""

from typing import Any

import pydyf


def resolve(pdf: Any, reference: bytes) -> Any:
    """The object a reference such as `b"12 0 R"` stands for."""
    return pdf.objects[int(reference.split()[0])]


def root_and_document(pdf: Any) -> tuple[Any, Any]:
    """The StructTreeRoot and the /Document element below it."""
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    return root, resolve(pdf, root["K"][0])


def free(pdf: Any, number: int) -> None:
    """Take an object out of the file."""
    # pydyf counts a freed dictionary into the object stream's index; a bare Object that
    # looks like object 0 is written as a free entry of the cross-reference table.
    empty = pydyf.Object()
    empty.number, empty.generation, empty.free = 0, 65535, "f"
    pdf.objects[number] = empty
