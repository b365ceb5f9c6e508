"""A parsed page and a way to lay the page out → the laid out page on which every table fits.

The page is laid out once as it is. Only where a table is too wide, or where a cell spans the end of
a page, the table gets another form, and the page is laid out again. Tables that look wide are tried
on a small page of samples first, so that the whole page is laid out seldom more than twice.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from xml.etree.ElementTree import Element

from printkit.press.loading import weasyprint
from printkit.press.tables.forms import Size, TableFacts, TableForm, next_form
from printkit.press.tables.grid import cells_of, grid_of
from printkit.press.tables.measuring import TableMeasures, measure_tables
from printkit.press.tables.parts import column_groups
from printkit.press.tables.repeated_cells import cuts_at
from printkit.press.tables.sample_pages import sample_page
from printkit.press.tables.samples import TableSample, looks_wide, make_sample
from printkit.press.tables.setting import across, set_table
from printkit.press.tables.strings import has_endless_word, has_long_code, has_string

_MOST_PRINTS = 12
_MANY_COLUMNS = 8  # a table with so many columns is set smaller at once


class FittedTable:
    """A table while the press looks for its form.

    Attributes:
        parent: the element around the table.
        source: the table as it was parsed.
        form: the form of the next print.
        facts: what does not change with the form.
    """

    def __init__(self, parent: Element, table: Element, facts: TableFacts) -> None:
        """Take a table of a parsed page as it is."""
        self.parent, self.source, self.facts = parent, deepcopy(table), facts
        self.form = TableForm()
        self._pieces = self._blocks = [table]
        # The measures of the whole table in each size that was printed.
        self._tried: dict[Size, TableMeasures] = {}
        self._form_at_first: TableForm | None = None

    @property
    def element(self) -> Element:
        """Return the table on the page; of a table in parts, its first part."""
        return self._blocks[0]

    def sample(self) -> TableSample | None:
        """Return a sample of the table; None if the table looks narrow."""
        grid = grid_of(self.source)
        return make_sample(self.source, grid) if looks_wide(grid) else None

    def follow(self, tried: "FittedTable") -> None:
        """Take the form of the sample of the table, and the measures that led to the form."""
        self._form_at_first, self._tried = self.form, dict(tried._tried)
        self.take(tried.form)

    def choose(self, measured: Mapping[Element, TableMeasures]) -> TableForm:
        """Return the form for the next print; the form of the last print if all is well."""
        seen = [measured[piece] for piece in self._pieces if piece in measured]
        if len(seen) < len(self._pieces):
            return self.form  # a style hides the table
        if self._is_misled(seen):
            form, self._form_at_first = self._form_at_first or self.form, None
            self._tried.clear()
            return form
        if not self.form.turned and not self.form.parts:
            height = seen[0].height * self.facts.height_factor
            self._tried[self.form.size] = replace(seen[0], height=height)
        form = next_form(self.form, seen, self._tried, self.facts)
        if form != self.form:
            return form._replace(cuts=())
        cuts = tuple(cuts_at(self.source, one.starts) for one in seen)
        return form._replace(cuts=cuts if any(cuts) else ())

    def _is_misled(self, seen: Sequence[TableMeasures]) -> bool:
        """Return whether the sample gave parts that are wider than the page."""
        fits = all(one.fits for one in seen)
        return self._form_at_first is not None and bool(self.form.parts) and not fits

    @property
    def breaks_code(self) -> bool:
        """Return whether long names of code may go on in the next line of their cell."""
        return self.form.breaks == "strings" and any(map(has_long_code, cells_of(self.source)))

    def take(self, form: TableForm) -> None:
        """Set the table in a form, and put its pieces in the place of the last ones."""
        at = list(self.parent).index(self._blocks[0])
        for block in self._blocks:
            self.parent.remove(block)
        self.form, self._pieces = form, set_table(self.source, form)
        # WeasyPrint (layout/column.py) lets a block go across all columns, but no table.
        self._blocks = [across(piece) if form.across else piece for piece in self._pieces]
        for number, block in enumerate(self._blocks):
            self.parent.insert(at + number, block)


def fit_tables(
    root: Element, lay_out: Callable[[], weasyprint.Document]
) -> tuple[weasyprint.Document, tuple[FittedTable, ...]]:
    """Lay a page out, until each table fits or nothing more helps.

    Args:
        root: the parsed page; its tables are changed in place.
        lay_out: lays the page out as it is now.

    Returns:
        The last layout, and the tables that are turned or in parts, or whose words are broken.
    """
    tables = list(_tables(root))
    _try_samples(root, tables, lay_out)
    document = _fit(tables, lay_out)
    return document, tuple(one for one in tables if one.form.is_told or one.breaks_code)


def _fit(
    tables: Sequence[FittedTable], lay_out: Callable[[], weasyprint.Document]
) -> weasyprint.Document:
    document = lay_out()
    for _ in range(_MOST_PRINTS if tables else 0):
        measured = measure_tables(document)
        chosen = [(table, table.choose(measured)) for table in tables]
        if all(form == table.form for table, form in chosen):
            break
        for table, form in chosen:
            if form != table.form:
                table.take(form)
        document = lay_out()
    return document


def _try_samples(
    root: Element, tables: Sequence[FittedTable], lay_out: Callable[[], weasyprint.Document]
) -> None:
    """Give each table that looks wide the form in which a sample of the table fits."""
    samples = [(table, sample) for table in tables if (sample := table.sample())]
    body = root.find("body")
    if not samples or body is None:
        return
    tried = []
    with sample_page(body, {table.element: one.element for table, one in samples}) as parents:
        for table, sample in samples:
            facts = table.facts._replace(height_factor=sample.height_factor)
            tried.append(FittedTable(parents[sample.element], sample.element, facts))
            tried[-1].take(table.form)
        _fit(tried, lay_out)
    for (table, _), one in zip(samples, tried, strict=True):
        table.follow(one)


def _tables(root: Element) -> Iterator[FittedTable]:
    for parent in list(root.iter()):
        for table in parent.findall("table"):
            if any(True for _ in cells_of(table)):
                yield _first_set(parent, table)


def _first_set(parent: Element, table: Element) -> FittedTable:
    """Return a table to fit; a table of many columns is set smaller at once."""
    grid = grid_of(table)
    labels = grid.labels()
    strings = any(map(has_string, cells_of(table)))
    fitted = FittedTable(parent, table, TableFacts(column_groups(grid, labels), labels, strings))
    form = TableForm()
    if grid.column_count >= _MANY_COLUMNS:
        form = form._replace(size="table-small")
    if any(map(has_endless_word, cells_of(table))):
        form = form._replace(breaks="all")
    if strings or form != fitted.form:
        fitted.take(form)
    return fitted
