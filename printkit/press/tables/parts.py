"""The parts of a table that no sheet holds: widths of columns go in, the columns of parts come out.

Each part has the columns that name the rows, and some of the other columns.
"""

from collections.abc import Iterator, Sequence

from printkit.press.tables.grid import TableGrid

_STEPS = 20  # halvings of the room, to find the least width for all parts


def column_groups(grid: TableGrid, labels: int) -> tuple[tuple[int, ...], ...]:
    """Return the columns behind the labels, grouped as the first row of headings groups them."""
    columns = range(labels, grid.column_count)
    heads = [cell.columns for cell in grid.cells[0]] if grid.head_rows else []
    begins = {one.start for one in heads if len(one) < len(columns)} | {labels}
    if not any(1 < len(one) < len(columns) for one in heads):
        begins = set(columns)
    groups: list[list[int]] = []
    for column in columns:
        if column in begins or not groups:
            groups.append([])
        groups[-1].append(column)
    return tuple(map(tuple, groups))


def fewest_parts(
    widths: Sequence[float], groups: Sequence[Sequence[int]], labels: int, room: float
) -> tuple[tuple[int, ...], ...]:
    """Return the columns of each part: as few parts as there can be, of nearly equal widths.

    Args:
        widths: of all columns.
        groups: the columns that stay together if a part has room for the group.
        labels: the number of leading columns that each part has.
        room: for a part.
    """
    free = room - sum(widths[:labels])
    blocks = list(_blocks(widths, groups, free))
    best = _filled(widths, blocks, free)
    narrow, wide = 0.0, free
    for _ in range(_STEPS):
        middle = (narrow + wide) / 2
        tried = _filled(widths, blocks, middle)
        if len(tried) == len(best) and _widest(widths, tried) <= middle:
            best, wide = tried, middle
        else:
            narrow = middle
    return tuple((*range(labels), *columns) for columns in best)


def _blocks(
    widths: Sequence[float], groups: Sequence[Sequence[int]], free: float
) -> Iterator[Sequence[int]]:
    """Yield groups that have room in a part, and the single columns of others."""
    for group in groups:
        if sum(widths[column] for column in group) <= free:
            yield group
        else:
            yield from ([column] for column in group)


def _filled(
    widths: Sequence[float], blocks: Sequence[Sequence[int]], free: float
) -> list[list[int]]:
    """Return parts that are filled one after the other; each has one block at least."""
    parts: list[list[int]] = []
    left = 0.0
    for block in blocks:
        width = sum(widths[column] for column in block)
        if not parts or width > left:
            parts.append([])
            left = free
        parts[-1] += block
        left -= width
    return parts


def _widest(widths: Sequence[float], parts: Sequence[Sequence[int]]) -> float:
    return max((sum(widths[column] for column in part) for part in parts), default=0.0)
