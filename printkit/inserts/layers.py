"""Find hidden layers. The bindery does not keep layers, so hidden content would be printed.

In: a PDF of another program. Out: whether a page draws something that a viewer or a printer leaves
out. A layer that is switched off and has no content hides nothing.
"""

from collections.abc import Iterable, Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, parse_content_stream

from printkit.inserts.untrusted_values import array_items

_Ids = set[tuple[int, int]]
# The state of a layer for each event, in its usage dictionary: ISO 32000-1, 8.11.4.4.
_STATES = {"/View": "/ViewState", "/Print": "/PrintState"}
_MARKS = ("BDC", "BMC", "EMC")
_PAINTING = "S s f F f* B B* b b* Tj TJ ' \" sh Do"
# Without all three operators of a picture in the content, the parser loses all that follows.
_WANTED = f"{' '.join(_MARKS)} {_PAINTING} BI ID EI"
_DEEPEST_RULE = 20


def hides_content(source: Pdf) -> bool:
    """Return whether a layer, or a membership in layers, hides anything that a page draws."""
    layers = source.Root.get("/OCProperties")
    if not isinstance(layers, Dictionary) or not array_items(layers.get("/OCGs")):
        return False
    # A layer may be off on the screen, on paper or in both, so the pages are read for each state.
    states = [_switched_off(layers, event) for event in _STATES]
    return any(_draws_hidden(source, off) for off in states if off or _has_memberships(source))


def _has_memberships(source: Pdf) -> bool:
    """Return whether content may be hidden though every layer is switched on."""
    return any(
        isinstance(one, Dictionary) and one.get("/Type") == Name.OCMD for one in source.objects
    )


def _switched_off(layers: Dictionary, event: str) -> _Ids:
    """Return the layers that are off for an event: on the screen, or on paper."""
    shown = layers.get("/D")
    if not isinstance(shown, Dictionary):
        return set()
    off: _Ids = set()
    if shown.get("/BaseState") == Name.OFF:
        off = _ids(array_items(layers.get("/OCGs"))) - _ids(array_items(shown.get("/ON")))
    off |= _ids(array_items(shown.get("/OFF")))
    for use in array_items(shown.get("/AS")):
        if not isinstance(use, Dictionary) or str(use.get("/Event")) != event:
            continue
        for layer in array_items(use.get("/OCGs")):
            state = _entry(_entry(_entry(layer, "/Usage"), event), _STATES[event])
            if state == Name.OFF:
                off |= _ids([layer])
            elif state == Name.ON:
                off -= _ids([layer])
    return off


def _draws_hidden(source: Pdf, off: _Ids) -> bool:
    """Return whether a page draws content of a layer that is off."""
    seen: _Ids = set()
    for page in source.pages:
        if any(_is_off(_entry(one, "/OC"), off) for one in array_items(page.obj.get("/Annots"))):
            return True
        waiting: list[tuple[Object, Object]] = [(page.obj, page.obj.get("/Resources", Array()))]
        while waiting:
            drawn, resources = waiting.pop()
            if drawn.is_indirect and drawn.objgen in seen:
                continue
            seen.add(drawn.objgen)
            own = drawn.get("/Resources", resources)
            if _paints_hidden(drawn, own, off):
                return True
            waiting += [(stream, own) for stream in _streams(own)]
    return False


def _paints_hidden(drawn: Object, resources: Object, off: _Ids) -> bool:
    """Return whether a content stream paints between the marks of a layer that is off."""
    named, objects = _entry(resources, "/Properties"), _entry(resources, "/XObject")
    marks: list[bool] = []
    for instruction in parse_content_stream(drawn, _WANTED):
        word, operands = str(instruction.operator), list(instruction.operands)
        if word == "EMC":
            if marks:
                marks.pop()
        elif word in _MARKS:
            tag, *about = operands
            layer = _entry(named, str(about[0])) if about and isinstance(about[0], Name) else None
            marks.append(tag == Name.OC and _is_off(layer, off))
        elif any(marks):
            return True
        elif word == "Do":
            form = _entry(objects, str(operands[0]))
            if _is_off(_entry(form, "/OC"), off):
                return True
    return False


def _streams(resources: Object) -> Iterator[Object]:
    """Yield the forms, patterns and glyphs that resources name: they have content of their own."""
    glyphs = [_entry(font, "/CharProcs") for font in _values(_entry(resources, "/Font"))]
    for group in (_entry(resources, "/XObject"), _entry(resources, "/Pattern"), *glyphs):
        for one in _values(group):
            if isinstance(one, Stream) and one.get("/Subtype") != Name.Image:
                yield one


def _is_off(layer: Object | None, off: _Ids) -> bool:
    """Return whether a layer or a membership is hidden; an unknown layer is visible (8.11.2)."""
    if not isinstance(layer, Dictionary):
        return False
    if layer.get("/Type") != Name.OCMD:
        return layer.objgen in off
    rule = layer.get("/VE")
    if isinstance(rule, Array):
        return not _holds(rule, off)
    given = layer.get("/OCGs")
    members = array_items(given) if isinstance(given, Array) else [given]
    hidden = [_is_off(one, off) for one in members if isinstance(one, Dictionary)]
    policy = str(layer.get("/P", "/AnyOn"))
    visible = {
        "/AllOn": not any(hidden),
        "/AnyOff": any(hidden),
        "/AllOff": all(hidden),
    }.get(policy, not all(hidden))
    return bool(hidden) and not visible


def _holds(rule: Object | None, off: _Ids, depth: int = 0) -> bool:
    """Return whether a visibility expression holds; an expression that is too deep is false."""
    if not isinstance(rule, Array):
        return not _is_off(rule, off)
    parts = array_items(rule)
    if depth > _DEEPEST_RULE or not parts:
        return False
    operator, *operands = parts
    held = [_holds(one, off, depth + 1) for one in operands]
    if operator == Name.Not:
        return not any(held)
    return any(held) if operator == Name.Or else all(held)


def _entry(one: Object | None, key: str) -> Object | None:
    return one.get(key) if isinstance(one, Dictionary | Stream) else None


def _values(group: Object | None) -> Iterable[Object | None]:
    return group.values() if isinstance(group, Dictionary) else ()


def _ids(layers: Iterable[Object]) -> _Ids:
    return {one.objgen for one in layers if isinstance(one, Dictionary) and one.is_indirect}
