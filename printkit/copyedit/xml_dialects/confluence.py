"""Confluence: elements of its storage format go in, HTML and tags for its macros come out.

A macro becomes a tag with a name and arguments, as a shortcode of other site programs is;
`shortcodes` prints the tag by the table of its name.
"""

from collections.abc import Mapping
from html import escape

from printkit.copyedit.dialects import tables
from printkit.copyedit.dialects.called_tags import Tag
from printkit.copyedit.dialects.page_addresses import PAGE
from printkit.copyedit.vocabulary import names
from printkit.copyedit.xml_dialects.translation import (
    Handler,
    OpenElement,
    Translation,
    words_in_html,
)
from printkit.text.patterns import regex

_MACROS = ("ac:structured-macro", "ac:macro")
_NUMBER = regex(r"[0-9a-f-]{0,40}")
_HOLDERS = ("ac:image", "ac:link", "ac:parameter")
_SIGNS = {"tick": "✓", "cross": "✗", "warning": "⚠", "information": "ℹ", "question": "?",
          "plus": "+", "minus": "−", "smile": "☺", "sad": "☹"}  # fmt: skip


def _macro(work: Translation, element: OpenElement) -> None:
    element.closing = ""
    element.at_end = lambda: _end_macro(work, element)


def _mark(work: Translation, macro: OpenElement, *, closes: bool, alone: bool) -> None:
    """Write the mark of a tag for the beginning or the end of a macro."""
    name = macro.given.get("name", "")
    said = " ".join(
        '{}="{}"'.format(key.lower(), value.replace("\\", "\\\\").replace('"', '\\"'))
        for key, value in macro.parameters.items()
        if key
    )
    bare = macro.parameters.get("", "")
    said = f"{said} {bare}".strip() if not closes else ""
    written = f"<{'/' if closes else ''}ac:{name}>"
    work.write(work.tags.keep(Tag(written, "confluence", name, said, closes, alone)))


def _end_macro(work: Translation, macro: OpenElement) -> None:
    if macro.is_begun:
        _mark(work, macro, closes=True, alone=False)
    else:
        _mark(work, macro, closes=False, alone=True)


def _parameter(work: Translation, element: OpenElement) -> None:
    """Keep the value of a parameter for the tag of its macro."""
    macro, key = work.around(*_MACROS), element.given.get("name", "")
    work.hold(element, lambda html: _keep_parameter(work, macro, key, element, html))


def _keep_parameter(
    work: Translation, macro: OpenElement | None, key: str, element: OpenElement, html: str
) -> None:
    value = words_in_html(html) or " ".join(element.parameters.values())
    work.removals.rewrite("parameter", value)
    if macro is None:
        work.removals.note("parameter", value)
    elif value:
        macro.parameters[key] = value


def _rich_body(work: Translation, element: OpenElement) -> None:
    """Begin the words of a macro."""
    del element
    macro = work.around(*_MACROS)
    if macro and not macro.is_begun:
        macro.is_begun = True
        _mark(work, macro, closes=False, alone=False)


def _plain_body(work: Translation, element: OpenElement) -> None:
    """Begin the words of a macro that are no HTML: code, unless the macro is of HTML."""
    _rich_body(work, element)
    macro = work.around(*_MACROS)
    name = macro.given.get("name", "") if macro else ""
    element.given = {**element.given, "macro": name}
    if name != "html" and tables.shortcode_meaning("confluence", name).sense != "listing":
        work.wrap(element, "<pre><code>", "</code></pre>")


def _macro_link(work: Translation, element: OpenElement) -> None:
    if anchor := element.given.get("anchor"):
        element.parameters["anchor"] = anchor
    element.at_end = lambda: _end_link(work, element)


def _begin_link(work: Translation, link: OpenElement) -> None:
    target = link.parameters
    address = target.get("value") or target.get("filename") or ""
    if not address and (title := target.get("content-title")):
        address = f"{PAGE}{title}"
    if not address and (anchor := target.get("anchor")):
        address = f"#{anchor}"
    link.is_begun = True
    work.write(f'<a href="{escape(address)}">' if address else "<span>")
    link.closing = "</a>" if address else "</span>"


def _end_link(work: Translation, link: OpenElement) -> None:
    """Write a link without words with the title of its page."""
    if link.is_begun:
        return
    _begin_link(work, link)
    target = link.parameters
    words = next((target[one] for one in ("content-title", "filename", "value", "anchor")
                  if target.get(one)), "")  # fmt: skip
    if not words:
        work.removals.note("link to a person or a page", " ".join(target.values()))
    work.write(escape(words))


def _link_body(work: Translation, element: OpenElement) -> None:
    del element
    link = work.around("ac:link")
    if link and not link.is_begun:
        _begin_link(work, link)


def _image(work: Translation, element: OpenElement) -> None:
    work.write("")  # the place for `<figure>`, if the picture has a caption
    element.at_end = lambda: _end_image(work, element)


def _end_image(work: Translation, image: OpenElement) -> None:
    if not image.is_begun:
        words = image.given.get("alt") or image.given.get("title") or ""
        work.removals.note("unaddressed picture", words)


def _image_caption(work: Translation, element: OpenElement) -> None:
    if image := work.around("ac:image"):
        work.pieces[image.start] = "<figure>"
        image.closing = "</figure>"
    work.wrap(element, "<figcaption>", "</figcaption>")


def _resource(work: Translation, element: OpenElement) -> None:
    """Take a file, a page or an address as the target of the element around."""
    holder = work.around(*_HOLDERS)
    given = {key: value for key, value in element.given.items() if key != "version-at-save"}
    if holder is None or (holder.name == "ac:image" and holder.is_begun):
        work.removals.note(element.name.partition(":")[2], " ".join(given.values()))
        return
    for key, value in given.items():
        holder.parameters.setdefault(key, value)
    address = given.get("filename") or given.get("value") or ""
    if holder.name == "ac:image" and address:
        holder.is_begun = True
        alt = holder.given.get("alt") or holder.given.get("title") or ""
        work.write(f'<img src="{escape(address)}" alt="{escape(alt)}">')


def _task_status(work: Translation, element: OpenElement) -> None:
    work.hold(element, lambda html: _tick(work, html.strip()))


def _tick(work: Translation, status: str) -> None:
    """Write a box for the status of a task."""
    if status not in ("complete", "incomplete"):
        work.write(status)
        return
    work.removals.rewrite("status", status)
    work.write(f'<input type="checkbox"{" checked" if status == "complete" else ""}> ')


def _left_out(work: Translation, element: OpenElement) -> None:
    """Leave words out that no reader sees: numbers of tasks, hints for writers."""
    kind = element.name.partition(":")[2].replace("-", " ")
    work.hold(element, lambda html: _leave_out(work, kind, words_in_html(html)))


def _leave_out(work: Translation, kind: str, words: str) -> None:
    if kind.startswith("task") and _NUMBER.fullmatch(words):
        work.removals.rewrite("number", words)
    else:
        work.removals.note(kind, words)


def _emoticon(work: Translation, element: OpenElement) -> None:
    """Write a sign as its letter, or name the sign."""
    given = element.given
    sign = given.get("emoji-fallback") or _SIGNS.get(given.get("name", ""), "")
    if sign and not sign.startswith(":"):
        work.write(escape(sign))
    else:
        work.removals.note("emoticon", sign or given.get("name", ""))


def _time(work: Translation, element: OpenElement) -> None:
    """Write the date that an empty element has in its attribute."""
    date = element.given.get("datetime", "")
    shown = escape(date) if work.source.endswith("/>", 0, work.position) else ""
    work.wrap(element, f'<time datetime="{escape(date)}">{shown}', "</time>")


HANDLERS: Mapping[str, Handler] = {
    **dict.fromkeys(_MACROS, _macro),
    **dict.fromkeys(("ac:parameter", "ac:default-parameter"), _parameter),
    **dict.fromkeys(("ac:rich-text-body", "ac:adf-content"), _rich_body),
    "ac:plain-text-body": _plain_body,
    "ac:link": _macro_link,
    **dict.fromkeys(("ac:plain-text-link-body", "ac:link-body"), _link_body),
    "ac:image": _image,
    "ac:caption": _image_caption,
    **dict.fromkeys(
        names("""ri:attachment ri:url ri:page ri:user ri:space ri:shortcut ri:blog-post
        ri:content-entity"""),
        _resource,
    ),
    "ac:task-status": _task_status,
    **dict.fromkeys(
        names("""ac:task-id ac:task-uuid ac:placeholder ac:adf-attribute ac:adf-fallback"""),
        _left_out,
    ),
    "ac:emoticon": _emoticon,
    "time": _time,
}  # fmt: skip
"""What is written for each name."""
