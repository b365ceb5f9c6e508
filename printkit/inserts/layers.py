"""Layers of somebody else's pages: the bindery knows none, and would print what they hide."""

from pikepdf import Dictionary, Name, Object, Pdf

from printkit.inserts.arrays import items_of
from printkit.inserts.findings import dictionaries

# What of a layer's usage turns it off, by what it is used for.
_STATES = {"/View": "/ViewState", "/Print": "/PrintState", "/Export": "/ExportState"}
_INVERTED = {Name.AllOff, Name.AnyOff}


def hide(source: Pdf) -> bool:
    """Whether some layer, or some membership in layers, hides anything."""
    layers = source.Root.get("/OCProperties")
    if not isinstance(layers, Dictionary):
        return False
    shown = layers.get("/D")
    if isinstance(shown, Dictionary) and (_turns_off(shown) or _turns_off_by_use(shown, layers)):
        return True
    return any(_is_inverted(one) for one in dictionaries(source))


def _turns_off(shown: Dictionary) -> bool:
    return bool(len(items_of(shown.get("/OFF")))) or shown.get("/BaseState") == Name.OFF


def _turns_off_by_use(shown: Dictionary, layers: Dictionary) -> bool:
    """Whether layers are switched by what they are used for, and one is off for something."""
    if not len(items_of(shown.get("/AS"))):
        return False
    usages = [_entry(one, "/Usage") for one in items_of(layers.get("/OCGs"))]
    return any(
        _entry(_entry(usage, use), state) == Name.OFF
        for usage in usages
        for use, state in _STATES.items()
    )


def _entry(one: Object | None, key: str) -> Object | None:
    return one.get(key) if isinstance(one, Dictionary) else None


def _is_inverted(one: Object) -> bool:
    """Whether it is shown where its layers are not, or by a rule of its own."""
    return one.get("/Type") == Name.OCMD and ("/VE" in one or one.get("/P") in _INVERTED)
