"""Orders and replies: the plain values that a process and its worker exchange."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from printkit.edition.limits import Limits


@dataclass(frozen=True)
class Order:
    """Work for a worker process.

    Attributes:
        work: a function that stands in a module, because the worker imports the function.
        arguments: the arguments of the function.
        folder: the current folder of the parent, in which relative paths begin.
        environment: the environment of the parent, which may have changed since the worker began.
        limits: what the work may take.
        readable: files and folders that the work may read.
        writable: folders in which the work may write, besides its folder for temporary files.
    """

    work: Callable[..., object]
    arguments: tuple[object, ...]
    folder: str
    environment: Mapping[str, str]
    limits: Limits
    readable: tuple[str, ...] = ()
    writable: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reply:
    """The answer of a worker process.

    Attributes:
        kind: `ready` after the start; `ask` for a picture of the network; `result`; `error` for an
            error that the work raised; `memory` for a lack of memory.
        value: the address of the picture, the result, or the error.
        memory: the memory of the worker process, in megabytes.
    """

    kind: Literal["ready", "ask", "result", "error", "memory"]
    value: object = None
    memory: float = 0.0
