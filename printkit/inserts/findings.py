"""Name the active and embedded content of somebody else's PDF, for the remark on removed content.

In: a PDF. Out: names such as `JavaScript`. `key_filter` removes the content.
"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

EMBEDDED = "embedded files"
_ACTIONS = {
    "/JavaScript": "JavaScript",
    "/Launch": "actions that start a program",
    "/SubmitForm": "actions that send a form",
    "/ImportData": "actions that read a file",
    "/GoToR": "links to other files",
    "/GoToE": "links to embedded files",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/RichMediaExecute": "media",
    "/GoTo3DView": "media",
    "/Hide": "actions that hide something",
    "/SetOCGState": "actions that switch layers",
    "/ResetForm": "actions that empty a form",
    "/Named": "actions of the viewer's menu",
}
_KINDS = {
    "/EmbeddedFile": EMBEDDED,
    "/FileAttachment": EMBEDDED,
    "/Movie": "media",
    "/Sound": "media",
    "/Screen": "media",
    "/3D": "media",
    "/RichMedia": "media",
    "/PS": "PostScript",
}
_KEYS = {
    "/XFA": "an XFA form",
    "/JS": "JavaScript",
    "/EF": EMBEDDED,
    "/ByteRange": "signatures",
    "/OPI": "pictures outside the file",
    "/Ref": "pages of other files",
}
_WORDS = {"/S": _ACTIONS, "/Type": _KINDS, "/Subtype": _KINDS}


def active_content(pdf: Pdf) -> list[str]:
    """Return the names of all active and embedded content in the file, sorted."""
    return sorted({name for one in dictionaries(pdf) for name in _names_of(one)})


def dictionaries(pdf: Pdf) -> Iterator[Object]:
    """Yield every dictionary of the file, also nested ones, and every stream."""
    for whole in pdf.objects:
        waiting = [whole]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Array):
                inner = list(one)
            elif isinstance(one, Dictionary | Stream):
                yield one
                inner = list(one.values())
            else:
                continue
            # Indirect values are in pdf.objects themselves.
            waiting += [value for value in inner if value is not None and not value.is_indirect]


def _names_of(one: Object) -> Iterator[str]:
    keys = one.keys()
    for key, names in _WORDS.items():
        if key in keys and isinstance(word := one[key], Name) and str(word) in names:
            yield names[str(word)]
    for key in keys & _KEYS.keys():
        yield _KEYS[key]
    # The data of a stream with /F is in another file: ISO 32000-1, table 5.
    if "/F" in keys and isinstance(one, Stream):
        yield "streams outside the file"
