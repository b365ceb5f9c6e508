"""Texts of schema.org: an object goes in, its words come out as HTML.

A step, a question with its answers, an update of a live blog, an item of a list: each is an object
with a name and a text, and may hold further objects.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from printkit.readers.named_objects import with_name
from printkit.readers.schema_order import in_order, numbered
from printkit.readers.schema_pictures import figures_of
from printkit.readers.schema_ratings import rating_paragraph
from printkit.readers.schema_values import clock, each_of, escaped, is_html, text_of, words_of_value
from printkit.readers.tag_texts import without_tags
from printkit.text.characters import is_invisible
from printkit.text.printed_address import is_web_address
from printkit.wording.words import Words

_NAMES = ("name", "headline", "title")
_TEXTS = ("text", "articleBody", "reviewBody", "body", "transcript")
_SUMMARIES = ("description", "abstract")
_PARTS = ("itemListElement", "hasPart", "step", "steps", "liveBlogUpdate")
# Each key with the key of its label.
_ANSWERS = {"acceptedAnswer": "accepted_answers", "suggestedAnswer": "other_answers"}
_DEEPEST = 6


def as_paragraphs(value: object) -> str:
    """Return a text as paragraphs; HTML stays as it is."""
    if isinstance(value, list | tuple):
        return "".join(map(as_paragraphs, value))
    text = text_of(value)
    if is_html(text):
        return text
    parts = (part for part in re.split(r"\n[ \t]*\n", text) if not is_invisible(part))
    return "".join(f"<p>{escaped(part.strip())}</p>" for part in parts)


def list_of(value: object, name: str, depth: int = 0) -> str:
    """Return objects or texts as a list; sections of the list have their names above them.

    Args:
        value: the objects, or one text, or the lines of a text.
        name: `ol` or `ul`.
        depth: how deep the list lies in another list.
    """
    if isinstance(value, str):
        lines = value.split("\n") if not is_html(value) else []
        value = [line for line in lines if not is_invisible(line)] if len(lines) > 1 else value
    if isinstance(value, str):
        return as_paragraphs(value)
    inner, order = value, ""
    if isinstance(value, Mapping) and not _names_of(value) and "itemListElement" in value:
        inner, order = value["itemListElement"], text_of(value.get("itemListOrder"))
    items, made = list[tuple[object, str]](), list[str]()
    for one in in_order(each_of(inner), order):
        if depth < _DEEPEST and isinstance(one, Mapping) and _is_section(one):
            made += [numbered(items, name), _section(one, depth)]
            made += [list_of(one[key], name, depth + 1) for key in _PARTS if key in one]
            items = []
        elif item := _item(one, depth):
            items.append((one, item))
    return "".join([*made, numbered(items, name)])


def headed_texts(value: object, words: Words) -> str:
    """Return objects as headings with their texts: questions with answers, updates, parts.

    Args:
        value: the objects.
        words: the labels in the language of the article.
    """
    return "".join(_headed_text(one, words) for one in in_order(each_of(value)))


def answers_of(one: Mapping[str, object], words: Words) -> str:
    """Return the answers to a question; labels part the accepted answers from the others."""
    made = {key: _answers(one.get(key), words) for key in _ANSWERS}
    if not all(made.values()):
        return "".join(made.values())
    return "".join(f"{label_of(_ANSWERS[key], words)}{made[key]}" for key in _ANSWERS)


def label_of(key: str, words: Words) -> str:
    """Return a label of a list or a group of answers as a line of its own."""
    return f"<p><strong>{escaped(words.word(key))}</strong></p>"


def name_of(one: object) -> str:
    """Return the first name of an object; empty for an object without a name."""
    return next(iter(_names_of(one)), "")


def described(one: Mapping[str, object]) -> str:
    """Return all that an object says but for its names: pictures, texts, author and date."""
    return figures_of(one) + "".join(map(as_paragraphs, _texts_of(one))) + _signed(one)


def _headed_text(one: object, words: Words, level: int = 2) -> str:
    if not isinstance(one, Mapping):
        return as_paragraphs(one)
    inner = "".join(headed_texts(one[key], words) for key in _PARTS if key in one)
    rating = rating_paragraph(one.get("reviewRating"))
    return _headings(one, level) + rating + described(one) + inner + answers_of(one, words)


def _answers(value: object, words: Words) -> str:
    return "".join(_headed_text(one, words, 3) for one in in_order(each_of(value)))


def _signed(one: Mapping[str, object]) -> str:
    """Return the author and the moment of a part as a line of its own."""
    line = _signature(one)
    return f"<p>— {line}</p>" if line else ""


def _signature(one: Mapping[str, object]) -> str:
    authors = map(_author, each_of(one.get("author")))
    moment = escaped(clock(one.get("datePublished")))
    return ", ".join(filter(None, [*authors, moment]))


def _author(one: object) -> str:
    """Return the name of an author, with the link to the author's page."""
    if not isinstance(one, Mapping):
        return escaped(without_tags(text_of(one)))
    names = _names_of(with_name(one))
    name, address = escaped(names[0] if names else text_of(one)), text_of(one.get("url"))
    if name and is_web_address(address):
        return f'<a href="{html.escape(address)}">{name}</a>'
    return name


def _is_section(one: Mapping[str, object]) -> bool:
    return bool(_names_of(one)) and any(key in one for key in _PARTS)


def _section(one: Mapping[str, object], depth: int) -> str:
    return _headings(one, 2 if depth == 0 else 3) + described(one)


def _item(one: object, depth: int) -> str:
    if not isinstance(one, Mapping):
        text = text_of(one)
        return text if is_html(text) else escaped(text)
    inner = one.get("item")
    if isinstance(inner, Mapping):
        return _item({**one, **inner, "item": None}, depth)
    names = _names_of(one) or [name for name in [text_of(inner)] if name]
    texts = list(_texts_of(one))
    said = " ".join(map(words_of_value, texts))
    bold = [name for name in names if not said.startswith(name.rstrip(".… "))]
    parts = [f"<strong>{escaped(name)}</strong>" for name in bold]
    parts += [text if is_html(text) else escaped(text) for text in texts]
    parts += [f"— {line}" for line in [_signature(one)] if line]
    lists = (list_of(one[key], "ul", depth + 1) for key in _PARTS if key in one)
    return " ".join(parts) + figures_of(one) + "".join(lists)


def _headings(one: Mapping[str, object], level: int) -> str:
    """Return the name of an object as a heading; a second name is a line below."""
    first, *others = _names_of(one) or [""]
    heading = f"<h{level}>{escaped(first)}</h{level}>" if first else ""
    return heading + "".join(f"<p><strong>{escaped(name)}</strong></p>" for name in others)


def _texts_of(one: Mapping[str, object]) -> Iterator[str]:
    """Yield the texts of an object; a summary stands first, unless the text holds its words."""
    texts = _without_repeats([text_of(one.get(key)) for key in (*_TEXTS, *_SUMMARIES)])
    summaries = [text_of(one.get(key)) for key in _SUMMARIES]
    yield from sorted(texts, key=lambda text: text not in summaries)


def _without_repeats(texts: Sequence[str]) -> list[str]:
    """Return the texts whose words are not within the words of a text before."""
    kept, known = list[str](), ""
    for text in texts:
        words = words_of_value(text).rstrip("… ").removesuffix("...")
        if words and words not in known:
            kept.append(text)
            known += f" {words_of_value(text)}"
    return kept


def _names_of(one: object) -> list[str]:
    """Return the names of an object, each once, without markup."""
    if not isinstance(one, Mapping):
        return []
    return _without_repeats([without_tags(text_of(one.get(key))) for key in _NAMES])
