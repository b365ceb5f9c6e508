"""Any Python value in a mapping is read by its meaning, or its record is refused by name."""

import itertools
from collections import OrderedDict, deque, namedtuple
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum, StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import printkit
from printkit.article import Article, Correction, Image, Person, Place, Source
from printkit.errors import RecordError
from printkit.readers.inputs import read_record
from printkit.readers.plain_values import TooManyValuesError, plain
from printkit.readers.record import article_from


class Tint(Enum):
    """A value with a name."""

    RED = "red"


class Word(StrEnum):
    """A value that is a text, too."""

    NEWS = "news"


class Lazy:
    """A text that is translated at the moment of reading, as in web frameworks."""

    def __str__(self) -> str:
        return "Harbour"

    def casefold(self) -> str:
        """Return the text in small letters."""
        return str(self).casefold()


class NaTType:
    """The missing date of pandas: no date, and not equal to itself."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return False


@dataclass
class Someone:
    """A person as an object of a program."""

    name: str


Point = namedtuple("Point", "name url")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (float("nan"), None),
        (float("inf"), None),
        (Decimal("NaN"), None),
        (NaTType(), None),
        (Decimal("2019"), 2019),
        (Decimal("1.5"), "1.5"),
        (Decimal("1E+1000000"), "1E+1000000"),
        (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        (Path("pics/a.jpg"), "pics/a.jpg"),
        (Tint.RED, "red"),
        (Word.NEWS, "news"),
        (Lazy(), "Harbour"),
        ({"b", "a"}, ["a", "b"]),
        (deque(["a"]), ["a"]),
        (iter(["a"]), ["a"]),
        ({"a": 1}.keys(), ["a"]),
        (Someone("Ana"), {"name": "Ana"}),
        (Point("Ana", None), {"name": "Ana", "url": None}),
        (OrderedDict(a=1), {"a": 1}),
        (MappingProxyType({"a": Tint.RED}), {"a": "red"}),
        ({7: "a"}, {"7": "a"}),
        (time(8, 30), "08:30:00"),
        (memoryview(b"x"), b"x"),
        (numpy.int64(7), 7),
        (numpy.float32("nan"), None),
        (numpy.array(["a", "b"]), ["a", "b"]),
        (numpy.datetime64("2024-11-22"), date(2024, 11, 22)),
        (numpy.datetime64("NaT"), None),
        (numpy.bytes_(b"x"), b"x"),
        (Image(src="a.jpg"), Image(src="a.jpg")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_kind_says_what_it_means(value: Any, wanted: Any) -> None:
    """Missing values are None; sets are in one order; a huge number is a text."""
    assert plain(value) == wanted


def test_what_has_no_end_is_refused() -> None:
    """Such values are a generator, a huge number, and a list that holds itself."""
    with pytest.raises(TooManyValuesError):
        plain(itertools.count())
    assert str(plain(10**5000)).startswith("1")
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(RecordError, match="nested deeper"):
        article_from({"headline": "A", "body": "B", "tags": endless}, "a")
    with pytest.raises(RecordError, match="holds more than"):
        article_from({"headline": "A", "body": "B", "tags": itertools.count()}, "a")


def test_an_object_that_says_nothing() -> None:
    """In a field, the record is refused; under an unknown key, `extra` keeps the object's type."""
    with pytest.raises(RecordError, match="headline is of type object; text is wanted"):
        article_from({"headline": object(), "body": "B"}, "a")
    article, remarks = article_from({"headline": "A", "body": "B", "_state": object()}, "a")
    assert article.extra == {"_state": "<object>"}
    assert len(remarks) == 1


def _objects() -> Iterator[Any]:
    yield from (object(), object, print, NotImplemented, Ellipsis, 1j, range(3), Tint, NaTType())
    yield from (Lazy(), Someone("Ana"), Tint.RED, Path("a"), UUID(int=1), Decimal("NaN"))
    yield from (iter(()), slice(1), b"\xff", bytearray(b"x"), memoryview(b"x"), 10**4000)
    yield from (float("nan"), float("-inf"), datetime.max.replace(tzinfo=UTC), time(), {"a"})


_KEYS = [*Article.model_fields, *Article.aliases, "draft", "publish_on", "expires", "@graph", "x"]
_SCALARS = some.one_of(
    some.none(),
    some.booleans(),
    some.integers(),
    some.floats(),
    some.text(max_size=8),
    some.binary(max_size=8),
    some.decimals(),
    some.dates(),
    some.datetimes(),
    some.times(),
    some.timedeltas(),
    some.uuids(),
    some.complex_numbers(),
    some.sampled_from(list(_objects())),
    some.builds(Lazy),
)
_MODELS = (Correction, Image, Person, Place, Source)
_INNER = some.sampled_from(
    ["@value", "@type", "@id", "q", *sorted({name for one in _MODELS for name in one.model_fields})]
)
_VALUES = some.recursive(
    _SCALARS,
    lambda inner: some.one_of(
        some.lists(inner, max_size=3),
        some.tuples(inner),
        some.dictionaries(_INNER, inner, max_size=3),
    ),
    max_leaves=5,
)


_ODD = some.dictionaries(some.sampled_from(_KEYS), _VALUES, min_size=1, max_size=2)


@settings(max_examples=200)
@given(_ODD)
def test_any_value_of_any_field_is_read_or_refused(odd: dict[str, Any]) -> None:
    """Only a `RecordError` comes out; an article that was read can be written as JSON."""
    read_or_refuse(odd)


@pytest.mark.slow
@settings(max_examples=2000)
@given(_ODD)
def test_any_of_two_thousand_values_is_read_or_refused(odd: dict[str, Any]) -> None:
    """The slow run tries ten times as many values as the quick run."""
    read_or_refuse(odd)


def read_or_refuse(odd: dict[str, Any]) -> None:
    """Read a record with odd values; fail where an error other than a RecordError comes out."""
    record = {"headline": "A", "body": "B", "url": "https://e.example/a", **odd}
    try:
        article, _ = article_from(record, "a")
    except RecordError:
        return
    assert Article.model_validate(article.to_record()) == article
    assert article.model_dump_json()


class Vague:
    """A value of a table whose truth is not told."""

    def __bool__(self) -> bool:
        raise ValueError("the truth of a column is ambiguous")

    def __eq__(self, other: object) -> bool:
        raise TypeError

    __hash__ = object.__hash__


class Locked(dict[str, object]):
    """A mapping that does not give its values."""

    def items(self) -> Any:
        """Raise an error for every caller."""
        raise KeyError("locked")


class Torn(list[object]):
    """A list that does not give its values."""

    def __iter__(self) -> Any:
        raise RuntimeError("torn")


class OutOfContextError(Exception):
    """An error of a web framework."""


class Proxy:
    """A lazy object of a web framework, outside its request: not even its type is told."""

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        raise OutOfContextError

    def __str__(self) -> str:
        raise OutOfContextError

    def __getattr__(self, name: str) -> Any:
        raise OutOfContextError


class Uncounted(int):
    """A number that does not give its figures."""

    def __int__(self) -> int:
        raise OutOfContextError


class Unnamed:
    """A key that cannot be written."""

    def __str__(self) -> str:
        raise OutOfContextError

    __repr__ = __str__


class Unsaid(date):
    """A date that cannot be written."""

    def __str__(self) -> str:
        raise OutOfContextError


FIELDS = ["headline", "body", "draft", "embargo", "status", "password", "content", "published",
          "url", "authors", "images", "tags", "section", "source", "language", "odd"]  # fmt: skip


ODD_OBJECTS: dict[str, Callable[[], object]] = {
    "vague": Vague,
    "locked": lambda: Locked(a=1),
    "torn": Torn,
    "huge": lambda: 10**5000,
    "proxy": Proxy,
    "uncounted": lambda: Uncounted(7),
    "unnamed": lambda: {Unnamed(): 1},
    "unsaid": lambda: Unsaid(2024, 11, 22),
}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", ODD_OBJECTS)
def test_an_object_whose_methods_fail_is_an_error_of_its_record(name: str, field: str) -> None:
    """No method of such an object is called after the first has failed."""
    odd = ODD_OBJECTS[name]()
    record = {"headline": "A", "body": "B", field: odd}
    for one in (record, {**record, "images": [{"src": "a.jpg", "alt": odd}]}):
        [found] = read_record(one, "a")
        assert str(found) if isinstance(found, RecordError) else found.article.headline


def test_a_record_that_gives_no_keys_is_refused() -> None:
    """The error has the name of the record's type."""
    with pytest.raises(RecordError, match="is of type Locked, not an article record"):
        article_from(Locked(headline="A"), "a")


def test_a_lazy_object_costs_its_own_record_only(tmp_path: Path) -> None:
    """The object may stand for a value, or for a whole record."""
    good = {"headline": "A", "body": "B"}
    odd: list[Any] = [{**good, "section": Proxy()}, Proxy(), good, {**good, Unnamed(): Proxy()}]
    accounts = list(printkit.export_many(odd, tmp_path))
    assert [one.status for one in accounts] == ["failed", "failed", "ok", "ok"]
    assert "section is of type Proxy; text is wanted" in str(accounts[0].error)
    assert "is of type Proxy, not an article record" in str(accounts[1].error)
