"""Back numbers: whole digests, kept so that one in which nothing changed is not bound again."""

from dataclasses import dataclass
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from printkit.files.cache import CacheFolder
from printkit.remarks import Remark
from printkit.report import Account, Digest

_DIGEST = "digest"


@dataclass(frozen=True)
class _Told:
    """What is said of a digest beside its pages."""

    title: str
    page_count: int
    accounts: tuple[tuple[str, str, tuple[Remark, ...]], ...]
    remarks: tuple[Remark, ...]


def kept(key: str, shelf: CacheFolder) -> Digest | None:
    """The digest that is kept under this key; None if there is none, or none that can be read."""
    data = shelf.get(_DIGEST, key)
    if data is None:
        return None
    end = 4 + int.from_bytes(data[:4], "big")
    try:
        told = _shape().validate_json(data[4:end])
    except ValidationError:
        return None
    accounts = tuple(
        Account(record, "ok", remarks, page=page) for record, page, remarks in told.accounts
    )
    return Digest(told.title, data[end:], told.page_count, accounts, told.remarks)


def keep(key: str, digest: Digest, shelf: CacheFolder) -> None:
    """Keep a digest, in which every article is printed, under this key."""
    accounts = tuple((one.record, one.page, one.remarks) for one in digest.accounts)
    told = _Told(digest.title, digest.page_count, accounts, digest.remarks)
    data = _shape().dump_json(told)
    shelf.put(_DIGEST, key, b"".join((len(data).to_bytes(4, "big"), data, digest.pdf)))


@lru_cache(maxsize=1)
def _shape() -> "TypeAdapter[_Told]":
    return TypeAdapter(_Told)
