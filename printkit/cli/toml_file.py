"""The file printkit.toml: its path goes in, its tables come out; owns tomllib."""

from pathlib import Path

from printkit.errors import EditionError
from printkit.files.opening import read_at_most, reason

TABLES = ("export", "digest", "limits")
_LARGEST = 1_000_000  # bytes


def read_tables(config: Path, table: str) -> dict[str, dict[str, object]]:
    """Return all tables of printkit.toml, as they are.

    Args:
        config: the path of the file.
        table: the table that the caller wants, for the error.

    Raises:
        EditionError: the file cannot be read, or has a value outside the tables in TABLES.
    """
    import tomllib  # not imported for the help

    try:
        data = read_at_most(config, _LARGEST, handed_over=True)
    except OSError as error:
        raise EditionError(reason(error), where=str(config)) from error
    if len(data) > _LARGEST:
        raise EditionError(f"is over {_LARGEST:,} bytes long", where=str(config))
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except RecursionError as error:
        raise EditionError("cannot be read: brackets nest too deep", where=str(config)) from error
    except ValueError as error:
        raise EditionError(
            f"cannot be read: {_in_plain_words(error)}", where=str(config)
        ) from error
    outside = [
        name for name, value in tables.items() if name not in TABLES or not isinstance(value, dict)
    ]
    if outside:
        # `limits = 5` and `[[limits]]` show which table was meant.
        table = next((name for name in outside if name in TABLES), table)
        raise EditionError(
            f"{', '.join(outside)}: choices stand in the table [{table}]",
            where=str(config),
            remedy=f"Write [{table}], and below it lines such as {_EXAMPLES[table]}.",
        )
    return tables


def _in_plain_words(error: ValueError) -> str:
    # Python's own sentence names a function of Python.
    is_long = "int_max_str_digits" in str(error)
    return "a number has too many digits" if is_long else str(error)


_EXAMPLES = {
    "export": 'theme = "reader"',
    "digest": 'theme = "reader"',
    "limits": "patience = 60",
}
