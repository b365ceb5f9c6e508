"""Tables: give each table one caption, head and foot, equal rows, and named header cells.

PDF/UA-1, 7.5, asks that every data cell names its header cells.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

import pydyf

from printkit.press.tagging.tree import ElementKid, StructureElement

GROUPS = ("THead", "TBody", "TFoot")
CELLS = ("TH", "TD")
REPEATED = "repeated"  # the class that press/tables gives to a cell that is shown again
WIDEST = 1000  # columns a cell may span, as in HTML
SCOPES = {"col": "Column", "colgroup": "Column", "row": "Row", "rowgroup": "Row"}


@dataclass(eq=False, slots=True)
class CellElement:
    """A cell with its place and size; rows count from 0 through the whole table."""

    node: StructureElement
    row: int
    column: int
    width: int
    height: int

    @property
    def columns(self) -> range:
        """Return the columns that the cell takes, from 0."""
        return range(self.column, self.column + self.width)

    @property
    def rows(self) -> range:
        """Return the rows that the cell takes, from 0."""
        return range(self.row, self.row + self.height)


def drop_repeated(tree: StructureElement) -> None:
    """Take out the cells that a page shows again: their words become artifacts."""
    for node in tree.walk():
        repeated = [kid for kid in node.nodes if REPEATED in kid.attribute("class").split()]
        for cell in repeated:
            for mark in cell.marks():
                mark.repeated = True
            node.kids.remove(cell)


def arrange_tables(tree: StructureElement) -> None:
    """Put the parts, rows and cells of every table in order."""
    tables = [node for node in tree.walk() if node.role == "Table"]
    for number, table in enumerate(tables, 1):
        table.kids = _parts(table)
        groups = [node for node in table.nodes if node.role in GROUPS]
        if not groups:
            table.role = "Div"
            continue
        cells = _square([group.nodes for group in groups])
        for cell in cells:
            _span(cell)
        _scope(cells, len(groups[0].kids) if groups[0].role == "THead" else 0)
        _refer(cells, number)


def _parts(table: StructureElement) -> list[ElementKid]:
    """Return caption, head, bodies and foot; a second head or foot becomes a body."""
    captions = [node for node in table.nodes if node.role == "Caption"]
    below = bool(captions) and table.kids[-1] is captions[-1]
    rest = [kid for kid in table.kids if kid not in captions]
    groups = [_rows(node) for node in _wrapped(rest, GROUPS, "TBody") if node.kids]
    heads = [node for node in groups if node.role == "THead"]
    feet = [node for node in groups if node.role == "TFoot"]
    for extra in heads[1:] + feet[1:]:
        extra.role = "TBody"
    bodies = [node for node in groups if node not in heads[:1] + feet[:1]]
    for extra in captions[1:]:
        captions[0].kids.extend(extra.kids)
    ordered: list[ElementKid] = [*heads[:1], *bodies, *feet[:1]]
    return [*ordered, *captions[:1]] if below else [*captions[:1], *ordered]


def _rows(group: StructureElement) -> StructureElement:
    rows = _wrapped(group.kids, ("TR",), "TR")
    for row in rows:
        row.kids = list(_wrapped(row.kids, CELLS, "TD"))
    group.kids = list(rows)
    return group


def _wrapped(
    kids: list[ElementKid], wanted: tuple[str, ...], wrapper: str
) -> list[StructureElement]:
    """Return the nodes of the wanted roles, and a wrapper around each run of other kids."""

    def fits(kid: ElementKid) -> bool:
        return isinstance(kid, StructureElement) and kid.role in wanted

    nodes: list[StructureElement] = []
    for fit, run in groupby(kids, fits):
        together = list(run)
        nodes += [kid for kid in together if isinstance(kid, StructureElement)] if fit else []
        nodes += [] if fit else [StructureElement(wrapper, together)]
    return nodes


def _square(groups: list[list[StructureElement]]) -> list[CellElement]:
    """Place all cells as HTML does, and fill up rows with empty cells."""
    cells: list[CellElement] = []
    first = 0
    for rows in groups:
        cells += _placed(rows, first)
        first += len(rows)
    # A column counts only if a cell begins in it.
    width = max((cell.column for cell in cells), default=0) + 1
    for cell in cells:
        cell.width = min(cell.width, width - cell.column)
    rows = [row for group in groups for row in group]
    cells += _missing(rows, cells, width)
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _placed(rows: list[StructureElement], first: int) -> list[CellElement]:
    cells: list[CellElement] = []
    taken: defaultdict[int, int] = defaultdict(int)  # column → the next row where it is free
    for row, node in enumerate(rows):
        column = 0
        for kid in node.nodes:
            while taken[column] > row:
                column += 1
            width = 1
            while width < _span_of(kid, "colspan", WIDEST) and taken[column + width] <= row:
                width += 1
            # A cell that is shown again on the next page keeps its whole span apart.
            whole = "data-rowspan" if kid.attribute("data-rowspan") else "rowspan"
            height = _span_of(kid, whole, len(rows) - row)
            cell = CellElement(kid, first + row, column, width, height)
            taken.update(dict.fromkeys(cell.columns, row + height))
            cells.append(cell)
            column += width
    return cells


def _span_of(cell: StructureElement, name: str, most: int) -> int:
    """Return a span as HTML reads it: at least 1; a rowspan of 0 goes on to the last row."""
    given = cell.attribute(name)
    span = int(given) if given.isascii() and given.isdigit() else 1
    if span == 0:
        span = most if name == "rowspan" else 1
    return min(span, most)


def _missing(
    rows: list[StructureElement], cells: list[CellElement], width: int
) -> list[CellElement]:
    """Put an empty cell into each gap of a row; return the empty cells."""
    filled: defaultdict[int, set[int]] = defaultdict(set)
    for cell in cells:
        for row in cell.rows:
            filled[row].update(cell.columns)
    places: defaultdict[int, list[CellElement]] = defaultdict(list)
    for cell in cells:
        places[cell.row].append(cell)
    added: list[CellElement] = []
    for row, node in enumerate(rows):
        gaps = [column for column in range(width) if column not in filled[row]]
        empty = [
            CellElement(StructureElement("TD"), row, first, length, 1)
            for first, length in _runs(gaps)
        ]
        inside = sorted(places[row] + empty, key=lambda cell: cell.column)
        node.kids = [cell.node for cell in inside]
        added += empty
    return added


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Return the first number and the length of each run of consecutive numbers."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        first, length = runs[-1] if runs else (number, 0)
        if first + length == number and runs:
            runs[-1] = (first, length + 1)
        else:
            runs.append((number, 1))
    return runs


def _span(cell: CellElement) -> None:
    cell.node.attributes["O"] = "/Table"
    if cell.width > 1:
        cell.node.attributes["ColSpan"] = cell.width
    if cell.height > 1:
        cell.node.attributes["RowSpan"] = cell.height


def _scope(cells: list[CellElement], head_rows: int) -> None:
    """Write for each header cell whether it is the header of its column or of its row."""
    data_rows = {cell.row for cell in cells if cell.node.role == "TD"}
    for cell in cells:
        if cell.node.role == "TH":
            given = SCOPES.get(cell.node.attribute("scope").lower())
            first_of_row = cell.column == 0 and cell.row >= head_rows and cell.row in data_rows
            cell.node.attributes["Scope"] = f"/{given or ('Row' if first_of_row else 'Column')}"


def _refer(cells: list[CellElement], table: int) -> None:
    """Give each header cell an id, and each data cell the ids of the header cells it belongs to."""
    beside: defaultdict[int, list[str]] = defaultdict(list)
    for cell in cells:
        if cell.node.role == "TH":
            cell.node.entries["ID"] = f"th-{table}-{cell.row}-{cell.column}"
            if cell.node.attributes["Scope"] == "/Row":
                for row in cell.rows:
                    beside[row].append(cell.node.entries["ID"])
    above = _Heads()
    for cell in cells:
        if cell.node.role == "TH" and cell.node.attributes["Scope"] == "/Column":
            above.add(cell)
        elif cell.node.role == "TD":
            names = above.over(cell) + [name for row in cell.rows for name in beside[row]]
            if names:
                cell.node.attributes["Headers"] = pydyf.Array(
                    pydyf.String(name) for name in dict.fromkeys(names)
                )


class _Heads:
    """The header cells of each column. A header cell below a data cell begins a new list."""

    def __init__(self) -> None:
        self._names: defaultdict[int, list[str]] = defaultdict(list)
        self._ended: set[int] = set()

    def add(self, cell: CellElement) -> None:
        for column in cell.columns:
            if column in self._ended:
                self._names[column] = []
                self._ended.discard(column)
            self._names[column].append(cell.node.entries["ID"])

    def over(self, cell: CellElement) -> list[str]:
        self._ended.update(cell.columns)
        return [name for column in cell.columns for name in self._names[column]]
