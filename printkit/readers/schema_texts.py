"""Texts of schema.org: an object goes in, its words come out as HTML.

A step, a question with its answers, an update of a live blog, an item of a list: each is an object
with a name and a text, and may hold further objects.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from printkit.text.characters import is_invisible

_ELEMENT = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_NAMES = ("name", "headline", "title")
_TEXTS = ("text", "articleBody", "reviewBody", "body", "description", "abstract", "transcript")
_PARTS = ("itemListElement", "hasPart", "step", "steps", "liveBlogUpdate")
_ANSWERS = ("acceptedAnswer", "suggestedAnswer")
_READ = {
    *(*_NAMES, *_TEXTS, *_PARTS, *_ANSWERS),
    *("item", "author", "image", "position", "datePublished", "answerCount"),
    *("ratingValue", "bestRating", "worstRating", "alternateName"),
}
_DEEPEST = 6


def as_paragraphs(value: object) -> str:
    """Return a text as paragraphs; HTML stays as it is."""
    if isinstance(value, list | tuple):
        return "".join(map(as_paragraphs, value))
    text = _text_of(value)
    if _ELEMENT.search(text):
        return text
    parts = (part for part in re.split(r"\n[ \t]*\n", text) if not is_invisible(part))
    return "".join(f"<p>{html.escape(part.strip(), quote=False)}</p>" for part in parts)


def list_of(value: object, name: str, depth: int = 0) -> str:
    """Return objects or texts as a list; sections of the list have their names above them.

    Args:
        value: the objects, or one text, or the lines of a text.
        name: `ol` or `ul`.
        depth: how deep the list lies in another list.
    """
    if isinstance(value, str):
        lines = value.split("\n") if not _ELEMENT.search(value) else []
        value = [line for line in lines if not is_invisible(line)] if len(lines) > 1 else value
    if isinstance(value, str):
        return as_paragraphs(value)
    items, made = list[str](), list[str]()
    for one in _each(value):
        if depth < _DEEPEST and isinstance(one, Mapping) and _is_section(one):
            made += [_as_list(items, name), _named_heading(one, depth), _own_text(one)]
            made += [list_of(one[key], name, depth + 1) for key in _PARTS if key in one]
            items = []
        elif item := _item(one, depth):
            items.append(item)
    return "".join([*made, _as_list(items, name)])


def headed_texts(value: object) -> str:
    """Return objects as headings with their texts: questions with answers, updates, parts."""
    return "".join(map(_headed_text, _each(value)))


def unread_words(value: object, path: str, depth: int = 0) -> Iterator[str]:
    """Yield each value within objects that is not printed, with its path: `step.url: step-1`."""
    for one in _each(value):
        if not isinstance(one, Mapping) or depth > _DEEPEST:
            continue
        for key, inner in one.items():
            if str(key).startswith("@") or inner in (None, "", [], {}):
                continue
            if key not in _READ:
                text = f": {inner}" if isinstance(inner, str | int | float) else ""
                yield f"{path}.{key}{text}"
            elif key not in ("author", "image"):
                yield from unread_words(inner, f"{path}.{key}", depth + 1)


def _headed_text(one: object) -> str:
    if not isinstance(one, Mapping):
        return as_paragraphs(one)
    inner = "".join(headed_texts(one[key]) for key in _PARTS if key in one)
    answers = "".join(_answer(each) for key in _ANSWERS for each in _each(one.get(key)))
    own = _named_heading(one, 0) + _figures_of(one) + _own_text(one) + _signed(one)
    return own + inner + answers


def _answer(one: object) -> str:
    if not isinstance(one, Mapping):
        return as_paragraphs(one)
    return _named_heading(one, 1) + _own_text(one) + _signed(one)


def _signed(one: Mapping[str, object]) -> str:
    """Return the author and the moment of a part as a line of its own."""
    authors = (_text_of(each) or _name_of(each) for each in _each(one.get("author")))
    line = ", ".join(filter(None, [*authors, _clock(one.get("datePublished"))]))
    return f"<p>— {html.escape(line, quote=False)}</p>" if line else ""


def _clock(value: object) -> str:
    """Return a moment of ISO 8601 as day and time, to be read in every language."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?", _text_of(value))
    return " ".join(filter(None, found.groups())) if found else _text_of(value)


def _is_section(one: Mapping[str, object]) -> bool:
    return _name_of(one) != "" and any(key in one for key in _PARTS)


def _item(one: object, depth: int) -> str:
    if not isinstance(one, Mapping):
        text = _text_of(one)
        return text if _ELEMENT.search(text) else html.escape(text, quote=False)
    inner = one.get("item")
    if isinstance(inner, Mapping):
        return _item({**one, **inner, "item": None}, depth)
    name, text = _name_of(one) or _text_of(inner), _first_text(one)
    parts = [text if _ELEMENT.search(text) else html.escape(text, quote=False)]
    if name and not text.startswith(name.rstrip(".… ")):
        parts.insert(0, f"<strong>{html.escape(name, quote=False)}</strong>")
    lists = (list_of(one[key], "ul", depth + 1) for key in _PARTS if key in one)
    return " ".join(filter(None, parts)) + _figures_of(one) + "".join(lists)


def _as_list(items: Sequence[str], name: str) -> str:
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<{name}>{inner}</{name}>" if inner else ""


def _named_heading(one: Mapping[str, object], depth: int) -> str:
    name = _name_of(one)
    level = 2 if depth == 0 else 3
    return f"<h{level}>{html.escape(name, quote=False)}</h{level}>" if name else ""


def _own_text(one: Mapping[str, object]) -> str:
    return as_paragraphs(_first_text(one))


def _first_text(one: Mapping[str, object]) -> str:
    return next(filter(None, (_text_of(one.get(key)) for key in _TEXTS)), "")


def _name_of(one: object) -> str:
    if not isinstance(one, Mapping):
        return ""
    return next(filter(None, (_text_of(one.get(key)) for key in _NAMES)), "")


def _figures_of(one: Mapping[str, object]) -> str:
    made = []
    for picture in _each(one.get("image")):
        address = (
            picture.get("url") or picture.get("contentUrl")
            if isinstance(picture, Mapping)
            else picture
        )
        caption = _text_of(picture.get("caption")) if isinstance(picture, Mapping) else ""
        if isinstance(address, str):
            told = f"<figcaption>{html.escape(caption)}</figcaption>" if caption else ""
            made.append(f'<figure><img src="{html.escape(address)}" alt="">{told}</figure>')
    return "".join(made)


def _each(value: object) -> Sequence[object]:
    if value is None or value == "":
        return ()
    return value if isinstance(value, list | tuple) else (value,)


def _text_of(value: object) -> str:
    """Return a text or a number as text; the value of an object of JSON-LD; else empty."""
    if isinstance(value, Mapping):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()
