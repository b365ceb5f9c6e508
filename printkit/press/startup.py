"""A fresh process prints sooner: WeasyPrint is imported without what it need not wait for.

For the command line alone: both ways reach into modules that are not ours while the import
lasts, which a library must not do to the program it is part of.
"""

import ctypes.util
import gc
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

# WeasyPrint needs these where HarfBuzz is too old to subset, or a font is variable; ours
# are cut beforehand. Importing them takes a fifth of the whole import.
_RARELY_NEEDED = {
    "fontTools.subset": ("Options", "Subsetter"),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}


def import_weasyprint() -> None:
    """Import WeasyPrint, as `import weasyprint` does but in half the time."""
    with _exact_library_names(), _on_demand():
        importlib.import_module("printkit.press.engine")
    # What was imported stays, and a page makes many boxes and no rubbish in rings.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@contextmanager
def _exact_library_names() -> Iterator[None]:
    """Answer at once that a library has no other name than its exact one.

    WeasyPrint asks for the names of other systems first, and each such question runs
    ldconfig, gcc and ld; the names that Linux's loader knows follow in its list.
    """
    if sys.platform != "linux":
        yield
        return
    find = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = find


@contextmanager
def _on_demand() -> Iterator[None]:
    """Let placeholders stand for the rarely needed modules until something of them is called."""
    placed = {name: _placeholder(name) for name in _RARELY_NEEDED if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name in placed:
            sys.modules.pop(name, None)


def _placeholder(name: str) -> ModuleType:
    module = ModuleType(name)
    for function in _RARELY_NEEDED[name]:
        setattr(module, function, _deferred(name, function))
    return module


def _deferred(module: str, function: str) -> Callable[..., Any]:
    def call(*args: Any, **options: Any) -> Any:
        return getattr(importlib.import_module(module), function)(*args, **options)

    return call
