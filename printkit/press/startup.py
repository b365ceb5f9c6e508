"""Make the import of WeasyPrint quick: it takes half the time of a plain `import weasyprint`.

For processes that belong to printkit alone: the command line and the workers. The quick import
changes modules of Python and of other packages while it runs. A library must not do so in the
program of somebody else.
"""

import ctypes.util
import gc
import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

# WeasyPrint (pdf/fonts.py) calls these only where HarfBuzz is older than 4.1 and makes no subsets,
# or where a font is variable; printkit's faces are static. Their import takes a fifth of the whole
# import.
_RARELY_NEEDED = {
    "fontTools.subset": ("Options", "Subsetter"),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}


def hasten_weasyprint() -> None:
    """Make the first import of WeasyPrint in this process quick, whenever it comes."""
    waiting = any(isinstance(finder, _QuickFinder) for finder in sys.meta_path)
    if "weasyprint" not in sys.modules and not waiting:
        sys.meta_path.insert(0, _QuickFinder())
    # Imports and pages make many objects but little garbage in cycles, so the collector runs less
    # often than by default.
    gc.set_threshold(100_000, 50, 100)


class _QuickFinder(MetaPathFinder):
    """Finds WeasyPrint and no other module, and gives WeasyPrint the quick loader."""

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None,  # noqa: ARG002 (importlib gives it)
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if name != "weasyprint":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        if spec and spec.loader:
            spec.loader = _QuickLoader(spec.loader)
        return spec


class _QuickLoader(Loader):
    """Runs WeasyPrint's own loader while library names are exact and rare modules are left out."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        # WeasyPrint asks its own loader for the style sheet and colour profile beside its code.
        if module.__spec__:
            module.__spec__.loader = self._loader
        module.__loader__ = self._loader
        with _exact_library_names(), _on_demand():
            self._loader.exec_module(module)
        # Imported modules live as long as the process: the collector may pass them over.
        gc.freeze()


@contextmanager
def _exact_library_names() -> Iterator[None]:
    """Make `find_library` find nothing, so that libraries load by their exact file names only.

    WeasyPrint tries the names of other systems first. For each unknown name, cffi calls
    `find_library`, which runs ldconfig, gcc and ld. The file names that Linux's loader knows
    follow later in WeasyPrint's list.
    """
    if sys.platform != "linux":
        yield
        return
    find = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = find


@contextmanager
def _on_demand() -> Iterator[None]:
    """Put placeholders in the place of rarely needed modules; a call imports the real module."""
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
