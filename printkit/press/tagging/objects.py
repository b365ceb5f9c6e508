"""Find objects in a `pydyf.PDF` that is being written, and take objects out of it."""

import pydyf


def resolve(pdf: pydyf.PDF, reference: bytes) -> pydyf.Object:
    """Return the object of a reference such as `b"12 0 R"`."""
    return pdf.objects[int(reference.split()[0])]


def root_and_document(pdf: pydyf.PDF) -> tuple[pydyf.Dictionary, pydyf.Dictionary]:
    """Return the StructTreeRoot and the /Document element below it."""
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    return root, resolve(pdf, root["K"][0])


def free(pdf: pydyf.PDF, number: int) -> None:
    """Take an object out of the file."""
    # A dictionary that is marked as free stays in pydyf's index of the object stream. A bare
    # Object that looks like object 0 becomes a free entry of the cross-reference table.
    empty = pydyf.Object()
    empty.number, empty.generation, empty.free = 0, 65535, "f"
    pdf.objects[number] = empty
