"""Find hidden layers. The bindery does not keep layers, so hidden content would be printed."""

from pikepdf import Dictionary, Name, Object, Pdf

from printkit.inserts.findings import dictionaries
from printkit.inserts.untrusted_values import array_items

# The key that turns a layer off, for each event of its usage dictionary: ISO 32000-1, 8.11.4.4.
_STATES = {"/View": "/ViewState", "/Print": "/PrintState", "/Export": "/ExportState"}
_INVERTED = {Name.AllOff, Name.AnyOff}


def has_hidden_layers(source: Pdf) -> bool:
    """Return whether a layer, or a membership in layers, hides any content."""
    layers = source.Root.get("/OCProperties")
    if not isinstance(layers, Dictionary):
        return False
    shown = layers.get("/D")
    if isinstance(shown, Dictionary) and (_turns_off(shown) or _turns_off_by_use(shown, layers)):
        return True
    return any(_is_inverted(one) for one in dictionaries(source))


def _turns_off(shown: Dictionary) -> bool:
    return bool(array_items(shown.get("/OFF"))) or shown.get("/BaseState") == Name.OFF


def _turns_off_by_use(shown: Dictionary, layers: Dictionary) -> bool:
    """Return whether usage, such as printing, switches layers, and turns some layer off."""
    if not array_items(shown.get("/AS")):
        return False
    usages = [_entry(one, "/Usage") for one in array_items(layers.get("/OCGs"))]
    return any(
        _entry(_entry(usage, use), state) == Name.OFF
        for usage in usages
        for use, state in _STATES.items()
    )


def _entry(one: Object | None, key: str) -> Object | None:
    return one.get(key) if isinstance(one, Dictionary) else None


def _is_inverted(one: Object) -> bool:
    """Return whether a membership shows content while layers are off, or by an expression (/VE)."""
    return one.get("/Type") == Name.OCMD and ("/VE" in one or one.get("/P") in _INVERTED)
