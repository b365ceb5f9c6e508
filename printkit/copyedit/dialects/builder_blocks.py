"""Blocks of page builders: the call of a block goes in, all that a reader sees of it comes out.

A block may have a picture, a title, a figure, words and buttons. The tables have the names of
these arguments in the builders that are used most.
"""

import re
from collections.abc import Iterator
from html import escape

from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.forms import Inline, Written, head
from printkit.copyedit.dialects.settings import is_switch
from printkit.copyedit.dialects.stated_figures import take_figure, take_series
from printkit.text.patterns import regex

_TITLES = ("title", "heading", "header", "headline", "h2", "name", "label", "main_heading",
           "call_text", "counter_title", "package_heading", "heading_text", "primary_title",
           "title_front", "front_title", "list_title", "plan_name", "text",
           "title_text")  # fmt: skip
_PERSON = ("name", *_TITLES)
_SHOWS_PERSON = regex(r"person|people|team|member|author|profile|staff|speaker|bio$")
_SUBTITLES = ("subtitle", "sub_title", "subheading", "sub_heading", "subhead", "h4", "job_title",
              "position", "role", "job", "package_sub_heading", "subheading_text", "tagline",
              "text_above", "subheader", "badge", "company", "company_name", "hover_title",
              "title_back", "back_title")  # fmt: skip
_WORDS = ("content", "description", "desc", "summary", "caption", "message", "author", "text",
          "text_front", "text_back", "front_text", "back_text", "bar_text", "text_below",
          "counter_text", "pin_address", "address", "body", "bio")  # fmt: skip
_OTHER_TITLES = tuple(name for name in _TITLES if name not in _WORDS)
_FOOTERS = ("footer", "footer_text", "footnote", "disclaimer")
# The words of a button, and its address.
_BUTTONS = (
    (("button_text", "btn_title", "btn_text", "button_label", "link_text", "linktext", "more_text",
      "package_btn_text", "button", "more", "cta"),
     ("button_url", "button_link", "btn_link", "btn_url", "package_link", "link_url", "url", "link",
      "href", "to", "title_link", "h2_link", "h4_link")),
    (("button_one_text",), ("button_one_url",)),
    (("button_two_text", "button2_text"), ("button_two_url", "button2_link", "button2_url")),
    (("hover_btn_title",), ("hover_btn_link",)),
)  # fmt: skip


def builder_block(call: Call, inline: Inline) -> Written:
    """Write a block: picture, title, figure and words, and below the words in it its buttons."""
    shown = _picture(call)
    label = inline(call.take_words("label")) if is_switch(call.named.get("button", "")) else ""
    title = inline(call.take_words(*(_PERSON if _SHOWS_PERSON.search(call.name) else _TITLES)))
    figures = _figures(call, inline)
    buttons = list(_buttons(call, inline, label))
    if title and buttons and not buttons[0][0]:
        title = f'<a href="{escape(buttons.pop(0)[1])}">{title}</a>'
    before = [shown, head(title), *_paragraphs(call, inline, (*_SUBTITLES, *_OTHER_TITLES))]
    behind = [*_paragraphs(call, inline, _FOOTERS), *map(_link, buttons)]
    if title or not call.paired:
        before.append(figures)
    else:
        # A bar without a title has its name in the words that the shortcode encloses.
        behind.insert(0, figures)
    before += _paragraphs(call, inline, _WORDS)
    before += [f"<p>{inline(words)}</p>" for words in _listed(call)]
    if not call.paired:
        return Written("".join((*before, *behind)))
    return Written(f"<div>{''.join(before)}", f"{''.join(behind)}</div>")


def _picture(call: Call) -> str:
    image = call.take_picture()
    alt = call.take("alt") if image else ""
    return f'<figure><img src="{escape(image)}" alt="{escape(alt)}"></figure>' if image else ""


def _paragraphs(call: Call, inline: Inline, names: tuple[str, ...]) -> list[str]:
    said = [call.take_words(name) for name in names]
    return [f"<p>{inline(words)}</p>" for words in said if words]


def _listed(call: Call) -> Iterator[str]:
    """Take the arguments without a name that are words or figures; names of looks stay."""
    for place, words in enumerate(call.listed):
        if re.search(r"^[\d$€£]|\s|^[A-Z]", words):
            yield call.take_listed(place)


def _figures(call: Call, inline: Inline) -> str:
    """Write the figure of a block, and a list of the bars or parts of a chart."""
    figure, series = take_figure(call), take_series(call)
    items = (f"<li>{inline(f'{name} {value}'.strip())}</li>" for name, value in series)
    listed = f"<ul>{''.join(items)}</ul>" if series else ""
    return (f"<p>{inline(figure)}</p>" if figure else "") + listed


def _buttons(call: Call, inline: Inline, first: str) -> Iterator[tuple[str, str]]:
    """Yield the words and the address of each button; the words or the address may be empty."""
    for labels, addresses in _BUTTONS:
        label, first = first or inline(call.take_words(*labels)), ""
        address = call.take_link(*addresses)
        if label or address:
            yield label, address


def _link(button: tuple[str, str]) -> str:
    label, address = button
    if not address:
        return f"<p>{label}</p>"
    return f'<p><a href="{escape(address)}">{label or escape(address)}</a></p>'
