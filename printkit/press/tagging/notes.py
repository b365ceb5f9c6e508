"""Footnotes: move each note from the foot of the page to the words that call it."""

from printkit.press.tagging.tree import StructureElement

CALL = "::footnote-call"


def place(tree: StructureElement) -> None:
    """Make a /Note of each footnote, right after the /Reference that calls it."""
    bodies = _take_footnotes(tree)
    if not bodies:
        return
    for node in list(tree.walk()):
        for call in [kid for kid in node.nodes if kid.tag.endswith(CALL)]:
            body = bodies.pop(id(call.element), None)
            call.role = "Reference"
            if body is not None:
                node.kids.insert(node.kids.index(call) + 1, body)
    tree.kids.extend(bodies.values())


def _take_footnotes(tree: StructureElement) -> dict[int, StructureElement]:
    """Remove the footnote areas; return the notes by their elements, parts of a note joined."""
    from weasyprint.formatting_structure.boxes import FootnoteAreaBox

    notes: dict[int, StructureElement] = {}
    for area in [kid for kid in tree.nodes if isinstance(kid.box, FootnoteAreaBox)]:
        tree.kids.remove(area)
        for part in area.nodes:
            if (first := notes.get(id(part.element))) is not None:
                first.kids.extend(part.kids)
                continue
            part.role = "Note"
            # Every /Note must have an ID that no other note has: PDF/UA-1, 7.9.
            part.entries["ID"] = f"note-{len(notes) + 1}"
            notes[id(part.element)] = part
    return notes
