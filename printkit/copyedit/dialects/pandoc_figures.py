"""Figures of Pandoc and Quarto: tokens of Markdown go in, and come out with captions of pictures.

`![Caption](a.jpg){#fig-a fig-alt="Description"}` has its caption in the square brackets: the name
`fig-…` or the description tells so. `attribute_lists` finds these attributes.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_CAPTION = "words of the caption"
_NAMES = ("fig-", "fig:")


def read_pandoc_figures(reader: "MarkdownIt") -> None:
    """Let a reader make figures of pictures that have their captions in their brackets."""
    reader.core.ruler.after("inline_attribute_lists", "pandoc_figures", _make_figures)


def keep_caption(picture: "Token", description: str) -> None:
    """Let the words in the brackets of a picture be its caption, if the attributes say so.

    Args:
        picture: with its id.
        description: for readers who do not see the picture; empty if there is none.
    """
    from markdown_it.token import Token

    named = str(picture.attrGet("id") or "").startswith(_NAMES)
    if not (named or description) or not picture.content.strip():
        return
    picture.meta[_CAPTION] = picture.children or []
    if description:
        picture.children = [Token("text", "", 0, content=description)]


def _make_figures(state: "StateCore") -> None:
    for at, token in enumerate(state.tokens):
        token.children = children = _without_line_end(token.children or [])
        pictures = [one for one in children if one.type == "image" and _CAPTION in one.meta]
        if not pictures:
            continue
        around = state.tokens[at - 1] if at else token
        if around.type == "paragraph_open" and pictures == children:
            token.children = _captioned_figure(pictures[0])
            around.hidden = state.tokens[at + 1].hidden = True
        else:
            for picture in pictures:
                picture.attrSet("data-caption", picture.content)


def _without_line_end(children: "Sequence[Token]") -> "list[Token]":
    """Return the tokens of a line; without the backslash that parts a picture from a figure."""
    kept = list(children)
    shown = [one for one in kept if one.type != "text" or one.content.strip()]
    if [one.type for one in shown] == ["image", "text"] and shown[1].content.strip() == "\\":
        return shown[:1]
    return shown if len(shown) == 1 else kept


def _captioned_figure(picture: "Token") -> "list[Token]":
    opening, closing = _html("<figure>"), _html("</figcaption></figure>")
    return [opening, picture, _html("<figcaption>"), *picture.meta[_CAPTION], closing]


def _html(markup: str) -> "Token":
    from markdown_it.token import Token

    return Token("html_inline", "", 0, content=markup)
